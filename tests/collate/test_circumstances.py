"""Day, listeners and speaker of an utterance in several prints."""

import re

import pytest
from annotate.quotation_cases import make_report

from synoptic.annotate import annotate_all
from synoptic.annotate.english.pipeline import load_pipeline
from synoptic.collate import collate
from synoptic.errors import ModelRefused

WORDS = "The northern quay stays closed until the divers have checked every pillar"
LEAD = "Minister Olga Brandt met Tomas Vell at the harbour."


def collated(*texts: str):
    try:
        load_pipeline(None)
    except ModelRefused:
        pytest.skip("the English pipeline is not here")
    reports = [make_report(f"{LEAD}\n\n{t}", name=f"r{n}") for n, t in enumerate(texts)]
    return collate(reports, annotate_all(reports).annotations)


def circumstances(*texts: str):
    return [
        (a.kind, a.detail)
        for u in collated(*texts).utterances or ()
        for a in u.alterations
    ]


def told(rest: str) -> str:
    return f"“{WORDS},” Brandt told {rest}."


def test_another_day_and_other_listeners_are_shown():
    found = circumstances(
        told("reporters in Moscow on Thursday"), told("lawmakers on Friday")
    )
    assert found == [
        ("occasion", "“Thursday” / “Friday”"),
        ("addressee", "“reporters” / “lawmakers”"),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("reporters on Thursday", "reporters in Moscow on Thursday"),
        ("reporters on Thursday", "reporters"),
        ("reporters on Thursday", "the agency in Moscow"),
        ("reporters", "journalists at the harbour"),
        ("reporters on Thursday", "a news conference on Thursday morning"),
        ("reporters this week", "journalists on Friday"),
    ],
)
def test_what_can_be_the_same_is_not_shown(one, other):
    assert circumstances(told(one), told(other)) == []


def test_sentence_for_a_reader_names_no_side():
    found = collated(told("reporters on Thursday"), told("reporters on Friday"))
    texts = [f.text for f in found.findings if f.kind == "quotation-occasion"]
    assert texts == [
        (
            "As the time when the same words of Olga Brandt were said, A prints "
            "“Thursday”, B prints “Friday”; which it was is not shown here."
        )
    ]
    assert not re.search(r"wrong|false|alter|confirm|conflict", texts[0])


def test_named_print_makes_a_pronoun_surer():
    pronoun = f"Brandt arrived late on the ferry. “{WORDS},” she said."
    alone = collated(pronoun)
    named = collated(pronoun, f"“{WORDS},” Brandt said.")
    copied = collated(pronoun, pronoun)

    def speaker(found):
        return found.annotations[0].quotations[0].speaker

    assert speaker(alone).entity == "Olga Brandt"
    assert speaker(alone).confidence < 0.9
    assert speaker(named).confidence > speaker(alone).confidence
    assert "another report" in speaker(named).reason
    assert speaker(copied) == speaker(alone)
