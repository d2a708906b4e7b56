"""What stands above the body: headline, subheadline, names, stamps."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from synoptic.read.blocks.bylines import is_bare_name, is_role_line
from synoptic.read.blocks.captions import is_photo_credit, may_be_caption

if TYPE_CHECKING:
    from synoptic.model import BlockKind
    from synoptic.read.blocks.paragraphs import Paragraph

_MAX_HEAD = 25  # paragraphs looked at from the top
_MAX_HEADLINE_WORDS = 32
_MAX_STANDFIRST_WORDS = 45


def fold(words: str) -> str:
    """Words without case, marks and spacing, to see whether two lines are the same."""
    plain = unicodedata.normalize("NFKC", words).casefold()
    return re.sub(r"[\W_]+", " ", plain).strip()


def mark_head(
    paragraphs: list[Paragraph], *, headline: str | None, byline: str | None
) -> None:
    """Give their kind to the paragraphs above the body."""
    top = _body_start(paragraphs)
    head = paragraphs[:top]
    stated = fold(headline) if headline else ""
    first = _headline_index(head, stated)
    if first is None and stated:
        first = next(
            (i for i, p in enumerate(paragraphs[:_MAX_HEAD]) if fold(p.text) == stated),
            None,
        )
    title = stated or (fold(paragraphs[first].text) if first is not None else "")
    names = {fold(byline)} if byline else set()
    for index, item in enumerate(paragraphs[: max(top, _MAX_HEAD)]):
        if item.kind in (None, "boilerplate") and title and fold(item.text) == title:
            item.kind = "headline"
        if index >= top or item.kind is not None:
            continue
        item.kind = _head_kind(item, index, first, head, names)


def _body_start(paragraphs: list[Paragraph]) -> int:
    """Index of the first paragraph of the body."""
    last_sign = _last_sign(paragraphs)
    for index, item in enumerate(paragraphs):
        if item.opens_text:
            return index
        if item.kind is None and item.is_prose and index > last_sign:
            return index
    for index, item in enumerate(paragraphs):
        if item.kind is None and item.is_prose:
            return index
    return len(paragraphs)


def _last_sign(paragraphs: list[Paragraph]) -> int:
    """Index of the last byline, date line or repeated headline near the top; or -1."""
    seen: set[str] = set()
    prose = 0
    last = -1
    for index, item in enumerate(paragraphs[:_MAX_HEAD]):
        if item.opens_text:
            break
        folded = fold(item.text)
        if item.kind in {"byline", "dateline"} or (
            item.kind is None
            and not item.ends_as_sentence
            and (is_bare_name(item.text) or (item.n_words >= 4 and folded in seen))
        ):
            last = index
        elif item.kind is None and item.is_prose:
            prose += 1
            if prose > 1 or item.n_words > _MAX_STANDFIRST_WORDS:
                break
        seen.add(folded)
    return last


def _headline_index(head: list[Paragraph], stated: str) -> int | None:
    for index, item in enumerate(head):
        if stated and fold(item.text) == stated:
            return index
    if stated:
        return None
    folded = [fold(p.text) for p in head]
    for index, item in enumerate(head):
        if item.kind is None and item.n_words >= 4 and folded.count(folded[index]) > 1:
            return index
    for least in (4, 2):
        for index, item in enumerate(head):
            if (
                item.kind is None
                and least <= item.n_words <= _MAX_HEADLINE_WORDS
                and not item.text.endswith((".", ":", ","))
                and not (is_bare_name(item.text) and least == 2 and index > 0)
            ):
                return index
    return None


def _head_kind(
    item: Paragraph,
    index: int,
    first: int | None,
    head: list[Paragraph],
    names: set[str],
) -> BlockKind | None:
    if first is not None and index == first:
        return "headline"
    if fold(item.text) in names or is_bare_name(item.text):
        return "byline" if first is None or index > first else "boilerplate"
    if is_role_line(item.text):
        return "boilerplate"
    near = [p for p in head[max(0, index - 1) : index + 2] if p is not item]
    if any(is_photo_credit(p.text) for p in near) and may_be_caption(item.text):
        return "caption"
    if first is None or index < first:
        return None if item.is_prose else "boilerplate"
    if item.n_words >= 4 and item.n_words <= _MAX_STANDFIRST_WORDS:
        return "subheadline"
    return None if item.is_prose else "boilerplate"
