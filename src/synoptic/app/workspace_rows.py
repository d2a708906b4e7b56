"""Stories, reports and hits as rows for lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from synoptic.model import Report
    from synoptic.store import Hit, StoryLine

Rows = list[dict[str, object]]


def story_rows(stories: Iterable[StoryLine]) -> Rows:
    """A row for each story."""
    return [
        {
            "story": story.id,
            "reports": story.n_reports,
            "first": story.first_moment,
            "last": story.last_moment,
            "title": story.title,
            "outlets": story.outlets,
            "keywords": story.keywords,
            "follows": story.follows,
        }
        for story in stories
    ]


def report_rows(reports: Iterable[Report]) -> Rows:
    """A row for each report."""
    return [
        {
            "report": report.id,
            "series": report.series,
            "published_at": report.published_at,
            "outlet": report.outlet,
            "headline": report.headline,
            "path": report.path,
            "url": report.url,
            "embargoed_until": report.embargoed_until,
            "status": report.status,
        }
        for report in reports
    ]


def hit_rows(hits: Iterable[Hit]) -> Rows:
    """A row for each hit; `spans` point into the report's text."""
    return [
        {
            "report": hit.report.id,
            "story": hit.story,
            "published_at": hit.report.published_at,
            "outlet": hit.report.outlet,
            "headline": hit.report.headline,
            "path": hit.report.path,
            "snippet": hit.snippet,
            "spans": [[span.start, span.end] for span in hit.spans],
        }
        for hit in hits
    ]
