"""Quotation marks: which stretches of a paragraph stand inside them.

Straight, curly, low-high, guillemet and doubled-apostrophe marks; apostrophes and
feet are not marks. Of nested marks only the outermost pair counts as a stretch.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from synoptic.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_DOUBLE = re.compile(r"``|''|[\"“”„«»″‟]")
_SINGLE_OPEN = re.compile(r"(?:(?<=[\s(\[\-–—:,])|^)[‘'‚‹](?=[\w\[…$¿¡])", re.MULTILINE)
_SINGLE_CLOSE = re.compile(r"(?<=[^\s(\[\-–—])[’'›](?!\w)")
_DECADE = re.compile(r"\d\ds?\b|(?:em|til|tis|twas|cause|n)\b", re.IGNORECASE)
_PLURAL = re.compile(r"\ws[’']$")
_MOST_BLOCKS = 6  # no one speaks on for longer without a new mark


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch inside quotation marks.

    Attributes:
        span: With its marks.
        closed: False where the closing mark is missing: the words run to the end of
            the paragraph, as they do when the next one opens with a mark again.
        single: Whether the marks are single ones.
        carried: Whether it goes on from the block before, without a mark of its own.
        runs_on: Whether it goes on in the next block, and is closed there or later.
    """

    span: Span
    closed: bool = True
    single: bool = False
    carried: bool = False
    runs_on: bool = False


def find_quoted(text: str, blocks: Iterable[Span]) -> Iterator[Quoted]:
    """Yield the quoted stretches of every block, in order; none crosses a block.

    What is opened in one block and closed in a later one is a stretch in each.
    """
    ordered = list(blocks)
    closing: int | None = None
    for place, block in enumerate(ordered):
        double = list(_doubles(text, block, closing))
        if closing is None or closing <= block.end:
            last = _left_open(text, block, double)
            closing = _closed_later(text, ordered, place) if last else None
        if closing is not None and double and not double[-1].closed:
            more = text[block.end : closing].strip()
            double[-1] = replace(double[-1], runs_on=len(more) > 1)
        end = block.start
        for stretch in sorted(
            [*double, *_singles(text, block, double)], key=lambda q: q.span
        ):
            if stretch.span.start >= end:  # else it is nested in the one before
                yield stretch
                end = stretch.span.end


def _doubles(text: str, block: Span, closing: int | None) -> Iterator[Quoted]:
    """The stretches of a block; `closing`: end of a mark that closes an earlier one."""
    begin = block.start
    if closing is not None:
        begin = min(closing, block.end)
        carried = Span(block.start, begin)
        if begin - block.start > 1:
            yield Quoted(carried, closed=closing <= block.end, carried=True)
    opened: int | None = None
    depth = 0
    marks = list(_DOUBLE.finditer(text, begin, block.end))
    for place, mark in enumerate(marks):
        side = _side(text, block, mark, is_open=opened is not None)
        if opened is None:
            if side != "close":
                opened, depth = mark.start(), 1
        elif side == "open":
            if _closers_left(text, block, marks[place + 1 :]) > 1:
                depth += 1
            else:  # the mark that should have closed the first one is missing
                yield Quoted(Span(opened, _last_stop(text, opened, mark.start())))
                opened = mark.start()
        else:
            depth -= 1
            if depth == 0:
                yield Quoted(Span(opened, mark.end()))
                opened = None
    if opened is not None and block.end - opened > 1:
        yield Quoted(Span(opened, block.end), closed=False)


def _left_open(text: str, block: Span, found: Sequence[Quoted]) -> bool:
    """Whether the last stretch is not closed, or a mark at the very end opens one."""
    if found and not found[-1].closed:
        return True
    last = text[block.end - 1 : block.end]
    before = text[block.end - 2 : block.end - 1] if block.end - block.start > 1 else " "
    return last in ('"', "“") and before.isspace()


def _closed_later(text: str, blocks: Sequence[Span], place: int) -> int | None:
    """End of the mark in a later block that closes what is left open; None: none does.

    It is the first mark met, and can only close: one that opens says that the mark
    before it was forgotten, or that a paragraph opens anew, as it is printed.
    """
    end = blocks[place].end
    for block in blocks[place + 1 : place + 1 + _MOST_BLOCKS]:
        if text[end : block.start].strip():
            return None
        mark = _DOUBLE.search(text, block.start, block.end)
        if mark is not None:
            return mark.end() if _only_closes(text, block, mark) else None
        end = block.end
    return None


def _only_closes(text: str, block: Span, mark: re.Match[str]) -> bool:
    if mark.group() not in ("”", "''", '"'):
        return False
    before = text[mark.start() - 1] if mark.start() > block.start else ""
    after = text[mark.end()] if mark.end() < block.end else " "
    return not before.isspace() and not after.isalnum() and after not in "[$…“‘"


def _side(text: str, block: Span, mark: re.Match[str], *, is_open: bool) -> str:
    found = mark.group()
    before = text[mark.start() - 1] if mark.start() > block.start else " "
    after = text[mark.end()] if mark.end() < block.end else " "
    if found in "“„‟":
        # German prints close with what English opens with
        low = "„" in text[block.start : mark.start()]
        turned = not before.isspace() and not after.isalnum()
        return "close" if found == "“" and is_open and (low or turned) else "open"
    if found == "”":
        # a careless hand opens with it too
        stray = not is_open and (before.isspace() or before == "(") and after.isalnum()
        return "open" if stray else "close"
    if found == "``":
        return "open"
    if found in "«»":
        return "close" if is_open else "open"
    if found in '"″' and before.isdigit() and not is_open:
        return "close"
    if before.isspace() or before in "([{—–-‘'/":
        return "close" if is_open and (after.isspace() or after in ".,;:") else "open"
    return "close" if is_open or not after.isalnum() else "open"


def _closers_left(text: str, block: Span, marks: list[re.Match[str]]) -> int:
    closers = 0
    for mark in marks:
        if _side(text, block, mark, is_open=True) == "open":
            break
        closers += 1
    return closers


def _last_stop(text: str, start: int, end: int) -> int:
    stops = [text.rfind(stop, start, end) for stop in (".", "?", "!", ",")]
    return max(stops) + 1 if max(stops) > start else end


def _singles(text: str, block: Span, doubles: list[Quoted]) -> Iterator[Quoted]:
    at = block.start
    while found := _SINGLE_OPEN.search(text, at, block.end):
        opened = found.start()
        at = found.end()
        if any(q.span.start < opened < q.span.end for q in doubles):
            continue
        if text[opened] in "’'‘" and _DECADE.match(text, at):
            continue
        closers = [
            close
            for close in _SINGLE_CLOSE.finditer(text, at, block.end)
            if not any(q.span.start <= close.start() < q.span.end for q in doubles)
        ]
        again = _SINGLE_OPEN.search(text, at, block.end)
        if again:
            closers = [c for c in closers if c.start() < again.start()] or closers[:1]
        sure = [c for c in closers if not _PLURAL.search(text[at : c.end()])]
        if closers:
            close = sure[0] if sure else closers[0]
            yield Quoted(Span(opened, close.end()), single=True)
            at = close.end()
