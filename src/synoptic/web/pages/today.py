"""Today: every story, by newness, by number of outlets, or by number of origins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from synoptic.web.drawing import desk_of, draw
from synoptic.web.paging import Pages, pages
from synoptic.web.summaries import summary_of

if TYPE_CHECKING:
    from synoptic.api.desk import Desk
    from synoptic.app.workspace import StoryLine
    from synoptic.web.faces import Summary

Order = Literal["new", "outlets", "origins"]

router = APIRouter()
_ORDERS: tuple[tuple[Order, str], ...] = (
    ("new", "Newest"),
    ("outlets", "Most outlets"),
    ("origins", "Most origins"),
)
_A_PAGE = 20
_LOOKED_THROUGH = 300  # stories; older ones are found by search


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One story in the list."""

    id: str
    title: str
    n_reports: int
    outlets: tuple[str, ...]
    last_moment: str | None
    groups: tuple[int, ...]
    origins: str
    findings: tuple[str, ...]
    being_read: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """Everything that the page shows.

    Attributes:
        several, single: The stories of this page that have several reports, and those
            that have one so far; each in the order asked for.
    """

    n_reports: int
    n_stories: int
    order: Order
    several: tuple[Line, ...]
    single: tuple[Line, ...]
    pages: Pages
    orders: tuple[tuple[Order, str], ...] = _ORDERS


@router.get("/", response_class=HTMLResponse)
def today(
    request: Request,
    order: Order = "new",
    offset: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> HTMLResponse:
    """The stories."""
    desk = desk_of(request)
    view = desk.remembered(
        ("today", order, offset), lambda: _today(desk, order, offset)
    )
    return draw(request, "today", view, live=True, here="/")


def _today(desk: Desk, order: Order, offset: int) -> Today:
    chosen, more = _chosen(desk, order, offset)
    lines = [_line(desk, line) for line in chosen]
    return Today(
        n_reports=desk.workspace.n_reports(),
        n_stories=desk.workspace.n_stories(),
        order=order,
        several=tuple(line for line in lines if line.n_reports > 1),
        single=tuple(line for line in lines if line.n_reports == 1),
        pages=pages("", {"order": order}, offset, _A_PAGE, more=more),
    )


def _chosen(desk: Desk, order: Order, offset: int) -> tuple[list[StoryLine], bool]:
    """The stories of a page, and whether there are more behind them."""
    if order == "new":
        found = desk.workspace.stories(limit=_A_PAGE + 1, offset=offset)
    else:
        newest = desk.workspace.stories(limit=_LOOKED_THROUGH)
        # sorted keeps the newest first among those that are equal
        found = tuple(sorted(newest, key=lambda line: -_size(desk, line, order)))
        found = found[offset : offset + _A_PAGE + 1]
    return list(found[:_A_PAGE]), len(found) > _A_PAGE


def _size(desk: Desk, line: StoryLine, order: Order) -> int:
    if order == "outlets":
        return len(line.outlets)
    known = summary_of(desk, line, read=False)
    return known.at_most or 1 if known else 0


def _line(desk: Desk, line: StoryLine) -> Line:
    known: Summary | None = summary_of(desk, line, read=True)
    return Line(
        id=line.id,
        title=line.title,
        n_reports=line.n_reports,
        outlets=line.outlets,
        last_moment=line.last_moment,
        groups=known.groups if known else (),
        origins=known.origins if known else "",
        findings=known.findings if known else (),
        being_read=known is None and line.n_reports > 1,
    )
