"""Feeds: what is watched, and how each of them fares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from synoptic.app.watch import feed_states
from synoptic.present.wording import counted
from synoptic.web.drawing import desk_of, draw

if TYPE_CHECKING:
    from synoptic.app.watch import FeedState

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLine:
    """A feed.

    Attributes:
        well: Whether it answered last time.
        reason: Why it did not, or what of it could not be read; empty: all is well.
    """

    url: str
    title: str
    well: bool
    state: str
    reason: str
    asked_at: str | None
    next_at: str | None
    n_stored: int


@dataclass(frozen=True, slots=True)
class FeedsView:
    """Everything that the page shows; feeds in trouble first."""

    feeds: tuple[FeedLine, ...]

    @property
    def n_well(self) -> int:
        """How many answered last time."""
        return sum(feed.well for feed in self.feeds)


@router.get("/feeds", response_class=HTMLResponse)
def feeds_page(request: Request) -> HTMLResponse:
    """The feeds of the workspace."""
    lines = [_line(state) for state in feed_states(desk_of(request).workspace)]
    lines.sort(key=lambda line: (line.well, line.title.casefold()))
    return draw(request, "feeds", FeedsView(tuple(lines)), here="/feeds")


def _line(state: FeedState) -> FeedLine:
    well = state.failures == 0 and not state.gone
    return FeedLine(
        url=state.url,
        title=state.title or state.url,
        well=well,
        state=_said(state),
        reason=_reason(state, well=well),
        asked_at=state.last_try_at,
        next_at=None if state.gone else state.next_try_at,
        n_stored=state.n_stored,
    )


def _said(state: FeedState) -> str:
    if state.gone:
        return "gone for good"
    if state.failures:
        return f"no answer {counted(state.failures, 'time')} in a row"
    return "answers" if state.last_try_at else "not asked yet"


def _reason(state: FeedState, *, well: bool) -> str:
    if not well and state.last_error is not None:
        return state.last_error[1]
    if state.n_not_read:
        last = f", last {state.last_not_read[0]}" if state.last_not_read else ""
        return (
            f"{counted(state.n_not_read, 'entry', 'entries')} could not be read{last}"
        )
    return ""
