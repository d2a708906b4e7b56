"""Questions that are none: "why would anybody want this law?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.statements.judgements.evaluation import told
from synoptic.annotate.english.statements.judgements.owed import is_told_of

if TYPE_CHECKING:
    from synoptic.annotate.english.statements.judgements.evaluation import (
        Evaluation,
        Said,
    )
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_ASKED = frozenset("why how who when where".split())
_MODALS = frozenset("would should can could must".split())
_NEEDS = frozenset("need want".split())
_OWN = frozenset("i we".split())
_POINTS = frozenset("point purpose sense use".split())
_SEES = frozenset("comprehend fathom imagine see understand".split())


def by_question(
    tree: Tree, phrases: Phrases, verb: int, said: Said
) -> Evaluation | None:
    """What is put in doubt by a question that asks for no answer; it leans nowhere.

    "Why should we back it?" and "why did they pass it?" may well ask for one.
    """
    pointless = _of_no_point(tree, phrases, verb) or _not_seen(tree, phrases, verb)
    if pointless is not None:
        return told((verb, pointless), None, verb, said)
    before = [c for c in tree.children[verb] if c < verb]
    asked = {tree.lemma[c].lower() for c in before} & _ASKED
    helps = {tree.lemma[c].lower() for c in before}
    needed = tree.lemma[verb].lower() in _NEEDS and "do" in helps
    if not needed and (not asked or helps.isdisjoint(_MODALS)):
        return None
    subject = tree.child(verb, "nsubj")
    own = subject is not None and tree.word(subject).lower() in _OWN
    if own and not needed:
        return None
    thing = tree.child(verb, "dobj")
    if thing is None or thing < verb or phrases.can_stand(thing):
        return None
    if not needed and not is_told_of(tree, phrases, thing):
        return None
    return told((verb, thing), None, verb, said)


def _of_no_point(tree: Tree, phrases: Phrases, verb: int) -> int | None:
    """What is asked for its point: "what is the point of raising the toll?"."""
    asked = any(tree.word(c).lower() == "what" for c in tree.children[verb])
    point = next(
        (c for c in tree.children[verb] if tree.lemma[c].lower() in _POINTS), None
    )
    if tree.lemma[verb] != "be" or not asked or point is None:
        return None
    for link in tree.children[point]:
        deed, thing = tree.child(link, "pcomp"), tree.child(link, "pobj")
        if tree.lemma[link].lower() not in ("of", "in"):
            continue
        if deed is not None and tree.child(deed, "dobj") is not None:
            return deed
        if thing is not None and is_told_of(tree, phrases, thing):
            return thing
    return None


def _not_seen(tree: Tree, phrases: Phrases, verb: int) -> int | None:
    """What nobody is said to see the good of: "I cannot see how the plan helps us"."""
    above = tree.head[verb]
    seer = tree.child(above, "nsubj")
    if tree.relation[verb] != "ccomp" or seer is None:
        return None
    if tree.word(seer).lower() not in _OWN or not is_negated(tree, above):
        return None
    if tree.lemma[above].lower() not in _SEES or not any(
        tree.lemma[c].lower() in ("how", "why") for c in tree.children[verb] if c < verb
    ):
        return None
    for thing in (tree.child(verb, "nsubj", "nsubjpass"), tree.child(verb, "dobj")):
        if thing is not None and is_told_of(tree, phrases, thing):
            return thing
    return None
