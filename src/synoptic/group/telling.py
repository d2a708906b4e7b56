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
from heapq import nsmallest
from itertools import chain
from sys import intern
from typing import TYPE_CHECKING

import numpy as np

from synoptic.text.headlines import without_mark
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
_TITLE_CHARS = 2000  # a first sentence stands in them
_OPENERS = frozenset('.!?"“')
_PLAIN = re.compile(r"[^\W\d_]{2,}(?:\W+[^\W_]+){3}")


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a report gives to tell its event by; it hangs on that report alone.

    Attributes:
        day: Day of publication as an ordinal; None: not stated.
        when: What reports are put in order by; "" where nothing is stated.
        facets: For each of `FACETS`, its stems with their weights; the squares of all
            add up to `UNIT` squared at most.
        heaviest: The stems of the words that weigh most, heaviest first, each with
            its weight and the form that was printed.
    """

    id: str
    series: str
    day: int | None
    when: str
    title: str
    facets: tuple[Mapping[str, int], ...]
    heaviest: tuple[tuple[str, int, str], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """The same with numbers for stems.

    Attributes:
        terms: Numbers of the terms, rising, int32; the remainder by `N_FACETS` says
            of which facet.
        weights: Of each term, int32.
        heaviest: As in `Weighed`, by the numbers of the terms.
    """

    id: str
    series: str
    day: int | None
    when: str
    title: str
    terms: NDArray[np.int32]
    weights: NDArray[np.int32]
    heaviest: tuple[tuple[int, int, str], ...]

    def __len__(self) -> int:
        return len(self.terms)


class _Numbers(dict[str, int]):
    def __missing__(self, root: str) -> int:
        number = self[root] = len(self)
        return number


class Vocabulary:
    """Numbers for stems, in the order in which they are first seen."""

    def __init__(self) -> None:
        self._numbers = _Numbers()

    def numbered(self, report: Weighed) -> Telling:
        """What a report gives, with a number for each stem."""
        number = self._numbers.__getitem__
        found = [
            np.fromiter(map(number, facet), np.int32, len(facet)) * N_FACETS + place
            for place, facet in enumerate(report.facets)
        ]
        terms = np.concatenate(found)
        weights = np.fromiter(
            chain.from_iterable(facet.values() for facet in report.facets),
            np.int32,
            len(terms),
        )
        order = np.argsort(terms)
        return Telling(
            id=report.id,
            series=report.series,
            day=report.day,
            when=report.when,
            title=report.title,
            terms=terms[order],
            weights=weights[order],
            heaviest=tuple(
                # one string for all reports that print the word
                (number(root) * N_FACETS, weight, intern(form))
                for root, weight, form in report.heaviest
            ),
        )


def weigh(report: Report) -> Weighed:
    """What a report gives to tell its event by."""
    found = _Words()
    if report.headline:
        found.take(report.headline, 0, len(report.headline), of_body=False)
    for span in report.spans_of("body", "subheadline", "crosshead"):
        found.take(report.text, span.start, span.end, of_body=True)
        if found.n_of_body > _MAX_WORDS:
            break
    facets = tuple(
        _scaled(vector, share)
        for vector, share in zip(found.weighed(), FACETS.values(), strict=True)
    )
    printed = found.printed()
    heaviest = nsmallest(
        _N_HEAVIEST, ((-weight, root) for root, weight in facets[0].items())
    )
    return Weighed(
        id=report.id,
        series=report.series,
        day=_day(report.published_at),
        when=_when(report.published_at),
        title=_title(report),
        facets=facets,
        heaviest=tuple((root, -less, printed[root]) for less, root in heaviest),
    )


class _Words:
    """The words of one report, counted by their normal forms."""

    def __init__(self) -> None:
        self.n_of_body = 0
        self._counts: Counter[str] = Counter()
        self._lead: Counter[str] = Counter()
        self._names: set[str] = set()
        self._first: dict[str, str] = {}  # as first printed

    def take(self, text: str, start: int, end: int, *, of_body: bool) -> None:
        tokens = tokenize(text, start, end)
        self._counts.update(tokens.norm)
        room = max(0, _LEAD_WORDS - self.n_of_body) if of_body else len(tokens)
        self._lead.update(tokens.norm[:room])
        for norm, place, stop in zip(
            tokens.norm, tokens.start.tolist(), tokens.end.tolist(), strict=True
        ):
            if norm not in self._first:
                self._first[norm] = text[place:stop]
            if of_body and text[place].isupper() and not _begins(text, start, place):
                self._names.add(norm)
        if of_body:
            self.n_of_body += len(tokens)

    def printed(self) -> dict[str, str]:
        """By stem, the form in which it was printed first."""
        return {stem(norm): form for norm, form in reversed(self._first.items())}

    def weighed(self) -> list[dict[str, float]]:
        """For each facet, the weight of each stem."""
        roots = {norm: stem(norm) for norm in self._counts}
        rarity: dict[str, float] = {}
        for norm, root in roots.items():
            own = bits(norm)
            if own < rarity.get(root, math.inf):
                rarity[root] = own
        counts = _by_root(self._counts, roots)
        lead = _by_root(self._lead, roots)
        names = {roots[norm] for norm in self._names}
        return [
            _weights(counts, rarity),
            _weights(lead, rarity),
            _weights({root: counts[root] for root in names}, rarity),
            {norm: bits(norm) for norm in self._counts if norm[0].isdigit()},
        ]


def _by_root(counts: Mapping[str, int], roots: Mapping[str, str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for norm, n in counts.items():
        root = roots[norm]
        found[root] = found.get(root, 0) + n
    return found


def _weights(
    counts: Mapping[str, int], rarity: Mapping[str, float]
) -> dict[str, float]:
    return {
        root: (1.0 + math.log(n)) * (rarity[root] - _COMMON_BITS)
        for root, n in counts.items()
        if rarity[root] > _COMMON_BITS
    }


def _scaled(vector: Mapping[str, float], share: float) -> dict[str, int]:
    """A vector of whole numbers, as long as its facet counts."""
    length = math.sqrt(math.fsum(w * w for w in vector.values()))
    scale = UNIT * math.sqrt(share / sum(FACETS.values())) / (length or 1.0)
    found = {root: round(weight * scale) for root, weight in vector.items()}
    return {root: weight for root, weight in found.items() if weight}


def _begins(text: str, start: int, place: int) -> bool:
    """Whether a sentence, or words in quotation marks, begin at that place."""
    before = text[max(start, place - 2) : place].rstrip()
    return place == start or before[-1:] in _OPENERS


def _title(report: Report) -> str:
    if report.headline:
        # "UPDATE 1-Hillside falls": the wire's mark is no word of the story's
        return without_mark(report.headline)
    first = ""
    for span in report.spans_of("body"):
        end = min(span.end, span.start + _TITLE_CHARS)
        for sentence in split_sentences(report.text, span.start, end):
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
