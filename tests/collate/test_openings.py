"""Points that the openings of two reports share, where both tell of one event."""

from __future__ import annotations

from stories import collated, report

ONE = (
    "The harbour board of Sarre shut the old ferry line on Monday, ending a quarrel of "
    "nine years about noise, fares and the birds on the sandbank."
)
OTHER = (
    "Gone is the old ferry line, and the islanders woke on Tuesday to an empty pier "
    "and boats that go to a museum."
)
SHARED = (
    "“We will row to school if we must,” Ines Orr told her neighbours at the pier.",
    "A wall along the river would have cost $8.6 million, twice as much as planned.",
)
RAIN = "Rain fell on the lower town all through that evening."
SNOW = "Snow lay on the hills until the middle of a cold spring."
GEESE = "Nobody on the lakeside had seen the geese for a week."
GOATS = "Two goats stood on the roof of the mill and looked down."


def openings(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the two sentences on the ferry share a point."""
    a, b = report("a", *one), report("b", *other)
    pairs = collated(a, b).partly
    return any(
        a.quote(p.a.spans[0]) in ONE and b.quote(p.b.spans[0]) in OTHER for p in pairs
    )


def test_openings_of_reports_that_share_more_need_less_in_common() -> None:
    assert openings((ONE, *SHARED, RAIN), (OTHER, *SHARED, GEESE))
    assert openings((RAIN, ONE, *SHARED), (OTHER, *SHARED, GEESE))


def test_openings_of_reports_that_share_nothing_else_need_as_much_as_others() -> None:
    assert not openings((ONE, RAIN), (OTHER, GEESE))
    assert not openings((ONE, SHARED[0], RAIN), (OTHER, SHARED[0], GEESE))


def test_less_in_common_is_enough_in_openings_only() -> None:
    assert not openings((*SHARED, RAIN, ONE), (*SHARED, GEESE, OTHER))
    assert not openings((RAIN, SNOW, ONE, *SHARED), (OTHER, *SHARED, GEESE, GOATS))
