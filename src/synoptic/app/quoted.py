"""What readers set right about quotations: who speaks, and what is no quotation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from synoptic.app.corrections import OF_QUOTATIONS, miss, not_undone, resolve
from synoptic.errors import CorrectionError
from synoptic.model import Speaker

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from synoptic.model import Annotations, Correction, Quotation, Report, Span


def correct_quotations(
    reports: Sequence[Report],
    annotations: Sequence[Annotations],
    corrections: Iterable[Correction],
) -> tuple[tuple[Annotations, ...], tuple[str, ...]]:
    """The annotations set right, and a sentence for each record without effect.

    `speaker` gives the quotation at the target the name in `value`, or takes the name
    away where it is null; `not-quotation` takes the quotation out. The quotation is
    the one that has most of the target's words.

    Args:
        reports: The reports that the records name.
        annotations: One for each report, in the same order.
        corrections: In the order in which they were made; other kinds are passed over.
    """
    standing, _ = not_undone(tuple(corrections))
    by_id = {report.id: report for report in reports}
    found = {known.report: known for known in annotations}
    missed: list[str] = []
    for correction in standing:
        if correction.kind not in OF_QUOTATIONS:
            continue
        report = by_id.get(correction.target.report_id)
        if report is None:
            missed.append(miss(correction, "its report is not among these"))
            continue
        try:
            span = resolve(report.text, correction.target)
            found[report.id] = _corrected(found[report.id], correction, span)
        except CorrectionError as err:
            missed.append(miss(correction, str(err)))
    return tuple(found[known.report] for known in annotations), tuple(missed)


def _corrected(known: Annotations, correction: Correction, span: Span) -> Annotations:
    shared = [(_shared(q, span), q) for q in known.quotations or ()]
    best = max((n for n, _ in shared), default=0)
    if best == 0:
        raise CorrectionError("no quotation stands there")
    target = next(q for n, q in shared if n == best)
    quotations = []
    for quotation in known.quotations or ():
        if quotation.id != target.id:
            quotations.append(quotation)
        elif correction.kind == "speaker":
            said_by = Speaker(
                span=quotation.speaker.span,
                entity=correction.value,
                confidence=1.0,
                reason="set right by a reader",
            )
            quotations.append(replace(quotation, speaker=said_by))
    return replace(known, quotations=tuple(quotations))


def _shared(quotation: Quotation, span: Span) -> int:
    """How many characters of the target a quotation has."""
    return sum(
        max(0, min(part.end, span.end) - max(part.start, span.start))
        for part in quotation.content
    )
