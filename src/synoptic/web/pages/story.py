"""A story: everything that comparing its reports shows, and what can be set right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Form, Query, Request
from markupsafe import Markup
from starlette.responses import HTMLResponse, RedirectResponse, Response

from synoptic.app.corrections import correct as set_right
from synoptic.app.workspace import correct
from synoptic.app.workspace_export import refuse_held
from synoptic.errors import NotInWorkspace
from synoptic.model import Target, siglum
from synoptic.present.html import columns_rule
from synoptic.present.names import name_of
from synoptic.web.banners import banners_of
from synoptic.web.drawing import desk_of, draw
from synoptic.web.faces import Summary
from synoptic.web.feeds import story_feed
from synoptic.web.forms import OwnForm, go, who
from synoptic.web.pages.proposals import proposals_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.api.desk import Desk, Shown
    from synoptic.app.workspace import StoryLine
    from synoptic.model import Report
    from synoptic.model.story import Story
    from synoptic.web.faces import ProposalFace

router = APIRouter()
_SIGLUM = Query(pattern="^[A-Z]{0,3}$")
_OTHERS_OFFERED = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """A report in a list."""

    id: str
    name: str
    headline: str
    moment: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """Everything that the page shows.

    Attributes:
        state: As `Shown.state`.
        older: Whether `body` is from before the last change.
        body: The drawn collation; None: there is none yet.
    """

    id: str
    title: str
    state: str
    reason: str
    older: bool
    body: Markup | None
    base: str
    n_reports: int
    n_outlets: int
    groups: tuple[int, ...]
    origins: str
    first_moment: str | None
    last_moment: str | None
    follows: Story | None
    banners: tuple[str, ...]
    reports: tuple[ReportLine, ...]
    others: tuple[StoryLine, ...]
    proposals: tuple[ProposalFace, ...]


@router.get("/stories/{story_id}", response_class=HTMLResponse)
def story_page(
    request: Request, story_id: str, base: Annotated[str, _SIGLUM] = ""
) -> Response:
    """A story."""
    desk = desk_of(request)
    story = desk.workspace.story(story_id)
    if story.id != story_id:
        return go(request, f"/stories/{story.id}")
    reports = _reports(desk, story)
    if base not in {"", *(siglum(place) for place in range(len(reports)))}:
        base = ""
    shown = desk.shown(story, base)
    view = _view(desk, story, reports, shown, base)
    return draw(request, "story", view, live=True)


@router.get("/columns.css")
def columns(
    n: Annotated[int, Query(ge=1, le=500)], base: Annotated[str, _SIGLUM] = ""
) -> Response:
    """Where each report stands beside the others: a style without a word of theirs."""
    sigla = [siglum(place) for place in range(n)]
    first = base if base in sigla else sigla[0]
    text = columns_rule([first, *(s for s in sigla if s != first)])
    headers = {"Cache-Control": "private, max-age=86400"}
    return Response(text, media_type="text/css", headers=headers)


@router.get("/stories/{story_id}/page.html", response_class=HTMLResponse)
def page_to_keep(request: Request, story_id: str) -> Response:
    """The same as one file that needs no server."""
    from synoptic.app.results import Comparison  # noqa: PLC0415 (the dear page)

    desk = desk_of(request)
    story = desk.workspace.story(story_id)
    refuse_held([*desk.workspace.reports(story.reports)])
    shown = desk.shown(story)
    data = desk.room.part(shown.held, "json") if shown.held else None
    if data is None:
        return go(request, f"/stories/{story.id}")
    html = Comparison.from_json(data.decode()).to_html()
    headers = {
        "Content-Disposition": f'attachment; filename="story-{story.id}.html"',
        "Content-Security-Policy": "sandbox allow-scripts",
    }
    return HTMLResponse(html, headers=headers)


@router.get("/stories/{story_id}/feed.atom")
def feed(request: Request, story_id: str) -> Response:
    """The reports and findings of a story as an Atom feed."""
    desk = desk_of(request)
    story = desk.workspace.story(story_id)
    reports = _reports(desk, story)
    known = _summary(desk, desk.shown(story, urgent=False))
    root = str(request.base_url).rstrip("/")
    text = story_feed(story, reports, known, root)
    return Response(text, media_type="application/atom+xml")


@router.post("/stories/{story_id}/split", dependencies=[OwnForm])
def split(
    request: Request,
    story_id: str,
    report: Annotated[list[str], Form()] = [],  # noqa: B006 (FastAPI copies it)
) -> RedirectResponse:
    """Say that some reports of a story tell of another event."""
    desk = desk_of(request)
    story = desk.workspace.story(story_id)
    apart = [name for name in story.reports if name in report]
    stay = [name for name in story.reports if name not in report]
    if not apart or not stay:
        return go(request, f"/stories/{story.id}", told="split-nothing")
    for name in apart:
        correct(desk.workspace, "other-story", Target(name), stay[0], by=who(request))
    return go(request, f"/stories/{story.id}", told="split")


@router.post("/stories/{story_id}/merge", dependencies=[OwnForm])
def merge(
    request: Request, story_id: str, other: Annotated[str, Form()]
) -> RedirectResponse:
    """Say that two stories tell of one event."""
    desk = desk_of(request)
    story, second = desk.workspace.story(story_id), desk.workspace.story(other)
    if story.id == second.id:
        return go(request, f"/stories/{story.id}", told="unchanged")
    target = Target(second.reports[0])
    correct(desk.workspace, "same-story", target, story.reports[0], by=who(request))
    left = desk.workspace.story_of(story.reports[0]) or story.id
    return go(request, f"/stories/{left}", told="merged")


def _reports(desk: Desk, story: Story) -> tuple[Report, ...]:
    """The reports of a story, as readers set them right."""
    records = desk.workspace.corrections(of=story.reports)
    return set_right([*desk.workspace.reports(story.reports)], records)[0]


def _view(
    desk: Desk, story: Story, reports: Sequence[Report], shown: Shown, base: str
) -> StoryView:
    several = shown.held if shown.state != "one" else None
    page = desk.room.part(several, "page") if several else None
    known = _summary(desk, shown)
    moments = sorted(r.published_at for r in reports if r.published_at)
    return StoryView(
        id=story.id,
        title=story.title or "One story",
        state=shown.state,
        reason=shown.reason,
        older=page is not None and shown.state == "reading",
        body=Markup(page.decode()) if page is not None else None,  # noqa: S704 -- escaped when it was drawn
        base=base,
        n_reports=len(reports),
        n_outlets=len({r.outlet for r in reports if r.outlet}),
        groups=known.groups if known else (),
        origins=known.origins if known else "",
        first_moment=moments[0] if moments else None,
        last_moment=moments[-1] if moments else None,
        follows=_story_or_none(desk, story.follows),
        banners=banners_of(reports),
        reports=tuple(
            ReportLine(
                id=r.id,
                name=name_of(r),
                headline=r.headline or "",
                moment=r.published_at,
            )
            for r in reports
        ),
        others=tuple(
            line
            for line in desk.workspace.stories(limit=_OTHERS_OFFERED)
            if line.id != story.id
        ),
        proposals=proposals_of(desk, shown),
    )


def _summary(desk: Desk, shown: Shown) -> Summary | None:
    data = desk.room.part(shown.held, "sum") if shown.held else None
    return Summary.from_json(data) if data is not None else None


def _story_or_none(desk: Desk, name: str | None) -> Story | None:
    if name is None:
        return None
    try:
        return desk.workspace.story(name)
    except NotInWorkspace:
        return None
