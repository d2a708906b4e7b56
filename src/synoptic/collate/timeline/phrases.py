"""What hangs on what around a date, as the parse has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.model import Span, Syntax

_ADDED = frozenset(
    {"relcl", "acl", "appos", "conj", "cc", "punct", "advcl", "parataxis"}
)
_VERBS = frozenset({"VERB", "AUX"})
_NO_CLAUSE = frozenset({"aux", "auxpass", "amod", "compound"})


@dataclass(frozen=True, slots=True)
class TokenTree:
    """The tokens of one sentence, and those of a date in it.

    Attributes:
        first, last: The tokens of the sentence, both inclusive.
        date_first, date_last: Those of the date.
        date_root: The token of the date on which the others hang.
    """

    syntax: Syntax
    first: int
    last: int
    date_first: int
    date_last: int
    date_root: int

    @classmethod
    def around(cls, syntax: Syntax, span: Span) -> TokenTree | None:
        """The tree of the sentence of a date; None where the parse has no such date."""
        date_first = int(syntax.start.searchsorted(span.start))
        date_last = int(syntax.start.searchsorted(span.end)) - 1
        if not date_first <= date_last < len(syntax.head):
            return None
        sentence = syntax.sentence[date_first]
        first = int(syntax.sentence.searchsorted(sentence))
        last = int(syntax.sentence.searchsorted(sentence, side="right")) - 1
        outward = [
            t
            for t in range(date_first, date_last + 1)
            if not date_first <= int(syntax.head[t]) <= date_last
            or int(syntax.head[t]) == t
        ]
        root = outward[-1] if outward else date_last
        return cls(syntax, first, last, date_first, date_last, root)

    @property
    def end_of_sentence(self) -> int:
        """Where the last token ends."""
        return int(self.syntax.end[self.last])

    def children(self, token: int) -> list[int]:
        """What hangs on a token, in order."""
        head = self.syntax.head
        return [
            t
            for t in range(self.first, self.last + 1)
            if int(head[t]) == token and t != token
        ]

    def above(self, token: int) -> Iterator[int]:
        """Yield a token and what it hangs on, up to the root."""
        for _ in range(self.first, self.last + 2):
            yield token
            if int(self.syntax.head[token]) == token:
                return
            token = int(self.syntax.head[token])

    def holds(self, top: int, token: int) -> bool:
        """Whether a token hangs on another, however far down."""
        return top in self.above(token)

    def verb_above(self, token: int) -> int | None:
        """The nearest verb with a clause of its own that a token hangs on, or is."""
        syntax = self.syntax
        for t in self.above(token):
            if syntax.pos[t] in _VERBS and syntax.relation[t] not in _NO_CLAUSE:
                return t
        return None

    def left_edge(self, token: int) -> int:
        """The first token of all that hangs on one."""
        return min(t for t in range(self.first, self.last + 1) if self.holds(token, t))

    def right_edge(self, token: int) -> int:
        """The last token of all that hangs on one."""
        return max(t for t in range(self.first, self.last + 1) if self.holds(token, t))

    def phrase(self, noun: int) -> list[int]:
        """The tokens of a noun and what hangs on it, without clauses and neighbours."""
        inside = {
            t
            for t in range(self.first, self.last + 1)
            if self.holds(noun, t) and not self._added(t, noun)
        }
        found = [noun]
        for step in (-1, 1):
            at = noun + step
            while at in inside or (self.first <= at <= self.last and self._hyphen(at)):
                found.append(at)
                at += step
        return sorted(found)

    def _added(self, token: int, noun: int) -> bool:
        """Whether a clause or a neighbour stands between a noun and a token."""
        for t in self.above(token):
            if t == noun:
                return False
            if self.syntax.relation[t] in _ADDED:
                return True
        return False

    def _hyphen(self, token: int) -> bool:
        syntax = self.syntax
        return syntax.pos[token] == "PUNCT" and syntax.lemma[token] in {"-", "–"}
