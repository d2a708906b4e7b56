"""What is not in a report, and what it alone has.

The words say where something stands and where it does not, never why.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from synoptic.model import Span
from synoptic.present.headlines import headline_views
from synoptic.present.marked import Sentences, printed_once
from synoptic.present.naming import named_views
from synoptic.present.shown_omissions import LackingView, LackView, ThingView
from synoptic.present.wording import counted, listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from synoptic.model import Collation, Omission, OmissionKind
    from synoptic.present.marked import MarkedView
    from synoptic.present.shown import PassageView, QuoteView, ReportView

    Quote = Callable[[str, Span], QuoteView]

KINDS: Final[dict[OmissionKind, tuple[str, str]]] = {
    "attribution": ("source", "sources"),
    "denial": ("denial", "denials"),
    "credit": ("agency credit", "agency credits"),
    "condition": ("condition", "conditions"),
    "hedge": ("hedge", "hedges"),
    "figure": ("figure", "figures"),
    "quotation": ("quotation", "quotations"),
    "unit": ("passage", "passages"),
}
_MOST_ALONE: Final = 3
_BESIDE: Final = frozenset({"attribution", "hedge", "figure", "denial", "condition"})


def lacking(
    collation: Collation,
    sigla: Mapping[str, str],
    quote: Quote,
    reports: Sequence[ReportView],
) -> LackingView | None:
    """What is not in each report, and the words for one thing; None: not measured.

    Args:
        collation: What is shown.
        sigla: Label of each report, by id.
        quote: The words at a span of a report, with their address.
        reports: The reports as they are shown.
    """
    if collation.omissions is None and collation.wording is None:
        return None
    return LackingView(
        reports=None
        if collation.omissions is None
        else tuple(_reports(collation, sigla, quote, reports)),
        wording=None if collation.wording is None else named_views(collation, quote),
        headlines=headline_views(collation, reports, quote),
        without_headline=tuple(
            sigla[r.id] for r in collation.reports if not r.headline
        ),
        n_reports=len(reports),
    )


def _reports(
    collation: Collation,
    sigla: Mapping[str, str],
    quote: Quote,
    reports: Sequence[ReportView],
) -> Iterator[LackView]:
    sentences = Sentences(collation, quote)
    of: dict[str, list[Omission]] = {}
    for omission in collation.omissions or ():
        of.setdefault(omission.report, []).append(omission)
    for report in reports:
        found = of.get(report.id, [])
        counts = Counter(omission.kind for omission in found)
        own = [p for p in report.passages if p.kind == "own" and p.n_words]
        parents = {o.parent for o in found if o.parent is not None}
        yield LackView(
            siglum=report.siglum,
            name=report.name,
            tally=listed([counted(counts[k], *KINDS[k]) for k in KINDS if counts[k]]),
            draws_on=tuple(label for name, label in sigla.items() if name in parents),
            things=tuple(_thing(o, sigla, quote, sentences) for o in found),
            alone=_alone(report, own),
            n_alone=len(own),
            longest=tuple(
                quote(report.id, Span(p.start, p.end))
                for p in sorted(own, key=lambda p: -p.n_words)[:_MOST_ALONE]
            ),
        )


def _alone(report: ReportView, own: Sequence[PassageView]) -> str:
    if not own:
        return ""
    share = next(s.percent for s in report.shares if s.kind == "own")
    return f"{counted(len(own), 'passage')}, {share} % of its words"


def _thing(
    omission: Omission,
    sigla: Mapping[str, str],
    quote: Quote,
    sentences: Sentences,
) -> ThingView:
    having = [sigla[r] for r in omission.carried_by]
    return ThingView(
        kind=omission.kind,
        label=KINDS[omission.kind][0],
        said=_line(sigla[omission.report], having, omission),
        there=printed_once(_there(omission, sentences)),
        sigla=tuple(having),
        here=quote(omission.report, omission.beside[0]) if omission.beside else None,
    )


def _there(omission: Omission, sentences: Sentences) -> Iterator[MarkedView]:
    """The words elsewhere; what is less than a sentence is marked inside its own."""
    for member in omission.members:
        span, marks = member.span, []
        if omission.kind in _BESIDE:
            span = sentences.around(member.report, member.span)
            marks = [member.span]
        yield sentences.marked(member.report, span, marks, "there")


def _line(where: str, having: Sequence[str], omission: Omission) -> str:
    """One thing that is not in a report, under a heading that names the report."""
    one = len(having) == 1
    have = "has" if one else "have"
    if omission.kind == "credit":
        credit = "credits" if one else "credit"
        return (
            f"No credit was found; {listed(having)} {credit} an agency for passages "
            f"that {where} has too."
        )
    if omission.kind == "attribution":
        return f"Printed without its source, which {listed(having)} {have}."
    if omission.kind == "hedge":
        return f"The same words, without what {listed(having)} {have} beside them."
    count = ""
    if omission.origins < len(having):
        count = f", which count as {omission.origins}"
    return f"In {listed(having)}{count}."
