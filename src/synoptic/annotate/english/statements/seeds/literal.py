"""Verbs of a stand where they are meant literally: "fought the blaze"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.lexicon import lexicon

if TYPE_CHECKING:
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.statements.seeds.seed import Seed
    from synoptic.annotate.english.tree import Tree

_PLATFORMS = frozenset("facebook instagram television tv twitter youtube".split())
_WHICH = frozenset("det poss nummod".split())
_AIMS = frozenset("fire hit shoot".split())
_BACK = frozenset("back out".split())


def is_literal(tree: Tree, phrases: Phrases, seed: Seed) -> bool:
    """Whether a seed is only what happens or is done, and nobody's stand."""
    thing = seed.target
    if thing is None or seed.form == "deed":
        return False
    if seed.actor is not None and tree.tag[seed.actor] == "CD":
        return True  # "was knocked down by 6:40"
    words = lexicon()
    lemma, noun = tree.lemma[seed.token].lower(), tree.lemma[thing].lower()
    if lemma == "blame" and noun in _PLATFORMS:
        return True  # "blamed the council on Twitter"
    if f"{lemma}:{noun}" in words["literal.object"]:
        return True
    if lemma in words["literal.undecided"] and not phrases.can_be_decided(thing):
        return True  # "lifted a necklace"
    if lemma in _AIMS and tree.relation[thing] == "pobj":
        ways = {tree.lemma[c].lower() for c in tree.children[seed.token]}
        return ways.isdisjoint(_BACK)  # "fired at the man", not "fired back at him"
    return _is_power(tree, seed.token, thing)


def _is_power(tree: Tree, verb: int, thing: int) -> bool:
    """Whether it tells what a body is there for: "the parliament passes laws"."""
    subject = tree.child(verb, "nsubj")
    if tree.relation[verb] == "conj" and subject is None:
        subject = tree.child(tree.head[verb], "nsubj")
    if subject is None or tree.tag[verb] != "VBZ" or tree.tag[thing] != "NNS":
        return False
    if tree.lemma[verb].lower() not in lexicon()["literal.power"]:
        return False
    told = tree.pos[subject] == "PRON" or tree.child(subject, "det") is not None
    return told and not any(tree.relation[c] in _WHICH for c in tree.children[thing])
