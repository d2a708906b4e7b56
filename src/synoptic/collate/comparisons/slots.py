"""A figure with the words around it: what it speaks of, as far as words tell."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

import numpy as np

from synoptic.model import DateMention, Figure
from synoptic.text.rarity import bits
from synoptic.text.tokens import Tokens, tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.model import Annotations, Report, Span

M = TypeVar("M", Figure, DateMention)
PERSONS = frozenset(
    """person people man woman child resident victim passenger civilian soldier troop
    worker employee student protester demonstrator migrant refugee villager officer
    policeman patient rebel militant fighter pilgrim tourist boy girl miner american
    sailor firefighter body inmate prisoner hostage survivor""".split()
)
_NEAR_WORDS, _CLOSE_WORDS = 7, 4
_TELLING_BITS = 8.0


@dataclass(frozen=True, slots=True, eq=False)
class Slot(Generic[M]):
    """A figure or date in its sentence.

    Attributes:
        report: Index of the report.
        printed: Its own words.
        sentence: Where its sentence lies.
        near: Telling words within seven words of it, without numbers.
        close: Those within four words.
        around: Telling words of the whole sentence.
        names: Capitalised words of the sentence, its first word left out.
    """

    report: int
    mention: M
    printed: str
    sentence: Span
    near: frozenset[str]
    close: frozenset[str]
    around: frozenset[str]
    names: frozenset[str]


class Sentences:
    """The words of a report's sentences, cut once."""

    def __init__(self, report: Report, known: Annotations) -> None:
        self.sentences = known.sentences
        self._text = report.text
        self._tokens: dict[int, Tokens] = {}

    def at(self, span: Span) -> tuple[Span, Tokens]:
        """The sentence in which a span begins, with its tokens."""
        n = max(bisect_right(self.sentences, span.start, key=lambda s: s.start) - 1, 0)
        sentence = self.sentences[n]
        if n not in self._tokens:
            self._tokens[n] = tokenize(self._text, sentence.start, sentence.end)
        return sentence, self._tokens[n]

    def printed(self, span: Span) -> str:
        """The words of a span."""
        return self._text[span.start : span.end]

    def names(self, sentence: Span, tokens: Tokens) -> frozenset[str]:
        """The capitalised words of a sentence after its first."""
        return frozenset(
            norm
            for start, norm in zip(tokens.start.tolist(), tokens.norm, strict=True)
            if start > sentence.start and self._text[start].isupper()
        )


def slots_of(report: int, sentences: Sentences, mentions: Sequence[M]) -> list[Slot[M]]:
    """The slots of one report, in order of their place."""
    slots = []
    for mention in mentions:
        sentence, tokens = sentences.at(mention.span)
        first = int(np.searchsorted(tokens.start, mention.span.start))
        last = int(np.searchsorted(tokens.start, mention.span.end))
        near, close = (
            tokens.norm[max(0, first - n) : first] + tokens.norm[last : last + n]
            for n in (_NEAR_WORDS, _CLOSE_WORDS)
        )
        slots.append(
            Slot(
                report=report,
                mention=mention,
                printed=sentences.printed(mention.span),
                sentence=sentence,
                near=telling(near),
                close=telling(close),
                around=telling(tokens.norm[:first] + tokens.norm[last:]),
                names=sentences.names(sentence, tokens),
            )
        )
    return slots


def telling(words: Sequence[str]) -> frozenset[str]:
    """The words that say what is spoken of: rare enough, and no numbers."""
    return frozenset(
        _stem(w) for w in words if bits(w) >= _TELLING_BITS and not w[0].isdigit()
    )


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word[: -len(ending)]
    return word
