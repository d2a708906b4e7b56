"""What is not in a report: one line a thing, none that a reader would call unfair."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from synoptic.collate.omissions.beside import things_beside
from synoptic.collate.omissions.credit import credits_elsewhere
from synoptic.collate.omissions.families import Families
from synoptic.collate.omissions.passages import (
    passages_elsewhere,
    passages_of_parents,
)
from synoptic.collate.omissions.quotations import quotations_elsewhere
from synoptic.collate.omissions.texts import Texts
from synoptic.model import Evidence, Omission, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from synoptic.collate.omissions.beside import Thing
    from synoptic.model import (
        Annotations,
        Descent,
        OmissionKind,
        Origin,
        Partly,
        Report,
        Unit,
        Utterance,
    )
    from synoptic.text.vectors import Vectors

__all__ = ["find_omissions"]

_WEIGHT: dict[OmissionKind, float] = {
    "attribution": 80.0,
    "denial": 76.0,
    "credit": 68.0,
    "condition": 64.0,
    "hedge": 60.0,
    "figure": 54.0,
    "quotation": 46.0,
    "unit": 36.0,
}
_ALIKE = 0.5
_BETWEEN_CHARS = 4


def find_omissions(
    reports: Sequence[Report],
    annotations: Sequence[Annotations],
    units: Sequence[Unit],
    partly: Sequence[Partly],
    *,
    descent: Descent | None = None,
    origins: Sequence[Origin] | None = None,
    utterances: Sequence[Utterance] | None = None,
    vectors: Vectors | None = None,
) -> tuple[Omission, ...]:
    """Return what is not in each report, heaviest first within a report.

    Args:
        reports: In the order of the collation.
        annotations: One for each report.
        units: The units of the story.
        partly: Pairs that share one point.
        descent: The copy tree; None: every report counts for itself.
        origins: Bounds of the units; None: not measured.
        utterances: What was said, with its prints.
        vectors: The second vote on whether a report says a thing in other words.
    """
    texts = Texts(reports, annotations, vectors)
    families = Families(reports, descent, origins)
    found = [
        *_beside(texts, families, things_beside(texts, units)),
        *quotations_elsewhere(texts, units, utterances or (), families),
        *passages_elsewhere(texts, units, partly, families),
        *passages_of_parents(texts, units, partly, families),
    ]
    if descent is not None:
        found += credits_elsewhere(texts, units, families, descent)
    return tuple(_one_line_a_thing(texts, [_with_parent(families, o) for o in found]))


def _beside(
    texts: Texts, families: Families, things: Iterable[Thing]
) -> Iterator[Omission]:
    """Bring together what several reports have beside the same words of one."""
    groups: dict[tuple[str, OmissionKind], list[list[Thing]]] = defaultdict(list)
    for thing in things:
        row = groups[thing.target, thing.kind]
        for group in row:
            if _same_thing(texts, group[0], thing):
                group.append(thing)
                break
        else:
            row.append([thing])
    for (target, kind), row in groups.items():
        for group in row:
            first = {thing.carrier: thing for thing in reversed(group)}
            carriers = families.ordered(first)
            around = {r for thing in group for r in thing.around}
            n_with = families.among(carriers)
            if kind in _MOSTLY and 2 * n_with < families.among(around):
                continue
            if kind == "unit" and n_with < 2 and not _drawn_on(families, target, first):
                continue
            thing = group[0]
            yield Omission(
                report=target,
                kind=kind,
                unit=thing.unit,
                carried_by=carriers,
                members=tuple(Evidence(r, first[r].span) for r in carriers),
                beside=thing.beside,
                origins=n_with,
                weight=round(_WEIGHT[kind] + min(thing.bits, 80.0) / 10 + n_with, 3),
            )


_MOSTLY: frozenset[OmissionKind] = frozenset({"unit", "figure", "hedge", "quotation"})
"""What one report alone adds to words of many is its own, and no gap of the others."""


def _drawn_on(families: Families, target: str, carriers: Iterable[str]) -> bool:
    """Whether a report that has the thing is a parent of one that does not."""
    return not set(carriers).isdisjoint(families.parents(target))


def _same_thing(texts: Texts, one: Thing, other: Thing) -> bool:
    if not any(s.overlaps(t) for s in one.beside for t in other.beside):
        return False
    words = texts.of(one.carrier).words([one.span])
    others = texts.of(other.carrier).words([other.span])
    if not words or not others:
        return not words and not others
    return len(words.keys() & others.keys()) >= _ALIKE * min(len(words), len(others))


def _with_parent(families: Families, omission: Omission) -> Omission:
    """The line with the parent that has the thing, where it is near certain."""
    if omission.parent is not None:
        return omission
    parents = families.parents(omission.report)
    parent = next((p for p in parents if p in omission.carried_by), None)
    return replace(omission, parent=parent)


def _one_line_a_thing(texts: Texts, found: Sequence[Omission]) -> list[Omission]:
    """The heaviest line of each thing that is not in a report, by report.

    Neighbouring sentences that the same reports have are one thing.
    """
    order = {told.report.id: k for k, told in enumerate(texts.told)}
    kept: dict[str, list[Omission]] = {report: [] for report in order}
    for omission in sorted(found, key=lambda o: (-o.weight, o.kind, _place(o))):
        if not any(_overlaps(omission, other) for other in kept[omission.report]):
            kept[omission.report].append(omission)
    return [
        omission
        for report in order
        for omission in sorted(
            _neighbours_joined(texts, kept[report]),
            key=lambda o: (-o.weight, o.kind, _place(o)),
        )
    ]


def _place(omission: Omission) -> list[tuple[str, Span]]:
    return [(member.report, member.span) for member in omission.members]


def _overlaps(one: Omission, other: Omission) -> bool:
    return any(
        a.report == b.report and a.span.overlaps(b.span)
        for a in one.members
        for b in other.members
    )


def _neighbours_joined(texts: Texts, lines: Sequence[Omission]) -> list[Omission]:
    joined: list[Omission] = []
    for line in sorted(lines, key=_place):
        last = joined[-1] if joined else None
        if last is not None and _neighbours(texts, last, line):
            joined[-1] = _joined(texts, last, line)
        else:
            joined.append(line)
    return joined


def _neighbours(texts: Texts, one: Omission, other: Omission) -> bool:
    return (
        not (one.beside or other.beside)
        and one.carried_by == other.carried_by
        and one.parent == other.parent
        and _adjoin(texts, one.members[0], other.members[0])
    )


def _adjoin(texts: Texts, one: Evidence, other: Evidence) -> bool:
    between = texts.of(one.report).report.text[one.span.end : other.span.start]
    return len(between) <= _BETWEEN_CHARS and not any(map(str.isalnum, between))


def _joined(texts: Texts, one: Omission, other: Omission) -> Omission:
    """Two lines as one: the whole stretch where they adjoin, else the heavier's."""
    heavier = max(one, other, key=lambda o: o.weight)
    members = [
        Evidence(a.report, Span(a.span.start, b.span.end))
        if _adjoin(texts, a, b)
        else chosen
        for a, b, chosen in zip(
            one.members, other.members, heavier.members, strict=True
        )
    ]
    return replace(heavier, members=tuple(members))
