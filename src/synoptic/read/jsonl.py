"""JSON lines: each line a report with its fields."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any, TypeGuard

from synoptic.errors import InputError, NotText
from synoptic.model import Rejected, Skipped
from synoptic.read.draft import Draft, as_rejected
from synoptic.read.ninjs import is_ninjs, ninjs_draft, other_kind
from synoptic.read.unpack import cut_off
from synoptic.read.wire import status_of
from synoptic.text.decode import decode, well_formed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from synoptic.read.draft import Raw
    from synoptic.read.options import ReadOptions

_OBJECT = re.compile(rb'\s*(?:\xef\xbb\xbf)?\s*\{\s*"[^"\n]{1,60}"\s*:')


class _Digits(str):
    """A number as it stands: no digit of an id is lost, and it is no report's text."""

    __slots__ = ()


class JsonlReader:
    """JSONL files (`.jsonl`, `.ndjson`), also of one line."""

    suffixes = (".jsonl", ".ndjson")
    media_types = ("application/jsonl", "application/x-ndjson")
    holds_many = True
    in_lines = True

    def recognises(self, head: bytes) -> bool:
        """Whether the first line begins as a JSON object does."""
        return bool(_OBJECT.match(head))

    def read(
        self, raw: Raw, options: ReadOptions
    ) -> Iterator[Draft | Rejected | Skipped]:
        """A report for each row; a row that is none is a reject by itself.

        Raises:
            NotText: The file holds no row at all, or is damaged behind its last one.
        """
        n_rows = 0
        others: Counter[str] = Counter()
        lines = _lines(raw.data)
        if raw.cut is not None:
            lines.pop()  # only its beginning is there
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            n_rows += 1
            try:
                row = _checked_row(line, f"{raw.path}:{number}", options)
                if kind := other_kind(row):
                    others[kind] += 1
                    continue
                place = f":{number}"
                yield row_draft(row, raw=line.strip(), path=raw.path, place=place)
            except InputError as err:
                yield as_rejected(err, f"{raw.path}:{number}")
        if raw.cut is not None:
            raise cut_off(raw.cut, len(lines))
        if not n_rows:
            raise NotText(raw.path, "holds no line. Was it saved?", code="empty")
        for what, n in sorted(others.items()):
            yield Skipped(raw.path, n, f"items of {what}")


def _lines(data: bytes) -> list[bytes]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace").encode().split(b"\n")
    return data.removeprefix(b"\xef\xbb\xbf").split(b"\n")


def _checked_row(line: bytes, place: str, options: ReadOptions) -> Mapping[str, object]:
    if len(line) > options.max_bytes:
        raise InputError(
            place,
            f"is longer than {options.max_bytes:,} bytes. Is it one report?",
            code="too-large",
        )
    return _row(line, place)


def row_draft(row: Mapping[str, object], *, raw: bytes, path: str, place: str) -> Draft:
    """The report of a row: with our own fields, or an item of ninjs.

    Args:
        row: The object.
        raw: The bytes it was read from.
        path: Its source.
        place: Where it stands in there.

    Raises:
        InputError: `bad-row`, `empty` or `no-text`.
    """
    if is_ninjs(row):
        return ninjs_draft(row, raw=raw, path=path, place=place)
    text, of_lines = _text(row, path + place)
    return Draft(
        text=text,
        raw=raw,
        place=place,
        layout="lines" if of_lines else "page",
        id=_string(row, "id"),
        series=_string(row, "series"),
        outlet=_string(row, "outlet"),
        headline=_string(row, "headline"),
        byline=_string(row, "byline", "author"),
        published_at=_string(row, "published_at", "published_on"),
        modified_at=_string(row, "modified_at"),
        language=_string(row, "language"),
        url=_string(row, "url"),
        embargoed_until=_string(row, "embargoed_until"),
        status=status_of(_string(row, "status")),
        version=_string(row, "version"),
    )


def load_json(text: str) -> Any:
    """What a JSON text holds, its numbers as they stand.

    Raises:
        ValueError: It is no JSON.
        RecursionError: It is nested too deep.
    """
    return json.loads(text, parse_int=_Digits, parse_float=_Digits, strict=False)


def _row(line: bytes, place: str) -> Mapping[str, object]:
    text = decode(line, path=place).text
    try:
        row = load_json(text)
    except (ValueError, RecursionError) as err:
        where = f" at character {err.pos + 1}" if hasattr(err, "pos") else ""
        raise InputError(
            place,
            f"is not JSON{where}. Each line must be one JSON object.",
            code="bad-json",
        ) from err
    if not isinstance(row, dict):
        raise InputError(
            place,
            'is JSON and no object. Write {"text": "..."}.',
            code="bad-row",
        )
    return row


def _text(row: Mapping[str, object], place: str) -> tuple[str, bool]:
    text, sentences = row.get("text"), row.get("sentences")
    of_lines = text is None and isinstance(sentences, list)
    if text is None and isinstance(sentences, list):
        text = "\n".join(s for s in sentences if _is_string(s))
    if not _is_string(text):
        raise InputError(
            place,
            'has no "text" (a string) and no "sentences" (a list of strings).',
            code="bad-row",
        )
    if not text.strip():
        raise InputError(place, "has an empty text.", code="empty")
    return well_formed(text), of_lines


def _is_string(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and not isinstance(value, _Digits)


def _string(row: Mapping[str, object], *names: str) -> str | None:
    for name in names:
        value = row.get(name)
        if isinstance(value, str) and value.strip():
            return well_formed(value.strip())
    return None


reader = JsonlReader()
