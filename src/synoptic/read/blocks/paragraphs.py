"""Where the paragraphs of a text lie: lines, or hard-wrapped lines joined again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from synoptic.model import BlockKind

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_WORD = re.compile(r"\w[\w'’.-]*")
_LIST_ITEM = re.compile(r"\s*(?:[•*·▪◦–—-]|\d{1,2}[.)])\s")
_TERMINAL = re.compile(
    r"(?:[.!?…。！？]|\.\s\.\s\.)[\"'”’»›)\]」』\u2069]*(?:\s?\[[\w-]+\])?$"
)
_MAX_COUNTED_CHARS = 4_000
_NARROW, _WIDE = 45, 100  # columns between which text is wrapped by programs


@dataclass(slots=True)
class Paragraph:
    """A paragraph of a page, and the kind it is found to be; None: not yet.

    Attributes:
        text: Without the blank space around it.
        n_words: Words in it; signs of a script without spaces count half.
        opens_text: It follows a dateline that stood in one line with it.
    """

    start: int
    end: int
    text: str
    n_words: int
    kind: BlockKind | None = None
    opens_text: bool = False

    @property
    def ends_as_sentence(self) -> bool:
        """Whether it ends with a full stop, a question or an exclamation mark."""
        return _TERMINAL.search(self.text[-12:]) is not None

    @property
    def is_prose(self) -> bool:
        """Whether it reads as running text: long, or a sentence of some length."""
        return (self.ends_as_sentence and self.n_words >= 8) or self.n_words >= 40


def paragraph(text: str, start: int, end: int) -> Paragraph:
    """The paragraph at a range of the text."""
    words = text[start:end]
    return Paragraph(start, end, words, count_words(words))


def count_words(words: str) -> int:
    """How many words a text has; two signs of Chinese or Japanese count as one.

    Beyond `_MAX_COUNTED_CHARS` they are not counted: no rule asks for so many.
    """
    sample = words[:_MAX_COUNTED_CHARS]
    wide = sum(1 for c in sample if "\u3040" <= c <= "\u9fff")
    return len(_WORD.findall(sample)) + wide // 2


def find_paragraphs(
    text: str, *, wrapped: bool = True, alone: frozenset[int] | None = None
) -> list[Paragraph]:
    """The paragraphs of a text in order, none of them empty.

    A line is a paragraph, unless the text was wrapped at a fixed width as mail
    programs do: then the lines that belong together are one paragraph.

    Args:
        text: The text.
        wrapped: Whether the lines may be a wrapped paragraph's.
        alone: Where single line feeds are blank space by the form's own rule, as in
            Markdown: the offsets of lines that stand alone; None: no such rule.
    """
    lines = list(_lines(text))
    if alone is not None:
        joins = _soft_joins(text, lines, alone)
    else:
        joins = _wrapped_joins(text, lines) if wrapped else [False] * len(lines)
    found: list[Paragraph] = []
    start = end = -1
    for index, line in enumerate(lines):
        if start < 0:
            start = line[0]
        end = line[1]
        if not joins[index]:
            found.append(paragraph(text, start, end))
            start = -1
    return found


def _wrapped_joins(text: str, lines: list[_Line]) -> list[bool]:
    """For each line, whether the next one goes on with it."""
    width = _wrap_width(text, lines)
    if width is None:
        return [False] * len(lines)
    return [
        after[2] and _is_wrapped(text, line, after, width)
        for line, after in pairwise(lines)
    ] + [False] * bool(lines)


def _soft_joins(text: str, lines: list[_Line], alone: frozenset[int]) -> list[bool]:
    return [
        after[2]
        and line[0] not in alone
        and after[0] not in alone
        and not _LIST_ITEM.match(text, after[0], after[1])
        for line, after in pairwise(lines)
    ] + [False] * bool(lines)


_Line = tuple[int, int, bool]  # start, end, directly under the line before it


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    before = -1
    for match in _LINE.finditer(text):
        line = match.group()
        bare = line.strip()
        if not bare:
            continue
        start = match.start() + len(line) - len(line.lstrip())
        end = start + len(bare)
        close = before >= 0 and _one_break(text, before, match.start())
        lines.append((start, end, close))
        before = end
    return lines


def _one_break(text: str, end: int, start: int) -> bool:
    breaks = _BREAK.findall(text, end, start)
    return len(breaks) == 1


def _wrap_width(text: str, lines: list[_Line]) -> int | None:
    """The width a text was wrapped at: that of its lines that run on in the next."""
    lengths = sorted(
        line[1] - line[0]
        for line, after in pairwise(lines)
        if after[2] and _runs_on(text, line, after)
    )
    return lengths[int(0.97 * (len(lengths) - 1))] if lengths else None


def _runs_on(text: str, line: _Line, after: _Line) -> bool:
    """Whether a line stops inside a sentence that the next one goes on with."""
    start, end, _ = line
    return (
        _NARROW <= end - start <= _WIDE
        and text[after[0]].islower()
        and not _TERMINAL.search(text, max(start, end - 12), end)
        and text[end - 1] not in ":;|"
    )


def _is_wrapped(text: str, line: _Line, after: _Line, width: int) -> bool:
    length = line[1] - line[0]
    if length > width + 8 or _LIST_ITEM.match(text, after[0], after[1]):
        return False
    if _runs_on(text, line, after):
        return True
    first = text[after[0] : after[1]].split(maxsplit=1)[0]
    return length + 1 + len(first) > width
