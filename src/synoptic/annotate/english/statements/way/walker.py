"""Looking round in a parse: subjects, marks, governors, and who is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.people.lexicon import people
from synoptic.annotate.english.quotations.verbs import cue_verbs
from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.annotate.english.statements.way.state import FIRST, FLIP, RELATIVE, THIRD

if TYPE_CHECKING:
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.statements.way.state import Climb
    from synoptic.annotate.english.tree import Tree

_NONE = frozenset({"no", "none", "neither"})
_SCARCE = frozenset("few little scant zero".split())
_IN_OTHER_TIMES = frozenset(
    "have normally ordinarily otherwise typically usually".split()
)


class Walker:
    """Looks round in the parse of one report."""

    def __init__(self, tree: Tree, phrases: Phrases) -> None:
        self._tree = tree
        self._phrases = phrases
        self._cues = cue_verbs()

    def _subject(self, at: int) -> int | None:
        tree = self._tree
        for child in tree.children[at]:
            if tree.relation[child] in ("nsubj", "nsubjpass"):
                return child
        for child in tree.children[at]:
            # "is opposed to it": the parser may hang the subject on "is"
            if tree.relation[child] == "auxpass":
                held = tree.child(child, "nsubj", "nsubjpass")
                if held is not None:
                    return held
        return self._given_that(at)

    def _given_that(self, at: int) -> int | None:
        """The subject that the parser hangs on "given": "given Merrow has agreed"."""
        tree = self._tree
        helpers = [c for c in tree.children[at] if tree.relation[c] in ("aux", "neg")]
        noun = min(helpers, default=at) - 1
        if noun < 0 or tree.relation[noun] != "pobj":
            return None
        return noun if tree.word(tree.head[noun]).lower() == "given" else None

    def _none(self, head: int | None) -> bool:
        """Whether a phrase denies itself: "no senator", "none of", "not one of"."""
        if head is None:
            return False
        tree = self._tree
        below = [tree.word(c).lower() for c in tree.children[head]]
        few = bool(_SCARCE.intersection(below)) and "a" not in below
        return (
            few
            or tree.word(head).lower() in ("none", "nobody", "neither", "few")
            or (tree.pos[head] != "VERB" and tree.lemma[tree.left[head]] == "not")
            or not {"no", "neither"}.isdisjoint(below)
        )

    def _none_of(self, verb: int, thing: int | None) -> bool:
        """Whether a verb is denied by its object: "signed none of the bills"."""
        tree, first = self._tree, thing
        while first is not None and tree.relation[first] == "conj":
            first = tree.head[first]
        if first is None or (tree.relation[first], tree.head[first]) != ("dobj", verb):
            return False
        if any(tree.word(c).lower() == "neither" for c in tree.children[first]):
            return True  # "neither the toll nor the tax"
        below = [] if thing is None else [thing, *tree.children[thing]]
        return any(tree.word(c).lower() in _NONE for c in below)

    def _unreal(self, at: int) -> bool:
        """Whether it is "would have", "would normally" or "hardly support"."""
        tree = self._tree
        said = self._said_of(at)
        lemmas = {
            tree.lemma[c].lower()
            for word in {at, said}
            for c in tree.children[word]
            if tree.relation[c] in ("aux", "advmod") and c < word
        }
        would = "would" in lemmas and not lemmas.isdisjoint(_IN_OTHER_TIMES)
        return would or not lemmas.isdisjoint(("hardly", "barely", "scarcely"))

    def _mark(self, at: int) -> str | None:
        """The word that opens a clause: "if", "whether", "before"."""
        tree = self._tree
        for child in tree.children[at]:
            lemma = tree.lemma[child].lower()
            if tree.relation[child] == "mark":
                return lemma
            if lemma in ("whether", "when") and child < at:
                return lemma
        return self._shared_mark(at)

    def _shared_mark(self, at: int) -> str | None:
        """The "if" of a clause to which the parser did not join this one.

        Such as "if the panel agrees and the council signs it, there will".
        """
        tree = self._tree
        for child in tree.children[at]:
            joins = any(tree.relation[c] == "cc" for c in tree.children[child])
            mark = tree.child(child, "mark")
            if mark is None or tree.relation[child] != "advcl" or child > at:
                continue
            if joins:
                return tree.lemma[mark].lower()
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
                if tree.pos[above] == "ADJ" and tree.relation[above] == "acomp":
                    above = tree.head[above]  # "remain adamant that"
                return above if tree.pos[above] in ("VERB", "AUX") else None
            elif relation == "acomp":
                at = above
            else:
                return None
        return None

    def _said_of(self, be: int) -> int:
        """The adjective behind "be", or the word itself."""
        said = self._tree.child(be, "acomp")
        return be if said is None or self._tree.lemma[be] != "be" else said

    def _above(self, token: int) -> int | None:
        tree = self._tree
        at = token
        while tree.head[at] != at and tree.pos[at] not in ("VERB", "AUX"):
            at = tree.head[at]
        return at

    def _mark_above(self, token: int) -> str | None:
        at = self._above(token)
        return None if at is None else self._mark(at)

    def _plain(self, token: int) -> bool:
        """Whether the verb over a word is told as so: no "not", no "may"."""
        tree, words = self._tree, lexicon()
        at = self._above(token)
        return at is None or not (
            is_negated(tree, at)
            or any(
                tree.relation[c] == "aux"
                and tree.lemma[c].lower() in words["weak.modal"]
                for c in tree.children[at]
            )
        )

    def _antecedent(self, head: int) -> int | None:
        """Who is meant: "among those urging it are A and B" means A and B."""
        tree = self._tree
        word = tree.word(head).lower()
        if word in RELATIVE and tree.relation[tree.head[head]] == "relcl":
            head = tree.head[tree.head[head]]
            word = tree.word(head).lower()
        part = tree.child(head, "prep")
        if part is not None and tree.lemma[part] == "of":
            whom = tree.child(part, "pobj")
            if whom is not None and tree.word(whom).lower() in RELATIVE:
                verb = self._above(head)
                if verb is not None and tree.relation[verb] == "relcl":
                    return self._antecedent(tree.head[verb])
                return next(
                    (t for t in range(head - 1, -1, -1) if self._phrases.can_stand(t)),
                    None,
                )
        named = tree.head[head]
        if (
            tree.relation[head] == "appos"
            and self._phrases.names.get(named) == "person"
            and tree.lemma[head].lower() in people().roles
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

    def _refused(self, state: Climb) -> None:
        state.negation = state.refused = True
        state.lean = None  # to refuse to condemn it is no praise, and no blame
        if state.lacking:
            state.conditions += state.lacking
            state.stance = "conditional"
        if state.stance == "for" and self._voiced(state.verbs[0]):
            state.stance = "unstated"
        elif state.stance in ("for", "against"):
            state.stance = FLIP[state.stance]

    def _denied(self, state: Climb) -> None:
        """Take in that it is denied: who denies opposing a thing need not be for it."""
        state.stance, state.lean, state.negation = "unstated", None, True

    def _voiced(self, word: int) -> bool:
        """Whether it is support that is only voiced: not to do so takes no side."""
        lemma = self._tree.lemma[word].lower()
        return self._tree.pos[word] == "NOUN" and lemma in ("support", "backing")

    def _in_first(self, subject: int) -> bool:
        return self._tree.word(subject).lower() in FIRST | THIRD
