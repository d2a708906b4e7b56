"""In a terminal: quotations, figures and dates, timeline, descent and origins.

A part that was not measured is not printed at all; one that was and is empty says so.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from rich.text import Text

from synoptic.model import siglum
from synoptic.present.lines import clipped
from synoptic.present.wording import counted, listed, one_line, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import TypeAlias

    from synoptic.model import Collation, Happening, Span
    from synoptic.model.collation import ComparedKind, Verdict
    from synoptic.model.utterances import AlterationKind
    from synoptic.present.lines import Lines

    Row: TypeAlias = list[tuple[str, Text]]  # label and text of each paragraph

_MOST_ROWS: Final = 40
_MOST_REASONS: Final = 3  # of each conclusion, weightiest first
_VERDICTS: Final[dict[ComparedKind, dict[Verdict, str]]] = {
    "figure": {
        "agree": "one number fits",
        "conflict": "different figures",
        "superseded": "a later count",
        "undecided": "could not tell",
    },
    "date": {
        "agree": "the same time",
        "conflict": "different times",
        "superseded": "a later time",
        "undecided": "could not tell",
    },
}
_ALTERATIONS: Final[dict[AlterationKind, str]] = {
    "trimmed": "one begins later or ends sooner",
    "added": "words inside the marks of one only",
    "changed": "different words inside the marks",
    "spliced": "apart in one, together in the other",
    "reordered": "in another order",
    "speaker": "different speakers",
    "occasion": "different days",
    "addressee": "different listeners",
}


def print_story(page: Lines, collation: Collation) -> None:
    """Print each part that was measured, in the order in which readers ask for it."""
    sigla = {report.id: siglum(i) for i, report in enumerate(collation.reports)}
    for heading, part, rows in (
        (
            "Quotations that are printed differently",
            collation.utterances,
            _quotations(collation, sigla),
        ),
        (
            "Figures and dates in several places",
            collation.comparisons,
            _comparisons(collation, sigla),
        ),
        ("Timeline", collation.timeline, _timeline(collation, sigla)),
        ("Which report draws on which", collation.descent, _descent(collation, sigla)),
        ("Origins among these reports", collation.origins, _origins(collation)),
    ):
        if part is not None:
            page.heading(heading)
            _print_rows(page, list(rows))


def _print_rows(page: Lines, rows: list[Row]) -> None:
    for row in rows[:_MOST_ROWS]:
        for label, text in row:
            page.hang(label, text)
    if not rows:
        page.line(Text("  None."))
    if len(rows) > _MOST_ROWS:
        page.line(Text(f"  and {len(rows) - _MOST_ROWS:,} more, which --json shows"))


def _quotations(collation: Collation, sigla: Mapping[str, str]) -> Iterable[Row]:
    report_of = {
        quotation.id: known.report
        for known in collation.annotations
        for quotation in known.quotations or ()
    }
    for utterance in collation.utterances or ():
        who = one_line(utterance.speaker or "Speaker not known")
        may_be = "; these may be two translations" if utterance.translated else ""
        prints: dict[str, dict[str, list[str]]] = {}
        for alteration in utterance.alterations:
            how = f"{_ALTERATIONS[alteration.kind]}: {one_line(alteration.detail)}"
            by_words = prints.setdefault(how, {})
            for quotation, within in (
                (alteration.a, alteration.a_within),
                (alteration.b, alteration.b_within),
            ):
                report = report_of.get(quotation)
                if report is not None and within is not None:
                    words = clipped(_words(collation, report, within))
                    by_words.setdefault(words, []).append(sigla[report])
        for how, by_words in prints.items():
            rows = [(_beside(which), Text(words)) for words, which in by_words.items()]
            yield [("  ", Text(f"{who}, {how}{may_be}")), *rows]


def _comparisons(collation: Collation, sigla: Mapping[str, str]) -> Iterable[Row]:
    spans: dict[tuple[str, str], Span] = {}
    for known in collation.annotations:
        spans |= {(known.report, f.id): f.span for f in known.figures or ()}
        spans |= {(known.report, d.id): d.span for d in known.dates or ()}
    for comparison in collation.comparisons or ():
        printed: dict[str, list[str]] = {}
        for member in comparison.members:
            span = spans.get((member.report, member.id))
            if span is not None:
                words = quoted(_words(collation, member.report, span))
                printed.setdefault(words, []).append(sigla[member.report])
        prints = "; ".join(f"{_which(w)} {words}" for words, w in printed.items())
        verdict = _VERDICTS[comparison.kind][comparison.verdict]
        reason = f" ({one_line(comparison.reason)})" if comparison.reason else ""
        yield [("  ", Text(f"{verdict}: {prints}{reason}"))]


def _timeline(collation: Collation, sigla: Mapping[str, str]) -> Iterable[Row]:
    before = ""
    for happening in collation.timeline or ():
        when = _when(happening)
        row = [("  ", Text(when, style="bold"))] if when != before else []
        before = when
        printed: dict[str, list[str]] = {}
        for member in happening.members:
            words = clipped(_words(collation, member.report, member.span))
            printed.setdefault(words, []).append(sigla[member.report])
        for words, which in printed.items():
            row.append((_beside(which), Text(words)))
        yield row


def _descent(collation: Collation, sigla: Mapping[str, str]) -> Iterable[Row]:
    if collation.descent is None:
        return
    for edge in collation.descent.edges:
        child, parent = sigla[edge.child], sigla[edge.parent]
        how = f"{child} draws {edge.extent} on {parent}"
        share = f"{round(100 * edge.share)}% of {child} stands in {parent}"
        yield [("  ", Text(f"{how}: {share}{_because(edge.reasons)}"))]
    for lost in collation.descent.lost_parents:
        who = listed([sigla[child] for child in lost.children])
        whose = f" of {one_line(lost.agency)}" if lost.agency else ""
        draw = "draws" if len(lost.children) == 1 else "draw"
        text = f"{who} {draw} on a text{whose} that is not among these reports"
        yield [("  ", Text(text + _because(lost.reasons)))]
    for open_question in collation.descent.undecided:
        who = listed([sigla[report] for report in open_question.reports])
        yield [
            ("  ", Text(f"could not tell for {who}: {_plain(open_question.reason)}"))
        ]


def _origins(collation: Collation) -> Iterable[Row]:
    """How many passages have which bounds; those of each stand in the JSON."""
    bounds = Counter(
        (origin.at_least, origin.at_most)
        for origin in collation.origins or ()
        if len(origin.reports) > 1
    )
    for (low, high), n_units in sorted(bounds.items(), key=str):
        least = "could not tell at least how many" if low is None else f"at least {low}"
        most = "could not tell at most how many" if high is None else f"at most {high}"
        passages = counted(n_units, "passage") + " that several reports have"
        yield [("  ", Text(f"{passages}: {least}, {most}"))]


def _words(collation: Collation, report: str, span: Span) -> str:
    return collation.report(report).quote(span)


def _which(sigla: list[str]) -> str:
    return ", ".join(sorted(dict.fromkeys(sigla), key=lambda s: (len(s), s)))


def _beside(sigla: list[str]) -> str:
    return f"      {_which(sigla)}  "


def _because(reasons: tuple[str, ...]) -> str:
    shown = [_plain(reason) for reason in reasons[:_MOST_REASONS]]
    if len(reasons) > len(shown):
        n_more = len(reasons) - len(shown)
        shown.append(f"{counted(n_more, 'more reason')} in --json")
    return f" ({'; '.join(shown)})" if shown else ""


def _plain(sentence: str) -> str:
    return one_line(sentence).rstrip(".")


def _when(happening: Happening) -> str:
    """A day, a month, a year, or from when to when."""
    try:
        first = date.fromisoformat(happening.earliest)
        last = date.fromisoformat(happening.latest)
        after = last + timedelta(days=1)
    except (ValueError, OverflowError):
        return one_line(happening.value)
    if first == last:
        return f"{first.day} {first:%B %Y}"
    if first.day == 1 and after.day == 1:
        if (first.year, first.month) == (last.year, last.month):
            return f"{first:%B %Y}"
        if (first.year, first.month, last.month) == (last.year, 1, 12):
            return str(first.year)
    return f"{first.day} {first:%B %Y} to {last.day} {last:%B %Y}"
