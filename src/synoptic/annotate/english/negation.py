"""What denies a verb: "not", "never", "by no means", "nor did she"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.tree import Tree

_ADVERBS = frozenset("never neither".split())
_NOT_ONCE = frozenset("never no not nowhere neither nor".split())
# with "no" before them they deny what they stand beside: "in no way", "at no point"
_WAYS = frozenset(
    "way means circumstance time point condition account event case sense stage "
    "shape moment".split()
)


def is_negated(tree: Tree, verb: int) -> bool:
    """Whether the words beside a verb deny it."""
    return any(True for _ in denials(tree, verb))


def denials(tree: Tree, verb: int) -> Iterator[int]:
    """Yield the tokens that deny a verb, each the head of its phrase."""
    yield from (c for c in tree.children[verb] if _denies(tree, verb, c))
    subject = tree.child(verb, "nsubj", "nsubjpass")
    if subject is not None and subject < verb:
        # "the mayor by no means supports it": hung on the mayor
        yield from (c for c in tree.children[subject] if _in_no_way(tree, c))
    above = tree.head[verb]
    if tree.relation[verb] == "conj":
        yield from (
            c
            for c in tree.children[above]
            if above < c < verb and tree.lemma[c].lower() == "nor"
        )
    elif tree.relation[verb] == "ccomp" and above < verb:
        # "said under no circumstances would she": hung on what is said
        yield from (
            c
            for c in tree.children[above]
            if above < c < tree.left[verb] and _in_no_way(tree, c)
        )
    elif tree.lemma[above].lower() == "way" and tree.relation[above] == "attr":
        # "there's no way she will sign it"
        yield from (c for c in tree.children[above] if tree.lemma[c].lower() == "no")


def _denies(tree: Tree, verb: int, child: int) -> bool:
    """Whether a word or a phrase beside a verb denies it."""
    relation, lemma = tree.relation[child], tree.lemma[child].lower()
    if relation == "neg" or _in_no_way(tree, child):
        return True
    if lemma in ("longer", "long"):
        return child > 0 and tree.word(child - 1).lower() == "no"
    if relation == "cc":
        return lemma == "nor" and child == tree.left[verb]
    if relation in ("advmod", "preconj") and lemma in _ADVERBS:
        return True
    in_front = child < verb and relation in ("advmod", "npadvmod", "prep")
    return in_front and _denies_in_front(tree, child)


def _in_no_way(tree: Tree, child: int) -> bool:
    """Such as "by no means", "under no circumstances"."""
    if tree.relation[child] != "prep":
        return False
    way = tree.child(child, "pobj")
    return (
        way is not None
        and tree.lemma[way].lower() in _WAYS
        and any(tree.lemma[c].lower() == "no" for c in tree.children[way])
    )


def _denies_in_front(tree: Tree, child: int) -> bool:
    """Such as "not once did she ask", "could not in good conscience sign it"."""
    behind = tree.right[child] + 1
    turned = tree.pos[behind] == "AUX" and tree.head[behind] == tree.head[child]
    if turned:
        words = range(tree.left[child], tree.right[child] + 1)
        return any(tree.word(t).lower() in _NOT_ONCE for t in words)
    return tree.relation[child] == "prep" and tree.child(child, "neg") is not None
