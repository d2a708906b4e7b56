"""The report: one text by one outlet in one version, and where its parts lie."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final, Literal, NamedTuple

_ROW: Final = re.compile(r":\d+$")
_MADE_HERE: Final = re.compile(r"[0-9a-f]{16,}(-\d+)?")

BlockKind = Literal[
    "headline",
    "subheadline",
    "byline",
    "dateline",
    "credit",
    "caption",
    "body",
    "crosshead",
    "boilerplate",
]


class Span(NamedTuple):
    """A half-open range of Unicode code points in `Report.text`."""

    start: int
    end: int

    def within(self, other: Span) -> bool:
        """Whether this span lies inside the other one."""
        return other.start <= self.start and self.end <= other.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a report's page: body text, or one of the things around it."""

    start: int
    end: int
    kind: BlockKind

    @property
    def span(self) -> Span:
        """Where the block lies."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One text by one outlet in one version; never changed after reading.

    Attributes:
        id: The caller's id, else a hash of source key and raw bytes.
        series: Joins the versions of one report; the id when there is one version.
        path: Where it was read from, as the user named it.
        text: The decoded text; every span points into it.
        blocks: In order of start, not overlapping; what lies between is white space.
        outlet: Who published, when stated; None when only an agency is credited.
        credits: Agencies credited for the text (not for photographs), in order.
        published_at: ISO 8601, with no more precision than stated: `2025-03-14`,
            `2025-03-14T08:39` (zone not stated), `2025-03-14T08:39:00+00:00`.
        language: ISO 639-1 code, `und` where it could not be told.
        sha256: Of the raw bytes.
        extractor: Name and version of what took the text out of HTML, docx or pdf;
            None where `text` is the decoded file itself.
        embargoed_until: ISO 8601; before then the report is not for publication.
        status: `usable`, `withheld` or `canceled` (as NewsML-G2 and ninjs say);
            None: not stated.
        version: The publisher's own count of versions, as stated.
    """

    id: str
    series: str
    path: str
    text: str
    blocks: tuple[Block, ...]
    outlet: str | None = None
    headline: str | None = None
    byline: str | None = None
    credits: tuple[str, ...] = ()
    url: str | None = None
    published_at: str | None = None
    modified_at: str | None = None
    language: str = "und"
    sha256: str = ""
    extractor: str | None = None
    embargoed_until: str | None = None
    status: str | None = None
    version: str | None = None

    @property
    def name(self) -> str:
        """The outlet; without one the id that came with a row, else the file's name.

        Example:
            >>> row = Report(
            ...     id="wire-7", series="7", path="may.jsonl:3", text="", blocks=()
            ... )
            >>> row.name
            'wire-7'
        """
        if self.outlet:
            return self.outlet
        if _ROW.search(self.path) and not _MADE_HERE.fullmatch(self.id):
            return self.id
        return PurePath(self.path).name or self.path or self.id

    def spans_of(self, *kinds: BlockKind) -> tuple[Span, ...]:
        """The spans of the blocks of these kinds, in order."""
        return tuple(b.span for b in self.blocks if b.kind in kinds)

    def quote(self, span: Span) -> str:
        """The exact text at a span."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Rejected:
    """An input that could not be read: where from, stable code, what to do."""

    path: str
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """Parts of a container that are sound and no reports: pictures, requests ...

    Attributes:
        path: The container.
        n: How many of them.
        what: What they are, in the plural: `records of image/jpeg`.
    """

    path: str
    n: int
    what: str


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of reading some inputs."""

    reports: tuple[Report, ...]
    rejected: tuple[Rejected, ...]
    skipped: tuple[Skipped, ...] = ()


def report_id(source_key: str, raw: bytes) -> str:
    """Name a report by where it came from and its bytes.

    Nothing a reader can edit and nothing an extractor can change goes in.
    """
    return hashlib.blake2b(
        source_key.encode() + b"\x1f" + raw, digest_size=10
    ).hexdigest()


def part_id(report: str, *spans: Span) -> str:
    """Name a part of a report (segment, unit, quotation, figure) by its spans."""
    key = report + "".join(f"\x1f{s.start}:{s.end}" for s in spans)
    return hashlib.blake2b(key.encode(), digest_size=8).hexdigest()


def siglum(index: int) -> str:
    """The label of the report at that place of a collation: A to Z, then AA, AB."""
    letters = ""
    rest = index + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters
