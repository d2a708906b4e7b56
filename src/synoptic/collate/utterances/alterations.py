"""How two prints of the same words differ inside the quotation marks."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
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
_HIDDEN = "email protected"
"""What some sites print in the place of an address."""
_FILLERS = frozenset("uh um er ah uhh umm".split())
_LEAST_ALIKE = 0.5
# words at an end that differ: more of them and the prints just stop elsewhere
_MOST_AT_AN_END = 4
_MOST_ADDED = 2
_LEAST_SPELLING = 5
_BETWEEN_BITS = 8.0
_MANY_WORDS = 7
_MOVED_BITS = 14.0
_LONGEST_CLAUSE = 12  # words
_MOST_INITIALS = 6
# less in common, or as much that differs, and the marks may hold other words
_SHARED_BITS, _MOST_DIFFERING = 16.0, 0.8
_LEAST_PART, _MOST_OF_PART = 6, 0.7
_DETERMINERS = frozenset("a an the this that these those my our your his her".split())
_DETERMINERS |= frozenset("its their".split())
_MARK = re.compile(r"[\"“”„«»]")
_STRAY = {("is", "has"), ("would", "had"), ("is", "us")}


def word_alterations(
    pair: PiecePair, reports: Sequence[Report]
) -> Iterator[Alteration]:
    """Yield the differences of two prints of one sentence, in order of the first."""
    a, b = _inside(pair.a), _inside(pair.b)
    forms_a = [pair.a.words.forms[i] for i in a]
    forms_b = [pair.b.words.forms[i] for i in b]
    matcher = SequenceMatcher(None, forms_a, forms_b, autojunk=False)
    alike = matcher.ratio() >= _LEAST_ALIKE or _one_in_other(forms_a, forms_b)
    if not (alike or _part_of(matcher, len(forms_a), len(forms_b))):
        return
    sides = (
        _Side(reports[pair.a.report].text, pair.a, a),
        _Side(reports[pair.b.report].text, pair.b, b),
    )
    denied = [_n_denials(forms) for forms in (forms_a, forms_b)]
    stretches = [
        _undetermined(sides, stretch) for stretch in _stretches(matcher, forms_a, sides)
    ]
    if not _one_print(matcher, stretches, forms_a, forms_b):
        return
    stretches = _denied_once(stretches, forms_a, forms_b)
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
                a_within=whole(pair.a),
                b_within=whole(pair.b),
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
            a_within=whole(pair.a),
            b_within=whole(pair.b),
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


def _part_of(matcher: SequenceMatcher[str], n: int, m: int) -> bool:
    """Whether most of one print stands close together in a far longer one."""
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    short = min(n, m)
    if short < _LEAST_PART or not blocks:
        return False
    first, last = blocks[0], blocks[-1]
    reach = max(last.a - first.a, last.b - first.b) + last.size
    together = sum(block.size for block in blocks)
    return together >= _MOST_OF_PART * short and reach * _MOST_OF_PART <= short


def _undetermined(
    sides: tuple[_Side, _Side], stretch: tuple[int, int, int, int]
) -> tuple[int, int, int, int]:
    """A stretch without the "her" before words that the other print quotes alone.

    'her “offer”' beside '“Her offer”': the word stands before the marks.
    """
    i1, i2, j1, j2 = stretch
    a, b = sides
    if i1 or j1 or i1 == i2 or j1 == j2:
        return stretch
    if a.forms[0] in _DETERMINERS and b.forms[0] not in _DETERMINERS and not b.opens():
        return (min(1, i2 - 1), i2, j1, j2)
    if b.forms[0] in _DETERMINERS and a.forms[0] not in _DETERMINERS and not a.opens():
        return (i1, i2, min(1, j2 - 1), j2)
    return stretch


def _stretches(
    matcher: SequenceMatcher[str], forms: Sequence[str], sides: tuple[_Side, _Side]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield differing stretches; two with next to nothing between them are one.

    What stands in an editor's brackets stays apart: it was not said.
    """
    held: tuple[int, int, int, int] | None = None
    codes = matcher.get_opcodes()
    for place, (tag, i1, i2, j1, j2) in enumerate(codes):
        one_sided = tag in ("insert", "delete")
        if one_sided and (sides[0].bracketed(i1, i2) or sides[1].bracketed(j1, j2)):
            if held is not None:
                yield held
            held = None
            yield i1, i2, j1, j2
        elif tag == "equal":
            light = sum(weigh(f) for f in forms[i1:i2]) < _BETWEEN_BITS
            # "are not here to buy" and "have not come to buy" are one clause each
            light |= i2 - i1 == 1 and forms[i1] in NEGATIONS
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


def _denied_once(
    stretches: Sequence[tuple[int, int, int, int]],
    forms_a: Sequence[str],
    forms_b: Sequence[str],
) -> list[tuple[int, int, int, int]]:
    """The stretches, those between which a "not" goes from one place to another as one.

    "it is not far" and "I do not think it is that far" put one clause for another:
    "that" for "not" is no difference by itself.
    """
    joined: list[tuple[int, int, int, int]] = []
    for n, (i1, i2, j1, j2) in enumerate(stretches):
        if joined and i1 < joined[-1][1]:
            continue  # inside one that was joined
        lost = _n_denials(forms_a[i1:i2]) - _n_denials(forms_b[j1:j2])
        clauses = (
            (i1, end_a, j1, end_b)
            for _, end_a, _, end_b in stretches[n + 1 :]
            if lost and max(end_a - i1, end_b - j1) <= _LONGEST_CLAUSE
            if _n_denials(forms_a[i1:end_a]) == _n_denials(forms_b[j1:end_b])
        )
        joined.append(next(clauses, (i1, i2, j1, j2)))
    return joined


def _n_denials(forms: Sequence[str]) -> int:
    return sum(form in NEGATIONS for form in forms)


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
            if _ELLIPSIS.search(longer.gap(where[1] if at_start else where[0])):
                return "trimmed", f"“{words}”", False  # it leaves words out itself
            alone = at_start and short and longer.opens() and shorter.opens()
            alone = alone and not longer.stands_alone(where[1])
            if alone or (short and is_grave(forms)):
                return "added", f"“{words}”", is_grave(forms)
            return "trimmed", f"“{words}”", False
        return "added", f"“{words}”", is_grave(forms)
    if _HIDDEN in (words_a.lower(), words_b.lower()):
        return None
    if _alike(a, b, i, j) or a.crosses(*i) or b.crosses(*j):
        return None
    # what denies on both sides is one clause for another, no print that begins later
    answers = _n_denials(forms_a) == _n_denials(forms_b) > 0
    long = max(len(forms_a), len(forms_b)) > _MOST_AT_AN_END
    if (at_start or at_end) and long and not answers:
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
    if _letters(a.words(*i)) == _letters(b.words(*j)) != "":
        return True  # "president's", "presidents'"
    if _initials_of(a.words(*i), b.words(*j)) or _initials_of(b.words(*j), a.words(*i)):
        return True
    if "@" in a.gap(i[0]) + b.gap(j[0]):
        return joined_a in joined_b or joined_b in joined_a  # a handle for a name
    if len(forms_a) != len(forms_b):
        return False
    return all(_one_word(x, y) for x, y in zip(forms_a, forms_b, strict=True))


def _initials_of(short: str, long: str) -> bool:
    """Whether one side prints in short what the other spells out: "NHB", "N.H.B."."""
    letters = short.removeprefix("the ").replace(".", "")
    if not (2 <= len(letters) <= _MOST_INITIALS and letters.isupper()):
        return False
    words = [w for w in re.split(r"[\s-]+", long) if w[:1].isupper()]
    return len(words) > 1 and "".join(w[0] for w in words) == letters


def _letters(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def _one_word(x: str, y: str) -> bool:
    if x == y or (x, y) in _STRAY or (y, x) in _STRAY:
        return True
    if not (x.isalpha() and y.isalpha()) or min(len(x), len(y)) < _LEAST_SPELLING:
        return False
    if known(x) and known(y):
        return False
    return fold_name(x) == fold_name(y) or OSA.distance(x, y) == 1


def whole(piece: Piece) -> Span:
    """From the first word of a piece to its last."""
    return Span(piece.words.spans[0].start, piece.words.spans[-1].end)
