"""A report as a corpus command sees it: id, outlet, day and text, no blocks."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from synoptic.model import Rejected, report_id
from synoptic.read.printed import iso_prefix
from synoptic.reuse.corpus import day_of
from synoptic.text.addresses import host_of
from synoptic.text.decode import well_formed

if TYPE_CHECKING:
    import pyarrow as pa

    from synoptic.model import Report
    from synoptic.read import Draft, Raw, ReadOptions


class Texts(NamedTuple):
    """Reports side by side: one entry a report in each field, as of `Text`."""

    paths: list[str]
    ids: list[str]
    outlets: list[str]
    days: list[int]
    texts: pa.Array


class Text(NamedTuple):
    """A report as a corpus command sees it.

    Attributes:
        path: Where it was read from.
        id: The caller's, else a hash; two reports may have the same.
        outlet: "": not stated.
        day: Of publication, days since 1970; 0: not stated.
    """

    path: str
    id: str
    outlet: str
    day: int
    text: str


def as_text(draft: Draft, raw: Raw, options: ReadOptions) -> Text | Rejected:
    """The report of a draft, with the id and text that `read` would give it."""
    path = raw.path + draft.place
    text = well_formed(draft.text)
    if len(text) > options.max_chars:
        return _too_long(path, text)
    data = raw.data if draft.raw is None else draft.raw
    return Text(
        path,
        draft.id or report_id(well_formed(draft.key or raw.key), data),
        draft.outlet or host(draft.url or raw.url or ""),
        day_since(draft.published_at or ""),
        text,
    )


def text_of_report(report: Report) -> Text:
    """What a corpus command sees of a report that was read."""
    return Text(
        report.path,
        report.id,
        report.outlet or host(report.url or ""),
        day_since(report.published_at or ""),
        report.text,
    )


_host_of = lru_cache(maxsize=4096)(host_of)


def host(url: str) -> str:
    """The host of an address, without `www.`; "": there is none."""
    return _host_of("/".join(url.split("/", 3)[:3]))


@lru_cache(maxsize=1 << 16)
def _day_of(stated: str) -> int:
    return day_of(stated) or day_of(iso_prefix(stated) or "")


def day_since(stated: object) -> int:
    """Days since 1970 of a stated time; 0: none can be read."""
    return _day_of(stated) if isinstance(stated, str) and stated else 0


def _too_long(path: str, text: str) -> Rejected:
    return Rejected(
        path,
        "too-large",
        f"Holds {len(text):,} characters. Is it one report? Put each in a file of its "
        "own, or on a line of JSON.",
    )
