"""The application: pages, the HTTP API, figures, and what is told to open pages."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, suppress
from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated
from urllib.parse import unquote

from fastapi import FastAPI, Query, Request
from fastapi.exceptions import RequestValidationError
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from synoptic import __version__
from synoptic.api import make_api
from synoptic.api.desk import Desk
from synoptic.api.gate import Gate
from synoptic.api.hooks import Hooks
from synoptic.api.observed import Observed
from synoptic.api.problems import (
    Refused,
    from_http,
    from_validation,
    not_found,
    problem,
    refused_by,
)
from synoptic.errors import SynopticError
from synoptic.web.drawing import desk_of, draw, static_text
from synoptic.web.faces import drawing, make
from synoptic.web.forms import asked_for, go
from synoptic.web.pages import (
    add,
    api,
    corrections,
    feeds,
    proposals,
    report,
    search,
    sign_in,
    story,
    today,
)
from synoptic.web.telling import Telling

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from synoptic.api.settings import ServerSettings

_PAGES = (
    today,
    story,
    proposals,
    report,
    search,
    feeds,
    add,
    corrections,
    sign_in,
    api,
)
_KINDS = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
_YEAR = "public, max-age=31536000, immutable"


def make_app(where: str, settings: ServerSettings) -> FastAPI:
    """The application of one workspace."""
    telling = Telling(settings)
    desk = Desk(where, settings, make=make, drawing=drawing(), heed=telling)
    hooks = Hooks(
        settings.hooks,
        allow_private=settings.allow_private,
        count=lambda outcome: desk.figures.messages.labels(outcome).inc(),
    )
    telling.hooks = hooks
    app = FastAPI(
        title="synoptic",
        version=__version__,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan(desk, hooks),
    )
    app.state.desk = desk
    app.state.api = make_api(desk)
    app.mount("/api/v1", app.state.api)
    for page in _PAGES:
        app.include_router(page.router)
    _add_operations(app)
    _answer_errors(app)
    app.add_middleware(
        Gate, settings=settings, sessions=desk.sessions, refuse=_refused_at_the_gate
    )
    app.add_middleware(Observed, figures=desk.figures)
    return app


def _lifespan(desk: Desk, hooks: Hooks):  # type: ignore[no-untyped-def]  # noqa: ANN202 (the framework's own type)
    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        looking = asyncio.create_task(desk.live.run())
        try:
            yield
        finally:
            looking.cancel()
            desk.live.close()
            hooks.close()
            with suppress(asyncio.CancelledError):
                await looking
            desk.close()

    return lifespan


def _add_operations(app: FastAPI) -> None:
    @app.get("/healthz")
    def healthz(request: Request) -> PlainTextResponse:
        """Whether the server and its workspace answer."""
        desk_of(request).workspace.last_change()
        return PlainTextResponse("ok\n")

    @app.get("/metrics")
    def metrics(request: Request) -> Response:
        """The figures of the server, for Prometheus."""
        data = generate_latest(desk_of(request).figures.registry)
        return Response(data, media_type=CONTENT_TYPE_LATEST)

    @app.get("/live")
    async def live(
        request: Request, since: Annotated[int, Query(ge=0)] = 0
    ) -> StreamingResponse:
        """What changes, as server-sent events."""
        last = request.headers.get("last-event-id", "")
        after = int(last) if last.isdecimal() and len(last) < 16 else since
        return StreamingResponse(
            desk_of(request).live.messages(after),
            media_type="text/event-stream",
            headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
        )

    @app.get("/static/{digest}/{name}")  # noqa: FAST003 (the digest is for caches)
    def static_file(name: str) -> Response:
        """A style or script; its address changes when it does."""
        try:
            text = static_text(name)
        except KeyError as err:
            raise not_found("There is no such file.") from err
        kind = _KINDS[name.rpartition(".")[2]]
        return Response(text, media_type=kind, headers={"Cache-Control": _YEAR})


def _answer_errors(app: FastAPI) -> None:
    """Every error is a page for who wants pages, and a problem document for others."""

    @app.exception_handler(Refused)
    async def _refused(request: Request, err: Refused) -> Response:
        return _told(request, err)

    @app.exception_handler(SynopticError)
    async def _ours(request: Request, err: SynopticError) -> Response:
        return _told(request, refused_by(err))

    @app.exception_handler(HTTPException)
    async def _http(request: Request, err: HTTPException) -> Response:
        return _told(request, from_http(err))

    @app.exception_handler(RequestValidationError)
    async def _invalid(request: Request, err: RequestValidationError) -> Response:
        return _told(request, from_validation(err))

    @app.exception_handler(Exception)
    async def _mistake(request: Request, _err: Exception) -> Response:
        return _told(
            request,
            Refused(
                HTTPStatus.INTERNAL_SERVER_ERROR,
                "mistake",
                "This is a mistake in synoptic, not in what you asked. "
                "The log says where.",
            ),
        )


_TITLES = {
    HTTPStatus.NOT_FOUND: "Nothing is here",
    HTTPStatus.FORBIDDEN: "Not allowed",
    HTTPStatus.TOO_MANY_REQUESTS: "Too many requests",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "Too large",
}


async def _refused_at_the_gate(request: Request, err: Refused) -> Response:
    return _told(request, err)


def _told(request: Request, err: Refused) -> Response:
    pages = "text/html" in request.headers.get("accept", "")
    if not pages or "/api/v1" in request.url.path:
        return problem(err, request.url.path)
    desk: Desk | None = getattr(
        getattr(request.scope.get("app"), "state", None), "desk", None
    )
    if desk is None:
        return problem(err, request.url.path)
    if err.status is HTTPStatus.UNAUTHORIZED and desk.settings.access.has_sign_in:
        return go(request, "/sign-in", to=asked_for(request))
    response = draw(
        request,
        "told",
        {
            "title": _TITLES.get(err.status, "That did not work"),
            "detail": err.detail,
            "asked": unquote(asked_for(request))
            if err.status is HTTPStatus.NOT_FOUND
            else "",
        },
        status=err.status,
    )
    response.headers.update(err.headers or {})
    return response
