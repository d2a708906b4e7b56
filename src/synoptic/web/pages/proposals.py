"""What parties speak about: given another name, put together, or taken apart."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Literal

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse

from synoptic.app.workspace import correct
from synoptic.errors import NotInWorkspace
from synoptic.web.drawing import desk_of
from synoptic.web.faces import ProposalFace
from synoptic.web.forms import OwnForm, go, target_at, who

if TYPE_CHECKING:
    from synoptic.api.desk import Desk, Shown

router = APIRouter()
Kind = Literal["proposal-name", "same-proposal", "new-proposal"]


def proposals_of(desk: Desk, shown: Shown) -> tuple[ProposalFace, ...]:
    """What the parties of a story speak about; empty: nothing, or not read yet."""
    data = desk.room.part(shown.held, "proposals") if shown.held else None
    return tuple(
        ProposalFace(each["id"], each["name"], tuple(map(tuple, each["forms"])))
        for each in json.loads(data or b"[]")
    )


@router.post("/stories/{story_id}/proposals", dependencies=[OwnForm])
def set_proposal(
    request: Request,
    story_id: str,
    kind: Annotated[Kind, Form()],
    place: Annotated[str, Form(pattern=r"^.+:\d+-\d+$")],
    value: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Keep what a reader sets right about one proposal, named by words of a report."""
    desk = desk_of(request)
    story = desk.workspace.story(story_id)
    name, _, span = place.rpartition(":")
    start, _, end = span.partition("-")
    if name not in story.reports:
        raise NotInWorkspace(name)
    name_now = next(
        (
            each.name
            for each in proposals_of(desk, desk.shown(story))
            if place in dict(each.forms)
        ),
        "",
    )
    value = value.strip()
    if not value:
        return go(request, f"/stories/{story.id}", told="no-name")
    if value.casefold() == name_now.casefold():
        return go(request, f"/stories/{story.id}", told="unchanged")
    target = target_at(desk.workspace.report(name), int(start), int(end))
    correct(desk.workspace, kind, target, value, by=who(request))
    return go(request, f"/stories/{story.id}", told="kept")
