"""Whose words a letter, a petition or a statement carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.way.state import CARRIERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_WRITES = frozenset(
    "write sign cosign co-sign pen author draft send issue release publish post submit "
    "organize organise lead".split()
)


class Authors:
    """Looks up in one report who wrote or signed what it quotes from."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases
        self._tree: Tree = phrases.tree

    def of(self, paper: int) -> int | None:
        """Head of the author's phrase; None: no paper, or nobody is told to be it.

        Beside the word ("a letter signed by farmers"), or where the same word stood
        before ("farmers sent a letter ... the letter says").
        """
        tree = self._tree
        lemma = tree.lemma[paper].lower()
        if lemma not in CARRIERS or tree.tag[paper] != "NN":
            return None
        own = next(self._beside(paper), None)
        if own is not None or tree.word(tree.left[paper]).lower() != "the":
            return own
        for token in range(paper - 1, -1, -1):
            if tree.lemma[token].lower() == lemma and tree.tag[token] == "NN":
                before = next(self._beside(token), None)
                if before is not None:
                    return before
        return None

    def last(self, token: int) -> int | None:
        """The paper last spoken of, in this sentence or the one before."""
        tree = self._tree
        for at in range(token - 1, -1, -1):
            if tree.sentence[token] - tree.sentence[at] > 1:
                return None
            if tree.lemma[at].lower() in CARRIERS and tree.tag[at] == "NN":
                return at
        return None

    def _beside(self, paper: int) -> Iterator[int]:
        """Who is told beside the word to have written it."""
        for author in self._told(paper):
            if author is not None and self._phrases.can_stand(author):
                yield author

    def _told(self, paper: int) -> Iterator[int | None]:
        tree = self._tree
        for child in tree.children[paper]:
            lemma = tree.lemma[child].lower()
            if tree.relation[child] == "poss":
                yield child
            elif tree.relation[child] == "prep" and lemma in ("from", "by"):
                yield tree.child(child, "pobj")
            elif tree.relation[child] in ("acl", "relcl") and lemma in _WRITES:
                agent = tree.child(child, "agent")
                yield (
                    tree.child(child, "nsubj")
                    if agent is None
                    else tree.child(agent, "pobj")
                )
        verb = tree.head[paper]
        if tree.lemma[verb].lower() not in _WRITES:
            return
        if tree.relation[paper] == "dobj":
            yield tree.child(verb, "nsubj")
        elif tree.relation[paper] == "nsubjpass":
            agent = tree.child(verb, "agent")
            yield None if agent is None else tree.child(agent, "pobj")
