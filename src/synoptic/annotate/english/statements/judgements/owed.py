"""Things to which a clause puts down what it tells: "under the plan, fares rise"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.judgements.evaluation import told
from synoptic.annotate.english.statements.lexicon import lexicon

if TYPE_CHECKING:
    from synoptic.annotate.english.statements.judgements.evaluation import (
        Evaluation,
        Said,
    )
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree
    from synoptic.model.positions import Lean

GAINS = frozenset("benefit profit gain thrive prosper".split())
SUFFERS = frozenset("suffer struggle die lose bleed starve reel".split())
_FROM = frozenset("from by under because of with through".split())
_BECAUSE = frozenset("because thanks due".split())
_HITS = frozenset("affect burden crush harm hit hurt punish squeeze".split())
_TOLD_BY = frozenset(
    "advise alert ask brief greet guide inform instruct invite meet notify remind send "
    "tell warn".split()
)
_MODALS = frozenset("will would can could may might".split())
_SOMEBODY = frozenset("person organisation place group".split())
_CHILDREN = frozenset("baby boy child girl infant kid lad teen toddler".split())
_KNOWN = frozenset("the this that these those such".split())


def owed(tree: Tree, phrases: Phrases, verb: int, said: Said) -> Evaluation | None:
    """What a clause tells of a thing that is not its subject, by what it comes of.

    Such as "islanders would benefit from the plan", "under this plan, many would pay
    twice", "hit hardest by the toll".
    """
    lemma = tree.lemma[verb].lower()
    lean: Lean | None = None
    if lemma in GAINS:
        lean = "for"
    elif lemma in SUFFERS:
        lean = "against"
    hit = tree.child(verb, "nsubjpass") is not None
    protects = lemma in ("entitle", "protect", "treat")  # "treated alike under the law"
    hit &= lemma not in lexicon()["effect.not"] | _TOLD_BY
    hit &= f"{tree.word(verb).lower()}:by" not in lexicon().adjective
    above = [] if said.cue is None else tree.children[said.cue]
    for link in (*tree.children[verb], *above):
        word, thing = tree.lemma[link].lower(), tree.child(link, "pobj")
        if thing is None or not is_told_of(tree, phrases, thing):
            continue
        if lemma == "die" and not phrases.can_be_decided(thing):
            continue  # "died from her wounds"
        because = word in _BECAUSE and tree.head[link] == verb
        because &= phrases.can_be_decided(thing)
        if (lean is not None and word in _FROM) or because:
            return told((verb, thing), lean, verb, said)
        by_it = hit and tree.relation[link] == "agent" and _is_known(tree, thing)
        if by_it and (phrases.can_be_decided(thing) or lemma in _HITS):
            return told((verb, thing), None, verb, said)
        helps = {tree.lemma[c].lower() for c in tree.children[verb]}
        under = word == "under" or (word == "with" and _is_this(tree, thing))
        under &= _is_known(tree, thing) and not protects
        under &= not helps.isdisjoint(_MODALS) and phrases.can_be_decided(thing)
        if under:
            return told((verb, thing), None, verb, said)
    return None


def is_told_of(tree: Tree, phrases: Phrases, noun: int) -> bool:
    """Whether it is a thing that the reader knows: "the toll", "her plan"."""
    if tree.pos[noun] not in ("NOUN", "PROPN") or phrases.is_nothing(noun):
        return False
    if phrases.is_person(noun) or phrases.names.get(noun) in _SOMEBODY:
        return False
    if tree.lemma[noun].lower() in _CHILDREN:
        return False
    if phrases.can_be_decided(noun):
        return True
    return not phrases.can_stand(noun) and _is_known(tree, noun)


def _is_known(tree: Tree, noun: int) -> bool:
    return any(
        tree.lemma[c].lower() in _KNOWN or tree.relation[c] == "poss"
        for c in tree.children[noun]
    )


def _is_this(tree: Tree, noun: int) -> bool:
    return any(tree.lemma[c].lower() in ("this", "these") for c in tree.children[noun])
