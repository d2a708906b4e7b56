"""The copy tree as a drawing: one node a report, dashes for texts not given.

Server-drawn, without script. Time runs from left to right in steps, parents always
left of their children; a thicker line means more evidence; a dotted one joins reports
of which it is not shown who drew on whom. The same stands beside it as a list.
"""

from __future__ import annotations

from collections import defaultdict
from html import escape
from math import log2
from typing import TYPE_CHECKING

from synoptic.model import siglum
from synoptic.present.descent_rows import tie_id
from synoptic.present.names import name_of
from synoptic.present.wording import chance

if TYPE_CHECKING:
    from synoptic.model import Collation, Descent

_WIDE, _HIGH = 190, 40
_STEP_X, _STEP_Y = 250, 58
_EDGE = 12
_LABEL_CHARS = 24

# For the page that holds the fragment; colours follow its text.
DESCENT_CSS = """
.descent-drawing { max-width: 100%; height: auto; }
.descent-drawing text { font: 13px system-ui, sans-serif; fill: currentColor; }
.descent-drawing .ct-note { font-size: 11px; }
.descent-drawing rect { fill: none; stroke: currentColor; }
.descent-drawing .ct-lost rect { stroke-dasharray: 5 4; }
.descent-drawing path { fill: none; stroke: currentColor; opacity: .65; }
.descent-drawing .ct-dashed { stroke-dasharray: 6 4; }
.descent-drawing .ct-tie { stroke-dasharray: 2 4; }
.descent-drawing a:hover path, .descent-drawing a:focus path { opacity: 1; }
"""


def descent_svg(collation: Collation, *, linked: bool = False) -> str:
    """The drawing alone, as an SVG element; its title names what it shows.

    Args:
        collation: What is drawn.
        linked: Whether each line leads to its row, as `descent_rows` names them.
    """
    descent = collation.descent
    if descent is None:
        return ""
    places = _places(collation, descent)
    width = max(x for x, _ in places.values()) + _WIDE + _EDGE
    height = max(y for _, y in places.values()) + _HIGH + _EDGE
    parts = [
        (
            f'<svg class="descent-drawing" viewBox="0 0 {width} {height}" role="img" '
            f'width="{width}" xmlns="http://www.w3.org/2000/svg">'
        ),
        "<title>Copy tree: who draws on whom among these reports</title>",
    ]
    for n, edge in enumerate(descent.edges):
        label = "; ".join(edge.reasons)
        parts.append(
            _line(
                places[edge.parent],
                places[edge.child],
                f"{edge.extent}, probability {chance(edge.p)}: {label}",
                width=1 + min(4.0, log2(1 + max(edge.bits, 0.0)) / 1.5),
                leads_to=tie_id("edge", n) if linked else "",
            )
        )
    for n, lost in enumerate(descent.lost_parents):
        parts += [
            _line(
                places[lost.id],
                places[child],
                f"probability {chance(lost.p)}: {'; '.join(lost.reasons)}",
                style="ct-dashed",
                leads_to=tie_id("lost", n) if linked else "",
            )
            for child in lost.children
        ]
    for n, tie in enumerate(descent.undecided):
        first, *others = tie.reports
        parts += [
            _line(
                places[first],
                places[other],
                tie.reason,
                style="ct-tie",
                leads_to=tie_id("open", n) if linked else "",
            )
            for other in others
        ]
    for k, report in enumerate(collation.reports):
        parts.append(
            _box(places[report.id], f"{siglum(k)} {name_of(report)}", "ct-report")
        )
    parts += [
        _box(places[x.id], _lost_label(x.agency), "ct-lost", note="not given")
        for x in descent.lost_parents
    ]
    return "\n".join((*parts, "</svg>"))


def _places(collation: Collation, descent: Descent) -> dict[str, tuple[int, int]]:
    """Left upper corner of each node: column by depth, row by first free."""
    parents: defaultdict[str, list[str]] = defaultdict(list)
    for edge in descent.edges:
        parents[edge.child].append(edge.parent)
    for lost in descent.lost_parents:
        for child in lost.children:
            parents[child].append(lost.id)
    depth: dict[str, int] = {}

    def depth_of(node: str, above: frozenset[str]) -> int:
        if node not in depth:
            ups = [p for p in parents[node] if p not in above]
            depth[node] = max((depth_of(p, above | {node}) + 1 for p in ups), default=0)
        return depth[node]

    nodes = [x.id for x in descent.lost_parents]
    nodes += [report.id for report in collation.reports]
    rows: defaultdict[int, int] = defaultdict(int)
    places = {}
    for node in sorted(nodes, key=lambda n: (depth_of(n, frozenset()), nodes.index(n))):
        column = depth[node]
        places[node] = (_EDGE + column * _STEP_X, _EDGE + rows[column] * _STEP_Y)
        rows[column] += 1
    return places


def _line(
    start: tuple[int, int],
    end: tuple[int, int],
    title: str,
    *,
    style: str = "",
    width: float = 1.5,
    leads_to: str = "",
) -> str:
    x1, y1 = start[0] + _WIDE, start[1] + _HIGH // 2
    x2, y2 = end[0], end[1] + _HIGH // 2
    if start[0] == end[0]:
        x1, x2 = start[0] + _WIDE, end[0] + _WIDE
        bend = x1 + 34
        route = f"M{x1} {y1} C{bend} {y1} {bend} {y2} {x2} {y2}"
    else:
        middle = (x1 + x2) // 2
        route = f"M{x1} {y1} C{middle} {y1} {middle} {y2} {x2} {y2}"
    kind = f' class="{style}"' if style else ""
    drawn = (
        f'<path d="{route}"{kind} stroke-width="{width:.1f}">'
        f"<title>{escape(title)}</title></path>"
    )
    return f'<a href="#{leads_to}">{drawn}</a>' if leads_to else drawn


def _lost_label(agency: str | None) -> str:
    return f"{agency} copy" if agency else "a text"


def _box(place: tuple[int, int], label: str, kind: str, *, note: str = "") -> str:
    x, y = place
    short = label if len(label) <= _LABEL_CHARS else label[: _LABEL_CHARS - 1] + "…"
    title = f"{label}, {note}" if note else label
    words = f'<text x="{x + 10}" y="{y + (18 if note else 25)}">{escape(short)}</text>'
    if note:
        words += (
            f'<text class="ct-note" x="{x + 10}" y="{y + 32}">{escape(note)}</text>'
        )
    return (
        f'<g class="{kind}"><title>{escape(title)}</title>'
        f'<rect x="{x}" y="{y}" width="{_WIDE}" height="{_HIGH}" rx="5"/>{words}</g>'
    )
