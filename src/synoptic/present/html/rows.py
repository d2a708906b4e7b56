"""Lay the reports side by side in rows, so that what they share stands in line.

Each report keeps its own order and its paragraphs whole. A row starts where a
paragraph of the base has a partner in another report; partners are chosen so that no
two of them cross and the most shared words stand in line. What stands elsewhere in
the other report (moved) stays where that report has it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.present.shown import BlockView, CollationView, ReportView


_LEAD_IN_WORDS: Final = 80


@dataclass(frozen=True, slots=True)
class Cell:
    """What one report has in one row."""

    report: ReportView
    blocks: tuple[BlockView, ...]


def rows(view: CollationView) -> tuple[tuple[Cell, ...], ...]:
    """Rows of cells, the base first in each; a report with nothing there has no cell.

    Row 0 holds what stands above the body texts. Read row by row, cell by cell, every
    report comes whole and in its own order.
    """
    base = view.report(view.base)
    others = [report for report in view.reports if report is not base]
    partners = {report.siglum: _partners(base, report) for report in others}
    starts = {i for chain in partners.values() for i, _ in chain}
    row_of_base = _base_rows(base, starts)
    room = [0] * (1 + max([2, *row_of_base]))
    for block, row in zip(base.blocks, row_of_base, strict=True):
        room[row] += _n_words(block)
    placed = {base.siglum: row_of_base}
    for report in others:
        anchors = {j: row_of_base[i] for i, j in partners[report.siglum]}
        placed[report.siglum] = _rows_of(report, anchors, room)
    n_rows = 1 + max((max(r, default=0) for r in placed.values()), default=0)
    table = []
    for row in range(n_rows):
        cells = []
        for report in (base, *others):
            found = tuple(
                block
                for block, at in zip(report.blocks, placed[report.siglum], strict=True)
                if at == row
            )
            if found:
                cells.append(Cell(report, found))
        if cells:
            table.append(tuple(cells))
    return tuple(table)


def _partners(base: ReportView, other: ReportView) -> list[tuple[int, int]]:
    """Pairs of block indexes (base, other), rising in both; most shared words."""
    block_of = {
        passage.id: j
        for j, block in enumerate(other.blocks)
        for passage in block.passages
    }
    weight: dict[tuple[int, int], int] = {}
    for i, block in enumerate(base.blocks):
        for passage in block.passages:
            for there in passage.counterparts:
                if there.siglum == other.siglum and there.kind != "partly":
                    for j in {block_of[p] for p in there.passages if p in block_of}:
                        weight[i, j] = weight.get((i, j), 0) + passage.n_words
    return heaviest_chain(weight)


def heaviest_chain(weight: dict[tuple[int, int], int]) -> list[tuple[int, int]]:
    """The heaviest set of pairs that rise in both places; ties go to the earlier."""
    pairs = sorted(weight)
    best: list[int] = []
    before: list[int | None] = []
    for k, (i, j) in enumerate(pairs):
        best.append(weight[i, j])
        before.append(None)
        for m in range(k):
            rises = pairs[m][0] < i and pairs[m][1] < j
            if rises and best[m] + weight[i, j] > best[k]:
                best[k], before[k] = best[m] + weight[i, j], m
    at = max(range(len(pairs)), key=lambda k: (best[k], -k), default=None)
    chain = []
    while at is not None:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _base_rows(base: ReportView, starts: set[int]) -> list[int]:
    """The row of each block of the base: a new one at each block that has a partner."""
    anchors: dict[int, int] = {}
    row = 1
    for i in range(len(base.blocks)):
        if i in starts:
            row += 1
            anchors[i] = row
    return _rows_of(base, anchors, [0, 1])


def _rows_of(
    report: ReportView, anchors: dict[int, int], room: Sequence[int]
) -> list[int]:
    """The row of each block: anchored blocks in theirs, the rest after the one before.

    What has no partner runs on beside the base, row by row as far as each has room (in
    words) and the next anchor allows, so that no column stands empty for long. A
    crosshead goes with the paragraph under it; body text never stands in row 0.
    """
    first = _first_body(report)
    row, used, placed = 0, 0, []
    for j, block in enumerate(report.blocks):
        anchor = _anchor_at(report.blocks, anchors, j)
        n_words = _n_words(block)
        if anchor > row:
            row, used = anchor, 0
        elif j >= first and row == 0:
            row, used = _first_row(report, anchors, room), 0
        limit = min((a for i, a in anchors.items() if i > j), default=len(room)) - 1
        while row >= 1 and row < limit and used and used + n_words / 2 > room[row]:
            row, used = row + 1, 0
        used += n_words
        placed.append(row)
    return placed


def _first_row(report: ReportView, anchors: dict[int, int], room: Sequence[int]) -> int:
    """Row 1 for a short lead-in above the first paragraph that has a partner.

    A long one starts beside the base instead: a reader would take a base that begins
    a screen further down for an empty one.
    """
    anchor = min(anchors, default=None)
    if room[1] or anchor is None:
        return 1 if room[1] else 2
    lead_in = sum(_n_words(b) for b in report.blocks[:anchor] if b.kind == "body")
    return 1 if anchors[anchor] == 2 and lead_in <= _LEAD_IN_WORDS else 2


def _n_words(block: BlockView) -> int:
    return sum(p.n_words for p in block.passages) or len(block.text.split())


def _anchor_at(blocks: Sequence[BlockView], anchors: dict[int, int], j: int) -> int:
    while j + 1 < len(blocks) and blocks[j].kind == "crosshead":
        j += 1
    return anchors.get(j, 0)


def _first_body(report: ReportView) -> int:
    for j, block in enumerate(report.blocks):
        if block.kind in ("body", "crosshead"):
            return j
    return len(report.blocks)
