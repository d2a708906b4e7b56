"""One quoted word in one report, the sentence it was spoken in in another."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from synoptic.collate.utterances.match import PiecePair
from synoptic.collate.utterances.words import weigh

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from synoptic.collate.utterances.pieces import Piece

_UNCOMMON_BITS = 11.0
_NEGATIVE = frozenset("nothing nobody none".split())
_LEAST_WORDS = 4


def match_single_words(
    pieces: Sequence[Piece],
    pairs: Sequence[PiecePair],
    person: Callable[[Piece], str | None],
) -> Iterator[PiecePair]:
    """Yield pairs of a single quoted word and a longer quotation that has it.

    Only of one named person, only for an uncommon word or a negative pronoun, and only
    where one sentence of that person in the other report has the word inside marks.

    Args:
        pieces: Of all reports.
        pairs: Those that many words in common have made already.
        person: The name of the person who speaks; None: nobody, or no person.
    """
    longer: dict[tuple[str, int, str], list[Piece]] = defaultdict(list)
    single: list[tuple[str, str, Piece]] = []
    for piece in pieces:
        name = person(piece)
        inside = [
            form
            for form, marked in zip(piece.words.forms, piece.inside, strict=True)
            if marked
        ]
        if name is None or not inside:
            continue
        if len(inside) == 1 and piece.quotation.kind == "mixed":
            if inside[0] in _NEGATIVE or weigh(inside[0]) >= _UNCOMMON_BITS:
                single.append((name, inside[0], piece))
        elif len(inside) >= _LEAST_WORDS:
            for form in set(inside):
                longer[name, piece.report, form].append(piece)
    matched = {(p.a.report, p.a.order, p.b.report) for p in pairs}
    matched |= {(p.b.report, p.b.order, p.a.report) for p in pairs}
    n_reports = 1 + max((p.report for p in pieces), default=-1)
    for name, form, piece in single:
        for report in range(n_reports):
            having = longer.get((name, report, form), [])
            known = (piece.report, piece.order, report) in matched
            if report == piece.report or known or len(having) != 1:
                continue
            a, b = sorted((piece, having[0]), key=lambda p: p.report)
            yield PiecePair(a, b, weigh(form), same_speaker=True)
