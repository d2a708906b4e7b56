"""Things that others are measured by: "I know of nothing worse than this plan"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.judgements.evaluation import told
from synoptic.annotate.english.statements.judgements.owed import is_told_of
from synoptic.annotate.english.statements.judgements.worth import worth_of

if TYPE_CHECKING:
    from synoptic.annotate.english.statements.judgements.evaluation import (
        Evaluation,
        Said,
    )
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_NONE = frozenset("no nothing never hardly none".split())
_STEPS = 5


def by_comparison(
    tree: Tree, phrases: Phrases, word: int, said: Said
) -> Evaluation | None:
    """What is told of a thing that nothing is said to outdo.

    "Worse than the plan" says nothing bad of the plan by itself.
    """
    if tree.pos[word] not in ("ADJ", "ADV"):
        return None
    for link in (*tree.children[word], *tree.children[tree.head[word]]):
        thing = tree.child(link, "pobj")
        if link < word or thing is None:
            continue
        if tree.lemma[link].lower() not in ("than", "as") or not (
            phrases.is_bare(thing) or is_told_of(tree, phrases, thing)
        ):
            continue
        lean = worth_of(tree, word)
        if lean is not None and _is_denied(tree, word):
            return told((word, thing), lean, word, said)
    return None


def _is_denied(tree: Tree, word: int) -> bool:
    """Whether a word above it says that there is none such."""
    at = word
    for _ in range(_STEPS):
        near = [at, *tree.children[at]]
        if any(
            tree.relation[c] == "neg" or tree.lemma[c].lower() in _NONE for c in near
        ):
            return True
        if tree.head[at] == at:
            return False
        at = tree.head[at]
    return False
