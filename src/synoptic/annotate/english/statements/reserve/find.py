"""What people keep to themselves: silences, denials, what is left open, terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.reserve.denials import find_denials
from synoptic.annotate.english.statements.reserve.openings import find_openings
from synoptic.annotate.english.statements.reserve.silences import find_silences
from synoptic.annotate.english.statements.reserve.terms import find_terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from synoptic.annotate.english.statements.holders.find import Holders
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.statements.things import Things
    from synoptic.annotate.english.statements.wording import Wording
    from synoptic.annotate.english.tree import Tree
    from synoptic.model import Quotation, Span, Statement


class Reserved:
    """Puts together what the people of one report leave open, unsaid or tied."""

    def __init__(
        self,
        tree: Tree,
        phrases: Phrases,
        quotations: Sequence[Quotation],
        *,
        holders: Holders,
        things: Things,
        wording: Wording,
    ) -> None:
        self._tree = tree
        self._phrases = phrases
        self._quotations = quotations
        self._holders = holders
        self._things = things
        self._wording = wording

    def statements(self) -> Iterator[Statement]:
        """Yield each of them."""
        yield from self._silences()
        yield from self._denials()
        yield from self._openings()
        yield from self._terms()

    def _openings(self) -> Iterator[Statement]:
        """What a speaker leaves open."""
        for opening in find_openings(self._tree, self._phrases):
            at = self._tree.start[opening.verb]
            own, holder = (
                self._holders.spoken.quotation_at(at),
                self._holders.spoken_by(at),
            )
            if own is None or holder is None:
                continue
            if opening.target is None:
                thing = self._things.spoken_of.last(opening.verb)
            else:
                deed = self._tree.pos[opening.target] in ("VERB", "AUX")
                thing = self._things.find(opening.target, deed=deed)
            if thing is None or self._wording.is_date(thing.span):
                continue
            yield self._wording.statement(
                opening.verb,
                holder=holder,
                verb=self._word(opening.verb),
                thing=thing.span,
                stands_for=thing.stands_for,
                stance="undecided",
                firm=True,
                quotation=own,
            )

    def _silences(self) -> Iterator[Statement]:
        """Who says nothing, and of what."""
        for silence in find_silences(self._tree, self._phrases):
            thing = (
                self._things.spoken_of.last(silence.verb)
                if silence.target is None
                else self._things.judged(silence.target, None)
            )
            if thing is None or self._wording.is_date(thing.span):
                continue
            for holder in self._holders.holders(silence.subject):
                yield self._wording.statement(
                    silence.verb,
                    holder=holder,
                    verb=self._tree.span(
                        min(silence.verb, silence.inner),
                        max(silence.verb, silence.inner),
                    ),
                    thing=thing.span,
                    stands_for=thing.stands_for,
                    stance=silence.stance,
                    firm=True,
                    negation=True,
                )

    def _denials(self) -> Iterator[Statement]:
        """What somebody denies: a no to what others claim, to a deed neither."""
        for denial in find_denials(self._tree, self._phrases):
            deed = self._tree.pos[denial.target] in ("VERB", "AUX")
            thing = (
                self._things.find(denial.target, deed=True)
                if deed
                else self._things.judged(denial.target, None)
            )
            if thing is None or self._wording.is_date(thing.span):
                continue
            for holder in self._holders.holders(denial.subject):
                yield self._wording.statement(
                    denial.verb,
                    holder=holder,
                    verb=self._word(denial.verb),
                    thing=thing.span,
                    stands_for=thing.stands_for,
                    stance="against" if denial.claimed else "unstated",
                    firm=True,
                    negation=True,
                )

    def _terms(self) -> Iterator[Statement]:
        """What is to be done on terms, in the words of whoever says so."""
        for term in find_terms(self._tree, self._phrases, self._quotations):
            at = self._tree.start[term.verb]
            own = self._holders.spoken.quotation_at(at)
            holder = self._holders.spoken_by(at)
            deed = self._tree.pos[term.target] == "VERB"
            thing = self._things.find(term.target, deed=deed)
            if own is None or own.id != term.quotation.id:
                continue
            if holder is None or thing is None or self._wording.is_asked(term.verb):
                continue
            yield self._wording.statement(
                term.verb,
                holder=holder,
                verb=self._word(term.verb),
                thing=thing.span,
                stands_for=thing.stands_for,
                stance="conditional",
                firm=True,
                conditions=term.conditions,
                quotation=term.quotation,
            )

    def _word(self, token: int) -> Span:
        return self._tree.span(token, token)
