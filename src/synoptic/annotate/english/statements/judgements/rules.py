"""What a clause measures a deed or thing by: rules, reasons, the time for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.judgements.evaluation import told
from synoptic.annotate.english.statements.judgements.owed import is_told_of
from synoptic.annotate.english.statements.judgements.worth import leans_of
from synoptic.annotate.english.statements.lexicon import lexicon

if TYPE_CHECKING:
    from synoptic.annotate.english.statements.judgements.evaluation import (
        Evaluation,
        Said,
    )
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree
    from synoptic.model.positions import Lean

_AMPLE = frozenset("abundant all ample clear compelling every good many strong".split())
_DOUBTS = frozenset("believe doubt fear question suspect think".split())
_TEXTS = frozenset("letter spirit text wording".split())


def by_conduct(
    tree: Tree, phrases: Phrases, clause: tuple[int, int], said: Said, *, negated: bool
) -> Evaluation | None:
    """What breaks or keeps a rule: "broke it by taping them", "exceeds his powers"."""
    verb, subject = clause
    words = lexicon()
    lemma = tree.lemma[verb].lower()
    lean: Lean | None = None
    norm = tree.child(verb, "dobj")
    if lemma in words["norm.broken"] | words["norm.kept"]:
        lean = "against" if lemma in words["norm.broken"] else "for"
    for link in tree.children[verb]:
        key = f"{lemma}:{tree.lemma[link].lower()}"
        if key in words["norm.broken"] | words["norm.kept"]:
            lean = "against" if key in words["norm.broken"] else "for"
            norm = tree.child(link, "pobj")
    if (
        lean is None
        or norm is None
        or tree.lemma[norm].lower() not in words["norm.noun"]
    ):
        return None
    for link in tree.children[verb]:
        deed = tree.child(link, "pcomp")
        if link > norm and deed is not None and tree.child(deed, "dobj") is not None:
            return told((verb, deed), None if negated else lean, verb, said)
    if is_told_of(tree, phrases, subject) or phrases.is_bare(subject):
        return told((verb, subject), None if negated else lean, verb, said)
    return None


def by_rule(
    tree: Tree, phrases: Phrases, clause: tuple[int, int], said: Said, *, negated: bool
) -> Evaluation | None:
    """Such as "the rules let members vote by post": about what they let or forbid."""
    verb, subject = clause
    words = lexicon()
    if tree.lemma[subject].lower() in _TEXTS:
        of = tree.child(subject, "prep")
        subject = subject if of is None else tree.child(of, "pobj") or subject
    if tree.lemma[subject].lower() not in words["norm.noun"]:
        return None
    lemma = tree.lemma[verb].lower()
    lean: Lean | None = None
    if lemma in words["norm.permits"]:
        lean = "against" if negated else "for"
    elif lemma in words["norm.forbids"]:
        lean = None if negated else "against"
    else:
        return None
    deed = tree.child(verb, "xcomp", "ccomp")
    if deed is not None and tree.child(deed, "dobj") is not None:
        return told((verb, deed), lean, verb, said)
    thing = tree.child(verb, "dobj")
    if thing is None or not phrases.can_be_decided(thing):
        return None
    return told((verb, thing), lean, verb, said)


def no_reason(tree: Tree, phrases: Phrases, noun: int, said: Said) -> Evaluation | None:
    """Such as "no good reason why they closed it", "every reason to open it"."""
    words = lexicon()
    lemma = tree.lemma[noun].lower()
    fits = lemma in words["norm.fit"] and tree.relation[noun] == "attr"
    if lemma not in words["norm.reason"] and not fits:
        return None
    near = [*tree.children[noun], *tree.children[tree.head[noun]]]
    above = tree.head[tree.head[noun]]
    if tree.relation[noun] == "pobj":
        near += tree.children[above]
    lean: Lean | None = "against"
    if not any(
        tree.relation[c] == "neg" or tree.lemma[c].lower() == "no" for c in near
    ):
        beside = [c for c in tree.children[noun] if tree.relation[c] == "amod"]
        leans = leans_of(tree, beside, negated=False) if fits else []
        if leans:
            lean = leans[0][1]
        elif _is_ample(tree, noun):
            lean = "for"
        else:
            return None
    deed = tree.child(noun, "relcl", "acl")
    if deed is not None and tree.lemma[deed].lower() in _DOUBTS:
        return None  # "no reason to doubt it" is no word against doubt
    if deed is not None and tree.child(deed, "dobj") is not None:
        return told((deed, deed), lean, noun, said)
    for link in tree.children[noun]:
        if tree.lemma[link].lower() not in ("for", "to", "behind", "in", "on"):
            continue
        deed = tree.child(link, "pcomp")
        if deed is not None and tree.child(deed, "dobj") is not None:
            return told((deed, deed), lean, noun, said)
        thing = tree.child(link, "pobj")
        if thing is not None and _is_thing(tree, phrases, thing):
            return told((noun, thing), lean, noun, said)
    return None


def _is_ample(tree: Tree, noun: int) -> bool:
    """Whether there is much of it: "every reason", "good cause"."""
    return tree.lemma[tree.head[noun]].lower() in ("be", "have", "see") and any(
        tree.lemma[c].lower() in _AMPLE for c in tree.children[noun] if c < noun
    )


def _is_thing(tree: Tree, phrases: Phrases, noun: int) -> bool:
    """Whether there can be no place for it: "a toll", "hatred", and no person."""
    return (
        tree.pos[noun] in ("NOUN", "PROPN")
        and not phrases.is_nothing(noun)
        and not phrases.can_stand(noun)
    )
