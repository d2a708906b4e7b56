"""JSON that is one document: ninjs, JSON Feed, lists of rows."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING

from synoptic.errors import InputError, NotText, TooLarge
from synoptic.model import Rejected, Skipped
from synoptic.read.draft import as_rejected
from synoptic.read.jsonl import load_json, row_draft
from synoptic.read.jsonl import reader as lines
from synoptic.read.ninjs import is_ninjs, other_kind
from synoptic.text.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from synoptic.read.draft import Draft, Raw
    from synoptic.read.options import ReadOptions

_OPENS = rb"\s*(?:\xef\xbb\xbf)?\s*"
_LIST = re.compile(_OPENS + rb"\[\s*\{\s*\"[^\"\n]{1,60}\"\s*:")
_BROKEN_LINE = re.compile(_OPENS + rb"\{[ \t\r]*\n\s*\"[^\"\n]{1,60}\"\s*:")
_FEED = re.compile(
    rb"\"version\"\s*:\s*\"https?:\\?/\\?/(?:www\.)?jsonfeed\.org", re.IGNORECASE
)
_ITEM = re.compile(
    rb"\"(?:body_x?html|body_text|bodies|headlines|version_?created|pub_?status)\"\s*:",
    re.IGNORECASE,
)
_MAX_DEPTH = 6
# A list is held in memory whole, at many times its size: so many reports' worth.
_MAX_LIST = 8


class JsonReader:
    """JSON documents: ninjs items and packages, JSON Feed, lists of rows."""

    suffixes = (".json", ".ninjs")
    media_types = ("application/json", "application/feed+json")
    holds_many = True

    def recognises(self, head: bytes) -> bool:
        """Whether it opens as a list of objects, or an object over several lines."""
        if _LIST.match(head) or _BROKEN_LINE.match(head):
            return True
        opens = head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
        return opens and bool(_FEED.search(head) or _ITEM.search(head))

    def read(
        self, raw: Raw, options: ReadOptions
    ) -> Iterator[Draft | Rejected | Skipped]:
        """A report for each item; what holds none is a reject by itself.

        Raises:
            InputError: It is no JSON, or of no form that is known.
        """
        if len(raw.data) > _MAX_LIST * options.max_bytes:
            raise TooLarge(
                raw.path,
                f"is one document of more than {_MAX_LIST * options.max_bytes:,} "
                "bytes. Write it as JSON lines.",
            )
        text = decode(raw.data, path=raw.path, declared=raw.charset).text
        try:
            document = load_json(text)
        except (ValueError, RecursionError) as err:
            if getattr(err, "msg", "") == "Extra data":
                yield from lines.read(raw, options)
                return
            where = f" at line {err.lineno}" if hasattr(err, "lineno") else ""
            raise InputError(
                raw.path,
                f"is not JSON{where}. Was it saved whole?",
                code="bad-json",
            ) from err
        if _is_feed(document):
            from synoptic.read.feeds.reader import feed_drafts  # noqa: PLC0415

            yield from feed_drafts(raw)
            return
        yield from _rows(document, raw, options)


def _is_feed(document: object) -> bool:
    if not isinstance(document, dict):
        return False
    version = document.get("version")
    return isinstance(version, str) and "jsonfeed.org" in version[:60]


def _rows(
    document: object, raw: Raw, options: ReadOptions
) -> Iterator[Draft | Rejected | Skipped]:
    found = list(_objects(document, 0))
    if not found:
        raise NotText(raw.path, "holds no report.", code="no-text")
    others: Counter[str] = Counter()
    for number, row in enumerate(found, start=1):
        place = f":{number}" if len(found) > 1 else ""
        if kind := other_kind(row):
            others[kind] += 1
            continue
        written = json.dumps(row, ensure_ascii=False, sort_keys=True)
        data = raw.data if len(found) == 1 else written.encode(errors="replace")
        if len(data) > options.max_bytes:
            yield Rejected(
                raw.path + place,
                "too-large",
                f"Is longer than {options.max_bytes:,} bytes. Is it one report?",
            )
            continue
        try:
            yield row_draft(row, raw=data, path=raw.path, place=place)
        except InputError as err:
            yield as_rejected(err, raw.path + place)
    for what, n in sorted(others.items()):
        yield Skipped(raw.path, n, f"items of {what}")


def _objects(document: object, depth: int) -> Iterator[Mapping[str, object]]:
    """The items of a document: itself, those of a list, those that it packs."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(document, list):
        for part in document:
            yield from _objects(part, depth + 1)
    elif isinstance(document, dict):
        packed = [
            item
            for name in ("items", "associations")
            for item in _values(document.get(name))
            if isinstance(item, dict) and is_ninjs(item)
        ]
        if not packed or is_ninjs(document):
            yield document
        for item in packed:
            yield from _objects(item, depth + 1)


def _values(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


reader = JsonReader()
