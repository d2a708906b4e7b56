"""The plots of a survey: shares by outlet, by agency and by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from synoptic.app.survey_story import Row

_MOST_BARS = 40
_COLOURS = {"in_others": "#0072b2", "reworded": "#56b4e9", "own": "#d9d9d9"}
_LABELS = {
    "in_others": "in others, the same or edited",
    "reworded": "in others, reworded",
    "own": "in this corpus only here",
}


def plot_shares(path: Path, rows: Sequence[Row], column: str) -> None:
    """Bars of where the words stand, a bar a row; those with most words first.

    Args:
        path: A PNG file.
        rows: Of the table by `column`.
        column: `outlet` or `agency`.
    """
    shown = [row for row in rows if row["words"]]
    shown.sort(key=lambda row: (-_number(row["words"]), str(row[column])))
    shown = shown[:_MOST_BARS][::-1]
    figure = Figure(figsize=(8, 1.2 + 0.28 * len(shown)), layout="constrained")
    axes = figure.subplots()
    names = [_clipped(str(row[column])) for row in shown]
    places = range(len(shown))
    left = [0.0] * len(shown)
    for part, colour in _COLOURS.items():
        widths = [_number(row[part]) for row in shown]
        axes.barh(places, widths, left=left, color=colour, label=_LABELS[part])
        left = [start + width for start, width in zip(left, widths, strict=True)]
    agency = [_number(row["in_agency"]) for row in shown]
    axes.plot(agency, places, "k|", markersize=9, label="in agency copy")
    axes.set_yticks(places, names)
    axes.set_xlim(0, 1)
    axes.set_xlabel(f"share of body words, by {column}")
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=2, fontsize=8)
    _save(figure, path)


def plot_days(path: Path, rows: Sequence[Row]) -> None:
    """Reports a day, and the share of their words that stands in others."""
    figure = Figure(figsize=(8, 4.5), layout="constrained")
    above, below = figure.subplots(2, 1, sharex=True)
    days = [str(row["day"]) for row in rows]
    above.bar(days, [_number(row["reports"]) for row in rows], color="#999999")
    above.set_ylabel("reports")
    for part, colour in (("in_others", "#0072b2"), ("in_agency", "#000000")):
        shares = [_number(row[part]) for row in rows]
        label = _LABELS.get(part, "in agency copy")
        below.plot(days, shares, marker="o", markersize=3, color=colour, label=label)
    below.set_ylim(0, 1)
    below.set_ylabel("share of body words")
    below.set_xticks(range(0, len(days), max(1, len(days) // 12)))
    below.tick_params(axis="x", rotation=45)
    below.legend(fontsize=8)
    _save(figure, path)


def _save(figure: Figure, path: Path) -> None:
    with mpl.rc_context({"font.family": "DejaVu Sans", "text.parse_math": False}):
        FigureCanvasAgg(figure)
        figure.savefig(path, dpi=120, metadata={"Software": None})


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _clipped(name: str) -> str:
    return name if len(name) <= 32 else name[:31] + "…"
