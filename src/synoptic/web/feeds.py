"""A story as an Atom feed (RFC 4287): a report or a finding is an entry."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, tostring

from synoptic.present.names import name_of
from synoptic.present.wording import harmless
from synoptic.web.names import headline_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.model import Report
    from synoptic.model.story import Story
    from synoptic.web.faces import Summary

_ATOM = "http://www.w3.org/2005/Atom"
_NEVER = "1970-01-01T00:00:00Z"


def story_feed(
    story: Story, reports: Sequence[Report], known: Summary | None, root: str
) -> str:
    """The feed of a story.

    Args:
        story: Which.
        reports: Its reports.
        known: What was found about it; None: it was not read yet.
        root: The address of this server, without a slash at its end.
    """
    page = f"{root}/stories/{story.id}"
    feed = Element("feed", xmlns=_ATOM)
    moments = [_moment(report) for report in reports]
    updated = max(moments, default=_NEVER)
    _head(feed, f"urn:synoptic:story:{story.id}", story.title or "One story", updated)
    SubElement(feed, "link", rel="alternate", href=page)
    SubElement(feed, "link", rel="self", href=f"{page}/feed.atom")
    for event in known.told if known else ():
        entry = SubElement(feed, "entry")
        _head(entry, f"urn:synoptic:finding:{event[0]}", event[2], updated)
        SubElement(entry, "link", rel="alternate", href=f"{page}#findings")
        SubElement(SubElement(entry, "author"), "name").text = "synoptic"
    for report, moment in sorted(
        zip(reports, moments, strict=True), key=lambda pair: pair[1], reverse=True
    ):
        entry = SubElement(feed, "entry")
        _head(entry, f"urn:synoptic:report:{report.id}", headline_of(report), moment)
        SubElement(entry, "link", rel="alternate", href=f"{root}/reports/{report.id}")
        author = SubElement(entry, "author")
        SubElement(author, "name").text = harmless(name_of(report))
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(feed, "unicode")


def _head(element: Element, name: str, title: str, updated: str) -> None:
    SubElement(element, "id").text = name
    SubElement(element, "title").text = harmless(title)
    SubElement(element, "updated").text = updated


def _moment(report: Report) -> str:
    try:
        moment = datetime.fromisoformat(report.modified_at or report.published_at or "")
    except ValueError:
        return _NEVER
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    try:
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (OverflowError, ValueError):
        return _NEVER
