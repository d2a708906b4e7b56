"""The days that the dates of a story mean, a missing year taken from its reports."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from synoptic.model import Annotations, DateMention, Report

_NO_YEAR = re.compile(r"XXXX-(\d\d)-(\d\d)")
_SIGNED = re.compile(r"\(@\w+\)[\s,·|]*\Z")
# A day without a year lies this near to the report that lends it one.
_NEAR = timedelta(days=45)


class Days(NamedTuple):
    """What a date mention covers.

    Attributes:
        earliest, latest: None when it is not known.
        year_from: Id of the report whose publication lent the year; None: not needed.
    """

    earliest: date | None
    latest: date | None
    year_from: str | None = None


def days_of(
    reports: Sequence[Report], annotations: Sequence[Annotations]
) -> dict[tuple[str, str], Days]:
    """What each date mention of a story covers, by report and mention id.

    "March 13" in a report that states no year takes the one that brings it nearest to
    the publication of another report of the story, when all such reports agree.
    """
    lenders = _lenders(reports, annotations)
    return {
        (known.report, mention.id): _days(known.report, mention, lenders)
        for known in annotations
        for mention in known.dates or ()
    }


def _lenders(
    reports: Sequence[Report], annotations: Sequence[Annotations]
) -> Mapping[str, date]:
    """Publication days, those of reports that print the same day of the year first."""
    published = {
        r.id: date.fromisoformat(r.published_at[:10])
        for r in reports
        if r.published_at and re.match(r"\d{4}-\d\d-\d\d", r.published_at)
    }
    said = {
        known.report: sum(d.earliest is not None for d in known.dates or ())
        for known in annotations
    }
    ordered = sorted(published, key=lambda r: -min(said.get(r, 0), 1))
    return {report: published[report] for report in ordered}


def _days(report: str, mention: DateMention, lenders: Mapping[str, date]) -> Days:
    if mention.earliest and mention.latest:
        return Days(
            date.fromisoformat(mention.earliest), date.fromisoformat(mention.latest)
        )
    found = _NO_YEAR.match(mention.value)
    if found is None or mention.type not in {"DATE", "TIME"}:
        return Days(None, None)
    month, day = int(found[1]), int(found[2])
    lent: dict[date, str] = {}
    for lender, published in lenders.items():
        near = _nearest(month, day, published)
        if lender != report and near and abs(near - published) <= _NEAR:
            lent.setdefault(near, lender)
    if len(lent) != 1:
        return Days(None, None)
    ((there, lender),) = lent.items()
    return Days(there, there, lender)


def _nearest(month: int, day: int, to: date) -> date | None:
    around = []
    for year in (to.year - 1, to.year, to.year + 1):
        try:
            around.append(date(year, month, day))
        except ValueError:  # February 29 of a common year
            continue
    return min(around, key=lambda d: abs(d - to), default=None)


def signs_a_post(report: Report, mention: DateMention) -> bool:
    """Whether a date signs an embedded post: "Ann (@ann) May 3"."""
    start = mention.span.start
    return bool(_SIGNED.search(report.text[max(0, start - 60) : start]))
