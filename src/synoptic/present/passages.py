"""What each passage of each report is, seen from the units and links of a collation."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from synoptic.model import Span
from synoptic.present.apparatus import apparatus
from synoptic.present.pieces import (
    Words,
    edit_view,
    pieces,
    plain_piece,
    seen_from,
)
from synoptic.present.shown import (
    CounterpartView,
    LinkView,
    PassageView,
    PieceView,
    ReadingView,
    UnitView,
)
from synoptic.present.speech import said_in, with_speech
from synoptic.present.ties import (
    KIND_OF_LINK,
    Tie,
    pair_kinds,
    ties_out_of_units,
)
from synoptic.present.wording import (
    KINDS,
    edit_sentence,
    same_letters,
    spoken_name,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from synoptic.model import Block, Collation, Link, Report, Unit
    from synoptic.present.wording import Kind


@dataclass(frozen=True, slots=True)
class _Place:
    """One span of a unit's reading, or of nothing: text that no unit holds."""

    id: str
    span: Span
    unit: Unit | None


class Passages:
    """The passages of all reports of a collation, and how they compare.

    Args:
        sigla: Label of each report, by id.
        words: Where the words of each report lie, by id.
        base: Id of the report whose words are compared with first.
    """

    def __init__(
        self,
        collation: Collation,
        sigla: Mapping[str, str],
        words: Mapping[str, Words],
        *,
        base: str,
    ) -> None:
        self._collation = collation
        self._sigla = sigla
        self._words = words
        self._base = base
        self._reports = {report.id: report for report in collation.reports}
        self._order = {report.id: i for i, report in enumerate(collation.reports)}
        self._said = {
            known.report: said_in(known, self._reports[known.report].quote)
            for known in collation.annotations
        }
        self._places = self._all_places()
        self._ids = {
            (report, place.span): place.id
            for report, places in self._places.items()
            for place in places
        }
        self._sorted_units = self._along_base()
        self._numbers: dict[str, int] = {}
        for unit in self._sorted_units:
            if len(unit.readings) > 1:
                self._numbers[unit.id] = len(self._numbers) + 1
        self._links = {
            unit.id: {(link.a, link.b): link for link in unit.links}
            for unit in collation.units
        }
        self._kinds = {unit.id: pair_kinds(unit) for unit in collation.units}
        self._ties = ties_out_of_units(collation)
        self._views = {
            (report, place.span): self._passage(self._reports[report], place)
            for report, places in self._places.items()
            for place in places
        }

    def in_block(self, report: Report, block: Block) -> tuple[PassageView, ...]:
        """The passages that start in a body block, in reading order."""
        return tuple(
            self._views[report.id, place.span]
            for place in self._places[report.id]
            if block.start <= place.span.start < block.end
        )

    def units(self) -> tuple[UnitView, ...]:
        """All units: along the base, then as the collation has them."""
        return tuple(self._unit(unit) for unit in self._sorted_units)

    def _all_places(self) -> dict[str, list[_Place]]:
        spans: dict[str, list[tuple[Span, Unit | None]]] = {
            report: [] for report in self._reports
        }
        for unit in self._collation.units:
            for reading in unit.readings:
                spans[reading.report].extend((span, unit) for span in reading.spans)
        places = {}
        for report_id, found in spans.items():
            report = self._reports[report_id]
            found.sort(key=lambda pair: pair[0])
            found.extend((gap, None) for gap in _uncovered(report, found))
            found.sort(key=lambda pair: pair[0])
            places[report_id] = [
                _Place(f"{self._sigla[report_id]}{i}", span, unit)
                for i, (span, unit) in enumerate(found, 1)
            ]
        return places

    def _along_base(self) -> list[Unit]:
        def place(numbered: tuple[int, Unit]) -> tuple[int, int]:
            index, unit = numbered
            for reading in unit.readings:
                if reading.report == self._base:
                    return -1, reading.spans[0].start
            return index, 0

        return [unit for _, unit in sorted(enumerate(self._collation.units), key=place)]

    def _passage(self, report: Report, place: _Place) -> PassageView:
        counterparts = self._counterparts(report, place)
        kind: Kind | None = None
        if place.unit is not None:
            kind = self._kind(counterparts)
        text = report.quote(place.span)
        cut: tuple[PieceView, ...] = (plain_piece(text),)
        compared: str | None = None
        differences: list[str] = []
        link = self._link_to_show(report, place, counterparts)
        if link is not None:
            other = self._reports[link.b if link.a == report.id else link.a]
            at = self._linked_at(link, report.id, place.span) or place.span
            if report.quote(at) == text:
                cut = pieces(
                    seen_from(link, report, other),
                    at,
                    self._words[report.id],
                    self._words[other.id],
                )
            compared = self._sigla[other.id]
            differences = self._differences(link, report, at, 1 + len(counterparts))
        return PassageView(
            id=place.id,
            start=place.span.start,
            end=place.span.end,
            text=text,
            n_words=self._words[report.id].count(place.span),
            kind=kind,
            unit=place.unit.id if place.unit else None,
            number=self._numbers.get(place.unit.id) if place.unit else None,
            counterparts=counterparts,
            compared_with=compared,
            differences=tuple(differences),
            pieces=with_speech(cut, place.span.start, self._said[report.id]),
            spoken=spoken_name(
                kind, ((c.kind, c.siglum) for c in counterparts), differences
            ),
        )

    def _kind(self, counterparts: tuple[CounterpartView, ...]) -> Kind:
        """How it compares with the base; else with the closest report."""
        for other in counterparts:
            if other.report == self._base and other.kind != "partly":
                return other.kind
        return counterparts[0].kind if counterparts else "own"

    def _counterparts(
        self, report: Report, place: _Place
    ) -> tuple[CounterpartView, ...]:
        found: dict[str, CounterpartView] = {}
        for reading in place.unit.readings if place.unit else ():
            if reading.report == report.id:
                continue
            spans = self._spans_there(place, report.id, reading.report, reading.spans)
            if spans:
                kind = self._kinds[place.unit.id][  # type: ignore[union-attr]
                    frozenset((report.id, reading.report))
                ]
                link = self._direct(place.unit, report.id, reading.report)
                if kind == "same" and link and self._beyond(link, report, place.span):
                    kind = "edited"
                found[reading.report] = self._counterpart(
                    Tie(place.span, reading.report, spans, kind), in_unit=True
                )
        for tie in self._ties[report.id]:
            if tie.other not in found and tie.span.overlaps(place.span):
                found[tie.other] = self._counterpart(tie, in_unit=False)
        return tuple(
            sorted(
                found.values(),
                key=lambda c: (KINDS.index(c.kind), self._order[c.report]),
            )
        )

    def _beyond(self, link: Link, report: Report, passage: Span) -> list[Span]:
        """The words of a passage that its link with another report does not reach."""
        at = self._linked_at(link, report.id, passage) or passage
        return self._words[report.id].outside(at, _own_spans(link, report.id))

    def _spans_there(
        self, place: _Place, here: str, there: str, spans: tuple[Span, ...]
    ) -> tuple[Span, ...]:
        """The other reading's spans that this span is linked with."""
        link = self._direct(place.unit, here, there)
        if link is None:
            return spans
        if self._linked_at(link, here, place.span) is None:
            return ()
        return _own_spans(link, there)

    def _linked_at(self, link: Link, here: str, passage: Span) -> Span | None:
        """Where a link reaches the words of a passage; None: nowhere.

        That is the passage, or another place of its report with the same words: what
        a report prints twice is linked once.
        """
        spans = _own_spans(link, here)
        if any(span.overlaps(passage) for span in spans):
            return passage
        words = self._words[here]
        return next((s for s in spans if words.are_in(passage, s)), None)

    def _counterpart(self, tie: Tie, *, in_unit: bool) -> CounterpartView:
        places = self._places[tie.other]
        ids: list[str] = []
        for span in tie.spans:
            first = bisect_right(places, span.start, key=lambda p: p.span.end)
            for place in places[first:]:
                if place.span.start >= span.end:
                    break
                if place.id not in ids:
                    ids.append(place.id)
        return CounterpartView(
            siglum=self._sigla[tie.other],
            report=tie.other,
            kind=tie.kind,
            passages=tuple(ids),
            in_unit=in_unit,
            shared=tie.shared,
        )

    def _direct(self, unit: Unit | None, one: str, other: str) -> Link | None:
        if unit is None:
            return None
        links = self._links[unit.id]
        return links.get((one, other)) or links.get((other, one))

    def _link_to_show(
        self, report: Report, place: _Place, counterparts: Iterable[CounterpartView]
    ) -> Link | None:
        """The link to the base, else to the closest report."""
        linked = [
            link
            for other in sorted(counterparts, key=lambda c: c.report != self._base)
            if other.kind in ("same", "edited")
            and (link := self._direct(place.unit, report.id, other.report)) is not None
        ]
        return linked[0] if linked else None

    def _differences(
        self, link: Link, report: Report, passage: Span, n_readings: int
    ) -> list[str]:
        """What differs inside one passage, case and marks left aside."""
        other = link.b if link.a == report.id else link.a
        sentences = [
            edit_sentence(
                self._sigla[report.id],
                report.quote(stretch),
                [self._sigla[other]],
                "",
                n_readings=n_readings,
            )
            for stretch in self._beyond(link, report, passage)
        ]
        for edit, shown in zip(
            link.edits, self._link(link, n_readings).edits, strict=True
        ):
            own = edit.a if link.a == report.id else edit.b
            if edit.kind == "style" and same_letters(shown.a, shown.b):
                continue
            if own is None or own.overlaps(passage):
                sentences.append(shown.sentence)
        return sentences

    def _link(self, link: Link, n_readings: int) -> LinkView:
        a, b = self._reports[link.a], self._reports[link.b]
        sigla = (self._sigla[a.id], self._sigla[b.id])
        return LinkView(
            a=sigla[0],
            b=sigla[1],
            kind=KIND_OF_LINK[link.kind],
            edits=tuple(
                edit_view(edit, a, b, sigla, n_readings) for edit in link.edits
            ),
        )

    def _unit(self, unit: Unit) -> UnitView:
        readings = sorted(
            unit.readings,
            key=lambda r: (r.report != self._base, self._order[r.report]),
        )
        kinds = {
            view.kind
            for reading in readings
            for span in reading.spans
            if (view := self._views[reading.report, span]).kind is not None
        }
        sigla = [self._sigla[reading.report] for reading in readings]
        links = tuple(
            self._link(link, len(readings))
            for link in sorted(
                unit.links, key=lambda k: (self._order[k.a], self._order[k.b])
            )
        )
        return UnitView(
            id=unit.id,
            number=self._numbers.get(unit.id),
            kinds=tuple(kind for kind in KINDS if kind in kinds),
            readings=tuple(
                ReadingView(
                    siglum=self._sigla[reading.report],
                    report=reading.report,
                    text=" \u2026 ".join(
                        self._reports[reading.report].quote(s) for s in reading.spans
                    ),
                    passages=tuple(
                        self._ids[reading.report, span] for span in reading.spans
                    ),
                )
                for reading in readings
            ),
            differences=apparatus(sigla, links),
            links=links,
        )


def _own_spans(link: Link, report_id: str) -> tuple[Span, ...]:
    """The side of a link that lies in a report."""
    return link.a_spans if link.a == report_id else link.b_spans


def _uncovered(report: Report, covered: list[tuple[Span, Unit | None]]) -> list[Span]:
    """Body text that no unit holds, without the blanks around it."""
    gaps = []
    for block in report.spans_of("body"):
        cursor = block.start
        inside = [span for span, _ in covered if span.overlaps(block)]
        for span in [*inside, Span(block.end, block.end)]:
            raw = report.text[cursor : span.start]
            if stripped := raw.strip():
                start = cursor + len(raw) - len(raw.lstrip())
                gaps.append(Span(start, start + len(stripped)))
            cursor = max(cursor, span.end)
    return gaps
