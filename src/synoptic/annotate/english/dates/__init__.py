"""Every time expression of a report, with its TIMEX3 type and value.

The grammar is data tables (`tables`) and small readers at a word (`absolute`, `eras`,
`periods`, `weekdays`, `relative`, `durations`, `clock`, `feasts`); `scan` keeps the
longest reading, `tense` says whether a bare weekday or month lies back or ahead, and
`resolve` sets it on the calendar.

Value forms follow TimeML 1.2.1 (Saurí et al., 2006); what is not printed is X, the
hour of "three o'clock" too (`TXX:00`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.dates.anchor import anchor_of
from synoptic.annotate.english.dates.memory import Memory
from synoptic.annotate.english.dates.resolve import Resolver
from synoptic.annotate.english.dates.scan import find_expressions
from synoptic.annotate.english.dates.style import is_narrative
from synoptic.annotate.english.dates.tense import leaning
from synoptic.annotate.english.dates.years import with_year_beside
from synoptic.annotate.english.figures.lexer import lex
from synoptic.model import DateMention, Span, part_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.annotate.english.dates.expression import Expression
    from synoptic.model import Report, Syntax


def find_dates(
    report: Report, sentences: Sequence[Span], syntax: Syntax | None
) -> tuple[DateMention, ...]:
    """The time expressions in the sentences of a report, in order.

    A weekday or "last August" is resolved against the stated publication time, else
    the dateline; without either the value stays relative (`XXXX-WXX-2`). Blocks that
    are no sentences (captions, credits, biographies) are not read at all.

    Args:
        report: Its text, publication time and dateline.
        sentences: Of headline, subheadline, body and crossheads, in order.
        syntax: Tells the tense of a verb; None: word lists tell it.
    """
    now, anchor = anchor_of(report)
    tags = dict(zip(syntax.start.tolist(), syntax.tag, strict=True)) if syntax else {}
    lexed = [lex(report.text, s.start, s.end) for s in sentences]
    found = [find_expressions(words) for words in lexed]
    memory = Memory(now, narrative=is_narrative(found, now))
    resolver = Resolver(memory)
    mentions: list[DateMention] = []
    for n, (words, expressions) in enumerate(zip(lexed, found, strict=True)):
        memory.sentence = n
        for expression in expressions:
            tense, distance = leaning(words, _governed(expression), tags)
            dated = with_year_beside(expression, expressions, now)
            meant = resolver.resolve(dated, tense, distance)
            span = Span(words[expression.first].start, words[expression.last - 1].end)
            by = anchor if meant.anchored == "now" else None
            if meant.anchored == "text" and mentions:
                by = mentions[-1].id
            mentions.append(
                DateMention(
                    id=part_id(report.id, span),
                    span=span,
                    type=meant.type,
                    value=meant.value,
                    earliest=meant.earliest.isoformat() if meant.earliest else None,
                    latest=meant.latest.isoformat() if meant.latest else None,
                    anchor=by,
                )
            )
    return tuple(mentions)


def _governed(expression: Expression) -> Expression:
    """The expression whose tense counts: of "tomorrow" in marks the day it was said."""
    day = expression.beside
    apart = day is not None and not expression.first <= day.first < expression.last
    return day if day is not None and apart else expression
