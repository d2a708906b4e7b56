"""The files of a survey: tables, plots, and how they were made."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pyarrow as pa

from synoptic.app.reuse_files import write_rows
from synoptic.app.survey_plots import plot_days, plot_shares
from synoptic.errors import SynopticError
from synoptic.present.wording import cell

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from synoptic.app.survey_story import Row

FORMS = ("csv", "parquet")
ABOUT = "survey.json"
"""The file that says how a survey was made."""

_SHARES = (
    "in_others reworded own in_agency origins_measured origins_at_least origins_at_most"
)
_COLUMNS = {
    "reports": f"report story outlet published_at agencies words {_SHARES}",
    "stories": (
        "story title keywords follows reports outlets first_day last_day words "
        f"{_SHARES}"
    ),
    "outlets": f"outlet reports stories words {_SHARES}",
    "agencies": f"agency reports stories words {_SHARES}",
    "days": f"day reports stories words {_SHARES}",
    "passages": "story unit a b a_start a_end b_start b_end kind score",
    "ties": "story parent agency child extent share p",
}
_WHOLE = frozenset("reports stories outlets words a_start a_end b_start b_end".split())
_BROKEN = frozenset(f"{_SHARES} score share p".split())


def write_tables(
    folder: Path,
    tables: Mapping[str, list[Row]],
    about: Mapping[str, object],
    *,
    form: str,
    plots: bool,
) -> None:
    """Write every table of a survey, its plots, and how it was made.

    Raises:
        SynopticError: The folder cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, rows in tables.items():
            shown = rows if form == "parquet" else [_celled(row) for row in rows]
            table = pa.Table.from_pylist(shown, schema=_schema(name))
            write_rows(folder / f"{name}.{form}", table, about)
        if plots:
            plot_shares(folder / "outlets.png", tables["outlets"], "outlet")
            plot_shares(folder / "agencies.png", tables["agencies"], "agency")
            plot_days(folder / "days.png", tables["days"])
        text = json.dumps(about, ensure_ascii=False, indent=1) + "\n"
        (folder / ABOUT).write_text(text, encoding="utf-8")
    except OSError as err:
        raise SynopticError(f"{folder}: cannot be written ({err.strerror})") from err


def digest(rows: Sequence[Row]) -> str:
    """A hash of a table's values, the same in whatever form it is written."""
    text = json.dumps(rows, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def order(row: Row) -> tuple[str, ...]:
    """What rows are put in order by: all their values, the first one first."""
    return tuple(
        f"{value:>12}" if isinstance(value, int) else str(value)
        for value in row.values()
    )


def _schema(table: str) -> pa.Schema:
    def kind(column: str) -> pa.DataType:
        if column in _WHOLE:
            return pa.int64()
        return pa.float64() if column in _BROKEN else pa.string()

    return pa.schema([(column, kind(column)) for column in _COLUMNS[table].split()])


def _celled(row: Row) -> Row:
    """No cell that a spreadsheet would take for a formula."""
    return {
        name: cell(value) if isinstance(value, str) else value
        for name, value in row.items()
    }
