"""How two prints of the same words differ inside the quotation marks."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from synoptic.collate.entities.spelling import fold_name
from synoptic.collate.utterances.words import NEGATIONS, is_grave, weigh
from synoptic.model import Alteration, Span
from synoptic.text.rarity import known

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from synoptic.collate.utterances.match import PiecePair
    from synoptic.collate.utterances.pieces import Piece
    from synoptic.model import AlterationKind, Report

_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.")
_FILLERS = frozenset("uh um er ah uhh umm".split())
_LEAST_ALIKE = 0.5
# words at an end that differ: more of them and the prints just stop elsewhere
_MOST_AT_AN_END = 4
_MOST_ADDED = 2
_LEAST_SPELLING = 5
_BETWEEN_BITS = 8.0
_MANY_WORDS = 7
_MOVED_BITS = 14.0
_APART_BITS, _APART_WORDS = 25.0, 16
# fewer of a sentence inside marks are a fragment, which may stand anywhere
_LEAST_OF_SENTENCE, _LEAST_SHARE = 6, 0.6
_TWICE_SHARE = 0.8
# less in common, or as much that differs, and the marks may hold other words
_SHARED_BITS, _MOST_DIFFERING = 16.0, 0.8
_MARK = re.compile(r"[\"“”„«»]")
_SHOWN_WORDS = 5
_STRAY = {("is", "has"), ("would", "had"), ("is", "us")}


def word_alterations(
    pair: PiecePair, reports: Sequence[Report]
) -> Iterator[Alteration]:
    """Yield the differences of two prints of one sentence, in order of the first."""
    a, b = _inside(pair.a), _inside(pair.b)
    forms_a = [pair.a.words.forms[i] for i in a]
    forms_b = [pair.b.words.forms[i] for i in b]
    matcher = SequenceMatcher(None, forms_a, forms_b, autojunk=False)
    if matcher.ratio() < _LEAST_ALIKE and not _one_in_other(forms_a, forms_b):
        return
    sides = (
        _Side(reports[pair.a.report].text, pair.a, a),
        _Side(reports[pair.b.report].text, pair.b, b),
    )
    denied = [sum(f in NEGATIONS for f in forms) for forms in (forms_a, forms_b)]
    stretches = list(_stretches(matcher, forms_a))
    if not _one_print(matcher, stretches, forms_a, forms_b):
        return
    moved = _moved(stretches, forms_a, forms_b)
    for (i1, i2, *_), (k1, k2) in moved.items():
        if sum(weigh(f) for f in forms_a[i1:i2]) >= _MOVED_BITS:
            yield Alteration(
                kind="reordered",
                a=pair.a.quotation.id,
                b=pair.b.quotation.id,
                detail=f"“{sides[0].words(i1, i2)}”",
                a_span=sides[0].span(i1, i2),
                b_span=sides[1].span(k1, k2),
                a_within=_whole(pair.a),
                b_within=_whole(pair.b),
            )
    shifted = {(k1, k2) for k1, k2 in moved.values()}
    for i1, i2, j1, j2 in stretches:
        if (i1, i2, j1, j2) in moved or (i1 == i2 and (j1, j2) in shifted):
            continue
        found = _difference(sides, (i1, i2), (j1, j2))
        if found is None:
            continue
        kind, detail, grave = found
        if grave and denied[0] == denied[1]:
            # "do not have any" and "have no" deny alike; a number still counts
            changed = (*forms_a[i1:i2], *forms_b[j1:j2])
            grave = is_grave([f for f in changed if f not in NEGATIONS])
        yield Alteration(
            kind=kind,
            a=pair.a.quotation.id,
            b=pair.b.quotation.id,
            detail=detail,
            grave=grave,
            a_span=sides[0].span(i1, i2),
            b_span=sides[1].span(j1, j2),
            a_within=_whole(pair.a),
            b_within=_whole(pair.b),
        )


def _one_print(
    matcher: SequenceMatcher[str],
    stretches: Sequence[tuple[int, int, int, int]],
    forms_a: Sequence[str],
    forms_b: Sequence[str],
) -> bool:
    """Whether enough stands inside both marks to say that they print one sentence."""
    shared = sum(
        weigh(form)
        for at, _, size in matcher.get_matching_blocks()
        for form in forms_a[at : at + size]
    )
    differing = sum(
        max(sum(map(weigh, forms_a[i1:i2])), sum(map(weigh, forms_b[j1:j2])))
        for i1, i2, j1, j2 in stretches
        if i1 < i2 and j1 < j2 and i1 > 0 and i2 < len(forms_a)
    )
    return shared >= _SHARED_BITS and differing < _MOST_DIFFERING * shared


def _moved(
    stretches: Sequence[tuple[int, int, int, int]],
    forms_a: Sequence[str],
    forms_b: Sequence[str],
) -> dict[tuple[int, int, int, int], tuple[int, int]]:
    """Words of the first print alone that the second has elsewhere, with the place."""
    there = {
        tuple(forms_b[j1:j2]): (j1, j2) for i1, i2, j1, j2 in stretches if i1 == i2
    }
    return {
        (i1, i2, j1, j2): there[tuple(forms_a[i1:i2])]
        for i1, i2, j1, j2 in stretches
        if j1 == j2 and tuple(forms_a[i1:i2]) in there
    }


def _stretches(
    matcher: SequenceMatcher[str], forms: Sequence[str]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield differing stretches; two with next to nothing between them are one."""
    held: tuple[int, int, int, int] | None = None
    codes = matcher.get_opcodes()
    for place, (tag, i1, i2, j1, j2) in enumerate(codes):
        if tag == "equal":
            light = sum(weigh(f) for f in forms[i1:i2]) < _BETWEEN_BITS
            if held is not None and i2 - i1 == 1 and place + 1 < len(codes):
                # one word amid many that differ is there by chance
                _, n1, n2, m1, m2 = codes[place + 1]
                before = max(held[1] - held[0], held[3] - held[2])
                light |= before + max(n2 - n1, m2 - m1) >= _MANY_WORDS
            if held is not None and not light:
                yield held
                held = None
        elif held is None:
            held = (i1, i2, j1, j2)
        else:
            held = (held[0], i2, held[2], j2)
    if held is not None:
        yield held


class _Side:
    """The words inside the marks of one print."""

    def __init__(self, text: str, piece: Piece, chosen: Sequence[int]) -> None:
        self.text = text
        self.piece = piece
        self.forms = [piece.words.forms[i] for i in chosen]
        self.spans = [piece.words.spans[i] for i in chosen]

    def span(self, first: int, last: int) -> Span | None:
        if first == last:
            return None
        return Span(self.spans[first].start, self.spans[last - 1].end)

    def words(self, first: int, last: int) -> str:
        span = self.span(first, last)
        return " ".join(self.text[span.start : span.end].split()) if span else ""

    def gap(self, at: int) -> str:
        """What is printed between two neighbouring words."""
        start = self.spans[at - 1].end if at else self.spans[0].start - 8
        end = self.spans[at].start if at < len(self.spans) else self.spans[-1].end + 8
        return self.text[max(start, 0) : end]

    def crosses(self, first: int, last: int) -> bool:
        """Whether the marks close and open again in, before or behind some words."""
        inner = range(max(first, 1), min(last + 1, len(self.spans)))
        return any(_MARK.search(self.gap(at)) for at in inner)

    def stands_alone(self, last: int) -> bool:
        """Whether the marks close behind the words before one that begins anew."""
        begins = self.text[self.spans[last].start].isupper()
        return begins and bool(_MARK.search(self.gap(last)))

    def bracketed(self, first: int, last: int) -> bool:
        """Whether an editor's brackets stand around words, or around one of them."""
        span = self.span(first, last)
        if span is None:
            return False
        before = self.text[max(0, span.start - 1) : span.start]
        return before in ("[", "(") or "[" in self.text[span.start : span.end]

    def opens(self) -> bool:
        """Whether the print begins as a sentence does."""
        return self.text[self.spans[0].start].isupper()


def _inside(piece: Piece) -> list[int]:
    return [i for i, within in enumerate(piece.inside) if within]


def _one_in_other(a: Sequence[str], b: Sequence[str]) -> bool:
    short, long = sorted((list(a), list(b)), key=len)
    n = len(short)
    return n > 1 and any(long[i : i + n] == short for i in range(len(long) - n + 1))


def _difference(
    sides: tuple[_Side, _Side], i: tuple[int, int], j: tuple[int, int]
) -> tuple[AlterationKind, str, bool] | None:
    a, b = sides
    words_a, words_b = a.words(*i), b.words(*j)
    forms_a, forms_b = a.forms[i[0] : i[1]], b.forms[j[0] : j[1]]
    at_start = i[0] == 0 and j[0] == 0
    at_end = i[1] == len(a.forms) and j[1] == len(b.forms)
    if not forms_a or not forms_b:
        longer, shorter = (a, b) if forms_a else (b, a)
        where, other = (i, j) if forms_a else (j, i)
        forms, words = forms_a or forms_b, words_a or words_b
        if set(forms) <= _FILLERS:
            return None
        if longer.bracketed(*where) and not (at_start or at_end):
            return "added", f"“{words}” (in brackets)", False
        if _ELLIPSIS.search(shorter.gap(other[0])):
            return "trimmed", f"“{words}” (an ellipsis stands there)", False
        if not (at_start or at_end) and _MARK.search(shorter.gap(other[0])):
            return "trimmed", f"“{words}”", False  # the marks close and open again
        short = len(forms) <= _MOST_ADDED
        if at_start or at_end:
            whole = at_start and short and longer.opens() and shorter.opens()
            whole = whole and not longer.stands_alone(where[1])
            if whole or (short and is_grave(forms)):
                return "added", f"“{words}”", is_grave(forms)
            return "trimmed", f"“{words}”", False
        return "added", f"“{words}”", is_grave(forms)
    if _alike(a, b, i, j) or a.crosses(*i) or b.crosses(*j):
        return None
    if (at_start or at_end) and max(len(forms_a), len(forms_b)) > _MOST_AT_AN_END:
        return None
    detail = f"“{words_a}” / “{words_b}”"
    if a.bracketed(*i) or b.bracketed(*j):
        return "changed", f"{detail} (in brackets)", False
    grave_a = sorted(f for f in forms_a if is_grave([f]))
    grave_b = sorted(f for f in forms_b if is_grave([f]))
    return "changed", detail, grave_a != grave_b


def _alike(a: _Side, b: _Side, i: tuple[int, int], j: tuple[int, int]) -> bool:
    """Whether two stretches differ in spelling or style alone."""
    forms_a, forms_b = a.forms[i[0] : i[1]], b.forms[j[0] : j[1]]
    joined_a, joined_b = "".join(forms_a), "".join(forms_b)
    if joined_a == joined_b:
        return True  # "longterm", "long term"
    if "@" in a.gap(i[0]) + b.gap(j[0]):
        return joined_a in joined_b or joined_b in joined_a  # a handle for a name
    if len(forms_a) != len(forms_b):
        return False
    return all(_one_word(x, y) for x, y in zip(forms_a, forms_b, strict=True))


def _one_word(x: str, y: str) -> bool:
    if x == y or (x, y) in _STRAY or (y, x) in _STRAY:
        return True
    if not (x.isalpha() and y.isalpha()) or min(len(x), len(y)) < _LEAST_SPELLING:
        return False
    if known(x) and known(y):
        return False
    return fold_name(x) == fold_name(y) or OSA.distance(x, y) == 1


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
            if together_a or together_b:
                kind: AlterationKind = "reordered"
            else:
                continue
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
            a_span=None if apart == "a" else _whole(two.a),
            b_span=None if apart == "b" else _whole(two.b),
            a_within=_whole(two.a),
            b_within=_whole(two.b),
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
            span = _whole(more[0])
            words = " ".join(reports[more[0].report].quote(span).split())
            yield Alteration(
                kind="trimmed",
                a=a,
                b=b,
                detail=f"“{words}”",
                a_span=span if of_a else None,
                b_span=None if of_a else span,
                a_within=_whole(found[0].a),
                b_within=_whole(found[0].b),
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
    gap = reports[one.report].text[_whole(one).end : _whole(two).start]
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


def _whole(piece: Piece) -> Span:
    return Span(piece.words.spans[0].start, piece.words.spans[-1].end)
