"""Pairs that a survey or `reuse` holds together, and pairs that it does not."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyarrow import ArrowException, csv, parquet

from synoptic.app.survey import load_about
from synoptic.app.survey_files import ABOUT, FORMS
from synoptic.errors import DocumentError
from synoptic.text.files import utf8_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from synoptic.model import Report

CONTROL = "control"
_SIZES = ((2, "2 reports"), (5, "3 to 5 reports"), (None, "6 reports and more"))
_WORDS = ((19, "under 20 words"), (99, "20 to 99 words"), (None, "100 words and more"))
_ODDS = ((0.8, "p below 0.80"), (0.95, "p 0.80 to 0.95"), (None, "p above 0.95"))
_MOST_OF_STORY = 50  # pairs of one story, so that no story fills the sheet


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports, or passages of two reports.

    Attributes:
        a, b: Report ids.
        a_span, b_span: In code points; None: the reports as a whole.
        stratum: What kind of pair it is, in words.
    """

    a: str
    b: str
    a_span: tuple[int, int] | None
    b_span: tuple[int, int] | None
    stratum: str


def found_pairs(result: Path, of: str) -> tuple[list[Pair], list[str]]:
    """The pairs of a result, and where its reports were read from.

    Args:
        result: The folder of a survey, or a file of shared passages.
        of: `passages`, `stories` or `ties`.

    Raises:
        DocumentError: It is neither, or has nothing of that kind.
    """
    if result.is_dir():
        about = load_about(result / ABOUT)
        form = about["options"].get("form", FORMS[0])
        table = "reports" if of == "stories" else of
        rows = _rows(result / f"{table}.{form}")
        return _of_survey(rows, of), [*about["sources"]]
    if of != "passages":
        raise DocumentError(f"{result}: a file of passages has no {of}; give a survey")
    try:
        return _of_reuse(_rows(result)), _sources(result)
    except (KeyError, TypeError, AttributeError) as err:
        raise DocumentError(
            f"{result}: these are no passages that `synoptic reuse` wrote. Is the name "
            "right?"
        ) from err


def unlike_pairs(
    pairs: Sequence[Pair], reports: Mapping[str, Report], of: str
) -> list[Pair]:
    """Pairs that the program does not hold together, as near to it as can be had.

    Of passages, a passage beside the next one of the same two reports; of reports,
    those published next to each other that stand in no pair together.
    """
    held = {frozenset((pair.a, pair.b)) for pair in pairs}
    if of == "passages":
        ties: dict[tuple[str, str], list[Pair]] = defaultdict(list)
        for pair in sorted(pairs, key=lambda p: (p.a, p.b, p.a_span or (0, 0))):
            ties[pair.a, pair.b].append(pair)
        return [
            Pair(one.a, one.b, one.a_span, other.b_span, CONTROL)
            for group in ties.values()
            for one, other in pairwise(group)
            if not _overlap(one.b_span, other.b_span)
        ]
    order = sorted(reports.values(), key=lambda r: (r.published_at or "~", r.id))
    near = [(a, b) for step in (1, 2, 3) for a, b in zip(order, order[step:])]  # noqa: B905
    return [
        Pair(a.id, b.id, None, None, CONTROL)
        for a, b in near
        if frozenset((a.id, b.id)) not in held
    ]


def _of_survey(rows: Sequence[Mapping[str, Any]], of: str) -> list[Pair]:
    if of == "passages":
        return [_passage(row, row["kind"]) for row in rows]
    if of == "ties":
        return [
            Pair(row["parent"], row["child"], None, None, _band(row["p"], _ODDS))
            for row in rows
            if row["parent"]
        ]
    members: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        members[row["story"]].append(row["report"])
    return [
        Pair(a, b, None, None, _band(len(reports), _SIZES))
        for _, reports in sorted(members.items())
        for a, b in [*combinations(sorted(reports), 2)][:_MOST_OF_STORY]
    ]


def _of_reuse(rows: Sequence[Mapping[str, Any]]) -> list[Pair]:
    return [
        _passage(row, _band(row["words"], _WORDS))
        for row in rows
        if row["kind"] == "passage"
    ]


def _passage(row: Mapping[str, Any], stratum: str) -> Pair:
    return Pair(
        row["a"],
        row["b"],
        (row["a_start"], row["a_end"]),
        (row["b_start"], row["b_end"]),
        stratum,
    )


def _band(value: float, bands: Sequence[tuple[float | None, str]]) -> str:
    return next(name for last, name in bands if last is None or value <= last)


def _overlap(one: tuple[int, int] | None, other: tuple[int, int] | None) -> bool:
    return (
        one is not None
        and other is not None
        and one[0] < other[1]
        and other[0] < one[1]
    )


def _rows(path: Path) -> list[dict[str, Any]]:
    try:
        if path.suffix == ".parquet":
            found = parquet.read_table(path).to_pylist()
        elif path.suffix == ".csv":
            text = csv.ConvertOptions(
                column_types=dict.fromkeys(
                    ("a", "b", "report", "parent", "child"), "str"
                ),
                strings_can_be_null=True,
            )
            found = csv.read_csv(path, convert_options=text).to_pylist()
        else:
            found = _rows_of_lines(path)
    except FileNotFoundError as err:
        raise DocumentError(
            f"{path}: there is no such file. Is the name right?"
        ) from err
    except (OSError, ArrowException) as err:
        raise DocumentError(
            f"{path}: cannot be read as what its ending says. Make it again with "
            "`synoptic reuse`"
        ) from err
    return [*found]


def _rows_of_lines(path: Path) -> list[Any]:
    found = []
    for number, line in enumerate(utf8_text(path, DocumentError).split("\n"), 1):
        if not line.strip():
            continue
        try:
            found.append(json.loads(line))
        except (ValueError, RecursionError) as err:
            raise DocumentError(
                f"{path}, line {number}: this is no JSON. Is it a file that "
                "`synoptic reuse` wrote?"
            ) from err
    return found


def _sources(path: Path) -> list[str]:
    """Where the reports of a file of passages were read from, as far as is known."""
    about = path.with_name(f"{path.stem}.run.json")
    try:
        run = json.loads(about.read_text(encoding="utf-8"))
        return [given["path"] for given in run["inputs"]]
    except (OSError, ValueError, KeyError, TypeError):
        return []
