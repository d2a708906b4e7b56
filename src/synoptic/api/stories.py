"""Stories and what comparing their reports shows."""

from __future__ import annotations

from dataclasses import asdict
from http import HTTPStatus

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from synoptic.api import models
from synoptic.api.answers import (
    Id,
    Limit,
    Offset,
    Words,
    answer,
    answer_bytes,
    desk_of,
    next_page,
)
from synoptic.api.problems import Refused

router = APIRouter()


@router.get("/stories", response_model=models.Stories, summary="List stories")
def stories(
    request: Request,
    limit: Limit = 20,
    offset: Offset = 0,
    outlet: Words = "",
    since: Words = "",
    until: Words = "",
) -> Response:
    """The stories with a report that fits, newest first."""
    workspace = desk_of(request).workspace
    found = workspace.stories(
        outlet=outlet or None,
        since=since or None,
        until=until or None,
        limit=limit + 1,
        offset=offset,
    )
    asked = bool(outlet or since or until)
    return answer(
        request,
        {
            "stories": [asdict(line) for line in found[:limit]],
            "total": None if asked else workspace.n_stories(),
            "next": next_page(request, limit, offset, more=len(found) > limit),
        },
    )


@router.get("/stories/{story_id}", response_model=models.StoryDetail, summary="A story")
def story(request: Request, story_id: Id) -> Response:
    """The reports of a story, and how far they were compared."""
    desk = desk_of(request)
    found = desk.workspace.story(story_id)
    shown = desk.shown(found)
    return answer(
        request, {**asdict(found), "state": shown.state, "reason": shown.reason}
    )


@router.get(
    "/stories/{story_id}/collation",
    response_model=models.Collation,
    summary="What comparing the reports of a story shows",
    responses={202: {"model": models.Waiting, "description": "Being read; ask again"}},
)
def collation(request: Request, story_id: Id) -> Response:
    """The whole result, in the schema `synoptic/1`."""
    desk = desk_of(request)
    shown = desk.shown(desk.workspace.story(story_id))
    if shown.state == "failed":
        raise Refused(HTTPStatus.UNPROCESSABLE_ENTITY, "not-comparable", shown.reason)
    current = shown.held == shown.task
    data = desk.room.part(shown.task, "json") if current else None
    if data is None:
        return JSONResponse(
            {"state": "reading"}, HTTPStatus.ACCEPTED, {"Retry-After": "2"}
        )
    return answer_bytes(request, data, tag=shown.task.stamp[:24])
