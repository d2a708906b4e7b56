"""Web archives: WARC with pages as they were fetched, WET with their text."""

from __future__ import annotations

import logging
import zlib
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from synoptic.errors import InputError, MissingExtra, NotText, TooLarge
from synoptic.model import Rejected, Skipped, report_id
from synoptic.read.draft import Draft, Raw, as_rejected
from synoptic.read.html import reader as html
from synoptic.read.plain import reader as plain
from synoptic.read.resume import is_packed, next_start

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from synoptic.read.options import ReadOptions

_log = logging.getLogger(__name__)

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_OK = 200
_CHUNK_BYTES = 1 << 18
# So many places in a row at which no record begins: the rest is no archive.
_MAX_FAILED = 1_000
_PROTOCOL = frozenset({"request", "warcinfo", "metadata"})


class Broken(NamedTuple):
    """A place at which the archive cannot be read."""

    why: str


class WarcReader:
    """WARC and WET files, packed record by record or as a whole, or not at all."""

    suffixes = (".warc", ".wet")
    media_types = ("application/warc",)
    holds_many = True
    streams = True

    def recognises(self, head: bytes) -> bool:
        """Whether it opens with a record's version line."""
        return head.startswith(b"WARC/")

    def read(
        self, raw: Raw, options: ReadOptions
    ) -> Iterator[Draft | Rejected | Skipped]:
        """A report for each page or text; what is none is passed over and counted.

        A broken record is a reject by itself, and reading goes on behind it. Records
        are read one at a time, so that memory does not grow with the archive.

        Raises:
            MissingExtra: fastwarc is not installed.
            NotText: It holds no record at all.
        """
        assert raw.stream is not None  # noqa: S101 (what `streams` asks for)
        others: Counter[str] = Counter()
        number = n_broken = 0
        for record in _records(raw.stream):
            if isinstance(record, Broken):
                n_broken += 1
                yield Rejected(f"{raw.path}:{number + 1}", "truncated", record.why)
                continue
            number += 1
            kind = _kind(record)
            if kind in _PROTOCOL:
                continue
            yield from _report(record, f":{number}", raw, options, others)
        if not number and not n_broken:
            raise NotText(raw.path, "holds no record. Was it saved?", code="empty")
        for what, n in sorted(others.items()):
            yield Skipped(raw.path, n, f"records of {what}")
        _log.info("%s: %d records", raw.path, number)


def _records(stream: BinaryIO) -> Iterator[Any]:
    """The records in order, and `Broken` once for each stretch that cannot be read."""
    try:
        from fastwarc.warc import ArchiveIterator  # noqa: PLC0415 (an extra)
    except ImportError as err:
        raise MissingExtra("Reading WARC and WET files", extra="web") from err
    start: int | None = 0
    n_failed, told = 0, False
    while start is not None and n_failed < _MAX_FAILED:
        stream.seek(start)
        at = start
        try:
            for record in ArchiveIterator(stream, fsspec_args=False):
                at, n_failed, told = record.stream_pos, 0, False
                yield record
        except OSError as err:
            n_failed += 1
            if not told:
                told = True
                yield Broken(
                    f"Cannot be read ({err}); what follows it was. "
                    "Copy or download the archive again."
                )
            start = next_start(stream, at + 1)
        else:
            # What is no gzip data ends a packed archive without an error.
            start = next_start(stream, at + 1) if is_packed(stream) else None


def _report(
    record: Any, place: str, raw: Raw, options: ReadOptions, others: Counter[str]
) -> Iterator[Draft | Rejected | Skipped]:
    # wget puts the address in angle brackets.
    address = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    path = f"{raw.path}{place}"
    why_not = _no_page(record)
    if why_not:
        others[why_not] += 1
        return
    try:
        data = _payload(record, path, options)
        is_text = _kind(record) == "conversion"
        if not is_text and not _is_page(record, data):
            others[_media_type(record)] += 1
            return
        page = Raw(
            path=path,
            key=address or path,
            data=data,
            charset=record.http_charset,
            url=address if address.startswith(("http://", "https://")) else None,
        )
        found = plain.read(page, options) if is_text else html.read(page, options)
        for item in found:
            yield _placed(item, page, place) if isinstance(item, Draft) else item
    except InputError as err:
        named = f"{path} ({address[:200]})" if address else path
        yield as_rejected(err, named)


def _no_page(record: Any) -> str | None:
    """Why a record cannot be a page, told by its headers; None when it may be one."""
    kind = _kind(record)
    if kind == "conversion":
        return None if _media_type(record) in {"text/plain", "?"} else "other text"
    if kind == "resource":
        return None
    if kind != "response" or record.http_headers is None:
        return f"kind {kind}"
    status = record.http_headers.status_code
    return None if status == _OK else f"status {status}"


def _kind(record: Any) -> str:
    return str(record.headers.get("WARC-Type") or "unknown").strip().lower()[:40]


def _media_type(record: Any) -> str:
    stated = record.http_content_type or record.headers.get("Content-Type") or "?"
    return str(stated).split(";")[0].strip().lower()[:60]


def _is_page(record: Any, data: bytes) -> bool:
    return _media_type(record) in _PAGES or html.recognises(data[:4096])


def _payload(record: Any, path: str, options: ReadOptions) -> bytes:
    """The bytes of a page, its transfer encodings undone.

    Raises:
        NotText: It is cut off or damaged.
        InputError: It is too large.
    """
    parts, n_bytes = [], 0
    try:
        while part := record.reader.read(_CHUNK_BYTES):
            parts.append(part)
            n_bytes += len(part)
            if n_bytes > options.max_bytes:
                raise _too_large(path, options)
    except OSError as err:
        raise _cut(path) from err
    if n_bytes < record.content_length or record.headers.get("WARC-Truncated"):
        raise _cut(path)
    data = b"".join(parts)
    if record.http_headers is None:
        return data
    if "chunked" in (record.http_headers.get("Transfer-Encoding") or "").lower():
        data = _joined_chunks(data)
    # Some archives keep the header and store the page unpacked.
    if data.startswith(b"\x1f\x8b"):
        unpack = zlib.decompressobj(16 + zlib.MAX_WBITS)
        try:
            data = unpack.decompress(data, options.max_bytes + 1)
        except zlib.error as err:
            raise _cut(path) from err
        if len(data) > options.max_bytes:
            raise _too_large(path, options)
    return data


def _joined_chunks(data: bytes) -> bytes:
    """The body of a chunked transfer; data that is not so cut stays as it is."""
    parts: list[bytes] = []
    at = 0
    while True:
        end = data.find(b"\r\n", at, at + 20)
        size = data[at:end].split(b";")[0].strip() if end > 0 else b""
        try:
            n_bytes = int(size, 16)
        except ValueError:
            return data
        if n_bytes <= 0:
            return b"".join(parts)
        parts.append(data[end + 2 : end + 2 + n_bytes])
        at = end + 2 + n_bytes + 2


def _placed(draft: Draft, page: Raw, place: str) -> Draft:
    """A page's draft as one of the archive: its id is that of its address and bytes."""
    series = report_id(page.url, b"") if page.url else None
    return replace(draft, raw=page.data, place=place, key=page.key, series=series)


def _cut(path: str) -> NotText:
    return NotText(
        path, "was cut off when it was archived, or is damaged.", code="truncated"
    )


def _too_large(path: str, options: ReadOptions) -> TooLarge:
    return TooLarge(
        path,
        f"is larger than {options.max_bytes:,} bytes. --max-size raises it.",
    )


reader = WarcReader()
