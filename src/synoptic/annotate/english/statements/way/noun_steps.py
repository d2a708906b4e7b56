"""The steps from a verb without a subject over a noun to the verb above it.

A promise, a plan or a letter stands between "to sign" and whose promise it is; a
preposition stands between "signing" and the word that governs it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.statements.clauses import one_of
from synoptic.annotate.english.statements.lexicon import Kind, lexicon
from synoptic.annotate.english.statements.plans import is_anothers, is_spoken_of
from synoptic.annotate.english.statements.seeds.seed import is_twice
from synoptic.annotate.english.statements.way.state import CARRIERS, Climb
from synoptic.annotate.english.statements.way.walker import Walker

if TYPE_CHECKING:
    from synoptic.model.positions import Lean, Stance

_SHARED = frozenset("after before while since upon in on when despite by".split())
# "should pause before cheering it" is no cheer
_HOLDING = frozenset("pause hesitate wait think stop".split())
_PARTS = frozenset("role part say hand share interest power success failure".split())
_WRONGS = frozenset("mistake error wrong err blunder".split())
_APART = frozenset("after before since".split())
_OPEN_NOUNS = frozenset("decision choice question option".split())


class NounSteps(Walker):
    """Goes up the parse of one report over its nouns and prepositions."""

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
            own = tree.child(above, "dobj")
            if own is not None and tree.lemma[own].lower() in _OPEN_NOUNS:
                state.stance, state.committed = "undecided", True
                return above, True
            if tree.lemma[above].lower() in _OPEN_NOUNS:
                state.stance, state.committed = "undecided", True
                return self._from_noun(above, state)
            return None
        kinds = words.preposition.get(key, frozenset()) | self._of_adjective(
            above, lemma
        )
        if "undecided" in kinds:
            state.stance, state.committed = "undecided", True
            state.verbs.append(above)
            return above, False
        if key == "commit:to" and is_negated(self._tree, above):
            return None  # "would not commit to signing" says neither yes nor no
        if key == "look:to" and any(
            tree.lemma[c].lower() == "forward" for c in tree.children[above]
        ):
            kinds |= {"for"}
        if "for" in kinds:
            state.committed = True
            state.verbs.append(above)
            return above, False
        if "against" in kinds or key == "refrain:from":
            self._refused(state)
            state.verbs.append(above)
            return above, False
        if lemma == "for" and tree.lemma[above].lower() in words["operator.rue"]:
            self._rued(state)
            state.verbs.append(above)
            return above, False
        if lemma == "of" and tree.word(preposition - 1).lower() == "short":
            if state.stance in ("for", "against", "conditional"):
                state.stance = "unstated"
            state.negation = True
            verb = self._above(above) or above
            state.verbs.append(verb)
            return verb, True
        if tree.pos[above] == "NOUN" and lemma in ("of", "for", "to"):
            found = self._of_noun(above, state)
            if found is not None:
                return found
        if lemma == "in":
            done = tree.child(above, "dobj")
            told = {tree.lemma[w].lower() for w in (above, done) if w is not None}
            if tree.lemma[above].lower() in _PARTS or told & _WRONGS:
                return None  # "plays a role in ratifying it", "erred in ratifying it"
        if is_twice(tree, above):
            self._refused(state)
            return above, False
        holds_back = lemma == "before" and tree.lemma[above].lower() in _HOLDING
        if lemma in _SHARED and not holds_back:
            while tree.pos[above] not in ("VERB", "AUX") and tree.head[above] != above:
                above = tree.head[above]
            if tree.pos[above] in ("VERB", "AUX") and (
                lemma in _APART or not is_negated(self._tree, above)
            ):
                return above, True
        return None

    def _rued(self, state: Climb) -> None:
        """Take in "regretted backing it": no longer so, and no yes or no by itself."""
        turned: dict[Stance, Lean] = {"for": "against", "against": "for"}
        state.lean = turned.get(state.stance)
        state.stance = "unstated"

    def _of_adjective(self, above: int, preposition: str) -> frozenset[Kind]:
        """What an adjective before a preposition says: "opposed to signing it"."""
        tree, table = self._tree, lexicon().adjective
        above = self._said_of(above)
        forms = (tree.lemma[above].lower(), tree.word(above).lower())
        return frozenset[Kind]().union(
            *(table.get(f"{form}:{preposition}", frozenset()) for form in forms)
        )

    def _of_noun(self, noun: int, state: Climb) -> tuple[int, bool] | None:
        """Such as "has no intention of signing", "is in favour of signing"."""
        tree, words = self._tree, lexicon()
        lemma, above = tree.lemma[noun].lower(), tree.head[noun]
        if lemma in ("favor", "favour", "support") and tree.lemma[above] == "in":
            verb = self._above(above)
            state.committed = True
            state.verbs.append(noun)
            return None if verb is None else (verb, False)
        if lemma in words["operator.noun_keep"]:
            state.committed = True
            if self._none(noun):
                self._refused(state)
            return self._from_noun(noun, state)
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
        if infinitive and lemma == "time" and tree.relation[noun] == "attr":
            state.opinion = True
            return tree.head[noun], True
        if infinitive and lemma == "rank" and tree.relation[noun] == "dobj":
            return tree.head[noun], False  # "broke ranks to back it"
        none = self._none(noun)
        met = tree.relation[noun] == "dobj" and (
            tree.lemma[tree.head[noun]].lower()
            in words["operator.met"] | words["light.withdraw"]
        )
        given_in = self._given_in(noun)
        idle = lemma == "pressure" and tree.relation[noun] != "dobj"
        if met or (idle and not given_in):
            return None  # "faced calls to", "dropped plans to", "under pressure to"
        if infinitive and (
            lemma in words["operator.noun_keep"]
            or (none and lemma in ("need", "reason"))
        ):
            state.committed = True
            if none:
                self._refused(state)
            return self._from_noun(noun, state)
        whole = one_of(tree, noun)
        one = infinitive and whole is not None and self._phrases.can_stand(whole)
        stands = one or self._phrases.can_stand(noun)
        if stands and tree.tag[at] in ("VBG", "VB"):
            singled = any(
                tree.lemma[c].lower() in ("first", "only", "last", "latest", "second")
                for c in tree.children[noun]
            )
            singled |= one or self._one_of(noun)
            if tree.tag[at] == "VB" and not singled:
                return None
            state.actor = self._antecedent(noun)
            return noun, True
        if lemma in CARRIERS and tree.tag[at] == "VBG":
            return self._from_noun(noun, state)
        return None

    def _one_of(self, name: int) -> bool:
        """Such as "Lee, one of four senators to back it", and "the one to back it"."""
        tree = self._tree
        beside = tree.child(name, "appos")
        return (
            beside is not None
            and tree.pos[beside] != "PROPN"
            and tree.lemma[beside].lower() in ("one", "part")
        )

    def _given_in(self, noun: int) -> bool:
        """Such as "bowed to pressure to withdraw it": it is done."""
        tree, link = self._tree, self._tree.head[noun]
        key = f"{tree.lemma[tree.head[link]].lower()}:{tree.lemma[link].lower()}"
        return tree.relation[noun] == "pobj" and key in lexicon()["call.yields"]

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
        of = tree.child(noun, "prep")
        if of is not None and tree.lemma[of].lower() == "of":
            whose = tree.child(of, "pobj")
            if whose is not None and self._phrases.can_stand(whose):
                state.actor = self._antecedent(whose)
                return noun, True
        if owner is not None and tree.relation[noun] == "pobj":
            return None  # "thanked him for his efforts to": not the subject's
        at = noun
        for _ in range(4):
            above = tree.head[at]
            if above == at or (tree.relation[at] == "prep" and is_spoken_of(tree, at)):
                return None
            if tree.pos[above] in ("VERB", "AUX"):
                judged = at == noun and is_anothers(tree, noun)
                if not judged and tree.relation[at] in ("dobj", "pobj", "prep", "attr"):
                    return above, True
                return None
            if tree.relation[at] in ("pobj", "prep", "dobj", "conj"):
                at = above
                continue
            return None
        return None
