"""Every quantity of a report that a careful reader would note.

The grammar is data tables (`numerals`, `units`, `hedges`) and small readers at a word
(`reading`, `shares`, `ranges`, `special`); `rejects` holds back numbers that name or
rank something, and `context` says what happened, where, up or down.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from synoptic.annotate.english.figures.context import context_of
from synoptic.annotate.english.figures.lexer import Word, at, lex
from synoptic.annotate.english.figures.numerals import GLYPHS, STARTERS
from synoptic.annotate.english.figures.parallel import with_shared_units
from synoptic.annotate.english.figures.reading import read_quantity
from synoptic.annotate.english.figures.special import (
    MULTIPLE_WORDS,
    age_at,
    magnitude_at,
    multiple_at,
    score_at,
)
from synoptic.annotate.english.figures.unit_words import (
    CODES,
    DOLLARS,
    LETTERS,
    SIGNS,
    TIME_UNITS,
)
from synoptic.model import Figure, Span, part_id
from synoptic.text.units import dimension_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from synoptic.annotate.english.figures.quantity import Quantity
    from synoptic.model import DateMention, Report, Syntax

_STARTS = (
    STARTERS
    | frozenset(SIGNS)
    | frozenset(DOLLARS)
    | frozenset(GLYPHS)
    | frozenset(code.lower() for code in CODES)
    | frozenset(letters.lower() for letters in LETTERS)
    | MULTIPLE_WORDS
    | {"-", "−", "minus", "negative", "rs", "ps", "y"}
)
_ADDRESSES = frozenset({"http", "https", "www"})
_NEAR_HEDGES = ("nearly", "almost", "just ", "shy of", "short of")
_CHANGING = frozenset(
    "down up rose fell rise fall increase decrease compared jumped dropped grew".split()
)
_CLAUSE_ENDS = frozenset({",", ";", ":", "—", "–", "and", "but", "while"})


def find_figures(
    report: Report,
    sentences: Sequence[Span],
    syntax: Syntax | None,
    dates: Sequence[DateMention],
) -> tuple[Figure, ...]:
    """The figures in the sentences of a report, in order.

    Years, days of the month and times of day are dates, not figures; a length of time
    ("seven months") is both.

    Args:
        report: Its text.
        sentences: Of headline, subheadline, body and crossheads, in order.
        syntax: Tells nouns from verbs; None: word lists tell them.
        dates: As `find_dates` gives them for the same sentences.
    """
    tags = dict(zip(syntax.start.tolist(), syntax.tag, strict=True)) if syntax else {}
    starts = [mention.span.start for mention in dates]
    figures: list[Figure] = []
    for sentence in sentences:
        words = lex(report.text, sentence.start, sentence.end)
        first = bisect_left(starts, sentence.start)
        last = bisect_left(starts, sentence.end)
        here = dates[first:last]
        quantities = _quantities(words, here, tags)
        figures.extend(_figures(report, words, quantities, here))
    return tuple(figures)


def _quantities(
    words: list[Word], dates: Sequence[DateMention], tags: Mapping[int, str]
) -> list[Quantity]:
    blocked = [d.span for d in dates if d.type in {"DATE", "TIME", "SET"}]
    found: list[Quantity] = []
    i = 0
    while i < len(words):
        word = words[i]
        quantity = None
        if word.low in _ADDRESSES:
            i = _past_address(words, i)
            continue
        if word.kind == "n" or word.low in _STARTS:
            quantity = (
                score_at(words, i)
                or age_at(words, i)
                or multiple_at(words, i)
                or magnitude_at(words, i)
                or read_quantity(words, i, tags)
            )
        if quantity and not _is_date(words, quantity, blocked):
            found.append(quantity)
            i = quantity.last
        else:
            i += 1
    return with_shared_units(words, found)


def _past_address(words: list[Word], i: int) -> int:
    """The index after a web address; one cut into words runs to the sentence's end."""
    end = i + 1
    while end < len(words) and words[end].start == words[end - 1].end:
        end += 1
    return end if end > i + 2 else len(words)


def _is_date(words: list[Word], q: Quantity, blocked: Sequence[Span]) -> bool:
    """Whether the number is a year, a day or a time of day."""
    start = words[q.first].start
    for span in blocked:
        if span.start <= start < span.end:
            return q.unit not in TIME_UNITS or q.kind == "age"
    return False


def _figures(
    report: Report,
    words: list[Word],
    quantities: Sequence[Quantity],
    dates: Sequence[DateMention],
) -> list[Figure]:
    figures: list[Figure] = []
    for n, q in enumerate(quantities):
        span = Span(words[q.first].start, words[q.last - 1].end)
        context = context_of(words, q)
        following = quantities[n + 1].first if n + 1 < len(quantities) else len(words)
        limit = words[following].start if following < len(words) else words[-1].end
        figure = Figure(
            id=part_id(report.id, span),
            span=span,
            low=None if _has_no_least(words, q) else q.low,
            high=None if q.direction in {"at least", "over"} else q.high,
            unit=q.unit,
            hedge=_printed(report, words, (q.hedge.first, q.hedge.last))
            if q.hedge
            else None,
            of=_printed(report, words, (q.noun.first, q.noun.last)) if q.noun else None,
            scope=_scope(report, words, context.scope, dates),
            as_of=_as_of(words, span, limit, dates),
            kind=q.kind,
            dimension=dimension_of(q.unit) or ("money" if q.kind == "money" else None),
            direction=None if q.direction == "exact" else q.direction,
            event=context.event,
            change=context.change,
        )
        figures.append(_linked(words, quantities, figures, figure))
    return figures


def _printed(report: Report, words: list[Word], at_words: tuple[int, int]) -> str:
    return report.text[words[at_words[0]].start : words[at_words[1] - 1].end]


def _has_no_least(words: list[Word], q: Quantity) -> bool:
    """Whether only an upper bound is stated; "nearly 20" speaks of about 20."""
    if q.direction != "under" or q.hedge is None:
        return q.direction == "at most"
    hedge = " ".join(w.low for w in words[q.hedge.first : q.hedge.last])
    return not hedge.startswith(_NEAR_HEDGES)


def _scope(
    report: Report,
    words: list[Word],
    found: tuple[int, int] | None,
    dates: Sequence[DateMention],
) -> str | None:
    if found is None:
        return None
    span = Span(words[found[0]].start, words[found[1] - 1].end)
    if any(d.span.overlaps(span) for d in dates):
        return None
    return report.quote(span)


def _as_of(
    words: list[Word], span: Span, limit: int, dates: Sequence[DateMention]
) -> str | None:
    """The date that follows a figure in its clause."""
    for mention in dates:
        if mention.type != "DATE" or not span.end <= mention.span.start < limit:
            continue
        between = [w for w in words if span.end <= w.start < mention.span.start]
        if not any(w.low in _CLAUSE_ENDS for w in between):
            return mention.id
    return None


def _linked(
    words: list[Word],
    quantities: Sequence[Quantity],
    figures: Sequence[Figure],
    new: Figure,
) -> Figure:
    """Tie a bracketed conversion, or "from 12" after "up to 15", to its figure."""
    n = len(figures)
    if n == 0 or not new.unit:
        return new
    q, other, before = quantities[n], quantities[n - 1], figures[n - 1]
    first = q.hedge.first if q.hedge else q.first
    opening = at(words, first - 1).low
    if opening == "(" and first - 1 == other.last:
        alike = new.dimension is not None and new.dimension == before.dimension
        alike = alike or (new.kind == "money" and not before.unit)
        if alike and new.unit != before.unit:
            return replace(new, converts=before.id, as_of=before.as_of)
        return new
    if opening != "from" or not _CHANGING & {
        w.low for w in words[max(0, first - 9) : first]
    }:
        return new
    came = next((f for f in reversed(figures) if f.converts is None), None)
    if came and (came.unit, came.kind) == (new.unit, new.kind):
        return replace(new, precedes=came.id)
    return new
