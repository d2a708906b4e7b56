"""The passages of a story as one table: a row a passage of a report."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from synoptic.errors import MissingExtra
from synoptic.model import siglum

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.model import Collation, Unit
    from synoptic.present.figure_table import Row

_KINDS = ("verbatim", "edited", "reworded")
"""From most to least alike."""


def passage_rows(collation: Collation, *, text: bool = True) -> list[Row]:
    """One row for each span of each reading, in order of unit, report and place.

    `kind` is the closest way in which the reading stands in another report too:
    `verbatim`, `edited`, `reworded`; `one-point` where a sentence shares one point
    with it; `only-here` where none does.

    Args:
        collation: What is written.
        text: Give the words; else their SHA-256.
    """
    names = {report.id: siglum(n) for n, report in enumerate(collation.reports)}
    sharing = {(p.a.report, s) for p in collation.partly for s in p.a.spans}
    sharing |= {(p.b.report, s) for p in collation.partly for s in p.b.spans}
    rows: list[Row] = []
    for unit in collation.units:
        for reading in unit.readings:
            report = collation.report(reading.report)
            kind = _kind(unit, reading.report)
            if kind is None:
                shared = any((report.id, span) in sharing for span in reading.spans)
                kind = "one-point" if shared else "only-here"
            for span in reading.spans:
                words = report.quote(span)
                row: Row = {
                    "unit": unit.id,
                    "reports_with_it": str(len(unit.readings)),
                    "kind": kind,
                    "siglum": names[report.id],
                    "report": report.id,
                    "outlet": report.outlet,
                    "published_at": report.published_at,
                    "url": report.url,
                    "start": str(span.start),
                    "end": str(span.end),
                    "text_sha256": hashlib.sha256(words.encode()).hexdigest(),
                }
                if text:
                    row["text"] = words
                rows.append(row)
    return rows


def as_parquet(rows: Sequence[Row]) -> bytes:
    """The rows as a Parquet file; numbers are numbers.

    Raises:
        MissingExtra: pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 (a heavy extra)
        import pyarrow.parquet as pq  # noqa: PLC0415
    except ImportError as err:
        raise MissingExtra("Parquet", extra="corpus") from err
    numbers = ("reports_with_it", "start", "end")
    names = list(rows[0]) if rows else []
    columns = {
        name: pa.array(
            [int(row[name] or 0) if name in numbers else row[name] for row in rows],
            pa.int64() if name in numbers else pa.string(),
        )
        for name in names
    }
    out = pa.BufferOutputStream()
    pq.write_table(pa.table(columns), out, compression="zstd")
    return bytes(out.getvalue())


def _kind(unit: Unit, report: str) -> str | None:
    kinds = {link.kind for link in unit.links if report in (link.a, link.b)}
    return next((kind for kind in _KINDS if kind in kinds), None)
