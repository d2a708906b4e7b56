"""What every form needs: to be of this session, and an answer that says what came."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated
from urllib.parse import quote, urlencode

from fastapi import Depends, Form, Request
from starlette.responses import RedirectResponse

from synoptic.api.problems import Refused, too_many
from synoptic.api.sessions import is_of_session
from synoptic.model import Target
from synoptic.web.drawing import desk_of, visitor_of
from synoptic.web.faces import CONTEXT_CHARS

if TYPE_CHECKING:
    from synoptic.model import Report


def own_form(request: Request, form_key: Annotated[str, Form()] = "") -> None:
    """Refuse a form that was not drawn for this session."""
    if not is_of_session(request.state.session, form_key):
        raise Refused(
            HTTPStatus.FORBIDDEN,
            "form-too-old",
            "This form is too old, or it came from elsewhere. Go back, load the page "
            "again and send it once more.",
        )


OwnForm = Depends(own_form)


def who(request: Request) -> str:
    """The name that is written beside what is set right."""
    visitor = visitor_of(request)
    return visitor.name if visitor else ""


def target_at(report: Report, start: int, end: int) -> Target:
    """The words at a place of a report, with what stands beside them."""
    text = report.text
    return Target(
        report.id,
        start,
        end,
        text[start:end],
        text[max(0, start - CONTEXT_CHARS) : start],
        text[end : end + CONTEXT_CHARS],
    )


def rate_key(request: Request) -> str:
    """Whose permissions are counted: a name, else an address."""
    return who(request) or (request.client.host if request.client else "")


def slow_down(wait_seconds: float) -> None:
    """Refuse one who asks too often."""
    if wait_seconds > 0:
        raise too_many(wait_seconds)


def asked_for(request: Request) -> str:
    """The address that was asked for, as one on this server; of a form, the start."""
    if request.method not in ("GET", "HEAD"):
        return "/"
    path = request.scope["path"].removeprefix(desk_of(request).settings.base_path)
    query = request.url.query
    return f"{quote(path or '/')}{'?' if query else ''}{query}"


def go(request: Request, path: str, **query: str) -> RedirectResponse:
    """To another page, after something was done."""
    asked = f"?{urlencode(query)}" if query else ""
    place = f"{desk_of(request).settings.base_path}{quote(path)}{asked}"
    return RedirectResponse(place, HTTPStatus.SEE_OTHER)
