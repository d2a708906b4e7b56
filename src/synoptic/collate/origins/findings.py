"""What descent and origins say in a line or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.collate.descent.wording import (
    LIKELY,
    TIME_ALONE,
    in_hundred,
    likely,
    percent,
    several,
)
from synoptic.model import Evidence, Finding, part_id, siglum

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from synoptic.model import Descent, DescentEdge, Origin, Reading, Report, Unit

_MOST_EDGES = 3
_MOST_PLACES = 8
_READINGS_SHOWN = 2
_NOTHING_SHOWN = 41.0
"""Where no passage has its origins counted, the line stands near the end."""


def descent_findings(
    reports: Sequence[Report], units: Sequence[Unit], descent: Descent
) -> tuple[Finding, ...]:
    """Who draws on whom, likeliest first, and which texts are not given.

    What is no more than likelier than not stays out: it stands further down, with its
    reasons.

    Args:
        reports: In the order of the collation.
        units: Of the story.
        descent: As `find_descent` gives it.
    """
    names = {report.id: siglum(n) for n, report in enumerate(reports)}
    by_id = {unit.id: unit for unit in units}
    found = [
        _finding(
            "draws-on",
            _draws(e, names),
            86.0 + e.p,
            _places(by_id, e.units, (e.child, e.parent)),
        )
        for e in sorted(descent.edges, key=lambda e: -e.p)[:_MOST_EDGES]
        if e.p >= LIKELY
    ]
    for lost in descent.lost_parents:
        who = several([names[c] for c in lost.children])
        verb = "draws" if len(lost.children) == 1 else "draw"
        copy = f"{lost.agency} copy" if lost.agency else "a text"
        if lost.units:
            text = (
                f"{who} {likely(lost.p)} {verb} on {copy} that is not among these "
                f"reports ({in_hundred(lost.p)}): "
                f"{_count(len(lost.units), 'shared passage')}."
            )
        else:
            text = (
                f"{who} {'credits' if len(lost.children) == 1 else 'credit'} "
                f"{lost.agency}, whose copy is not among these reports; which passages "
                "come from it is not shown."
            )
        found.append(
            _finding(
                "lost-parent",
                text,
                (85.0 if lost.units else 55.0) + lost.p,
                _places(by_id, lost.units, lost.children)
                or _credits(reports, lost.children),
            )
        )
    found += [
        _finding(
            "descent-undecided",
            f"{several([names[r] for r in tie.reports])} go back to one written text; "
            "which drew on which is not shown.",
            50.0,
            (),
        )
        for tie in descent.undecided[:_MOST_EDGES]
    ]
    return tuple(found)


def _draws(edge: DescentEdge, names: Mapping[str, str]) -> str:
    child, parent = names[edge.child], names[edge.parent]
    there = f"{percent(edge.share)} of its words stand there."
    if edge.parts.get("version", 0.0) > 0:
        return f"{child} is a later version of the report {parent}: {there}"
    if TIME_ALONE in edge.reasons:
        return (
            f"{child} and {parent} go back to one written text; {parent} prints the "
            f"earlier time, and nothing else shows which drew on which: {there}"
        )
    return (
        f"{child} {likely(edge.p)} draws {edge.extent} on {parent} "
        f"({in_hundred(edge.p)}): {there}"
    )


def origin_findings(
    reports: Sequence[Report], units: Sequence[Unit], origins: Sequence[Origin]
) -> tuple[Finding, ...]:
    """How many shared passages rest on one origin, and which name a source once.

    Args:
        reports: In the order of the collation.
        units: Of the story.
        origins: One for each unit.
    """
    shared = [
        (unit, origin)
        for unit, origin in zip(units, origins, strict=True)
        if len(unit.readings) > 1 and origin.at_most is not None
    ]
    if not shared:
        return ()
    one = [u for u, o in shared if o.at_most == 1]
    two = [u for u, o in shared if (o.at_least or 1) > 1]
    # two desks that heard one spokesman are two texts and one source
    one_voice = all(o.said_by for _, o in shared if (o.at_least or 1) > 1)
    open_ones = [o for _, o in shared if o.at_most != 1 and (o.at_least or 1) == 1]
    parts = []
    if one:
        parts.append(f"{_rest(one, shared)} on one origin")
    if open_ones:
        parts.append(f"{_rest(open_ones, shared)} on {_between(open_ones)} origins")
        parts[-1] += ", how many is not shown"
    if two:
        parts.append(f"{_rest(two, shared)} on two origins or more")
        if one_voice:
            parts[-1] += ", telling what somebody said"
    where = "both reports" if len(reports) == 2 else "two or more reports"
    if len(shared) == 1:
        text = f"The one passage in {where} {parts[0]}."
    elif not one and not two:
        text = f"How many origins stand behind the {len(shared)} passages in {where} "
        text += f"is not shown: {_between(open_ones)} each."
    else:
        text = f"Of the {len(shared)} passages in {where}, {'; '.join(parts)}."
    return (
        _finding(
            "origins",
            text,
            88.0 if one or (two and not one_voice) else _NOTHING_SHOWN,
            tuple(
                Evidence(r.report, r.spans[0])
                for u in one[: _MOST_PLACES // 2] or two[:1]
                for r in u.readings[:_READINGS_SHOWN]
            ),
        ),
    )


def _between(origins: Sequence[Origin]) -> str:
    """The bounds of all of them: "1 or 2", "1 to 4"."""
    highest = max(origin.at_most or 1 for origin in origins)
    return f"1 {'or' if highest == 2 else 'to'} {highest}"


def _rest(some: Sequence[object], shared: Sequence[object]) -> str:
    """The verb with its number: "all rest", "1 rests", "3 rest"; "rests" of one."""
    if len(shared) == 1:
        return "rests"
    if len(some) == len(shared):
        return "all rest"
    return f"{len(some)} {'rests' if len(some) == 1 else 'rest'}"


def _places(
    units: dict[str, Unit], ids: Iterable[str], reports: Sequence[str]
) -> tuple[Evidence, ...]:
    places = [
        Evidence(reading.report, reading.spans[0])
        for unit in _longest_first(units[unit] for unit in ids)
        for reading in unit.readings
        if reading.report in reports
    ]
    return tuple(places[:_MOST_PLACES])


def _longest_first(units: Iterable[Unit]) -> list[Unit]:
    """Of many passages, those that say most for themselves come first."""
    return sorted(units, key=lambda unit: -max(map(_n_chars, unit.readings)))


def _n_chars(reading: Reading) -> int:
    return sum(span.end - span.start for span in reading.spans)


def _credits(
    reports: Sequence[Report], children: Sequence[str]
) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(report.id, span)
        for report in reports
        if report.id in children
        for span in report.spans_of("credit")[:1]
    )


def _count(n: int, noun: str) -> str:
    return f"1 {noun}" if n == 1 else f"{n} {noun}s"


def _finding(
    kind: str, text: str, weight: float, evidence: tuple[Evidence, ...]
) -> Finding:
    name = part_id(f"{kind}\x1f{text}", *(place.span for place in evidence))
    return Finding(name, kind, text, weight, evidence)
