"""What a report gives to tell its event by: weighted words of several kinds.

Words weigh by their rarity in the fixed background table and not by how many of the
reports have them, so that what is kept of a report hangs on that report alone.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import numpy as np

from synoptic.text.rarity import bits
from synoptic.text.split import split_sentences
from synoptic.text.stems import stem
from synoptic.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from synoptic.model import Report

FACETS = {"words": 1.0, "lead": 1.0, "names": 0.5, "figures": 0.3}
"""What two reports are likened by, and how much each counts; see decision 0100."""

N_FACETS = len(FACETS)
UNIT = 1 << 14
"""Length of a report's vector: whole numbers, so that no sum hangs on its order."""

_COMMON_BITS = 9.0  # a word as common as "week" tells nothing of an event
_LEAD_WORDS = 60
_MAX_WORDS = 3000  # a page that goes on longer is a list or a transcript
_N_HEAVIEST = 20
_OPENERS = frozenset('.!?"“')
_PLAIN = re.compile(r"[^\W\d_]{2,}(?:\W+[^\W_]+){3}")


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """What is kept of a report to group it.

    Attributes:
        day: Day of publication as an ordinal; None: not stated.
        when: What reports are put in order by; "" where nothing is stated.
        terms: Numbers of the terms, rising, int64; the remainder by `N_FACETS` says
            of which facet.
        weights: Of each term, int64; the squares add up to about `UNIT` squared.
        heaviest: The terms of the words that weigh most, heaviest first, each with
            its weight and the form that was printed.
    """

    id: str
    series: str
    day: int | None
    when: str
    title: str
    terms: NDArray[np.int64]
    weights: NDArray[np.int64]
    heaviest: tuple[tuple[int, int, str], ...]

    def __len__(self) -> int:
        return len(self.terms)


class Vocabulary:
    """Numbers for stems, in the order in which they are first seen."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, term: str) -> int:
        """The number of a stem, given to it now where it has none."""
        return self._numbers.setdefault(term, len(self._numbers))


def telling(report: Report, vocabulary: Vocabulary) -> Telling:
    """What a report gives to tell its event by."""
    found = _Words()
    if report.headline:
        found.take(report.headline, 0, len(report.headline), of_body=False)
    for span in report.spans_of("body", "subheadline", "crosshead"):
        found.take(report.text, span.start, span.end, of_body=True)
        if found.n_of_body > _MAX_WORDS:
            break
    vectors = found.weighed()
    terms: list[int] = []
    weights: list[int] = []
    heaviest: list[tuple[int, int, str]] = []
    whole = math.sqrt(sum(FACETS.values()))
    for place, (name, vector) in enumerate(vectors.items()):
        length = math.sqrt(math.fsum(w * w for w in vector.values()))
        scale = UNIT * math.sqrt(FACETS[name]) / whole / (length or 1.0)
        for root, weight in vector.items():
            scaled = round(weight * scale)
            if scaled:
                terms.append(vocabulary.number(root) * N_FACETS + place)
                weights.append(scaled)
                if name == "words":
                    heaviest.append((terms[-1], scaled, found.printed[root]))
    order = np.argsort(np.array(terms, np.int64), kind="stable")
    heaviest.sort(key=lambda entry: (-entry[1], entry[2]))
    return Telling(
        id=report.id,
        series=report.series,
        day=_day(report.published_at),
        when=_when(report.published_at),
        title=_title(report),
        terms=np.array(terms, np.int64)[order],
        weights=np.array(weights, np.int64)[order],
        heaviest=tuple(heaviest[:_N_HEAVIEST]),
    )


class _Words:
    """The words of one report, counted."""

    def __init__(self) -> None:
        self.n_of_body = 0
        self.printed: dict[str, str] = {}
        self._counts: Counter[str] = Counter()
        self._lead: Counter[str] = Counter()
        self._names: set[str] = set()
        self._figures: set[str] = set()
        self._rarity: dict[str, float] = {}

    def take(self, text: str, start: int, end: int, *, of_body: bool) -> None:
        tokens = tokenize(text, start, end)
        for place, stop, norm in zip(
            tokens.start.tolist(), tokens.end.tolist(), tokens.norm, strict=True
        ):
            root = stem(norm)
            own = bits(norm)
            self._rarity[root] = min(self._rarity.get(root, own), own)
            self._counts[root] += 1
            self.printed.setdefault(root, text[place:stop])
            if norm[0].isdigit():
                self._figures.add(norm)
            if not of_body or self.n_of_body < _LEAD_WORDS:
                self._lead[root] += 1
            if of_body:
                self.n_of_body += 1
                if text[place].isupper() and not _begins(text, start, place):
                    self._names.add(root)

    def weighed(self) -> dict[str, dict[str, float]]:
        """By facet, the weight of each stem."""
        return {
            "words": self._weights(self._counts),
            "lead": self._weights(self._lead),
            "names": self._weights({r: self._counts[r] for r in self._names}),
            "figures": {figure: bits(figure) for figure in self._figures},
        }

    def _weights(self, counts: Mapping[str, int]) -> dict[str, float]:
        return {
            root: (1.0 + math.log(n)) * (self._rarity[root] - _COMMON_BITS)
            for root, n in counts.items()
            if self._rarity[root] > _COMMON_BITS
        }


def _begins(text: str, start: int, place: int) -> bool:
    """Whether a sentence, or words in quotation marks, begin at that place."""
    before = text[max(start, place - 2) : place].rstrip()
    return place == start or before[-1:] in _OPENERS


def _title(report: Report) -> str:
    if report.headline:
        return report.headline
    first = ""
    for span in report.spans_of("body"):
        for sentence in split_sentences(report.text, span.start, span.end):
            words = report.quote(sentence)
            if _PLAIN.search(words) and "http" not in words:
                return words
            first = first or words
    return first


def _day(stated: str | None) -> int | None:
    try:
        return date.fromisoformat((stated or "")[:10]).toordinal()
    except ValueError:
        return None


def _when(stated: str | None) -> str:
    try:
        moment = datetime.fromisoformat(stated or "")
    except ValueError:
        return stated or ""
    if moment.tzinfo is None:
        return stated or ""
    return moment.astimezone(UTC).isoformat()
