"""Errors as problem documents (RFC 9457): one shape for all of them."""

from __future__ import annotations

import math
from http import HTTPStatus
from typing import TYPE_CHECKING

from fastapi.exceptions import HTTPException, RequestValidationError
from starlette.exceptions import HTTPException as AnyHTTPException
from starlette.responses import JSONResponse

from synoptic.errors import SynopticError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastapi import FastAPI
    from starlette.requests import Request
    from starlette.responses import Response

MEDIA_TYPE = "application/problem+json"
_TYPE = "https://synoptic.example/problems/"
_STATUS = {
    "not-in-workspace": HTTPStatus.NOT_FOUND,
    "not-for-publication": HTTPStatus.CONFLICT,
    "workspace-busy": HTTPStatus.SERVICE_UNAVAILABLE,
    "too-large": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "missing-extra": HTTPStatus.NOT_IMPLEMENTED,
}


class Refused(HTTPException):
    """A request that is answered with a problem document, or its page.

    Attributes:
        code: The end of the document's `type`; stable.
        detail: What is the matter, and what to do.
    """

    def __init__(
        self,
        status: HTTPStatus,
        code: str,
        detail: str,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(status, detail, dict(headers or {}))
        self.status, self.code = status, code


def not_found(what: str) -> Refused:
    """The answer to an address that leads to nothing."""
    return Refused(HTTPStatus.NOT_FOUND, "not-found", what)


def too_many(wait_seconds: float) -> Refused:
    """The answer to one who asks too often."""
    seconds = max(1, math.ceil(wait_seconds))
    return Refused(
        HTTPStatus.TOO_MANY_REQUESTS,
        "too-many-requests",
        f"Too many requests. Try again in {seconds} seconds.",
        {"Retry-After": str(seconds)},
    )


def refused_by(err: SynopticError) -> Refused:
    """What a user's error is answered with."""
    status = _STATUS.get(err.code, HTTPStatus.UNPROCESSABLE_ENTITY)
    words = str(err)
    return Refused(HTTPStatus(status), err.code, f"{words[:1].upper()}{words[1:]}")


def problem(refused: Refused, path: str) -> Response:
    """The document itself."""
    return JSONResponse(
        {
            "type": _TYPE + refused.code,
            "title": refused.status.phrase,
            "status": int(refused.status),
            "detail": refused.detail,
            "instance": path,
        },
        status_code=refused.status,
        headers=refused.headers,
        media_type=MEDIA_TYPE,
    )


def answer_with_problems(app: FastAPI) -> None:
    """Let an application answer every error with a problem document."""

    @app.exception_handler(Refused)
    async def _refused(request: Request, err: Refused) -> Response:
        return problem(err, request.url.path)

    @app.exception_handler(SynopticError)
    async def _ours(request: Request, err: SynopticError) -> Response:
        return problem(refused_by(err), request.url.path)

    @app.exception_handler(AnyHTTPException)
    async def _http(request: Request, err: AnyHTTPException) -> Response:
        return problem(from_http(err), request.url.path)

    @app.exception_handler(RequestValidationError)
    async def _invalid(request: Request, err: RequestValidationError) -> Response:
        return problem(from_validation(err), request.url.path)


def from_http(err: AnyHTTPException) -> Refused:
    """An error that the framework raises, in our shape."""
    status = HTTPStatus(err.status_code)
    code = status.phrase.lower().replace(" ", "-")
    detail = str(err.detail)
    if status is HTTPStatus.NOT_FOUND and detail == status.phrase:
        detail = "There is no page at this address. Was it cut short?"
    return Refused(status, code, detail, err.headers)


def from_validation(err: RequestValidationError) -> Refused:
    """What in a request has not the form it needs; values are not repeated."""
    faults = [
        f"{'.'.join(str(step) for step in fault['loc'])}: {fault['msg']}"
        for fault in err.errors()
    ]
    return Refused(HTTPStatus.UNPROCESSABLE_ENTITY, "not-valid", "; ".join(faults))
