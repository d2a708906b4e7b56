"""Who stands where, in a line or two for the first screen."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from synoptic.model import Evidence, Finding, Span, part_id, siglum
from synoptic.text.days import day_in_words
from synoptic.text.stems import stem
from synoptic.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from synoptic.model import Position, PositionMember, Proposal, Report, Stance

_STANCES: dict[Stance, str] = {
    "for": "for it",
    "against": "against it",
    "conditional": "on conditions",
    "undecided": "not decided",
    "unstated": "no yes or no",
    "silent": "does not say",
}
_MOST_PROPOSALS = 2
_MOST_ACTORS = 5
_MOST_HEADLINES = 2
_MOST_CHANGES = 2


def position_findings(
    reports: Sequence[Report],
    proposals: Sequence[Proposal],
    positions: Sequence[Position],
) -> tuple[Finding, ...]:
    """The proposals on which parties differ, headlines that differ, and changes.

    Args:
        reports: In the order of the collation.
        proposals: As `find_positions` gives them.
        positions: The same.
    """
    names = {report.id: siglum(n) for n, report in enumerate(reports)}
    texts = {report.id: report for report in reports}
    own: dict[str, list[Position]] = defaultdict(list)
    for position in positions:
        if position.voice == "actor":
            own[position.proposal_id].append(position)
    return (
        *_parties(proposals, own),
        *_headlines(proposals, own, texts, names),
        *_changes(positions, texts),
    )


def _parties(
    proposals: Sequence[Proposal], own: dict[str, list[Position]]
) -> Iterator[Finding]:
    shown = 0
    for proposal in proposals:
        taken = [p for p in own[proposal.id] if p.stance not in ("unstated", "silent")]
        actors = list(dict.fromkeys(p.actor for p in taken))
        if len(actors) < 2 or len({p.stance for p in taken}) < 2:
            continue
        rows = [p for p in own[proposal.id] if p.actor in actors[:_MOST_ACTORS]]
        said = "; ".join(f"{p.actor}: {_STANCES[p.stance]}" for p in taken if p in rows)
        text = f"Who stands where on “{proposal.name}”: {said}."
        weight = 74.0 + min(len(actors), 5)
        evidence = [_evidence(p.members[0]) for p in rows]
        yield _finding("positions", text, weight, evidence)
        shown += 1
        if shown == _MOST_PROPOSALS:
            return


def _headlines(
    proposals: Sequence[Proposal],
    own: dict[str, list[Position]],
    texts: dict[str, Report],
    names: dict[str, str],
) -> Iterator[Finding]:
    """Such as "backs" in one headline and "stops short of agreeing" in another."""
    shown = 0
    for proposal in proposals:
        heads: dict[str, dict[str, Span]] = defaultdict(dict)
        for position in own[proposal.id]:
            for member in position.members:
                if member.headline:
                    words = Span(member.verb.start, member.span.end)
                    known = heads[position.actor].setdefault(member.report, words)
                    if words.start < known.start:
                        heads[position.actor][member.report] = words
        for actor, found in heads.items():
            ways = {_way(texts[r], words, proposal) for r, words in found.items()}
            if len(ways) < 2:
                continue
            forms = ", ".join(
                f"{names[r]} has “{' '.join(texts[r].quote(words).split())}”"
                for r, words in found.items()
            )
            text = f"Headlines on {actor} and “{proposal.name}”: {forms}."
            evidence = [Evidence(r, words) for r, words in found.items()]
            yield _finding("position-headlines", text, 71.0, evidence)
            shown += 1
            if shown == _MOST_HEADLINES:
                return


def _way(report: Report, words: Span, proposal: Proposal) -> frozenset[str]:
    """The words in which a headline puts a position, without what it is on."""
    things = [f.span for f in proposal.forms if f.report == report.id]
    tokens = tokenize(report.quote(words))
    starts = (words.start + at for at in tokens.start.tolist())
    return frozenset(
        stem(norm)
        for at, norm in zip(starts, tokens.norm, strict=True)
        if not any(thing.start <= at < thing.end for thing in things)
    )


def _changes(
    positions: Sequence[Position], texts: dict[str, Report]
) -> Iterator[Finding]:
    by_id = {p.id: p for p in positions}
    changed = [p for p in positions if p.changed_from in by_id]
    for position in changed[:_MOST_CHANGES]:
        earlier = by_id[position.changed_from or ""]
        text = (
            f"{position.actor} on “{position.proposal}”: "
            f"{_STANCES[earlier.stance]}{_when(earlier, texts)}, then "
            f"{_STANCES[position.stance]}{_when(position, texts)}."
        )
        evidence = [_evidence(p.members[0]) for p in (earlier, position)]
        yield _finding("position-changed", text, 76.0, evidence)


def _when(position: Position, texts: dict[str, Report]) -> str:
    if position.said_at is not None:
        return f" ({day_in_words(date.fromisoformat(position.said_at))})"
    if position.occasion is None:
        return ""
    words = texts[position.occasion.report].quote(position.occasion.span)
    return f" (“{' '.join(words.split())}”)"


def _evidence(member: PositionMember) -> Evidence:
    return Evidence(member.report, member.span)


def _finding(
    kind: str, text: str, weight: float, evidence: Sequence[Evidence]
) -> Finding:
    places = tuple(dict.fromkeys(evidence))
    return Finding(
        id=part_id(f"{kind}\x1e{text}", *(e.span for e in places)),
        kind=kind,
        text=text,
        weight=weight,
        evidence=places,
    )
