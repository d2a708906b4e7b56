"""Draws the pages: one environment, one frame, one way to make an address."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup
from starlette.responses import HTMLResponse

from synoptic import __version__
from synoptic.api.sessions import fresh_session
from synoptic.present.html import asset, environment, page_css, page_js
from synoptic.present.wording import (
    BLOCK_LABELS,
    KIND_HELP,
    KIND_LABELS,
    KIND_LETTERS,
    KINDS,
    counted,
    printed_time,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jinja2 import Environment
    from starlette.requests import Request

    from synoptic.api.access import Visitor
    from synoptic.api.desk import Desk

ROOMS = (
    ("Today", "/"),
    ("Search", "/search"),
    ("Feeds", "/feeds"),
    ("Add", "/add"),
    ("Corrections", "/corrections"),
)


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page.

    Attributes:
        live: The number of the last change, after which the page wants to be told of
            new ones; None: it does not.
        told: What came of the action before; empty: there was none.
    """

    visitor: Visitor | None
    here: str
    live: int | None
    told: str
    version: str = __version__

    @property
    def can_edit(self) -> bool:
        """Whether the visitor may change things."""
        return self.visitor is not None and self.visitor.role == "editor"

    @property
    def rooms(self) -> Sequence[tuple[str, str]]:
        """Name and path of the pages that the visitor can use."""
        return [room for room in ROOMS if self.can_edit or room[1] != "/add"]


def desk_of(request: Request) -> Desk:
    """The desk that the server holds."""
    desk: Desk = request.app.state.desk
    return desk


def visitor_of(request: Request) -> Visitor | None:
    """Who asks; None on pages that need nobody to sign in."""
    visitor: Visitor | None = getattr(request.state, "visitor", None)
    return visitor


def draw(
    request: Request,
    template: str,
    view: object,
    *,
    status: int = 200,
    live: bool = False,
    here: str = "",
) -> HTMLResponse:
    """A page."""
    desk = desk_of(request)
    session = getattr(request.state, "session", None)
    fresh = session is None
    session = session or fresh_session()
    base = desk.settings.base_path
    frame = Frame(
        visitor=visitor_of(request),
        here=here,
        live=desk.workspace.last_change() if live else None,
        told=_TOLD.get(request.query_params.get("told", ""), ""),
    )

    def url(path: str) -> str:
        return base + quote(path)

    def key() -> Markup:
        return Markup('<input type="hidden" name="form_key" value="{}">').format(
            session.form_key
        )

    html = (
        _environment()
        .get_template(f"desk/{template}.html.j2")
        .render(
            page=frame, view=view, url=url, key=key, static=lambda n: static(base, n)
        )
    )
    response = HTMLResponse(html, status)
    if fresh:
        desk.sessions.write(response, session)
    return response


_TOLD = {
    "kept": "Kept. It can be undone under Corrections.",
    "unchanged": "Nothing changed: what the form says stands here already.",
    "no-name": "Nothing changed: no name was given.",
    "undone": "Undone.",
    "removed": "The report is removed, with every trace of its text here.",
    "removed-but": (
        "The report is removed. Backups that still hold it, or a process that kept the "
        "log open, are named by synoptic doctor."
    ),
    "merged": "The stories are put together. That can be undone under Corrections.",
    "split-nothing": "Tick some of the reports, and not all of them.",
    "split": "The reports stand apart. That can be undone under Corrections.",
}


def static(base: str, name: str) -> str:
    """The address of a style or script; changes when the file does."""
    return f"{base}/static/{_digest(name)}/{name}"


@cache
def static_text(name: str) -> str:
    """A style or script, whole.

    Raises:
        KeyError: There is none of that name.
    """
    made: dict[str, Callable[[], str]] = {
        "page.css": page_css,
        "page.js": page_js,
        "desk.css": lambda: asset("desk.css"),
        "desk.js": lambda: asset("theme.js") + asset("live.js"),
        "live.js": lambda: asset("live.js"),
        "icon.svg": lambda: asset("icon.svg"),
    }
    return made[name]()


@cache
def _digest(name: str) -> str:
    return hashlib.blake2b(static_text(name).encode(), digest_size=6).hexdigest()


@cache
def _environment() -> Environment:
    own = environment().overlay()
    own.globals = {
        **own.globals,
        "counted": counted,
        "block_labels": BLOCK_LABELS,
        "kinds": KINDS,
        "labels": KIND_LABELS,
        "letters": KIND_LETTERS,
        "kind_help": KIND_HELP,
    }
    own.filters = {**own.filters, "said_time": said_time, "beads_said": beads_said}
    return own


def said_time(moment: str) -> str:
    """A moment as lists say it: in short, and without a year if it is this one."""
    words = printed_time(moment)
    year = f" {datetime.now(UTC).year}"
    for end in (" (time zone not stated)", " UTC", ", 00:00"):
        words = words.removesuffix(end)
    return words.replace(year, "", 1)


def beads_said(groups: Sequence[int]) -> str:
    """What a screen reader says of the beads."""
    together = [n for n in groups if n > 1]
    alone = len(groups) - len(together)
    parts = [f"{n} reports that draw on one another or on one text" for n in together]
    if alone:
        apart = "itself" if alone == 1 else "themselves"
        parts.append(f"{counted(alone, 'report')} by {apart}")
    return "; ".join(parts)
