"""Which pieces of different reports print the same words of the same speaker."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

from synoptic.collate.utterances.words import weigh

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rapidfuzz.distance import Opcodes

    from synoptic.collate.utterances.pieces import Piece

# a word of this many bits is rare enough to look a piece up by
_RARE_BITS = 9.0
_QUOTED_BITS, _QUOTED_SHARE = 16.0, 0.6
_TOLD_BITS, _TOLD_SHARE = 34.0, 0.62
# unnamed against named: the words must say more, and be most of what is said
_UNNAMED_BITS, _UNNAMED_SHARE = 30.0, 0.8
# two different speakers: the words must be the same and many
_OTHER_BITS, _OTHER_SHARE = 45.0, 0.85
# "did it" and a name stand in many things that one person says
_TELLING_BITS, _LEAST_TELLING = 10.5, 20.0
_LEAST_WHOLE, _MANY_WORDS = 3, 5
_MOST_OF_BOTH = 0.65
_SCATTERED = 3


@dataclass(frozen=True, slots=True, eq=False)
class PiecePair:
    """Two pieces that print the same words; `a` is of the earlier report.

    Attributes:
        shared_bits: Information of the words they have in common, in order.
        same_speaker: None: one of them is unnamed.
    """

    a: Piece
    b: Piece
    shared_bits: float
    same_speaker: bool | None


def match_pieces(
    pieces: Sequence[Piece],
    agree: Callable[[Piece, Piece], bool | None],
) -> list[PiecePair]:
    """Pairs of pieces of different reports; of two reports each piece in one pair.

    Candidates share rare words; they are weighed by the information of their longest
    common subsequence of words, against that of the shorter piece.

    Args:
        pieces: Of all reports.
        agree: Whether the speakers of two pieces are one; None: not known.
    """
    index: dict[str, list[int]] = defaultdict(list)
    for number, piece in enumerate(pieces):
        for form in sorted(set(piece.words.forms)):
            if weigh(form) >= _RARE_BITS:
                index[form].append(number)
    shared: dict[tuple[int, int], float] = defaultdict(float)
    for form in sorted(index):
        found = index[form]
        for place, one in enumerate(found):
            for other in found[place + 1 :]:
                if pieces[one].report != pieces[other].report:
                    shared[one, other] += weigh(form)
    pairs: list[PiecePair] = []
    for (one, other), rare_bits in sorted(shared.items()):
        a, b = sorted((pieces[one], pieces[other]), key=lambda p: (p.report, p.order))
        least = min(a.words.weight_bits, b.words.weight_bits)
        if rare_bits < 0.25 * least:
            continue
        pair = _weighed(a, b, least, agree)
        if pair is not None:
            pairs.append(pair)
    return _one_to_one(pairs)


def _weighed(
    a: Piece,
    b: Piece,
    least: float,
    agree: Callable[[Piece, Piece], bool | None],
) -> PiecePair | None:
    blocks = LCSseq.opcodes(a.words.forms, b.words.forms)
    shared = sum(
        weigh(form)
        for op in blocks
        if op.tag == "equal"
        for form in a.words.forms[op.src_start : op.src_end]
    )
    both_quoted = a.quoted and b.quoted
    bits = _QUOTED_BITS if both_quoted else _TOLD_BITS
    share = _QUOTED_SHARE if both_quoted else _TOLD_SHARE
    same = agree(a, b)
    if same is None:
        bits, share = max(bits, _UNNAMED_BITS), max(share, _UNNAMED_SHARE)
    if same is False:
        if not both_quoted:
            return None
        bits, share = _OTHER_BITS, _OTHER_SHARE
    if shared < bits or shared < share * least:
        return None
    alike = shared >= _MOST_OF_BOTH * max(a.words.weight_bits, b.words.weight_bits)
    if not (both_quoted or _stands_together(blocks)):
        return None
    if not (alike or _says_much(a, b, blocks) or _one_whole(a, b, blocks)):
        return None
    return PiecePair(a, b, shared, same)


def _says_much(a: Piece, b: Piece, blocks: Opcodes) -> bool:
    """Whether the words in common are more than a few tools of grammar and names."""
    names = a.named | b.named
    common = [
        weigh(form)
        for op in blocks
        if op.tag == "equal"
        for form in a.words.forms[op.src_start : op.src_end]
        if form not in names
    ]
    telling = sum(bits for bits in common if bits >= _TELLING_BITS)
    return telling >= _LEAST_TELLING or len(common) >= _MANY_WORDS


def _stands_together(blocks: Opcodes) -> bool:
    """Whether the words in common stand close together in both pieces."""
    equal = [op for op in blocks if op.tag == "equal"]
    n_shared = sum(op.src_end - op.src_start for op in equal)
    first, last = equal[0], equal[-1]
    reach = max(last.src_end - first.src_start, last.dest_end - first.dest_start)
    return reach <= _SCATTERED * n_shared


def _one_whole(a: Piece, b: Piece, blocks: Opcodes) -> bool:
    """Whether all of one piece, some words or more, stands together in the other."""
    least = min(len(a.words.forms), len(b.words.forms))
    return least >= _LEAST_WHOLE and any(
        op.tag == "equal" and op.src_end - op.src_start == least for op in blocks
    )


def _one_to_one(pairs: Sequence[PiecePair]) -> list[PiecePair]:
    taken: set[tuple[int, int, int]] = set()
    kept: list[PiecePair] = []
    ranked = sorted(
        pairs,
        key=lambda p: (
            -p.shared_bits,
            p.a.report,
            p.a.order,
            p.b.report,
            p.b.order,
        ),
    )
    for pair in ranked:
        keys = {
            (pair.a.report, pair.a.order, pair.b.report),
            (pair.b.report, pair.b.order, pair.a.report),
        }
        if keys & taken:
            continue
        taken |= keys
        kept.append(pair)
    return sorted(kept, key=lambda p: (p.a.report, p.b.report, p.a.order, p.b.order))
