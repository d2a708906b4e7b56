"""Whose a plan is: the subject's own, or one that is only spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.lexicon import Kind, lexicon

if TYPE_CHECKING:
    from synoptic.annotate.english.tree import Tree

_ON_IT: tuple[Kind, ...] = ("against", "undo", "criticise", "praise", "undecided")
_OWN_LINKS = frozenset("as behind for in with".split())
_WORKS_ON = frozenset("campaign elect embark focus run stand win work".split())
_LOOKS_AT = frozenset(
    "compare cover debate describe discuss examine explain follow hear investigate "
    "know leak learn mention note obtain probe question read recall report review "
    "study watch".split()
)


def is_anothers(tree: Tree, noun: int) -> bool:
    """Whether a plan, as the thing of a verb, may be anybody's.

    Such as in "fought plans to sell it", "discussed plans to sell it".
    """
    above = tree.head[noun]
    if tree.relation[noun] == "pobj":
        return is_spoken_of(tree, above)
    if tree.relation[noun] not in ("dobj", "nsubjpass"):
        return False
    lemma = tree.lemma[above].lower()
    taken_on = tree.child(above, "prt") is not None and lemma == "take"
    judged = not lexicon().object.get(lemma, frozenset()).isdisjoint(_ON_IT)
    # "called the plan to sell it odd", not "saw reason to sell it"
    called = lemma in lexicon()["describe.object"] - {"see"}
    return judged or taken_on or called or lemma in _LOOKS_AT


def is_spoken_of(tree: Tree, preposition: int) -> bool:
    """Whether a plan behind it may be anybody's: "resigned over plans to sell it".

    It is the subject's own in "ran on a promise to", "went ahead with plans to".
    """
    link, above = tree.lemma[preposition].lower(), tree.head[preposition]
    over = tree.lemma[above].lower()
    if f"{over}:{link}" in lexicon()["call.yields"]:
        return False
    kinds = lexicon().preposition.get(f"{over}:{link}", frozenset[Kind]())
    if kinds:
        return "for" not in kinds
    if link == "of":
        return tree.pos[above] != "NOUN"
    return link not in _OWN_LINKS and not (link == "on" and over in _WORKS_ON)
