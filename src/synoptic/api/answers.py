"""Answers with an ETag, lists in pages, and what an operation may be refused with."""

from __future__ import annotations

import hashlib
import json
from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import urlencode

from fastapi import Path, Query
from pydantic import BaseModel, Field
from starlette.responses import Response

from synoptic.api.problems import MEDIA_TYPE

if TYPE_CHECKING:
    from starlette.requests import Request

    from synoptic.api.desk import Desk

MOST_A_PAGE = 100
_NO_CONTROL = r"^[^\x00-\x1f\x7f]+$"

Id = Annotated[
    str, Path(min_length=1, max_length=200, pattern=_NO_CONTROL, description="Its id")
]
Limit = Annotated[int, Query(ge=1, le=MOST_A_PAGE, description="Most items")]
Offset = Annotated[int, Query(ge=0, le=1_000_000, description="Items to pass over")]
Words = Annotated[str, Query(max_length=400, pattern=r"^[^\x00]*$")]


class Problem(BaseModel):
    """An error, as RFC 9457 says."""

    type: str = Field(description="Ends in a code that does not change")
    title: str
    status: int
    detail: str = Field(description="What is the matter, and what to do")
    instance: str


_DESCRIBED = {
    "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
}
REFUSALS: dict[int | str, dict[str, Any]] = {
    int(status): {"description": said, **_DESCRIBED}
    for status, said in (
        (HTTPStatus.BAD_REQUEST, "The request cannot be read"),
        (HTTPStatus.UNAUTHORIZED, "Sign in, or send a token"),
        (HTTPStatus.FORBIDDEN, "Only editors do that"),
        (HTTPStatus.NOT_FOUND, "There is no such thing here"),
        (HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The request is too long"),
        (HTTPStatus.UNPROCESSABLE_ENTITY, "A value cannot be used"),
        (HTTPStatus.TOO_MANY_REQUESTS, "Ask again later"),
    )
}


def desk_of(request: Request) -> Desk:
    """The desk that the server holds."""
    desk: Desk = request.app.state.desk
    return desk


def answer(request: Request, data: object, *, status: int = HTTPStatus.OK) -> Response:
    """Data as JSON with an ETag; nothing but the tag where the asker has it."""
    body = json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return answer_bytes(request, body, status=status)


def answer_bytes(
    request: Request, body: bytes, *, status: int = HTTPStatus.OK, tag: str = ""
) -> Response:
    """JSON that is written already; `tag` names its state where one is known."""
    tag = f'"{tag or hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    known = [t.strip() for t in request.headers.get("if-none-match", "").split(",")]
    if status == HTTPStatus.OK and (tag in known or f"W/{tag}" in known):
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    return Response(body, status, headers, "application/json")


def next_page(request: Request, limit: int, offset: int, *, more: bool) -> str | None:
    """The address of the next page, with what was asked for on this one."""
    if not more:
        return None
    asked = [
        (name, value)
        for name, value in request.query_params.multi_items()
        if name not in ("limit", "offset")
    ]
    query = urlencode([*asked, ("limit", limit), ("offset", offset + limit)])
    return f"{request.url.path}?{query}"
