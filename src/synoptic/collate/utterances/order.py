"""Sentences that two prints give in another order, apart, or one of them alone."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from synoptic.collate.utterances.alterations import whole
from synoptic.collate.utterances.words import weigh
from synoptic.model import Alteration

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from synoptic.collate.utterances.match import PiecePair
    from synoptic.collate.utterances.pieces import Piece
    from synoptic.model import AlterationKind, Report

_APART_BITS, _APART_WORDS = 25.0, 16
# fewer of a sentence inside marks are a fragment, which may stand anywhere
_LEAST_OF_SENTENCE, _LEAST_SHARE = 6, 0.6
_TWICE_SHARE = 0.8
_SHOWN_WORDS = 5


def order_alterations(
    pairs: Sequence[PiecePair], pieces: Sequence[Piece], reports: Sequence[Report]
) -> Iterator[Alteration]:
    """Yield where two reports print a speaker's sentences in another order or apart.

    Args:
        pairs: Pairs of pieces of two reports, in order of the first report.
        pieces: All pieces of both reports.
        reports: In the order of the collation.
    """
    texts = [report.text for report in reports]
    quoted = [p for p in pairs if _is_sentence(p.a, texts) and _is_sentence(p.b, texts)]
    seen: set[tuple[str, str, str]] = set()
    for one, two in pairwise(quoted):
        if one.a.sentence == two.a.sentence or one.b.sentence == two.b.sentence:
            continue
        together_a = one.a.quotation.id == two.a.quotation.id
        together_b = one.b.quotation.id == two.b.quotation.id
        apart = ""
        if one.b.order > two.b.order:
            if not (together_a and together_b):
                continue  # what is quoted apart may have been said in any order
            kind: AlterationKind = "reordered"
        elif _runs_on(one.a, two.a) and _apart(
            (one.b, two.b), (one.a, two.a), pieces, reports
        ):
            kind, apart = "spliced", "b"
        elif _runs_on(one.b, two.b) and _apart(
            (one.a, two.a), (one.b, two.b), pieces, reports
        ):
            kind, apart = "spliced", "a"
        else:
            continue
        key = (kind, two.a.quotation.id, two.b.quotation.id)
        if key in seen:
            continue
        seen.add(key)
        yield Alteration(
            kind=kind,
            a=two.a.quotation.id,
            b=two.b.quotation.id,
            detail=_both(one, two, reports),
            a_span=None if apart == "a" else whole(two.a),
            b_span=None if apart == "b" else whole(two.b),
            a_within=whole(two.a),
            b_within=whole(two.b),
        )


def _is_sentence(piece: Piece, texts: Sequence[str]) -> bool:
    """Whether a sentence stands inside marks, and not a few words of one."""
    if not piece.quoted:
        return False
    n_inside = sum(piece.inside)
    if piece.quotation.kind == "direct":
        begins = texts[piece.report][piece.words.spans[0].start].isupper()
        return begins or n_inside >= _LEAST_OF_SENTENCE
    share = n_inside / len(piece.inside)
    return n_inside >= _LEAST_OF_SENTENCE and share >= _LEAST_SHARE


def _twice(piece: Piece, other: Piece) -> bool:
    """Whether a report prints a piece again: in its head, and where it was said."""
    forms, again = set(piece.words.forms), set(other.words.forms)
    least = max(min(len(forms), len(again)), _LEAST_OF_SENTENCE)
    return len(forms & again) >= _TWICE_SHARE * least


def sentence_alterations(
    pairs: Sequence[PiecePair], pieces: Sequence[Piece], reports: Sequence[Report]
) -> Iterator[Alteration]:
    """Yield where one print goes on, inside the same marks, and the other does not.

    Args:
        pairs: Pairs of pieces of two reports.
        pieces: All pieces of both reports.
        reports: In the order of the collation.
    """
    by_quotations: dict[tuple[str, str], list[PiecePair]] = {}
    for pair in pairs:
        if pair.a.quoted and pair.b.quoted:
            key = (pair.a.quotation.id, pair.b.quotation.id)
            by_quotations.setdefault(key, []).append(pair)
    for (a, b), found in by_quotations.items():
        in_a = [p for p in pieces if p.quotation.id == a and p.quoted]
        in_b = [p for p in pieces if p.quotation.id == b and p.quoted]
        matched = {id(p) for pair in found for p in (pair.a, pair.b)}
        for longer, shorter, of_a in ((in_a, in_b, True), (in_b, in_a, False)):
            if any(id(p) not in matched for p in shorter):
                continue
            held = [p for p in longer if id(p) in matched]
            more = [
                p
                for p in longer
                if id(p) not in matched
                and p.stretch in {h.stretch for h in held}
                and not held[0].order < p.order < held[-1].order
            ]
            if not more:
                continue
            span = whole(more[0])
            words = " ".join(reports[more[0].report].quote(span).split())
            yield Alteration(
                kind="trimmed",
                a=a,
                b=b,
                detail=f"“{words}”",
                a_span=span if of_a else None,
                b_span=None if of_a else span,
                a_within=whole(found[0].a),
                b_within=whole(found[0].b),
            )


def _runs_on(one: Piece, two: Piece) -> bool:
    """Whether two pieces follow each other inside one pair of marks."""
    return one.stretch == two.stretch and two.order == one.order + 1


def _apart(
    pair: tuple[Piece, Piece],
    other: tuple[Piece, Piece],
    pieces: Sequence[Piece],
    reports: Sequence[Report],
) -> bool:
    """Whether words stand between two pieces that the other print does not have.

    Words that the other print has in one of its two sentences are cut otherwise, not
    left out.
    """
    one, two = pair
    there = [
        p for p in pieces if p.report == one.report and one.order < p.order < two.order
    ]
    if any(_twice(one, p) or _twice(two, p) for p in there):
        return False
    between = [form for p in there for form in p.words.forms]
    if between:
        held = {form for p in other for form in p.words.forms}
        missing = sum(weigh(f) for f in between if f not in held)
        return missing >= _APART_BITS
    gap = reports[one.report].text[whole(one).end : whole(two).start]
    return len(gap.split()) >= _APART_WORDS


def _both(one: PiecePair, two: PiecePair, reports: Sequence[Report]) -> str:
    """How the two sentences begin, as the earlier report prints them."""
    begins = []
    for piece in (one.a, two.a):
        spans = piece.words.spans
        last = spans[min(_SHOWN_WORDS, len(spans)) - 1]
        words = reports[piece.report].text[spans[0].start : last.end]
        begins.append(f"“{' '.join(words.split())} ...”")
    return ", ".join(begins)
