"""Corrections: what readers set right, with a way back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from synoptic.app.corrections import as_record, not_undone
from synoptic.app.workspace import undo
from synoptic.errors import NotInWorkspace
from synoptic.present.names import name_of
from synoptic.present.wording import clipped, printed_time, quoted
from synoptic.web.drawing import desk_of, draw
from synoptic.web.forms import OwnForm, go, who
from synoptic.web.names import headline_of

if TYPE_CHECKING:
    from synoptic.api.desk import Desk
    from synoptic.model import Correction

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionLine:
    """A record in words.

    Attributes:
        report: Id of its report; None: that is gone.
        misses: Why it has no effect; empty: it has.
    """

    id: str
    said: str
    at: str
    by: str
    report: str | None
    undone: bool
    misses: str


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """Everything that the page shows, newest first."""

    lines: tuple[CorrectionLine, ...]


@router.get("/corrections", response_class=HTMLResponse)
def corrections_page(request: Request) -> HTMLResponse:
    """The records."""
    desk = desk_of(request)
    records = desk.workspace.corrections()
    standing, _ = not_undone(records)
    held = {record.id for record in standing}
    taken_back = {record.undoes for record in records if record.undoes}
    by_id = {record.id: record for record in records}
    lines = [
        _line(desk, record, by_id, undone=_is_undone(record, held, taken_back))
        for record in records
    ]
    return draw(
        request, "corrections", CorrectionsView(tuple(lines[::-1])), here="/corrections"
    )


@router.get("/corrections.jsonl")
def corrections_file(request: Request) -> Response:
    """The records as a file that every command takes with `--corrections`."""
    records = desk_of(request).workspace.corrections()
    lines = [json.dumps(as_record(r), ensure_ascii=False) + "\n" for r in records]
    headers = {"Content-Disposition": 'attachment; filename="corrections.jsonl"'}
    return Response("".join(lines), media_type="application/jsonl", headers=headers)


@router.post("/corrections/{correction_id}/undo", dependencies=[OwnForm])
def undo_one(request: Request, correction_id: str) -> RedirectResponse:
    """Take a record back."""
    undo(desk_of(request).workspace, correction_id, by=who(request))
    return go(request, "/corrections", told="undone")


def _is_undone(record: Correction, held: set[str], taken_back: set[str]) -> bool:
    """Whether a record does not hold; an undoing holds until it is undone itself."""
    return record.id in taken_back if record.undoes else record.id not in held


def _line(
    desk: Desk, record: Correction, by_id: dict[str, Correction], *, undone: bool
) -> CorrectionLine:
    report = _name(desk, record.target.report_id)
    n_undoings, first = 0, record
    while first.undoes and first.undoes in by_id:
        n_undoings, first = n_undoings + 1, by_id[first.undoes]
    how = "" if not n_undoings else "Undone: " if n_undoings % 2 else "Again: "
    return CorrectionLine(
        id=record.id,
        said=how + _said(desk, first, report or "a report that is gone"),
        at=record.at,
        by=record.by,
        report=record.target.report_id if report else None,
        undone=undone,
        misses="" if report else "its report is gone",
    )


def _said(desk: Desk, record: Correction, report: str) -> str:
    value = quoted(record.value) if record.value else "not stated"
    other = _name(desk, record.value or "") or "a report that is gone"
    words = quoted(clipped(record.target.exact, 80))
    if record.undoes:
        return f"Undone: a correction of {report}."
    return {
        "outlet": f"Outlet of {report}: {value}.",
        "published_at": f"Time of {report}: {printed_time(record.value)}.",
        "byline": f"Byline of {report}: {value}.",
        "language": f"Language of {report}: {value}.",
        "block": f"Lines of another kind, {value}: {words} in {report}.",
        "speaker": f"Speaker of {words} in {report}: {value}.",
        "not-quotation": f"No quotation: {words} in {report}.",
        "same-story": f"One story: {report} and {other}.",
        "other-story": f"Two stories: {report} and {other}.",
        "same-owner": f"One owner: {report} and {other}.",
        "buys": f"An outlet buys from {value}: that of {report}.",
        "not-drawn-from": f"Neither draws on the other: {report} and {other}.",
        "proposal-name": f"Name of the proposal {words} in {report}: {value}.",
        "same-proposal": f"One proposal: {words} in {report}, and {value}.",
        "new-proposal": f"A proposal of its own, {value}: {words} in {report}.",
    }.get(record.kind, f"{record.kind} of {report}: {value}.")


def _name(desk: Desk, report_id: str) -> str | None:
    try:
        report = desk.workspace.report(report_id)
    except NotInWorkspace:
        return None
    return f"{name_of(report)} ({clipped(headline_of(report), 60)})"
