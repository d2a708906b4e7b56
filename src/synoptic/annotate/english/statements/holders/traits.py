"""What a speaker is: a man or a woman, a body or several, and by what full name."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from synoptic.annotate.english.people.lexicon import people
from synoptic.model import Span

if TYPE_CHECKING:
    from synoptic.annotate.english.people.cast import Cast
    from synoptic.annotate.english.statements.holders.antecedents import Antecedents
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree
    from synoptic.model import Speaker


class Traits:
    """Looks up what is known of the speakers of one report."""

    def __init__(self, phrases: Phrases, cast: Cast, antecedents: Antecedents) -> None:
        self._phrases = phrases
        self._tree: Tree = phrases.tree
        self._cast = cast
        self._antecedents = antecedents

    def agrees(self, speaker: Speaker, low: str) -> bool:
        """Whether a pronoun can be the speaker: "sources say she" is somebody else."""
        if low not in ("he", "she"):
            return speaker.entity is None or not any(
                m.name == speaker.entity and m.kind == "person"
                for m in self._cast.members
            )  # "they", "it"
        if speaker.entity is not None:
            told = "male" if low == "he" else "female"
            return any(
                m.name == speaker.entity
                and m.kind == "person"
                and m.gender in (None, told)
                for m in self._cast.members
            )
        if speaker.span is None:
            return False
        words = self._tree.text[speaker.span.start : speaker.span.end]
        last = words.split()[-1].lower() if words.split() else ""
        return not last.endswith("s")

    def is_body(self, speaker: Speaker) -> bool:
        """Whether a speaker is a body, for which "it" can stand."""
        kinds = {m.kind for m in self._cast.members if m.name == speaker.entity}
        if speaker.entity is not None:
            return "person" not in kinds
        head = None if speaker.span is None else self._phrases.head_of(speaker.span)
        return head is not None and self._antecedents.is_body(head)

    def can_be_it(self, speaker: Speaker) -> bool:
        """Whether "it" can be a speaker: one body, not several."""
        return self.is_body(speaker) and not self._is_many(speaker)

    def _is_many(self, holder: Speaker) -> bool:
        """Whether those who speak are several: "it" is none of them."""
        if holder.span is None:
            return False
        first = bisect_left(self._tree.start, holder.span.start)
        last = bisect_left(self._tree.start, holder.span.end)
        if holder.entity is not None:
            # a party's people, not a body with such a name
            group = self._phrases.names.get(last - 1) == "group"
            return group and self._tree.tag[last - 1] == "NNPS"
        return any(
            self._tree.tag[t] in ("NNS", "NNPS")
            and not first <= self._tree.head[t] < last
            for t in range(first, last)
        )

    def full_name(self, person: Speaker) -> Span | None:
        """Where somebody is first named in full, without a title."""
        for member in self._cast.members:
            if member.name == person.entity and member.kind == "person":
                spans = [self._untitled(span) for _, span in member.mentions]
                return max(spans, key=lambda s: (s.end - s.start, -s.start))
        return None

    def _untitled(self, name: Span) -> Span:
        start = name.start
        for word in re.finditer(r"\S+\s+", self._tree.text[start : name.end]):
            low = word.group().strip().rstrip(".").lower()
            if low not in people().titles | people().roles | people().modifiers:
                return Span(start + word.start(), name.end)
        last = self._tree.text.rfind(" ", start, name.end) + 1
        return Span(max(start, last), name.end)
