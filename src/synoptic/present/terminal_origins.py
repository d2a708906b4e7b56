"""Descent and origins in the terminal: the copy tree, and what rests on one origin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text

from synoptic.present.claims import claims_of
from synoptic.present.descent_tree import tree_lines
from synoptic.present.lines import Lines, open_console
from synoptic.present.names import who_is_who
from synoptic.present.wording import clipped, listed, one_line, quoted, sigla_listed

if TYPE_CHECKING:
    from rich.console import Console

    from synoptic.model import Collation
    from synoptic.present.claims import Claim

_SHOWN: Final = 8
_WORDS_CHARS: Final = 110
_OURS: Final = ("origins", "draws-on", "lost-parent", "descent-undecided")


def print_origins(
    collation: Collation,
    console: Console | None = None,
    *,
    claims: bool = False,
    reasons: bool = False,
) -> None:
    """Print who draws on whom and which passages rest on one origin.

    Args:
        collation: What is shown.
        console: Where to; standard output by default.
        claims: Every shared passage with all that is known about its origins, instead
            of the first screen.
        reasons: Give the reasons for each tie of the copy tree.
    """
    page = Lines(console or open_console())
    if claims:
        _all_claims(page, claims_of(collation))
        page.line()
        page.line(Text(who_is_who(collation.reports)))
        return
    for finding in collation.findings:
        if finding.kind in _OURS:
            page.hang("- ", Text(one_line(finding.text)))
    page.heading("Copy tree")
    for line in tree_lines(collation, reasons=reasons):
        bare = line.lstrip(" ")
        page.hang(" " * (len(line) - len(bare)), Text(one_line(bare)))
    shown = [c for c in claims_of(collation) if c.at_most == 1]
    page.heading("Printed by several, one origin")
    if not shown:
        page.line(Text("No passage is shown to rest on one origin."))
    for claim in shown[:_SHOWN]:
        page.hang("- ", Text(_short(claim)))
    if len(shown) > _SHOWN:
        page.line(Text(f"and {len(shown) - _SHOWN} more: --claims lists them all"))
    page.line()
    page.line(Text(who_is_who(collation.reports)))


def _short(claim: Claim) -> str:
    words = quoted(clipped(claim.words, _WORDS_CHARS))
    said = f"; said by {listed(claim.said_by)}" if claim.said_by else ""
    come = f"; words from {listed(claim.words_from)}" if claim.words_from else ""
    return f"{words} in {sigla_listed(claim.printed_in)}{come}{one_line(said)}"


def _all_claims(page: Lines, claims: tuple[Claim, ...]) -> None:
    if not claims:
        page.line(Text("No passage stands in two reports or more."))
    for number, claim in enumerate(claims, start=1):
        if number > 1:
            page.line()
        page.hang(f"{number}. ", Text(quoted(claim.words)))
        for label, text in (
            ("printed in", listed(claim.printed_in)),
            ("words from", listed(claim.words_from) or "not shown"),
            ("said by", listed(claim.said_by) or "not named"),
            ("bounds", f"{claim.bounds} among these reports"),
            ("why", "; ".join(claim.why) or "not measured"),
            ("would decide", "; ".join(claim.would_decide)),
        ):
            if text:
                page.hang(f"   {label}: ", Text(one_line(text)))
