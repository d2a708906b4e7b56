"""What happened when: the dated happenings of all reports in order."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from synoptic.collate.dating import Days, days_of
from synoptic.collate.timeline.clauses import clause_at, dated_thing
from synoptic.collate.timeline.happens import tells_when
from synoptic.model import Evidence, Happening
from synoptic.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from synoptic.model import Annotations, DateMention, Report, Span, Unit

__all__ = ["find_timeline"]

# A period this long is background, no happening: "in the 1980s" stays, a century not.
_LONGEST_DAYS = 366 * 10


def find_timeline(
    reports: Sequence[Report],
    annotations: Sequence[Annotations],
    units: Sequence[Unit],
) -> tuple[Happening, ...]:
    """The dated clauses of the bodies, merged where aligned passages tell one of them.

    Two happenings on one day stay two unless an aligned passage joins them. What no
    report dates is left out.

    Args:
        reports: In the order of the collation.
        annotations: One for each report.
        units: The passages of the story with their links.

    Returns:
        By first day, then by last day, then by the place of the first member.
    """
    days = days_of(reports, annotations)
    told = [
        _told(report, known, days)
        for report, known in zip(reports, annotations, strict=True)
    ]
    index = {report.id: n for n, report in enumerate(reports)}
    joined = _joined(told, units, index)
    happenings = []
    for group in joined:
        members = sorted(group)
        firsts = [told[n][k] for n, k in members]
        narrow = min(
            firsts,
            key=lambda t: (t.last - t.first, t.days.year_from is not None, t.order),
        )
        happenings.append(
            (
                (narrow.first, narrow.last, members[0]),
                Happening(
                    earliest=narrow.first.isoformat(),
                    latest=narrow.last.isoformat(),
                    value=_value(narrow),
                    members=tuple(
                        Evidence(reports[n].id, told[n][k].clause) for n, k in members
                    ),
                    dates=tuple(told[n][k].mention.id for n, k in members),
                    year_from=narrow.days.year_from,
                ),
            )
        )
    return tuple(h for _, h in sorted(happenings, key=lambda p: p[0]))


class _Told:
    """One dated clause of one report, or one dated thing."""

    __slots__ = (
        "clause",
        "days",
        "first",
        "happened",
        "last",
        "mention",
        "order",
        "thing",
    )

    def __init__(
        self,
        clause: Span,
        mention: DateMention,
        days: Days,
        thing: frozenset[str],
        *,
        happened: bool,
    ) -> None:
        self.happened = happened
        self.thing = thing  # its words; empty of a clause
        self.mention = mention
        self.days = days
        self.first: date = days.earliest or days.latest  # type: ignore[assignment]
        self.last: date = days.latest or self.first
        self.order = mention.span
        self.clause = clause


def _told(
    report: Report, known: Annotations, days: dict[tuple[str, str], Days]
) -> list[_Told]:
    body = report.spans_of("body")
    told: list[_Told] = []
    for mention in known.dates or ():
        when = days[report.id, mention.id]
        if mention.type not in {"DATE", "TIME"} or when.earliest is None:
            continue
        if when.latest and (when.latest - when.earliest).days > _LONGEST_DAYS:
            continue
        if not any(mention.span.within(span) for span in body):
            continue
        thing, happens = dated_thing(report, known, mention)
        if not happens:
            continue
        clause = thing or clause_at(report, known, mention.span)
        words = frozenset(tokenize(report.text, *thing).norm) if thing else frozenset()
        happened = tells_when(report, known, mention)
        new = _Told(clause, mention, when, words, happened=happened)
        if words and any(_same_thing(new, other) for other in told):
            continue  # "the 2016 election" once more
        if any(_same_words(report, new, t) for t in told if t.happened):
            continue  # a paragraph printed twice
        if told and _one_clause(told[-1], new):
            # Two dates of one clause: the narrower one says when it happened.
            if new.last - new.first < told[-1].last - told[-1].first:
                told[-1] = new
            continue
        told.append(new)
    # "at any time this year" beside a "today" that is left out dates nothing either
    return [one for one in told if one.happened]


def _joined(
    told: Sequence[Sequence[_Told]], units: Sequence[Unit], index: dict[str, int]
) -> list[list[tuple[int, int]]]:
    """Clauses of linked passages whose days can be the same, as one happening."""
    group = {
        (n, k): [(n, k)] for n, clauses in enumerate(told) for k in range(len(clauses))
    }
    for unit in units:
        for link in unit.links:
            a, b = index[link.a], index[link.b]
            here = [k for k, t in enumerate(told[a]) if _in(t, link.a_spans)]
            there = [k for k, t in enumerate(told[b]) if _in(t, link.b_spans)]
            for k in here:
                partners = [m for m in there if _meet(told[a][k], told[b][m])]
                if len(partners) != 1:
                    continue
                _merge(group, (a, k), (b, partners[0]))
    things = [
        (n, k)
        for n, clauses in enumerate(told)
        for k, one in enumerate(clauses)
        if one.thing
    ]
    for (n, k), (m, j) in combinations(things, 2):
        if n != m and _same_thing(told[n][k], told[m][j]):
            _merge(group, (n, k), (m, j))
    seen: dict[int, list[tuple[int, int]]] = {id(g): g for g in group.values()}
    return list(seen.values())


def _merge(
    group: dict[tuple[int, int], list[tuple[int, int]]],
    a: tuple[int, int],
    b: tuple[int, int],
) -> None:
    """Make one happening of two, unless a report would stand in it twice."""
    one, two = group[a], group[b]
    if one is two or {n for n, _ in one} & {n for n, _ in two}:
        return
    one.extend(two)
    for end in two:
        group[end] = one


def _same_thing(a: _Told, b: _Told) -> bool:
    """Whether two dated things are one: all words of the one stand in the other."""
    if not a.thing or not b.thing or a.mention.value != b.mention.value:
        return False
    return a.thing <= b.thing or b.thing <= a.thing


def _one_clause(before: _Told, new: _Told) -> bool:
    """Whether two dates stand in one clause, or reach into one that is left out."""
    if not before.happened and not new.thing:
        return before.clause.overlaps(new.clause)
    return before.clause == new.clause


def _same_words(report: Report, a: _Told, b: _Told) -> bool:
    """Whether two places of a report tell one thing in the same words."""
    return (a.first, a.last) == (b.first, b.last) and (
        report.quote(a.clause).split() == report.quote(b.clause).split()
    )


def _in(told: _Told, spans: Sequence[tuple[int, int]]) -> bool:
    at = told.mention.span
    return any(start <= at.start and at.end <= end for start, end in spans)


def _meet(a: _Told, b: _Told) -> bool:
    return a.first <= b.last and b.first <= a.last


def _value(told: _Told) -> str:
    """The printed value, with the lent year where there is one."""
    if told.days.year_from:
        return told.first.isoformat() + told.mention.value[10:]
    return told.mention.value
