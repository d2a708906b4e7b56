"""What a figure counts when its unit stands elsewhere in the sentence."""

from __future__ import annotations

import pytest
from builders import body_report

from synoptic.annotate import annotate_all
from synoptic.annotate.english.figures import find_figures
from synoptic.text.split import split_sentences


def units(text):
    found = find_figures(body_report("r", text), split_sentences(text), None, ())
    return [f.unit for f in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prices rose by 2 percent here but fell there by 1.", ["%", "%"]),
        ("The toll rose to 40 people from 15.", ["person", "person"]),
        ("Turnout was 40 percent, up from 35.", ["%", "%"]),
        ("Two boats sank in May and three in June.", ["boat", "boat"]),
        ("It rose to 1,463 points, the other to 1,333.", ["point", "point"]),
        ("It offered $6 (£4) per share in cash.", ["dollar/share", "GBP/share"]),
        ("Power costs 5 cents per kilowatt-hour.", ["cent/kWh"]),
        ("It lost $5 million a year ago.", ["dollar"]),
        ("It lost $5 million a year.", ["dollar/year"]),
        ("It lost two million crowns for each day.", ["crown/day"]),
        ("It asks 36 million crowns ($4.1 million).", ["crown", "dollar"]),
    ],
)
def test_a_unit_is_taken_from_the_figure_beside(text, expected):
    assert units(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 20 people saw the score go from 3.", ["person", ""]),
        ("It sold 4,000 boats and moved to 7.", ["boat", ""]),
        ("It won 12 games and lost 4.", ["game", ""]),
    ],
)
def test_a_unit_is_not_taken_from_a_figure_of_something_else(text, expected):
    assert units(text) == expected


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The 4 cylinder engine roared.", "cylinder"),
        ("The 500 seat hall was full.", "seat"),
        ("About 27,000 Falcon S and Falcon T vans came back.", "van"),
        ("Some 300 high school students came.", "student"),
    ],
)
def test_the_counted_noun_of_a_longer_phrase(text, unit):
    annotated = annotate_all([body_report("r", text)])
    if annotated.pipeline is None:
        pytest.skip("no English pipeline")
    assert [f.unit for f in annotated.annotations[0].figures] == [unit]


@pytest.mark.parametrize(
    ("printed", "unit"),
    [
        ("30 metric tons a day", "ton/day"),
        ("3 nautical miles a day", "nautical mile/day"),
        ("5 basis points a year", "basis point/year"),
        ("90 km/h", "km/h"),
        ("30 sq. km", "square km"),
        ("2 percentage points", "percentage point"),
    ],
)
def test_a_unit_of_several_words_is_read_to_its_end(printed, unit):
    text = f"It was {printed}, the keeper said."
    found = find_figures(body_report("r", text), split_sentences(text), None, ())
    assert [(f.unit, text[f.span.start : f.span.end]) for f in found] == [
        (unit, printed)
    ]
