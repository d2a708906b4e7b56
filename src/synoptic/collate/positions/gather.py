"""Statements to positions: one entry for one actor, proposal and stance."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from synoptic.collate.positions.actors import Actor, Actors, bare, names_of
from synoptic.collate.positions.likeness import weight
from synoptic.model import Evidence, Position, PositionMember, Span, part_id
from synoptic.text.stems import stem
from synoptic.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from synoptic.collate.entities import Entities
    from synoptic.model import (
        Annotations,
        Proposal,
        Report,
        Stance,
        Statement,
    )

# words that put a position before or after what is told beside it
_EARLIER = re.compile(
    r"(?:earlier|in the past|previously|formerly|before|last)\b", re.IGNORECASE
)
_LATER = re.compile(r"(?:later|after)\b", re.IGNORECASE)
_ALL_OF_IT = 0.9  # "a truce would" and "any truce would" say the same
_ORDER: tuple[Stance, ...] = (
    "for",
    "conditional",
    "against",
    "undecided",
    "unstated",
    "silent",
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement with its place, its actor across the reports, and its day."""

    place: int
    report: Report
    statement: Statement
    actor: Actor
    day: str | None


def gather(
    reports: Sequence[Report],
    annotations: Sequence[Annotations],
    things: Mapping[str, Proposal],
    entities: Entities,
) -> list[Position]:
    """Positions in order of actor and time inside each proposal."""
    actors = Actors(reports, annotations, entities)
    said: dict[tuple[str, str], list[_Said]] = {}
    for place, (report, known) in enumerate(zip(reports, annotations, strict=True)):
        days = {d.id: d.earliest for d in known.dates or ()}
        for statement in known.statements or ():
            thing = things.get(statement.id)
            if thing is None:
                continue
            actor = (
                Actor(report.name, f"report:{report.id}", None)
                if statement.voice == "report"
                else actors.of(report, statement.actor)
            )
            if actor is None:
                continue
            day = days.get(statement.date or "")
            one = _Said(place, report, statement, actor, day)
            said.setdefault((thing.id, actor.key), []).append(one)
    called = names_of(one.actor for group in said.values() for one in group)
    principals = _principals((one for g in said.values() for one in g), actors)
    by_id = {thing.id: thing for thing in things.values()}
    found: list[Position] = []
    for (thing_id, key), group in sorted(said.items(), key=lambda s: s[0]):
        named = [
            replace(one, actor=one.actor._replace(name=called[key])) for one in group
        ]
        principal = principals.get(key)
        found += _of_actor(by_id[thing_id], key, named, actors, principal=principal)
    return found


def _principals(said: Iterable[_Said], actors: Actors) -> dict[str, str]:
    """Whom each actor speaks for, as most of the statements tell it."""
    told: dict[str, Counter[str]] = {}
    for one in said:
        name = actors.principal(one.report, one.statement)
        if name is not None:
            told.setdefault(one.actor.key, Counter())[name] += 1
    return {
        key: min(names, key=lambda n: (-names[n], n)) for key, names in told.items()
    }


def _of_actor(
    thing: Proposal,
    key: str,
    group: Sequence[_Said],
    actors: Actors,
    *,
    principal: str | None,
) -> list[Position]:
    """The positions of one actor on one thing, in order of time."""
    by_stance: dict[tuple[str, Stance], list[_Said]] = {}
    for one in group:
        by_stance.setdefault((one.statement.voice, one.statement.stance), []).append(
            one
        )
    _fold(by_stance)
    found = [
        (_position(thing, key, stance, members, actors, principal=principal), members)
        for (_, stance), members in by_stance.items()
        if members
    ]
    found.sort(key=lambda f: _when(*f))
    marked: list[Position] = []
    for place, (position, members) in enumerate(found):
        earlier = [
            before
            for before, others in found[:place]
            if before.stance != position.stance
            and before.voice == position.voice == "actor"
            and not {before.stance, position.stance} & {"unstated", "silent"}
            and _precede(others, members)
        ]
        marked.append(
            replace(position, changed_from=earlier[-1].id) if earlier else position
        )
    return marked


def _when(position: Position, members: Sequence[_Said]) -> tuple[object, ...]:
    return (
        _order(members),
        position.said_at or "9",
        _ORDER.index(position.stance),
        position.id,
    )


def _precede(first: Sequence[_Said], then: Sequence[_Said]) -> bool:
    """Whether the reports say that all of the first were said before all the others.

    By their days where both have them, else by words such as "earlier".
    """
    days = [sorted(one.day for one in group if one.day) for group in (first, then)]
    if all(days):
        return days[0][-1] < days[1][0]
    return _order(first) < _order(then)


def _order(group: Sequence[_Said]) -> int:
    """Before (-1) or after (1) what the reports tell of, where each print says so."""
    said = [
        one.report.quote(when) if (when := one.statement.when) is not None else ""
        for one in group
    ]
    if all(_EARLIER.match(words) for words in said):
        return -1
    return int(all(_LATER.match(words) for words in said))


def _fold(by_stance: dict[tuple[str, Stance], list[_Said]]) -> None:
    """Bring together what is one position: yes and its conditions, yes and its praise.

    Only what is not dated apart; a yes and a no both stay.
    """
    for voice in {v for v, _ in by_stance}:
        yes = by_stance.get((voice, "for"), [])
        only_if = by_stance.get((voice, "conditional"), [])
        no = by_stance.get((voice, "against"), [])
        if yes and only_if and not no and not _apart(yes, only_if):
            only_if += yes
            yes.clear()
        for target, lean in ((only_if or yes, "for"), (no, "against")):
            loose = by_stance.get((voice, "unstated"), [])
            other = no if lean == "for" else (yes or only_if)
            if not target or other:
                continue
            same = [
                one
                for one in loose
                if one.statement.lean in (lean, None) and not _apart(target, [one])
            ]
            for one in same:
                loose.remove(one)
                target.append(one)


def _apart(a: Iterable[_Said], b: Iterable[_Said]) -> bool:
    days_a = {one.day for one in a if one.day}
    days_b = {one.day for one in b if one.day}
    return bool(days_a and days_b and not days_a & days_b)


def _position(
    thing: Proposal,
    key: str,
    stance: Stance,
    group: Sequence[_Said],
    actors: Actors,
    *,
    principal: str | None,
) -> Position:
    ordered = sorted(group, key=lambda o: (o.place, o.statement.verb, o.statement.id))
    members = tuple(
        PositionMember(
            report=one.report.id,
            span=one.statement.span,
            verb=one.statement.verb,
            statement=one.statement.id,
            source=one.statement.source,
            headline=one.statement.block == "headline",
        )
        for one in ordered
    )
    first = min(ordered, key=lambda o: (o.report.id, o.statement.id))
    days = sorted({one.day for one in ordered if one.day})
    occasion = next(
        (
            Evidence(o.report.id, o.statement.when)
            for o in ordered
            if o.statement.when is not None
        ),
        None,
    )
    tellers = [
        actors.of(o.report, o.statement.teller)
        for o in ordered
        if o.statement.teller is not None
    ]
    own = bare(first.actor.name)
    others = [t.name for t in tellers if t is not None and bare(t.name) != own]
    leans = {o.statement.lean for o in ordered}
    return Position(
        id=part_id(
            f"{key}\x1f{thing.id}\x1f{stance}\x1f{first.statement.voice}",
            *(Span(*m.span) for m in members[:1]),
        ),
        actor=first.actor.name,
        proposal=thing.name,
        proposal_id=thing.id,
        stance=stance,
        voice=first.statement.voice,
        lean=leans.pop() if stance == "unstated" and len(leans) == 1 else None,
        entity=first.actor.entity,
        speaks_for=principal,
        teller=others[0] if len(others) == len(ordered) else None,
        modality=next(
            (o.statement.modality for o in ordered if o.statement.modality), None
        ),
        conditions=_evidence(ordered, "conditions"),
        demands=_evidence(ordered, "demands"),
        said_at=days[0] if days else None,
        occasion=occasion,
        members=members,
    )


def _evidence(group: Sequence[_Said], part: str) -> tuple[Evidence, ...]:
    """The words of each report, without those that say less of the same in it."""
    found: dict[Evidence, frozenset[str]] = {}
    for one in group:
        for span in getattr(one.statement, part):
            words = frozenset(map(stem, tokenize(one.report.quote(span)).norm))
            found[Evidence(one.report.id, span)] = words
    ranked = sorted(found, key=lambda p: (-weight(found[p]), p.span))
    kept: list[Evidence] = []
    for place in ranked:
        words = found[place]
        said = (
            weight(words & found[other])
            for other in kept
            if other.report == place.report
        )
        if max(said, default=0.0) < _ALL_OF_IT * weight(words):
            kept.append(place)
    return tuple(place for place in found if place in kept)
