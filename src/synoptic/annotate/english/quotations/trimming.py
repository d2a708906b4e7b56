"""Spans without the marks at their ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.model import Span

if TYPE_CHECKING:
    from synoptic.annotate.english.tree import Tree


def trim(text: str, span: Span) -> Span | None:
    """The span without spaces, commas and dashes at its ends; None: nothing is left."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in ",;:–—-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:–—-"):
        end -= 1
    return Span(start, end) if start < end else None


def without_stop(text: str, span: Span) -> Span:
    """The span without the stop it ends with."""
    if text[span.end - 1] in ".;" and span.end - span.start > 1:
        return Span(span.start, span.end - 1)
    return span


def trim_clause(tree: Tree, first: int, last: int) -> Span | None:
    """The words from the first token to the last, without the marks at their ends."""
    if first > last:
        return None
    span = trim(tree.text, tree.span(first, last))
    return without_stop(tree.text, span) if span else None
