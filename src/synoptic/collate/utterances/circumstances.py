"""Where the prints of an utterance state another day or other listeners.

Only what both state, and only what cannot be one: a weekday is not another weekday,
and lawmakers are not reporters; "reporters" and "the agency" may well be the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from synoptic.model import Alteration

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from synoptic.collate.utterances.match import PiecePair
    from synoptic.model import (
        AlterationKind,
        Annotations,
        DateMention,
        Quotation,
        Report,
        Span,
    )

# shorter words may have been said twice
_LEAST_BITS = 30.0
_WEEKDAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_AUDIENCES: Mapping[str, str] = {
    word: audience
    for audience, words in {
        "press": "reporter journalist correspondent newsman press media broadcaster",
        "chamber": "lawmaker senator congressman deputy legislator mp parliament "
        "parliamentarian senate congress assembly parliamentary",
        "court": "judge court juror jury prosecutor magistrate tribunal",
        "crowd": "supporter crowd rally fan protester demonstrator voter",
        "pupils": "student pupil graduate cadet",
        "shareholders": "investor shareholder analyst",
        "worshippers": "congregation worshipper pilgrim mourner parishioner",
        "troops": "soldier troop sailor serviceman",
        "cabinet": "cabinet minister",
    }.items()
    for word in words.split()
}
_WORD = re.compile(r"[^\W\d_]+")


def circumstance_alterations(
    pairs: Sequence[PiecePair],
    reports: Sequence[Report],
    annotations: Sequence[Annotations],
) -> Iterator[Alteration]:
    """Yield a difference in day or listeners for two prints of one speaker's words.

    Args:
        pairs: Of all reports; several may be of the same two quotations, which then
            differ once.
        reports: In the order of the collation.
        annotations: One for each report.
    """
    seen: set[tuple[str, str]] = set()
    for pair in pairs:
        a, b = pair.a.quotation, pair.b.quotation
        both_quoted = pair.a.quoted and pair.b.quoted
        if not (both_quoted and pair.same_speaker) or pair.shared_bits < _LEAST_BITS:
            continue
        if (a.id, b.id) in seen:
            continue
        seen.add((a.id, b.id))
        one, other = pair.a.report, pair.b.report
        days = [_day(a, annotations[one]), _day(b, annotations[other])]
        if days[0] and days[1] and _apart(days[0], days[1], reports, (one, other)):
            yield _alteration("occasion", pair, (days[0].span, days[1].span), reports)
        if a.addressee and b.addressee:
            kinds = [
                _audience(reports[one].quote(a.addressee)),
                _audience(reports[other].quote(b.addressee)),
            ]
            if kinds[0] and kinds[1] and kinds[0] != kinds[1]:
                listeners = (a.addressee, b.addressee)
                yield _alteration("addressee", pair, listeners, reports)


def _day(quotation: Quotation, annotations: Annotations) -> DateMention | None:
    """The one time that the occasion of a quotation states."""
    if quotation.occasion is None:
        return None
    stated = [
        d
        for d in annotations.dates or ()
        if d.span.overlaps(quotation.occasion) and d.type in ("DATE", "TIME")
    ]
    return stated[0] if len(stated) == 1 else None


def _apart(
    a: DateMention,
    b: DateMention,
    reports: Sequence[Report],
    places: tuple[int, int],
) -> bool:
    """Whether two times cannot share a day."""
    named = [
        _WEEKDAY.search(reports[place].quote(date.span))
        for place, date in zip(places, (a, b), strict=True)
    ]
    if named[0] and named[1]:
        # the same weekday resolved to two weeks says more of us than of the prints
        return named[0].group() != named[1].group()
    if a.earliest and a.latest and b.earliest and b.latest:
        return a.latest < b.earliest or b.latest < a.earliest
    return False


def _audience(words: str) -> str | None:
    """The kind of listeners some words mean; None: not one known kind."""
    found = set()
    for match in _WORD.finditer(words):
        word = match.group().lower()
        for form in (word, word.removesuffix("s"), word.removesuffix("men") + "man"):
            if form in _AUDIENCES:
                found.add(_AUDIENCES[form])
    return found.pop() if len(found) == 1 else None


def _alteration(
    kind: AlterationKind,
    pair: PiecePair,
    spans: tuple[Span, Span],
    reports: Sequence[Report],
) -> Alteration:
    a, b = (
        " ".join(reports[piece.report].quote(span).split())
        for piece, span in zip((pair.a, pair.b), spans, strict=True)
    )
    return Alteration(
        kind=kind,
        a=pair.a.quotation.id,
        b=pair.b.quotation.id,
        detail=f"“{a}” / “{b}”",
        a_span=spans[0],
        b_span=spans[1],
        a_within=pair.a.quotation.content[0],
        b_within=pair.b.quotation.content[0],
    )
