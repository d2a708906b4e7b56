"""Worth told in passing, beside a thing: "stop this unfair order"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.judgements.evaluation import told
from synoptic.annotate.english.statements.judgements.worth import leans_of

if TYPE_CHECKING:
    from synoptic.annotate.english.statements.judgements.evaluation import (
        Evaluation,
        Said,
    )
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_POINTS = frozenset("the this that these those such his her its their our".split())
_HARMS = frozenset(
    "act assault atrocity attack bombing crime killing massacre murder rampage "
    "shooting slaughter".split()
)
_TOLD = ("attr", "oprd", "compound")


def by_epithet(
    tree: Tree, phrases: Phrases, noun: int, said: Said
) -> Evaluation | None:
    """What a speaker calls bad in passing, where it is the one spoken of."""
    if said.quotation is None or said.quotation.kind != "direct":
        return None
    if tree.relation[noun] in _TOLD:
        return None
    harm = tree.lemma[noun].lower() in _HARMS
    own = tree.children[noun]
    if _POINTS.isdisjoint(tree.word(c).lower() for c in own):
        return None
    if not harm and not phrases.can_be_decided(noun):
        return None
    beside = [c for c in own if c < noun and tree.relation[c] == "amod"]
    leans = leans_of(tree, beside, negated=False)
    if not leans or any(lean != "against" for _, lean in leans):
        return None
    return told((noun, noun), "against", leans[0][0], said)
