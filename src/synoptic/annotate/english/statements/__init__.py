"""Who says where they stand on what, in one report."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from synoptic.annotate.english.people.cast import Cast
    from synoptic.model import (
        DateMention,
        Quotation,
        Report,
        Span,
        Statement,
        Syntax,
    )

__all__ = ["find_statements"]


def find_statements(
    report: Report,
    sentences: Sequence[Span],
    syntax: Syntax,
    *,
    quotations: Sequence[Quotation],
    dates: Sequence[DateMention],
    cast: Cast,
) -> tuple[Statement, ...]:
    """Statements of a report in order of their verb.

    A word that carries a stance is followed up the parse to whose it is; what stands
    on the way (negation, refusal, "could", "if") is taken in. Where that cannot be
    told there is no statement.

    Args:
        report: The report.
        sentences: Its sentences, in order.
        syntax: Its parse.
        quotations: Its quotations, with their speakers.
        dates: Its time expressions.
        cast: Who is who in it.
    """
    reader = Reader(
        report, sentences, syntax, quotations=quotations, dates=dates, cast=cast
    )
    found: dict[tuple[object, ...], Statement] = {}
    starts = [sentence.start for sentence in sentences]
    for statement in reader.statements():
        key = (
            bisect_right(starts, statement.verb.start),
            statement.actor.entity or statement.actor.span,
            statement.stands_for or statement.object,
            statement.stance,
            statement.lean,
            statement.voice,
        )
        known = found.get(key)
        if known is None or len(statement.conditions) > len(known.conditions):
            found[key] = statement
    kept = [s for s in found.values() if not _in_a_condition(s, found.values())]
    return tuple(sorted(kept, key=lambda s: (s.verb, s.id)))


def _in_a_condition(statement: Statement, all_found: Iterable[Statement]) -> bool:
    """Whether it is part of what another statement makes a condition.

    "A truce must ensure that they do not use it" says nothing of where they stand. Of
    two that each stand in the other's condition the wider condition holds both.
    """
    for other in all_found:
        for condition in other.conditions:
            if other is statement or not statement.verb.within(condition):
                continue
            back = [c for c in statement.conditions if other.verb.within(c)]
            if all(c.end - c.start < condition.end - condition.start for c in back):
                return True
    return False
