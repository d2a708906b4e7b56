"""Noun phrases: where one stands, and what describes a name, read off the parse."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from synoptic.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.model import Syntax

_NOUNS = frozenset({"NOUN", "PROPN"})
_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "PART", "PUNCT", "PRON"})
_BEFORE = frozenset({"compound", "amod", "nmod"})
_PLURAL = frozenset({"NNS", "NNPS"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NO_SUBJECTS = frozenset({"pobj", "dobj", "attr", "oprd"})
_ASIDE = frozenset({"—", "–", "--", "-", ":"})
_MOST_WORDS = 8


class Phrases:
    """The parse of one report, asked for noun phrases."""

    def __init__(self, syntax: Syntax) -> None:
        self._syntax = syntax
        self._starts = [int(s) for s in syntax.start]
        self._ends = [int(e) for e in syntax.end]
        self._children: dict[int, list[int]] = {}
        for k, head in enumerate(syntax.head.tolist()):
            if head != k:
                self._children.setdefault(head, []).append(k)

    def noun_phrase(self, span: Span) -> Span | None:
        """The noun phrase that a span is the core of; None: it is none.

        A span that is the modifier of a noun right after it is read with that noun:
        what differs in "rebel forces" is what the forces are called.
        """
        tokens = self._tokens(span)
        if not tokens or not all(self._syntax.pos[t] in _INSIDE for t in tokens):
            return None
        roots = [t for t in tokens if int(self._syntax.head[t]) not in tokens]
        last = tokens[-1]
        if len(roots) != 1:
            return None
        root = roots[0]
        if self._syntax.relation[root] in _BEFORE and root == last:
            head = int(self._syntax.head[root])
            if head != root + 1 or self._syntax.pos[head] not in _NOUNS:
                return None
            return Span(self._starts[tokens[0]], self._ends[head])
        if self._syntax.pos[root] not in _NOUNS or root != last:
            return None
        return Span(self._starts[tokens[0]], self._ends[last])

    def descriptions(self, name: Span) -> Iterator[Span]:
        """Yield what describes a name: words before it in its phrase, appositions."""
        tokens = self._tokens(name)
        if not tokens:
            return
        root = next(
            (t for t in tokens if int(self._syntax.head[t]) not in tokens), tokens[-1]
        )
        before = [
            t
            for t in self._children.get(root, ())
            if t < tokens[0] and self._syntax.relation[t] in _BEFORE
        ]
        if before:
            first = min(self._subtree(t)[0] for t in before)
            last = tokens[0] - 1
            fits = tokens[0] - first <= _MOST_WORDS and self._stands_before(first, last)
            fits = fits and not self._opens_with_a_verb(first, tokens[0])
            if fits and not self._is_beside(first, tokens):
                yield Span(self._starts[first], self._ends[last])
        for t in self._children.get(root, ()):
            if self._syntax.relation[t] == "appos" and t > tokens[-1]:
                inside = self._subtree(t)
                if self._syntax.lemma[inside[0] - 1] in _ASIDE:
                    continue  # "Holm — a view shared by many — said"
                if self._describes(t) and len(inside) <= 2 * _MOST_WORDS:
                    yield Span(self._starts[inside[0]], self._ends[inside[-1]])
        head = int(self._syntax.head[root])
        told = self._syntax.relation[root] == "appos" and head < tokens[0]
        verb = int(self._syntax.head[head])
        if self._syntax.relation[head] == "attr" and self._syntax.tag[verb] == "VB":
            return  # "the pick to be envoy, Ada Holm": not yet
        if told and "not" not in self._syntax.lemma[head : tokens[0]]:
            inside = [t for t in self._subtree(head) if t < tokens[0]]
            if self._describes(head) and 0 < len(inside) <= _MOST_WORDS:
                yield Span(self._starts[inside[0]], self._ends[head])

    def _opens_with_a_verb(self, first: int, name: int) -> bool:
        """Whether a verb is taken for a noun: "lights Sen. Holm", "hits and beats"."""
        if self._syntax.tag[first] not in {"NNS", "VBZ"} or first + 1 >= name:
            return False
        after = self._syntax.lemma[first + 1]
        return after == "and" or after[:1].isupper()

    def _stands_before(self, first: int, last: int) -> bool:
        """Whether words before a name describe it; one small word may be a verb."""
        if not self._describes(last):
            return False
        if first < last or first == 0 or self._syntax.lemma[last][:1].isupper():
            return True
        return self._syntax.pos[first - 1] in {"ADP", "DET"}

    def _is_beside(self, first: int, name: list[int]) -> bool:
        """Whether words before a name only stand there: "a letter Holm sent".

        A name without a first name does not take an article and a common noun; where a
        verb follows a name that is no subject, a clause without "that" begins with it;
        and in "counsel to the President Ada Holm" the title is another's.
        """
        last = name[0] - 1
        small = not self._syntax.lemma[last][:1].isupper()
        article = self._syntax.tag[first] == "DT" or (
            first > 0 and self._syntax.tag[first - 1] == "DT"
        )
        if article and (
            (small and len(name) == 1) or (not small and last <= first + 1)
        ):
            return True
        after = name[-1] + 1
        root = next(
            (t for t in name if int(self._syntax.head[t]) not in name), name[-1]
        )
        follows = after < len(self._starts) and self._syntax.tag[after] in _FINITE
        return follows and self._syntax.relation[root] in _NO_SUBJECTS

    def _describes(self, token: int) -> bool:
        """Whether a word can say what one person is: a noun, and no plural."""
        tag = self._syntax.tag[token]
        return self._syntax.pos[token] in _NOUNS and tag not in _PLURAL

    def before_the_verb(self, span: Span) -> Span | None:
        """What a headline puts before its first verb; None: it has none there."""
        tokens = self._tokens(span)
        for n, token in enumerate(tokens):
            verb = self._syntax.pos[token] in {"VERB", "AUX"}
            if verb and self._syntax.relation[token] not in {"amod", "compound"}:
                if n == 0:
                    return None
                return Span(self._starts[tokens[0]], self._ends[tokens[n - 1]])
        return None

    def _tokens(self, span: Span) -> list[int]:
        first = bisect_left(self._starts, span.start)
        found = []
        while first < len(self._starts) and self._starts[first] < span.end:
            found.append(first)
            first += 1
        return found

    def _subtree(self, token: int) -> list[int]:
        found = [token]
        for child in found:
            found += self._children.get(child, ())
        return sorted(found)
