"""What a pronoun stands for where it is no person, and what silence is about."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.clauses import is_pair
from synoptic.annotate.english.statements.lexicon import lexicon

if TYPE_CHECKING:
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.model import Span

# what is told can be judged, though nobody decides on it
TOLD = frozenset(
    "report claim charge allegation accusation criticism suggestion finding study "
    "audit survey poll revelation disclosure leak evidence data".split()
)
_INQUIRIES = frozenset("comment call message email e-mail inquiry question".split())
_MANY = frozenset("they them these those".split())
_GOES_ON = frozenset("it this that these those they".split())
_SUBJECTS = ("nsubj", "nsubjpass")
_OUTCOMES = frozenset("result outcome answer upshot product goal aim idea".split())
_SENTENCES_BACK = 2


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing as printed, and where it is named when the words do not name it.

    Attributes:
        decided: Whether its noun is of a kind that is put to a decision.
    """

    span: Span
    stands_for: Span | None
    decided: bool


class Referents:
    """Looks back in one report for what was spoken of.

    `known` are the tokens that carry a stance elsewhere in it.
    """

    def __init__(self, phrases: Phrases, known: frozenset[int]) -> None:
        self._phrases = phrases
        self._known = known
        self._tree = phrases.tree

    def before(self, token: int) -> Thing | None:
        """The thing last spoken of that is up for a decision."""
        return self.named_before(token)

    def last(self, token: int) -> Thing | None:
        """What was last spoken of; else what the report keeps coming back to.

        Who says nothing is silent on something, though nobody says on what.
        """
        tree = self._tree
        who = self._who(token)
        first = token if who is None else tree.left[who]
        found = self.named_before(first, any_number=True)
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

    def nearest(self, pronoun: int) -> Thing | None:
        """What a pronoun stands for: of two the nearer, by sentences."""
        if self._points_ahead(pronoun):
            return None
        named, spoken = self.named_before(pronoun), self._spoken_of(pronoun)
        if named is None or spoken is None:
            found = named or spoken
        else:
            found = replace(max(named, spoken, key=self._place), decided=True)
        if found is None or self._is_far(pronoun, found):
            return None
        return found

    def _is_far(self, pronoun: int, thing: Thing) -> bool:
        """Whether nothing but its nearness makes a thing what a pronoun stands for."""
        tree = self._tree
        head = None
        if thing.stands_for is not None:
            head = self._phrases.head_of(thing.stands_for)
        if head is None:
            return False
        back = tree.sentence[pronoun] - tree.sentence[head]
        if back == 0:
            return False
        if self._phrases.names.get(head) == "organisation":
            return True  # where the speaker works
        if tree.tag[head] == "NN" and not tree.children[head]:
            return True  # "took action" brings in no thing to go on about
        if tree.tag[pronoun] == "WDT" or self._follows_condition(pronoun):
            return True
        topic = tree.relation[head] in _SUBJECTS and (
            tree.relation[tree.head[head]] == "ROOT"
        )
        return back > 1 and not topic and not self._is_passed_on(pronoun)

    def _follows_condition(self, pronoun: int) -> bool:
        """Whether "that" is what was just supposed: "if they pay, that is bad"."""
        tree, verb = self._tree, self._tree.head[pronoun]
        return tree.word(pronoun).lower() in ("that", "this") and any(
            c < pronoun
            and tree.relation[c] == "advcl"
            and tree.lemma[tree.left[c]].lower() == "if"
            for c in tree.children[verb]
        )

    def _is_passed_on(self, pronoun: int) -> bool:
        """Whether the sentence before goes on about a thing: "it", "those changes"."""
        tree = self._tree
        before = tree.sentence[pronoun] - 1
        for token in range(pronoun - 1, -1, -1):
            if tree.sentence[token] < before:
                return False
            low, relation = tree.word(token).lower(), tree.relation[token]
            if tree.sentence[token] == before and (
                (low in _GOES_ON and relation in (*_SUBJECTS, "dobj"))
                or (low in ("these", "those") and relation == "det")
            ):
                return tree.tag[token] != "WDT"
        return False

    def named_before(self, pronoun: int, *, any_number: bool = False) -> Thing | None:
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
            if not fits or self._is_inquiry(token) or self._is_in(pronoun, token):
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
            if tree.relation[token] not in (*_SUBJECTS, "dobj"):
                continue
            if tree.pos[token] != "NOUN" or phrases.can_stand(token):
                continue
            if phrases.is_nothing(token) or not fits or self._is_inquiry(token):
                continue
            if self._is_aside(token) or self._is_in(pronoun, token):
                continue
            before = tree.sentence[token] < tree.sentence[pronoun]
            if before and tree.relation[token] == "dobj" and not any_number:
                return None  # not what the talk is about
            span = phrases.span(token)
            return Thing(tree.span(pronoun, pronoun), span, decided=False)
        return None

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

    def _points_ahead(self, pronoun: int) -> bool:
        """Whether "it" stands for what follows: "would love it if she came"."""
        tree = self._tree
        verb = tree.head[pronoun]
        if tree.word(pronoun).lower() != "it":
            return False
        if tree.relation[pronoun] == "nsubj" and tree.pos[verb] == "ADJ":
            return tree.child(verb, "ccomp", "xcomp", "advcl") is not None
        if tree.relation[pronoun] != "dobj":
            return False
        marks = (
            tree.child(c, "mark", "advmod") for c in tree.children[verb] if c > pronoun
        )
        return any(m is not None and tree.lemma[m] in ("if", "when") for m in marks)

    def _is_in(self, pronoun: int, noun: int) -> bool:
        """Whether it is part of what the noun says: "the decision to overturn it"."""
        tree, at = self._tree, pronoun
        while tree.head[at] != at and at != noun:
            if tree.relation[at] == "relcl":
                return False  # "the plan, whose author says it is cheap"
            at = tree.head[at]
        return at == noun

    def _is_aside(self, token: int) -> bool:
        """Whether it stands in a clause that tells of a noun: "who makes it"."""
        tree, at = self._tree, self._tree.head[token]
        while tree.relation[at] in ("xcomp", "ccomp", "conj", "acl") and (
            tree.head[at] != at
        ):
            at = tree.head[at]
        return tree.relation[at] == "relcl"

    def _place(self, thing: Thing) -> int:
        where = thing.stands_for or thing.span
        return self._tree.sentence[bisect_right(self._tree.start, where.start) - 1]

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
