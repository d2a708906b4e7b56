"""A story's texts with counted words: what the findings are drawn from."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from synoptic.model import Evidence, Finding, Span, part_id, siglum
from synoptic.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from synoptic.model import Annotations, Link, Partly, Report, Unit

_SHOWN_CHARS = 160


@dataclass(frozen=True, slots=True)
class Pair:
    """How much two reports share, in words.

    Attributes:
        a, b: Report indices.
        passages: Links between them.
        words_a, words_b: Words of each in verbatim or edited links with the other.
    """

    a: int
    b: int
    passages: int
    words_a: int
    words_b: int


class StoryText:
    """The reports of a story, their units, and how many words lie where."""

    def __init__(
        self,
        reports: Sequence[Report],
        annotations: Sequence[Annotations],
        units: Sequence[Unit],
        partly: Sequence[Partly],
    ) -> None:
        self.reports = tuple(reports)
        self.units = tuple(units)
        self.partly = tuple(partly)
        self.index = {report.id: k for k, report in enumerate(reports)}
        self._starts = [tokenize(report.text).start for report in reports]
        self._sentences = [known.sentences for known in annotations]
        self._cues = [
            [
                (q.cue, q.speaker.span)
                for q in known.quotations or ()
                if q.cue and q.speaker.span
            ]
            for known in annotations
        ]
        self.in_partly: dict[str, list[Span]] = defaultdict(list)
        for pair in partly:
            for reading in (pair.a, pair.b):
                self.in_partly[reading.report].extend(reading.spans)

    def name(self, report: str) -> str:
        """The label by which a finding names a report."""
        return siglum(self.index[report])

    def sentence(self, report: str, span: Span) -> Span:
        """The sentence in which a span begins; the span itself if there is none."""
        sentences = self._sentences[self.index[report]]
        at = bisect_right(sentences, span.start, key=lambda s: s.start) - 1
        return sentences[at] if at >= 0 else span

    def says_who(self, report: str, span: Span) -> bool:
        """Whether words at a span name who says something, and that they say it."""
        return any(
            cue.within(span) and speaker.within(span)
            for cue, speaker in self._cues[self.index[report]]
        )

    def words(self, report: str, spans: Iterable[Span]) -> int:
        """How many words of a report start inside the spans."""
        starts = self._starts[self.index[report]]
        return sum(
            int(stop - first)
            for first, stop in (np.searchsorted(starts, span) for span in spans)
        )

    def body_words(self, report: str) -> int:
        """How many words the units of a report hold."""
        return sum(
            self.words(report, reading.spans)
            for unit in self.units
            for reading in unit.readings
            if reading.report == report
        )

    def links(self) -> list[tuple[Unit, Link]]:
        """Every link with its unit."""
        return [(unit, link) for unit in self.units for link in unit.links]

    def pairs(self) -> list[Pair]:
        """Every two reports with verbatim or edited passages, by index."""
        spans: dict[tuple[str, str], tuple[set[Span], set[Span], int]] = {}
        for _, link in self.links():
            if link.kind == "reworded":
                continue
            in_a, in_b, n = spans.get((link.a, link.b), (set(), set(), 0))
            spans[link.a, link.b] = (
                in_a.union(link.a_spans),
                in_b.union(link.b_spans),
                n + 1,
            )
        return sorted(
            (
                Pair(
                    self.index[a],
                    self.index[b],
                    n,
                    self.words(a, in_a),
                    self.words(b, in_b),
                )
                for (a, b), (in_a, in_b, n) in spans.items()
            ),
            key=lambda pair: (pair.a, pair.b),
        )

    def quote(self, report: str, span: Span) -> str:
        """The exact words at a span, on one line, the end left out when long."""
        words = " ".join(self.reports[self.index[report]].quote(span).split())
        if len(words) <= _SHOWN_CHARS:
            return words
        return words[:_SHOWN_CHARS].rsplit(" ", 1)[0] + " ..."


def finding(
    kind: str, text: str, weight: float, evidence: Sequence[tuple[str, Span]]
) -> Finding:
    """Make a finding; its id names its kind and its evidence, its text without any."""
    name = part_id(
        kind + ("".join(f"\x1e{report}" for report, _ in evidence) or f"\x1e{text}"),
        *(span for _, span in evidence),
    )
    return Finding(
        id=name,
        kind=kind,
        text=text,
        weight=round(weight, 3),
        evidence=tuple(Evidence(report, span) for report, span in evidence),
    )


def listed(items: Sequence[str]) -> str:
    """The items as a sentence lists them: A, B and C."""
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + " and " + items[-1]


def counted(n: int, thing: str) -> str:
    """A number with its noun: 1 passage, 2 passages."""
    return f"{n} {thing}" if n == 1 else f"{n} {thing}s"
