"""JSON Feed, versions 1 and 1.1."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from synoptic.errors import InputError
from synoptic.read.feeds.entry import Entry, Feed
from synoptic.read.printed import iso_prefix
from synoptic.read.wire import language_of
from synoptic.text.addresses import web_address
from synoptic.text.decode import well_formed

if TYPE_CHECKING:
    from collections.abc import Mapping

_MAX_ENTRIES = 2_000


def parse_json_feed(text: str, *, path: str, url: str | None = None) -> Feed:
    """The feed that a JSON document holds.

    Raises:
        InputError: It is no JSON (`bad-json`), or no JSON Feed (`not-a-feed`).
    """
    try:
        document = json.loads(text, parse_int=str, parse_float=str, strict=False)
    except (ValueError, RecursionError) as err:
        raise InputError(
            path, "is not JSON. Was it saved whole?", code="bad-json"
        ) from err
    items = document.get("items") if isinstance(document, dict) else None
    if not isinstance(items, list):
        raise InputError(
            path, "is JSON and no JSON Feed: it lists no items.", code="not-a-feed"
        )
    link = web_address(_string(document, "home_page_url"), url)
    base = url or link
    found = [_entry(item, base) for item in items[:_MAX_ENTRIES]]
    return Feed(
        title=_string(document, "title"),
        link=link,
        language=language_of(_string(document, "language")),
        entries=tuple(entry for entry in found if entry),
        form="json feed, synoptic.read.feeds 1",
    )


def _entry(item: object, base: str | None) -> Entry | None:
    if not isinstance(item, dict):
        return None
    # A link blog's entry is about another page, and that is the report.
    links = (_string(item, "external_url"), _string(item, "url"))
    link = web_address(links[0], base) or web_address(links[1], base)
    title = _string(item, "title")
    key = _string(item, "id") or link or title
    if key is None:
        return None
    published = iso_prefix(_string(item, "date_published"))
    modified = iso_prefix(_string(item, "date_modified"))
    return Entry(
        key=key,
        link=link,
        title=" ".join(title.split()) if title else None,
        content=_string(item, "content_html", "content_text", "summary") or "",
        byline=_authors(item),
        published_at=published or modified,
        modified_at=modified if published else None,
        language=language_of(_string(item, "language")),
    )


def _authors(item: Mapping[str, object]) -> str | None:
    listed = item.get("authors")
    authors = listed if isinstance(listed, list) else [item.get("author")]
    names = [n for a in authors if isinstance(a, dict) and (n := _string(a, "name"))]
    return ", ".join(dict.fromkeys(names)) or None


def _string(row: Mapping[str, object], *names: str) -> str | None:
    for name in names:
        value = row.get(name)
        if isinstance(value, str) and value.strip():
            return well_formed(value)
    return None
