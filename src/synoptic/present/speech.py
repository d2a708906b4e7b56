"""Who said what: quotations in the running text, and by speaker across the reports."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from synoptic.present.pieces import plain_piece
from synoptic.present.shown import (
    PieceView,
    PrintView,
    SaidView,
    SpeakerView,
    UtteranceView,
)
from synoptic.present.wording import ALTERATIONS, clipped, counted, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from synoptic.model import (
        Alteration,
        Annotations,
        Collation,
        Quotation,
        Span,
        Utterance,
    )
    from synoptic.present.shown import QuoteView

    Quote = Callable[[str, Span], QuoteView]

UNNAMED: Final = "speaker not known"
_WHO_CHARS: Final = 80
_MARKS: Final = re.compile('[“"«„][^“”"«»]+[”"»“]?')
_MARKED: Final = frozenset({"added", "changed"})


def said_in(known: Annotations, quote: Callable[[Span], str]) -> tuple[SaidView, ...]:
    """The direct words of a report, a view for each stretch, in order of place.

    Args:
        known: Annotations of the report.
        quote: The words at a span of it.
    """
    found = [
        SaidView(start=start, end=end, who=_who(quotation, quote))
        for quotation in known.quotations or ()
        if quotation.kind != "indirect" and quotation.block == "body"
        for span in quotation.content
        for start, end in _in_marks(quotation, span, quote(span))
    ]
    kept: list[SaidView] = []
    for said in sorted(found, key=lambda s: (s.start, -s.end)):
        if not kept or said.start >= kept[-1].end:
            kept.append(said)
    return tuple(kept)


def _in_marks(
    quotation: Quotation, span: Span, words: str
) -> Iterable[tuple[int, int]]:
    """The whole of direct words; of mixed ones what stands inside quotation marks."""
    if quotation.kind == "direct":
        return [(span.start, span.end)]
    return [
        (span.start + match.start(), span.start + match.end())
        for match in _MARKS.finditer(words)
    ]


def _who(quotation: Quotation, quote: Callable[[Span], str]) -> str:
    speaker = quotation.speaker
    if speaker.entity:
        return clipped(speaker.entity, _WHO_CHARS)
    if speaker.span is not None:
        return clipped(quote(speaker.span), _WHO_CHARS)
    return UNNAMED


def with_speech(
    pieces: Iterable[PieceView], start: int, said: Sequence[SaidView]
) -> tuple[PieceView, ...]:
    """The pieces of a passage, cut where words of somebody begin and end.

    A piece in which words differ is not cut: it goes with what its beginning lies in.

    Args:
        pieces: Joined, their texts are the passage's text.
        start: Where the passage starts.
        said: The direct words of the report, in order, not overlapping.
    """
    found: list[PieceView] = []
    at = start
    for piece in pieces:
        end = at + len(piece.text)
        if piece.mark is None:
            cuts = sorted(
                {at, end}
                | {s.start for s in said if at < s.start < end}
                | {s.end for s in said if at < s.end < end}
            )
            found.extend(
                _told(plain_piece(piece.text[a - at : b - at]), a, said)
                for a, b in pairwise(cuts)
            )
        else:
            found.append(_told(piece, at, said))
        at = end
    return tuple(found)


def _told(piece: PieceView, at: int, said: Sequence[SaidView]) -> PieceView:
    for each in said:
        inside = each.start <= at < each.end
        if inside or (not piece.text and each.start < at == each.end):
            return PieceView(
                text=piece.text,
                mark=piece.mark,
                other=piece.other,
                cls=piece.cls,
                said=each,
            )
    return piece


def speakers(
    collation: Collation, sigla: Mapping[str, str], quote: Quote
) -> tuple[SpeakerView, ...] | None:
    """Who said what, those with most to compare first; None: not measured.

    Args:
        collation: What is shown.
        sigla: Label of each report, by id.
        quote: The words at a span of a report, with their address.
    """
    if collation.utterances is None:
        return None
    quotations = {
        (known.report, q.id): q
        for known in collation.annotations
        for q in known.quotations or ()
    }
    by_speaker: dict[str | None, list[Utterance]] = defaultdict(list)
    for utterance in collation.utterances:
        by_speaker[utterance.speaker].append(utterance)
    found = [
        SpeakerView(
            name=one_line(speaker) if speaker else "Speaker not known or not the same",
            known=speaker is not None,
            summary=_summary(said),
            utterances=tuple(
                _utterance(utterance, sigla, quotations, quote) for utterance in said
            ),
        )
        for speaker, said in by_speaker.items()
    ]
    return tuple(
        sorted(
            found,
            key=lambda s: (
                not s.known,
                -sum(len({p.siglum for p in u.prints}) > 1 for u in s.utterances),
                -len(s.utterances),
                s.name,
            ),
        )
    )


def _summary(said: Sequence[Utterance]) -> str:
    """How much there is: `4 times quoted, 2 in several reports, 1 differing`."""
    several = sum(len({m.report for m in u.members}) > 1 for u in said)
    differing = sum(any(a.kind != "trimmed" for a in u.alterations) for u in said)
    parts = [counted(len(said), "utterance")]
    if several:
        parts.append(f"{several} in several reports")
    if differing:
        parts.append(f"{differing} printed differently")
    return ", ".join(parts)


def _utterance(
    utterance: Utterance,
    sigla: Mapping[str, str],
    quotations: Mapping[tuple[str, str], Quotation],
    quote: Quote,
) -> UtteranceView:
    differing: dict[str, list[Span]] = defaultdict(list)
    for alteration in utterance.alterations:
        if alteration.kind not in _MARKED:
            continue
        for print_id, span in (
            (alteration.a, alteration.a_span),
            (alteration.b, alteration.b_span),
        ):
            if span is not None:
                differing[print_id].append(span)
    prints = []
    for member in utterance.members:
        quotation = quotations.get((member.report, member.quotation))
        if quotation is None:
            continue
        shown = [quote(member.report, span) for span in quotation.content]
        prints.append(
            PrintView(
                siglum=sigla[member.report],
                kind=quotation.kind,
                anchor=shown[0].anchor,
                pieces=_pieces(shown, differing[quotation.id]),
            )
        )
    translated = utterance.translated and any(
        a.kind != "trimmed" for a in utterance.alterations
    )
    notes = {_sides(a): _note(a) for a in reversed(utterance.alterations)}
    told = [*reversed(notes.values())]
    if translated:
        told.append("These may be two translations.")
    return UtteranceView(
        id=utterance.id,
        prints=tuple(prints),
        notes=tuple(told),
        differs=any(a.kind != "trimmed" for a in utterance.alterations),
    )


def _sides(alteration: Alteration) -> tuple[str, frozenset[str]]:
    """What two notes have in common that say the same, whichever print is first."""
    return alteration.kind, frozenset(alteration.detail.split(" / "))


def _note(alteration: Alteration) -> str:
    grave = " (a negation or a number)" if alteration.grave else ""
    kind = ALTERATIONS[alteration.kind]
    return f"{kind[0].upper()}{kind[1:]}{grave}: {clipped(alteration.detail)}"


def _pieces(
    shown: Sequence[QuoteView], differing: Sequence[Span]
) -> tuple[PieceView, ...]:
    """The words of one print, cut where they differ; parts that a cue splits apart."""
    found: list[PieceView] = []
    for number, part in enumerate(shown):
        if number:
            found.append(plain_piece(" \u2026 "))
        at = part.start
        for span in sorted(differing):
            start, end = max(span.start, at), min(span.end, part.end)
            if start >= end:
                continue
            found.append(plain_piece(part.text[at - part.start : start - part.start]))
            found.append(
                PieceView(
                    text=part.text[start - part.start : end - part.start],
                    mark="differs",
                    other="",
                    cls="wording",
                )
            )
            at = end
        found.append(plain_piece(part.text[at - part.start :]))
    return tuple(piece for piece in found if piece.text)
