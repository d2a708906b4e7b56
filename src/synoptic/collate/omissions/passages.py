"""Passages that most families of reports have, or a parent has, and one report not."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from synoptic.collate.omissions.texts import RUN_BITS
from synoptic.model import Evidence, Omission

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from synoptic.collate.omissions.families import Families
    from synoptic.collate.omissions.texts import Heard, Texts, Told
    from synoptic.model import OmissionKind, Partly, Span, Unit

_MIN_TOLD_BITS = 30.0
_CONTENT_BITS, _MIN_CONTENT = 12.0, 2  # "we will go through this" tells nothing
_CORE_SHARE = 0.5  # of the lightest reading; a clause shared is not the sentence
_HEARD_NEAR = 0.4
_HEARD_ANYWHERE = 0.7
_LIKE = 0.6
_TAKEN_NEAR = 0.6
_TAKEN_LIKE = 0.65
_SPEECH_SHARE = 0.6


def passages_elsewhere(
    texts: Texts,
    units: Sequence[Unit],
    partly: Sequence[Partly],
    families: Families,
) -> Iterator[Omission]:
    """Yield what most families of the other reports have and a report does not.

    A report of the same family that has it counts for that family: five prints of one
    text are one vote. Nothing is yielded of a report that shares a point with the
    passage, or has most of its telling words anywhere.
    """
    near = _partners(partly)
    for unit in units:
        carriers = families.ordered(r.report for r in unit.readings)
        n_families = families.among(carriers, unit.id)
        if n_families < 2 or 2 * n_families <= len(families):
            continue
        core = _core(texts, unit)
        told_words = [weight for weight in core.values() if weight >= _CONTENT_BITS]
        if sum(core.values()) < _MIN_TOLD_BITS or len(told_words) < _MIN_CONTENT:
            continue
        for told in texts.told:
            target = told.report.id
            if target in carriers or _touched(unit, target, near):
                continue
            kind = _kind(texts, unit)
            if not all(
                _absent(texts.heard(told, words, meant), kind)
                for words, meant in (
                    (core, ""),
                    *(_reading(texts, r.report, r.spans) for r in unit.readings),
                )
            ):
                continue
            yield Omission(
                report=target,
                kind=kind,
                unit=unit.id,
                carried_by=carriers,
                members=_members(unit),
                origins=n_families,
                weight=round(40.0 + 8.0 * n_families + sum(core.values()) / 10, 3),
            )


def passages_of_parents(
    texts: Texts,
    units: Sequence[Unit],
    partly: Sequence[Partly],
    families: Families,
) -> Iterator[Omission]:
    """Yield the passages of a parent that its child does not have.

    Asked only where the edge is near certain: then the parent's text was there to be
    printed, so a passage without a counterpart is one that was not taken over.
    """
    near = _partners(partly)
    for unit in units:
        reports = {r.report for r in unit.readings}
        for (parent, child), edge in sorted(families.edges.items()):
            if parent not in reports or child in reports:
                continue
            if _touched(unit, child, near):
                continue
            spans = next(r.spans for r in unit.readings if r.report == parent)
            words, meant = _reading(texts, parent, spans)
            if not words or _taken_over(texts.heard(texts.of(child), words, meant)):
                continue
            carriers = families.ordered(reports)
            yield Omission(
                report=child,
                kind=_kind(texts, unit),
                unit=unit.id,
                carried_by=carriers,
                members=_members(unit),
                origins=families.among(carriers, unit.id),
                weight=round(30.0 + sum(words.values()) / 10 + edge.p, 3),
                parent=parent,
            )


def _reading(
    texts: Texts, report: str, spans: Sequence[Span]
) -> tuple[dict[str, float], str]:
    told = texts.of(report)
    return told.words(spans), " ".join(told.report.quote(s) for s in spans)


def _core(texts: Texts, unit: Unit) -> dict[str, float]:
    """The telling words that all readings have; few where they are told freely."""
    readings = [texts.of(r.report).words(r.spans) for r in unit.readings]
    lightest = min(readings, key=lambda words: (sum(words.values()), sorted(words)))
    core = {k: w for k, w in lightest.items() if all(k in words for words in readings)}
    enough = sum(core.values()) >= _CORE_SHARE * sum(lightest.values())
    return core if enough else lightest


def _absent(heard: Heard, kind: OmissionKind) -> bool:
    if kind == "quotation" and heard.run >= RUN_BITS:
        return False  # a fragment of it stands there
    return (
        heard.near < _HEARD_NEAR
        and heard.anywhere < _HEARD_ANYWHERE
        and (heard.meaning is None or heard.meaning < _LIKE)
    )


def _taken_over(heard: Heard) -> bool:
    return heard.near >= _TAKEN_NEAR or (heard.meaning or 0.0) >= _TAKEN_LIKE


def _members(unit: Unit) -> tuple[Evidence, ...]:
    return tuple(Evidence(r.report, r.spans[0]) for r in unit.readings)


def _kind(texts: Texts, unit: Unit) -> OmissionKind:
    """`quotation` where most of the passage is words inside quotation marks."""
    reading = unit.readings[0]
    spoken = _direct(texts.of(reading.report))
    length = sum(s.end - s.start for s in reading.spans)
    inside = sum(
        max(0, min(s.end, q.end) - max(s.start, q.start))
        for s in reading.spans
        for q in spoken
    )
    return "quotation" if inside >= _SPEECH_SHARE * length else "unit"


def _direct(told: Told) -> list[Span]:
    return [
        span
        for quotation in told.known.quotations or ()
        if quotation.kind != "indirect"
        for span in quotation.content
    ]


def _partners(
    partly: Iterable[Partly],
) -> dict[str, list[tuple[tuple[Span, ...], str]]]:
    """By report, the spans that share a point with another report, and which."""
    found: dict[str, list[tuple[tuple[Span, ...], str]]] = defaultdict(list)
    for pair in partly:
        found[pair.a.report].append((pair.a.spans, pair.b.report))
        found[pair.b.report].append((pair.b.spans, pair.a.report))
    return found


def _touched(
    unit: Unit, target: str, near: dict[str, list[tuple[tuple[Span, ...], str]]]
) -> bool:
    """Whether a reading of the unit shares a point with the report."""
    return any(
        other == target and any(s.overlaps(t) for s in reading.spans for t in spans)
        for reading in unit.readings
        for spans, other in near.get(reading.report, ())
    )
