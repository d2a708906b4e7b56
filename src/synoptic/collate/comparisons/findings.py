"""What the comparisons say in a line or two."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from synoptic.collate.comparisons.figures import LEAST_NUMBERS, TURNED_SCORE
from synoptic.model import Evidence, Figure, Finding, part_id, siglum

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from synoptic.model import (
        Annotations,
        Comparison,
        DateMention,
        Report,
        Span,
    )

_MOST = 3
_LATER_COUNT = "A later report gives a higher count"
_LATER = {"two versions of one report": "A later version gives another number"}
_APART = {
    LEAST_NUMBERS: "Least numbers",
    TURNED_SCORE: "One score, its sides in another order",
}
_WORD = re.compile(r"\d+|(?!\b(?:of|the)\b)(?<!\d)[^\W\d_]+")
_SHORT = 3  # letters of a month or weekday that all its short forms begin with
_SHOWN_CHARS = 60


def comparison_findings(
    reports: Sequence[Report],
    annotations: Sequence[Annotations],
    comparisons: Sequence[Comparison],
) -> tuple[Finding, ...]:
    """Differing figures one by one, then how many figures and dates stand in both.

    Args:
        reports: In the order of the collation.
        annotations: One for each report.
        comparisons: As `find_comparisons` gives them.
    """
    printed = _Printed(reports, annotations)
    found = [
        _one(printed, c, "Different figures", "figures-differ", 79.0)
        for c in comparisons
        if c.kind == "figure" and c.verdict == "conflict"
    ][:_MOST]
    found += [
        _one(printed, c, "Different days", "dates-differ", 74.0)
        for c in comparisons
        if c.kind == "date" and c.verdict == "conflict"
    ][:_MOST]
    found += [
        _one(printed, c, _LATER.get(c.reason, _LATER_COUNT), "count-later", 58.0)
        for c in comparisons
        if c.verdict == "superseded"
    ][:_MOST]
    found += [
        _one(printed, c, _APART[c.reason], "figures-apart", 57.5)
        for c in comparisons
        if c.kind == "figure" and c.reason in _APART
    ][:_MOST]
    dates = _same_days(printed, comparisons)
    figures = _same_figures(printed, reports, comparisons)
    return (*found, *dates, *figures)


class _Printed:
    """The printed words of figures and dates, hedges included."""

    def __init__(
        self, reports: Sequence[Report], annotations: Sequence[Annotations]
    ) -> None:
        self.reports = {report.id: report for report in reports}
        self.names = {report.id: siglum(n) for n, report in enumerate(reports)}
        self.mentions: dict[tuple[str, str], Figure | DateMention] = {
            (known.report, mention.id): mention
            for known in annotations
            for mentions in (known.figures or (), known.dates or ())
            for mention in mentions
        }

    def span(self, report: str, mention_id: str) -> Span:
        """Where the words lie, with a hedge before them."""
        mention = self.mentions[report, mention_id]
        if isinstance(mention, Figure):
            return mention.span_with_hedge(self.reports[report].text)
        return mention.span

    def words(self, report: str, mention_id: str) -> str:
        """The words on one line."""
        quoted = self.reports[report].quote(self.span(report, mention_id))
        return " ".join(quoted.split())[:_SHOWN_CHARS]

    def in_digits(self, comparison: Comparison) -> bool:
        """Whether any report prints the figure in digits."""
        return any(
            letter.isdigit()
            for m in comparison.members
            for letter in self.words(m.report, m.id)
        )


def _one(
    printed: _Printed, comparison: Comparison, opening: str, kind: str, weight: float
) -> Finding:
    members = comparison.members
    if len({m.report for m in members}) == 1:
        name = printed.names[members[0].report]
        words = " and ".join(f"“{printed.words(m.report, m.id)}”" for m in members)
        text = f"In {name}, {words} are not the same measure."
        return _finding(printed, comparison, "conversion", text, 56.0)
    told: dict[str, list[str]] = {}
    for m in members:
        told.setdefault(printed.words(m.report, m.id), []).append(
            printed.names[m.report]
        )
    sides = ", ".join(
        f"{_listed(names)} {'prints' if len(names) == 1 else 'print'} “{words}”"
        for words, names in told.items()
    )
    event = _event(printed, comparison)
    return _finding(printed, comparison, kind, f"{opening}{event}: {sides}.", weight)


def _listed(names: Sequence[str]) -> str:
    """Letters as a sentence lists them: "A, B and C"."""
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _event(printed: _Printed, comparison: Comparison) -> str:
    told = {
        getattr(printed.mentions[m.report, m.id], "event", None)
        for m in comparison.members
    } - {None}
    return f" ({told.pop()})" if len(told) == 1 else ""


def _same_days(printed: _Printed, comparisons: Sequence[Comparison]) -> list[Finding]:
    """The first day that reports name by words of which none holds the other."""
    dates = [c for c in comparisons if c.kind == "date"]
    differ = sum(c.verdict == "conflict" for c in dates)
    for comparison in dates:
        told: dict[str, list[str]] = {}
        for m in comparison.members:
            words = printed.words(m.report, m.id)
            told.setdefault(words, []).append(printed.names[m.report])
        plain = comparison.verdict == "agree" and comparison.reason.startswith("same")
        if not plain or not _named_apart(told):
            continue
        sides = " = ".join(f"“{w}” ({_listed(names)})" for w, names in told.items())
        text = f"{sides}: {comparison.reason.partition(',')[0]}."
        if differ:
            text = f"{text[:-1]}; {differ} {'differs' if differ == 1 else 'differ'}."
        return [_finding(printed, comparison, "dates", text, 57.0)]
    return []


def _named_apart(told: Iterable[str]) -> bool:
    """Whether two of the phrases have words of their own: "Monday", "March 3".

    "November 28" and "Nov. 28th" have not.
    """
    sets = [
        frozenset(w[:_SHORT] for w in _WORD.findall(words.casefold())) for words in told
    ]
    return any(not (a <= b or b <= a) for a, b in combinations(sets, 2))


def _same_figures(
    printed: _Printed, reports: Sequence[Report], comparisons: Sequence[Comparison]
) -> list[Finding]:
    """How many figures several reports have, and those that agree, to show one."""
    figures = [c for c in comparisons if c.kind == "figure" and len(_reports(c)) > 1]
    if not figures:
        return []
    n = len(figures)
    differ = sum(c.verdict in ("conflict", "superseded") for c in figures)
    open_ = sum(c.verdict == "undecided" for c in figures)
    where = "both" if len(reports) == 2 else "two or more reports"
    stand = "figure stands" if n == 1 else "figures stand"
    text = f"{n} {stand} in {where}; {_how_many_differ(differ, open_)}"
    agreed = [c for c in figures if c.verdict == "agree"] or figures
    # "two men" is a figure, and tells less than any that is printed in digits
    shown = next((c for c in agreed if printed.in_digits(c)), agreed[0])
    evidence = [Evidence(m.report, printed.span(m.report, m.id)) for m in shown.members]
    key = "figures" + "".join(r.id for r in reports)
    return [Finding(part_id(key), "figures", f"{text}.", 42.0, tuple(evidence))]


def _how_many_differ(differ: int, open_: int) -> str:
    if differ:
        told = f"{differ} {'differs' if differ == 1 else 'differ'}"
    else:
        told = "none is known to differ" if open_ else "none differs"
    return f"{told}, of {open_} it cannot be told" if open_ else told


def _reports(comparison: Comparison) -> set[str]:
    return {m.report for m in comparison.members}


def _finding(
    printed: _Printed, comparison: Comparison, kind: str, text: str, weight: float
) -> Finding:
    evidence = tuple(
        Evidence(m.report, printed.span(m.report, m.id)) for m in comparison.members
    )
    key = kind + "".join(f"\x1e{e.report}" for e in evidence)
    spans = [e.span for e in evidence]
    return Finding(part_id(key, *spans), kind, text, weight, evidence)
