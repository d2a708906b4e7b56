"""Questions that are none: "why would anybody want this law?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

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


def by_question(
    tree: Tree, phrases: Phrases, verb: int, said: Said
) -> Evaluation | None:
    """What is put in doubt by a question that asks for no answer; it leans nowhere.

    "Why should we back it?" and "why did they pass it?" may well ask for one.
    """
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
