"""Corrections, feeds, and what changed."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from synoptic.api import models
from synoptic.api.answers import Id, answer, desk_of
from synoptic.api.problems import not_found
from synoptic.app.corrections import as_record
from synoptic.app.watch import feed_states, health_of
from synoptic.app.workspace import correct, undo
from synoptic.model import Target

if TYPE_CHECKING:
    from synoptic.model import Correction

router = APIRouter()
_AT_ONCE = 1000


@router.get(
    "/corrections", response_model=models.Corrections, summary="What was set right"
)
def corrections(request: Request) -> Response:
    """Every record, in the order in which they were made."""
    records = desk_of(request).workspace.corrections()
    return answer(request, {"corrections": [as_record(record) for record in records]})


@router.post(
    "/corrections",
    response_model=models.CorrectionOut,
    status_code=HTTPStatus.CREATED,
    summary="Set something right",
)
def add_correction(request: Request, given: models.CorrectionIn) -> Response:
    """Keep a correction; it is applied wherever the report is shown."""
    target = Target(**given.target.model_dump())
    made = correct(
        desk_of(request).workspace, given.kind, target, given.value, by=_by(request)
    )
    return _created(request, made)


@router.post(
    "/corrections/{correction_id}/undo",
    response_model=models.CorrectionOut,
    status_code=HTTPStatus.CREATED,
    summary="Take a correction back",
)
def undo_correction(request: Request, correction_id: Id) -> Response:
    """Keep a record that takes an earlier one back; it can be taken back too."""
    workspace = desk_of(request).workspace
    if correction_id not in {record.id for record in workspace.corrections()}:
        raise not_found(f"There is no correction {correction_id}.")
    made = undo(workspace, correction_id, by=_by(request))
    return _created(request, made)


@router.get("/feeds", response_model=models.Feeds, summary="The feeds and their state")
def feeds(request: Request) -> Response:
    """Every feed that is watched."""
    states = feed_states(desk_of(request).workspace)
    return answer(request, {"feeds": [health_of(state) for state in states]})


@router.get("/changes", response_model=models.Changes, summary="What changed")
def changes(
    request: Request,
    since: Annotated[
        int, Query(ge=0, le=2**62, description="A number given before")
    ] = 0,
) -> Response:
    """The changes after a number, a thousand at the most."""
    found = desk_of(request).workspace.changes(since, limit=_AT_ONCE)
    rows = [
        {
            "number": event.number,
            "at": event.at,
            "kind": event.kind,
            "report": event.report,
            "story": event.story,
            "detail": event.detail,
        }
        for event in found
    ]
    last = found[-1].number if found else since
    return answer(request, {"changes": rows, "last": last})


def _by(request: Request) -> str:
    return str(request.state.visitor.name)


def _created(request: Request, made: Correction) -> Response:
    return answer(request, as_record(made), status=HTTPStatus.CREATED)
