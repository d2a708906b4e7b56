"""Who stands where, in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text

from synoptic.present.lines import Lines, open_console
from synoptic.present.view import view
from synoptic.present.wording import clipped, counted, listed, one_line, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from synoptic.model import Collation
    from synoptic.present.marked import MarkedView
    from synoptic.present.shown import CollationView
    from synoptic.present.shown_positions import (
        FramingView,
        HeldView,
        PartyView,
        ProposalView,
        StandingView,
        TermView,
    )

_MOST_WORDS: Final = 3  # sentences a position; the page and the JSON have all of them
_MOST_PROPOSALS: Final = 6
_LONGEST: Final = 220
NOBODY: Final = "Nobody is printed as being for or against anything here."


def print_positions(collation: Collation, console: Console | None = None) -> None:
    """Print each proposal with who stands where on it, then the reports' labels.

    Args:
        collation: What is shown.
        console: Where to; standard output by default.
    """
    page = Lines(console or open_console())
    shown = view(collation)
    print_standing(page, shown.standing, whole=True)
    print_labels(page, shown)


def print_labels(page: Lines, shown: CollationView) -> None:
    """Print which report each label is, and what was not looked at."""
    page.line()
    for report in shown.reports:
        page.hang(f"  {report.siglum}  ", Text(one_line(report.name)))
    for line in shown.not_checked:
        page.hang("  - ", Text(one_line(line)))


def print_standing(page: Lines, shown: StandingView | None, *, whole: bool) -> None:
    """Print who stands where; nothing at all where that was not looked at.

    Args:
        page: Where to.
        shown: What is shown.
        whole: Everything with its sentences, not only the first things.
    """
    if shown is None:
        return
    page.heading("Who stands where")
    if not shown.n_positions:
        page.hang("  ", Text(NOBODY))
    most_words = _MOST_WORDS if whole else 0
    if whole:
        first, rest = shown.proposals, shown.single
    else:
        everything = shown.proposals or shown.single
        first, rest = everything[:_MOST_PROPOSALS], ()
    for proposal in first:
        _proposal(page, proposal, most_words)
    if rest and first:
        page.line()
        page.hang("  ", Text("On other things, each in one report"))
    for proposal in rest:
        _proposal(page, proposal, 1 if first else most_words)
    left = len(shown.proposals) + len(shown.single) - len(first) - len(rest)
    if left:
        page.line()
        page.hang("  ", Text(f"and {counted(left, 'more thing')} (synoptic positions)"))


def _proposal(page: Lines, proposal: ProposalView, most_words: int) -> None:
    page.line()
    page.hang("  ", Text(proposal.name, style="bold"))
    for party in proposal.parties:
        _party(page, party, most_words)
    for framing in proposal.framings:
        _framing(page, framing)
    for words in proposal.own_words:
        own = Text(f"{words.siglum} in its own words: {_printed(words)}")
        page.hang("    ", own)


def _party(page: Lines, party: PartyView, most_words: int) -> None:
    aside = f" (speaks for {party.speaks_for})" if party.speaks_for else ""
    for held in party.held:
        said = Text(f"{party.name}{aside}", style="bold")
        said.append(f": {held_words(held)}", style="not bold")
        page.hang("    ", said)
        _terms(page, "Condition", held.conditions)
        _terms(page, "Asked in return", held.demands)
        if held.source:
            page.hang("      ", Text(held.source))
        words = [held.key, *held.others][:most_words]
        for each in words:
            page.hang(f"      {labels(each)}  ", marked_text(each))
        left = 1 + len(held.others) - len(words)
        if words and left:
            page.hang("      ", Text(f"{counted(left, 'more sentence')} (--json)"))
    if party.path:
        steps = "; then ".join(f"{s.when}: {s.label}" for s in party.path)
        page.hang("      ", Text(f"Over time: {steps}"))


def held_words(held: HeldView) -> str:
    """A position in one phrase: stance, what weakens it, when, in which reports."""
    said = f"{held.lean}, {held.label}" if held.lean else held.label
    if held.modality:
        said += f" ({held.modality})"
    if held.when:
        said += f", {held.when}"
    if held.teller:
        said += f", as told by {held.teller}"
    return f"{said}; in {listed(held.sigla)}"


def _terms(page: Lines, name: str, terms: Sequence[TermView]) -> None:
    for term in terms:
        readings = "; ".join(
            f"{quoted(clipped(same[0].text, _LONGEST))} "
            f"({', '.join(r.siglum for r in same)})"
            for same in term.wordings
        )
        page.hang("      ", Text(f"{name}: {readings}"))


def _framing(page: Lines, framing: FramingView) -> None:
    page.hang("    ", Text(f"{framing.actor} in the headlines:"))
    for headline in framing.headlines:
        page.hang(f"      {labels(headline)}  ", marked_text(headline))


def _printed(words: MarkedView) -> str:
    return quoted(clipped(words.text, _LONGEST).rstrip(" ."))


def labels(words: MarkedView) -> str:
    """The reports that print the words: `A, C`."""
    return ", ".join(place.siglum for place in (words, *words.also))


def marked_text(words: MarkedView) -> Text:
    """The words on one line, what is marked in them in bold."""
    line = Text("... " if words.cut_before else "")
    for run in words.runs:
        flat = one_line(f"|{run.text}|")[1:-1]
        line.append(flat, style="bold" if run.mark else None)
    line.append(" ..." if words.cut_after else "")
    return line
