"""Feeds: what is watched, and how each of them is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from synoptic.web.drawing import desk_of, draw

if TYPE_CHECKING:
    from collections.abc import Mapping

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLine:
    """A feed.

    Attributes:
        well: Whether it answered last time.
        n_new: Reports it brought last time; None: it was never asked.
    """

    url: str
    title: str
    well: bool
    state: str
    reason: str
    asked_at: str | None
    next_at: str | None
    n_new: int | None


@dataclass(frozen=True, slots=True)
class FeedsView:
    """Everything that the page shows."""

    feeds: tuple[FeedLine, ...]

    @property
    def n_well(self) -> int:
        """How many answered last time."""
        return sum(feed.well for feed in self.feeds)


@router.get("/feeds", response_class=HTMLResponse)
def feeds_page(request: Request) -> HTMLResponse:
    """The feeds of the workspace; those in trouble first."""
    lines = [feed_line(state) for state in desk_of(request).workspace.feeds()]
    lines.sort(key=lambda line: (line.well, line.title.casefold()))
    return draw(request, "feeds", FeedsView(tuple(lines)), here="/feeds")


def feed_line(state: Mapping[str, Any]) -> FeedLine:
    """A feed from its kept state; what the state does not say is not shown."""
    url = str(state.get("url", ""))
    failures = int(state.get("failures") or 0)
    reason = str(state.get("error") or state.get("reason") or "")
    asked_at = state.get("asked_at") or state.get("polled_at")
    well = not failures and not reason
    said = (
        "answers" if well else f"no answer {failures} times" if failures else "trouble"
    )
    n_new = state.get("n_new")
    return FeedLine(
        url=url,
        title=str(state.get("title") or url),
        well=well,
        state=said if asked_at else "not asked yet",
        reason=reason,
        asked_at=asked_at,
        next_at=state.get("next_at"),
        n_new=None if n_new is None else int(n_new),
    )
