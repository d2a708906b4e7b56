"""Who holds a stance: the name behind a phrase, and whom a spokesman speaks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from synoptic.annotate.english.people.cast import may_bear
from synoptic.annotate.english.people.lexicon import people
from synoptic.annotate.english.statements.holders.antecedents import (
    Antecedents,
    body_behind,
)
from synoptic.annotate.english.statements.holders.authors import Authors
from synoptic.annotate.english.statements.holders.owned import Owned
from synoptic.annotate.english.statements.holders.parts import is_part, part_of
from synoptic.annotate.english.statements.holders.several import (
    Several,
    said_by_several,
)
from synoptic.annotate.english.statements.holders.spoken import Spoken
from synoptic.annotate.english.statements.holders.spokesmen import (
    Spokesmen,
    member_at,
    whom,
)
from synoptic.annotate.english.statements.holders.traits import Traits
from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.annotate.english.statements.referents import Thing
from synoptic.annotate.english.statements.way.state import CARRIERS
from synoptic.model import Span, Speaker
from synoptic.text.places import countries, demonyms

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from synoptic.annotate.english.people.cast import Cast
    from synoptic.annotate.english.quotations.speakers import Speakers
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree
    from synoptic.model import Quotation

_THIRD = frozenset("he she they it".split())
_PRONOUNS = _THIRD | frozenset("i we you who those this that".split())
_POSSESSIVE = re.compile(r"[’']s?$")
_MOST_STEPS = 8
_SEVERAL = "several have it"
_LAST_TO_ACT = "the last to do or say something"
_OWNERS = {"his": "he", "her": "she", "its": "it", "their": "they"}
_OUR = frozenset("my our".split())
_OWN_BODIES = frozenset(
    "administration government party group company firm union team organization "
    "organisation country nation office campaign association coalition committee "
    "department agency council board party family wife husband colleague member".split()
)


class Holders:
    """Names the holders of stances in one report.

    Attributes:
        spoken: Which words are quoted.
        traits: What is known of who speaks.
    """

    def __init__(
        self,
        phrases: Phrases,
        cast: Cast,
        speakers: Speakers,
        quotations: Sequence[Quotation],
        inner: Container[str],
    ) -> None:
        self._phrases = phrases
        self._tree: Tree = phrases.tree
        self._cast = cast
        self._speakers = speakers
        self.spoken = Spoken(quotations, inner)
        self._asked_of: set[str] = set()
        self._antecedents = Antecedents(phrases, self.spoken.in_direct)
        self._authors = Authors(phrases)
        self._several = Several(phrases, self._antecedents)
        self._spokesmen = Spokesmen(phrases, cast, self._antecedents)
        self._owned = Owned(phrases, cast, self._antecedents, self._pronoun)
        self.traits = Traits(phrases, cast, self._antecedents)

    def spoken_by(self, offset: int) -> Speaker | None:
        """Who speaks the words at an offset; None: nobody who can be told."""
        found = self.speakers_at(offset)
        return found[0] if found else None

    def speakers_at(self, offset: int) -> list[Speaker]:
        """All who speak the words at an offset: several where they are joined."""
        return self.speakers_of(self.spoken.quotation_at(offset))

    def speakers_of(self, quotation: Quotation | None) -> list[Speaker]:
        """All who speak the words of a quotation."""
        if quotation is None:
            return []
        speaker = quotation.speaker
        if speaker.entity is not None:
            return [speaker]
        head = None if speaker.span is None else self._phrases.head_of(speaker.span)
        if head is None:
            return []
        said = self._tree.head[head]
        if self._tree.tag[head] in ("WP", "WDT") and (
            self._tree.relation[said] == "relcl"
        ):
            head = self._tree.head[said]  # "farmers who said that it failed"
        low = self._tree.word(head).lower()
        if low in _PRONOUNS and low not in ("they", "it"):
            return []
        if low not in _PRONOUNS and not self._can_speak(head):
            return []
        if quotation.id in self._asked_of:
            return []  # "it" stands in the words it speaks itself
        self._asked_of.add(quotation.id)
        try:
            return self.holders(head)
        finally:
            self._asked_of.remove(quotation.id)

    def _can_speak(self, head: int) -> bool:
        """Whether it can be who says: somebody, or what was written."""
        return (
            self._phrases.can_stand(head) or self._tree.lemma[head].lower() in CARRIERS
        )

    def holders(self, head: int) -> list[Speaker]:
        """The holders a phrase names: more than one where names are joined."""
        head = self._apposed(self._titled(head))
        if self._is_everybody(head) or self._is_share(head):
            return []
        author = self._authors.of(head)
        if author is not None and author != head:
            return self.holders(author)
        heads = self._several.heads(head)
        found = []
        for one in heads:
            speaker = self._holder(one)
            if speaker is not None:
                found.append(speaker)
        return found

    def _titled(self, head: int) -> int:
        """The name behind "Sens.", where the parse stops at the full stop."""
        tree = self._tree
        if tree.word(head).lower().rstrip(".") not in people().titles | {
            "sens",
            "reps",
        }:
            return head
        for token in range(head + 1, min(head + 5, len(tree.head))):
            if self._phrases.names.get(token) == "person":
                above = tree.head[token]
                return above if self._phrases.names.get(above) == "person" else token
            if tree.word(token) not in (".", "Sens", "Reps"):
                break
        return head

    def _apposed(self, head: int) -> int:
        """The name that a description hangs on: "the Harbour Institute, a group that".

        Of "Lee of the Harbour Institute, a group that" it is the institute.
        """
        tree, names = self._tree, self._phrases.names
        named = tree.head[head]
        if tree.relation[head] in ("nsubj", "nsubjpass"):
            return self._named_between_commas(head)
        if tree.relation[head] != "appos" or head in names:
            return head
        if names.get(named) == "organisation":
            return named
        if names.get(named) == "person" and self._antecedents.is_body(head):
            return body_behind(self._phrases, named) or head
        return head

    def _named_between_commas(self, head: int) -> int:
        """The name before a description that the parser took for the subject.

        Such as "Lee, now part of the fund, praised it".
        """
        tree = self._tree
        name = tree.left[head] - 2
        described = tree.tag[head] == "NN" and head not in self._phrases.names
        if not described or name < 0 or tree.word(name + 1) != ",":
            return head
        same = tree.sentence[name] == tree.sentence[head]
        behind = tree.right[head] + 1
        closed = behind < len(tree.head) and tree.word(behind) == ","
        named = self._phrases.names.get(name) == "person" and same and closed
        return name if named else head

    def _is_share(self, head: int) -> bool:
        """Whether it is a bare share of those polled: "34.8 percent supported her"."""
        tree = self._tree
        bare = tree.child(head, "prep") is None
        return bare and tree.lemma[head].lower() in ("percent", "%")

    def _is_everybody(self, head: int) -> bool:
        """Whether it is "people" or "the American people": nobody who takes a side."""
        tree = self._tree
        if tree.lemma[head].lower() not in ("people", "public", "folk"):
            return False
        if any(tree.word(c) in demonyms() for c in tree.children[head]):
            return True
        return not any(
            tree.relation[c] in ("nummod", "prep", "compound", "poss", "relcl")
            or tree.lemma[c].lower()
            in ("most", "many", "some", "few", "other", "young")
            for c in tree.children[head]
        )

    def _holder(self, head: int) -> Speaker | None:
        tree = self._tree
        low = tree.word(head).lower()
        low = _OWNERS.get(low, low)
        if low in ("i", "we"):
            return self._first_person(head)
        if low in _THIRD:
            return self._pronoun(head, low)
        if low in _PRONOUNS or self._of_pronoun(head):
            return None
        if is_part(tree, head):
            return part_of(tree, head, self._antecedents, self._phrases)
        owner = tree.child(head, "poss")
        if owner is not None and tree.word(owner).lower() in _OUR:
            if tree.lemma[head].lower() in _OWN_BODIES:
                return self._first_person(head)
            return None
        named = self._named(head)
        owned = self._owned.holder(head) if named is None else None
        if owned is not None:
            return owned
        span = named or self._phrases.span(head)
        whole = self._tree.text[span.start : span.end]
        span = Span(span.start, span.start + len(_POSSESSIVE.sub("", whole)))
        speaker = self._speakers.speaker(span, tree.sentence[head])
        if self._is_some(head) or (
            speaker.entity is not None and not self._heads(head, speaker)
        ):
            # "Senate Democrats" are not the Senate, nor "liberal Democrats" them all
            return Speaker(self._phrases.span(head), None, 0.0, "not named")
        if speaker.entity is None:
            member = self._cast_at(head)
            one_of = self._phrases.names.get(head) == "group" and (
                tree.tag[head] in ("NN", "NNP")
            )
            if member is not None and not one_of:
                return Speaker(span, member, 0.9, "named beside the verb")
            meant = self._antecedents.person(head)
            last = None if meant is None else self._cast_at(meant)
            if (
                last is not None
                and speaker.reason != _SEVERAL
                and may_bear(self._cast, last, self._tree.lemma[head].lower())
            ):
                return Speaker(span, last, 0.7, _LAST_TO_ACT)
            called = countries().get(tree.text[span.start : span.end])
            if called is not None:
                return Speaker(span, called, 0.9, "named beside the verb")
        return speaker

    def _first_person(self, head: int) -> Speaker | None:
        """Who says "we": the one who is quoted, not one whom he quotes in turn."""
        found = self.speakers_of(self.spoken.outer_at(self._tree.start[head]))
        return found[0] if found else None

    def _is_some(self, head: int) -> bool:
        """Whether a group's name is narrowed: "some Democrats", "liberal Democrats"."""
        tree = self._tree
        if self._phrases.names.get(head) not in (None, "group", "organisation"):
            return False
        return tree.tag[head] in ("NNPS", "NNS") and any(
            c < head
            and tree.relation[c] in ("amod", "compound", "nummod", "nmod")
            and (self._phrases.names.get(c) in (None, "group"))
            for c in tree.children[head]
        )

    def _heads(self, head: int, speaker: Speaker) -> bool:
        """Whether the one who was found is what the phrase's head names."""
        if speaker.reason != "named beside the cue":
            return True
        if self._cast_at(head) == speaker.entity:
            return True
        if self._phrases.names.get(head) == "person":
            return True
        beside = [
            c for c in self._tree.children[head] if self._tree.relation[c] == "appos"
        ]
        behind = whom(self._tree, head)
        if behind is not None:
            beside += self._tree.children[behind]
        return any(self._cast_at(c) == speaker.entity for c in beside)

    def _of_pronoun(self, head: int) -> bool:
        """Whether it is "both of them": nobody who can be told."""
        tree = self._tree
        for child in tree.children[head]:
            whom = tree.child(child, "pobj")
            if tree.lemma[child].lower() == "of" and whom is not None:
                return tree.tag[whom] == "PRP"
        return False

    def _pronoun(self, head: int, low: str) -> Speaker | None:
        """In words that somebody is said to say, "he" is the speaker as a rule."""
        tree = self._tree
        at = tree.start[head]
        quotation = self.spoken.quotation_at(at)
        if quotation is not None:
            before = tree.text[quotation.content[0].start : at]
            marks = before.count("“") - before.count("”")
            if quotation.kind == "direct" or marks > 0 or before.count('"') % 2:
                return None
            speaker = self.spoken_by(at)
            same = low == "they" and said_by_several(tree, quotation)
            if speaker is not None and (same or self.traits.agrees(speaker, low)):
                return speaker
        read = low == "it" and tree.lemma[tree.head[head]].lower() == "read"
        if read and (paper := self._authors.last(head)) is not None:
            found = self.holders(paper)
            return found[0] if found else None
        if low in ("they", "it"):
            meant = (
                self._antecedents.group(head)
                if low == "they"
                else self._antecedents.body(head)
            )
            return None if meant is None else self._all_of(meant)
        who = self._speakers.speaker(tree.span(head, head), tree.sentence[head])
        return who if who.entity is not None else None

    def _all_of(self, head: int) -> Speaker | None:
        """Who is meant by a phrase as one: several joined go by their words."""
        if self._phrases.names.get(head) == "person":
            return None
        return self._holder(head)

    def _named(self, head: int) -> Span | None:
        """The name a head stands in, or the one beside a role: "aide Lee"."""
        at = self._tree.start[head]
        own = self._phrases.names.get(head)
        if self._tree.lemma[head].lower() in lexicon()["actor.spokesman"]:
            # "a spokesman for Lee, Reed, said": the parser hangs Reed on Lee
            behind = whom(self._tree, head)
            named = None if behind is None else self._tree.child(behind, "appos")
            if named is not None and self._phrases.names.get(named) == "person":
                return self._named(named)
        if own not in ("person", "organisation", "place"):
            for child in self._tree.children[head]:
                if self._tree.relation[child] == "appos" and (
                    self._phrases.names.get(child) in ("person", "organisation")
                ):
                    return self._named(child)
        for span in self._cast.of_name:
            if span.start <= at < span.end:
                return span if own != "group" else None
        return None

    def _cast_at(self, head: int) -> str | None:
        member = member_at(self._cast, self._tree.start[head])
        return None if member is None else member.name

    def person(self, head: int) -> Speaker | None:
        """The person a phrase names, by name, pronoun or office; None: not sure who."""
        if not self._phrases.is_person(head):
            return None
        if self._tree.word(head).lower() in ("him", "her"):
            span = self._tree.span(head, head)
            return self._speakers.other(span, self._doers(head))
        found = self.holders(head)[:1]
        sure = found and found[0].reason != _LAST_TO_ACT
        return found[0] if sure and found[0].entity is not None else None

    def _doers(self, head: int) -> set[str]:
        """Who does what is done to somebody: "Lee, who blamed him", never Lee."""
        tree, at = self._tree, self._tree.head[head]
        for _ in range(_MOST_STEPS):
            subject = tree.child(at, "nsubj", "nsubjpass")
            if subject is not None:
                relative = tree.relation[at] == "relcl" and tree.tag[subject] == "WP"
                found = self.holders(tree.head[at] if relative else subject)
                return {who.entity for who in found if who.entity is not None}
            if tree.head[at] == at:
                break
            at = tree.head[at]
        return set()

    def as_thing(self, head: int) -> Thing | None:
        """A person as what is spoken of; None: a pronoun that cannot be told."""
        who = self.person(head)
        if who is None and self._tree.pos[head] == "PRON":
            return None
        named = None if who is None else self.traits.full_name(who)
        return Thing(self._phrases.span(head), named, decided=False)

    def speaks_for(self, speaker: Speaker) -> str | None:
        """Whom somebody speaks for, by the words beside the name, here or before."""
        return self._spokesmen.principal(speaker)
