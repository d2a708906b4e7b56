"""What somebody said that most families of reports print and one does not."""

from __future__ import annotations

import re
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Print:
    """What a report prints of an utterance, sentence by sentence."""

    report: str
    sentences: tuple[Span, ...]


def quotations_elsewhere(
    texts: Texts,
    units: Sequence[Unit],
    utterances: Sequence[Utterance],
    families: Families,
) -> Iterator[Omission]:
    """Yield what most families print inside quotation marks and a report does not.

    A report that tells the words in its own, or gives a few of them, has them. Where
    some prints go on longer, only what all of them have is theirs together.
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
        members = _common(texts, _members(texts, families, spoken))
        carriers = tuple(member.report for member in members)
        n_families = families.among(carriers)
        if n_families < 2 or 2 * n_families <= len(families):
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


def _n_spoken(texts: Texts, printed: _Print, part: Span) -> int:
    """Words inside quotation marks in a part of a print."""
    whole = _from_to(printed.sentences)
    text = texts.of(printed.report).report.text
    return sum(
        len(text[max(found.start(), part.start) : min(found.end(), part.end)].split())
        for found in _SPOKEN.finditer(text, whole.start, whole.end)
    )


def _from_to(spans: Sequence[Span]) -> Span:
    return Span(spans[0].start, spans[-1].end)


def _members(
    texts: Texts, families: Families, spoken: Sequence[tuple[str, Quotation]]
) -> tuple[_Print, ...]:
    """The prints, one a report, that most agree in their words."""
    prints = [
        _Print(report, tuple(_sentences(texts, report, q))) for report, q in spoken
    ]
    words = [frozenset(texts.of(p.report).words(p.sentences)) for p in prints]
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


def _sentences(texts: Texts, report: str, quotation: Quotation) -> Iterator[Span]:
    """What of each sentence of a report is quoted."""
    for content in quotation.content:
        for sentence in texts.of(report).sentences:
            if sentence.overlaps(content):
                start = max(sentence.start, content.start)
                yield Span(start, min(sentence.end, content.end))


def _common(texts: Texts, prints: Sequence[_Print]) -> tuple[Evidence, ...]:
    """Of each print the sentences from the first to the last that every other has.

    A sentence in which no word tells anything goes with those around it; a print with
    but a few words of it inside marks is none.
    """
    members = []
    words = [
        [frozenset(texts.of(p.report).words([s])) for s in p.sentences] for p in prints
    ]
    for own, printed in zip(words, prints, strict=True):
        held: list[Span] = []
        run: list[Span] = []
        for said, span in zip(own, printed.sentences, strict=True):
            if not said:
                continue
            if all(any(_alike(said, o) >= _ALIKE for o in other) for other in words):
                run = [*run, span]
                held = max(held, run, key=len)
            else:
                run = []
        if held and _n_spoken(texts, printed, both := _from_to(held)) >= _MIN_WORDS:
            members.append(Evidence(printed.report, both))
    return tuple(members)


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
