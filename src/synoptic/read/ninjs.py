"""ninjs, the JSON form of agency news: versions 1 to 3."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from synoptic.errors import InputError
from synoptic.model import report_id
from synoptic.read.draft import Draft
from synoptic.read.html.pieces import Piece, all_pieces, joined
from synoptic.read.wire import (
    language_of,
    paragraphs,
    party_named,
    status_of,
    with_fields,
    without_by,
)
from synoptic.text.decode import well_formed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_EXTRACTOR = "synoptic.read.ninjs 1"
_BODIES = ("body_xhtml", "body_html", "body_text")
_ONLY_NINJS = frozenset(
    "body_xhtml body_html body_text bodies headlines versioncreated contentcreated "
    "firstcreated pubstatus".split()
)
_MARKED_UP = re.compile(r"<(?:p|br|div|h\d)\b", re.IGNORECASE)


def is_ninjs(row: Mapping[str, object]) -> bool:
    """Whether an object can only be ninjs: it has a `uri` and a field of its own."""
    keys = {key.lower() for key in row}
    return "uri" in keys and "text" not in keys and bool(keys & _ONLY_NINJS)


def other_kind(row: Mapping[str, object]) -> str | None:
    """What an item of ninjs is when it is no text, such as `picture`; else None."""
    if not is_ninjs(row):
        return None
    kind = _string(_lower(row), "type") or "text"
    return None if kind in {"text", "composite"} else kind[:40]


def ninjs_draft(
    row: Mapping[str, object], *, raw: bytes, path: str, place: str
) -> Draft:
    """The report of a text item; fields are found whatever their case.

    Args:
        row: The item.
        raw: The bytes it was read from.
        path: Its source.
        place: Where it stands in there.

    Raises:
        InputError: It has no text (`no-text`).
    """
    item = _lower(row)
    body = _body(item)
    if not body:
        raise InputError(
            path + place, "is an item without a text of its own.", code="no-text"
        )
    headline = _string(item, "headline") or _main(item.get("headlines"))
    byline = _string(item, "byline", "by") or _main(item.get("bylines"))
    pieces = with_fields(
        body, slugline=_string(item, "slugline"), headline=headline, byline=byline
    )
    text, hints = joined(pieces)
    uri = _string(item, "uri")
    created = _string(item, "contentcreated", "firstcreated")
    version_created = _string(item, "versioncreated")
    return Draft(
        text=text,
        raw=raw,
        place=place,
        key=uri,
        series=report_id(uri, b"") if uri else None,
        layout="article",
        hints=hints,
        outlet=_outlet(item),
        headline=headline,
        byline=without_by(byline),
        published_at=created or version_created,
        modified_at=version_created if created else None,
        language=language_of(_string(item, "language")),
        url=_url(item),
        extractor=_EXTRACTOR,
        embargoed_until=_string(item, "embargoed"),
        status=status_of(_string(item, "pubstatus")),
        version=_string(item, "version"),
    )


def _lower(row: Mapping[str, object]) -> dict[str, object]:
    return {key.lower(): value for key, value in row.items()}


def _body(item: Mapping[str, object]) -> list[Piece]:
    for words, kind in [*_single_bodies(item), *_listed_bodies(item)]:
        if "html" in kind or _MARKED_UP.search(words):
            pieces = all_pieces(words)
        else:
            pieces = paragraphs(words)
        if pieces:
            return pieces
    return []


def _single_bodies(item: Mapping[str, object]) -> list[tuple[str, str]]:
    return [(words, name) for name in _BODIES if (words := _text(item.get(name)))]


def _listed_bodies(item: Mapping[str, object]) -> list[tuple[str, str]]:
    """The bodies of version 2, marked up ones first: they keep the paragraphs."""
    found = [
        (words, _string(body, "contenttype") or "")
        for body in _objects(item.get("bodies"))
        if (words := _text(body.get("value")))
    ]
    return sorted(found, key=lambda body: "html" not in body[1])


def _main(listed: object) -> str | None:
    """The main one of several headlines: the one whose role says so, else the first."""
    found = [(_string(o, "role") or "", _string(o, "value")) for o in _objects(listed)]
    said = [words for role, words in found if words and "main" in role]
    return next(iter(said or [words for _, words in found if words]), None)


def _outlet(item: Mapping[str, object]) -> str | None:
    """Who publishes it: the stated source, else the holder of the rights."""
    sources = [*_objects(item.get("infosources")), *_objects(item.get("infosource"))]
    named = [n for s in sources if (n := _string(s, "name", "literal"))]
    holder = _string(item, "copyrightholder", "provider")
    return party_named(next(iter(named), None) or holder)


def _url(item: Mapping[str, object]) -> str | None:
    for name in ("url", "web", "uri"):
        stated = _string(item, name)
        if stated and stated.startswith(("http://", "https://")):
            return stated
    return None


def _objects(value: object) -> Iterable[Mapping[str, object]]:
    listed = value if isinstance(value, list) else [value]
    return [_lower(v) for v in listed if isinstance(v, dict)]


def _text(value: object) -> str | None:
    return well_formed(value) if isinstance(value, str) and value.strip() else None


def _string(row: Mapping[str, object], *names: str) -> str | None:
    for name in names:
        if text := _text(row.get(name)):
            return " ".join(text.split())
    return None
