"""Points that two sentences share by the same quotation or the same figure."""

from __future__ import annotations

import pytest
from stories import collated, report

LONG = (
    "The mayor, who came late to the meeting in the old school and left before the "
    "vote, called the offer of the bus company {} and went home."
)


def points(one: str, other: str) -> list[str]:
    """The words of each point that two reports of one sentence share."""
    a = report("a", one, "Rain fell on the lower town all through that evening.")
    b = report("b", other, "Nobody on the lakeside had seen the geese for a week.")
    found = collated(a, b)
    assert all(not unit.links for unit in found.units)
    return [pair.shared for pair in found.partly]


def test_words_that_both_quote_are_a_shared_point() -> None:
    (words,) = points(
        LONG.format("“a poisoned gift”"),
        "“It is a poisoned gift, and everyone at this table knows it,” Ines Orr told "
        "reporters.",
    )
    assert "poisoned gift" in words


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (
            LONG.format("a poisoned gift"),
            "Asked about prices, Ines Orr spoke of “a poisoned gift” of years ago.",
            "one of the two does not quote it",
        ),
        (
            LONG.format("“a big mistake for us”"),
            "“We will be there for us and for a good many others,” Ines Orr said.",
            "a few light words inside a longer quotation",
        ),
        (
            "The mayor told “Morning With Orr” that the harbour was closed to ferries.",
            "Speaking on “Morning With Orr”, a farmer asked for rain and cheaper seed.",
            "the title of a programme",
        ),
        (
            LONG.format("“a poisoned gift”"),
            "The mayor did not call the offer “a poisoned gift”, an aide said.",
            "denied in one of them",
        ),
        (
            "“Ghost bridge”, ghost bridge: ghost bridge here, ghost bridge there.",
            "Walkers came to see the “ghost bridge” and left their sandwiches on it.",
            "a catchword of the story",
        ),
    ],
)
def test_words_inside_marks_that_show_no_point(one: str, other: str, why: str) -> None:
    assert points(one, other) == [], why


def test_one_word_needs_somebody_named_beside_it() -> None:
    quoted = "Before the talks began, Ines Orr said the offer was worth “nothing”."
    assert points(quoted, "“It brings us nothing,” said Orr, who runs the ferry.")
    assert not points(quoted, "“It brings us nothing,” said a fisherman at the quay.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The council set aside $8.6 million for the wall along the river.",
            "A wall that costs $8.6 million, twice what was promised, divides them.",
        ),
        (
            "Some 340 households on the island get their water from a tanker now.",
            "If the tanker went, 340 households would have to go, the warden warned.",
        ),
        (
            "Turnout reached 37 percent in the districts along the northern shore.",
            "In northern districts 37 percent came, the lowest turnout in memory.",
        ),
        (
            "Some 340 council workers were sent home as the money had run out again.",
            "For 340 council workers it meant a fourth week of porridge, Orr said.",
        ),
        (
            "The upper chamber passed the pension bill 61-38 after many speeches.",
            "Orr lost on pensions by 61 to 38, though nobody had thought it so close.",
        ),
        (
            "By 7-2 the harbour board let the Ilva dredge, to the anger of fishers.",
            "A 7-to-2 vote was all that the skipper of the Ilva had been waiting for.",
        ),
    ],
)
def test_a_figure_of_one_thing_is_a_shared_point(one: str, other: str) -> None:
    assert len(points(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (
            "Two ferries lay in the harbour while the storm went over the town.",
            "A captain took two ferries out into the fog and was fined for it.",
            "a small count",
        ),
        (
            "The 2031 budget pays for a school in the hills and a new pier.",
            "Critics of the 2031 budget had asked the treasurer to think again.",
            "a year",
        ),
        (
            "The 12th district elected a baker, to the surprise of the party.",
            "Snow closed every road into the 12th district, the police warned.",
            "a number of order",
        ),
        (
            "Prices of bread went up by 21 percent in a year, the office found.",
            "Of the skippers asked, 21 percent had never worn a life jacket.",
            "another thing",
        ),
        (
            "By 7-2 the harbour board shut the fish hall, which was built by monks.",
            "A 7-to-2 win over the lakeside club was celebrated with pies and cider.",
            "small numbers against each other, with nothing else in common",
        ),
        (
            "Half of the seats, 50-50, is what the sisters were offered for a boat.",
            "His chances of a berth were 50-50, a doctor in the capital had reckoned.",
            "two equal numbers",
        ),
        (
            "The minister backed a plan to halt dredging for 40 days in the lagoon.",
            "The owner would take the halt if the contract ran 40 days longer.",
            "a length of time",
        ),
    ],
)
def test_figures_that_show_no_point(one: str, other: str, why: str) -> None:
    assert points(one, other) == [], why
