"""What speakers want done, each in their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.conditions import conditions_of
from synoptic.annotate.english.statements.seeds.seed import kinds_with_particle
from synoptic.annotate.english.statements.way.climb import START
from synoptic.annotate.english.statements.wishes.duties import (
    by_duty_said,
    by_order,
    by_time,
)
from synoptic.annotate.english.statements.wishes.intents import by_aim, by_will, by_wish
from synoptic.annotate.english.statements.wishes.said import said_verbs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from synoptic.annotate.english.statements.holders.find import Holders
    from synoptic.annotate.english.statements.lexicon import Kind
    from synoptic.annotate.english.statements.things import Things
    from synoptic.annotate.english.statements.wishes.said import Intent
    from synoptic.annotate.english.statements.wording import Wording
    from synoptic.annotate.english.tree import Tree
    from synoptic.model import Quotation, Statement

_STOPS = frozenset("block defeat derail kill prevent stop".split())
_LONGEST_CHARS = 60  # of the words shown as those that carry a stance


class Intended:
    """Puts together what the speakers of one report want done."""

    def __init__(
        self,
        tree: Tree,
        quotations: Sequence[Quotation],
        *,
        holders: Holders,
        things: Things,
        wording: Wording,
    ) -> None:
        self._tree = tree
        self._quotations = quotations
        self._holders = holders
        self._things = things
        self._wording = wording

    def statements(self, known: Sequence[Statement]) -> Iterator[Statement]:
        """Yield what a speaker wants done, where no word of his says more about it.

        Args:
            known: The stands that other words tell of.
        """
        for intent in find_intents(self._tree, self._quotations, self._is_own):
            one = self._turned(intent)
            first, last = sorted((one.verb, one.thing))
            words = self._tree.span(first, last)
            at = self._tree.start[one.thing]
            told = any(
                s.verb.overlaps(words)
                or (s.object is not None and s.object.start <= at < s.object.end)
                for s in known
            )
            thing = self._things.wanted(one.thing, deed=one.deed)
            holder = self._holders.spoken_by(self._tree.start[one.verb])
            if (
                told
                or thing is None
                or holder is None
                or self._wording.is_asked(one.verb)
            ):
                continue
            found = conditions_of(self._tree, one.verb)
            stance, lean = START[one.kind]
            if found.spans and found.binding and stance == "for":
                stance = "conditional"
            short = words.end - words.start < _LONGEST_CHARS
            yield self._wording.statement(
                one.verb,
                holder=holder,
                verb=words if short else self._tree.span(one.verb, one.verb),
                thing=thing.span,
                stands_for=thing.stands_for,
                stance=stance,
                lean=lean,
                firm=one.firm,
                negation=stance == "against",
                conditions=tuple(c for c in found.spans if not c.within(thing.span)),
                quotation=one.quotation,
            )

    def _turned(self, intent: Intent) -> Intent:
        """What is undone or fought by a deed: "we will keep fighting this bill"."""
        if not intent.deed or intent.kind not in ("for", "against"):
            return intent
        kinds = kinds_with_particle(self._tree, intent.thing)
        undone = self._tree.child(intent.thing, "dobj")
        stops = self._tree.lemma[intent.thing].lower() in _STOPS
        if undone is None or not ("against" in kinds or stops) or "for" in kinds:
            return intent  # "we will lift the ban" is told as the deed
        thing = self._things.wanted(undone, deed=False)
        if thing is None or not thing.decided:
            return intent
        kind: Kind = "against" if intent.kind == "for" else "for"
        return intent._replace(thing=undone, kind=kind, deed=False)

    def _is_own(self, subject: int) -> bool:
        """Whether a subject in somebody's words is who speaks."""
        low = self._tree.word(subject).lower()
        if low in ("i", "we"):
            return True
        at = self._tree.start[subject]
        speaker = self._holders.spoken_by(at)
        if speaker is None or self._tree.pos[subject] != "PRON":
            return False
        if low in ("he", "she") and speaker.entity is None:
            return False  # "a source said she would"
        inside = self._wording.in_marks(at)
        if low == "it" and (inside or not self._holders.traits.can_be_it(speaker)):
            return False
        same = self._holders.holders(subject)
        if speaker.entity is not None:
            return any(h.entity == speaker.entity for h in same)
        return speaker.span is not None and any(h.span == speaker.span for h in same)


def find_intents(
    tree: Tree,
    quotations: Sequence[Quotation],
    own: Callable[[int], bool],
) -> Iterator[Intent]:
    """Yield what is willed, wished, needed or ordered in somebody's words.

    Inside such words ordinary English says so with any verb; outside them a report
    only tells what happened, and needs a word that carries a stance.

    Args:
        tree: The parse.
        quotations: The quotations of the report.
        own: Whether the subject at a token is who speaks.
    """
    for said in said_verbs(tree, quotations, own):
        found = (
            list(by_will(tree, said, own))
            or list(by_wish(tree, said, own))
            or list(by_aim(tree, said))
            or list(by_duty_said(tree, said))
            or list(by_time(tree, said))
            or list(by_order(tree, said))
        )
        yield from found
