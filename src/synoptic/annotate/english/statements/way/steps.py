"""The steps from a verb without a subject to the verb above it.

Each says what becomes of the stance: a refusal turns it, a wish keeps it, what lets or
makes somebody else act ends the search.
"""

from __future__ import annotations

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.quotations.sayers import CAUSES
from synoptic.annotate.english.statements.clauses import one_of
from synoptic.annotate.english.statements.conditions import conditions_of
from synoptic.annotate.english.statements.lexicon import Kind, lexicon
from synoptic.annotate.english.statements.seeds.duties import is_goal
from synoptic.annotate.english.statements.seeds.seed import kinds_with_particle
from synoptic.annotate.english.statements.way.noun_steps import NounSteps
from synoptic.annotate.english.statements.way.state import HYPOTHETICAL, OPEN, Climb

_ENDS = frozenset("stop quit cease".split())
_WANTS = frozenset("want like need".split())


class Steps(NounSteps):
    """Goes up the parse of one report, a verb at a time."""

    def _up(self, at: int, state: Climb) -> tuple[int, bool] | None:
        """The next verb up, and whether its own surroundings are to be passed over."""
        tree = self._tree
        relation, above = tree.relation[at], tree.head[at]
        if above == at:
            return None
        if relation == "conj":
            if self._parted(at, above):
                return tree.head[above], True
            if tree.pos[above] in ("VERB", "AUX", "ADJ"):
                # "cannot raise it, accept it": one "cannot" for both
                shared = tree.tag[at] == "VB" and not any(
                    tree.relation[c] in ("aux", "neg") for c in tree.children[at]
                )
                return above, not (shared and tree.tag[above] == "VB")
            return None
        if relation in ("acomp", "attr", "oprd"):
            return above, False
        if tree.pos[above] in ("NOUN", "PROPN", "PRON", "NUM") and relation in (
            "acl",
            "relcl",
            "ccomp",
            "xcomp",
        ):
            return self._by_noun(at, above, state)
        if relation in ("xcomp", "ccomp", "advcl"):
            noun = self._noun_before(at)
            if noun is not None:
                return self._by_noun(at, noun, state)
            return self._by_operator(at, above, state)
        if relation == "pcomp" or (relation == "pobj" and tree.tag[at] == "VBG"):
            return self._by_preposition(at, above, state)
        if relation == "csubj" and tree.tag[at] == "VBG" and tree.lemma[above] == "be":
            who = tree.child(above, "attr")  # "opposing it were farmers"
            if who is None or not self._phrases.can_stand(who):
                return None  # "passing it would be a mistake"
            state.actor = who
            return above, True
        return None

    def _noun_before(self, at: int) -> int | None:
        """The noun whose infinitive a parse gives to the verb: "spoke of plans to"."""
        tree, words = self._tree, lexicon()
        mark = next((c for c in tree.children[at] if tree.tag[c] == "TO"), None)
        if mark is None or mark == 0 or tree.relation[mark - 1] != "pobj":
            return None
        known = words["operator.noun_keep"] | words["operator.noun_refuse"]
        return mark - 1 if tree.lemma[mark - 1].lower() in known else None

    def _parted(self, at: int, above: int) -> bool:
        """Whether it goes on from the verb of saying: "said it is bad and voted no"."""
        tree = self._tree
        cue = tree.head[above]
        return (
            tree.tag[at] == tree.tag[cue] == "VBD"
            and tree.tag[above] in ("VBZ", "VBP")
            and tree.relation[above] == "ccomp"
            and above > cue
            and tree.lemma[cue].lower() in self._cues
        )

    def _by_operator(
        self, at: int, above: int, state: Climb
    ) -> tuple[int, bool] | None:
        tree, words = self._tree, lexicon()
        lemma = tree.lemma[above].lower()
        infinitive = self._phrases.infinitive(at)
        if self._mark(at) == "whether":
            if lemma not in OPEN and lemma not in words["silent.verb"]:
                return None
            state.stance, state.committed = "undecided", True
            state.verbs.append(above)
            return above, True
        if self._mark(at) in HYPOTHETICAL:
            return None
        if lemma == "be" and not infinitive and tree.tag[at] == "VB":
            infinitive = is_goal(tree, above)  # "all we have to do is mend it"
        if tree.pos[above] == "ADJ":
            return self._by_adjective(above, state)
        if infinitive and tree.child(above, "auxpass") and not self._got(above):
            return None
        if self._is_beside(at, above):
            return None if self._is_anothers(above) else (above, True)
        if infinitive and self._voices(at, above):
            state.committed = True
            return above, True
        if infinitive and lemma in CAUSES and tree.lemma[at].lower() in self._cues:
            # "prompted farmers to call for a ban"
            made = tree.child(above, "dobj")
            if made is None or is_negated(tree, above) or tree.child(above, "aux"):
                return None
            state.actor = made
            return above, True
        urged = self._urged(at, above)
        if urged and lemma not in _WANTS and is_negated(tree, above):
            return None  # "never told him to sign it" is no stand
        if infinitive and self._is_spared(above):
            return None
        if infinitive and not urged and self._linked(above, state):
            return above, True
        particle = tree.child(above, "prt")  # "has not ruled out backing it"
        close = particle is not None and tree.left[at] == particle + 1
        doing = tree.tag[at] == "VBG" and (close or tree.relation[at] != "advcl")
        kinds = kinds_with_particle(tree, above) if doing else frozenset()
        ended = lemma in _ENDS and tree.tag[at] == "VBG"
        if doing and lemma in words["operator.deny"]:
            self._denied(state)
        elif ended or (lemma in words["operator.refuse"] and infinitive):
            self._refused(state)
        elif doing and lemma in words["operator.rue"]:
            self._rued(state)
        elif lemma in words["operator.delay"]:
            self._put_off(state)
        elif lemma in words["operator.allow"] and self._asked_leave(above):
            return above, True
        elif lemma in ("seem", "appear") and infinitive and state.stance == "unstated":
            return above, True  # "appeared to criticise her"
        elif lemma in words["operator.allow"] | {"be", "seem", "appear"}:
            return None
        elif kinds & {"for", "against", "undecided"}:
            self._governed_by(kinds, above, state)
        elif (
            lemma in words["operator.keep"]
            or (lemma == "keep" and doing)
            or urged
            or self._presses(above)
        ):
            state.committed = True
        elif (
            lemma in words["operator.predict"]
            or tree.relation[at] == "advcl"
            or lemma not in self._cues
        ):
            return None
        state.verbs.append(above)
        return above, False

    def _is_spared(self, above: int) -> bool:
        """Such as "she does not need to sign it", which keeps her from nothing.

        "We do not need to sign it" is a mild no.
        """
        tree = self._tree
        if tree.lemma[above].lower() not in ("need", "have") or self._yet(above):
            return False
        who = self._subject(above)
        named = who is not None and tree.word(who).lower() not in ("i", "we", "you")
        named = named and self._phrases.can_stand(who or 0)
        free = is_negated(tree, above) and not conditions_of(tree, above).spans
        return named and free

    def _is_beside(self, at: int, above: int) -> bool:
        """Whether it is told beside another verb, whatever that one says.

        Such as "made it a habit, calling them fools", "while calling them fools".
        """
        tree = self._tree
        if tree.relation[at] != "advcl" or tree.tag[at] != "VBG":
            return False
        first = tree.start[tree.left[at]]
        apart = tree.text[:first].rstrip().endswith((",", "—", "–", "-"))
        return apart or not (is_negated(tree, above) or tree.lemma[above] == "be")

    def _is_anothers(self, above: int) -> bool:
        """Whether it may be told of two: "farmers said the mayor left, calling it"."""
        tree = self._tree
        subject = self._subject(above)
        told = tree.relation[above] == "ccomp" and tree.head[above] < above
        return told and subject is not None and tree.pos[subject] != "PRON"

    def _voices(self, at: int, above: int) -> bool:
        """Such as "gathered to protest it", "used a post to announce it"."""
        tree, words = self._tree, lexicon()
        lemma, relation = tree.lemma[above].lower(), tree.relation[at]
        done_to = relation == "advcl" or lemma in words["operator.stage"]
        voiced = tree.lemma[at].lower() in words["operator.voiced"]
        asked = lemma in words["operator.urge"] | words["operator.refuse"]
        return voiced and done_to and not asked and not is_negated(tree, above)

    def _urged(self, at: int, above: int) -> bool:
        """Such as "asked him to", not "ordered the payment to"."""
        tree = self._tree
        if tree.lemma[above].lower() not in lexicon()["operator.urge"]:
            return False
        asked = tree.child(above, "dobj", "dative")
        if asked is not None and tree.relation[at] == "advcl":
            return self._phrases.can_stand(asked)
        return (
            asked is not None
            or tree.child(above, "prep") is not None
            or tree.child(at, "nsubj") is not None
        )

    def _asked_leave(self, above: int) -> bool:
        """Such as "asked the panel to let me": what is asked for is one's own deed."""
        tree = self._tree
        whom = tree.child(above, "dobj", "nsubj")
        asked = tree.lemma[tree.head[above]].lower() in lexicon()["operator.urge"]
        if whom is None:
            inner = tree.child(above, "ccomp", "xcomp")
            whom = None if inner is None else tree.child(inner, "nsubj")
        own = whom is not None and tree.tag[whom] == "PRP"
        return asked and own and tree.relation[above] in ("xcomp", "ccomp", "advcl")

    def _presses(self, verb: int) -> bool:
        """Such as "put pressure on the town to sign it"."""
        own = self._tree.child(verb, "dobj")
        met = self._tree.lemma[verb].lower() in lexicon()["operator.met"]
        return own is not None and self._tree.lemma[own] == "pressure" and not met

    def _linked(self, above: int, state: Climb) -> bool:
        """Take in "has to", "has yet to", "is up to us to", "is the only one to"."""
        lemma = self._tree.lemma[above].lower()
        if lemma in ("have", "be") and self._yet(above):
            state.negation = state.left_open = True
            if state.stance in ("for", "against"):
                state.stance = "undecided"
        elif lemma in ("have", "need", "ought", "deserve") or self._got(above):
            state.opinion = True
            self._on_terms(above, state)
        elif is_goal(self._tree, above):
            self._aimed(above, state)
        elif lemma in ("be", "become") and (named := self._attribute(above)):
            state.actor = self._antecedent(named)
        elif lemma == "be" and self._up_to_us(above):
            state.opinion = True
        else:
            return False
        return True

    def _on_terms(self, above: int, state: Climb) -> None:
        """Take in "will not need to be raised if": what is denied, and the terms."""
        if self._tree.lemma[above].lower() == "need" and is_negated(self._tree, above):
            self._refused(state)
        found = conditions_of(self._tree, above)
        state.conditions += found.spans
        if found.spans and found.binding and state.stance in ("for", "against"):
            state.stance = "conditional"

    def _got(self, at: int) -> bool:
        """Such as "we've got to", "she is entitled to"."""
        lemma, tag = self._tree.lemma[at].lower(), self._tree.tag[at]
        return lemma in ("get", "entitle") and tag in ("VBN", "VBD")

    def _aimed(self, be: int, state: Climb) -> None:
        """Take in "the mayor's goal is to": it is hers; "our goal is to" is said."""
        goal = self._subject(be)
        owner = None if goal is None else self._tree.child(goal, "poss")
        state.opinion = True
        if owner is not None and self._phrases.can_stand(owner):
            own = self._tree.word(owner).lower() in ("my", "our", "their", "its")
            state.actor = None if own else self._antecedent(owner)

    def _governed_by(self, kinds: frozenset[Kind], above: int, state: Climb) -> None:
        state.committed = True
        if "for" in kinds:
            return
        if "against" not in kinds:
            state.stance = "undecided"
        elif self._tree.child(above, "prt") is not None and is_negated(
            self._tree, above
        ):
            # "would not rule out signing it" leaves it open
            state.stance, state.negation, state.left_open = "undecided", True, True
        else:
            self._refused(state)

    def _put_off(self, state: Climb) -> None:
        if state.unsaid:
            state.negation = state.refused = True
        elif state.stance in ("for", "against"):
            state.stance = "undecided"

    def _by_adjective(self, above: int, state: Climb) -> tuple[int, bool] | None:
        """Such as "is unwilling to sign it", "it is vital to sign it"."""
        tree, words = self._tree, lexicon()
        lemma = tree.lemma[above].lower()
        if lemma in words["operator.adjective_refuse"]:
            self._refused(state)
        elif lemma in words["operator.adjective_must"]:
            thing = tree.child(tree.head[above], "nsubj")
            if thing is not None and tree.pos[thing] in ("NOUN", "PROPN"):
                return None  # "the laws are vital to stop fraud": about the laws
            state.opinion = True
        elif lemma in words["operator.adjective_keep"]:
            state.modality = state.modality or tree.span(above, above)
            state.committed = True
        else:
            return None
        state.verbs.append(above)
        return above, False

    def _yet(self, at: int) -> bool:
        """Such as "has yet to decide"."""
        return any(self._tree.lemma[c] == "yet" for c in self._tree.children[at])

    def _up_to_us(self, be: int) -> bool:
        """Such as "it is up to us to stop it"."""
        tree = self._tree
        return any(tree.lemma[c] == "up" and c > be for c in tree.children[be])

    def _attribute(self, be: int) -> int | None:
        """Such as "A is the only one to back it": A."""
        one = self._tree.child(be, "attr")
        subject = self._subject(be)
        if one is None or subject is None:
            return None
        if not self._phrases.can_stand(one_of(self._tree, one) or one):
            return None
        return None if self._phrases.names.get(subject) == "place" else subject
