"""Numbers that name, rank or say nothing, and the ranges and ages beside them."""

from __future__ import annotations

import pytest
from builders import body_report

from synoptic.annotate.english.dates import find_dates
from synoptic.annotate.english.figures import find_figures
from synoptic.text.split import split_sentences


def figures(text):
    report = body_report("r", text, published_at="2025-03-13")
    sentences = split_sentences(text)
    dates = find_dates(report, sentences, None)
    return [
        (text[f.span.start : f.span.end], f.low, f.high, f.unit)
        for f in find_figures(report, sentences, None, dates)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The school has a zero tolerance rule, and the talks were zero-sum.",
        "They looked for it at ground zero.",
        "Asked again, the mayor doubled down on the plan.",
        "The grant of many million was never paid.",
        "Whoever saw the boat should call 020 7946 0123 at once.",
        "Callers are asked to ring 845 125 2222 on any day.",
        "The agent in the film is number 007 of course.",
        "The parcel went to zip code 90210 by mistake.",
        "Bookmakers gave the horse odds of 5-1 before the start.",
        "They had a 50/50 chance of seeing the harbour again.",
        "She bought the paper at a 7-Eleven on the corner.",
        "The schools of the Big Ten will meet in the autumn.",
        "He was a child when the reactor at Three Mile Island failed.",
    ],
)
def test_a_number_that_counts_nothing_is_no_figure(text):
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A couple of hundred people came.", (200, 200, "person")),
        ("A couple dozen boats sank.", (24, 24, "boat")),
        ("A couple hundred thousand people came.", (200_000, 200_000, "person")),
        ("Three to four hundred houses burned.", (300, 400, "house")),
        ("They ordered 5 million-10 million doses.", (5_000_000, 10_000_000, "dose")),
        ("A 70-something woman was rescued.", (70, 79, "year")),
        ("Judges ruled by a 5-1 margin.", (1, 5, "vote")),
        ("She leads by three-percentage-points here.", (3, 3, "percentage point")),
        ("Among the rulings are 16 involving trade.", (16, 16, "")),
        ("Three Tarn men were held on Friday night.", (3, 3, "man")),
        ("Council Approves Three New Parks For Velmouth", (3, 3, "park")),
    ],
)
def test_what_a_number_and_its_words_count(text, told):
    assert [found[1:] for found in figures(text)] == [told]
