"""Those who are called by whose they are: "her campaign", "Lee's lawyers"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.holders.spokesmen import member_at
from synoptic.model import Speaker

if TYPE_CHECKING:
    from collections.abc import Callable

    from synoptic.annotate.english.people.cast import Cast, Member
    from synoptic.annotate.english.statements.holders.antecedents import Antecedents
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_SUBJECT_OF = {"his": "he", "her": "she", "its": "it", "their": "they"}
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"[’'](?:s\b)?")
_LONGEST_CHARS = 40


class Owned:
    """Names those of one report who are called by whose they are.

    `meant` says who a pronoun stands for, by its token and its form as a subject.
    """

    def __init__(
        self,
        phrases: Phrases,
        cast: Cast,
        antecedents: Antecedents,
        meant: Callable[[int, str], Speaker | None],
    ) -> None:
        self._phrases = phrases
        self._tree: Tree = phrases.tree
        self._cast = cast
        self._antecedents = antecedents
        self._meant = meant

    def holder(self, head: int) -> Speaker | None:
        """Who a phrase names, with the owner's name in full; None: nobody's by name."""
        tree = self._tree
        owner = tree.child(head, "poss")
        if owner is None or head in self._phrases.names or owner > head:
            return None
        span = self._phrases.span(head)
        whose = self._whose(owner)
        if whose is None or not span.start <= tree.start[owner]:
            return None
        rest = tree.text[tree.end[owner] : span.end]
        rest = _POSSESSIVE.sub("", rest, count=1) if rest[:1] in "’'" else rest
        several = tree.word(owner).lower() == "their" and whose.endswith("s")
        mark = "’" if several else "’s"
        name = f"{whose}{mark} {' '.join(rest.split())}"
        return Speaker(span, name, 0.7, "called by whose it is")

    def _whose(self, owner: int) -> str | None:
        """The owner's name, or the words for several or for a body."""
        low = _SUBJECT_OF.get(self._tree.word(owner).lower())
        if low is None:
            member = member_at(self._cast, self._tree.start[owner])
            person = member is not None and member.kind == "person"
            return member.name if member is not None and person else None
        found = self._meant(owner, low)
        if found is not None and found.entity is not None:
            return found.entity
        if found is not None and found.span is not None:
            words = _ARTICLE.sub("", self._tree.text[slice(*found.span)])
            return words if len(words) <= _LONGEST_CHARS else None
        if low not in ("he", "she"):
            return None
        named = self._antecedents.owner(owner)
        last = None if named is None else member_at(self._cast, self._tree.start[named])
        return last.name if last is not None and _fits(last, low) else None


def _fits(member: Member, low: str) -> bool:
    return member.gender in (None, "male" if low == "he" else "female")
