"""What a stance counts for once it is known whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.clauses import tells_how
from synoptic.annotate.english.statements.lexicon import lexicon

if TYPE_CHECKING:
    from synoptic.annotate.english.statements.seeds.seed import Seed
    from synoptic.annotate.english.statements.way.state import Climb
    from synoptic.annotate.english.tree import Tree

_PUTS_OFF = frozenset("defer delay postpone".split())
_ARRANGES = frozenset("agree announce choose decide intend move opt plan".split())
_WHOEVER = frozenset("a any either neither no".split())
_ASKS = frozenset("require demand".split())
_LEFT_OPEN = frozenset("endorse settle".split())
_PAST = frozenset("did has have had".split())
_READY = frozenset("willing ready prepared open inclined happy".split())
_RUNNING = frozenset("candidate nominee contender hopeful side".split())


def willed(tree: Tree, state: Climb | None, seed: Seed) -> Climb | None:
    """What counts only with a will, or only without one."""
    if state is None:
        return None
    ruled = tree.lemma[seed.token].lower() == "rule"
    if ruled and state.negation and state.stance != "conditional":
        state.stance = "undecided"  # not to rule out is to leave open
    if seed.kind == "speak" and not state.negation:
        return None
    if seed.kind == "silent" and state.negation:
        return None
    if seed.kind == "decide":
        if state.refused:
            state.stance = "silent"
        elif not state.negation and not state.ahead:
            return None
    if seed.kind == "undo" and not _acts(tree, state, seed):
        return None
    left = seed.kind == "undo" and state.stance == "unstated"
    if left and tree.relation[seed.token] == "xcomp":
        return None  # the deed is what is refused, not the thing
    guessed = state.stance == "undecided" or not seed.firm
    if state.could and guessed and (seed.form == "deed" or not seed.firm):
        return None  # what could be done is a guess of the report
    if seed.form == "deed" and state.negation and tells_how(tree, seed.target):
        return None
    put_off = state.left_open or state.ahead or state.advice
    if seed.kind == "for" and state.negation and not put_off and _proposes(tree, seed):
        return None
    past = any(tree.word(c).lower() in _PAST for c in tree.children[seed.token])
    held_back = tree.lemma[seed.token].lower() in _LEFT_OPEN and past
    refuses = seed.kind == "for" and state.stance == "against"
    if refuses and (held_back or _anyone(tree, seed)):
        state.stance = "undecided"  # "has not endorsed a candidate"
    if seed.kind == "undecided" and state.opinion:
        return None  # "they should look at it"
    ready = any(tree.lemma[v].lower() in _READY for v in state.verbs)
    if seed.kind == "undecided" and state.committed:
        return state if ready or seed.form == "deed" else None
    if seed.kind == "handle" and not (state.negation and state.conditions):
        return None
    return state


def _anyone(tree: Tree, seed: Seed) -> bool:
    """Whether it is of nobody in particular: "any candidate", "anyone"."""
    head = seed.target
    if head is None or tree.lemma[head].lower() in ("anyone", "anybody", "either"):
        return head is not None
    running = tree.lemma[head].lower() in _RUNNING
    return running and any(
        tree.word(c).lower() in _WHOEVER for c in tree.children[head]
    )


def _proposes(tree: Tree, seed: Seed) -> bool:
    """Whether it is a verb of bringing forward: not to offer is no refusal."""
    lemma = tree.lemma[seed.token].lower()
    return lemma in lexicon()["bring.object"] | _ASKS


def _acts(tree: Tree, state: Climb, seed: Seed) -> bool:
    """Whether a verb of ending is a stand: willed, or done and told as done."""
    if tree.lemma[seed.token].lower() in _PUTS_OFF and not state.opinion:
        over = {tree.lemma[v].lower() for v in state.verbs} - _PUTS_OFF
        if over <= _ARRANGES and (over or state.ahead):
            return False  # who "plans to delay the start" may want it all the same
    if state.committed or state.opinion or state.ahead:
        return True
    return (
        tree.lemma[seed.token].lower() in lexicon()["deed.against"]
        and tree.tag[seed.token] in ("VBD", "VBN")
        and not state.negation
    )
