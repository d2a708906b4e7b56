"""A document of NITF, the older form that many NewsML-G2 items carry inside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from synoptic.read.html.pieces import Piece
from synoptic.read.newsml.item import Item, markup_pieces
from synoptic.read.wire import status_of, with_fields, without_by
from synoptic.read.xml import child, words_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_COMPACT = re.compile(
    r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(?:(\d\d))?(Z|[+-]\d\d:?\d\d)?)?"
)


def read_nitf(document: Element) -> Item:
    """The fields and the text of a NITF document."""
    head, top = document.find("head"), document.find(".//body.head")
    data = child(head, "docdata")
    content = document.find(".//body.content")
    pieces = markup_pieces(content) if content is not None else []
    headline = words_of(child(top, "hedline/hl1")) or words_of(child(head, "title"))
    byline = words_of(child(top, "byline"))
    below = words_of(child(top, "hedline/hl2"))
    if below and pieces:
        pieces.insert(0, Piece(below, "subheadline"))
    return Item(
        pieces=with_fields(
            pieces,
            headline=headline,
            byline=byline,
            dateline=words_of(child(top, "dateline")),
        ),
        guid=_attribute(child(data, "doc-id"), "id-string"),
        headline=headline,
        byline=without_by(byline),
        outlet=words_of(child(top, "distributor")),
        published_at=_time(_attribute(child(data, "date.issue"), "norm")),
        embargoed_until=_time(_attribute(child(data, "date.release"), "norm")),
        status=status_of(_attribute(data, "management-status")),
        version=_attribute(child(data, "du-key"), "version"),
    )


def _attribute(element: Element | None, name: str) -> str | None:
    return None if element is None else element.get(name) or None


def _time(stated: str | None) -> str | None:
    """A time in the compact form of ISO 8601, with its marks; others as they are."""
    match = _COMPACT.fullmatch(stated or "")
    if match is None:
        return stated
    year, month, day, hour, minute, second, zone = match.groups()
    written = f"{year}-{month}-{day}"
    if hour:
        written += f"T{hour}:{minute}" + (f":{second}" if second else "") + (zone or "")
    return written
