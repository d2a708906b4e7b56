"""Signing in and out, for users of a list and holders of a token."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from synoptic.api.access import token_digest
from synoptic.api.sessions import fresh_session
from synoptic.api.users import is_right, nobody
from synoptic.web.drawing import desk_of, draw
from synoptic.web.forms import OwnForm, go, slow_down

if TYPE_CHECKING:
    from synoptic.api.access import Access

router = APIRouter()
_WRONG = "That name and password do not go together."


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInView:
    """Everything that the page shows; `users`: a name is asked for."""

    to: str
    users: bool
    fault: str = ""


@router.get("/sign-in", response_class=HTMLResponse)
def sign_in_page(request: Request, to: str = "/") -> Response:
    """The form."""
    access = desk_of(request).settings.access
    if not access.has_sign_in:
        return go(request, "/")
    return draw(
        request, "sign-in", SignInView(to=_inside(to), users=bool(access.users))
    )


@router.post("/sign-in", dependencies=[OwnForm])
def sign_in(
    request: Request,
    password: Annotated[str, Form()],
    name: Annotated[str, Form()] = "",
    to: Annotated[str, Form()] = "/",
) -> Response:
    """Let somebody in."""
    desk = desk_of(request)
    peer = request.client.host if request.client else ""
    slow_down(desk.sign_ins.wait_seconds(peer))
    access = desk.settings.access
    known = _known(access, name.strip(), password)
    if known is None:
        view = SignInView(to=_inside(to), users=bool(access.users), fault=_WRONG)
        return draw(request, "sign-in", view, status=HTTPStatus.UNAUTHORIZED)
    base = desk.settings.base_path
    answer = RedirectResponse(f"{base}{_inside(to)}", HTTPStatus.SEE_OTHER)
    desk.sessions.write(answer, fresh_session(*known))
    return answer


@router.post("/sign-out", dependencies=[OwnForm])
def sign_out(request: Request) -> RedirectResponse:
    """Let somebody go."""
    answer = go(request, "/sign-in")
    desk_of(request).sessions.end(answer)
    return answer


def _known(access: Access, name: str, password: str) -> tuple[str, str] | None:
    """Name and stamp for the session of whoever this is."""
    if name or not access.tokens:
        user = access.users.get(name)
        right = is_right(password, (user or nobody()).password)
        return (user.name, user.stamp) if user and right else None
    return ("token", token_digest(password)) if access.by_token(password) else None


def _inside(path: str) -> str:
    """An address on this server; nowhere else does signing in lead."""
    inside = path.startswith("/") and not path.startswith(("//", "/\\"))
    return path if inside and path.isprintable() else "/"
