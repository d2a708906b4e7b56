"""What a report gives to tell its event by: weighted words of several kinds."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import numpy as np

from synoptic.text.rarity import bits
from synoptic.text.stems import stem
from synoptic.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from synoptic.model import Report

FACETS = ("words", "lead", "names")
"""What two reports are likened by; a dot product each."""

UNIT = 1 << 14
"""Length of a facet's vector: whole numbers, so that no sum hangs on its order."""

_COMMON_BITS = 9.0  # a word as common as "week" tells nothing of an event
_LEAD_WORDS = 60
_N_HEAVIEST = 20
_MAX_WORDS = 1200  # what stands further down is background, as a rule


@dataclass(frozen=True, slots=True, eq=False)
class Facet:
    """A vector of length `UNIT` over the stems.

    Attributes:
        terms: Numbers of the stems, rising, int64.
        weights: int64, above 0.
    """

    terms: NDArray[np.int64]
    weights: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """What is kept of a report to group it.

    Attributes:
        day: Day of publication as an ordinal; None: not stated.
        when: What reports are put in order by; "" where nothing is stated.
        facets: One for each of `FACETS`.
        heaviest: Of the words that weigh most: number, weight, and the form printed.
    """

    id: str
    series: str
    day: int | None
    when: str
    title: str
    facets: tuple[Facet, ...]
    heaviest: tuple[tuple[int, int, str], ...]


class Vocabulary:
    """Numbers for stems, in the order in which they are first seen."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    def number(self, term: str) -> int:
        """The number of a stem, given to it now where it has none."""
        return self._numbers.setdefault(term, len(self._numbers))

    def facet(self, weights: Mapping[str, float]) -> Facet:
        """The vector of some stems, brought to length `UNIT`."""
        length = math.sqrt(math.fsum(w * w for w in weights.values()))
        pairs = sorted(
            (self.number(term), round(weight / length * UNIT))
            for term, weight in weights.items()
        )
        kept = [pair for pair in pairs if pair[1] > 0]
        return Facet(
            np.array([term for term, _ in kept], np.int64),
            np.array([weight for _, weight in kept], np.int64),
        )


def telling(report: Report, vocabulary: Vocabulary) -> Telling:
    """What a report gives to tell its event by."""
    counts: Counter[str] = Counter()
    lead: Counter[str] = Counter()
    names: Counter[str] = Counter()
    rarity: dict[str, float] = {}
    printed: dict[str, str] = {}
    n_words = 0
    for text, start, end, is_body in _stretches(report):
        tokens = tokenize(text, start, end)
        begins = True
        for place, stop, norm in zip(
            tokens.start.tolist(), tokens.end.tolist(), tokens.norm, strict=True
        ):
            root = stem(norm)
            rarity[root] = min(rarity.get(root, 99.0), bits(norm))
            counts[root] += 1
            if not is_body or n_words < _LEAD_WORDS:
                lead[root] += 1
            if is_body:
                n_words += 1
                if not begins and text[place].isupper():
                    names[root] += 1
            printed.setdefault(root, text[place:stop])
            begins = False
        if n_words > _MAX_WORDS:
            break
    facets = tuple(
        vocabulary.facet(_weighed(kind, rarity)) for kind in (counts, lead, names)
    )
    return Telling(
        id=report.id,
        series=report.series,
        day=_day(report.published_at),
        when=_when(report.published_at),
        title=_title(report),
        facets=facets,
        heaviest=_heaviest(facets[0], printed, vocabulary),
    )


def _heaviest(
    words: Facet, printed: Mapping[str, str], vocabulary: Vocabulary
) -> tuple[tuple[int, int, str], ...]:
    weight = dict(zip(words.terms.tolist(), words.weights.tolist(), strict=True))
    found = [
        (weight[number], form, number)
        for term, form in printed.items()
        if (number := vocabulary.number(term)) in weight
    ]
    found.sort(key=lambda entry: (-entry[0], entry[1]))
    return tuple((number, own, form) for own, form, number in found[:_N_HEAVIEST])


def _weighed(counts: Counter[str], rarity: Mapping[str, float]) -> dict[str, float]:
    return {
        term: (1.0 + math.log(n)) * (rarity[term] - _COMMON_BITS)
        for term, n in counts.items()
        if rarity[term] > _COMMON_BITS
    }


def _stretches(report: Report) -> list[tuple[str, int, int, bool]]:
    """Text, start, end and whether it is body: the headline first."""
    found = (
        [(report.headline, 0, len(report.headline), False)] if report.headline else []
    )
    return found + [
        (report.text, span.start, span.end, True)
        for span in report.spans_of("body", "subheadline", "crosshead")
    ]


def _title(report: Report) -> str:
    if report.headline:
        return report.headline
    spans = report.spans_of("body")
    return report.quote(spans[0]) if spans else ""


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
