"""The timeline as a drawing and as a table that says the same.

Server-drawn, without script: one row a happening, days as dots, longer times as bars.
The axis is broken where nothing happened for long, so that days and decades both stay
readable.
"""

from __future__ import annotations

from datetime import date
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from synoptic.model import siglum
from synoptic.present.when import when
from synoptic.present.wording import clipped
from synoptic.text.days import day_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.model import Happening, Report

_ROW = 24
_LEFT = 170
_PLOT = 440
_RIGHT = 110
_TOP = 30
_GAP = 26  # width of a break in the axis
_QUIET_DAYS = 60
_MOST_BREAKS = 4


# For the page that holds the fragment; colours follow its text.
TIMELINE_CSS = """
.timeline-drawing { max-width: 46rem; width: 100%; height: auto; }
.timeline-drawing text { font: 13px system-ui, sans-serif; fill: currentColor; }
.timeline-drawing .tl-tick { font-size: 11px; opacity: .7; }
.timeline-drawing .tl-grid { stroke: currentColor; opacity: .15; }
.timeline-drawing .tl-axis, .timeline-drawing .tl-break,
.timeline-drawing .tl-published { stroke: currentColor; fill: none; }
.timeline-drawing .tl-day,
.timeline-drawing .tl-span { fill: currentColor; opacity: .7; }
.timeline-table { border-collapse: collapse; }
.timeline-table caption { text-align: left; }
.timeline-table th { text-align: left; vertical-align: top; padding-right: 1.5em; }
.timeline-table th small { display: block; font-weight: normal; }
.timeline-table p { margin: 0 0 .3em; }
"""


class _Stretch(NamedTuple):
    """A part of the axis between two breaks."""

    first: int
    last: int
    x: float
    width: float

    def at(self, day: int) -> float:
        part = (day - self.first) / max(self.last - self.first, 1)
        return self.x + part * self.width


def timeline_fragment(
    reports: Sequence[Report], timeline: Sequence[Happening] | None
) -> str:
    """A drawing and the table equivalent, as HTML; one sentence where there is none.

    Args:
        reports: In the order of the collation; each is named by its letter.
        timeline: As `find_timeline` gives it; None: not measured.
    """
    if timeline is None:
        return '<p class="timeline-none">Dates were not read in these reports.</p>'
    if not timeline:
        return '<p class="timeline-none">No report dates what happened.</p>'
    published = _published(reports)
    drawn = _svg(reports, timeline, published)
    return f'<div class="timeline">{drawn}{_table(reports, timeline, published)}</div>'


def _published(reports: Sequence[Report]) -> list[tuple[date, str]]:
    found = []
    for n, report in enumerate(reports):
        try:
            found.append(
                (date.fromisoformat((report.published_at or "")[:10]), siglum(n))
            )
        except ValueError:
            continue
    return sorted(found)


def _svg(
    reports: Sequence[Report],
    timeline: Sequence[Happening],
    published: Sequence[tuple[date, str]],
) -> str:
    days = [(_ordinal(h.earliest), _ordinal(h.latest)) for h in timeline]
    every = days + [(d.toordinal(), d.toordinal()) for d, _ in published]
    axis = _axis(every)
    height = _TOP + _ROW * (len(timeline) + bool(published)) + 6
    width = _LEFT + _PLOT + _RIGHT
    label = f"{len(timeline)} dated happenings in order; the table below says the same"
    opening = f'<svg class="timeline-drawing" viewBox="0 0 {width} {height}" role="img"'
    parts = [f'{opening} aria-label="{label}">']
    parts += [_ruled(s, height, broken=n > 0) for n, s in enumerate(axis)]
    for n, (happening, span) in enumerate(zip(timeline, days, strict=True)):
        names = "".join(_names(reports, happening))
        words = f"{when(happening)}: {_clause(reports, happening, 0)}"
        y = _TOP + n * _ROW
        parts.append(
            f"<g><title>{escape(words)}</title>"
            f'<text class="tl-when" x="0" y="{y + 16}">{escape(when(happening))}</text>'
            f'{_mark(axis, y, span)}<text class="tl-name" x="{_LEFT + _PLOT + 14}" '
            f'y="{y + 16}">{names}</text></g>'
        )
    if published:
        y = _TOP + len(timeline) * _ROW
        parts.append(f'<text class="tl-when" x="0" y="{y + 16}">published</text>')
        for day, name in published:
            x = _x(axis, day.toordinal())
            parts.append(
                f'<path class="tl-published" d="M{x:.1f} {y + 6}v10"/>'
                f'<text class="tl-name" x="{x + 4:.1f}" y="{y + 16}">{name}</text>'
            )
    return "".join([*parts, "</svg>"])


def _mark(axis: Sequence[_Stretch], y: int, span: tuple[int, int]) -> str:
    a, b = (_x(axis, day) for day in span)
    if span[0] == span[1]:
        return f'<circle class="tl-day" cx="{a:.1f}" cy="{y + 11}" r="5"/>'
    return (
        f'<rect class="tl-span" x="{a:.1f}" y="{y + 7}" '
        f'width="{max(b - a, 6):.1f}" height="8" rx="4"/>'
    )


def _ruled(stretch: _Stretch, height: int, *, broken: bool) -> str:
    first, last = date.fromordinal(stretch.first), date.fromordinal(stretch.last)
    long = (stretch.last - stretch.first) > 500
    name = str(first.year) if long else f"{first.day} {first:%b} {first.year}"
    end = "" if first == last else (str(last.year) if long else f"{last.day} {last:%b}")
    x, right = stretch.x, stretch.x + stretch.width
    lines = (
        f'<path class="tl-axis" d="M{x:.1f} {_TOP - 6}H{right:.1f}"/>'
        f'<path class="tl-grid" d="M{x:.1f} {_TOP - 6}V{height}"/>'
        f'<text class="tl-tick" x="{x:.1f}" y="{_TOP - 12}">{name}</text>'
    )
    if end and stretch.width > 150:
        lines += (
            f'<text class="tl-tick" x="{right:.1f}" y="{_TOP - 12}" '
            f'text-anchor="end">{end}</text>'
        )
    if broken:
        lines += f'<path class="tl-break" d="M{x - 16:.1f} {_TOP - 2}l4 -8m4 8l4 -8"/>'
    return lines


def _axis(days: Sequence[tuple[int, int]]) -> list[_Stretch]:
    """Cut the axis where nothing happens for long; fuller parts are wider."""
    points = sorted({day for pair in days for day in pair})
    quiet = [
        (b - a, a)
        for a, b in pairwise(points)
        if b - a > _QUIET_DAYS and not any(x <= a and b <= y for x, y in days)
    ]
    broken = {a for _, a in sorted(quiet, reverse=True)[:_MOST_BREAKS]}
    groups: list[list[int]] = [points[:1]]
    for a, b in pairwise(points):
        if a in broken:
            groups.append([])
        groups[-1].append(b)
    room = _PLOT - _GAP * (len(groups) - 1)
    least = min(58.0, room / len(groups))
    weight = [len(g) - 1 for g in groups]
    spare = max(room - least * len(groups), 0)
    x, axis = float(_LEFT), []
    for group, part in zip(groups, weight, strict=True):
        width = least + spare * (part / max(sum(weight), 1))
        axis.append(_Stretch(group[0], group[-1], x, width))
        x += width + _GAP
    return axis


def _x(axis: Sequence[_Stretch], day: int) -> float:
    for stretch in axis:
        if day <= stretch.last:
            return stretch.at(max(day, stretch.first))
    return axis[-1].at(axis[-1].last)


def _table(
    reports: Sequence[Report],
    timeline: Sequence[Happening],
    published: Sequence[tuple[date, str]],
) -> str:
    rows = []
    for happening in timeline:
        cells = "".join(
            f'<p><b class="sg">{name}</b> {escape(_clause(reports, happening, n))}</p>'
            for n, name in enumerate(_names(reports, happening))
        )
        rows.append(
            f'<tr><th scope="row">{escape(when(happening))}'
            f"{_lent(reports, happening)}</th><td>{cells}</td></tr>"
        )
    for day, name in published:
        rows.append(
            f'<tr class="tl-publication"><th scope="row">{day_in_words(day)}</th>'
            f'<td><p><b class="sg">{name}</b> published</p></td></tr>'
        )
    return (
        '<table class="timeline-table"><caption>What the reports date, in order'
        "</caption><thead><tr><th>When</th><th>What each report says of it</th></tr>"
        f"</thead><tbody>{''.join(rows)}</tbody></table>"
    )


def _lent(reports: Sequence[Report], happening: Happening) -> str:
    if happening.year_from is None:
        return ""
    lender = next(n for n, r in enumerate(reports) if r.id == happening.year_from)
    return f' <small class="tl-lent">year taken from {siglum(lender)}</small>'


def _names(reports: Sequence[Report], happening: Happening) -> list[str]:
    index = {report.id: n for n, report in enumerate(reports)}
    return [siglum(index[member.report]) for member in happening.members]


def _clause(reports: Sequence[Report], happening: Happening, n: int) -> str:
    member = happening.members[n]
    report = next(r for r in reports if r.id == member.report)
    return clipped(report.quote(member.span))


def _ordinal(stated: str) -> int:
    return date.fromisoformat(stated).toordinal()
