"""What turns a word of worth round: "not fair", "far from fair", "less fair"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.negation import is_negated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.annotate.english.tree import Tree

_TURNS = frozenset(
    "no not hardly scarcely barely rarely seldom little less least never nothing "
    "neither nor lack without absence devoid unlikely".split()
)
_NEAR_WORDS = 2
_WITHOUT = frozenset("without devoid lack".split())
# "nothing but trouble", "not only wrong", "no doubt a mistake" deny nothing
_UNTURNED = frozenset(
    "but short less more only just merely simply doubt question secret matter "
    "surprise wonder".split()
)
_PAIRS = {"far": ("from",), "anything": ("but",), "short": ("of",)}
_COULD = frozenset("could can".split())
_FINITE = ("VBZ", "VBD", "VBP")


def denied_before(tree: Tree, token: int) -> bool:
    """Whether one of the two words before it denies it."""
    near = range(max(0, token - _NEAR_WORDS), token)
    if any(_turns(tree, t) for t in near if tree.sentence[t] == tree.sentence[token]):
        return True
    first = max(0, token - _NEAR_WORDS - 1)
    return any(
        tree.word(t + 1).lower() in _PAIRS.get(tree.word(t).lower(), ())
        for t in range(first, token - 1)
    )


def _turns(tree: Tree, token: int) -> bool:
    """Whether a word denies what comes next; "a little" and "not only" do not."""
    if tree.word(token).lower() not in _TURNS and tree.lemma[token].lower() != "not":
        return False
    if tree.word(token).lower() == "little" and token and tree.lemma[token - 1] == "a":
        return False
    return not is_undenying(tree, token)


def is_undenying(tree: Tree, token: int) -> bool:
    """Whether it goes on so that nothing is denied: "nothing but trouble"."""
    return token + 1 < len(tree.head) and tree.word(token + 1).lower() in _UNTURNED


def only_said(tree: Tree, inside: Sequence[int]) -> bool:
    """Whether what is denied is that it is all: "is not only wrong but cruel"."""
    return any(tree.lemma[t].lower() == "not" and is_undenying(tree, t) for t in inside)


def is_turned(tree: Tree, inside: Sequence[int], token: int, *, negated: bool) -> bool:
    """Whether the clause says the other side of a word of worth in it.

    Args:
        tree: The parse.
        inside: The tokens of the clause.
        token: The word.
        negated: Whether the verb of the clause is denied.
    """
    if _is_most(tree, inside, token):
        return False
    if denied_before(tree, token) or any(_turns(tree, c) for c in tree.children[token]):
        return not (negated and tree.lemma[token - 1].lower() in _WITHOUT)
    held = set(inside)
    at = token
    while at in held and tree.head[at] != at:
        if tree.relation[at] == "conj" and _is_parted(tree, at):
            return False
        at = tree.head[at]
        if at in held and tree.head[at] in held and _is_denied(tree, at):
            return True
    return negated


def _is_denied(tree: Tree, verb: int) -> bool:
    return tree.pos[verb] in ("VERB", "AUX") and is_negated(tree, verb)


def _is_parted(tree: Tree, joined: int) -> bool:
    """Whether a denial before does not reach it: "not fair but wise"."""
    above = tree.head[joined]
    links = {
        tree.lemma[c].lower()
        for c in (*tree.children[above], *tree.children[joined])
        if tree.relation[c] == "cc"
    }
    if _is_denied(tree, joined):
        return False
    return "but" in links or (tree.tag[joined] in _FINITE and "or" not in links)


def _is_most(tree: Tree, inside: Sequence[int], token: int) -> bool:
    """Whether nothing is more so: "could not be better", "was never stronger"."""
    more = tree.tag[token] in ("JJR", "RBR") or any(
        tree.word(c).lower() == "more" for c in tree.children[token]
    )
    if not more:
        return False
    lemmas = {tree.lemma[t].lower() for t in inside}
    return "never" in lemmas or (
        "not" in lemmas
        and any(tree.lemma[t].lower() in _COULD for t in inside if tree.tag[t] == "MD")
    )
