"""A report as evidence of descent: its words, weighed, by unit."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from synoptic.collate.descent.named import names_of
from synoptic.collate.passages.body import body_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from synoptic.collate.passages.body import Body
    from synoptic.model import Annotations, Report, Span, Unit
    from synoptic.text.owners import Owners

_QUOTED = re.compile(
    r"[\"“](?:(?!\n\s*\n)[^\"“”]){1,1500}(?:[\"”]|(?=\n\s*\n)|\Z)"
    r"|[„‟«](?:(?!\n\s*\n)[^”“»]){1,1500}[”“»]"
)
_TRANSLATED_WORDS = 8
"""Two who translate one sentence have used other words before they are through it."""
_PHRASE_WORDS = 2
"""Up to so many words inside quotation marks are a phrase, not a quotation."""
_SPEAKING = frozenset({"i", "i'm", "i've", "i'll", "i'd", "my", "me", "we", "we're"})
_SPEAKING |= {"we've", "we'll", "we'd", "our", "let's", "myself", "ourselves"}
"""News tells in the third person: a sentence with one of these is somebody's speech,
whether or not its quotation marks came through."""

_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow "
    "tonight".split()
)
_MONTHS = frozenset(
    "january february march april may june july august september october november "
    "december jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
_SOURCING = frozenset(
    {"said", "says", "say", "told", "according", "announced", "reported", "statement"}
)


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """What one report has at one unit.

    Attributes:
        words: Ids of the words, in order; one vocabulary for all reports of a call.
        told: Bits of each word as evidence of a shared text: nothing inside quotation
            marks, little for names and numbers (float32).
        plain: Which words are narration: neither quoted nor names nor numbers.
        sourcing: Which words say that somebody said so.
        first: Index of the first word in the report's body; tells the order.
        introduced: Names that stand alone here and in full before, as word ids.
        bare: Names that stand alone here and in full nowhere in the report.
        translated: Which words are a long quotation of a speaker of another language.
        by_day, by_date: Whether it says when by the name of a day, or by its date.
    """

    words: tuple[int, ...]
    told: NDArray[np.float32]
    plain: NDArray[np.bool_]
    sourcing: NDArray[np.bool_]
    translated: NDArray[np.bool_]
    first: int
    introduced: frozenset[int] = frozenset()
    bare: frozenset[int] = frozenset()
    by_day: bool = False
    by_date: bool = False
    bits: float = field(init=False)
    """Of all its telling words."""
    n_translated: int = field(init=False)
    """How many words are translated."""
    is_sourced: bool = field(init=False)
    """Whether any word says that somebody said so."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "bits", float(self.told.sum()))
        object.__setattr__(self, "n_translated", int(self.translated.sum()))
        object.__setattr__(self, "is_sourced", bool(self.sourcing.any()))


@dataclass(frozen=True, slots=True, eq=False)
class Witness:
    """One report.

    Attributes:
        passages: By index of the unit; only units that it has.
        n_words: Words of its body.
        bits: Telling bits of its body.
    """

    report: Report
    passages: Mapping[int, Passage]
    n_words: int
    bits: float


def witnesses_of(
    reports: Sequence[Report],
    annotations: Sequence[Annotations],
    units: Sequence[Unit],
    owners: Owners,
) -> tuple[Witness, ...]:
    """Return the reports, in the same order, weighed and cut by unit.

    Long quotations of people who, by the table, speak another language than the report
    is in count as narration: the same words mean one translation.
    """
    vocabulary: dict[str, int] = {}
    by_report: dict[str, list[tuple[int, tuple[Span, ...]]]] = {}
    for index, unit in enumerate(units):
        for reading in unit.readings:
            by_report.setdefault(reading.report, []).append((index, reading.spans))
    return tuple(
        _witness(report, known, by_report.get(report.id, []), vocabulary, owners)
        for report, known in zip(reports, annotations, strict=True)
    )


def _witness(
    report: Report,
    known: Annotations,
    readings: Sequence[tuple[int, tuple[Span, ...]]],
    vocabulary: dict[str, int],
    owners: Owners,
) -> Witness:
    body = body_of(report, known)
    ids = [vocabulary.setdefault(n, len(vocabulary)) for n in body.norm]
    quoted = _quoted(body)
    translated = np.zeros(len(ids), bool)
    for first, stop in _translated(body, known, owners):
        translated[first:stop] = True
    quoted &= ~translated
    bits = np.array(body.bits, np.float32)
    told = np.where(quoted, 0, np.array(body.narration, np.float32)).astype(np.float32)
    plain = ~quoted & (told >= bits * 0.99)
    sourcing = np.array([n in _SOURCING for n in body.norm], bool)
    names = names_of(body)
    passages = {}
    for index, spans in readings:
        at = [
            k
            for span in spans
            for k in range(
                bisect_left(body.start, span.start), bisect_left(body.start, span.end)
            )
        ]
        if at:
            here = {ids[k]: k for k in at if k in names.alone}
            passages[index] = Passage(
                tuple(ids[k] for k in at),
                told[at],
                plain[at],
                sourcing[at],
                translated[at],
                at[0],
                introduced=frozenset(
                    n for n, k in here.items() if names.in_full.get(body.norm[k], k) < k
                ),
                bare=frozenset(
                    n for n, k in here.items() if body.norm[k] not in names.in_full
                ),
                by_day=any(body.norm[k] in _DAYS for k in at),
                by_date=any(_dated(body, k) for k in at),
            )
    return Witness(report, passages, len(ids), float(told.sum()))


def _dated(body: Body, k: int) -> bool:
    """Whether a word is a month with the day beside it."""
    beside = body.norm[max(k - 1, 0) : k] + body.norm[k + 1 : k + 2]
    return body.norm[k] in _MONTHS and any(n.isdigit() and len(n) < 3 for n in beside)


def _translated(
    body: Body, known: Annotations, owners: Owners
) -> Iterator[tuple[int, int]]:
    """Long quotations of speakers of another language, as tokens first to stop."""
    for quotation in (known.quotations or ()) if owners.speaks else ():
        language = owners.language_of(quotation.speaker.entity)
        if language is None or language == body.report.language:
            continue
        for span in quotation.content:
            first = bisect_left(body.start, span.start)
            stop = bisect_left(body.start, span.end)
            if stop - first >= _TRANSLATED_WORDS:
                yield first, stop


def _quoted(body: Body) -> NDArray[np.bool_]:
    """Which words are speech: inside quotation marks, or in the first person."""
    inside = np.zeros(len(body.start), bool)
    for match in _QUOTED.finditer(body.report.text):
        first = bisect_left(body.start, match.start())
        stop = bisect_left(body.start, match.end())
        if stop - first > _PHRASE_WORDS:
            inside[first:stop] = True
    for sentence in body.sentences:
        words = range(sentence.first, sentence.stop)
        if any(body.norm[k] in _SPEAKING and not inside[k] for k in words):
            inside[sentence.first : sentence.stop] = True
    return inside
