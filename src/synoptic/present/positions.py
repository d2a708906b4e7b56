"""Who stands where: proposals as headings, a line for each actor's position.

Nobody is judged: a line says what somebody is printed as saying, in which reports.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from synoptic.present.shown import PartView, RowView
from synoptic.present.when import day_in_words
from synoptic.present.wording import clipped, listed, one_line, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from synoptic.model import Collation, Evidence, Position, Span
    from synoptic.present.shown import QuoteView

    Quote = Callable[[str, Span], QuoteView]

STANCES: Final = {
    "for": "for it",
    "against": "against it",
    "conditional": "on conditions",
    "undecided": "not decided",
    "unstated": "no yes or no",
    "silent": "does not say",
}
_LEANS: Final = {
    "for": "speaks well of it, no yes or no",
    "against": "critical of it, no yes or no",
}
_LONGEST: Final = 220


def positions_part(
    collation: Collation, sigla: Mapping[str, str], quote: Quote
) -> PartView:
    """A line for each position under its proposal, then how headlines put it."""
    rows: list[RowView] = []
    by_id = {p.id: p for p in collation.positions or ()}
    for proposal in collation.proposals or ():
        own = [p for p in by_id.values() if p.proposal_id == proposal.id]
        for position in own:
            earlier = by_id.get(position.changed_from or "")
            rows.append(
                RowView(
                    text=position_line(collation, sigla, position, earlier),
                    reasons=(),
                    quotes=tuple(
                        dict.fromkeys(quote(m.report, m.span) for m in position.members)
                    ),
                    plain=False,
                    group=one_line(proposal.name),
                )
            )
        rows += _framings(collation, sigla, own, quote, one_line(proposal.name))
    return PartView(id="positions", title="Who stands where", rows=tuple(rows), alike=0)


def position_line(
    collation: Collation,
    sigla: Mapping[str, str],
    position: Position,
    earlier: Position | None = None,
) -> str:
    """One position as a sentence: who, where, since when, on which conditions."""
    where = listed(list(dict.fromkeys(sigla[m.report] for m in position.members)))
    who = one_line(position.actor)
    if position.voice == "report":
        first = position.members[0]
        words = collation.report(first.report).quote(first.span)
        words = clipped(words, _LONGEST).rstrip(" .")
        return f"{who} in its own words: {quoted(words)}."
    behind = position.speaks_for
    aside = f" (speaks for {one_line(behind)})" if behind else ""
    said = f"{who}{aside}: {stance_words(position)}"
    if position.modality:
        said += f" ({quoted(one_line(position.modality))})"
    if position.said_at:
        said += f", {_day(position.said_at)}"
    elif position.occasion is not None:
        said += f", {quoted(_words(collation, position.occasion))}"
    said += f"; in {where}"
    if position.teller:
        said += f", as told by {one_line(position.teller)}"
    if earlier is not None and earlier.said_at:
        said += f"; before, {_day(earlier.said_at)}: {stance_words(earlier)}"
    parts = [said, *_sources(collation, sigla, position)]
    if position.conditions:
        parts.append(
            "Conditions: " + "; ".join(_printed(collation, sigla, position.conditions))
        )
    if position.demands:
        parts.append(
            "Asked in return: "
            + "; ".join(_printed(collation, sigla, position.demands))
        )
    return ". ".join(parts) + "."


def _sources(
    collation: Collation, sigla: Mapping[str, str], position: Position
) -> Iterator[str]:
    """Which reports say where they have it from, where others do not."""
    with_source = {
        m.report: one_line(collation.report(m.report).quote(m.source))
        for m in reversed(position.members)
        if m.source is not None
    }
    reports = list(dict.fromkeys(m.report for m in position.members))
    without = [sigla[r] for r in reports if r not in with_source]
    if with_source and without:
        named = "; ".join(
            f"{quoted(with_source[r])} in {sigla[r]}"
            for r in reports
            if r in with_source
        )
        yield f"Source named: {named}; none beside it in {listed(without)}"


def stance_words(position: Position) -> str:
    """Where somebody stands, in the page's words."""
    if position.stance == "unstated" and position.lean is not None:
        return _LEANS[position.lean]
    return STANCES[position.stance]


def _printed(
    collation: Collation, sigla: Mapping[str, str], places: tuple[Evidence, ...]
) -> Iterator[str]:
    """Each wording once, with the reports that print it."""
    found: dict[str, tuple[str, list[str]]] = {}
    for place in places:
        words = _words(collation, place)
        key = words.casefold().removeprefix("that ")
        found.setdefault(key, (words, []))[1].append(sigla[place.report])
    for words, labels in found.values():
        yield f"{quoted(words)} ({listed(list(dict.fromkeys(labels)))})"


def _framings(
    collation: Collation,
    sigla: Mapping[str, str],
    positions: list[Position],
    quote: Quote,
    group: str,
) -> Iterator[RowView]:
    """What the headlines make of one actor's position, where they differ."""
    for actor in dict.fromkeys(p.actor for p in positions):
        heads: dict[str, list[str]] = {}
        spans = {}
        for position in positions:
            if position.actor != actor:
                continue
            for member in position.members:
                if member.headline:
                    words = one_line(collation.report(member.report).quote(member.verb))
                    labels = heads.setdefault(words.casefold(), [])
                    if sigla[member.report] not in labels:
                        labels.append(sigla[member.report])
                    spans[member.report, member.span] = quote(
                        member.report, member.span
                    )
        reports = {label for labels in heads.values() for label in labels}
        if len(heads) > 1 and len(reports) > 1:
            forms = "; ".join(
                f"{quoted(words)} in {listed(labels)}"
                for words, labels in heads.items()
            )
            yield RowView(
                text=f"{one_line(actor)} in the headlines: {forms}.",
                reasons=(),
                quotes=tuple(spans.values()),
                plain=False,
                group=group,
            )


def _words(collation: Collation, place: Evidence) -> str:
    return clipped(collation.report(place.report).quote(place.span), _LONGEST)


def _day(iso: str) -> str:
    try:
        return day_in_words(date.fromisoformat(iso))
    except ValueError:  # a document that another hand wrote
        return one_line(iso)
