"""What is not in a report, and what things are called, in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text

from synoptic.present.lines import Lines, open_console
from synoptic.present.terminal_positions import labels, marked_text, print_labels
from synoptic.present.view import view
from synoptic.present.wording import clipped, counted, listed, one_line, quoted

if TYPE_CHECKING:
    from rich.console import Console

    from synoptic.model import Collation
    from synoptic.present.shown_omissions import (
        HeadlineView,
        LackingView,
        LackView,
        NamedView,
        ThingView,
    )

_MOST_WORDS: Final = 2  # wordings of each thing; the JSON has all of them
_MANY: Final = 1_000_000
NOTHING: Final = (
    "Nothing was found that most of the reports have and one of them has not."
)


def print_omissions(
    collation: Collation, console: Console | None = None, *, wording: bool = False
) -> None:
    """Print what is not in each report, or what the reports call the same.

    Args:
        collation: What is shown.
        console: Where to; standard output by default.
        wording: Different words and headlines in place of what is not in a report.
    """
    page = Lines(console or open_console())
    shown = view(collation)
    if wording:
        print_naming(page, shown.lacking)
    else:
        print_lacking(page, shown.lacking, most_things=_MANY)
    print_labels(page, shown)


def print_lacking(page: Lines, shown: LackingView | None, *, most_things: int) -> None:
    """Print what is not in each report and what it alone has.

    Args:
        page: Where to.
        shown: What is shown; None: that was not looked at.
        most_things: Of each report.
    """
    if shown is None or shown.reports is None:
        return
    page.heading("Not in this report")
    if not any(report.things for report in shown.reports):
        page.hang("  ", Text(NOTHING))
    for report in shown.reports:
        if report.things:
            _report(page, report, most_things)


def _report(page: Lines, report: LackView, most_things: int) -> None:
    page.line()
    title = Text(f"Not in {report.siglum}", style="bold")
    title.append(f": {report.tally}", style="not bold")
    page.hang("  ", title)
    if report.draws_on:
        parents = listed(report.draws_on)
        page.hang("    ", Text(f"{report.siglum} draws on {parents}."))
    for thing in report.things[:most_things]:
        _thing(page, thing, report.siglum)
    if len(report.things) > most_things:
        page.hang("    ", Text(f"and {len(report.things) - most_things:,} more"))
    if report.alone:
        page.hang("  ", Text(f"Only in {report.siglum}: {report.alone}."))


def _thing(page: Lines, thing: ThingView, siglum: str) -> None:
    page.hang("    ", Text(f"{thing.label.capitalize()}: {thing.said}"))
    for words in thing.there[:_MOST_WORDS]:
        page.hang(f"      {labels(words)}  ", marked_text(words))
    if thing.here is not None:
        page.hang(f"      {siglum}  ", Text(clipped(thing.here.text)))


def print_naming(page: Lines, shown: LackingView | None) -> None:
    """Print what the reports call the same, and their headlines."""
    if shown is None or shown.wording is None:
        return
    page.heading("What the reports call the same")
    if not shown.wording:
        page.hang("  ", Text("No other words for one thing were found."))
    for named in shown.wording:
        _named(page, named)
    page.heading("Headlines")
    for headline in shown.headlines:
        _headline(page, headline)
    if shown.without_headline:
        without = counted(len(shown.without_headline), "report")
        page.hang("  ", Text(f"{without} without a headline."))


def _named(page: Lines, named: NamedView) -> None:
    page.hang("  ", Text(f"{named.thing or 'In one and the same place'}:"))
    for form in named.forms:
        labels = listed(list(dict.fromkeys(p.siglum for p in form.places)))
        page.hang(f"      {labels}  ", Text(one_line(form.words)))


def _headline(page: Lines, headline: HeadlineView) -> None:
    words = one_line("".join(run.text for run in headline.runs))
    notes = [f"first: {quoted(headline.first)}"] if headline.first else []
    if headline.alone:
        alone = ", ".join(quoted(word) for word in headline.alone)
        notes.append(f"only in this headline: {alone}")
    tail = f" ({'; '.join(notes)})" if notes else ""
    page.hang(f"  {headline.siglum}  ", Text(f"{words}{tail}"))
