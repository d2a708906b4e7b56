"""Quotations found against quotations marked, by kind, at several word overlaps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from synoptic.model import Annotations, Quotation, Report, Span
from synoptic.text.quoted import find_quoted

_WORD = re.compile(r"\w+")
# Content in words of one's own counts as indirect speech when its cue holds one of
# these; the corpus marks thoughts, wishes and deeds too, which are not asked for.
SAYING = frozenset(
    """
    say says said saying tell tells told telling add adds added adding according note
    notes noted noting explain explains explained explaining state states stated stating
    write writes wrote writing claim claims claimed claiming argue argues argued arguing
    announce announces announced announcing insist insists insisted insisting
    acknowledge acknowledges acknowledged acknowledging admit admits admitted admitting
    reply replies replied respond responds responded responding declare declares
    declared declaring suggest suggests suggested suggesting assert asserts asserted
    asserting contend contends contended contending predict predicts predicted
    predicting warn warns warned warning reiterate reiterates reiterated reiterating
    recall recalls recalled conclude concludes concluded remark remarks remarked observe
    observes observed stress stresses stressed emphasize emphasizes emphasized allege
    alleges alleged alleging reveal reveals revealed confirm confirms confirmed deny
    denies denied denying promise promises promised promising vow vows vowed vowing
    pledge pledges pledged pledging boast boasts boasted joke jokes joked complain
    complains complained demand demands demanded demanding urge urges urged urging
    testify testifies testified report reports reported reporting
    """.split()
)


@dataclass
class Score:
    """Counts of one run; rates are read off the properties."""

    found: Counter = field(default_factory=Counter)
    gold: Counter = field(default_factory=Counter)
    hit: Counter = field(default_factory=Counter)
    spurious: Counter = field(default_factory=Counter)
    speaker: Counter = field(default_factory=Counter)

    def recall(self, kind: str, overlap: float) -> float:
        """Share of the marked ones that were found."""
        return self.hit[kind, overlap] / max(self.gold[kind], 1)

    def precision(self, kind: str, overlap: float) -> float:
        """Share of the found ones that are marked."""
        found = self.found[kind]
        return 1 - self.spurious[kind, overlap] / max(found, 1)

    def f1(self, kind: str, overlap: float) -> float:
        """Harmonic mean of both."""
        p, r = self.precision(kind, overlap), self.recall(kind, overlap)
        return 2 * p * r / max(p + r, 1e-9)


def words_at(text: str, spans: Iterable[Sequence[int]]) -> frozenset[int]:
    """The offsets of the words in some spans."""
    return frozenset(
        m.start() for start, end in spans for m in _WORD.finditer(text, start, end)
    )


def overlap_of(a: frozenset[int], b: frozenset[int]) -> float:
    """Words in both over words in either."""
    return len(a & b) / len(a | b) if a | b else 0.0


def quoted_starts(report: Report) -> list[int]:
    """Where quotation marks open."""
    blocks = [block.span for block in report.blocks]
    return [q.span.start for q in find_quoted(report.text, blocks)]


def is_quoted(spans: Iterable[Sequence[int]], starts: Sequence[int]) -> bool:
    """Whether quotation marks open inside some spans."""
    return any(start <= at < end for start, end in spans for at in starts)


def is_saying(text: str, cue: Iterable[Sequence[int]]) -> bool:
    """Whether a cue holds a word of saying, or a colon."""
    words = " ".join(text[start:end] for start, end in cue)
    return ":" in words or not SAYING.isdisjoint(_WORD.findall(words.lower()))


def add_report(
    score: Score,
    report: Report,
    annotations: Annotations,
    marked: Sequence[Mapping],
    overlaps: Sequence[float],
) -> None:
    """Count one report's quotations in."""
    text, starts = report.text, quoted_starts(report)
    gold = [
        (
            words_at(text, m["content"]),
            is_quoted(m["content"], starts),
            is_saying(text, m["cue"]),
            m,
        )
        for m in marked
        if m["content"]
    ]
    found = [
        (words_at(text, q.content), is_quoted(q.content, starts), q)
        for q in annotations.quotations or ()
    ]
    for _, quoted, saying, _ in gold:
        if quoted:
            score.gold["quoted"] += 1
            score.gold["quoted, saying"] += saying
        elif saying:
            score.gold["indirect"] += 1
    for _, quoted, _ in found:
        score.found["quoted" if quoted else "indirect"] += 1
        score.found["quoted, saying"] += quoted
    for overlap in overlaps:
        pairs = _pairs(found, gold, overlap)
        taken = {f for f, _ in pairs}
        for _, g in pairs:
            _, quoted, saying, _ = gold[g]
            if quoted:
                score.hit["quoted", overlap] += 1
                score.hit["quoted, saying", overlap] += saying
            elif saying:
                score.hit["indirect", overlap] += 1
        for number, (_, quoted, _) in enumerate(found):
            if number not in taken:
                score.spurious["quoted" if quoted else "indirect", overlap] += 1
                score.spurious["quoted, saying", overlap] += quoted
    for f, g in _pairs(found, gold, overlaps[0]):
        if gold[g][1] and gold[g][3]["source"]:
            _add_speaker(score.speaker, text, found[f][2], gold[g][3]["source"])


def _pairs(found: Sequence, gold: Sequence, overlap: float) -> list[tuple[int, int]]:
    """One-to-one pairs, best overlap first."""
    ranked = sorted(
        (-overlap_of(f[0], g[0]), i, j)
        for i, f in enumerate(found)
        for j, g in enumerate(gold)
        if f[0] & g[0]
    )
    pairs, left, right = [], set(), set()
    for minus, i, j in ranked:
        if -minus >= overlap and i not in left and j not in right:
            pairs.append((i, j))
            left.add(i)
            right.add(j)
    return pairs


def _add_speaker(
    counts: Counter, text: str, quotation: Quotation, source: Sequence[Span]
) -> None:
    counts["asked"] += 1
    span = quotation.speaker.span
    if span is None:
        counts["none"] += 1
    elif words_at(text, [span]) & words_at(text, source):
        counts["right"] += 1
    else:
        counts["wrong"] += 1
