"""The gate every request goes through: who asks, may they, and what the answer says.

Nothing behind it can be reached without a role that allows it: whatever is not `GET` or
`HEAD` needs an editor. A route cannot forget to ask.
"""

from __future__ import annotations

import ipaddress
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request

from synoptic.api.access import Visitor
from synoptic.api.problems import Refused
from synoptic.api.sessions import COOKIE

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from synoptic.api.sessions import Session, Sessions
    from synoptic.api.settings import ServerSettings

POLICY = "; ".join(  # noqa: FLY002 (a line each reads better)
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Frame-Options": "DENY",
}
_LOOKS_ONLY = ("GET", "HEAD", "OPTIONS")
_FREE = ("/healthz", "/sign-in", "/sign-out")


class Gate:
    """ASGI middleware; leaves `visitor` and `session` in the request's state.

    Args:
        refuse: Draws the answer to a request that is not let in.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        settings: ServerSettings,
        sessions: Sessions,
        refuse: Callable[[Request, Refused], Awaitable[Response]],
    ) -> None:
        self._app = app
        self._settings = settings
        self._sessions = sessions
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or answer it here."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if self._settings.base_path:
            # Proxies that strip the path and proxies that pass it on: both are found.
            scope["root_path"] = self._settings.base_path
        request = Request(scope, receive)
        session = self._sessions.read(request.cookies.get(COOKIE))
        visitor = self._visitor(request, session)
        request.state.session, request.state.visitor = session, visitor

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        try:
            self._check(request, visitor)
        except Refused as err:
            answer = await self._refuse(request, err)
            await answer(scope, receive, guarded)
            return
        await self._app(scope, self._bounded(receive), guarded)

    def _visitor(self, request: Request, session: Session | None) -> Visitor | None:
        access = self._settings.access
        if access.is_open:
            return Visitor("", "editor", "open")
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer":
            return access.by_token(token.strip())
        peer = request.client.host if request.client else ""
        by_proxy = access.by_proxy(peer, Headers(scope=request.scope))
        if by_proxy is not None:
            return by_proxy
        if session is not None and session.name:
            return access.still(session.name, session.stamp)
        return None

    def _check(self, request: Request, visitor: Visitor | None) -> None:
        self._check_host(request)
        self._check_length(request)
        looks = request.method in _LOOKS_ONLY
        if not looks:
            _check_origin(request)
        path = _path(request)
        if path in _FREE or path.startswith("/static/"):
            return
        if visitor is None:
            raise Refused(
                HTTPStatus.UNAUTHORIZED,
                "sign-in",
                "Sign in first, or send a token: Authorization: Bearer TOKEN.",
                {"WWW-Authenticate": "Bearer"},
            )
        if not looks and visitor.role != "editor":
            raise Refused(
                HTTPStatus.FORBIDDEN, "readers-look", "Only editors change things here."
            )

    def _check_host(self, request: Request) -> None:
        """A page elsewhere can point its own name at this machine; not by address."""
        try:
            host = urlsplit(f"//{request.headers.get('host', '')}").hostname or ""
        except ValueError:
            host = ""
        if host in (*self._settings.hosts, self._settings.host) or _is_address(host):
            return
        raise Refused(
            HTTPStatus.MISDIRECTED_REQUEST,
            "host-not-known",
            f"This server is not known as {host[:80]!r}; --name adds a name.",
        )

    def _check_length(self, request: Request) -> None:
        stated = request.headers.get("content-length", "0")
        if not stated.isdecimal() or int(stated) > self._settings.max_body_bytes:
            raise _too_long(self._settings.max_body_bytes)

    def _bounded(self, receive: Receive) -> Receive:
        """The body, cut off where it is longer than it may be, whatever it states."""
        taken = 0

        async def bounded() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self._settings.max_body_bytes:
                raise _too_long(self._settings.max_body_bytes)
            return message

        return bounded


def _check_origin(request: Request) -> None:
    """Refuse what a page elsewhere lets a reader's browser send."""
    site = request.headers.get("sec-fetch-site", "same-origin")
    origin = request.headers.get("origin")
    elsewhere = site not in ("same-origin", "none")
    if origin is not None and not elsewhere:
        elsewhere = urlsplit(origin).netloc != request.headers.get("host")
    if elsewhere:
        raise Refused(
            HTTPStatus.FORBIDDEN, "other-origin", "This came from a page elsewhere."
        )


def _path(request: Request) -> str:
    """The path without the one that a proxy shows it under."""
    path: str = request.scope["path"]
    root: str = request.scope.get("root_path", "")
    return path.removeprefix(root) if root and path.startswith(f"{root}/") else path


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _too_long(limit: int) -> Refused:
    return Refused(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        "too-large",
        f"A request may have {limit:,} bytes.",
    )
