"""What a statement is about: a noun phrase, a deed, or what a pronoun stands for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.clauses import is_pair
from synoptic.annotate.english.statements.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.model import Span

# what is told can be judged, though nobody decides on it
TOLD = frozenset(
    "report claim charge allegation accusation criticism suggestion finding study "
    "audit survey poll revelation disclosure leak evidence data".split()
)
_INQUIRIES = frozenset("comment call message email e-mail inquiry question".split())
_HELD = frozenset("view role word notion speculation comparison goal".split())
_MANY = frozenset("they them these those".split())
_OUTCOMES = frozenset("result outcome answer upshot product goal aim idea".split())
_SENTENCES_BACK = 2
_DEED_ENDS = frozenset("advcl conj punct cc parataxis relcl npadvmod".split())
_DEED_PARTS = frozenset("prep prt xcomp dative acomp".split())
_SAYS = frozenset("say claim suggest argue think believe pretend".split())
_LONGEST_CHARS = 130


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing as printed, and where it is named when the words do not name it.

    Attributes:
        decided: Whether its noun is of a kind that is put to a decision.
    """

    span: Span
    stands_for: Span | None
    decided: bool


class Things:
    """Finds the things of one report."""

    def __init__(self, phrases: Phrases, known: frozenset[int] = frozenset()) -> None:
        self._phrases = phrases
        self._known = known
        self._tree = phrases.tree

    def before(self, token: int) -> Thing | None:
        """The thing last spoken of that is up for a decision."""
        return self._named_before(token)

    def last(self, token: int) -> Thing | None:
        """What was last spoken of; else what the report keeps coming back to.

        Who says nothing is silent on something, though nobody says on what.
        """
        tree = self._tree
        who = self._who(token)
        first = token if who is None else tree.left[who]
        found = self._named_before(first, any_number=True)
        found = found or self._spoken_of(first, any_number=True)
        if found is not None:
            return replace(found, span=tree.span(token, token))
        named = [t for t in range(first) if self._is_up(t)]
        count = Counter(tree.lemma[t].lower() for t in named)
        if not named:
            return None
        often = max(named, key=lambda t: (count[tree.lemma[t].lower()], t))
        span = self._phrases.span(often)
        return Thing(tree.span(token, token), span, decided=True)

    def _who(self, verb: int) -> int | None:
        """The subject of a verb, which is not what it is silent about."""
        tree, at = self._tree, verb
        while tree.child(at, "nsubj", "nsubjpass") is None:
            if tree.relation[at] not in ("xcomp", "conj") or tree.head[at] > at:
                return None
            at = tree.head[at]
        return tree.child(at, "nsubj", "nsubjpass")

    def _is_up(self, token: int) -> bool:
        """Whether it names a thing that is decided on, and no request for a word."""
        tree = self._tree
        return (
            tree.pos[token] in ("NOUN", "PROPN")
            and tree.relation[token] not in ("compound", "amod", "npadvmod")
            and self._fits(token, near=False)
            and not self._is_inquiry(token)
        )

    def _is_inquiry(self, token: int) -> bool:
        """Whether it is a reporter's own: "a request for comment", "no comment"."""
        tree = self._tree
        links = (tree.child(c, "pobj") for c in tree.children[token])
        return tree.lemma[token].lower() in _INQUIRIES or any(
            n is not None and tree.lemma[n].lower() == "comment" for n in links
        )

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
        if phrases.is_bare(head):
            return self._named_before(head)
        if phrases.is_nothing(head) and not self._is_view_of(head):
            return None
        return Thing(phrases.span(head), None, decided=phrases.can_be_decided(head))

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
            return self._named_before(head, any_number=True)
        return self._named_before(head) or self._spoken_of(head)

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

    def _spoken_of(self, pronoun: int, *, any_number: bool = False) -> Thing | None:
        """The last subject or object just before that is no person."""
        tree, phrases = self._tree, self._phrases
        if tree.tag[pronoun] == "WDT":
            return None  # what "which" is stands right before it
        many = tree.word(pronoun).lower() in _MANY
        for token in range(pronoun - 1, -1, -1):
            if tree.sentence[pronoun] - tree.sentence[token] > _SENTENCES_BACK:
                return None
            told = tree.pos[token] == "NOUN" and tree.lemma[token].lower() in TOLD
            fits = any_number or many == (tree.tag[token] == "NNS")
            if told and fits:
                span = phrases.span(token)
                return Thing(tree.span(pronoun, pronoun), span, decided=True)
            if tree.relation[token] not in ("nsubj", "nsubjpass", "dobj"):
                continue
            if tree.pos[token] != "NOUN" or phrases.can_stand(token):
                continue
            if phrases.is_nothing(token) or not fits or self._is_inquiry(token):
                continue
            span = phrases.span(token)
            return Thing(tree.span(pronoun, pronoun), span, decided=False)
        return None

    def _deed(self, verb: int) -> Span | None:
        """A verb with its object: "extend the fund"."""
        tree = self._tree
        first = last = verb
        for child in tree.children[verb]:
            if child < verb:
                if tree.relation[child] in ("nsubj", "nsubjpass") and (
                    tree.relation[verb] in ("advcl", "ccomp", "acl")
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

    def _named_before(self, pronoun: int, *, any_number: bool = False) -> Thing | None:
        """The nearest thing before a pronoun that is up for a decision.

        Without a pronoun that stands for it, one or several will do.
        """
        tree, phrases = self._tree, self._phrases
        verb = tree.head[pronoun]
        if tree.word(pronoun).lower() == "which":
            while tree.relation[verb] == "ccomp":
                verb = tree.head[verb]  # "a vote, which he says was rushed"
        if tree.relation[verb] == "relcl" and (
            tree.word(pronoun).lower() in ("which", "that")
        ):
            head = tree.head[verb]
            if phrases.is_nothing(head) or phrases.can_stand(head):
                return None
            return Thing(phrases.span(head), None, decided=phrases.can_be_decided(head))
        many = tree.word(pronoun).lower() in _MANY
        sentence = tree.sentence[pronoun]
        best: tuple[int, int] | None = None
        for token in range(pronoun - 1, -1, -1):
            if sentence - tree.sentence[token] > _SENTENCES_BACK:
                break
            if tree.pos[token] not in ("NOUN", "PROPN"):
                continue
            if tree.relation[token] in ("compound", "amod", "npadvmod"):
                continue
            several = tree.tag[token] in ("NNS", "NNPS")
            fits = any_number or several == many or (many and is_pair(tree, token))
            if not fits or self._is_inquiry(token):
                continue
            if not self._fits(token, near=tree.sentence[token] == sentence):
                continue
            # a sentence's subject and object are spoken of; what they are of is not
            aside = tree.relation[token] in ("pobj", "poss")
            rank = 2 * (sentence - tree.sentence[token]) + aside
            if best is None or rank < best[0]:
                best = (rank, token)
        if best is None:
            return None
        named = self._called_so(best[1])
        return Thing(tree.span(pronoun, pronoun), phrases.span(named), decided=True)

    def _called_so(self, token: int) -> int:
        """What is called or said to be so: of "the raid was an act of greed" the raid.

        "The outcome was a deal" first names the deal.
        """
        tree = self._tree
        relation, above = tree.relation[token], tree.head[token]
        said = relation == "attr" and tree.lemma[above] == "be"
        if not (said or relation == "oprd"):
            return token
        which = ("nsubj",) if said else ("dobj", "nsubjpass")
        thing = tree.child(above, *which)
        if thing is None or tree.pos[thing] not in ("NOUN", "PROPN"):
            return token
        known = tree.word(tree.left[thing]).lower() in ("the", "this", "that")
        new = tree.word(tree.left[token]).lower() in ("a", "an") or relation == "oprd"
        named = known and new and tree.lemma[thing].lower() not in _OUTCOMES
        return thing if named and not self._phrases.can_stand(thing) else token

    def _fits(self, token: int, *, near: bool) -> bool:
        if token in self._known and not self._phrases.is_person(token):
            return True
        word = self._tree.whole_word(token)
        lemma = self._tree.lemma[token].lower()
        named = lexicon()["proposal.noun"]
        if near and (lemma in named or word in named):
            return True
        return (lemma in named or word in named) and lemma not in (
            "vote",
            "move",
            "statement",
            "announcement",
            "remark",
            "comment",
            "effort",
            "meeting",
            "talks",
        )
