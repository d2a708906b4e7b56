"""From a word that carries a stance up to whose stance it is, and what becomes of it.

Negation, refusal, possibility and conditions on the way are taken in, so that "denied
that he opposed" is no opposition and "stopped short of agreeing" no agreement.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from synoptic.annotate.english.quotations.verbs import cue_verbs
from synoptic.annotate.english.statements.conditions import conditions_of
from synoptic.annotate.english.statements.lexicon import lexicon

if TYPE_CHECKING:
    from synoptic.annotate.english.quotations.tree import Tree
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.statements.seeds import Seed
    from synoptic.model import Span
    from synoptic.model.positions import Lean, Stance

_MOST_STEPS = 14
_DEONTIC = frozenset("should must ought".split())
_FIRST = frozenset("i we".split())
_THIRD = frozenset("he she it they".split())
_RELATIVE = frozenset("who which that whom".split())
_SHARED = frozenset("after before while since upon in on when despite by".split())
_OPENERS = ("Please", "please", "“Don’t", "“Do not", "\"Don't", '"Do not')
_ENDS = frozenset("stop quit cease".split())
_APART = frozenset("after before since".split())
_AHEAD = frozenset("before after when once until as".split())
_HYPOTHETICAL = frozenset("if unless whether lest".split())
_CARRIERS = frozenset(
    "letter statement petition resolution op-ed tweet post email e-mail message memo "
    "speech release note article column ad advertisement interview testimony".split()
)
_OPEN = frozenset("decide consider weigh mull ponder debate determine discuss".split())
_OPEN_NOUNS = frozenset("decision choice question option".split())
_TELLS = frozenset(
    "say disclose indicate reveal specify comment tell clear know".split()
)


@dataclass(slots=True)
class Climb:
    """What was met on the way up.

    Attributes:
        actor: Head of the phrase for the holder; None: the speaker of the words
            around `at`, or nobody.
        by_speaker: Whether the holder is the speaker of the quotation at `at`.
        opinion: Whether "should" or "must" makes it a demand of whoever speaks.
        committed: Whether a word of will stands above ("vowed to", "voted to").
        advice: Whether it is "should", which a report may say itself.
        able: Whether it only can be done.
        same: Who says so, where a pronoun at `actor` may stand for them.
    """

    stance: Stance
    at: int
    top: int
    lean: Lean | None = None
    actor: int | None = None
    by_speaker: bool = False
    opinion: bool = False
    committed: bool = False
    advice: bool = False
    able: bool = False
    negation: bool = False
    modality: Span | None = None
    teller: int | None = None
    same: int | None = None
    conditions: list[Span] = field(default_factory=list)
    verbs: list[int] = field(default_factory=list)


_FLIP: dict[Stance, Stance] = {"for": "against", "against": "unstated"}
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


class Climber:
    """Climbs the parse of one report."""

    def __init__(self, tree: Tree, phrases: Phrases) -> None:
        self._tree = tree
        self._phrases = phrases
        self._cues = cue_verbs()

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
            elif self._mark_above(seed.token) in _HYPOTHETICAL or not self._plain(
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
        if seed.kind == "undecided" and state.committed:
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
        if self._mark(seed.token) in _HYPOTHETICAL or self._none(seed.target):
            return False
        if seed.kind == "undo":
            return tree.lemma[seed.token].lower() in lexicon()["deed.against"]
        ahead = any(
            tree.relation[c] == "aux"
            and tree.lemma[c].lower() in ("will", "would", "to")
            for c in tree.children[seed.token]
        )
        return not ahead

    def _none(self, head: int | None) -> bool:
        """Whether a phrase denies itself: "no senator", "none of the bills"."""
        if head is None:
            return False
        tree = self._tree
        below = [tree.word(c).lower() for c in tree.children[head]]
        few = "few" in below and "a" not in below
        return (
            few
            or tree.word(head).lower() in ("none", "nobody", "neither", "few")
            or not {"no", "neither"}.isdisjoint(below)
        )

    def _plain(self, token: int) -> bool:
        """Whether the verb over a word is told as so: no "not", no "may"."""
        tree, words = self._tree, lexicon()
        at = self._above(token)
        return at is None or not any(
            tree.relation[c] == "neg"
            or (
                tree.relation[c] == "aux"
                and tree.lemma[c].lower() in words["weak.modal"]
            )
            for c in tree.children[at]
        )

    def _mark_above(self, token: int) -> str | None:
        at = self._above(token)
        return None if at is None else self._mark(at)

    # what stands beside a verb -------------------------------------------------

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
                state.stance = _FLIP[state.stance]
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

    def _unreal(self, at: int) -> bool:
        """Whether it is "would have signed" or "hardly supports"."""
        tree = self._tree
        lemmas = {
            tree.lemma[c].lower()
            for c in tree.children[at]
            if tree.relation[c] in ("aux", "advmod") and c < at
        }
        return {"would", "have"} <= lemmas or not lemmas.isdisjoint(
            ("hardly", "barely", "scarcely")
        )

    def _subject(self, at: int) -> int | None:
        tree = self._tree
        for child in tree.children[at]:
            if tree.relation[child] in ("nsubj", "nsubjpass"):
                return child
        return None

    # a subject was found -------------------------------------------------------

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
        if mark in _HYPOTHETICAL:
            return self._whether(at, subject, state, governor)
        if mark == "before" and state.stance in ("for", "against", "conditional"):
            self._first_this(at, state)
        word = tree.word(subject).lower()
        if self._none(subject):
            return None
        if word in _RELATIVE and tree.relation[at] == "relcl":
            state.actor = self._antecedent(tree.head[at])
            return self._checked(state)
        if governor is None:
            if state.opinion and word not in _FIRST:
                state.by_speaker = True
                return state
            if word in _FIRST:
                state.by_speaker = True
                return state
            state.actor = self._antecedent(subject)
            return self._checked(state)
        return self._told(at, subject, state, governor)

    def _in_first(self, subject: int) -> bool:
        return self._tree.word(subject).lower() in _FIRST | _THIRD

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
            same = word in _THIRD | _FIRST
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
        if wished and (bare or not said or word not in _THIRD | _FIRST):
            if negated:
                return None
            state.verbs.append(governor)
            state.committed = True
            state.top = governor
            state.opinion = False
            return self._at_governor(governor, teller, state)
        if lemma in words["operator.predict"] and lemma not in words["operator.opine"]:
            return None
        if state.opinion and word not in _FIRST:
            if negated:
                self._refused(state)
            state.opinion = False
            state.committed = True
            state.top = governor
            return self._at_governor(governor, teller, state)
        if lemma in words["operator.predict"]:
            if word not in _THIRD | _FIRST:
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
        if word in _THIRD | _FIRST | {"there"}:
            return self._at_governor(governor, teller, state)
        if word in _RELATIVE:
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
        if word in _FIRST:
            state.by_speaker = True
            return state
        if word in _RELATIVE and tree.relation[governor] == "relcl":
            teller = tree.head[governor]
        if tree.lemma[teller].lower() in _CARRIERS:
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
        if lemma in _OPEN:
            state.stance = "undecided"
        elif lemma in _TELLS and negated:
            state.stance = "silent"
        else:
            return None
        own = tree.word(subject).lower() in _THIRD | _FIRST
        if teller is None or not own:
            if not own and teller is not None and lemma in _TELLS:
                state.actor = self._antecedent(teller)
                return self._checked(state)
            return None
        state.actor = self._antecedent(teller)
        return self._checked(state)

    def _first_this(self, at: int, state: Climb) -> None:
        """Such as "needed to be sorted out before Moscow would agree": a condition."""
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

    # no subject: further up ----------------------------------------------------

    def _up(self, at: int, state: Climb) -> tuple[int, bool] | None:
        """The next verb up, and whether its own surroundings are to be passed over."""
        tree = self._tree
        relation, above = tree.relation[at], tree.head[at]
        if above == at:
            return None
        if relation == "conj":
            if tree.pos[above] in ("VERB", "AUX", "ADJ"):
                # "cannot raise it, accept it": one "cannot" for both
                shared = tree.tag[at] == "VB" and not any(
                    tree.relation[c] in ("aux", "neg") for c in tree.children[at]
                )
                return above, not (shared and tree.tag[above] == "VB")
            return None
        if relation in ("acomp", "attr", "oprd"):
            return above, False
        if tree.pos[above] in ("NOUN", "PROPN", "PRON") and relation in (
            "acl",
            "relcl",
            "ccomp",
            "xcomp",
        ):
            return self._by_noun(at, above, state)
        if relation in ("xcomp", "ccomp", "advcl"):
            return self._by_operator(at, above, state)
        if relation == "pcomp":
            return self._by_preposition(at, above, state)
        return None

    def _by_operator(
        self, at: int, above: int, state: Climb
    ) -> tuple[int, bool] | None:
        tree, words = self._tree, lexicon()
        lemma = tree.lemma[above].lower()
        infinitive = self._phrases.infinitive(at)
        if self._mark(at) == "whether":
            if lemma not in _OPEN and lemma not in words["silent.verb"]:
                return None
            state.stance = "undecided"
            state.verbs.append(above)
            return above, True
        if self._mark(at) in _HYPOTHETICAL:
            return None
        if tree.pos[above] == "ADJ":
            if lemma in words["operator.adjective_refuse"]:
                self._refused(state)
            elif lemma in words["operator.adjective_keep"]:
                state.modality = state.modality or tree.span(above, above)
                state.committed = True
            else:
                return None
            state.verbs.append(above)
            return above, False
        passive = tree.child(above, "auxpass") is not None
        governed = words.object.get(lemma, frozenset())
        urged = lemma in words["operator.urge"] and (
            tree.child(above, "dobj", "dative", "prep") is not None
            or tree.child(at, "nsubj") is not None
        )
        if infinitive and passive:
            return None
        ended = lemma in _ENDS and tree.tag[at] == "VBG"
        if ended or (lemma in words["operator.refuse"] and infinitive):
            self._refused(state)
        elif lemma in words["operator.delay"]:
            if state.stance in ("for", "against"):
                state.stance = "undecided"
        elif lemma in ("have", "need", "ought") and infinitive and not urged:
            state.opinion = True
            return above, True
        elif lemma == "be" and infinitive and (named := self._attribute(above)):
            state.actor = self._antecedent(named)
            return above, True
        elif lemma in words["operator.allow"] | {"be", "seem", "appear"}:
            return None
        elif governed & {"for", "against"} and tree.tag[at] == "VBG":
            state.committed = True
            if "for" not in governed:
                self._refused(state)
        elif lemma in words["operator.keep"] or urged:
            state.committed = True
        elif lemma in words["operator.predict"]:
            return None
        elif tree.relation[at] == "advcl":
            if infinitive or tree.tag[at] != "VBG" or self._negated(above):
                return None
            return above, True
        elif lemma not in self._cues:
            return None
        state.verbs.append(above)
        return above, False

    def _negated(self, at: int) -> bool:
        return any(self._tree.relation[c] == "neg" for c in self._tree.children[at])

    def _attribute(self, be: int) -> int | None:
        """Such as "A is the only one to back it": A."""
        one = self._tree.child(be, "attr")
        subject = self._subject(be)
        if one is None or subject is None or not self._phrases.can_stand(one):
            return None
        return subject

    def _by_preposition(
        self, at: int, preposition: int, state: Climb
    ) -> tuple[int, bool] | None:
        tree, words = self._tree, lexicon()
        above, lemma = tree.head[preposition], tree.lemma[preposition].lower()
        key = f"{tree.lemma[above].lower()}:{lemma}"
        if key == "call:for" and tree.child(above, "dobj", "prt", "oprd") is not None:
            return None
        if self._mark(at) == "whether":
            while tree.relation[above] == "pobj" and tree.pos[above] == "NOUN":
                if tree.lemma[above].lower() in _OPEN_NOUNS:
                    break
                above = tree.head[tree.head[above]]
            if tree.lemma[above].lower() in _OPEN_NOUNS:
                state.stance = "undecided"
                return self._from_noun(above, state)
            return None
        if key in words["for.preposition"]:
            state.committed = True
            state.verbs.append(above)
            return above, False
        if key in words["against.preposition"] or key == "refrain:from":
            self._refused(state)
            state.verbs.append(above)
            return above, False
        if lemma == "of" and tree.lemma[above].lower() == "short":
            if state.stance in ("for", "against", "conditional"):
                state.stance = "unstated"
            state.negation = True
            verb = tree.head[above]
            state.verbs.append(verb)
            return verb, True
        if lemma in _SHARED:
            while tree.pos[above] not in ("VERB", "AUX") and tree.head[above] != above:
                above = tree.head[above]
            if tree.pos[above] in ("VERB", "AUX") and (
                lemma in _APART or not self._negated(above)
            ):
                return above, True
        return None

    def _by_noun(self, at: int, noun: int, state: Climb) -> tuple[int, bool] | None:
        tree, words = self._tree, lexicon()
        lemma = tree.lemma[noun].lower()
        infinitive = self._phrases.infinitive(at)
        if self._mark(at) == "whether" or (
            lemma in _OPEN_NOUNS and self._mark(at) is not None
        ):
            state.stance = "undecided"
            return self._from_noun(noun, state)
        if infinitive and lemma in words["operator.noun_refuse"]:
            self._refused(state)
            return self._from_noun(noun, state)
        if infinitive and lemma in words["operator.noun_keep"]:
            state.committed = True
            return self._from_noun(noun, state)
        if self._phrases.can_stand(noun) and tree.tag[at] in ("VBG", "VB"):
            singled = any(
                tree.lemma[c].lower() in ("first", "only", "last", "latest", "second")
                for c in tree.children[noun]
            )
            if tree.tag[at] == "VB" and not singled:
                return None
            state.actor = self._antecedent(noun)
            return noun, True
        if lemma in _CARRIERS and tree.tag[at] == "VBG":
            return self._from_noun(noun, state)
        return None

    def _from_noun(self, noun: int, state: Climb) -> tuple[int, bool] | None:
        """The holder of a promise, a decision, a letter: its owner or who made it."""
        tree = self._tree
        state.verbs.append(noun)
        owner = tree.child(noun, "poss")
        if owner is not None and tree.word(owner).lower() not in (
            "his",
            "her",
            "its",
            "their",
            "my",
            "our",
        ):
            if not self._phrases.can_stand(owner):
                return None
            state.actor = self._antecedent(owner)
            return noun, True
        at = noun
        for _ in range(4):
            above = tree.head[at]
            if above == at:
                return None
            if tree.pos[above] in ("VERB", "AUX"):
                if tree.relation[at] in ("dobj", "pobj", "prep", "attr"):
                    return above, True
                return None
            if tree.relation[at] in ("pobj", "prep", "dobj", "conj"):
                at = above
                continue
            return None
        return None

    def _refused(self, state: Climb) -> None:
        state.negation = True
        if state.stance in ("for", "against"):
            state.stance = _FLIP[state.stance]

    # ends ----------------------------------------------------------------------

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

    def _mark(self, at: int) -> str | None:
        """The word that opens a clause: "if", "whether", "before"."""
        tree = self._tree
        for child in tree.children[at]:
            lemma = tree.lemma[child].lower()
            if tree.relation[child] == "mark":
                return lemma
            if lemma == "whether" and child < at:
                return lemma
        return None

    def _governor(self, at: int) -> int | None:
        """The verb that takes a clause as what is said or thought."""
        tree = self._tree
        for _ in range(4):
            relation, above = tree.relation[at], tree.head[at]
            if above == at:
                return None
            if relation == "conj" and self._subject(above) is not None:
                at = above
            elif relation in ("ccomp", "parataxis"):
                if relation == "parataxis" and not self._cues.get(
                    tree.lemma[above].lower()
                ):
                    return None
                return above if tree.pos[above] in ("VERB", "AUX") else None
            elif relation == "acomp":
                at = above
            else:
                return None
        return None

    def _above(self, token: int) -> int | None:
        tree = self._tree
        at = token
        while tree.head[at] != at and tree.pos[at] not in ("VERB", "AUX"):
            at = tree.head[at]
        return at

    def _antecedent(self, head: int) -> int | None:
        """Who is meant: "among those urging it are A and B" means A and B."""
        tree = self._tree
        word = tree.word(head).lower()
        if word in _RELATIVE and tree.relation[tree.head[head]] == "relcl":
            head = tree.head[tree.head[head]]
            word = tree.word(head).lower()
        part = tree.child(head, "prep")
        if part is not None and tree.lemma[part] == "of":
            whom = tree.child(part, "pobj")
            if whom is not None and tree.word(whom).lower() in _RELATIVE:
                verb = self._above(head)
                if verb is not None and tree.relation[verb] == "relcl":
                    return self._antecedent(tree.head[verb])
        named = tree.head[head]
        if tree.relation[head] == "appos" and (
            self._phrases.names.get(named) == "person"
        ):
            return named  # "Lee, a senator who opposed it": Lee
        at = head
        for _ in range(5):
            above = tree.head[at]
            relation = tree.relation[at]
            if relation == "attr" and tree.lemma[above] == "be":
                subject = self._subject(above)
                if subject is not None and self._phrases.can_stand(subject):
                    return subject
                break
            if relation == "pobj" and tree.lemma[above].lower() in ("of", "among"):
                at = tree.head[above]
                if tree.lemma[above].lower() == "among" and tree.lemma[at] == "be":
                    subject = self._subject(at)
                    if subject is not None:
                        return subject
                continue
            break
        return head
