"""Reports: lists, search, one with all that is known of it, taking in, removing."""

from __future__ import annotations

import json
from dataclasses import asdict
from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from synoptic import __version__
from synoptic.api import models
from synoptic.api.answers import Id, Limit, Offset, Words, answer, desk_of, next_page
from synoptic.api.evidence import Found
from synoptic.api.problems import Refused, not_found, too_many
from synoptic.api.taking_in import Given, take_in
from synoptic.app.corrections import correct as set_right
from synoptic.app.quoted import correct_quotations
from synoptic.app.workspace import remove, versions
from synoptic.app.workspace_show import kept_annotations
from synoptic.model import Annotations, Run, Target
from synoptic.present.json import reports_to_json

if TYPE_CHECKING:
    from synoptic.api.desk import Desk
    from synoptic.model import Report

router = APIRouter()
_Place = Annotated[int | None, Query(ge=0, le=1_000_000_000)]


@router.get("/search", response_model=models.Hits, summary="Search the reports")
def search_reports(
    request: Request,
    q: Words = "",
    outlet: Words = "",
    speaker: Words = "",
    since: Words = "",
    until: Words = "",
    limit: Limit = 20,
    offset: Offset = 0,
) -> Response:
    """The reports that have all these words, newest first; without words, all."""
    found = desk_of(request).workspace.search(
        q,
        outlet=outlet or None,
        speaker=speaker or None,
        since=since or None,
        until=until or None,
        limit=limit,
        offset=offset,
    )
    hits = [
        {
            **_item(hit.report, hit.story),
            "spans": [list(span) for span in hit.spans],
            "snippet": hit.snippet,
        }
        for hit in found.hits
    ]
    return answer(
        request,
        {
            "hits": hits,
            "total": found.total,
            "not_annotated": found.not_annotated,
            "next": next_page(
                request, limit, offset, more=found.total > offset + limit
            ),
        },
    )


@router.post(
    "/reports",
    response_model=models.TakenIn,
    status_code=HTTPStatus.CREATED,
    summary="Take a report in",
    responses={200: {"model": models.TakenIn, "description": "Nothing was added"}},
)
def add(request: Request, given: models.NewReports) -> Response:
    """Keep a report, and put it into a story; it is compared soon after."""
    desk = desk_of(request)
    if bool(given.text.strip()) == bool(given.address.strip()):
        raise Refused(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            "usage",
            "Give either a text or the address of a page.",
        )
    _permit(request, desk, fetches=bool(given.address.strip()))
    taken = take_in(
        desk,
        Given(
            text=given.text,
            address=given.address.strip(),
            outlet=given.outlet,
            published_at=given.published_at,
            url=given.url,
        ),
    )
    return answer(
        request,
        {
            "added": [{**asdict(one), "path": path} for path, one in taken.added],
            "rejected": [asdict(rejected) for rejected in taken.rejected],
            "stories": list(taken.stories),
        },
        status=HTTPStatus.CREATED if taken.added else HTTPStatus.OK,
    )


@router.get(
    "/reports/{report_id:path}/versions",
    response_model=models.Versions,
    summary="The versions of a report",
)
def versions_of(request: Request, report_id: Id) -> Response:
    """The states of one report, oldest first, by the id of any of them."""
    workspace = desk_of(request).workspace
    found = versions(workspace, report_id)
    rows = [_item(report, workspace.story_of(report.id)) for report in found]
    return answer(request, {"versions": rows})


@router.get(
    "/reports/{report_id:path}", response_model=models.ReportDetail, summary="A report"
)
def report(request: Request, report_id: Id) -> Response:
    """A report with all that is known about it, as readers set it right."""
    return answer(request, _detail(desk_of(request), report_id))


@router.delete(
    "/reports/{report_id:path}",
    response_model=models.Removed,
    summary="Remove a report with every trace of its text",
)
def remove_report(request: Request, report_id: Id) -> Response:
    """Remove a report, all versions included; this cannot be undone."""
    desk = desk_of(request)
    removal = remove(desk.workspace, [report_id], reason="by the API")
    desk.room.forget()
    backups = [backup.path for backup in removal.backups]
    return answer(
        request,
        {"ids": list(removal.ids), "complete": removal.complete, "backups": backups},
    )


@router.get(
    "/evidence", response_model=models.Evidence, summary="Where words stand now"
)
def evidence(
    request: Request,
    report: Words,
    start: _Place = None,
    end: _Place = None,
    exact: Annotated[str, Query(max_length=20_000)] = "",
    prefix: Words = "",
    suffix: Words = "",
) -> Response:
    """Find the words of a permanent link, by place or by what stands beside them."""
    target = Target(report, start, end, exact, prefix, suffix)
    found = Found.in_workspace(desk_of(request).workspace, target)
    if found is None:
        raise not_found("The words stand in no report here.")
    span = found.span
    moved = (found.report.id, span.start, span.end) != (report, start, end)
    return answer(
        request,
        {
            "report": found.report.id,
            "start": span.start,
            "end": span.end,
            "exact": found.report.quote(span),
            "moved": moved,
        },
    )


def _item(report: Report, story: str | None) -> dict[str, object]:
    return {
        "id": report.id,
        "series": report.series,
        "outlet": report.outlet,
        "headline": report.headline,
        "published_at": report.published_at,
        "url": report.url,
        "path": report.path,
        "story": story,
    }


def _detail(desk: Desk, report_id: str) -> dict[str, Any]:
    stated = desk.workspace.report(report_id)
    records = desk.workspace.corrections(of=[report_id])
    (right,), missed = set_right([stated], records)
    known = kept_annotations(desk.workspace, right, fast=desk.settings.fast)
    made = known or Annotations(report=right.id, language=right.language, sentences=())
    (fixed,), _ = correct_quotations([right], [made], records)
    run = Run(
        version=__version__,
        options={},
        inputs=(),
        pipeline=None,
        vectors=None,
        models=(),
        degraded=missed,
    )
    document = json.loads(reports_to_json(run, (right,), (fixed,), ()))
    detail: dict[str, Any] = document["reports"][0]
    if known is None:
        detail["sentences"] = None
    return detail


def _permit(request: Request, desk: Desk, *, fetches: bool) -> None:
    visitor = request.state.visitor
    key = visitor.name or (request.client.host if request.client else "")
    for limit in (desk.adds, desk.fetches) if fetches else (desk.adds,):
        wait = limit.wait_seconds(key)
        if wait:
            raise too_many(wait)
