"""One story of a survey: what of each report stands in others, and where from."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from synoptic.annotate import annotate_all
from synoptic.collate.descent import find_descent, weigh_pairs
from synoptic.collate.origins import find_origins
from synoptic.collate.passages import find_passages
from synoptic.errors import ModelRefused
from synoptic.text.agencies import find_agencies, is_agency
from synoptic.text.tokens import tokenize
from synoptic.text.vectors import load_vectors

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from synoptic.model import Descent, Origin, Report, Span, Story, Unit
    from synoptic.text.vectors import Vectors

Row = dict[str, object]


@dataclass(slots=True)
class Measured:
    """The body words of one report, each marked for where it stands.

    Attributes:
        starts: Where each word begins.
        in_others: Whether it stands in another report, the same or edited.
        reworded: Whether another report says it in other words only.
        in_agency: Whether it stands in an agency's copy, as far as is shown.
        at_least, at_most: Bounds on the origins behind it; nan: not measured.
    """

    report: Report
    starts: NDArray[np.int32]
    in_others: NDArray[np.bool_]
    reworded: NDArray[np.bool_]
    in_agency: NDArray[np.bool_]
    at_least: NDArray[np.float64]
    at_most: NDArray[np.float64]
    agencies: set[str] = field(default_factory=set)

    def words(self, spans: Iterable[Span]) -> NDArray[np.bool_]:
        """Which of the words begin inside some spans."""
        inside = np.zeros(len(self.starts), np.bool_)
        for start, end in spans:
            first, last = np.searchsorted(self.starts, [start, end])
            inside[first:last] = True
        return inside


@dataclass(frozen=True, slots=True)
class StoryRows:
    """What a story gives to the tables.

    Attributes:
        measured: One for each report, in the order of the story.
        passages: What two of its reports share.
        ties: Who draws on whom, or on agency copy that was not given.
    """

    measured: tuple[Measured, ...]
    passages: list[Row]
    ties: list[Row]
    degraded: tuple[str, ...]


def unmeasured(report: Report) -> Measured:
    """The words of a report, none of them marked yet."""
    found = [
        tokenize(report.text, span.start, span.end).start
        for span in report.spans_of("body")
    ]
    starts = np.concatenate(found) if found else np.zeros(0, np.int32)
    n_words = len(starts)
    its_own = _own_agencies(report)
    return Measured(
        report=report,
        starts=starts,
        in_others=np.zeros(n_words, np.bool_),
        reworded=np.zeros(n_words, np.bool_),
        in_agency=np.full(n_words, bool(its_own)),
        at_least=np.full(n_words, np.nan),
        at_most=np.full(n_words, np.nan),
        agencies={*report.credits, *its_own},
    )


def _own_agencies(report: Report) -> tuple[str, ...]:
    """The agency whose copy a report is as it stands: its file, or a bare print of it.

    A report that credits an agency and names no outlet is agency copy; one that names
    both may have words of its own.
    """
    if report.outlet:
        return tuple(find_agencies(report.outlet)) if is_agency(report.outlet) else ()
    return report.credits


def measure_story(entry: tuple[Story, Sequence[Report]], *, fast: bool) -> StoryRows:
    """Mark the words of a story's reports, and give its shared passages and ties.

    Args:
        entry: A story of two reports or more, and its reports in its order.
        fast: Rules only: no language model, no sentence vectors.
    """
    story, reports = entry
    known = annotate_all(reports, fast=fast)
    vectors, degraded = (None, ()) if fast else sentence_vectors()
    passages = find_passages(reports, known.annotations, vectors=vectors)
    pairs = weigh_pairs(reports, known.annotations, passages.units)
    descent = find_descent(pairs)
    origins = find_origins(pairs, known.annotations)
    measured = {report.id: unmeasured(report) for report in reports}
    for unit, origin in zip(passages.units, origins, strict=True):
        _mark_unit(unit, origin, measured)
    _mark_agencies(descent, passages.units, measured)
    return StoryRows(
        measured=tuple(measured.values()),
        passages=[row for unit in passages.units for row in _links(story, unit)],
        ties=_ties(story, descent),
        degraded=known.degraded + degraded,
    )


@cache
def sentence_vectors() -> tuple[Vectors | None, tuple[str, ...]]:
    """The sentence vectors, loaded once a process, or why there are none."""
    try:
        return load_vectors(), ()
    except ModelRefused as err:
        return None, (f"Sentence vectors were not used: {err}",)


def _mark_unit(unit: Unit, origin: Origin, measured: Mapping[str, Measured]) -> None:
    kinds: dict[str, set[str]] = defaultdict(set)
    for link in unit.links:
        kinds[link.a].add(link.kind)
        kinds[link.b].add(link.kind)
    for reading in unit.readings:
        own = measured[reading.report]
        if len(unit.readings) == 1:
            continue
        words = own.words(reading.spans)
        if kinds[reading.report] & {"verbatim", "edited"}:
            own.in_others |= words
        else:
            own.reworded |= words
        own.at_least[words] = np.nan if origin.at_least is None else origin.at_least
        own.at_most[words] = np.nan if origin.at_most is None else origin.at_most


def _mark_agencies(
    descent: Descent, units: Sequence[Unit], measured: Mapping[str, Measured]
) -> None:
    """Mark what comes from an agency that is named, or from its own file."""
    of_unit = {unit.id: unit for unit in units}

    def mark(child: str, names: Iterable[str]) -> None:
        for name in names:
            for reading in of_unit[name].readings:
                if reading.report == child:
                    own = measured[child]
                    own.in_agency |= own.words(reading.spans)

    for lost in descent.lost_parents:
        if lost.agency is not None:
            for child in lost.children:
                mark(child, lost.units)
                measured[child].agencies.add(lost.agency)
    for edge in descent.edges:
        agencies = _own_agencies(measured[edge.parent].report)
        if agencies:
            mark(edge.child, edge.units)
            measured[edge.child].agencies.update(agencies)


def _links(story: Story, unit: Unit) -> list[Row]:
    return [
        {
            "story": story.id,
            "unit": unit.id,
            "a": link.a,
            "b": link.b,
            "a_start": link.a_spans[0].start,
            "a_end": link.a_spans[-1].end,
            "b_start": link.b_spans[0].start,
            "b_end": link.b_spans[-1].end,
            "kind": link.kind,
            "score": round(link.score, 4),
        }
        for link in unit.links
    ]


def _ties(story: Story, descent: Descent) -> list[Row]:
    drawn: list[Row] = [
        {
            "story": story.id,
            "parent": edge.parent,
            "agency": None,
            "child": edge.child,
            "extent": edge.extent,
            "share": round(edge.share, 4),
            "p": round(edge.p, 4),
        }
        for edge in descent.edges
    ]
    return drawn + [
        {
            "story": story.id,
            "parent": None,
            "agency": lost.agency,
            "child": child,
            "extent": None,
            "share": None,
            "p": round(lost.p, 4),
        }
        for lost in descent.lost_parents
        for child in lost.children
    ]
