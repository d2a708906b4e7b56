"""From a word that carries a stance up to whose stance it is, and what becomes of it.

Negation, refusal, possibility and conditions on the way are taken in, so that "denied
that he opposed" is no opposition and "stopped short of agreeing" no agreement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.statements.conditions import conditions_of
from synoptic.annotate.english.statements.holders.antecedents import body_behind
from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.annotate.english.statements.seeds.duties import is_goal, opens_quote
from synoptic.annotate.english.statements.way.state import (
    FIRST,
    FLIP,
    HYPOTHETICAL,
    RELATIVE,
    Climb,
)
from synoptic.annotate.english.statements.way.telling import Telling
from synoptic.annotate.english.statements.way.willed import willed

if TYPE_CHECKING:
    from synoptic.annotate.english.statements.seeds.seed import Seed
    from synoptic.model.positions import Lean, Stance

__all__ = ["Climb", "Climber"]

_MOST_STEPS = 14
_DEONTIC = frozenset("should must ought".split())
_OPENERS = ("Please", "please", "“Don’t", "“Do not", "\"Don't", '"Do not')
_AHEAD = frozenset("before after when once until".split())
_FUTURE = frozenset("will would to".split())
START: dict[str, tuple[Stance, Lean | None]] = {
    "for": ("for", None),
    "against": ("against", None),
    "undo": ("against", None),
    "praise": ("unstated", "for"),
    "criticise": ("unstated", "against"),
    "gauge": ("unstated", None),
    "undecided": ("undecided", None),
    "tie": ("conditional", None),
    "handle": ("for", None),
    "silent": ("silent", None),
    "speak": ("silent", None),
    "decide": ("undecided", None),
}
_MEANS = frozenset("answer plan solution".split())  # these do what they may not aim at
_ANY = frozenset("any every each whatever whichever".split())
# what is not shaken stays: "did not affect his support"
_SHAKES = frozenset(
    "affect alter change dampen dent deter diminish dim erode lessen shake soften "
    "undermine undercut weaken".split()
)
_UNSAID = ("speak", "decide")  # they count where they are not done


class Climber(Telling):
    """Climbs the parse of one report."""

    def climb(self, seed: Seed) -> Climb | None:
        """Whose stance a seed is; None: nobody's, or nothing that was said."""
        tree = self._tree
        stance, lean = START[seed.kind]
        state = Climb(stance=stance, lean=lean, at=seed.clause, top=seed.clause)
        state.verbs.append(seed.token)
        state.unsaid = seed.kind in _UNSAID
        state.committed = seed.willed
        if seed.form == "deed" and seed.target not in (None, seed.clause):
            found = conditions_of(tree, seed.target)
            state.conditions += found.spans
            if found.spans and found.binding and state.stance in ("for", "against"):
                state.stance = "conditional"
        if self._denies(seed):
            self._refused(state)
            state.refused = not state.unsaid
        if seed.actor is not None:
            return self._given(seed, state)
        at, skip = seed.clause, False
        for _ in range(_MOST_STEPS):
            if not skip and not self._local(at, state):
                return None
            state.at = state.top = at
            if tree.child(at, "csubj", "csubjpass") is not None:
                # what a deed does is nobody's stand, what is to be done is
                return self._said(at, state) if is_goal(tree, at) else None
            subject = self._subject(at)
            if subject is not None and not self._wished_of(at):
                return willed(tree, self._held(at, subject, state, seed), seed)
            bare = tree.tag[at] == "VB" and not self._phrases.infinitive(at)
            alone = tree.relation[at] in ("ROOT", "ccomp") or opens_quote(tree, at)
            if bare and alone:
                # "cannot raise it, accept it": the parser parts what one verb holds
                ordered = self._unheld(at, state) if self._orders(at) else None
                return willed(tree, ordered, seed)
            step = self._up(at, state)
            if step is None:
                return willed(tree, self._unheld(at, state), seed)
            at, skip = step
            if state.actor is not None:
                state.top = at
                return willed(tree, state, seed)
        return None

    def _said(self, at: int, state: Climb) -> Climb | None:
        """A stand of whoever says the clause."""
        governor = self._governor(at)
        state.opinion = False
        if governor is None:
            state.by_speaker = True
            return state
        return self._at_governor(governor, self._subject(governor), state)

    def _wished_of(self, at: int) -> bool:
        """Such as "important for farmers to accept it": no stand of the farmers'."""
        return self._phrases.infinitive(at) and self._mark(at) == "for"

    def _denies(self, seed: Seed) -> bool:
        """Whether a noun is denied: "has no objection to", "backed no candidate"."""
        said = seed.token
        if seed.kind in _UNSAID:
            own = self._tree.child(said, "dobj")
            said = said if own is None else own
        elif seed.form == "phrase" and self._none_of(said, seed.target):
            return seed.kind in ("for", "against")
        if self._tree.lemma[said].lower() in lexicon()["bond.praise_of"]:
            return False  # "is no fan of hers": seeds/bonds.py
        return self._tree.pos[said] == "NOUN" and self._none(said)

    def _given(self, seed: Seed, state: Climb) -> Climb | None:
        """A stance whose holder stands beside its word: "vetoed by", "my support"."""
        tree, actor = self._tree, seed.actor
        if actor is None:
            return None
        if tree.relation[seed.token] == "acl" or tree.child(seed.token, "auxpass"):
            if not self._passive(seed, state):
                return None
        elif seed.clause != seed.token and tree.pos[seed.clause] in ("VERB", "AUX"):
            if self._mark(seed.clause) in HYPOTHETICAL:
                return None
            if tree.lemma[seed.clause].lower() in _SHAKES:
                if not is_negated(self._tree, seed.clause):
                    return None  # who "lost support" supports it less
            elif not self._local(seed.clause, state):
                return None
        elif self._mark_above(seed.token) in HYPOTHETICAL or not self._plain(
            seed.token
        ):
            return None
        state.top = self._above(seed.token) or state.top
        if tree.tag[actor] == "PRP$":
            return self._whose(actor, seed.clause, state)
        # "is a favourite of dockers": they are no part of whom they like
        apart = tree.relation[seed.token] in ("acomp", "attr")
        apart &= actor > seed.token
        state.actor = actor if apart else self._antecedent(actor)
        return state

    def _whose(self, owner: int, clause: int, state: Climb) -> Climb | None:
        """A stand of whom "my" or "her" stands for."""
        if self._tree.word(owner).lower() in ("my", "our"):
            state.by_speaker = True
            return state
        governor = self._governor(clause)
        state.actor = owner if governor is None else self._subject(governor)
        return self._checked(state)

    def _passive(self, seed: Seed, state: Climb) -> bool:
        """Such as "was vetoed by the mayor": not if, not could, not none of them."""
        tree = self._tree
        if not self._local(seed.token, state):
            return False
        if self._mark(seed.token) in HYPOTHETICAL or self._none(seed.target):
            return False
        if self._is_any(seed.token, seed.target):
            return False
        if seed.kind == "undo":
            return tree.lemma[seed.token].lower() in lexicon()["deed.against"]
        ahead = any(
            tree.relation[c] == "aux"
            and tree.lemma[c].lower() in ("will", "would", "to")
            for c in tree.children[seed.token]
        )
        return not ahead

    def _is_any(self, verb: int, thing: int | None) -> bool:
        """Whether it is done to none in particular: "any pact not approved by them"."""
        tree = self._tree
        whole = tree.head[verb] if tree.relation[verb] in ("relcl", "acl") else thing
        if whole is not None and tree.relation[whole] == "pobj":
            above = tree.head[tree.head[whole]]
            whole = above if tree.pos[above] == "NOUN" and above < whole else whole
        return whole is not None and any(
            tree.lemma[c].lower() in _ANY for c in tree.children[whole]
        )

    def _local(self, at: int, state: Climb) -> bool:
        """Take in negation, modals and conditions beside a verb; False: unsaid."""
        tree, words = self._tree, lexicon()
        negated, turned = is_negated(tree, at), False
        could: Stance | None = None
        for child in tree.children[at]:
            relation, lemma = tree.relation[child], tree.lemma[child].lower()
            if relation == "aux" and child < at:
                if lemma in words["weak.modal"]:
                    state.modality = tree.span(child, child)
                    state.could |= lemma == "could"
                    if state.stance in ("for", "against"):
                        could = state.stance if lemma == "could" else None
                        state.stance = "undecided"
                elif lemma in _DEONTIC:
                    if state.unsaid:
                        return False  # "should not confirm her" keeps nothing back
                    state.opinion = True
                    state.advice |= lemma != "must"
                elif lemma == "can":
                    state.able = True
                state.ahead |= lemma in _FUTURE
        if self._unreal(at):
            return False
        if negated:
            state.negation = True
            if could and state.stance == "undecided":
                # "could not support it" is a no
                state.stance, state.modality = could, None
            if state.stance in ("for", "against"):
                turned = state.stance == "against"
                state.stance = FLIP[state.stance]
            elif state.stance == "unstated":
                felt = tree.lemma[at].lower() in words["regard.praise"] | {"be"}
                felt |= tree.child(at, "auxpass") is not None  # "was not impressed"
                state.lean = "against" if felt and state.lean == "for" else None
            elif (
                state.stance == "undecided"
                and state.modality is None
                and not (state.unsaid or state.left_open)
            ):
                return False
        state.lacking += [
            tree.span(c, tree.right[c])
            for c in tree.children[at]
            if tree.lemma[c].lower() == "without" and tree.relation[c] == "prep"
        ]
        found = conditions_of(tree, at)
        if found.weak is not None and state.modality is None:
            state.modality = found.weak
        state.conditions += found.spans
        told = state.stance in ("for", "against", "undecided") and not state.unsaid
        told |= turned  # "would not oppose it if"
        if found.spans and found.binding and told:
            state.stance = "conditional"
        return True

    def _held(self, at: int, subject: int, state: Climb, seed: Seed) -> Climb | None:
        tree = self._tree
        mark = self._mark(at)
        if mark is None and tree.relation[at] == "conj":
            mark = self._mark(tree.head[at])
        if mark in _AHEAD and tree.tag[at] in ("VBP", "VBZ"):
            return None
        if state.able and not state.negation and not self._in_first(subject):
            return None
        if tree.relation[subject] == "nsubjpass" and seed.clause != at:
            return None  # "was urged to", "is expected to"
        governor = self._governor(at)
        if self._guessed(at) or self._only_claimed(at):
            return None
        if governor is not None and self._mark(governor) in HYPOTHETICAL:
            return None  # "would lie if I said I backed it"
        if mark in HYPOTHETICAL:
            return self._whether(at, subject, state, governor)
        if self._phrases.infinitive(at):
            if mark == "for":
                return self._of_others(at, state)
            if tree.lemma[tree.head[at]].lower() == "get":
                return None  # "to get farmers to vote for it"
        if mark == "before" and state.stance != "unstated":
            self._first_this(at, state)
        aimer = self._aimer(at, subject)
        if aimer is not None:
            state.committed = True
            if tree.tag[aimer] == "PRP$":
                return self._whose(aimer, at, state)
            state.actor = self._antecedent(aimer)
            return self._checked(state)
        word = tree.word(subject).lower()
        if self._none(subject):
            if seed.form != "deed" or seed.target != at:
                return None
            self._refused(state)  # "no tolls should be raised"
        if word == "which" and self._phrases.is_person(tree.head[at]):
            # the parser hung it on the wrong word
            state.actor = body_behind(self._phrases, tree.head[at])
            return None if state.actor is None else self._checked(state)
        if word in RELATIVE and tree.relation[at] == "relcl":
            state.actor = self._antecedent(tree.head[at])
            return self._checked(state)
        if governor is None:
            if state.opinion and word not in FIRST:
                state.by_speaker = True
                return state
            if word in FIRST:
                state.by_speaker = True
                return state
            state.actor = self._antecedent(subject)
            return self._checked(state)
        return self._told(at, subject, state, governor)

    def _aimer(self, at: int, subject: int) -> int | None:
        """Whose goal it is: "her goal is ending the toll"."""
        tree = self._tree
        aims = lexicon()["deed.goal"] - _MEANS
        if tree.tag[at] != "VBG" or tree.lemma[subject] not in aims:
            return None
        return tree.child(subject, "poss")

    def _of_others(self, at: int, state: Climb) -> Climb | None:
        """Such as "it is time for the town to sign it": whoever says so wants it."""
        tree = self._tree
        be = tree.head[at]
        if tree.pos[be] not in ("VERB", "AUX"):
            be = tree.head[be]
        subject = self._subject(be)
        if tree.lemma[be] != "be" or subject is None:
            return None
        said = tree.child(be, "acomp", "attr")
        needed = lexicon()["operator.adjective_must"] | {"important", "time"}
        if said is None or tree.lemma[said].lower() not in needed:
            return None
        if is_negated(self._tree, be):
            self._refused(state)
        state.committed, state.at = True, be
        return self._said(be, state)

    def _unheld(self, at: int, state: Climb) -> Climb | None:
        """No subject anywhere: an order in quotation marks is its speaker's."""
        tree = self._tree
        alone = tree.relation[at] in ("ROOT", "ccomp") or opens_quote(tree, at)
        if tree.tag[at] == "VB" and alone:
            state.by_speaker = True
            state.committed = True
            return state
        return None

    def _orders(self, at: int) -> bool:
        """Whether it is an order: a bare verb that opens what is quoted."""
        tree = self._tree
        if opens_quote(tree, at):
            return True
        if tree.tag[at] != "VB" or tree.relation[at] not in ("ROOT", "ccomp"):
            return False
        before = tree.text[: tree.start[at]].rstrip()
        return before[-1:] in ("“", '"', "‘") or before.endswith(_OPENERS)
