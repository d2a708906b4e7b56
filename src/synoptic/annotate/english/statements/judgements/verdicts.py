"""What somebody, or the report itself, finds a thing or a person to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.holders.tellers import is_same
from synoptic.annotate.english.statements.judgements.find import find_evaluations
from synoptic.annotate.english.statements.judgements.readings import find_readings
from synoptic.annotate.english.statements.wording import NOBODY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from synoptic.annotate.english.statements.holders.find import Holders
    from synoptic.annotate.english.statements.holders.tellers import Tellers
    from synoptic.annotate.english.statements.judgements.evaluation import Evaluation
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.statements.things import Things
    from synoptic.annotate.english.statements.wording import Wording
    from synoptic.annotate.english.tree import Tree
    from synoptic.model import Quotation, Span, Speaker, Statement


class Verdicts:
    """Puts together what is judged in one report."""

    def __init__(
        self,
        phrases: Phrases,
        quotations: Sequence[Quotation],
        *,
        holders: Holders,
        tellers: Tellers,
        things: Things,
        wording: Wording,
    ) -> None:
        self._phrases = phrases
        self._tree: Tree = phrases.tree
        self._quotations = quotations
        self._holders = holders
        self._tellers = tellers
        self._things = things
        self._wording = wording

    def by_somebody(self) -> Iterator[Statement]:
        """Yield what people find good, bad or otherwise."""
        for one in find_evaluations(self._tree, self._phrases, self._quotations):
            holder = self._judge(one)
            many = self._tree.word(one.target).lower() in ("they", "them")
            if self._phrases.is_person(one.target) and not many:
                thing = self._holders.as_thing(
                    self._things.told_of(one.target, one.cue)
                )
            else:
                thing = self._things.judged(one.target, one.cue, meant=one.meant)
            if holder is None or thing is None or self._is_itself(one, holder):
                continue
            of = self._holders.person(one.target)
            if of is not None and is_same(holder, of):
                continue  # what somebody says of himself
            if one.lean == "for" and not thing.decided and self._is_own(one, holder):
                continue  # "our case is strong"
            needs: tuple[Span, ...] = ()
            if one.needs and one.quotation is not None:
                clause = self._tree.span(
                    self._tree.left[one.verb], self._tree.right[one.verb]
                )
                needs = (self._wording.clipped(clause, one.quotation),)
            teller, source = self._tellers.of(one.quotation, holder)
            yield self._wording.statement(
                one.verb,
                holder=holder,
                verb=self._word(one.worth),
                thing=thing.span,
                stands_for=thing.stands_for,
                stance=one.stance,
                lean=one.lean,
                firm=thing.decided
                or self._tree.pos[one.target] == "VERB"
                or self._is_definite(one.target),
                conditions=needs,
                teller=teller,
                source=source,
                quotation=one.quotation,
            )

    def _is_itself(self, one: Evaluation, holder: Speaker) -> bool:
        """Whether "it" is the body that speaks: "the council said it would improve"."""
        if self._tree.word(one.target).lower() != "it" or one.quotation is None:
            return False
        at = self._tree.start[one.target]
        return not self._wording.in_marks(at) and self._holders.traits.can_be_it(holder)

    def _is_own(self, one: Evaluation, holder: Speaker) -> bool:
        """Whether a thing is the speaker's own: "my record", "said their case"."""
        owner = self._tree.child(one.target, "poss")
        if owner is None or self._tree.pos[owner] != "PRON":
            return False
        if self._wording.in_marks(self._tree.start[owner]):
            return self._tree.word(owner).lower() in ("my", "our")
        return any(is_same(holder, h) for h in self._holders.holders(owner))

    def _is_definite(self, target: int) -> bool:
        """Whether a thing that is judged is one that was spoken of: "the changes"."""
        tree = self._tree
        return any(
            tree.word(c).lower() in ("the", "this", "that", "these", "those")
            or (
                tree.relation[c] == "poss"
                # "a hard day's work" is any
                and not any(
                    tree.word(t).lower() in ("a", "an") for t in tree.children[c]
                )
            )
            for c in tree.children[target]
        )

    def _judge(self, one: Evaluation) -> Speaker | None:
        """Who finds so: the speaker of the innermost words, or who thinks it."""
        at = self._tree.start[one.verb]
        own = self._holders.spoken.quotation_at(at)
        if one.holder is not None:
            found = self._holders.holders(one.holder) if own is None else []
            return found[0] if found else None
        if own is None or one.quotation is None or own.id != one.quotation.id:
            return None
        return self._holders.spoken_by(at)

    def by_report(self) -> Iterator[Statement]:
        """Yield what the report itself takes somebody's words or deeds for."""
        for reading in find_readings(self._tree):
            if (
                self._holders.spoken.quotation_at(self._tree.start[reading.verb])
                is not None
            ):
                continue
            thing = self._things.find(reading.target)
            if thing is not None:
                yield self._wording.statement(
                    reading.verb,
                    holder=NOBODY,
                    verb=self._word(reading.verb),
                    thing=thing.span,
                    stance="unstated",
                    firm=True,
                    voice="report",
                )

    def _word(self, token: int) -> Span:
        return self._tree.span(token, token)
