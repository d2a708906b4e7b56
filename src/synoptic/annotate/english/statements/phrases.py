"""Noun phrases: where they end, whether they can hold a stand, what they are about."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from synoptic.annotate.english.people.lexicon import people
from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.model import Span
from synoptic.text.places import demonyms, places

if TYPE_CHECKING:
    from synoptic.annotate.english.people.cast import Cast
    from synoptic.annotate.english.tree import Tree

_BARE = frozenset("it this that these those them they which".split())
_LIKENS = frozenset("compare equate liken".split())
_SEVERAL = frozenset("those all both none pair two".split())
_PEOPLE = frozenset("i we he she you me us him her who whom they them".split())
# nouns that hang on a stance verb and are nothing to decide
_NOTHING = frozenset(
    "time way lot thing something anything nothing everything himself herself itself "
    "themselves myself ourselves other one people point fact question issue news "
    "word term name life child side weight part job "
    "reality responsibility interest title award prize crowd song anger bit "
    "hope dream chance odds kind sort number money percent dollar mouth face hand head "
    "eye arm caveat proviso".split()
)
# these only where nothing beside them says which: "questioned the value"
_UNTOLD = frozenset(
    "claim report charge allegation accusation criticism suggestion "
    "notion speculation comparison role goal value right view".split()
)
_TELLS_WHICH = frozenset("amod compound prep acl relcl nmod".split())
_PARTS = frozenset(
    "number group majority handful dozen pair lot host minority bulk part score "
    "hundred thousand million third half quarter rest member".split()
)
_LISTS = frozenset("list set series number raft host slew package".split())
_NO = frozenset({"no", "neither"})  # how it is denied is no part of what it is called
_LONGEST_CHARS = 110
_DOERS = ("er", "or", "ist", "ian", "man", "woman", "person")
_NO_DOERS = frozenset(
    "number letter matter paper order offer power river water computer "
    "newspaper poster banner factor error sector chapter charter quarter "
    "center border barrier server copper motor tower shelter corner summer winter "
    "folder layer disaster encounter".split()
)
_CHARGING = frozenset("accuse acquit clear convict rob suspect".split())
_SHORT = 2
# a headline's "Toll plan 'deeply unfair'": what is said of it is no part of it
_MARKED = re.compile(r"\s+['‘](?=\w)")
_ENDS_PHRASE = frozenset({"relcl", "appos", "advcl", "parataxis", "ccomp"})


@dataclass(frozen=True, slots=True)
class Phrases:
    """The noun phrases of one parsed report."""

    tree: Tree
    names: dict[int, str]
    """Token to the kind of the name it stands in."""

    def span(self, head: int) -> Span:
        """The phrase of a head: what stands before it, and what limits it behind."""
        tree = self.tree
        first, last = tree.left[head], head
        for child in tree.children[head]:
            if child < head:
                continue
            aim = tree.relation[child] in ("acl", "relcl") and self.infinitive(child)
            if aim and self._is_undoing(child):
                break
            if not aim and tree.relation[child] in _ENDS_PHRASE | {
                "cc",
                "conj",
                "punct",
            }:
                break
            if tree.relation[child] == "acl" and not self.infinitive(child):
                break
            if tree.left[child] > last + 2 or self._half_open(child):
                break
            if tree.lemma[tree.head[head]].lower() in _LIKENS and (
                tree.word(tree.left[child]).lower() in ("to", "with")
            ):
                break  # "likened the plan to robbery"
            last = self._before_epithet(head, self._end(child))
            if tree.end[last] - tree.start[head] > _LONGEST_CHARS:
                last = head
                break
        while first < head and (
            tree.relation[first] in ("punct", "cc", "preconj")
            or (tree.word(first).lower() in _NO and tree.relation[first] == "det")
        ):
            first += 1
        whole = tree.span(first, last)
        inside = tree.text[whole.start : whole.end]
        if inside.count('"') % 2:
            whole = tree.span(first, head)
        marked = _MARKED.search(tree.text, tree.end[head], whole.end)
        if marked is not None:
            whole = Span(whole.start, marked.start())
        words = tree.text[whole.start : whole.end]
        lead = len(words) - len(words.lstrip("\"“”'‘ "))
        return Span(whole.start + lead, whole.end)

    def _before_epithet(self, head: int, last: int) -> int:
        """The end of a phrase before what it is called: "the plan to end it a shame".

        The parser hangs that on the verb inside the phrase.
        """
        tree = self.tree
        if tree.lemma[tree.head[head]].lower() not in lexicon()["describe.object"]:
            return last
        for token in range(head + 1, last + 1):
            first, above = tree.left[token], tree.head[token]
            own = tree.child(above, "dobj")
            second = tree.relation[token] == "npadvmod" or (
                tree.relation[token] == "dobj" and own not in (None, token)
            )
            if tree.word(token).lower() == "as" and tree.relation[token] == "prep":
                return token - 1
            new = tree.word(first).lower() in ("a", "an")
            if second and new and tree.right[token] == last and above != head:
                return first - 1
        return last

    def _is_undoing(self, verb: int) -> bool:
        """Such as "to be halted" behind a thing: that is what is asked to be done."""
        undone = self.tree.lemma[verb].lower() in lexicon()["undo.object"]
        return undone and self.tree.child(verb, "auxpass") is not None

    def head_of(self, span: Span) -> int | None:
        """The word of a phrase on which its others hang, a hyphen's last part."""
        tree = self.tree
        first = bisect_right(tree.start, span.start - 1)
        for token in range(first, len(tree.start)):
            if tree.start[token] >= span.end:
                break
            above = tree.head[token]
            if first <= above and tree.start[above] < span.end and above != token:
                continue
            joined = (
                token + 2 < len(tree.start)
                and tree.word(token + 1) == "-"
                and tree.end[token] == tree.start[token + 1]
            )
            return token + 2 if joined else token
        return None

    def _end(self, token: int) -> int:
        """The last token below, without a clause that hangs on with "which"."""
        tree = self.tree
        last = token
        for child in tree.children[token]:
            if child < token:
                continue
            if tree.relation[child] in _ENDS_PHRASE | {"punct", "cc"}:
                break
            if self._half_open(child):
                break
            last = max(last, self._end(child))
        return last

    def _half_open(self, token: int) -> bool:
        """Whether what begins here is no part of the phrase.

        Such as "in principle", or what belongs to the verb above: "accused her allies
        of sexism", "described the move as a mistake".
        """
        tree = self.tree
        link = tree.lemma[token].lower()
        if tree.relation[token] != "prep":
            return False
        noun = tree.head[token]
        verb = tree.lemma[tree.head[noun]].lower()
        if tree.relation[noun] in ("dobj", "nsubjpass") and (
            (link == "of" and verb in _CHARGING)
            or (link == "as" and verb in lexicon()["describe.object"])
        ):
            return True
        if verb == "blame" and link in ("for", "on"):
            return True
        if link == "against" and tree.relation[noun] == "pobj":
            return tree.lemma[tree.head[tree.head[noun]]].lower() == "side"
        return any(
            tree.lemma[c].lower() in ("principle", "theory")
            for c in tree.children[token]
        )

    def infinitive(self, token: int) -> bool:
        """Whether it is a verb with "to"."""
        tree = self.tree
        return any(
            tree.relation[c] == "aux" and tree.lemma[c] == "to"
            for c in tree.children[token]
        )

    def can_stand(self, head: int) -> bool:
        """Whether the phrase names somebody who can be for or against something."""
        tree = self.tree
        low = tree.word(head).lower()
        if low in _PEOPLE or low == "it" or tree.lemma[head].lower() in _PEOPLE:
            return True
        kind = self.names.get(head)
        if kind in ("person", "organisation", "place", "group"):
            return tree.relation[head] not in ("amod", "compound")
        lemma = tree.lemma[head].lower()
        if lemma in _PARTS and (of := self.parted(head)) is not None:
            return self.can_stand(of)
        if lemma in lexicon()["actor.noun"] | lexicon()["actor.spokesman"]:
            return True
        if (
            tree.tag[head] == "NNS"
            and lemma.endswith(_DOERS)
            and (lemma not in _NO_DOERS)
        ):
            return True
        if lemma in people().roles or low in _SEVERAL:
            return True
        whole = tree.word(head)
        return whole in places() or whole in demonyms()

    def can_be_judged(self, head: int) -> bool:
        """Whether the phrase names somebody: the media too, who hold no stand."""
        listed = self.tree.lemma[head].lower() in lexicon()["judge.whom"]
        return listed or self.can_stand(head)

    def parted(self, head: int) -> int | None:
        """What a part is of: "a number of senators"; None: of nothing."""
        for child in self.tree.children[head]:
            if child > head and self.tree.lemma[child].lower() == "of":
                return self.tree.child(child, "pobj")
        return None

    def can_be_decided(self, head: int) -> bool:
        """Whether the phrase is of a kind that is put to a decision."""
        listed = lexicon()["proposal.noun"] | lexicon()["undo.noun"]
        lemma = self.tree.lemma[head].lower()
        if lemma in _LISTS and (of := self.parted(head)) is not None:
            lemma = self.tree.lemma[of].lower()
        return self.tree.whole_word(head) in listed or lemma in listed

    def is_bare(self, head: int) -> bool:
        """Whether it is a pronoun for something named before."""
        return self.tree.word(head).lower() in _BARE

    def is_person(self, head: int) -> bool:
        """Whether it is a person, by name or pronoun."""
        low = self.tree.word(head).lower()
        return (
            low in _PEOPLE
            or self.names.get(head) == "person"
            or self.tree.lemma[head].lower() in people().roles
        )

    def is_nothing(self, head: int) -> bool:
        """Whether it is no thing that anybody decides on."""
        tree = self.tree
        if any(tree.word(c).lower() == "whose" for c in tree.children[head]):
            return True
        lemma = tree.lemma[head].lower()
        if lemma in _UNTOLD:
            return not any(
                tree.relation[c] in _TELLS_WHICH for c in tree.children[head]
            )
        return lemma in _NOTHING or tree.pos[head] in (
            "NUM",
            "DET",
            "PUNCT",
            "SYM",
        )


def phrases_of(tree: Tree, cast: Cast) -> Phrases:
    """The phrases of a report, with the kinds of its names."""
    kinds: dict[int, str] = {}
    spans = sorted((span, member.kind) for span, member in cast.of_name.items())
    at = 0
    for token, start in enumerate(tree.start):
        while at < len(spans) and spans[at][0].end <= start:
            at += 1
        if at < len(spans) and spans[at][0].start <= start:
            kinds[token] = spans[at][1]
            word = tree.word(token)
            if kinds[token] == "person" and word.isupper() and len(word) > _SHORT:
                kinds[token] = "other"  # an act's or a body's letters
    return Phrases(tree, kinds)
