"""Points that two sentences share by words that no other sentence of a report has."""

from __future__ import annotations

import pytest
from stories import collated, report

RAIN = "Rain fell on the lower town all through that evening."
GEESE = "Nobody on the lakeside had seen the geese for a week."
LONG = (
    "The four years of drought in the Orrin valley, which set herders against the "
    "owners of the wells and drove thousands of families into camps along the "
    "motorway, have brought the province {}, the relief office in the capital wrote."
)
SHORT = "Farmers in the hills said that they, too, were {} now."


def points(one: str, other: str, *more: str) -> list[str]:
    """The words of each point that a report of one sentence shares with another."""
    a, b = report("a", one, RAIN, *more), report("b", other, GEESE)
    found = collated(a, b)
    assert all(not unit.links for unit in found.units)
    return [pair.shared for pair in found.partly]


def test_rare_words_close_together_are_a_shared_point() -> None:
    (words,) = points(
        LONG.format("to the brink of famine and cholera"),
        SHORT.format("at the brink of cholera and famine"),
    )
    assert words == "brink famine cholera"


NOT_DUG = (
    "The tunnel under the northern ridge was never dug, as the money went to a "
    "stadium, a second stadium and the new lido, a spokesman who asked for anonymity "
    "told reporters in an interview by telephone."
)
GARDEN = (
    "In an interview for which she asked for anonymity, a spokesman's widow remembered "
    "for reporters her garden, forty apple trees, two goats that were given names of "
    "opera singers, and nobody to talk to by telephone."
)
WARD = (
    "A cholera ward was opened in the school while the council argued, until late at "
    "night, about who should pay for the bridge, the ferries at the brink of the "
    "rapids and the guards, and if famine relief might come by rail."
)
NOVEL = (
    "Famine was the theme of the novel, in which three sisters quarrel with a "
    "landlord, lose a house at the brink of a quarry and a brother, and are cured at "
    "once, by a doctor with hardly any knowledge of it, of cholera."
)
OTTERS = (
    "A country with nine rivers and a great many otters may keep control of them, the "
    "warden of the marshes thinks, by planting willow and alder."
)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (
            LONG.format("to the brink of famine"),
            SHORT.format("at the brink of famine"),
            "two words: a phrase",
        ),
        (LONG.format("no control the country could keep"), OTTERS, "none too rare"),
        (
            "Ilva Torrane and Beno Castrell met the miners for an hour at the gate.",
            "A letter that Ilva Torrane and Beno Castrell wrote years ago was sold.",
            "names alone",
        ),
        (NOT_DUG, GARDEN, "how it came to be told"),
        (WARD, NOVEL, "far apart"),
    ],
)
def test_rare_words_that_show_no_point(one: str, other: str, why: str) -> None:
    assert points(one, other) == [], why


def test_words_that_a_report_uses_again_and_again_are_not_peculiar() -> None:
    one = LONG.format("to the brink of famine, cholera and typhus")
    other = SHORT.format("at the brink of cholera, typhus and famine")
    assert points(one, other)
    more = [
        f"{place} has a choir, a chess club and a library whose shelves hold {n} "
        "novels on famine, cholera, typhus and boys at the brink of a waterfall."
        for place, n in (("Sarre", "nine"), ("Vane", "no"))
    ]
    assert points(one, other, *more) == []


def test_a_point_denied_on_one_side_is_none() -> None:
    one = LONG.format("to the brink of famine and cholera")
    assert points(one, SHORT.format("not at the brink of cholera and famine")) == []
