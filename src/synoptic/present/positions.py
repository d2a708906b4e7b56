"""Who stands where: proposals, under each a row for everybody who is printed on it.

Nobody is judged: a row says what somebody is printed as saying, in which reports.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Final

from synoptic.present.marked import Sentences, printed_once
from synoptic.present.position_terms import Terms
from synoptic.present.shown_positions import (
    FramingView,
    HeldView,
    PartyView,
    ProposalView,
    StandingView,
    StepView,
)
from synoptic.present.wording import clipped, listed, one_line, quoted
from synoptic.text.days import day_in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from synoptic.model import (
        Collation,
        Position,
        PositionMember,
        Proposal,
        Span,
        Stance,
    )
    from synoptic.present.marked import MarkedView
    from synoptic.present.shown import QuoteView

    Quote = Callable[[str, Span], QuoteView]

STANCES: Final[dict[Stance, str]] = {
    "for": "for it",
    "against": "against it",
    "conditional": "on conditions",
    "undecided": "not decided",
    "unstated": "no yes or no",
    "silent": "does not say",
}
_LEANS: Final = {"for": "favourable", "against": "critical"}
_TALLIED: Final[dict[Stance, str]] = {"unstated": "with no yes or no"}
_LONGEST_OCCASION: Final = 80
_ARTICLE: Final = re.compile(r"^(?:the|an?|any|this|that|his|her|its|their) ")
_MARKS: Final = frozenset('“”„«»"')


def standing(
    collation: Collation, sigla: Mapping[str, str], quote: Quote
) -> StandingView | None:
    """Who stands where; None: not measured.

    Args:
        collation: What is shown.
        sigla: Label of each report, by id.
        quote: The words at a span of a report, with their address.
    """
    if collation.positions is None or collation.proposals is None:
        return None
    of: dict[str, list[Position]] = {}
    for position in collation.positions:
        of.setdefault(position.proposal_id, []).append(position)
    builder = _Builder(collation, sigla, quote)
    shown = sorted(
        (
            builder.proposal(f"stand-{place}", proposal, of.get(proposal.id, ()))
            for place, proposal in enumerate(collation.proposals, 1)
        ),
        key=_spread,
        reverse=True,
    )
    parties = [p for p in collation.positions if p.voice == "actor"]
    counts = Counter(p.stance for p in parties)
    return StandingView(
        proposals=tuple(p for p in shown if _to_be_set_side_by_side(p)),
        single=tuple(p for p in shown if not _to_be_set_side_by_side(p)),
        stances=tuple((s, STANCES[s], counts[s]) for s in STANCES if counts[s]),
        actors=tuple(sorted({one_line(p.actor) for p in parties})),
        n_positions=len(parties),
    )


def _to_be_set_side_by_side(proposal: ProposalView) -> bool:
    """Whether several reports have it, or somebody stands elsewhere than another."""
    held = [h for party in proposal.parties for h in party.held]
    reports = {siglum for h in held for siglum in h.sigla}
    return len(reports) > 1 or len({h.stance for h in held}) > 1


def _spread(proposal: ProposalView) -> tuple[bool, int]:
    """Whether several reports have it, and how often one of them has a party on it."""
    parties = {(p.name, s) for p in proposal.parties for h in p.held for s in h.sigla}
    return len({siglum for _, siglum in parties}) > 1, len(parties)


class _Builder:
    def __init__(
        self, collation: Collation, sigla: Mapping[str, str], quote: Quote
    ) -> None:
        self._collation = collation
        self._sigla = sigla
        self._quote = quote
        self._sentences = Sentences(collation, quote)
        self._terms = Terms(collation, quote)

    def proposal(
        self, anchor: str, proposal: Proposal, positions: Sequence[Position]
    ) -> ProposalView:
        actors = [p for p in positions if p.voice == "actor"]
        own = [m for p in positions if p.voice == "report" for m in p.members]
        counts = Counter(p.stance for p in actors)
        where = dict.fromkeys(self._sigla[m.report] for p in actors for m in p.members)
        tally = ", ".join(
            f"{counts[s]} {_TALLIED.get(s, words)}"
            for s, words in STANCES.items()
            if counts[s]
        )
        return ProposalView(
            id=proposal.id,
            anchor=anchor,
            name=one_line(proposal.name),
            forms=self._forms(proposal),
            tally=f"{tally}; in {listed(sorted(where, key=_place))}" if actors else "",
            parties=self._parties(actors),
            own_words=self._words(own),
            framings=tuple(self._framings(actors)),
        )

    def _forms(self, proposal: Proposal) -> tuple[QuoteView, ...]:
        found = {_bare(proposal.name)}
        forms = []
        for place in proposal.forms:
            form = self._quote(place.report, place.span)
            if _bare(form.text) not in found:
                found.add(_bare(form.text))
                forms.append(form)
        return tuple(forms)

    def _parties(self, positions: Sequence[Position]) -> tuple[PartyView, ...]:
        """Everybody in the order found, a spokesman after whom they speak for."""
        of: dict[tuple[str, str], list[Position]] = {}
        for position in positions:
            name = one_line(position.actor)
            principal = one_line(position.speaks_for or "")
            if principal and name.startswith(f"{principal}’"):
                principal = ""  # "Ruth Kane’s lawyers" says it
            of.setdefault((name, principal), []).append(position)
        rank = {name: place for place, (name, _) in enumerate(of)}
        ordered = sorted(of, key=lambda k: (rank.get(k[1], rank[k[0]]), bool(k[1])))
        return tuple(
            PartyView(
                name=name,
                speaks_for=principal,
                held=tuple(self._held(p) for p in of[name, principal]),
                path=_path(of[name, principal]),
            )
            for name, principal in ordered
        )

    def _held(self, position: Position) -> HeldView:
        words = self._words(position.members)
        key = min(words, key=lambda w: self._reads_worse(w, position))
        return HeldView(
            id=position.id,
            stance=position.stance,
            label=STANCES[position.stance],
            lean=_lean(position),
            modality=quoted(position.modality) if position.modality else "",
            when=self._when(position),
            dated=bool(position.said_at),
            teller=one_line(position.teller or ""),
            sigla=tuple(dict.fromkeys(self._sigla[m.report] for m in position.members)),
            conditions=self._terms.of(position.conditions),
            demands=self._terms.of(position.demands),
            source=self._source(position.members),
            key=key,
            others=tuple(w for w in words if w is not key),
        )

    def _reads_worse(self, words: MarkedView, position: Position) -> int:
        """Their own words are read first, a headline last."""
        for member in position.members:
            if member.headline and member.report == words.report:
                head = self._sentences.around(member.report, member.span)
                if head.start <= words.start < head.end:
                    return 2
        return 0 if _MARKS & set(words.text) else 1

    def _when(self, position: Position) -> str:
        if position.said_at:
            return _day(position.said_at)
        if position.occasion is None:
            return ""
        place = position.occasion
        words = self._collation.report(place.report).quote(place.span)
        return quoted(clipped(words, _LONGEST_OCCASION))

    def _words(self, members: Iterable[PositionMember]) -> tuple[MarkedView, ...]:
        """Each sentence once, with the words in it that carry the stance."""
        marks: dict[tuple[str, Span], list[Span]] = {}
        for member in members:
            sentence = self._sentences.around(member.report, member.span)
            marks.setdefault((member.report, sentence), []).append(member.verb)
        return printed_once(
            self._sentences.marked(report, sentence, verbs, "stance")
            for (report, sentence), verbs in marks.items()
        )

    def _source(self, members: Sequence[PositionMember]) -> str:
        """Which reports say where they have it from, where others do not."""
        reports = list(dict.fromkeys(m.report for m in members))
        named: dict[str, list[str]] = {}
        for member in members:
            if member.source is not None and member.report in reports:
                reports.remove(member.report)
                words = self._collation.report(member.report).quote(member.source)
                labels = named.setdefault(quoted(words), [])
                labels.append(self._sigla[member.report])
        if not named or not reports:
            return ""
        with_it = "; ".join(f"{words} in {listed(at)}" for words, at in named.items())
        without = listed([self._sigla[r] for r in reports])
        return f"Source named: {with_it}; none beside it in {without}"

    def _framings(self, positions: Sequence[Position]) -> Iterable[FramingView]:
        """What the headlines make of where one actor stands, where they differ."""
        members: dict[str, dict[str, list[PositionMember]]] = {}
        for position in positions:
            for member in position.members:
                if member.headline:
                    own = members.setdefault(position.actor, {})
                    own.setdefault(member.report, []).append(member)
        for actor, heads in members.items():
            lines = [self._words(found)[0] for found in heads.values()]
            if len({one_line(line.text).casefold() for line in lines}) > 1:
                yield FramingView(actor=one_line(actor), headlines=tuple(lines))


def _lean(position: Position) -> str:
    """Which way somebody leans who says neither yes nor no."""
    if position.stance != "unstated" or position.lean is None:
        return ""
    return _LEANS[position.lean]


def _path(positions: Sequence[Position]) -> tuple[StepView, ...]:
    """The dated positions of somebody who is printed with more than one stance."""
    dated = [p for p in positions if p.said_at]
    if not any(p.changed_from for p in dated):
        return ()
    return tuple(
        StepView(when=_day(p.said_at or ""), stance=p.stance, label=STANCES[p.stance])
        for p in sorted(dated, key=lambda p: p.said_at or "")
    )


def _bare(name: str) -> str:
    """A name without the article before it, to tell forms apart."""
    return _ARTICLE.sub("", one_line(name).casefold())


def _day(iso: str) -> str:
    try:
        return day_in_words(date.fromisoformat(iso))
    except ValueError:  # a document that another hand wrote
        return one_line(iso)


def _place(label: str) -> tuple[int, str]:
    return len(label), label
