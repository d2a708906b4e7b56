"""What the templates do to text and numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup, escape

from synoptic.present.wording import (
    BLOCK_LABELS,
    RIGHT_TO_LEFT,
    TURNED_RUN,
    alike_sentence,
    because,
    clipped,
    counted,
    harmless,
    one_line,
    quoted,
    straight,
)

if TYPE_CHECKING:
    from synoptic.present.shown import (
        BlockView,
        CounterpartView,
        PassageView,
        PieceView,
        PrintView,
        QuoteView,
        ReportView,
        SaidView,
        UnitView,
    )
    from synoptic.present.shown_positions import HeldView, PartyView

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_BLANKS = re.compile(r"\s+")
_STRIP_WIDTH: Final = 1000
# the closer to another report, the taller: told apart without any colour
_BAR_HEIGHTS: Final = {"same": 20, "edited": 15, "reworded": 10, "partly": 6, "own": 2}
# words of a report in a sentence of ours, with their quotation marks if they have some
_TURNED: Final = re.compile(f"“[^“”]*[{RIGHT_TO_LEFT}][^“”]*”|{TURNED_RUN}")
_MOST_LINKS: Final = 3
_OF_THE_TEXT: Final = frozenset({"body", "crosshead"})

Bar = tuple[str, str, float, float, int]


def bars(report: ReportView) -> list[Bar]:
    """The passages as bars of the strip: id, kind, left edge, width and height.

    Widths are words; all of them fill the strip.
    """
    total = sum(p.n_words for p in report.passages) or 1
    found: list[Bar] = []
    left = 0
    for passage in report.passages:
        x = left * _STRIP_WIDTH / total
        left += passage.n_words
        width = left * _STRIP_WIDTH / total - x
        kind = passage.kind or "none"
        height = _BAR_HEIGHTS.get(kind, 1)
        found.append((passage.id, kind, round(x, 1), round(width, 1), height))
    return found


def runs_around(
    blocks: Iterable[BlockView],
) -> list[tuple[str, tuple[BlockView, ...]]]:
    """The blocks in order, in runs: the line a run is folded into, and what is in it.

    What stands around the text is folded wherever two such blocks meet, so that text
    begins beside text; an empty line: the run is shown as it is.
    """
    found: list[tuple[str, tuple[BlockView, ...]]] = []
    for around, run in groupby(blocks, key=lambda b: b.kind not in _OF_THE_TEXT):
        same = tuple(run)
        found.append((_folded(same) if around and len(same) > 1 else "", same))
    return found


def _folded(blocks: Sequence[BlockView]) -> str:
    """What is in a run: `Headline, byline, 2 captions`."""
    kinds = Counter(block.kind for block in blocks)
    around = kinds.pop("boilerplate", 0)
    parts = [
        BLOCK_LABELS[kind] if n == 1 else counted(n, BLOCK_LABELS[kind])
        for kind, n in kinds.items()
    ]
    if around:
        parts.append(counted(around, "line") + " around the text")
    line = ", ".join(parts)
    return line[0].upper() + line[1:]


def jumps(counterparts: tuple[CounterpartView, ...]) -> list[CounterpartView]:
    """The counterparts that a passage links to directly; the table has them all."""
    return [c for c in counterparts if c.passages][:_MOST_LINKS]


def points(passage: PassageView) -> str:
    """Ids of its counterparts outside its unit; those inside have its number."""
    return " ".join(
        each for c in passage.counterparts if not c.in_unit for each in c.passages
    )


def grouped(quotes: Iterable[QuoteView]) -> list[tuple[str, list[QuoteView]]]:
    """Quotations in order, those in the same words together.

    Curly and straight marks count as one; the words shown are the first one's.
    """
    found: dict[str, tuple[str, list[QuoteView]]] = {}
    for quote in quotes:
        words = quoted(quote.text)
        found.setdefault(straight(words), (words, []))[1].append(quote)
    return list(found.values())


def in_same_words(
    prints: Iterable[PrintView],
) -> list[tuple[PrintView, list[PrintView]]]:
    """Prints of an utterance in order, those in the same words together.

    With the one of them to show: that in which most is marked as differing.
    """
    found: dict[str, list[PrintView]] = {}
    for each in prints:
        words = one_line("".join(piece.text for piece in each.pieces))
        found.setdefault(straight(words), []).append(each)
    return [
        (max(alike, key=lambda p: sum(bool(x.mark) for x in p.pieces)), alike)
        for alike in found.values()
    ]


def dated(parties: Iterable[PartyView]) -> bool:
    """Whether a day or an occasion is printed for any of their positions."""
    return any(held.when for party in parties for held in party.held)


def first_places(held: HeldView) -> list[tuple[str, str]]:
    """Label and anchor of a sentence in each report, in order of reports."""
    anchors: dict[str, str] = {}
    for words in (held.key, *held.others):
        for place in (words, *words.also):
            anchors.setdefault(place.siglum, place.anchor)
    return [(siglum, anchors[siglum]) for siglum in held.sigla]


def speech(passage: PassageView) -> list[tuple[SaidView | None, list[PieceView]]]:
    """The pieces of a passage in runs of one speaker's direct words, or of none."""
    runs: list[tuple[SaidView | None, list[PieceView]]] = []
    for piece in passage.pieces:
        if runs and runs[-1][0] == piece.said:
            runs[-1][1].append(piece)
        else:
            runs.append((piece.said, [piece]))
    return runs


def flat(text: str) -> str:
    """The text with every run of blanks as one space, those at its ends too."""
    return harmless(_BLANKS.sub(" ", text))


def isolated(text: str) -> Markup:
    """A sentence of ours in which words read from right to left turn nothing else."""
    parts: list[str] = []
    done = 0
    for found in _TURNED.finditer(text):
        parts += (
            escape(text[done : found.start()]),
            Markup("<bdi>{}</bdi>").format(found[0]),
        )
        done = found.end()
    return Markup("").join((*parts, escape(text[done:])))


def readings(unit: UnitView) -> list[tuple[str, str]]:
    """The different texts of a unit with the sigla of those that have it."""
    sigla: dict[str, list[str]] = {}
    for reading in unit.readings:
        sigla.setdefault(one_line(reading.text), []).append(reading.siglum)
    return [(text, " ".join(labels)) for text, labels in sigla.items()]


def sharing(
    unit: UnitView, passages: Mapping[str, PassageView]
) -> list[tuple[list[PassageView], str]]:
    """Passages of which a unit shares one point, those of one unit together.

    With the words that are shared.
    """
    found: dict[str | None, tuple[list[PassageView], str]] = {}
    for reading in unit.readings:
        for each in reading.passages:
            for other in passages[each].counterparts:
                if other.kind != "partly":
                    continue
                for there in (passages[name] for name in other.passages):
                    side, _ = found.setdefault(there.unit, ([], other.shared))
                    if there not in side:
                        side.append(there)
    return list(found.values())


def language(code: str) -> str:
    """A language code that may stand in an attribute; empty when not known."""
    known = _LANGUAGE.fullmatch(code) and code != "und"
    return code if known else ""


FILTERS: Final[dict[str, Callable[..., Any]]] = {
    "alike_sentence": alike_sentence,
    "bars": bars,
    "because": because,
    "dated": dated,
    "first_places": first_places,
    "flat": flat,
    "grouped": grouped,
    "harmless": harmless,
    "in_marks": quoted,
    "in_same_words": in_same_words,
    "isolated": isolated,
    "jumps": jumps,
    "language": language,
    "one_line": one_line,
    "points": points,
    "readings": readings,
    "runs_around": runs_around,
    "sharing": sharing,
    "shortened": clipped,
    "speech": speech,
}
