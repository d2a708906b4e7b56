"""What is not in a report, what the reports call one thing, and their headlines.

The words say where something stands and where it does not, never why.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from synoptic.present.shown import PartView, RowView
from synoptic.present.wording import counted, listed, one_line, quoted
from synoptic.text.headlines import without_mark
from synoptic.text.rarity import bits
from synoptic.text.stems import stem
from synoptic.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from synoptic.model import Collation, Omission, Report, Span, Wording
    from synoptic.present.shown import QuoteView

    Quote = Callable[[str, Span], QuoteView]

_TELLING_BITS: Final = 7.5


def omissions_part(
    collation: Collation, sigla: Mapping[str, str], quote: Quote
) -> PartView:
    """What other reports have and one does not, under the name of that report."""
    rows = [
        RowView(
            text=omission_line(sigla, omission),
            reasons=(),
            quotes=(
                *(quote(m.report, m.span) for m in omission.members),
                *(quote(omission.report, s) for s in omission.beside[:1]),
            ),
            plain=False,
            group=f"Not in {sigla[omission.report]}",
        )
        for omission in collation.omissions or ()
    ]
    return PartView(
        id="omissions", title="Not in one of the reports", rows=tuple(rows), alike=0
    )


def omission_line(sigla: Mapping[str, str], omission: Omission) -> str:
    """One thing that is not in a report, under a heading that names the report."""
    where = sigla[omission.report]
    having = listed([sigla[r] for r in omission.carried_by])
    one = len(omission.carried_by) == 1
    have = "has" if one else "have"
    if omission.kind == "credit":
        credit = "credits" if one else "credit"
        return (
            f"No credit was found; {having} {credit} an agency for passages that "
            f"{where} has too."
        )
    if omission.kind == "attribution":
        return f"Printed without its source, which {having} {have}."
    if omission.kind == "hedge":
        return f"The same words, without what {having} {have} beside them."
    what = {
        "denial": "A denial",
        "condition": "A condition",
        "figure": "A figure",
        "quotation": "A quotation",
    }.get(omission.kind, "A passage")
    drawn = (
        f"; {where} draws on {sigla[omission.parent]}"
        if omission.parent is not None
        else ""
    )
    return f"{what} of {having}{drawn}."


def wording_part(collation: Collation, quote: Quote) -> PartView:
    """What is called by different words, each form with the reports that use it."""
    return PartView(
        id="wording",
        title="What the reports call the same",
        rows=tuple(
            _named(each, quote)
            for each in collation.wording or ()
            if each.kind not in {"headline", "first"}
        ),
        alike=0,
    )


def _named(wording: Wording, quote: Quote) -> RowView:
    quotes = tuple(quote(form.report, form.span) for form in wording.forms)
    text = "In one and the same place"
    if wording.kind == "person" and one_line(wording.thing) != quotes[0].text:
        text = one_line(wording.thing)
    return RowView(text=f"{text}:", reasons=(), quotes=quotes, plain=False)


def headlines_part(collation: Collation, sigla: Mapping[str, str]) -> PartView:
    """The headlines beside each other, with what each puts first and has alone."""
    return PartView(
        id="headlines",
        title="Headlines",
        rows=tuple(_headlines(collation, sigla)),
        alike=0,
    )


def _headlines(collation: Collation, sigla: Mapping[str, str]) -> Iterator[RowView]:
    reports = [r for r in collation.reports if r.headline]
    firsts = {
        form.report: form.span
        for wording in collation.wording or ()
        if wording.kind == "first"
        for form in wording.forms
    }
    counts = Counter(key for r in reports for key in set(_telling(r)))
    for report in reports:
        telling = _telling(report)
        alone = [words for key, words in telling.items() if counts[key] == 1]
        notes = []
        if report.id in firsts:
            notes.append(f"first: {quoted(report.quote(firsts[report.id]))}")
        if alone and len(reports) > 1:
            words = ", ".join(quoted(word) for word in alone)
            notes.append(f"only in this headline: {words}")
        tail = f" ({'; '.join(notes)})" if notes else ""
        headline = one_line(report.headline or "")
        yield RowView(
            text=f"{sigla[report.id]}: {headline}{tail}",
            reasons=(),
            quotes=(),
            plain=False,
        )
    if len(reports) < len(collation.reports):
        without = len(collation.reports) - len(reports)
        text = f"{counted(without, 'report')} without a headline."
        yield RowView(text=text, reasons=(), quotes=(), plain=True)


def _telling(report: Report) -> dict[str, str]:
    """The telling words of a headline by their stem, as printed, in order."""
    headline = without_mark(report.headline or "")
    tokens = tokenize(headline)
    found: dict[str, str] = {}
    places = zip(tokens.start.tolist(), tokens.end.tolist(), tokens.norm, strict=True)
    for start, end, norm in places:
        if bits(norm) >= _TELLING_BITS:
            found.setdefault(stem(norm), headline[start:end])
    return found
