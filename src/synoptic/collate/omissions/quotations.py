"""What somebody said that most families of reports print and one does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from synoptic.collate.omissions.texts import RUN_BITS
from synoptic.model import Evidence, Omission, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from synoptic.collate.omissions.families import Families
    from synoptic.collate.omissions.texts import Texts
    from synoptic.model import Quotation, Unit, Utterance

_MIN_BITS = 30.0
_MIN_WORDS = 5
_ALIKE = 0.5
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
        members = _members(texts, families, spoken)
        carriers = tuple(member.report for member in members)
        n_families = families.among(carriers)
        if n_families < 2 or 2 * n_families <= len(families):
            continue
        if not any(_n_words(texts, member) >= _MIN_WORDS for member in members):
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


def _n_words(texts: Texts, member: Evidence) -> int:
    """Words inside quotation marks in one print."""
    spoken = _SPOKEN.findall(texts.of(member.report).report.quote(member.span))
    return sum(len(part.split()) for part in spoken)


def _members(
    texts: Texts, families: Families, spoken: Sequence[tuple[str, Quotation]]
) -> tuple[Evidence, ...]:
    """The prints, one a report, that most agree in their words."""
    prints = [
        Evidence(report, Span(q.content[0].start, q.content[-1].end))
        for report, q in spoken
    ]
    words = [frozenset(texts.of(p.report).words([p.span])) for p in prints]
    reports = families.ordered(p.report for p in prints)

    def best(wanted: frozenset[str], report: str) -> tuple[float, int]:
        """How alike the likeliest print of a report is, and which it is."""
        return max(
            (_alike(wanted, words[k]), -k)
            for k, p in enumerate(prints)
            if p.report == report
        )

    if not prints:
        return ()
    middle = max(
        range(len(prints)),
        key=lambda k: (sum(best(words[k], r)[0] for r in reports), len(words[k]), -k),
    )
    chosen = [best(words[middle], report) for report in reports]
    return tuple(prints[-k] for alike, k in chosen if alike >= _ALIKE)


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared part of the shorter one's telling words."""
    return len(one & other) / max(min(len(one), len(other)), 1)


def _heard(texts: Texts, target: str, members: Sequence[Evidence]) -> bool:
    told = texts.of(target)
    for member in members:
        carrier = texts.of(member.report)
        words = carrier.words([member.span])
        heard = texts.heard(told, words, carrier.report.quote(member.span))
        if (
            heard.near >= _HEARD_NEAR
            or heard.run >= RUN_BITS
            or (heard.meaning or 0.0) >= _LIKE
        ):
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
