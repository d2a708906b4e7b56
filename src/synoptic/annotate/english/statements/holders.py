"""Who holds a stance: the name behind a phrase, and whom a spokesman speaks for."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.model import Span, Speaker
from synoptic.text.places import countries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.annotate.english.people.cast import Cast
    from synoptic.annotate.english.quotations.speakers import Speakers
    from synoptic.annotate.english.quotations.tree import Tree
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.model import Quotation

_THIRD = frozenset("he she they it".split())
_PRONOUNS = _THIRD | frozenset("i we you who those this that".split())
_POSSESSIVE = re.compile(r"[’']s?$")
_BRACKET = re.compile(r"\s*\([^)]*\)")


class Holders:
    """Names the holders of stances in one report."""

    def __init__(
        self,
        phrases: Phrases,
        cast: Cast,
        speakers: Speakers,
        quotations: Sequence[Quotation],
    ) -> None:
        self._phrases = phrases
        self._tree: Tree = phrases.tree
        self._cast = cast
        self._speakers = speakers
        contents = [
            (span, q) for q in quotations for span in q.content if q.block != "caption"
        ]
        self._contents = sorted(contents, key=lambda c: c[0])
        self._starts = [span.start for span, _ in self._contents]

    def quotation_at(self, offset: int) -> Quotation | None:
        """The innermost quotation whose words an offset stands in."""
        found: tuple[int, Quotation] | None = None
        place = bisect_right(self._starts, offset)
        for span, quotation in self._contents[max(0, place - 8) : place]:
            if span.start <= offset < span.end:
                size = span.end - span.start
                if found is None or size <= found[0]:
                    found = (size, quotation)
        return found[1] if found else None

    def spoken_by(self, offset: int) -> Speaker | None:
        """Who speaks the words at an offset; None: nobody who can be told."""
        quotation = self.quotation_at(offset)
        if quotation is None:
            return None
        speaker = quotation.speaker
        if speaker.entity is not None:
            return speaker
        if speaker.span is None:
            return None
        head = self._head(speaker.span)
        if head is None or self._tree.word(head).lower() in _PRONOUNS:
            return None
        if not self._phrases.can_stand(head):
            return None
        found = self.holders(head)
        return found[0] if found else None

    def _head(self, span: Span) -> int | None:
        """The word of a phrase on which its others hang, a hyphen's last part."""
        tree = self._tree
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

    def holders(self, head: int) -> list[Speaker]:
        """The holders a phrase names: more than one where names are joined."""
        tree = self._tree
        heads = [head]
        for _ in range(4):
            joined = tree.child(heads[-1], "conj")
            if joined is None or tree.pos[joined] not in ("PROPN", "NOUN"):
                break
            heads.append(joined)
        named = [h for h in heads if self._phrases.names.get(h) is not None]
        if len(heads) > 1 and len(named) != len(heads):
            heads = (
                heads[:1]
                if not named
                else [h for h in heads if self._phrases.can_stand(h)]
            )
        found = []
        for one in heads:
            speaker = self._holder(one)
            if speaker is not None:
                found.append(speaker)
        return found

    def _holder(self, head: int) -> Speaker | None:
        tree = self._tree
        low = tree.word(head).lower()
        if low in ("i", "we"):
            return self.spoken_by(tree.start[head])
        if low in _THIRD:
            return self._pronoun(head, low)
        if low in _PRONOUNS or self._of_pronoun(head):
            return None
        span = self._named(head) or self._phrases.span(head)
        whole = self._tree.text[span.start : span.end]
        span = Span(span.start, span.start + len(_POSSESSIVE.sub("", whole)))
        speaker = self._speakers.speaker(span, tree.sentence[head])
        if speaker.entity is not None and not self._heads(head, speaker):
            # "Senate Democrats" are not the Senate
            return Speaker(self._phrases.span(head), None, 0.0, "not named")
        if speaker.entity is None:
            member = self._member(head)
            if member is not None:
                return Speaker(span, member, 0.9, "named beside the verb")
            called = countries().get(tree.text[span.start : span.end])
            if called is not None:
                return Speaker(span, called, 0.9, "named beside the verb")
        return speaker

    def _heads(self, head: int, speaker: Speaker) -> bool:
        """Whether the one who was found is what the phrase's head names."""
        if speaker.reason != "named beside the cue":
            return True
        if self._member(head) == speaker.entity:
            return True
        if self._phrases.names.get(head) == "person":
            return True
        beside = [
            c for c in self._tree.children[head] if self._tree.relation[c] == "appos"
        ]
        behind = self._behind(head)
        if behind is not None:
            beside += self._tree.children[behind]
        return any(self._member(c) == speaker.entity for c in beside)

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
        quotation = self.quotation_at(at)
        if quotation is not None:
            before = tree.text[quotation.content[0].start : at]
            marks = before.count("“") - before.count("”")
            if quotation.kind == "direct" or marks > 0 or before.count('"') % 2:
                return None
            speaker = self.spoken_by(at)
            if speaker is not None and self.agrees(speaker, low):
                return speaker
        if low in ("they", "it"):
            return None
        found = self._speakers.speaker(tree.span(head, head), tree.sentence[head])
        return found if found.entity is not None else None

    def agrees(self, speaker: Speaker, low: str) -> bool:
        """Whether a pronoun can be the speaker: "sources say she" is somebody else."""
        if low not in ("he", "she"):
            return True
        if speaker.entity is not None:
            told = "male" if low == "he" else "female"
            return any(
                m.name == speaker.entity
                and m.kind == "person"
                and m.gender in (None, told)
                for m in self._cast.members
            )
        if speaker.span is None:
            return False
        words = self._tree.text[speaker.span.start : speaker.span.end]
        last = words.split()[-1].lower() if words.split() else ""
        return not last.endswith("s")

    def _named(self, head: int) -> Span | None:
        """The name a head stands in, or the one beside a role: "aide Lee"."""
        at = self._tree.start[head]
        own = self._phrases.names.get(head)
        if self._tree.lemma[head].lower() in lexicon()["actor.spokesman"]:
            # "a spokesman for Lee, Reed, said": the parser hangs Reed on Lee
            behind = self._behind(head)
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

    def _member(self, head: int) -> str | None:
        at = self._tree.start[head]
        for span, member in self._cast.of_name.items():
            if span.start <= at < span.end:
                return member.name
        return None

    def speaks_for(self, speaker: Speaker) -> str | None:
        """Whom somebody speaks for, by the words beside the name, here or before."""
        if speaker.span is None:
            return None
        found = self._speaks_for(speaker.span)
        if found is not None or speaker.entity is None:
            return found
        for member in self._cast.members:
            if member.name == speaker.entity and member.kind == "person":
                for _, span in member.mentions:
                    found = self._speaks_for(span)
                    if found is not None and found != member.name:
                        return found
        return None

    def _speaks_for(self, where: Span) -> str | None:
        tree, words = self._tree, lexicon()
        first = bisect_right(tree.start, where.start - 1)
        last = bisect_right(tree.start, where.end - 1)
        tokens = list(range(first, last))
        if not tokens:
            return None
        spoken = self._spoken_for(tokens)
        if spoken is not None:
            return spoken
        sides = {*tokens}
        for token in tokens:
            sides.add(tree.head[token])
            if tree.relation[token] == "appos":
                sides.add(tree.head[tree.head[tree.head[token]]])
            sides.update(
                c
                for c in tree.children[token]
                if tree.relation[c] in ("appos", "compound", "nmod")
            )
        for token in sorted(sides):
            if tree.lemma[token].lower() not in words["actor.spokesman"]:
                continue
            if tree.sentence[token] != tree.sentence[tokens[0]]:
                continue
            owner = tree.child(token, "poss") or self._behind(token)
            if owner is None:
                owner = next(
                    (
                        c
                        for c in tree.children[token]
                        if tree.relation[c] in ("compound", "amod", "nmod")
                        and self._phrases.names.get(c) in ("place", "organisation")
                    ),
                    None,
                )
            if owner is not None and (
                self._phrases.can_stand(owner) or self._phrases.names.get(owner)
            ):
                return self._called(owner)
        return None

    def _behind(self, token: int) -> int | None:
        """Whom the words "spokesman for" name."""
        tree = self._tree
        for child in tree.children[token]:
            if tree.relation[child] == "prep" and tree.lemma[child] in (
                "for",
                "to",
                "of",
            ):
                return tree.child(child, "pobj")
        return None

    def _spoken_for(self, tokens: Sequence[int]) -> str | None:
        """Such as "Lee, who speaks for the council"."""
        tree = self._tree
        last = tokens[-1]
        for token in range(last + 1, min(tree.right[last] + 1, len(tree.head))):
            if tree.lemma[token].lower() == "speak" and token + 1 < len(tree.head):
                behind = token + 1
                whom = tree.child(behind, "pobj")
                if tree.lemma[behind].lower() == "for" and whom is not None:
                    return self._called(whom)
        return None

    def _called(self, head: int) -> str | None:
        low = self._tree.word(head).lower()
        if low in ("her", "his", "their", "its", "my", "our"):
            return None
        member = self._member(head)
        if member is not None:
            return member
        span = self._phrases.span(head)
        words = self._tree.text[span.start : span.end]
        return _POSSESSIVE.sub("", _BRACKET.sub("", words)) or None
