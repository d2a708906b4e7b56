"""What the HTTP API can do, drawn from its own description."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from synoptic.api import openapi
from synoptic.web.drawing import draw

router = APIRouter()
_METHODS = ("get", "post", "put", "patch", "delete")


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be asked."""

    method: str
    path: str
    summary: str


@router.get("/api", response_class=HTMLResponse)
def api_page(request: Request) -> HTMLResponse:
    """The operations."""
    described: dict[str, Any] = openapi(request.app.state.api)
    operations = tuple(
        Operation(method.upper(), f"/api/v1{path}", str(each.get("summary", "")))
        for path, methods in described["paths"].items()
        for method, each in methods.items()
        if method in _METHODS
    )
    return draw(request, "api", {"operations": operations})
