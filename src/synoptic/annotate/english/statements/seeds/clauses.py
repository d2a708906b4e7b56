"""Seeds in deeds that are promised, left open, let be, or tied to a condition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.annotate.english.statements.seeds.seed import Seed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.lexicon import Kind
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_WILL = frozenset("will would 'll ’ll".split())
_WEIGHS = frozenset("consider weigh mull ponder debate".split())
_REQUIRING = frozenset("want need insist demand require".split())


def by_clause(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Yield the seeds in a verb by the clause that it stands in."""
    yield from _let_be(tree, phrases, verb)
    yield from _left_open(tree, verb)
    yield from _promised(tree, phrases, verb)
    yield from _first(tree, verb)
    yield from _if_so(tree, verb)


def _let_be(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Such as "does not want to repeal it": against that deed, no word on the thing."""
    words = lexicon()
    kinds = words.object.get(tree.lemma[verb].lower(), frozenset())
    above = tree.head[verb]
    handled = tree.lemma[verb].lower() in ("vote", "act") and any(
        tree.lemma[c].lower() == "on" for c in tree.children[verb]
    )
    if not handled and ("undo" not in kinds or kinds & {"against", "for"}):
        return
    if tree.relation[verb] != "xcomp" or not phrases.infinitive(verb):
        return
    lemma = tree.lemma[above].lower()
    negated = is_negated(tree, above)
    willed = lemma in words["deed.will"] | words["deed.plan"]
    if lemma in words["operator.refuse"] or (negated and willed):
        yield Seed(verb, verb, verb, "for", form="deed")


def _left_open(tree: Tree, verb: int) -> Iterator[Seed]:
    """Such as "is considering whether the town broke it"."""
    above = tree.head[verb]
    own = tree.child(verb, "nsubj", "nsubjpass")
    if own is None or tree.pos[own] == "PRON" or tree.relation[verb] != "ccomp":
        return
    marks = {tree.lemma[c].lower() for c in tree.children[verb] if c < verb}
    still = tree.tag[above] in ("VBG", "VB", "VBZ", "VBP")
    if still and marks & {"whether", "if"} and tree.lemma[above].lower() in _WEIGHS:
        yield Seed(above, above, verb, "undecided", form="deed", firm=True)


def _promised(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Such as "repeated her promise that the toll will not rise"."""
    words = lexicon()
    noun = tree.head[verb]
    if tree.relation[verb] not in ("acl", "ccomp", "relcl") or noun > verb:
        return
    if tree.lemma[noun].lower() not in words["deed.word"] or phrases.infinitive(verb):
        return
    helpers = {tree.lemma[c].lower() for c in tree.children[verb] if c < verb}
    that = any(tree.relation[c] == "mark" for c in tree.children[verb])
    owner, over = tree.child(noun, "poss"), tree.head[noun]
    if not that or not helpers & (_WILL | {"should", "must", "be"}):
        return
    side = side_of(tree, verb)
    if owner is not None and tree.tag[owner] != "PRP$" and phrases.can_stand(owner):
        yield Seed(noun, noun, verb, side, actor=owner, form="deed")
    elif tree.relation[noun] == "dobj" and (
        tree.lemma[over].lower()
        in (words["light.verb"] | words["act.voice"]) - words["light.receive"]
    ):
        yield Seed(noun, over, verb, side, form="deed")


def _first(tree: Tree, verb: int) -> Iterator[Seed]:
    """Such as "wants to have all the facts before taking any action": a condition."""
    before = tree.head[verb]
    if tree.relation[verb] != "pcomp" or tree.lemma[before].lower() != "before":
        return
    what = at = tree.head[before]
    for _ in range(4):
        if tree.lemma[at].lower() in _REQUIRING:
            yield Seed(at, at, verb, "tie", form="deed", condition=what)
            return
        if tree.relation[at] not in ("xcomp", "ccomp", "acomp", "advcl"):
            return
        at = tree.head[at]


def _if_so(tree: Tree, verb: int) -> Iterator[Seed]:
    """Such as "if we are going to arm them, we have to ...": a condition on arming."""
    going, need = tree.head[verb], None
    if tree.relation[verb] == "xcomp" and tree.relation[going] == "advcl":
        need = tree.head[going]
    if need is None or tree.lemma[going].lower() != "go" or going > need:
        return
    if not any(tree.lemma[c].lower() == "if" for c in tree.children[going]):
        return
    must = tree.lemma[need].lower() in ("have", "need") and tree.child(need, "xcomp")
    if must or any(tree.lemma[c].lower() == "must" for c in tree.children[need]):
        yield Seed(need, need, verb, "tie", form="deed", condition=need)


def side_of(tree: Tree, verb: int) -> Kind:
    """Which way a clause goes: for its deed, against it, or left open."""
    if any(tree.lemma[c].lower() == "whether" for c in tree.children[verb]):
        return "undecided"
    negated = is_negated(tree, verb)
    return "against" if negated else "for"
