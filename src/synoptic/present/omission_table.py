"""What is not in a report, and what things are called, as rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.model import siglum

if TYPE_CHECKING:
    from synoptic.model import Collation, Span

    Row = dict[str, str | None]


def omission_rows(collation: Collation) -> list[Row]:
    """One row for each thing that a report does not have, heaviest first by report."""
    names = {report.id: siglum(k) for k, report in enumerate(collation.reports)}
    rows: list[Row] = []
    for omission in collation.omissions or ():
        first = omission.members[0]
        beside = omission.beside[0] if omission.beside else None
        rows.append(
            {
                "not_in": names[omission.report],
                "kind": omission.kind,
                "in": " ".join(names[r] for r in omission.carried_by),
                "origins": str(omission.origins),
                "words": _words(collation, first.report, first.span),
                "report": names[first.report],
                "start": str(first.span.start),
                "end": str(first.span.end),
                "beside": beside and _words(collation, omission.report, beside),
                "draws_on": names[omission.parent] if omission.parent else None,
            }
        )
    return rows


def wording_rows(collation: Collation) -> list[Row]:
    """One row for each form, in the order of the things and of their forms."""
    names = {report.id: siglum(k) for k, report in enumerate(collation.reports)}
    return [
        {
            "thing": wording.thing,
            "kind": wording.kind,
            "report": names[form.report],
            "words": _words(collation, form.report, form.span),
            "start": str(form.span.start),
            "end": str(form.span.end),
        }
        for wording in collation.wording or ()
        for form in wording.forms
    ]


def _words(collation: Collation, report: str, span: Span) -> str:
    return " ".join(collation.report(report).quote(span).split())
