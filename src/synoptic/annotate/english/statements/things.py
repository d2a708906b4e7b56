"""What a statement is about: a noun phrase, a deed, or what a pronoun stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.annotate.english.statements.referents import TOLD, Referents, Thing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.model import Span

_HELD = frozenset("view role word notion speculation comparison goal".split())
_DEED_ENDS = frozenset("advcl conj punct cc parataxis relcl npadvmod".split())
_DEED_PARTS = frozenset("prep prt xcomp dative acomp".split())
_SAYS = frozenset("say claim suggest argue think believe pretend".split())
_WHAT_BECAME = ("relcl", "nsubjpass")  # "the way the harbour was run"
_SUMS = frozenset("dollar euro money percent pound".split())
_NONE_OF = frozenset({"none", "neither"})
_SHELLS = frozenset("issue question".split())
_USED = (frozenset("in for toward towards".split()), frozenset({"of"}))
_LONGEST_CHARS = 130


class Things:
    """Finds the things of one report."""

    def __init__(self, phrases: Phrases, known: frozenset[int] = frozenset()) -> None:
        self._phrases = phrases
        self._tree = phrases.tree
        self.spoken_of = Referents(phrases, known)

    def _is_view_of(self, head: int) -> bool:
        """Whether it is what somebody holds or told: "the mayor's views"."""
        owner = self._tree.child(head, "poss")
        told = self._tree.lemma[head].lower() in TOLD | _HELD
        return told and owner is not None and self._tree.word(owner).lower() != "whose"

    def find(self, head: int, *, deed: bool = False) -> Thing | None:
        """The thing a statement is about; None: none that can be told."""
        tree, phrases = self._tree, self._phrases
        if deed or tree.pos[head] in ("VERB", "AUX"):
            span = self._deed(head)
            done = tree.child(head, "dobj")
            decided = done is not None and phrases.can_be_decided(done)
            return None if span is None else Thing(span, None, decided=decided)
        if tree.lemma[head].lower() in _NONE_OF:
            of = tree.child(head, "prep")
            among = None if of is None else tree.child(of, "pobj")
            return None if among is None else self.find(among)
        if phrases.is_bare(head):
            return self.spoken_of.nearest(head)
        if phrases.is_nothing(head) and not self._is_view_of(head):
            use = self._use_of(head)
            return None if use is None else self.find(use)
        return Thing(phrases.span(head), None, decided=phrases.can_be_decided(head))

    def _use_of(self, sum_of: int) -> int | None:
        """What a sum is for, an issue is of: "a million dollars in aid"."""
        tree = self._tree
        lemma = tree.lemma[sum_of].lower()
        if tree.pos[sum_of] != "NUM" and lemma not in _SUMS | _SHELLS:
            return None
        for link in tree.children[sum_of]:
            if link > sum_of and tree.lemma[link].lower() in _USED[lemma in _SHELLS]:
                return tree.child(link, "pobj")
        return None

    def wanted(self, head: int, *, deed: bool) -> Thing | None:
        """What a speaker wants done, with whom or what it is done to; or a thing."""
        tree = self._tree
        if not deed:
            return self.find(head)
        whom = tree.child(head, "nsubjpass", "nsubj")
        first = last = head
        done = tree.child(head, "auxpass", "acomp", "attr", "prep")
        if whom is not None and done and tree.child(head, "dobj") is None:
            first = tree.left[whom] if tree.pos[whom] != "PRON" else head
        for child in tree.children[head]:
            if child < head:
                continue
            if tree.relation[child] == "punct":
                continue
            if tree.relation[child] in _DEED_ENDS:
                break
            if tree.end[tree.right[child]] - tree.start[head] > _LONGEST_CHARS:
                break
            last = max(last, tree.right[child])
        return Thing(tree.span(first, last), None, decided=False)

    def judged(
        self, head: int, cue: int | None, *, meant: bool = False
    ) -> Thing | None:
        """The thing somebody judges, which a pronoun may name further back.

        Args:
            head: Its head, or a verb.
            cue: The verb of saying: "said of the offer" tells what "it" is.
            meant: Whether nothing there names it: what was last spoken of is.
        """
        if self._tree.lemma[head].lower() in TOLD and not meant:
            return Thing(self._phrases.span(head), None, decided=True)
        if not self._phrases.is_bare(head) and not meant:
            return self.find(head)
        told = None if cue is None else self._told_of(cue)
        if told is not None:
            decided = self._phrases.can_be_decided(told)
            span = self._phrases.span(told)
            return Thing(self._tree.span(head, head), span, decided=decided)
        if meant:
            return self.spoken_of.named_before(head, any_number=True)
        return self.spoken_of.nearest(head)

    def told_of(self, pronoun: int, cue: int | None) -> int:
        """Whom "he" means where the cue tells: "said of the mayor"; else itself."""
        if cue is None or self._tree.pos[pronoun] != "PRON":
            return pronoun
        for whom in self._behind(cue):
            if self._phrases.is_person(whom):
                return whom
        return pronoun

    def _told_of(self, cue: int) -> int | None:
        for thing in self._behind(cue):
            if not self._phrases.is_person(thing):
                return thing
        return None

    def _behind(self, cue: int) -> Iterator[int]:
        tree = self._tree
        for child in tree.children[cue]:
            if child > cue and tree.lemma[child].lower() in ("of", "about"):
                thing = tree.child(child, "pobj")
                if thing is not None:
                    yield thing

    def _deed(self, verb: int) -> Span | None:
        """A verb with its object: "extend the fund"."""
        tree = self._tree
        first = last = verb
        for child in tree.children[verb]:
            if child < verb:
                if tree.relation[child] in ("nsubj", "nsubjpass") and (
                    tree.relation[verb] in ("advcl", "ccomp", "acl")
                    or (tree.relation[verb], tree.relation[child]) == _WHAT_BECAME
                ):
                    first = tree.left[child]
                continue
            if tree.relation[child] == "acomp" and tree.relation[verb] == "xcomp":
                needs = tree.child(tree.head[verb], "nsubj")
                named = needs is not None and tree.pos[needs] in ("NOUN", "PROPN")
                first = tree.left[needs] if named and needs is not None else first
            if tree.relation[child] in _DEED_ENDS:
                break
            if tree.relation[child] in ("dobj", "attr"):
                last = max(last, self._end_of(child))
            elif tree.relation[child] == "advmod" and child == verb + 1:
                last = max(last, child)
            elif tree.relation[child] in _DEED_PARTS or (
                tree.relation[child] == "ccomp"
                and (tree.relation[verb] == "pcomp" or tree.lemma[verb] in _SAYS)
            ):
                if tree.end[tree.right[child]] - tree.start[verb] > _LONGEST_CHARS:
                    break
                last = max(last, tree.right[child])
        alone = tree.lemma[verb].lower() in lexicon()["deed.alone"]
        if (first == last and not alone) or self._names_nothing(verb, last):
            return None
        return tree.span(first, last)

    def _names_nothing(self, verb: int, last: int) -> bool:
        """Whether it is "get it over with": nothing in it says what is to be done."""
        done = self._tree.child(verb, "dobj")
        return (
            done is not None
            and self._tree.pos[done] == "PRON"
            and not any(
                self._tree.pos[token] in ("NOUN", "PROPN", "NUM")
                for token in range(verb, last + 1)
            )
        )

    def _end_of(self, head: int) -> int:
        span = self._phrases.span(head)
        last = head
        while last + 1 < len(self._tree.end) and self._tree.end[last] < span.end:
            last += 1
        return last
