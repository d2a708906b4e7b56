"""Search: reports by their words, outlet, time and whom they quote."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from synoptic.errors import UsageError
from synoptic.present.names import name_of
from synoptic.web.drawing import desk_of, draw
from synoptic.web.faces import evidence_query
from synoptic.web.names import headline_of
from synoptic.web.paging import Pages, pages

if TYPE_CHECKING:
    from synoptic.app.workspace import Hit

router = APIRouter()
_A_PAGE = 20
_AROUND_CHARS = 110
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed."""

    q: str
    outlet: str
    speaker: str
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Words:
    """A run of a snippet; `found`: what was searched for."""

    text: str
    found: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HitLine:
    """A report that was found; `link` leads to the words."""

    link: str
    headline: str
    name: str
    published: str | None
    story: str | None
    snippet: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """Everything that the page shows; `hits` is None before anything was asked."""

    asked: Asked
    hits: tuple[HitLine, ...] | None
    total: int
    not_annotated: int
    fault: str
    pages: Pages


_Text = Annotated[str, Query(max_length=_LONGEST)]


@router.get("/search", response_class=HTMLResponse)
def search_page(
    request: Request,
    q: _Text = "",
    outlet: _Text = "",
    speaker: _Text = "",
    since: _Text = "",
    until: _Text = "",
    offset: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> HTMLResponse:
    """The form, and what was found."""
    desk = desk_of(request)
    asked = Asked(*(word.strip() for word in (q, outlet, speaker, since, until)))
    query = {
        "q": asked.q,
        "outlet": asked.outlet,
        "speaker": asked.speaker,
        "since": asked.since,
        "until": asked.until,
    }
    hits, total, unseen, fault = None, 0, 0, ""
    if any(query.values()):
        try:
            found = desk.workspace.search(
                asked.q,
                outlet=asked.outlet or None,
                speaker=asked.speaker or None,
                since=asked.since or None,
                until=asked.until or None,
                limit=_A_PAGE,
                offset=offset,
            )
        except UsageError as err:
            fault = str(err)
        else:
            hits = tuple(_line(desk.settings.base_path, hit) for hit in found.hits)
            total, unseen = found.total, found.not_annotated
    view = SearchView(
        asked=asked,
        hits=hits,
        total=total,
        not_annotated=unseen,
        fault=fault,
        pages=pages("", query, offset, _A_PAGE, more=total > offset + _A_PAGE),
    )
    return draw(request, "search", view, here="/search")


def _line(base_path: str, hit: Hit) -> HitLine:
    report = hit.report
    link = f"{base_path}/reports/{quote(report.id)}"
    if hit.spans:
        first = hit.spans[0]
        asked = evidence_query(report, first.start, first.end)
        link = f"{link}?{_without_report(asked)}#words"
    return HitLine(
        link=link,
        headline=headline_of(report),
        name=name_of(report),
        published=report.published_at,
        story=hit.story,
        snippet=_snippet(hit),
    )


def _without_report(query: str) -> str:
    return query.split("&", 1)[1]


def _snippet(hit: Hit) -> tuple[Words, ...]:
    """The words around the first place, those that were searched for marked."""
    text = hit.report.text
    if not hit.spans:
        return (Words(hit.snippet, found=False),)
    start = max(0, hit.spans[0].start - _AROUND_CHARS)
    end = min(len(text), hit.spans[0].end + 2 * _AROUND_CHARS)
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    pieces, at = [Words("… " if start else "", found=False)], start
    for span in hit.spans:
        if span.start < at or span.end > end:
            continue
        pieces += [
            Words(text[at : span.start], found=False),
            Words(text[span.start : span.end], found=True),
        ]
        at = span.end
    pieces.append(Words(text[at:end] + (" …" if end < len(text) else ""), found=False))
    return tuple(piece for piece in pieces if piece.text)
