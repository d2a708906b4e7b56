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
_SAYS = frozenset("announce confirm declare say tell tweet write".split())


def by_leaving(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Yield the seed in a step that is announced, under way or sure to come."""
    words = lexicon()
    who = tree.child(verb, "nsubj")
    if who is None or not phrases.is_person(who) or is_negated(tree, verb):
        return
    first = tree.word(who).lower() == "i"
    own = _says_so(tree, phrases, verb, who)
    if tree.relation[verb] in _TOLD and not (first or own):
        return  # "has not confirmed that he offered his resignation"
    helpers = {
        tree.lemma[c].lower() for c in tree.children[verb] if tree.relation[c] == "aux"
    }
    actor = None if own else who
    post = tree.child(verb, "dobj")
    if tree.lemma[verb].lower() in words["leave.tell"] and post is not None:
        whose = tree.child(post, "poss")
        its_own = whose is not None and tree.tag[whose] == "PRP$"
        named = tree.lemma[post].lower() in words["leave.noun"]
        if its_own and named and helpers <= {"have", "be"}:
            yield Seed(verb, verb, post, "for", actor=actor)
        return
    tied = tree.child(verb, "advcl") is not None  # "would resign if"
    will = {"will", "would"} if own and not tied else {"will"}
    sure = len(helpers) == 1 and helpers <= will
    sure |= helpers == {"be"} and tree.tag[verb] == "VBG"
    if sure and _leaves(tree, verb):
        yield Seed(verb, verb, verb, "for", actor=actor, form="deed")


def _says_so(tree: Tree, phrases: Phrases, verb: int, who: int) -> bool:
    """Such as "Lee said she is resigning": her own word."""
    cue = tree.head[verb]
    teller = tree.child(cue, "nsubj")
    return (
        tree.relation[verb] == "ccomp"
        and tree.lemma[cue].lower() in _SAYS
        and teller is not None
        and teller < cue < verb
        and not is_negated(tree, cue)
        and tree.word(who).lower() in ("he", "she")
        and phrases.is_person(teller)
        and tree.child(cue, "aux") is None
    )


def _leaves(tree: Tree, verb: int) -> bool:
    words, lemma = lexicon(), tree.lemma[verb].lower()
    away = [tree.lemma[c].lower() for c in tree.children[verb] if c > verb]
    return lemma in words["leave.verb"] or any(
        f"{lemma}:{one}" in words["leave.verb"] for one in away
    )
