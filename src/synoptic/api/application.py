"""The API as an application of its own, mounted under /api/v1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastapi import FastAPI, Request

from synoptic import __version__
from synoptic.api import records, reports, stories
from synoptic.api.answers import REFUSALS, Problem
from synoptic.api.problems import answer_with_problems

if TYPE_CHECKING:
    from synoptic.api.desk import Desk

_SAID = (
    "Stories, reports and search of one workspace, as JSON. Spans are half-open and "
    "count Unicode code points. Errors are problem documents (RFC 9457)."
)


def make_api(desk: Desk) -> FastAPI:
    """The application."""
    api = FastAPI(
        title="synoptic",
        version=__version__,
        description=_SAID,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        responses=REFUSALS,
    )
    api.state.desk = desk
    for part in (stories, reports, records):
        api.include_router(part.router)
    answer_with_problems(api)

    @api.get("/openapi.json", include_in_schema=False)
    def described(request: Request) -> dict[str, Any]:
        """The description of this API."""
        return openapi(request.app)

    return api


def openapi(api: FastAPI) -> dict[str, Any]:
    """The OpenAPI document, with where this server has it and who may ask."""
    desk: Desk = api.state.desk
    if api.openapi_schema is None:
        made = api.openapi()
        schemas = made.setdefault("components", {}).setdefault("schemas", {})
        schemas["Problem"] = Problem.model_json_schema()
        made["servers"] = [{"url": f"{desk.settings.base_path}/api/v1"}]
        if not desk.settings.access.is_open:
            made["components"]["securitySchemes"] = {
                "token": {"type": "http", "scheme": "bearer"}
            }
            made["security"] = [{"token": []}]
    return api.openapi_schema or {}
