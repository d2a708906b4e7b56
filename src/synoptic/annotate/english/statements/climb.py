"""From a word that carries a stance up to whose stance it is, and what becomes of it.

Negation, refusal, possibility and conditions on the way are taken in, so that "denied
that he opposed" is no opposition and "stopped short of agreeing" no agreement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.conditions import conditions_of
from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.annotate.english.statements.state import (
    CARRIERS,
    FIRST,
    FLIP,
    HYPOTHETICAL,
    OPEN,
    RELATIVE,
    THIRD,
    Climb,
)
from synoptic.annotate.english.statements.steps import Steps

if TYPE_CHECKING:
    from synoptic.annotate.english.statements.seed import Seed
    from synoptic.model.positions import Lean, Stance

__all__ = ["Climb", "Climber"]

_MOST_STEPS = 14
_DEONTIC = frozenset("should must ought".split())
_OPENERS = ("Please", "please", "“Don’t", "“Do not", "\"Don't", '"Do not')
_AHEAD = frozenset("before after when once until as".split())
_TELLS = frozenset(
    "say disclose indicate reveal specify comment tell clear know".split()
)
_START: dict[str, tuple[Stance, Lean | None]] = {
    "for": ("for", None),
    "against": ("against", None),
    "undo": ("against", None),
    "praise": ("unstated", "for"),
    "criticise": ("unstated", "against"),
    "undecided": ("undecided", None),
    "tie": ("conditional", None),
    "handle": ("for", None),
}


class Climber(Steps):
    """Climbs the parse of one report."""

    def climb(self, seed: Seed) -> Climb | None:
        """Whose stance a seed is; None: nobody's, or nothing that was said."""
        tree = self._tree
        stance, lean = _START[seed.kind]
        state = Climb(stance=stance, lean=lean, at=seed.clause, top=seed.clause)
        state.verbs.append(seed.token)
        if seed.actor is not None:
            state.actor = self._antecedent(seed.actor)
            if self._tree.child(seed.token, "auxpass") is not None:
                if not self._passive(seed, state):
                    return None
            elif self._mark_above(seed.token) in HYPOTHETICAL or not self._plain(
                seed.token
            ):
                return None
            above = self._above(seed.token)
            if above is not None:
                state.top = above
            return state if state.actor is not None else None
        at, skip = seed.clause, False
        for _ in range(_MOST_STEPS):
            if not skip and not self._local(at, state):
                return None
            state.at = state.top = at
            if tree.child(at, "csubj", "csubjpass") is not None:
                return None  # what a deed does is nobody's stand
            subject = self._subject(at)
            if subject is not None:
                return self._willed(self._held(at, subject, state, seed), seed)
            if (
                tree.tag[at] == "VB"
                and tree.relation[at] in ("ROOT", "ccomp")
                and not self._phrases.infinitive(at)
            ):
                # "cannot raise it, accept it": the parser parts what one verb holds
                return self._unheld(at, state) if self._orders(at) else None
            step = self._up(at, state)
            if step is None:
                return self._unheld(at, state)
            at, skip = step
            if state.actor is not None:
                state.top = at
                return self._willed(state, seed)
        return None

    def _willed(self, state: Climb | None, seed: Seed) -> Climb | None:
        """What counts only with a will, or only without one."""
        if state is None:
            return None
        if state.negation and self._tree.lemma[seed.token].lower() == "rule":
            return None  # not to rule out is to leave open
        if seed.kind == "undo" and not self._acts(state, seed):
            return None
        if seed.kind == "for" and state.negation and self._proposes(seed):
            return None
        if seed.kind == "undecided" and state.committed and seed.form != "deed":
            return None
        if seed.kind == "handle" and not (state.negation and state.conditions):
            return None
        return state

    def _proposes(self, seed: Seed) -> bool:
        """Whether it is a verb of bringing forward: not to offer is no refusal."""
        lemma = self._tree.lemma[seed.token].lower()
        return lemma in lexicon()["bring.object"]

    def _passive(self, seed: Seed, state: Climb) -> bool:
        """Such as "was vetoed by the mayor": not if, not could, not none of them."""
        tree = self._tree
        if not self._local(seed.token, state):
            return False
        if self._mark(seed.token) in HYPOTHETICAL or self._none(seed.target):
            return False
        if seed.kind == "undo":
            return tree.lemma[seed.token].lower() in lexicon()["deed.against"]
        ahead = any(
            tree.relation[c] == "aux"
            and tree.lemma[c].lower() in ("will", "would", "to")
            for c in tree.children[seed.token]
        )
        return not ahead

    def _local(self, at: int, state: Climb) -> bool:
        """Take in negation, modals and conditions beside a verb; False: unsaid."""
        tree, words = self._tree, lexicon()
        negated = False
        could: Stance | None = None
        for child in tree.children[at]:
            relation, lemma = tree.relation[child], tree.lemma[child].lower()
            if (
                relation == "neg"
                or (lemma in ("never", "neither") and relation in ("advmod", "preconj"))
                or (
                    tree.word(child).lower() == "longer"
                    and any(tree.lemma[c] == "no" for c in tree.children[child])
                )
            ):
                negated = True
            elif relation == "aux" and child < at:
                if lemma in words["weak.modal"]:
                    state.modality = tree.span(child, child)
                    if state.stance in ("for", "against"):
                        could = state.stance if lemma == "could" else None
                        state.stance = "undecided"
                elif lemma in _DEONTIC:
                    state.opinion = True
                    state.advice |= lemma != "must"
                elif lemma == "can":
                    state.able = True
        if self._unreal(at):
            return False
        if negated:
            state.negation = True
            if could and state.stance == "undecided":
                # "could not support it" is a no
                state.stance, state.modality = could, None
            if state.stance in ("for", "against"):
                state.stance = FLIP[state.stance]
            elif state.stance == "unstated":
                state.lean = None
            elif state.stance == "undecided" and state.modality is None:
                return False
        found = conditions_of(tree, at)
        if found.weak is not None and state.modality is None:
            state.modality = found.weak
        state.conditions += found.spans
        if found.spans and found.binding and state.stance in ("for", "against"):
            state.stance = "conditional"
        return True

    def _held(self, at: int, subject: int, state: Climb, seed: Seed) -> Climb | None:
        tree = self._tree
        mark = self._mark(at)
        if mark in _AHEAD and tree.tag[at] in ("VBP", "VBZ"):
            return None
        if state.able and not state.negation and not self._in_first(subject):
            return None
        if tree.relation[subject] == "nsubjpass" and seed.clause != at:
            return None  # "was urged to", "is expected to"
        governor = self._governor(at)
        if mark in HYPOTHETICAL:
            return self._whether(at, subject, state, governor)
        if mark == "before" and state.stance in ("for", "against", "conditional"):
            self._first_this(at, state)
        word = tree.word(subject).lower()
        if self._none(subject):
            return None
        if word == "which" and self._phrases.is_person(tree.head[at]):
            return None  # the parser hung it on the wrong word
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

    def _told(self, at: int, subject: int, state: Climb, governor: int) -> Climb | None:
        """A clause that somebody says, wishes, denies or expects."""
        tree, words = self._tree, lexicon()
        lemma = tree.lemma[governor].lower()
        word = tree.word(subject).lower()
        teller = self._subject(governor)
        if self._none(teller):
            return None
        negated = any(tree.relation[c] == "neg" for c in tree.children[governor])
        if lemma in words["operator.deny"]:
            state.stance, state.lean = "unstated", None
            state.negation = True
            state.verbs.append(governor)
            same = word in THIRD | FIRST
            state.actor = teller if same and teller is not None else subject
            state.top = governor
            return self._checked(state)
        if (negated and lemma in self._cues) or lemma in words["operator.allow"]:
            return None
        wished = lemma in words["operator.wish"] | {"hope", "wish", "want"}
        said = "clause" in self._cues.get(lemma, {})
        bare = tree.tag[at] == "VB" and not any(
            tree.relation[c] == "aux" for c in tree.children[at]
        )
        if wished and (bare or not said or word not in THIRD | FIRST):
            if negated:
                return None
            state.verbs.append(governor)
            state.committed = True
            state.top = governor
            state.opinion = False
            return self._at_governor(governor, teller, state)
        if lemma in words["operator.predict"] and lemma not in words["operator.opine"]:
            return None
        if state.opinion and word not in FIRST:
            if negated:
                self._refused(state)
            state.opinion = False
            state.committed = True
            state.top = governor
            return self._at_governor(governor, teller, state)
        if lemma in words["operator.predict"]:
            if word not in THIRD | FIRST:
                return None
            if negated:
                self._refused(state)
            state.top = governor
            return self._at_governor(governor, teller, state)
        state.top = governor
        if word in ("he", "she") and teller is not None:
            # "Lee said she wants": Lee, where Lee can be a she
            state.actor, state.same = subject, self._antecedent(teller)
            return state
        if word in THIRD | FIRST | {"there"}:
            return self._at_governor(governor, teller, state)
        if word in RELATIVE:
            state.actor = self._antecedent(tree.head[at])
        else:
            state.actor = self._antecedent(subject)
            state.teller = teller
        return self._checked(state)

    def _at_governor(
        self, governor: int, teller: int | None, state: Climb
    ) -> Climb | None:
        """The holder is whoever says it."""
        tree = self._tree
        if any(
            tree.relation[c] == "aux" and tree.lemma[c].lower() in _DEONTIC
            for c in tree.children[governor]
        ):
            state.by_speaker, state.at = True, governor
            return state
        if teller is None:
            step = governor
            for _ in range(4):
                if tree.relation[step] in ("conj", "advcl", "xcomp"):
                    step = tree.head[step]
                    teller = self._subject(step)
                    if teller is not None:
                        break
                elif tree.relation[step] == "acl":
                    teller = tree.head[step]
                    break
                else:
                    break
        if teller is None:
            state.by_speaker = True
            return state
        word = tree.word(teller).lower()
        if word in FIRST:
            state.by_speaker = True
            return state
        if word in RELATIVE and tree.relation[governor] == "relcl":
            teller = tree.head[governor]
        if tree.lemma[teller].lower() in CARRIERS:
            holder = tree.child(teller, "poss")
            if holder is None:
                return None
            teller = holder
        state.actor = self._antecedent(teller)
        return self._checked(state)

    def _whether(
        self, at: int, subject: int, state: Climb, governor: int | None
    ) -> Climb | None:
        """Such as "has not said whether he would sign"; every other "if" is unsaid."""
        tree = self._tree
        if governor is None or self._mark(at) == "unless":
            return None
        teller = self._subject(governor)
        lemma = tree.lemma[governor].lower()
        negated = any(tree.relation[c] == "neg" for c in tree.children[governor])
        state.verbs.append(governor)
        state.top = governor
        state.conditions = []
        if lemma in OPEN:
            state.stance = "undecided"
        elif lemma in _TELLS and negated:
            state.stance = "silent"
        else:
            return None
        own = tree.word(subject).lower() in THIRD | FIRST
        if teller is None or not own:
            if not own and teller is not None and lemma in _TELLS:
                state.actor = self._antecedent(teller)
                return self._checked(state)
            return None
        state.actor = self._antecedent(teller)
        return self._checked(state)

    def _first_this(self, at: int, state: Climb) -> None:
        """Such as "the debts must be paid before the bank would agree": a condition."""
        tree = self._tree
        would = any(
            tree.relation[c] == "aux" and tree.lemma[c] in ("would", "will", "can")
            for c in tree.children[at]
        )
        above = tree.head[at]
        if (
            not would
            or tree.relation[at] != "advcl"
            or tree.pos[above]
            not in (
                "VERB",
                "AUX",
            )
        ):
            return
        mark = tree.left[at]
        if mark > above and mark > tree.left[above]:
            state.conditions.append(tree.span(tree.left[above], mark - 1))
            state.stance = "conditional"

    def _unheld(self, at: int, state: Climb) -> Climb | None:
        """No subject anywhere: an order in quotation marks is its speaker's."""
        tree = self._tree
        if tree.tag[at] == "VB" and tree.relation[at] in ("ROOT", "ccomp"):
            state.by_speaker = True
            state.committed = True
            return state
        return None

    def _orders(self, at: int) -> bool:
        """Whether it is an order: a bare verb that opens what is quoted."""
        tree = self._tree
        if tree.tag[at] != "VB" or tree.relation[at] not in ("ROOT", "ccomp"):
            return False
        before = tree.text[: tree.start[at]].rstrip()
        return before[-1:] in ("“", '"', "‘") or before.endswith(_OPENERS)

    def _checked(self, state: Climb) -> Climb | None:
        if state.actor is None or not self._phrases.can_stand(state.actor):
            return None
        return state

    def _acts(self, state: Climb, seed: Seed) -> bool:
        """Whether a verb of ending is a stand: willed, or done and told as done."""
        tree = self._tree
        if state.committed or state.opinion:
            return True
        return (
            tree.lemma[seed.token].lower() in lexicon()["deed.against"]
            and tree.tag[seed.token] in ("VBD", "VBN")
            and not state.negation
        )
