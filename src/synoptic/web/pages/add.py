"""The add box: paste a text, drop files, or name the address of a page."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from starlette.responses import HTMLResponse

from synoptic.api.taking_in import Given, take_in
from synoptic.errors import UsageError
from synoptic.present.wording import counted
from synoptic.web.drawing import desk_of, draw
from synoptic.web.forms import OwnForm, rate_key, slow_down

if TYPE_CHECKING:
    from synoptic.api.desk import Desk
    from synoptic.api.taking_in import Taken
    from synoptic.model.story import Story

router = APIRouter()
_SAID = {
    "new": "new",
    "version": "a later version of a report that is here",
    "known": "is here already",
    "removed": "was removed before and is not taken in again",
}


@dataclass(frozen=True, slots=True)
class AddedLine:
    """A report that was read; `story`: the one it stands in now."""

    id: str
    name: str
    said: str
    story: Story | None


@dataclass(frozen=True, slots=True)
class RejectedLine:
    """An input that could not be read."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of adding."""

    title: str
    added: tuple[AddedLine, ...]
    rejected: tuple[RejectedLine, ...]
    advice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddView:
    """Everything that the page shows; what was typed stands again where it failed."""

    outcome: Outcome | None = None
    text: str = ""
    outlet: str = ""
    published_at: str = ""
    address: str = ""


@router.get("/add", response_class=HTMLResponse)
def add_page(request: Request) -> HTMLResponse:
    """The box."""
    return draw(request, "add", AddView(), here="/add")


@router.post("/add", response_class=HTMLResponse, dependencies=[OwnForm])
def add(
    request: Request,
    text: Annotated[str, Form()] = "",
    address: Annotated[str, Form()] = "",
    outlet: Annotated[str, Form()] = "",
    published_at: Annotated[str, Form()] = "",
    files: Annotated[list[UploadFile], File()] = [],  # noqa: B006 (FastAPI copies it)
) -> HTMLResponse:
    """Take in what was given, and say what came of it."""
    desk = desk_of(request)
    named = [file for file in files if file.filename]
    n = len(named) + bool(text.strip()) + bool(address.strip())
    slow_down(desk.adds.wait_seconds(rate_key(request), max(1, n)))
    if address.strip():
        slow_down(desk.fetches.wait_seconds(rate_key(request)))
    with tempfile.TemporaryDirectory(prefix="synoptic-") as folder:
        given = Given(
            text=text,
            address=address.strip(),
            files=tuple(
                _saved(file, Path(folder) / str(i)) for i, file in enumerate(named)
            ),
            outlet=outlet.strip() or None,
            published_at=published_at.strip() or None,
        )
        status = HTTPStatus.OK
        try:
            outcome = _outcome(desk, take_in(desk, given))
        except UsageError as err:  # what was pasted is not lost over a mistyped time
            outcome = Outcome("Nothing was added", (), (), advice=str(err))
            status = HTTPStatus.UNPROCESSABLE_ENTITY
    again = bool(outcome.rejected or outcome.advice)
    view = AddView(
        outcome=outcome,
        text=text if again else "",
        outlet=outlet if again else "",
        published_at=published_at if again else "",
        address=address if again else "",
    )
    return draw(request, "add", view, here="/add", status=status)


def _saved(file: UploadFile, folder: Path) -> Path:
    """An upload under its own name, without the folders it may claim."""
    folder.mkdir()
    name = PurePath((file.filename or "").replace("\\", "/")).name.replace("\0", "")
    path = folder / (name if name not in {"", ".", ".."} else "report.txt")
    path.write_bytes(file.file.read())
    return path


def _outcome(desk: Desk, taken: Taken) -> Outcome:
    if not taken.added and not taken.rejected:
        advice = "Paste a report, choose files, or name the address of a page."
        return Outcome("Nothing was given", (), (), advice=advice)
    n_new = sum(a.kind in ("new", "version") for _, a in taken.added)
    title = f"{counted(n_new, 'report')} added" if taken.added else "Nothing was added"
    return Outcome(
        title,
        tuple(
            AddedLine(
                added.id,
                taken.names.get(added.id, path),
                _SAID[added.kind],
                _story_of(desk, added.id),
            )
            for path, added in taken.added
            if added.kind != "removed"
        ),
        tuple(RejectedLine(r.path, r.reason) for r in taken.rejected)
        + tuple(
            RejectedLine(path, _SAID["removed"])
            for path, added in taken.added
            if added.kind == "removed"
        ),
    )


def _story_of(desk: Desk, report: str) -> Story | None:
    story = desk.workspace.story_of(report)
    return desk.workspace.story(story) if story else None
