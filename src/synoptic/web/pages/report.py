"""A report: its text with marks, its versions, and what can be set right about it."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from synoptic.api.evidence import Found, find_words
from synoptic.api.problems import Refused
from synoptic.app.corrections import correct as set_right
from synoptic.app.stated import with_fields
from synoptic.app.workspace import correct, remove, versions
from synoptic.errors import UsageError
from synoptic.model import Span, Target
from synoptic.present.html.filters import language
from synoptic.present.names import name_of
from synoptic.present.wording import clipped, printed_time
from synoptic.read import ReadOptions
from synoptic.web.banners import banners_of
from synoptic.web.changes import changes_between
from synoptic.web.drawing import desk_of, draw
from synoptic.web.forms import OwnForm, go, target_at, who
from synoptic.web.marks import BlockPieces, Layer, known_of, layers_of, pieces_of
from synoptic.web.names import headline_of

if TYPE_CHECKING:
    from synoptic.api.desk import Desk
    from synoptic.model import Annotations, Report
    from synoptic.model.story import Story

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteLine:
    """A quotation of the report.

    Attributes:
        start, end: Of the target of a correction.
    """

    anchor: str
    words: str
    speaker: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """A version of the report."""

    id: str
    moment: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """Everything that the page shows.

    Attributes:
        lost: The words that a link asked for and that do not stand here; None: they
            do, or it asked for none.
        changes: Since the version before, a sentence each; None: there is none before.
        quotations: None: not looked for yet.
    """

    id: str
    name: str
    outlet: str | None
    outlet_stated: bool
    headline: str
    byline: str | None
    published: str
    published_at: str | None
    credits: tuple[str, ...]
    n_words: int
    url: str | None
    path: str
    language: str
    story: Story | None
    banners: tuple[str, ...]
    lost: Target | None
    layers: tuple[Layer, ...]
    blocks: tuple[BlockPieces, ...]
    versions: tuple[VersionLine, ...]
    changes: tuple[str, ...] | None
    quotations: tuple[QuoteLine, ...] | None
    names: tuple[str, ...]


@router.get("/reports/{report_id:path}", response_class=HTMLResponse)
def report_page(
    request: Request,
    report_id: str,
    start: Annotated[int | None, Query(ge=0)] = None,
    end: Annotated[int | None, Query(ge=0)] = None,
    exact: str = "",
    prefix: str = "",
    suffix: str = "",
) -> HTMLResponse:
    """A report, with the words marked that a link asks for."""
    desk = desk_of(request)
    report = desk.workspace.report(report_id)
    target = Target(report_id, start, end, exact, prefix, suffix)
    asked = exact != "" or (start is not None and end is not None)
    found = find_words([report], target) if asked else None
    view = _view(desk, report, found, target if asked and found is None else None)
    return draw(request, "report", view)


@router.get("/evidence")
def evidence(
    request: Request,
    report: str,
    start: Annotated[int | None, Query(ge=0)] = None,
    end: Annotated[int | None, Query(ge=0)] = None,
    exact: str = "",
    prefix: str = "",
    suffix: str = "",
) -> Response:
    """The permanent link to words: to the report that has them now."""
    desk = desk_of(request)
    target = Target(report, start, end, exact, prefix, suffix)
    found = Found.in_workspace(desk.workspace, target)
    query = {"exact": exact, "prefix": prefix, "suffix": suffix}
    kept = {name: value for name, value in query.items() if value}
    if found is None:
        return go(request, f"/reports/{report}", **kept)
    span = found.span
    answer = go(
        request,
        f"/reports/{found.report.id}",
        start=str(span.start),
        end=str(span.end),
        **kept,
    )
    answer.headers["Location"] += "#words"
    return answer


@router.post("/reports/{report_id:path}/fields", dependencies=[OwnForm])
def set_fields(
    request: Request,
    report_id: str,
    outlet: Annotated[str, Form()] = "",
    published_at: Annotated[str, Form()] = "",
    byline: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Set right what a report states of itself."""
    desk = desk_of(request)
    report = desk.workspace.report(report_id)
    (now,), _ = set_right([report], desk.workspace.corrections(of=[report_id]))
    given = {"outlet": outlet, "published_at": published_at, "byline": byline}
    _check_time(published_at.strip())
    others = {k: v for k, v in given.items() if not _is_same(v, getattr(now, k))}
    for kind, typed in others.items():
        value = typed.strip() or None
        correct(desk.workspace, kind, Target(report_id), value, by=who(request))
    told = "kept" if others else "unchanged"
    return go(request, f"/reports/{report_id}", told=told)


def _is_same(typed: str, shown: str | None) -> bool:
    """Whether a form came back as it was drawn; browsers drop line ends from fields."""
    return typed.split() == (shown or "").split()


def _check_time(typed: str) -> None:
    """Before anything is kept: the fields of one form are set right together."""
    if not typed:
        return
    try:
        with_fields(ReadOptions(), {"published_at": typed})
    except UsageError as err:
        raise Refused(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            "usage",
            f"Nothing was kept: {err}. Go back and send the form once more.",
        ) from None


@router.post("/reports/{report_id:path}/speaker", dependencies=[OwnForm])
def set_speaker(
    request: Request,
    report_id: str,
    start: Annotated[int, Form(ge=0)],
    end: Annotated[int, Form(ge=0)],
    speaker: Annotated[str, Form()] = "",
    speaker_is: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Set right whom a quotation is attributed to, or say that it is none."""
    desk = desk_of(request)
    report = desk.workspace.report(report_id)
    target = target_at(report, start, end)
    kind, value = ("speaker", speaker.strip() or None)
    if speaker_is == "none":
        kind, value = "not-quotation", None
    elif any(
        (quote.start, quote.end) == (start, end) and _is_same(speaker, quote.speaker)
        for quote in _view(desk, report, None, None).quotations or ()
    ):
        return go(request, f"/reports/{report_id}", told="unchanged")
    correct(desk.workspace, kind, target, value, by=who(request))
    return go(request, f"/reports/{report_id}", told="kept")


@router.post("/reports/{report_id:path}/remove", dependencies=[OwnForm])
def remove_report(request: Request, report_id: str) -> RedirectResponse:
    """Remove a report with every trace of its text."""
    desk = desk_of(request)
    removal = remove(
        desk.workspace, [report_id], reason=f"by {who(request) or 'a reader'}"
    )
    desk.room.forget()
    clean = removal.complete and not removal.backups
    return go(request, "/", told="removed" if clean else "removed-but")


def _view(
    desk: Desk, stated: Report, found: Found | None, lost: Target | None
) -> ReportPage:
    records = desk.workspace.corrections(of=[stated.id])
    (report,), _ = set_right([stated], records)
    known = known_of(desk, stated, records)
    span = found.span if found else None
    states = versions(desk.workspace, stated.id)
    story = desk.workspace.story_of(stated.id)
    return ReportPage(
        id=report.id,
        name=name_of(report),
        outlet=report.outlet,
        outlet_stated=report.outlet is not None,
        headline=headline_of(report),
        byline=report.byline,
        published=printed_time(report.published_at),
        published_at=report.published_at,
        credits=report.credits,
        n_words=sum(len(report.quote(s).split()) for s in report.spans_of("body")),
        url=report.url
        if (report.url or "").startswith(("http://", "https://"))
        else None,
        path=report.path,
        language=language(report.language),
        story=desk.workspace.story(story) if story else None,
        banners=banners_of([report]),
        lost=lost,
        layers=layers_of(known),
        blocks=pieces_of(report, known, span),
        versions=tuple(
            VersionLine(id=v.id, moment=v.modified_at or v.published_at) for v in states
        ),
        changes=_changes(states, report),
        quotations=_quotations(report, known),
        names=_names(known),
    )


def _changes(states: tuple[Report, ...], report: Report) -> tuple[str, ...] | None:
    place = next((i for i, v in enumerate(states) if v.id == report.id), 0)
    return changes_between(states[place - 1], report) if place else None


def _quotations(
    report: Report, known: Annotations | None
) -> tuple[QuoteLine, ...] | None:
    if known is None or known.quotations is None:
        return None
    return tuple(
        QuoteLine(
            anchor=f"q-{quotation.id}",
            words=clipped(" ... ".join(report.quote(s) for s in quotation.content)),
            speaker=_speaker(report, quotation.speaker.entity, quotation.speaker.span),
            start=quotation.content[0].start,
            end=quotation.content[0].end,
        )
        for quotation in known.quotations
        if quotation.content
    )


def _speaker(report: Report, entity: str | None, span: Span | None) -> str | None:
    return entity or (report.quote(span) if span else None)


def _names(known: Annotations | None) -> tuple[str, ...]:
    said = {q.speaker.entity for q in known.quotations or ()} if known else set()
    return tuple(sorted(name for name in said if name))
