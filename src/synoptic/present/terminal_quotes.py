"""Who said what, in a terminal: by speaker, each utterance once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from synoptic.model import siglum
from synoptic.present.lines import Lines, open_console
from synoptic.present.names import name_of
from synoptic.present.wording import ALTERATIONS, clipped, one_line, sigla_listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from rich.console import Console

    from synoptic.model import Alteration, Quotation, Report, Run, Utterance

    Prints = Callable[[Utterance], Iterable[tuple[str, Report, Quotation]]]

_UNNAMED = "speaker not named"


def print_quotes(
    run: Run,
    reports: Sequence[Report],
    utterances: Sequence[Utterance],
    prints: Prints,
    console: Console | None = None,
    *,
    missing: Sequence[str] = (),
) -> None:
    """Print every speaker's utterances, those whose prints differ first.

    Args:
        run: What did not run is named at the end.
        reports: In the order of their sigla.
        utterances: In the order in which each speaker's are shown.
        prints: Siglum, report and quotation of each print of an utterance.
        console: Where to; standard output by default.
        missing: Names of the reports in which quotations were not looked for.
    """
    page = Lines(console or open_console())
    by_speaker: dict[str | None, list[Utterance]] = {}
    for utterance in utterances:
        by_speaker.setdefault(utterance.speaker, []).append(utterance)
    named = sorted(by_speaker, key=lambda s: (s is None, -len(by_speaker[s]), s or ""))
    if not utterances and len(missing) < len(reports):
        page.line(Text("No quotations were found."))
    for speaker in named:
        page.line()
        page.line(Text(one_line(speaker or _UNNAMED), style="bold"))
        for utterance in by_speaker[speaker]:
            _utterance(page, utterance, prints)
    if missing:
        where = sigla_listed([one_line(name) for name in missing])
        page.hang("", Text(f"Quotations were not looked for in {where}."))
    if len(reports) > 1 or run.degraded:
        page.line()
    for place, report in enumerate(reports if len(reports) > 1 else ()):
        page.hang(f"  {siglum(place)}  ", Text(name_of(report)))
    for line in run.degraded:
        page.hang("  - ", Text(one_line(line)))


def _utterance(page: Lines, utterance: Utterance, prints: Prints) -> None:
    page.line()
    for letter, report, quotation in prints(utterance):
        words = " ... ".join(report.quote(span) for span in quotation.content)
        page.hang(f"  {letter}  {quotation.kind:9}", Text(clipped(words)))
    seen = set()
    for alteration in utterance.alterations:
        line = _difference(alteration)
        if line not in seen:
            seen.add(line)
            page.hang("     ", Text(line))
    if utterance.translated and any(a.kind != "trimmed" for a in utterance.alterations):
        page.hang("     ", Text("The words may be two translations."))


def _difference(alteration: Alteration) -> str:
    grave = " (a negation or a number)" if alteration.grave else ""
    return f"{ALTERATIONS[alteration.kind]}{grave}: {clipped(alteration.detail)}"
