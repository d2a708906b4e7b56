"""What the server says of itself: figures for Prometheus and one log line a request.

No line and no figure holds a word of a report, of a search, or of what was typed.
"""

from __future__ import annotations

import json
import logging
import sys
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_LOG = logging.getLogger("synoptic.requests")
_BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0, 2.5, 5.0, 10.0)
_NOT_MEASURED = "/live"  # stays open for hours


class Figures:
    """The figures of one server."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "synoptic_requests",
            "Requests answered.",
            ("route", "method", "status"),
            registry=self.registry,
        )
        self.seconds = Histogram(
            "synoptic_request_seconds",
            "Time until the answer was sent.",
            ("route",),
            buckets=_BUCKETS,
            registry=self.registry,
        )
        self.reports = self._gauge("reports", "Reports in the workspace.")
        self.stories = self._gauge("stories", "Stories in the workspace.")
        self.waiting = self._gauge("stories_waiting", "Stories waiting to be read.")
        self.watching = self._gauge("pages_open", "Pages that wait for new reports.")
        self.read_seconds = Histogram(
            "synoptic_story_read_seconds",
            "Time to read one story.",
            buckets=(0.5, 1, 2, 5, 10, 30, 60, 300),
            registry=self.registry,
        )
        self.messages = Counter(
            "synoptic_hook_messages",
            "Messages to hooks, by outcome.",
            ("outcome",),
            registry=self.registry,
        )

    def _gauge(self, name: str, text: str) -> Gauge:
        return Gauge(f"synoptic_{name}", text, registry=self.registry)


class Observed:
    """ASGI middleware that counts and logs every request."""

    def __init__(self, app: ASGIApp, *, figures: Figures) -> None:
        self._app = app
        self._figures = figures

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and say how it went."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = time.perf_counter()
        status = 500

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, watched)
        finally:
            self._note(scope, status, time.perf_counter() - begun)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        route = route_of(scope)
        method = scope["method"]
        self._figures.requests.labels(route, method, str(status)).inc()
        if route != _NOT_MEASURED:
            self._figures.seconds.labels(route).observe(seconds)
        visitor = scope.get("state", {}).get("visitor")
        _LOG.info(
            "request",
            extra={
                "said": {
                    "route": route,
                    "method": method,
                    "status": status,
                    "ms": round(1000 * seconds, 1),
                    "by": visitor.name if visitor else None,
                    "peer": scope["client"][0] if scope.get("client") else None,
                }
            },
        )


def route_of(scope: Scope) -> str:
    """The pattern of a request's path: ids and words stay out of figures and logs."""
    route = scope.get("route")
    path = getattr(route, "path_format", None) or getattr(route, "path", None)
    if path is None:
        return "none"
    return str(scope.get("synoptic_mount", "")) + str(path)


class JsonLines(logging.Formatter):
    """A log record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """The line; of an exception its kind and place, not its words."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat("T", "milliseconds")
        line: dict[str, object] = {
            "at": at.replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "what": record.getMessage(),
        }
        line |= getattr(record, "said", {})
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__name__
            line["where"] = _place(record.exc_info[2])
        return json.dumps(line, ensure_ascii=False)


def _place(trace: object) -> str:
    place = ""
    while trace is not None:
        frame = trace.tb_frame  # type: ignore[attr-defined]
        place = f"{frame.f_globals.get('__name__')}:{trace.tb_lineno}"  # type: ignore[attr-defined]
        trace = trace.tb_next  # type: ignore[attr-defined]
    return place


def log_as_json(level: int = logging.INFO) -> None:
    """Send the log of this package and of the server to standard error, as JSON."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    for name in ("synoptic", "uvicorn", "uvicorn.error"):
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.setLevel(level)
        logger.propagate = False
    logging.getLogger("uvicorn.access").disabled = True
