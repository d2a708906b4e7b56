"""Where a report says in more words what "the bill" is."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from synoptic.collate.positions.items import ANOTHER, GENERIC, STOP, closed, stem_of
from synoptic.model import Span
from synoptic.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.collate.positions.items import Item
    from synoptic.model import Report, Syntax

_BEFORE = frozenset("compound amod nmod poss nummod det".split())
_BEHIND = frozenset("acl relcl prep".split())
_BARE = re.compile(r"(?:the|this|that|these|those)\s+\w+", re.IGNORECASE)
_LONGEST = 64


def in_more_words(item: Item, report: Report, syntax: Syntax) -> Span | None:
    """The phrase that tells what a bare one means; None: its report has none.

    The clause that hangs on it ("a bill dropped on my desk"), or the last phrase before
    it with the same head, in the same number, and more to it ("the Flint agreement ...
    the agreement").
    """
    at = _head_at(item, syntax)
    if at is None:
        return None
    behind = closed(report.text, _whole(at, report.text, syntax))
    if behind.end > item.words.end:
        return Span(item.words.start, behind.end)
    if not _BARE.fullmatch(report.quote(item.words)):
        return None
    for token in range(at - 1, -1, -1):
        if syntax.tag[token].endswith("S") != item.many:
            continue
        if syntax.pos[token] not in ("NOUN", "PROPN"):
            continue
        if stem_of(_word(token, report.text, syntax)) != item.head:
            continue
        if _is_numbered(token, report.text, syntax):
            continue  # after "World War Two" "the war" may be another
        whole = closed(report.text, _whole(token, report.text, syntax))
        words = {*tokenize(report.quote(whole)).norm} - STOP
        if words.isdisjoint(ANOTHER) and not {*map(stem_of, words)} <= GENERIC:
            return whole
    return None


def _is_numbered(token: int, text: str, syntax: Syntax) -> bool:
    """Whether a number behind it tells it from others of its name."""
    behind = token + 1
    if behind == len(syntax.head) or syntax.sentence[behind] != syntax.sentence[token]:
        return False
    word = text[int(syntax.start[behind]) : int(syntax.end[behind])]
    return syntax.pos[behind] == "NUM" or set(word) <= set("IVX")


def _head_at(item: Item, syntax: Syntax) -> int | None:
    first = int(bisect_left(syntax.start, item.words.start))
    last = int(bisect_left(syntax.start, item.words.end))
    for token in range(first, last):
        if not first <= int(syntax.head[token]) < last or syntax.head[token] == token:
            return token
    return None


def _whole(head: int, text: str, syntax: Syntax) -> Span:
    """A noun with what stands before it and one clause or phrase behind it."""
    first, last = head, head
    for token in _children(head, syntax):
        relation = syntax.relation[token]
        if token < head and relation in _BEFORE:
            first = min(first, *_below(token, syntax))
        elif token > head and relation in _BEHIND and last == head:
            comma = "," in text[int(syntax.end[head]) : int(syntax.start[token])]
            if not comma:
                last = _reach(first, head, token, syntax)
    return Span(int(syntax.start[first]), int(syntax.end[last]))


def _reach(first: int, head: int, behind: int, syntax: Syntax) -> int:
    """How far a phrase can be shown: to its end, or where a part of it begins."""
    room = int(syntax.start[first]) + _LONGEST
    last = max(_below(behind, syntax))
    if int(syntax.end[last]) <= room:
        return last
    for token in range(last, behind + 1, -1):
        part = syntax.pos[token] in ("ADP", "SCONJ", "CCONJ", "PUNCT")
        if part and int(syntax.end[token - 1]) <= room:
            return token - 1
    return head


def _below(head: int, syntax: Syntax) -> list[int]:
    found = [head]
    for token in found:
        found += _children(token, syntax)
    return found


def _children(head: int, syntax: Syntax) -> Iterator[int]:
    first = int(bisect_left(syntax.sentence, syntax.sentence[head]))
    last = int(bisect_left(syntax.sentence, syntax.sentence[head] + 1))
    return (t for t in range(first, last) if syntax.head[t] == head and t != head)


def _word(token: int, text: str, syntax: Syntax) -> str:
    return text[int(syntax.start[token]) : int(syntax.end[token])].casefold()
