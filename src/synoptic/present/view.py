"""Resolve a collation into the one view object that the page and terminal draw.

Nothing is measured here: spans become quotations, ids become labels, and words are
counted into shares that add up.
"""

from __future__ import annotations

from itertools import accumulate
from pathlib import PurePath
from typing import TYPE_CHECKING

from synoptic.errors import UsageError
from synoptic.model import siglum
from synoptic.present.held import notices
from synoptic.present.names import name_of
from synoptic.present.omissions import lacking
from synoptic.present.passages import Passages
from synoptic.present.pieces import Words
from synoptic.present.positions import standing
from synoptic.present.shown import (
    BlockView,
    CollationView,
    FindingView,
    QuoteView,
    ReportView,
    ShareView,
)
from synoptic.present.speech import speakers
from synoptic.present.story import story_parts
from synoptic.present.wording import (
    KINDS,
    counted,
    listed,
    one_line,
    printed_time,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from synoptic.model import Annotations, Collation, Report, Span
    from synoptic.present.shown import PassageView

__all__ = ["CollationView", "view"]

_PARTS = (
    ("names", "names"),
    ("quotations", "quotations"),
    ("figures", "figures"),
    ("dates", "dates"),
)
# field of the collation, the annotations it is made of, what is said without it
_STAGES = (
    ("descent", (), "Who draws on whom was not looked at."),
    ("origins", (), "How many origins can stand behind a passage was not looked at."),
    (
        "utterances",
        ("quotations",),
        "Quotations were not matched between the reports.",
    ),
    (
        "comparisons",
        ("figures", "dates"),
        "Figures and dates were not set beside each other.",
    ),
    ("timeline", ("dates",), "The order of events was not looked at."),
    ("positions", (), "Who stands where was not looked at."),
    ("omissions", (), "What is not in a report was not looked at."),
    ("wording", (), "What the reports call the same was not looked at."),
)
_OF_ONE = ("timeline", "positions")
"""Stages that a single report has, too."""


def view(collation: Collation, *, base: str | None = None) -> CollationView:
    """Everything that is shown of a collation.

    Args:
        collation: What is shown.
        base: The report to read along: its id, siglum, path, file name or outlet.
            The first report by default.

    Raises:
        UsageError: No report, or more than one, goes by the name in `base`.
    """
    reports = collation.reports
    sigla = {report.id: siglum(i) for i, report in enumerate(reports)}
    along = find_base(reports, sigla, base)
    words = {report.id: Words(report.text) for report in reports}
    passages = Passages(collation, sigla, words, base=along.id)
    shown = tuple(
        _report_view(report, sigla[report.id], passages, words[report.id])
        for report in reports
    )
    quote = _quoting(collation, sigla, shown)
    return CollationView(
        title=_title(along, reports),
        base=sigla[along.id],
        findings=tuple(_findings(collation, quote)),
        reports=shown,
        units=passages.units(),
        parts=story_parts(collation, sigla, quote),
        speakers=speakers(collation, sigla, quote),
        standing=standing(collation, sigla, quote),
        lacking=lacking(collation, sigla, quote, shown),
        held=tuple(one_line(notice) for notice in notices(reports)),
        not_checked=tuple(_not_checked(collation, sigla)),
        rejected=tuple((r.path, r.reason) for r in collation.rejected),
        excerpts=None,
        version=collation.run.version,
    )


def find_base(
    reports: Sequence[Report], sigla: dict[str, str], base: str | None
) -> Report:
    """The report that goes by a name; the first one for None.

    Raises:
        UsageError: None goes by it, or more than one does.
    """
    if base is None:
        return reports[0]
    for named in (
        [r for r in reports if base in (r.id, r.path)],
        [r for r in reports if base == sigla[r.id]],
        [r for r in reports if base in (r.outlet, *_file_names(r))],
    ):
        if len(named) == 1:
            return named[0]
        if named:
            which = listed([f"{sigla[r.id]} ({r.path})" for r in named])
            raise UsageError(f"base {base!r} names more than one report: {which}")
    which = listed([f"{sigla[r.id]} ({name_of(r)})" for r in reports])
    raise UsageError(f"base {base!r} names none of the reports: {which}")


def _file_names(report: Report) -> tuple[str, str]:
    path = PurePath(report.path)
    return path.name, path.stem


def _title(along: Report, reports: Sequence[Report]) -> str:
    """The headline of the report read along, else the first that there is."""
    headlines = (one_line(report.headline or "") for report in (along, *reports))
    none = f"{counted(len(reports), 'report')} without a headline"
    return next(filter(None, headlines), none)


def _report_view(
    report: Report, label: str, passages: Passages, words: Words
) -> ReportView:
    blocks = []
    for i, block in enumerate(report.blocks, 1):
        body = passages.in_block(report, block) if block.kind == "body" else ()
        blocks.append(
            BlockView(
                id=f"{label}-b{i}",
                kind=block.kind,
                text=report.quote(block.span),
                passages=body,
                cut_before=False,
            )
        )
    shown = [p for block in blocks for p in block.passages]
    return ReportView(
        id=report.id,
        siglum=label,
        name=name_of(report),
        outlet_stated=report.outlet is not None,
        path=report.path,
        headline=report.headline,
        byline=report.byline,
        published=printed_time(report.published_at),
        published_at=report.published_at,
        credits=report.credits,
        language=report.language,
        n_words=sum(words.count(span) for span in report.spans_of("body")),
        shares=shares(shown),
        blocks=tuple(blocks),
    )


def shares(passages: Sequence[PassageView]) -> tuple[ShareView, ...]:
    """Words and percent of each kind; percents add up to 100 unless all are zero.

    Where each kind ends on the way from 0 to 100 is rounded, not its own length: so
    the first kinds together come to what a finding says of them as one share, and
    the last one to what is said of it alone.
    """
    n_words = dict.fromkeys(KINDS, 0)
    for passage in passages:
        if passage.kind is not None:
            n_words[passage.kind] += passage.n_words
    total = max(sum(n_words.values()), 1)
    ends = [round(100 * n / total) for n in accumulate(n_words.values())]
    return tuple(
        ShareView(kind=kind, n_words=n_words[kind], percent=end - start)
        for kind, start, end in zip(KINDS, [0, *ends[:-1]], ends, strict=True)
    )


def _findings(
    collation: Collation, quote: Callable[[str, Span], QuoteView]
) -> Iterator[FindingView]:
    for finding in collation.findings:
        yield FindingView(
            id=finding.id,
            kind=finding.kind,
            text=finding.text,
            quotes=tuple(quote(e.report, e.span) for e in finding.evidence),
        )


def _quoting(
    collation: Collation, sigla: dict[str, str], shown: Sequence[ReportView]
) -> Callable[[str, Span], QuoteView]:
    by_id = {report.id: report for report in shown}

    def quote(report_id: str, span: Span) -> QuoteView:
        report = collation.report(report_id)
        return QuoteView(
            siglum=sigla[report_id],
            report=report_id,
            text=report.quote(span),
            start=span.start,
            end=span.end,
            anchor=_anchor(by_id[report_id], report, span.start),
        )

    return quote


def _anchor(shown: ReportView, report: Report, at: int) -> str:
    for passage in shown.passages:
        if passage.start <= at < passage.end:
            return passage.id
    for block, block_view in zip(report.blocks, shown.blocks, strict=True):
        if block.start <= at < block.end:
            return block_view.id
    return shown.siglum


def _not_checked(collation: Collation, sigla: dict[str, str]) -> list[str]:
    """What did not run, then the parts that were left out."""
    lines = [one_line(line) for line in collation.run.degraded]
    missing: dict[tuple[str, ...], list[str]] = {}
    for field, label in _PARTS:
        where = tuple(
            sigla[a.report] for a in collation.annotations if _left_out(a, field)
        )
        if where:
            missing.setdefault(where, []).append(label)
    for where, labels in missing.items():
        everywhere = len(where) == len(collation.annotations)
        in_which = "" if everywhere else f" in {listed(where)}"
        text = f"{listed(labels)} were not looked at{in_which}."
        lines.append(text[0].upper() + text[1:])
    lines.extend(
        sentence
        for stage, needs, sentence in _STAGES
        if getattr(collation, stage) is None
        and (len(collation.reports) > 1 or stage in _OF_ONE)
        and all(_somewhere(collation, field) for field in needs)
    )
    return lines


def _somewhere(collation: Collation, field: str) -> bool:
    return not all(_left_out(a, field) for a in collation.annotations)


def _left_out(annotations: Annotations, field: str) -> bool:
    return getattr(annotations, field) is None
