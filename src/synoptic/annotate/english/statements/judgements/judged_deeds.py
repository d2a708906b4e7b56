"""Deeds that somebody is said to be right or wrong in: "was right to close it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.clauses import own_words
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

_OWN = frozenset("i we it".split())
_FELT = frozenset("proud thrilled heartened hopeful happy glad necessary safe".split())
_NONE = frozenset("no little".split())
_IN = frozenset("in by".split())
_GIVEN = frozenset("have give lack".split())
_LEFT = frozenset("business mandate duty obligation responsibility".split())


def by_deed_of(
    tree: Tree, phrases: Phrases, clause: tuple[int, int], said: Said, *, negated: bool
) -> Evaluation | None:
    """What a clause about somebody tells of the deed named in it.

    Such as "was wrong to close the bridge", "made a mistake in closing it", "had no
    right to close it", "puts us at risk by closing it".
    """
    verb, subject = clause
    if tree.word(subject).lower() in _OWN:
        return None
    what = tree.child(verb, "acomp")
    deed = None if what is None else tree.child(what, "xcomp")
    if what is not None and deed is not None and _is_whole(tree, deed):
        if phrases.is_bare(subject) or tree.lemma[what].lower() in _FELT:
            return None
        known = is_told_of(tree, phrases, subject) or tree.tag[subject] == "NNS"
        if known and not phrases.can_stand(subject):
            return None  # "such suits are vital to end it": about the suits
        leans = leans_of(tree, [what], negated=negated)
        return told((verb, deed), leans[0][1], leans[0][0], said) if leans else None
    held = tree.child(verb, "dobj")
    deed = None if held is None else tree.child(held, "acl", "relcl")
    if held is not None and deed is not None and phrases.infinitive(deed):
        return _allowed(tree, (verb, held, deed), said, negated=negated)
    for link in tree.children[verb]:
        deed = tree.child(link, "pcomp")
        if tree.lemma[link].lower() not in _IN or deed is None:
            continue
        if not _is_whole(tree, deed):
            continue
        inside = range(tree.left[link], tree.right[link] + 1)
        own = [t for t in own_words(tree, verb) if t not in inside]
        leans = leans_of(tree, own, negated=negated)
        sides = {side for _, side in leans}
        lean = sides.pop() if len(sides) == 1 else None
        if leans or (tree.lemma[link].lower() == "by" and negated):
            return told((verb, deed), lean, leans[0][0] if leans else verb, said)
    return None


def _allowed(
    tree: Tree, parts: tuple[int, int, int], said: Said, *, negated: bool
) -> Evaluation | None:
    """Such as "has every right to close it", "had no business closing it"."""
    verb, held, deed = parts
    words = lexicon()["norm.noun"] | _LEFT
    lemma = tree.lemma[verb].lower()
    if tree.lemma[held].lower() not in words or lemma not in _GIVEN:
        return None
    if not _is_whole(tree, deed):
        return None
    denied = negated or lemma == "lack"
    denied |= any(tree.lemma[c].lower() in _NONE for c in tree.children[held])
    return told((verb, deed), "against" if denied else "for", held, said)


def _is_whole(tree: Tree, deed: int) -> bool:
    """Whether it says what is done: "close the bridge"."""
    done = tree.child(deed, "dobj")
    return done is not None and done > deed
