"""What a clause says that a thing must or shall be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.judgements.evaluation import Evaluation
from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.annotate.english.statements.seeds.seed import kinds_with_particle

if TYPE_CHECKING:
    from synoptic.annotate.english.statements.judgements.evaluation import Said
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree
    from synoptic.model import Quotation
    from synoptic.model.positions import Stance

_DOING = frozenset("do make take handle carry conduct undertake pursue".split())
_MANNERS = frozenset(
    "carefully cautiously prudently responsibly gradually slowly properly lawfully "
    "legally jointly together".split()
)
_NEEDS = frozenset("must should shall".split())
_STAYS = frozenset("stay remain continue stand survive".split())


def to_be(
    tree: Tree, phrases: Phrases, verb: int, quotation: Quotation, *, negated: bool
) -> Evaluation | None:
    """Such as "there will be an inquiry", "there must be no ban"."""
    thing = tree.child(verb, "attr", "dobj")
    if thing is None or not phrases.can_be_decided(thing):
        return None
    helps = {tree.lemma[c].lower() for c in tree.children[verb]}
    if helps.isdisjoint(_NEEDS | {"will", "’ll", "'ll"}):
        return None
    none = any(tree.lemma[c].lower() == "no" for c in tree.children[thing])
    stance: Stance = "against" if negated != none else "for"
    return Evaluation(verb, thing, stance, None, verb, quotation)


def need_of(tree: Tree, phrases: Phrases, verb: int) -> tuple[int, bool]:
    """The verb that is told, and whether it must, should or shall be so."""
    if tree.lemma[verb].lower() in ("have", "need"):
        inner = tree.child(verb, "xcomp")
        if inner is not None and phrases.infinitive(inner):
            return inner, True
    helps = [c for c in tree.children[verb] if tree.relation[c] in ("aux", "auxpass")]
    asked = any(tree.lemma[c].lower() in _NEEDS for c in helps)
    # "insists that the cuts be kept"
    bare = len(helps) == 1 and tree.word(helps[0]).lower() == "be"
    return verb, asked or (bare and tree.relation[helps[0]] == "auxpass")


def needed(
    tree: Tree,
    phrases: Phrases,
    clause: tuple[int, int, int],
    said: Said,
    *,
    negated: bool,
) -> Evaluation | None:
    """A stand in "must be stopped"; a condition in "must deal with the causes"."""
    words = lexicon()
    verb, told, target = clause
    if said.quotation is None or not (
        phrases.can_be_decided(target)
        or phrases.is_bare(target)
        or tree.pos[target] == "VERB"
    ):
        return None
    lemma = tree.lemma[told].lower()
    keys = {lemma} | {
        f"{lemma}:{tree.lemma[c].lower()}"
        for c in tree.children[told]
        if tree.relation[c] in ("advmod", "prt") and c > told
    }
    if lemma == "take" and any(tree.lemma[c] == "place" for c in tree.children[told]):
        keys.add("happen")
    alone = not any(c > told for c in tree.children[told])
    if lemma == "go" and alone:
        keys.add("end")  # "the law must go"
    stays = lemma in _STAYS and alone
    advice = any(tree.lemma[c].lower() == "should" for c in tree.children[verb]) and (
        not any(
            tree.lemma[c].lower() in ("any", "such", "this")
            for c in tree.children[target]
        )
    )
    stance: Stance
    if not negated and _is_limited(tree, told):
        return Evaluation(
            verb, target, "conditional", None, told, said.quotation, needs=True
        )
    if stays or (keys & words["fate.for"] and lemma not in ("continue", "remain")):
        stance = "against" if negated else "for"
    elif keys & words["fate.against"] or _is_undone(tree, told):
        stance = "unstated" if negated else "against"
    elif negated or phrases.is_bare(target) or advice or tree.tag[target] == "NNS":
        return None
    else:
        return Evaluation(
            verb, target, "conditional", None, told, said.quotation, needs=True
        )
    return Evaluation(verb, target, stance, None, told, said.quotation)


def _is_undone(tree: Tree, told: int) -> bool:
    """Whether it is to be ended: "must be thrown out"."""
    kinds = kinds_with_particle(tree, told)
    passive = tree.child(told, "auxpass") is not None
    return passive and bool(kinds & {"against", "undo"}) and "for" not in kinds


def _is_limited(tree: Tree, told: int) -> bool:
    """Whether it may be done in one way only: "done carefully", "made with others"."""
    if tree.lemma[told].lower() not in _DOING or not tree.child(told, "auxpass"):
        return False
    behind = [c for c in tree.children[told] if c > told]
    return any(
        (tree.relation[c] == "advmod" and tree.lemma[c].lower() in _MANNERS)
        or (tree.relation[c] == "prep" and tree.lemma[c].lower() in ("with", "through"))
        for c in behind
    )
