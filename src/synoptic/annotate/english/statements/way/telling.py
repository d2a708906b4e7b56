"""Clauses that somebody says, wishes, denies or leaves open: whose stance it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.statements.judgements.worth import worth_of
from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.annotate.english.statements.way.state import (
    CARRIERS,
    FIRST,
    OPEN,
    RELATIVE,
    THIRD,
)
from synoptic.annotate.english.statements.way.steps import Steps

if TYPE_CHECKING:
    from synoptic.annotate.english.statements.way.state import Climb

_TELLS = frozenset(
    "say disclose indicate reveal specify comment tell clear know".split()
)
_SAYS_OR_WISHES = frozenset("suggest insist".split())
_DEONTIC = frozenset("should must ought".split())
_ABLE = frozenset("would will can could".split())
_NEEDED = frozenset("need require deserve".split())
_DRAFTS = frozenset("plan proposal budget resolution bill".split())
# "made no secret that she opposes it"
_OPEN_SECRET = frozenset("secret doubt question mistake bone".split())
_QUOTES = frozenset(("“", "”", '"'))
_LET_US = frozenset(("'s", "’s", "us"))


class Telling(Steps):
    """Reads the verb of saying, wishing or doubting over a clause."""

    def _told(self, at: int, subject: int, state: Climb, governor: int) -> Climb | None:
        """A clause that somebody says, wishes, denies or expects."""
        tree, words = self._tree, lexicon()
        lemma = tree.lemma[governor].lower()
        word = tree.word(subject).lower()
        teller = self._subject(governor)
        if self._none(teller):
            return None
        negated = is_negated(tree, governor)
        if lemma in words["operator.deny"]:
            self._denied(state)
            state.verbs.append(governor)
            same = word in THIRD | FIRST
            state.actor = teller if same and teller is not None else subject
            state.top = governor
            return self._checked(state)
        if lemma == "let" and word in _LET_US and tree.tag[governor] == "VB":
            state.by_speaker = state.committed = True  # "let's pass it"
            return state
        if (negated and lemma in self._cues) or lemma in words["operator.allow"]:
            return None
        wished = lemma in words["operator.wish"] | {"hope", "wish", "want"} and (
            lemma not in _SAYS_OR_WISHES or not self._is_told(at)
        )
        said = "clause" in self._cues.get(lemma, {})
        bare = self._bare(at, word) and not any(
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
        if (state.opinion or self._is_needed(state, word)) and word not in FIRST:
            if state.stance == "undecided":
                return None  # "said the town should consider it" leaves nothing open
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
        return self._of_subject(at, subject, state, governor)

    def _of_subject(
        self, at: int, subject: int, state: Climb, governor: int
    ) -> Climb | None:
        """A stand in a clause that is only told: of whom its subject stands for."""
        tree = self._tree
        word, teller = tree.word(subject).lower(), self._subject(governor)
        state.top = governor
        if word == "it" and teller is not None and not self._one_body(teller):
            return None  # "farmers argued it would ruin them"
        if word in THIRD and self._speaks_ill(at):
            return None  # "saying he had cynically chosen to": somebody else
        if word in ("he", "she") and teller is not None and governor < at:
            # "Lee said she wants": Lee, where Lee can be a she
            state.actor, state.same = subject, self._antecedent(teller)
            return state
        if word in ("he", "she") or (
            word in ("it", "they") and self._is_other(at, word, teller, governor)
        ):
            # "“She will sign it,” Lee said": somebody else, as a rule
            state.actor = subject
            return state
        if word in THIRD | FIRST | {"there"}:
            return self._at_governor(governor, teller, state)
        if word in RELATIVE:
            state.actor = self._antecedent(tree.head[at])
        else:
            state.actor = self._antecedent(subject)
            state.teller = teller
        return self._checked(state)

    def _is_needed(self, state: Climb, subject: str) -> bool:
        """Such as "the town needs a school", which whoever says so is for."""
        said = self._tree.lemma[state.verbs[0]].lower() in _NEEDED
        return said and subject not in THIRD | RELATIVE

    def _guessed(self, at: int) -> bool:
        """Whether a clause is only feared or hoped: "is worried that he could sign"."""
        tree, words = self._tree, lexicon()
        above = tree.head[at]
        if tree.relation[at] not in ("ccomp", "advcl") or above > at:
            return False
        said = above if tree.pos[above] == "ADJ" else tree.child(above, "acomp")
        if said is None:
            return False
        forms = {tree.lemma[said].lower(), tree.word(said).lower()}
        return bool(forms & words["operator.adjective_predict"])

    def _only_claimed(self, at: int) -> bool:
        """Whether nothing says that a clause holds.

        "Saw no evidence that she opposes it", "called the claim that she opposes it a
        lie", "it is false that she opposes it".
        """
        tree, words = self._tree, lexicon()
        above = tree.head[at]
        if tree.relation[at] == "acl" and self._mark(at) == "that":
            noun = tree.lemma[above].lower()
            if self._none(above):
                return noun not in _OPEN_SECRET
            return noun not in words["operator.noun_told"]
        if tree.relation[at] not in ("ccomp", "csubj") or above > at:
            return False
        found = tree.child(above, "acomp", "attr")
        if tree.lemma[above] != "be" or found is None:
            return False
        doubted = tree.lemma[found].lower() in words["operator.false"]
        return doubted or (is_negated(self._tree, above) and self._mark(at) == "that")

    def _speaks_ill(self, at: int) -> bool:
        """Whether a clause blames the one it tells of, as nobody does himself."""
        return any(
            self._tree.relation[c] == "advmod" and worth_of(self._tree, c) == "against"
            for c in self._tree.children[at]
        )

    def _is_other(self, at: int, word: str, teller: int | None, governor: int) -> bool:
        """Whether it is not the teller: "“They approved it,” Lee said"."""
        tree = self._tree
        if teller is None:
            return False
        quoted = any(tree.word(t) in _QUOTES for t in range(at, governor))
        one = self._phrases.names.get(teller) == "person"
        joined = tree.child(teller, "conj") is not None
        return quoted or (word == "they" and one and not joined)

    def _one_body(self, head: int) -> bool:
        """Whether "it" can stand for the phrase: a body, not people."""
        if self._phrases.names.get(head) == "organisation":
            return True
        plural = self._tree.tag[head] in ("NNS", "NNPS")
        return not plural and not self._phrases.is_person(head)

    def _is_told(self, at: int) -> bool:
        """Whether a clause says what is or was: "that they had left"."""
        told = ("VBD", "VBZ")
        helpers = [
            c for c in self._tree.children[at] if self._tree.relation[c] == "aux"
        ]
        if helpers:
            return self._tree.tag[helpers[0]] in told
        return self._tree.tag[at] in told

    def _bare(self, at: int, subject: str) -> bool:
        """Whether it is what somebody is to do: "that he sign"."""
        tag = self._tree.tag[at]
        return tag == "VB" or (tag == "VBP" and subject in ("he", "she", "it"))

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
                state.by_speaker = True  # whoever wrote it
                return state
            teller = holder
        state.actor = self._antecedent(teller)
        return self._checked(state)

    def _whether(
        self, at: int, subject: int, state: Climb, governor: int | None
    ) -> Climb | None:
        """Such as "has not said whether he would sign"; every other "if" is unsaid."""
        tree = self._tree
        if governor is None and tree.relation[at] == "advcl" and tree.head[at] < at:
            governor = tree.head[at]  # "has not said if": the parser takes it for when
        if governor is None or self._mark(at) == "unless":
            return None
        teller = self._subject(governor)
        lemma = tree.lemma[governor].lower()
        negated = is_negated(tree, governor)
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
            tree.relation[c] == "aux" and tree.lemma[c] in _ABLE
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

    def _checked(self, state: Climb) -> Climb | None:
        if state.actor is None:
            return None
        if self._phrases.can_stand(state.actor):
            return state
        if not self._asks(state):
            return None
        owner = self._tree.child(state.actor, "poss")
        if owner is not None and self._phrases.can_stand(owner):
            state.actor = self._antecedent(owner)  # "the mayor's plan calls for it"
        elif self._tree.lemma[state.actor].lower() in _DRAFTS:
            return None
        return state

    def _asks(self, state: Climb) -> bool:
        """Whether a paper is what asks for it: "the report urges the town to"."""
        tree = self._tree
        papers = lexicon()["actor.paper"] | CARRIERS | _DRAFTS
        paper = state.actor is not None and tree.lemma[state.actor].lower() in papers
        asking = lexicon()["operator.paper"]
        told = (state.at, *state.verbs)
        return paper and any(tree.lemma[v].lower() in asking for v in told)
