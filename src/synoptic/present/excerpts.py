"""A view that holds only the evidence, with a few words on either side."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from synoptic.model import Block, Collation, Evidence, Reading, Span
from synoptic.present.pieces import Words
from synoptic.present.view import view
from synoptic.present.wording import LEFT_OUT, spoken_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from synoptic.model import Edit, Link, Report, Unit
    from synoptic.present.shown import CollationView, PartView, PassageView, ReportView

_CUT: Final = "\u2026"
_TOLD: Final = ("descent", "origins")


class Excerpt:
    """One report cut to some windows of its text, and where each span went."""

    def __init__(self, report: Report, evidence: Iterable[Span], n_words: int) -> None:
        self._windows = _windows(report, evidence, n_words)
        self._moved: list[int] = []
        text, blocks = "", []
        for block in report.blocks:
            inside = [w for w in self._windows if w.overlaps(block.span)]
            if not inside:
                continue
            start = len(text) + (2 if text else 0)
            text += "\n\n" if text else ""
            for i, window in enumerate(inside):
                text += " " if i else ""
                text += f"{_CUT} " if window.start > block.start else ""
                self._moved.append(len(text) - window.start)
                text += report.quote(window)
            text += f" {_CUT}" if inside[-1].end < block.end else ""
            blocks.append(Block(start, len(text), block.kind))
        self.report = dataclasses.replace(report, text=text, blocks=tuple(blocks))

    def moved(self, span: Span) -> Span | None:
        """Where the part of a span that was kept stands now; None: none was kept."""
        for window, by in zip(self._windows, self._moved, strict=True):
            if window.overlaps(span):
                start, end = max(span.start, window.start), min(span.end, window.end)
                return Span(start + by, end + by)
        return None

    def all_moved(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Where the kept parts of several spans stand now."""
        parts = []
        for span in spans:
            for window, by in zip(self._windows, self._moved, strict=True):
                if window.overlaps(span):
                    start = max(span.start, window.start)
                    parts.append(Span(start + by, min(span.end, window.end) + by))
        return tuple(parts)

    def whole(self, span: Span | None) -> tuple[bool, Span | None]:
        """Whether all of a span was kept (nothing always is), and where it is now."""
        if span is None:
            return True, None
        kept = any(span.within(window) for window in self._windows)
        return kept, self.moved(span) if kept else None


def excerpted(collation: Collation, full: CollationView, n_words: int) -> CollationView:
    """The view cut to the evidence of its findings; lengths and shares stay.

    Args:
        collation: What `full` was made of.
        full: The view of the whole texts.
        n_words: Words kept on either side of each quotation.
    """
    evidence: dict[str, list[Span]] = {report.id: [] for report in collation.reports}
    for finding in collation.findings:
        for each in finding.evidence:
            evidence[each.report].append(each.span)
    cuts = {r.id: Excerpt(r, evidence[r.id], n_words) for r in collation.reports}
    cut = view(_cut(collation, cuts), base=full.report(full.base).id)
    ids: dict[tuple[str, str | None], tuple[str, ...]] = {}
    for report in cut.reports:
        for passage in report.passages:
            key = (report.siglum, passage.unit)
            ids[key] = (*ids.get(key, ()), passage.id)
    whole_units = {unit.id: unit for unit in full.units}
    return dataclasses.replace(
        cut,
        excerpts=n_words,
        speakers=None,
        standing=None,
        lacking=None,
        parts=tuple(_told(part) for part in full.parts if part.id in _TOLD),
        reports=tuple(
            _as_in_full(report, full.report(report.siglum), ids)
            for report in cut.reports
        ),
        units=tuple(
            dataclasses.replace(
                unit,
                number=whole_units[unit.id].number,
                kinds=whole_units[unit.id].kinds,
            )
            for unit in cut.units
        ),
    )


def _told(part: PartView) -> PartView:
    """What a part says, without the words that it rests on."""
    rows = tuple(dataclasses.replace(row, quotes=()) for row in part.rows)
    return dataclasses.replace(part, rows=rows)


def _as_in_full(
    cut: ReportView,
    full: ReportView,
    ids: dict[tuple[str, str | None], tuple[str, ...]],
) -> ReportView:
    """The cut report with length, shares and kinds of the whole one.

    A passage whose counterpart was left out is still not "only here".
    """
    whole = {passage.unit: passage for passage in full.passages}

    def restored(passage: PassageView) -> PassageView:
        if passage.unit is None:
            return dataclasses.replace(passage, spoken=LEFT_OUT)
        original = whole[passage.unit]
        counterparts = tuple(
            dataclasses.replace(
                c, shared="", passages=ids.get((c.siglum, passage.unit), ())
            )
            for c in original.counterparts
        )
        return dataclasses.replace(
            passage,
            kind=original.kind,
            number=original.number,
            counterparts=counterparts,
            spoken=spoken_name(
                original.kind,
                ((c.kind, c.siglum) for c in counterparts),
                passage.differences,
            ),
        )

    return dataclasses.replace(
        cut,
        n_words=full.n_words,
        shares=full.shares,
        blocks=tuple(
            dataclasses.replace(
                block, passages=tuple(restored(p) for p in block.passages)
            )
            for block in cut.blocks
        ),
    )


def _windows(report: Report, evidence: Iterable[Span], n_words: int) -> list[Span]:
    """Evidence with `n_words` on either side, inside its block; overlaps are joined."""
    words = Words(report.text)
    starts, ends = words.start.tolist(), words.end.tolist()
    found = []
    for span in evidence:
        for block in report.blocks:
            if not span.overlaps(block.span):
                continue
            first = bisect_left(ends, span.start + 1) - n_words
            last = bisect_left(starts, span.end) - 1 + n_words
            # evidence may hold no word, and stand before or after all of them
            start = starts[first] if 0 <= first < len(starts) else block.start
            end = ends[last] if 0 <= last < len(ends) else block.end
            if first >= len(starts):
                start = span.start
            if last < 0:
                end = span.end
            start = max(block.start, min(start, span.start))
            end = min(block.end, max(end, span.end))
            found.append(Span(start, end))
    joined: list[Span] = []
    for span in sorted(found):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _cut(collation: Collation, cuts: dict[str, Excerpt]) -> Collation:
    def reading(whole: Reading) -> Reading:
        return Reading(whole.report, cuts[whole.report].all_moved(whole.spans))

    units = []
    descent = collation.descent
    for unit in collation.units:
        readings = tuple(r for r in map(reading, unit.readings) if r.spans)
        if readings:
            units.append(_cut_unit(unit, readings, cuts))
    partly = [
        dataclasses.replace(p, a=reading(p.a), b=reading(p.b)) for p in collation.partly
    ]
    return dataclasses.replace(
        collation,
        reports=tuple(cuts[report.id].report for report in collation.reports),
        annotations=tuple(
            # their spans lie in the whole texts
            dataclasses.replace(a, quotations=None if a.quotations is None else ())
            for a in collation.annotations
        ),
        findings=tuple(
            dataclasses.replace(
                finding,
                evidence=tuple(
                    Evidence(e.report, moved)
                    for e in finding.evidence
                    if (moved := cuts[e.report].moved(e.span))
                ),
            )
            for finding in collation.findings
        ),
        units=tuple(units),
        partly=tuple(p for p in partly if p.a.spans and p.b.spans),
        proposals=() if collation.proposals is not None else None,
        positions=() if collation.positions is not None else None,
        omissions=() if collation.omissions is not None else None,
        wording=() if collation.wording is not None else None,
        utterances=() if collation.utterances is not None else None,
        comparisons=() if collation.comparisons is not None else None,
        descent=None
        if descent is None
        else dataclasses.replace(descent, edges=(), lost_parents=(), undecided=()),
        origins=() if collation.origins is not None else None,
    )


def _cut_unit(
    unit: Unit, readings: tuple[Reading, ...], cuts: dict[str, Excerpt]
) -> Unit:
    kept = {reading.report for reading in readings}
    links = [_cut_link(link, cuts) for link in unit.links if {link.a, link.b} <= kept]
    return dataclasses.replace(
        unit,
        readings=readings,
        links=tuple(link for link in links if link.a_spans and link.b_spans),
    )


def _cut_link(link: Link, cuts: dict[str, Excerpt]) -> Link:
    """The link with what was kept of it.

    Where a side was cut, the place of words that only one side has cannot be found
    by counting the words both share; such edits are left out.
    """
    a, b = cuts[link.a], cuts[link.b]
    whole = all(a.whole(s)[0] for s in link.a_spans) and all(
        b.whole(s)[0] for s in link.b_spans
    )
    moved = [_cut_edit(edit, a, b) for edit in link.edits]
    return dataclasses.replace(
        link,
        a_spans=a.all_moved(link.a_spans),
        b_spans=b.all_moved(link.b_spans),
        edits=tuple(
            edit
            for edit in moved
            if edit is not None and (whole or (edit.a and edit.b))
        ),
    )


def _cut_edit(edit: Edit, a: Excerpt, b: Excerpt) -> Edit | None:
    """The edit where both its sides were kept whole; words left out stay out."""
    kept_a, span_a = a.whole(edit.a)
    kept_b, span_b = b.whole(edit.b)
    if not (kept_a and kept_b):
        return None
    return dataclasses.replace(edit, a=span_a, b=span_b)
