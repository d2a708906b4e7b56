"""The comparison in a terminal: the view drawn as lines of text.

Everything is said in words and letters; colour only repeats it. All words of reports
pass through `one_line`, so that none of them can steer the terminal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text

from synoptic.present.lines import Lines, open_console
from synoptic.present.terminal_omissions import print_lacking, print_naming
from synoptic.present.terminal_positions import print_standing
from synoptic.present.terminal_story import print_parts, print_timeline
from synoptic.present.view import view
from synoptic.present.wording import (
    KIND_LABELS,
    KIND_LETTERS,
    KINDS,
    clipped,
    counted,
    listed,
    one_line,
    sigla_listed,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import Console

    from synoptic.model import Collation
    from synoptic.present.shown import (
        CollationView,
        FindingView,
        LinkView,
        PassageView,
        ReadingView,
        ReportView,
        UnitView,
    )
    from synoptic.present.wording import Kind

_LONGEST_EVIDENCE: Final = 160
_MOST_EVIDENCE: Final = 4  # lines a finding; the page and the JSON have all of them
_MANY_REPORTS: Final = 6
_LONGEST_OWN: Final = 480  # characters; what nobody else has is read whole
_MOST_OWN: Final = 5  # passages shown a report where there are many reports
_MOST_THINGS: Final = 3  # not in a report; `synoptic omissions` has all of them
_MOST_UNITS: Final = 40  # as above, of the passages that several reports have
_COLOURS: Final[dict[Kind, str]] = {
    "same": "blue",
    "edited": "yellow",
    "reworded": "magenta",
    "partly": "cyan",
    "own": "bright_black",
}


def print_collation(
    collation: Collation,
    console: Console | None = None,
    *,
    base: str | None = None,
    plain: bool = False,
) -> None:
    """Print findings, then shares, what stands in one report only, and the passages.

    Args:
        collation: What is shown.
        console: Where to; standard output by default.
        base: The report to read along, as for `view`.
        plain: Leave out the strips of letters, which say nothing when read aloud.
    """
    page = Lines(console or open_console())
    shown = view(collation, base=base)
    page.line(Text(one_line(shown.title), style="bold"))
    for notice in shown.held:
        page.line(Text(notice, style="bold reverse"))
    page.line(Text(_what_was_read(shown)))
    _findings(page, shown.findings)
    _reports(page, shown, plain=plain)
    _own(page, shown)
    without = [*_shared_points(page, shown), *_units(page, shown)]
    print_standing(page, shown.standing, whole=False)
    print_lacking(page, shown.lacking, most_things=_MOST_THINGS)
    print_naming(page, shown.lacking)
    without += print_parts(page, shown.parts)
    if collation.timeline:
        print_timeline(page, collation.reports, collation.timeline)
    elif collation.timeline is not None:
        without.append("Timeline")
    if without:
        page.heading("Looked for, and none found")
        page.hang("  ", Text(f"{'; '.join(without)}."))
    _not_checked(page, shown)


def _what_was_read(shown: CollationView) -> str:
    read = f"{counted(len(shown.reports), 'report')} compared"
    if not shown.rejected:
        return read
    return f"{read}, {counted(len(shown.rejected), 'input')} not read"


def _findings(page: Lines, findings: Sequence[FindingView]) -> None:
    page.heading("Findings")
    if not findings:
        page.line(Text("  None."))
    for number, finding in enumerate(findings, 1):
        page.hang(f"{number:2}. ", Text(one_line(finding.text), style="bold"))
        printed: dict[str, list[str]] = {}
        for quote in finding.quotes:
            printed.setdefault(clipped(quote.text, _LONGEST_EVIDENCE), []).append(
                quote.siglum
            )
        rows = [row for row in printed.items() if row[0] not in finding.text]
        for words, sigla in rows[:_MOST_EVIDENCE]:
            in_which = ", ".join(dict.fromkeys(sigla))
            page.hang(f"    {in_which}  ", Text(words))
        if len(rows) > _MOST_EVIDENCE:
            page.line(Text(f"    and {len(rows) - _MOST_EVIDENCE:,} more"))


def _reports(page: Lines, shown: CollationView, *, plain: bool) -> None:
    page.heading("Reports")
    for report in shown.reports:
        head = f"{one_line(report.name)}, {report.published}, " + counted(
            report.n_words, "word"
        )
        page.hang(Text(f"{report.siglum:<3}", style="bold"), Text(head))
        if report.credits:
            agencies = one_line(", ".join(report.credits))
            page.hang("   ", Text(f"text credited to {agencies}"))
        page.hang("   ", _shares(report, page.console.width - 3))
        if not plain:
            page.hang("   ", _strip(report, page.console.width - 3))
    if plain:
        return
    letters = ", ".join(f"{KIND_LETTERS[k]} {KIND_LABELS[k]}" for k in KINDS)
    page.line()
    page.hang("", Text(f"Each letter is a part of the text in order: {letters}."))


def _shares(report: ReportView, width: int) -> Text:
    """Every kind with its share; no line is broken inside one."""
    text = Text()
    room = width
    for share in report.shares:
        label = f"{KIND_LABELS[share.kind]} {share.percent} %"
        if text:
            fits = len(label) + 2 <= room
            text.append("  " if fits else "\n")
            room = room - 2 if fits else width
        text.append(label, style=_COLOURS[share.kind] if share.n_words else None)
        room -= len(label)
    return text


def _strip(report: ReportView, width: int) -> Text:
    """The kinds of the report's words in reading order, one letter a share of them."""
    kinds = [p.kind for p in report.passages for _ in range(p.n_words)]
    n_cells = min(width, len(kinds))
    strip = Text()
    for cell in range(n_cells):
        part = kinds[cell * len(kinds) // n_cells : (cell + 1) * len(kinds) // n_cells]
        kind = max(dict.fromkeys(part), key=part.count)
        if kind is None:
            strip.append(".")
        else:
            strip.append(KIND_LETTERS[kind], style=_COLOURS[kind])
    return strip


def _own(page: Lines, shown: CollationView) -> None:
    without = []
    for report in shown.reports:
        own = [p for p in report.passages if p.kind == "own" and p.n_words]
        if not own:
            without.append(report.siglum)
            continue
        n_words = sum(p.n_words for p in own)
        page.heading(f"Only in {report.siglum}")
        count = f"{counted(len(own), 'passage')}, {counted(n_words, 'word')}"
        page.line(Text(f"  {count}"))
        alone = all(p.kind == "own" for p in report.passages if p.n_words)
        if alone:
            page.line(Text("  All of it: no passage of it has a counterpart."))
        many = alone or len(shown.reports) > _MANY_REPORTS
        most = _MOST_OWN if many else len(own)
        for passage in own[:most]:
            words = clipped(passage.text, _LONGEST_OWN)
            page.hang(_label(passage.id), Text(words))
        _rest(page, len(own) - most)
    if without:
        page.heading(f"Only in {sigla_listed(without)}")
        of = "it" if len(without) == 1 else "them"
        page.line(Text(f"  Nothing: every passage of {of} has a counterpart."))


def _shared_points(page: Lines, shown: CollationView) -> list[str]:
    points = _points(shown)
    if not points:
        return ["One shared point"]
    page.heading("One shared point")
    most = _MOST_UNITS if len(shown.reports) > _MANY_REPORTS else len(points)
    for number, (sides, shared) in enumerate(points[:most]):
        if number:
            page.line()
        for passages in sides.values():
            first, *others = passages
            page.hang(_label(first.id), Text(clipped(first.text)))
            if others:
                likewise = listed([passage.id for passage in others])
                page.hang(_label(""), Text(f"likewise {likewise}"))
        if shared:
            page.hang(_label(""), Text(f"shared words: {one_line(shared)}"))
    _rest(page, len(points) - most)
    return []


def _points(
    shown: CollationView,
) -> list[tuple[dict[str | None, list[PassageView]], str]]:
    """The points shared by two units: the passages of each, and the shared words.

    Passages that stand for one another in several reports share a point once.
    """
    by_id = {p.id: p for report in shown.reports for p in report.passages}
    order = {report.siglum: i for i, report in enumerate(shown.reports)}
    found: dict[
        frozenset[str | None], tuple[dict[str | None, list[PassageView]], str]
    ] = {}
    for report in shown.reports:
        for passage in report.passages:
            for other in passage.counterparts:
                if other.kind != "partly" or order[other.siglum] < order[report.siglum]:
                    continue
                for there in (by_id[each] for each in other.passages):
                    both = frozenset((passage.unit, there.unit))
                    sides, _ = found.setdefault(both, ({}, other.shared))
                    for each in (passage, there):
                        side = sides.setdefault(each.unit, [])
                        if each not in side:
                            side.append(each)
    return list(found.values())


def _units(page: Lines, shown: CollationView) -> list[str]:
    runs = _runs(shown)
    if not runs:
        return ["Passages in several reports"]
    page.heading("Passages in several reports")
    most = _MOST_UNITS if len(shown.reports) > _MANY_REPORTS else len(runs)
    for run in runs[:most]:
        first, last = run[0], run[-1]
        numbers = (
            f"{first.number}" if first is last else f"{first.number}-{last.number}"
        )
        siglum = first.readings[0].siglum
        text = " ".join(one_line(unit.readings[0].text) for unit in run)
        page.hang(_row(numbers, siglum), Text(text))
        lines: dict[str, tuple[Text, list[str]]] = {}
        for reading in first.readings[1:]:
            line = _compared(first, reading)
            lines.setdefault(line.plain, (line, []))[1].append(reading.siglum)
        for line, sigla in lines.values():
            page.hang(_row("", ", ".join(sigla)), line)
    _rest(page, len(runs) - most)
    return []


def _runs(shown: CollationView) -> list[list[UnitView]]:
    """Passages that several reports have, those in one row together.

    Passages are in one row that the same reports have in the same words, one after
    the other in each of them.
    """
    place = {p.id: i for report in shown.reports for i, p in enumerate(report.passages)}
    runs: list[list[UnitView]] = []
    for unit in shown.units:
        if len(unit.readings) < 2:
            continue
        if runs and _goes_on(runs[-1][-1], unit, place):
            runs[-1].append(unit)
        else:
            runs.append([unit])
    return runs


def _goes_on(before: UnitView, unit: UnitView, place: Mapping[str, int]) -> bool:
    pairs = list(zip(before.readings, unit.readings, strict=False))
    return (
        len(before.readings) == len(unit.readings)
        and set(before.kinds) | set(unit.kinds) == {"same"}
        and all(a.siglum == b.siglum for a, b in pairs)
        and all(place[a.passages[-1]] + 1 == place[b.passages[0]] for a, b in pairs)
    )


def _compared(unit: UnitView, reading: ReadingView) -> Text:
    """How a reading compares with the first one that it was compared with."""
    link = _link(unit, reading)
    if link is None:
        return Text(one_line(reading.text))
    other = link.a if link.b == reading.siglum else link.b
    label = Text(KIND_LABELS[link.kind], style=_COLOURS[link.kind])
    if other != unit.readings[0].siglum:
        label.append(f" (with {other})")
    edits = [e.sentence for e in link.edits if e.cls != "style"]
    if link.kind == "reworded":
        return label.append(f": {one_line(reading.text)}", style="")
    if edits:
        return label.append(": " + "; ".join(edits), style="")
    return label


def _link(unit: UnitView, reading: ReadingView) -> LinkView | None:
    for other in unit.readings:
        if other.siglum == reading.siglum:
            return None
        for link in unit.links:
            if {link.a, link.b} == {other.siglum, reading.siglum}:
                return link
    return None


def _not_checked(page: Lines, shown: CollationView) -> None:
    page.heading("Not checked")
    if not shown.not_checked:
        page.line(Text("  Nothing was left out: every check was made."))
    for line in shown.not_checked:
        page.hang("  - ", Text(line))


def _rest(page: Lines, n_more: int) -> None:
    if n_more > 0:
        text = f"  and {n_more:,} more, which --html and --json show"
        page.line(Text(text))


def _label(passage_id: str) -> str:
    return f"  {passage_id:<5} "


def _row(number: str, sigla: str) -> Text:
    row = Text(f"{number:>5}  ")
    row.append(f"{sigla}  ", style="bold")
    return row
