"""What differing prints of an utterance say to a reader, in plain sentences.

A difference has two sides and no culprit: which print is as spoken is not shown.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from synoptic.collate.utterances.words import words_of
from synoptic.model import Evidence, Finding, siglum

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from synoptic.model import (
        Alteration,
        AlterationKind,
        Annotations,
        Quotation,
        Report,
        Span,
        Utterance,
    )

_WEIGHTS: dict[AlterationKind, float] = {
    "speaker": 88.0,
    "changed": 70.0,
    "spliced": 67.0,
    "added": 64.0,
    "occasion": 62.0,
    "addressee": 57.0,
    "reordered": 55.0,
}
_GRAVE_BITS_MORE = 22.0
_SHOWN_CHARS = 90
_MOST_OF_ONE = 2
_LIGHT_BITS, _LIGHT_WEIGHT, _LIGHTER = 15.0, 56.0, 0.2
_OPENINGS = frozenset("now then look listen".split())
_SLIGHT = frozenset("a an the and but so or well that of is are".split())


def quotation_findings(
    reports: Sequence[Report],
    annotations: Sequence[Annotations],
    utterances: Sequence[Utterance],
    *,
    record: str | None = None,
) -> tuple[Finding, ...]:
    """A sentence for each way in which prints of an utterance differ.

    Trimmed ends, an editor's brackets and a mere "and" or "the" are no finding. The
    same difference between many reports is one.

    Args:
        reports: In the order of the collation, which gives their sigla.
        annotations: One for each report.
        utterances: Of these reports.
        record: Id of the report that is the record; only then is one side named as
            the one that departs.
    """
    prints = _Prints(
        names={report.id: siglum(place) for place, report in enumerate(reports)},
        texts={report.id: report for report in reports},
        quotations={
            q.id: (notes.report, q)
            for notes in annotations
            for q in notes.quotations or ()
        },
        record=record,
    )
    found: list[Finding] = []
    for utterance in utterances:
        own = [
            _finding(utterance, alike, prints)
            for alike in _alike(utterance.alterations, prints)
        ]
        found += sorted(own, key=lambda f: (-f.weight, f.id))[:_MOST_OF_ONE]
    return tuple(sorted(found, key=lambda f: (-f.weight, f.id)))


@dataclass(frozen=True, slots=True)
class _Prints:
    """What the ids of alterations stand for; `quotations` by id with the report's."""

    names: dict[str, str]
    texts: dict[str, Report]
    quotations: dict[str, tuple[str, Quotation]]
    record: str | None

    def sides(self, alteration: Alteration) -> Iterator[tuple[str, Span | None, Span]]:
        """The report, the differing words and where to look, of either side.

        Words that one side lacks are shown in what stands around them on both.
        """
        added = alteration.a_span is None or alteration.b_span is None
        for key, span, within in (
            (alteration.a, alteration.a_span, alteration.a_within),
            (alteration.b, alteration.b_span, alteration.b_within),
        ):
            report, quotation = self.quotations[key]
            nearest = within or quotation.content[0]
            yield report, span, nearest if added else span or nearest

    def bits(self, report: str, span: Span | None) -> float:
        """What the words at a span tell; "the" next to nothing."""
        if span is None:
            return 0.0
        return words_of(self.texts[report].text, [span]).weight_bits

    def slight(self, alteration: Alteration) -> bool:
        """Whether one side has nothing but an "and" or a "the" more than the other."""
        forms: list[Counter[str]] = []
        for key, span in (
            (alteration.a, alteration.a_span),
            (alteration.b, alteration.b_span),
        ):
            text = self.texts[self.quotations[key][0]].text
            forms.append(Counter(words_of(text, [span]).forms if span else ()))
        more = {*(forms[0] - forms[1]), *(forms[1] - forms[0])}
        opens = any(
            span and whole and span.start == whole.start
            for span, whole in (
                (alteration.a_span, alteration.a_within),
                (alteration.b_span, alteration.b_within),
            )
        )
        return more <= (_SLIGHT | _OPENINGS if opens else _SLIGHT)

    def words(self, report: str, span: Span | None) -> str:
        """The words at a span, on one line."""
        return " ".join(self.texts[report].quote(span).split()) if span else ""


def _alike(
    alterations: Sequence[Alteration], prints: _Prints
) -> Iterator[list[Alteration]]:
    """Alterations that say the same of different reports, together."""
    groups: dict[tuple[str, ...], list[Alteration]] = defaultdict(list)
    for alteration in alterations:
        if alteration.kind == "trimmed" or alteration.detail.endswith("(in brackets)"):
            continue
        if alteration.kind in ("added", "changed") and prints.slight(alteration):
            continue
        if alteration.kind in ("reordered", "spliced"):
            words = [alteration.detail]
        elif alteration.kind == "speaker":
            words = sorted(alteration.detail.casefold().split(" / ", 1))
        else:
            words = sorted(
                prints.words(report, span).casefold()
                for report, span, _ in prints.sides(alteration)
            )
        groups[alteration.kind, *words].append(alteration)
    yield from groups.values()


def _finding(
    utterance: Utterance, alike: Sequence[Alteration], prints: _Prints
) -> Finding:
    first = alike[0]
    evidence: dict[tuple[str, Span], None] = {}
    sides: dict[str, _Side] = {}
    for alteration in alike:
        who = alteration.detail.split(" / ", 1)
        for n, (report, span, where) in enumerate(prints.sides(alteration)):
            evidence.setdefault((report, where))
            named = alteration.kind == "speaker"
            shown = who[n] if named else _shown(prints.words(report, span))
            side = sides.setdefault(shown.casefold(), _Side(shown, {}))
            side.reports[prints.names[report]] = report
    text = _sentence(utterance, first, list(sides.values()), prints)
    weight = _WEIGHTS[first.kind] + (_GRAVE_BITS_MORE if first.grave else 0.0)
    if first.kind in ("added", "changed") and not first.grave:
        words = max((prints.bits(r, s) for r, s, _ in prints.sides(first)), default=0.0)
        light = words < _LIGHT_BITS or utterance.speaker is None
        # words of nobody named alike may be two people's words, and not two prints
        lighter = _LIGHTER * max(_LIGHT_BITS - words, 0.0)
        weight = min(weight, _LIGHT_WEIGHT - lighter) if light else weight
    key = f"{utterance.id}\x1f{first.kind}\x1f{text}"
    return Finding(
        id=hashlib.blake2b(key.encode(), digest_size=8).hexdigest(),
        kind=f"quotation-{first.kind}",
        text=text,
        weight=weight,
        evidence=tuple(Evidence(report, span) for report, span in evidence),
    )


@dataclass(frozen=True, slots=True)
class _Side:
    """Words, and the reports (siglum to id) that print them."""

    words: str
    reports: dict[str, str]

    @property
    def where(self) -> str:
        sigla = sorted(self.reports, key=lambda s: (len(s), s))
        if len(sigla) == 1:
            return sigla[0]
        return f"{', '.join(sigla[:-1])} and {sigla[-1]}"


def _sentence(
    utterance: Utterance, first: Alteration, sides: Sequence[_Side], prints: _Prints
) -> str:
    whose = f" of {utterance.speaker}" if utterance.speaker else ""
    ending = _ending(utterance, sides, prints.record)
    a, b = (prints.names[report] for report, _, _ in prints.sides(first))
    if first.kind == "speaker":
        given = " and ".join(f"to {side.words} in {side.where}" for side in sides)
        return f"The same words are given {given}."
    if first.kind in ("occasion", "addressee"):
        what = "the time when" if first.kind == "occasion" else "those to whom"
        return (
            f"As {what} the same words{whose} were said, {_each(sides)}; which it was "
            "is not shown here."
        )
    if first.kind == "reordered" and ", " not in first.detail:
        where = f"in {a} than in {b}"
        return (
            f"Inside quotation marks{whose}, {first.detail} stands in another place "
            f"{where}{ending}"
        )
    if first.kind == "reordered":
        return (
            f"Sentences{whose} come in one order in {a} and in another in {b}: "
            f"{first.detail}{ending}"
        )
    if first.kind == "spliced":
        together, apart = (a, b) if first.a_span else (b, a)
        return (
            f"Words{whose} stand together inside one pair of marks in {together} and "
            f"apart in {apart}: {first.detail}{ending}"
        )
    lead = f"Inside quotation marks{whose}"
    shown = [side for side in sides if side.words]
    bare = [side for side in sides if not side.words]
    if bare:
        return (
            f"{lead}, “{shown[0].words}” stands in {shown[0].where} and not in "
            f"{bare[0].where}{ending}"
        )
    return f"{lead}, {_each(shown)}{ending}"


def _each(sides: Sequence[_Side]) -> str:
    """What each side prints."""
    return ", ".join(
        f"{s.where} {'prints' if len(s.reports) == 1 else 'print'} “{s.words}”"
        for s in sides
    )


def _ending(utterance: Utterance, sides: Sequence[_Side], record: str | None) -> str:
    for side in sides:
        for siglum_of, report in side.reports.items():
            if report == record:
                return f"; {siglum_of} is the record."
    if utterance.translated:
        return "; these may be two translations. Which is as spoken is not shown here."
    return "; which is as spoken is not shown here."


def _shown(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _SHOWN_CHARS else flat[: _SHOWN_CHARS - 1] + "…"
