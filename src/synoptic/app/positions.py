"""What readers set right about proposals: their names, which are one, which are new."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from synoptic.app.corrections import OF_PROPOSALS, miss, not_undone, resolve
from synoptic.errors import CorrectionError
from synoptic.model import Evidence, Proposal, part_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from synoptic.model import (
        Annotations,
        Correction,
        Position,
        Report,
        Span,
        Statement,
    )

    Places = Mapping[tuple[str, str], Statement]


def correct_positions(
    reports: Sequence[Report],
    annotations: Sequence[Annotations],
    found: tuple[tuple[Proposal, ...] | None, tuple[Position, ...] | None],
    corrections: Iterable[Correction],
) -> tuple[tuple[Proposal, ...] | None, tuple[Position, ...] | None, tuple[str, ...]]:
    """The proposals and positions set right, and a sentence for each miss.

    `proposal-name` gives the proposal that the target's words name another name;
    `same-proposal` joins it to the one whose name is in `value`; `new-proposal` makes
    one of its own, called `value`, of what is said of the target's words.

    Args:
        reports: The reports that the records name.
        annotations: One for each, with the statements.
        found: Proposals and positions; None: not measured.
        corrections: In the order in which they were made; other kinds are passed over.
    """
    proposals, positions = found
    standing, _ = not_undone(tuple(corrections))
    wanted = [c for c in standing if c.kind in OF_PROPOSALS]
    if not wanted:
        return proposals, positions, ()
    if proposals is None or positions is None:
        missed = [miss(c, "who stands where was not looked at") for c in wanted]
        return proposals, positions, tuple(missed)
    texts = {report.id: report.text for report in reports}
    places = {
        (known.report, statement.id): statement
        for known in annotations
        for statement in known.statements or ()
    }
    missed = []
    for correction in wanted:
        try:
            proposals, positions = _corrected(
                proposals, positions, texts, places, correction
            )
        except CorrectionError as err:
            missed.append(miss(correction, str(err)))
    return proposals, positions, tuple(missed)


def _corrected(
    proposals: tuple[Proposal, ...],
    positions: tuple[Position, ...],
    texts: Mapping[str, str],
    places: Places,
    correction: Correction,
) -> tuple[tuple[Proposal, ...], tuple[Position, ...]]:
    target, value = correction.target, correction.value
    if target.report_id not in texts:
        raise CorrectionError("its report is not among these")
    if not value:
        raise CorrectionError("`value` must be a name")
    span = resolve(texts[target.report_id], target)
    one = next(
        (
            p
            for p in proposals
            if any(
                f.report == target.report_id and f.span.overlaps(span) for f in p.forms
            )
        ),
        None,
    )
    if one is None:
        raise CorrectionError("nobody is said to stand anywhere on these words")
    if correction.kind == "proposal-name":
        named = replace(one, name=value)
        return (
            tuple(named if p is one else p for p in proposals),
            tuple(
                replace(p, proposal=value) if p.proposal_id == one.id else p
                for p in positions
            ),
        )
    if correction.kind == "same-proposal":
        return _joined(proposals, positions, one, value)
    return _parted(proposals, positions, places, one, (target.report_id, span, value))


def _joined(
    proposals: tuple[Proposal, ...],
    positions: tuple[Position, ...],
    one: Proposal,
    name: str,
) -> tuple[tuple[Proposal, ...], tuple[Position, ...]]:
    others = [p for p in proposals if p.name.casefold() == name.casefold()]
    if len(others) != 1 or others[0] is one:
        raise CorrectionError(f"there is no other proposal called {name!r}")
    other = others[0]
    whole = replace(other, forms=tuple(dict.fromkeys((*other.forms, *one.forms))))
    moved = [
        replace(p, proposal=whole.name, proposal_id=whole.id)
        if p.proposal_id == one.id
        else p
        for p in positions
    ]
    kept = tuple(whole if p is other else p for p in proposals if p is not one)
    return kept, _in_order(kept, _merged(moved))


def _parted(
    proposals: tuple[Proposal, ...],
    positions: tuple[Position, ...],
    places: Places,
    one: Proposal,
    where: tuple[str, Span, str],
) -> tuple[tuple[Proposal, ...], tuple[Position, ...]]:
    """Make a proposal of what is said of some words of a report."""
    report, span, name = where
    new = Proposal(part_id(report, span), name, (Evidence(report, span),))

    def said_of_it(member_report: str, statement: str) -> bool:
        told = places.get((member_report, statement))
        if told is None or member_report != report:
            return False
        words = (told.object, told.stands_for)
        return any(w is not None and w.overlaps(span) for w in words)

    kept: list[Position] = []
    for position in positions:
        if position.proposal_id != one.id:
            kept.append(position)
            continue
        gone = tuple(m for m in position.members if said_of_it(m.report, m.statement))
        rest = tuple(m for m in position.members if m not in gone)
        if rest:
            kept.append(replace(position, members=rest))
        if gone:
            kept.append(
                replace(
                    position,
                    id=part_id(f"{position.id}\x1f{new.id}"),
                    proposal=name,
                    proposal_id=new.id,
                    members=gone,
                    conditions=tuple(
                        c for c in position.conditions if c.report == report
                    ),
                    changed_from=None,
                )
            )
    left = tuple(
        f for f in one.forms if f.report != report or not f.span.overlaps(span)
    )
    stay = {p.proposal_id for p in kept}
    whole = tuple(
        replace(p, forms=left) if p is one else p
        for p in (*proposals, new)
        if p is not one or (left and one.id in stay)
    )
    return whole, _in_order(whole, kept)


def _merged(positions: Sequence[Position]) -> list[Position]:
    """One entry for one actor, proposal and stance."""
    found: dict[tuple[object, ...], Position] = {}
    for position in positions:
        key = (
            position.proposal_id,
            position.actor,
            position.stance,
            position.voice,
            position.speaks_for,
        )
        known = found.get(key)
        found[key] = (
            position
            if known is None
            else replace(
                known,
                members=known.members + position.members,
                conditions=tuple(dict.fromkeys(known.conditions + position.conditions)),
                demands=tuple(dict.fromkeys(known.demands + position.demands)),
            )
        )
    return list(found.values())


def _in_order(
    proposals: Sequence[Proposal], positions: Sequence[Position]
) -> tuple[Position, ...]:
    rank = {p.id: n for n, p in enumerate(proposals)}
    return tuple(sorted(positions, key=lambda p: rank.get(p.proposal_id, len(rank))))
