"""Seeds in a step out of an office: "is resigning", "announced her resignation"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.annotate.english.statements.seeds.seed import Seed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_TOLD = frozenset("ccomp acl advcl".split())


def by_leaving(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Yield the seed in a step that is announced, under way or sure to come."""
    words = lexicon()
    who = tree.child(verb, "nsubj")
    if who is None or not phrases.is_person(who) or is_negated(tree, verb):
        return
    first = tree.word(who).lower() == "i"
    if tree.relation[verb] in _TOLD and not first:
        return  # "has not confirmed that he offered his resignation"
    helpers = {
        tree.lemma[c].lower() for c in tree.children[verb] if tree.relation[c] == "aux"
    }
    own = tree.child(verb, "dobj")
    if tree.lemma[verb].lower() in words["leave.tell"] and own is not None:
        whose = tree.child(own, "poss")
        its_own = whose is not None and tree.tag[whose] == "PRP$"
        named = tree.lemma[own].lower() in words["leave.noun"]
        if its_own and named and helpers <= {"have", "be"}:
            yield Seed(verb, verb, own, "for", actor=who)
        return
    sure = helpers == {"will"} or (helpers == {"be"} and tree.tag[verb] == "VBG")
    if sure and _leaves(tree, verb):
        yield Seed(verb, verb, verb, "for", actor=who, form="deed")


def _leaves(tree: Tree, verb: int) -> bool:
    words, lemma = lexicon(), tree.lemma[verb].lower()
    away = [tree.lemma[c].lower() for c in tree.children[verb] if c > verb]
    return lemma in words["leave.verb"] or any(
        f"{lemma}:{one}" in words["leave.verb"] for one in away
    )
