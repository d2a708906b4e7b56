"""What somebody said that most families of reports print and one does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from synoptic.model import Evidence, Omission, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from synoptic.collate.omissions.families import Families
    from synoptic.collate.omissions.texts import Texts
    from synoptic.model import Quotation, Unit, Utterance

_MIN_BITS = 30.0
_MIN_WORDS = 5
_SPOKEN = re.compile('[“"«„][^“”"«»]*')
_HEARD_NEAR = 0.45
_LIKE = 0.6


def quotations_elsewhere(
    texts: Texts,
    units: Sequence[Unit],
    utterances: Sequence[Utterance],
    families: Families,
) -> Iterator[Omission]:
    """Yield what most families print inside quotation marks and a report does not.

    A report that tells the words in its own, or gives a few of them, has them.
    """
    quotations = {
        (told.report.id, quotation.id): quotation
        for told in texts.told
        for quotation in told.known.quotations or ()
    }
    for utterance in utterances:
        prints = [
            (member.report, quotations[member.report, member.quotation])
            for member in utterance.members
            if (member.report, member.quotation) in quotations
        ]
        spoken = [(r, q) for r, q in prints if q.kind != "indirect"]
        carriers = families.ordered(r for r, _ in spoken)
        n_families = families.among(carriers)
        if n_families < 2 or 2 * n_families <= len(families):
            continue
        members = _members(carriers, spoken)
        if _n_words(texts, carriers[0], spoken) < _MIN_WORDS:
            continue
        said = texts.of(carriers[0]).words([members[0].span])
        if sum(said.values()) < _MIN_BITS:
            continue
        printing = {r for r, _ in prints}
        for told in texts.told:
            if told.report.id in printing or _heard(texts, told.report.id, members):
                continue
            yield Omission(
                report=told.report.id,
                kind="quotation",
                unit=_unit_of(units, members[0]),
                carried_by=carriers,
                members=members,
                origins=n_families,
                weight=round(46.0 + 8.0 * n_families + sum(said.values()) / 10, 3),
            )


def _n_words(texts: Texts, report: str, spoken: Sequence[tuple[str, Quotation]]) -> int:
    """Words inside quotation marks in the longest print of a report."""
    text = texts.of(report).report.text
    return max(
        sum(
            len(part.split())
            for span in q.content
            for part in _SPOKEN.findall(text[span.start : span.end])
        )
        for r, q in spoken
        if r == report
    )


def _members(
    carriers: Sequence[str], spoken: Sequence[tuple[str, Quotation]]
) -> tuple[Evidence, ...]:
    """The longest print of each report, first to last mark."""
    found = []
    for report in carriers:
        hulls = [
            Span(q.content[0].start, q.content[-1].end)
            for r, q in spoken
            if r == report
        ]
        found.append(
            Evidence(report, max(hulls, key=lambda s: (s.end - s.start, -s.start)))
        )
    return tuple(found)


def _heard(texts: Texts, target: str, members: Sequence[Evidence]) -> bool:
    told = texts.of(target)
    for member in members:
        carrier = texts.of(member.report)
        words = carrier.words([member.span])
        heard = texts.heard(told, words, carrier.report.quote(member.span))
        if heard.near >= _HEARD_NEAR or (heard.meaning or 0.0) >= _LIKE:
            return True
    return False


def _unit_of(units: Sequence[Unit], place: Evidence) -> str:
    """The unit in which the words begin; the first that they touch otherwise."""
    touched = [
        (span.start > place.span.start, span.start, unit.id)
        for unit in units
        for reading in unit.readings
        if reading.report == place.report
        for span in reading.spans
        if span.overlaps(place.span)
    ]
    return min(touched)[2] if touched else ""
