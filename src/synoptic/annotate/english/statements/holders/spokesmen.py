"""Whom a spokesman speaks for."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.annotate.english.people.cast import Cast, Member
    from synoptic.annotate.english.statements.holders.antecedents import Antecedents
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree
    from synoptic.model import Span, Speaker

_POSSESSIVE = re.compile(r"[’']s?$")
_LOCAL = frozenset("attorney counsel lawyer deputy ally assistant aide".split())
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\([^)]*\)")


class Spokesmen:
    """Finds the principals of spokesmen in one report."""

    def __init__(self, phrases: Phrases, cast: Cast, antecedents: Antecedents) -> None:
        self._phrases = phrases
        self._tree: Tree = phrases.tree
        self._cast = cast
        self._antecedents = antecedents

    def principal(self, speaker: Speaker) -> str | None:
        """Whom somebody speaks for, by the words beside the name, here or before."""
        if speaker.span is None:
            return None
        found = self._beside(speaker.span)
        if found is not None or speaker.entity is None:
            # "the Office of Harbours" speaks for none but itself
            return found if found != speaker.entity else None
        for member in self._cast.members:
            if member.name == speaker.entity and member.kind == "person":
                for _, span in member.mentions:
                    found = self._beside(span)
                    if found is not None and found != member.name:
                        return found
        return None

    def _beside(self, where: Span) -> str | None:
        tree, words = self._tree, lexicon()
        first = bisect_right(tree.start, where.start - 1)
        last = bisect_right(tree.start, where.end - 1)
        tokens = list(range(first, last))
        if not tokens:
            return None
        spoken = self._spoken_for(tokens)
        if spoken is not None:
            return spoken
        sides = {*tokens}
        for token in tokens:
            sides.add(tree.head[token])
            if tree.relation[token] == "appos":
                sides.add(tree.head[tree.head[tree.head[token]]])
            sides.update(
                c
                for c in tree.children[token]
                if tree.relation[c] in ("appos", "compound", "nmod")
            )
        for token in sorted(sides):
            if tree.lemma[token].lower() not in words["actor.spokesman"]:
                continue
            if tree.sentence[token] != tree.sentence[tokens[0]]:
                continue
            owner = tree.child(token, "poss") or whom(tree, token)
            if owner is None:
                owner = next(
                    (
                        c
                        for c in tree.children[token]
                        if tree.relation[c] in ("compound", "amod", "nmod")
                        and (
                            self._phrases.names.get(c) == "organisation"
                            # a U.S. attorney, a Texas lawyer speak for no place
                            or (
                                self._phrases.names.get(c) == "place"
                                and tree.lemma[token].lower() not in _LOCAL
                            )
                        )
                    ),
                    None,
                )
            if owner is not None and (
                self._phrases.can_stand(owner)
                or self._phrases.names.get(owner)
                or tree.word(owner).lower() == "his"
            ):
                return self._called(owner)
        return None

    def _spoken_for(self, tokens: Sequence[int]) -> str | None:
        """Such as "Lee, who speaks for the council"."""
        tree = self._tree
        last = tokens[-1]
        for token in range(last + 1, min(tree.right[last] + 1, len(tree.head))):
            if tree.lemma[token].lower() == "speak" and token + 1 < len(tree.head):
                behind = token + 1
                whom = tree.child(behind, "pobj")
                if tree.lemma[behind].lower() == "for" and whom is not None:
                    return self._called(whom)
        return None

    def _called(self, head: int) -> str | None:
        low = self._tree.word(head).lower()
        if low in ("her", "his"):
            owner = self._antecedents.owner(head)
            member = None if owner is None else self._member(owner)
            told = "male" if low == "his" else "female"
            fits = member is not None and member.gender in (None, told)
            return member.name if fits and member is not None else None
        if low in ("their", "its", "my", "our"):
            return None
        member = self._member(head)
        if member is not None:
            return member.name
        span = self._phrases.span(head)
        words = self._tree.text[span.start : span.end]
        words = _ARTICLE.sub("", _BRACKET.sub("", words))
        return _POSSESSIVE.sub("", words) or None

    def _member(self, head: int) -> Member | None:
        return member_at(self._cast, self._tree.start[head])


def whom(tree: Tree, token: int) -> int | None:
    """Head of whom the words "spokesman for" name."""
    for child in tree.children[token]:
        if tree.relation[child] == "prep" and tree.lemma[child] in ("for", "to", "of"):
            return tree.child(child, "pobj")
    return None


def member_at(cast: Cast, offset: int) -> Member | None:
    """Who is named at an offset."""
    return next(
        (m for span, m in cast.of_name.items() if span.start <= offset < span.end), None
    )
