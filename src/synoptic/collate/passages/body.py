"""A report's body as the passages room sees it: tokens, sentences, segments.

Segments depend on the report alone, never on what it is compared with, so that the
verdict on two reports does not change when a third is added.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from synoptic.model import Span
from synoptic.text.rarity import bits
from synoptic.text.stems import stem
from synoptic.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from synoptic.model import Annotations, Report

_MIN_SEGMENT_TOKENS = 4
_NAME_SHARE = 0.3
TITLES = frozenset(
    "president vice prime minister chancellor secretary deputy press spokesman "
    "spokeswoman spokesperson senator sen representative rep congressman "
    "congresswoman governor mayor attorney general justice ambassador envoy director "
    "chairman chairwoman chair leader officer chief executive former professor judge "
    "mr mrs ms dr sir lord king queen prince pope".split()
)
"""Words before a name that are no part of it."""
_JOINERS = (
    "and|but|or|nor|while|although|though|because|as|after|before|when|where|which|"
    "who|whose|if|unless|since|until|following|saying|adding|according|despite|with|"
    "so|including|amid|given|in which|to which|citing|noting"
)
_BARE_JOINERS = (
    "after|before|because|although|though|while|but|unless|despite|following|given|"
    "until|amid|according to|in return for|in exchange for|and that|and said|and he|"
    "and she|and they"
)
_CUT = re.compile(
    rf"[,;]\s+(?=(?:{_JOINERS})\b)"
    rf"|\s+(?=(?:{_BARE_JOINERS})\b)"
    r"|[;:]\s+"
    r"|\s[–—-]\s+|—"
    r"|[,.!?][”\"»]\s+"
    r"|,\s+(?=[“\"«])",
    re.IGNORECASE,
)


_MARK = re.compile('[“”„«»"]')


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence or segment: where it lies and which of the body's tokens it holds."""

    span: Span
    first: int
    stop: int
    """Tokens `first` to `stop` (exclusive) of the body."""

    def __len__(self) -> int:
        return self.stop - self.first

    def up_to(self, end: int) -> Stretch:
        """The same tokens, and what is written behind them up to `end`."""
        return Stretch(Span(self.span.start, end), self.first, self.stop)


@dataclass(frozen=True, slots=True)
class Body:
    """The body text of one report, ready to be aligned.

    Attributes:
        norm, start, end, bits: One entry a token.
        narration: Bits of each token as evidence of a shared text: names, titles and
            numbers count little, since two reporters print the same ones.
        quoted: Whether each token stands inside quotation marks.
        uses: How often each word stands in it.
        sentences_with: How many of its sentences hold each stem.
        sentences: In order.
        segments: In order; each lies in one sentence and they cover it.
        sentence_segments: For each sentence, the indices of its segments.
        segment_of: For each token, the index of its segment.
        sentence_of: For each segment, the index of its sentence.
    """

    report: Report
    norm: tuple[str, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]
    bits: tuple[float, ...]
    narration: tuple[float, ...]
    quoted: tuple[bool, ...]
    uses: Mapping[str, int]
    sentences_with: Mapping[str, int]
    sentences: tuple[Stretch, ...]
    segments: tuple[Stretch, ...]
    sentence_segments: tuple[range, ...]
    segment_of: tuple[int, ...]
    sentence_of: tuple[int, ...]

    def sentences_of(self, segments: Iterable[int]) -> set[int]:
        """The indices of the sentences that hold these segments."""
        return {self.sentence_of[k] for k in segments}

    def tokens_of(self, segments: Iterable[int]) -> list[int]:
        """The tokens of these segments, in order of the segments."""
        return [
            token
            for k in segments
            for token in range(self.segments[k].first, self.segments[k].stop)
        ]

    def words_of(self, segments: Iterable[int]) -> str:
        """The text of these segments, one after the other."""
        return " ".join(self.report.quote(self.segments[k].span) for k in segments)

    def weight(self, part: Stretch) -> float:
        """The bits of a stretch's tokens."""
        return sum(self.bits[part.first : part.stop])

    def told(self, part: Stretch) -> float:
        """The bits of narration in a stretch."""
        return sum(self.narration[part.first : part.stop])


def body_of(report: Report, annotations: Annotations) -> Body:
    """Return the body of a report, cut into sentences and segments."""
    norm: list[str] = []
    start: list[int] = []
    end: list[int] = []
    sentences: list[Stretch] = []
    segments: list[Stretch] = []
    owned: list[range] = []
    bodies = report.spans_of("body")
    for span in annotations.sentences:
        block = next((body for body in bodies if span.within(body)), None)
        if block is None:
            continue
        tokens = tokenize(report.text, span.start, span.end)
        if not tokens.norm and sentences and sentences[-1].span.within(block):
            # a mark left over at the end of a paragraph is no passage of its own
            sentences[-1] = sentences[-1].up_to(span.end)
            segments[-1] = segments[-1].up_to(span.end)
            continue
        offset = len(norm)
        norm += tokens.norm
        start += tokens.start.tolist()
        end += tokens.end.tolist()
        sentences.append(Stretch(span, offset, len(norm)))
        first = len(segments)
        segments += _segments(report.text, span, offset, start, len(norm))
        owned.append(range(first, len(segments)))
    weights = tuple(map(bits, norm))
    named = _names(report.text, norm, start, sentences)
    return Body(
        report=report,
        norm=tuple(norm),
        start=tuple(start),
        end=tuple(end),
        bits=weights,
        narration=tuple(
            w * _NAME_SHARE if is_name else w
            for w, is_name in zip(weights, named, strict=True)
        ),
        quoted=tuple(_quoted(report.text, bodies, start)),
        uses=Counter(norm),
        sentences_with=Counter(
            one for s in sentences for one in set(map(stem, norm[s.first : s.stop]))
        ),
        sentences=tuple(sentences),
        segments=tuple(segments),
        sentence_segments=tuple(owned),
        sentence_of=tuple(k for k, own in enumerate(owned) for _ in own),
        segment_of=tuple(k for k, s in enumerate(segments) for _ in range(len(s))),
    )


def _names(
    text: str, norm: Sequence[str], start: Sequence[int], sentences: Sequence[Stretch]
) -> list[bool]:
    """Which tokens name something, by their capitals, are numbers or titles.

    The first word of a sentence counts as a name when the same word stands with a
    capital inside a sentence and never without.
    """
    large = [text[at].isupper() or text[at].isdigit() for at in start]
    opening = {s.first for s in sentences}
    small_words = {n for k, n in enumerate(norm) if not large[k]}
    inside = {n for k, n in enumerate(norm) if large[k] and k not in opening}
    return [
        n in TITLES
        or (large[k] and n not in small_words and (k not in opening or n in inside))
        for k, n in enumerate(norm)
    ]


def _quoted(text: str, blocks: Sequence[Span], start: Sequence[int]) -> list[bool]:
    """Which tokens stand inside double quotation marks of their paragraph."""
    inside: list[bool] = []
    for block in blocks:
        marks = list(_MARK.finditer(text, block.start, block.end))
        opened = False
        place = 0
        while len(inside) < len(start) and start[len(inside)] < block.end:
            while place < len(marks) and marks[place].start() < start[len(inside)]:
                mark = marks[place].group()
                opened = not opened if mark == '"' else mark in "“„«"
                place += 1
            inside.append(opened)
    return inside


def _segments(
    text: str, span: Span, first: int, start: list[int], stop: int
) -> list[Stretch]:
    """Cut a sentence where a clause begins, no piece under four words."""
    pieces: list[Stretch] = []
    begin, token = span.start, first
    for match in _CUT.finditer(text, span.start, span.end):
        cut = match.end()
        after = token
        while after < stop and start[after] < cut:
            after += 1
        if after - token < _MIN_SEGMENT_TOKENS or stop - after < _MIN_SEGMENT_TOKENS:
            continue
        pieces.append(_trimmed(text, begin, cut, token, after))
        begin, token = cut, after
    pieces.append(_trimmed(text, begin, span.end, token, stop))
    return pieces


def _trimmed(text: str, begin: int, cut: int, first: int, stop: int) -> Stretch:
    while cut > begin and text[cut - 1].isspace():
        cut -= 1
    return Stretch(Span(begin, cut), first, stop)
