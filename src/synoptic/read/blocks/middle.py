"""What stands between the paragraphs of the body: crossheads, links, captions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from synoptic.read.blocks.captions import (
    is_own_line_credit,
    is_photo_credit,
    is_scene,
    may_be_caption,
)
from synoptic.read.blocks.crossheads import may_be_crosshead
from synoptic.read.blocks.datelines import is_place_line
from synoptic.read.blocks.furniture import is_link_line, opens_links
from synoptic.text.agencies import is_agency

if TYPE_CHECKING:
    from synoptic.model import BlockKind
    from synoptic.read.blocks.paragraphs import Paragraph


_QUOTED = re.compile(r"[‘'“\"][^‘’“”\".!?]+[’'”\"]")
_MAX_QUESTION_WORDS = 12
_ADDRESS = re.compile(r"https?://|\b(?:pic\.twitter|t\.co|www\.)|@\w|#\w")


def mark_middle(paragraphs: list[Paragraph]) -> None:
    """Give their kind to the paragraphs inside the body that are no text of it."""
    in_links = above = False
    questions = _are_headings(paragraphs)
    last = max((i for i, p in enumerate(paragraphs) if p.kind is None), default=-1)
    for index, item in enumerate(paragraphs):
        above = above or (index > 0 and paragraphs[index - 1].kind is None)
        if item.kind is not None:
            if (
                item.kind == "credit"
                and is_agency(item.text)
                and ((above and index < last) or _beside_caption(paragraphs, index))
            ):
                item.kind = "caption"
            in_links = item.kind == "boilerplate" and (
                opens_links(item.text) or (in_links and item.n_words <= 3)
            )
            continue
        in_links = in_links and not _is_quoted_heading(item)
        if in_links and item.n_words <= 20 and _is_link(item):
            item.kind = "boilerplate"
            continue
        in_links = opens_links(item.text)
        if in_links or is_link_line(item.text):
            item.kind = "boilerplate"
            continue
        after = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        before = paragraphs[index - 1] if index else None
        near = [p for p in (before, after) if p is not None]
        if _credited_below(item, before, after):
            item.kind = "caption"
            continue
        if (
            any(p.kind == "caption" and is_photo_credit(p.text) for p in near)
            and (may_be_caption(item.text) and not item.opens_text)
        ) or _is_bare_caption(item):
            item.kind = "caption"
        elif may_be_crosshead(
            item.text, item.n_words, ends_as_sentence=item.ends_as_sentence
        ) and _body_follows(paragraphs, index, questions=questions):
            item.kind = "crosshead" if above else _kind_above_body(item)


def _beside_caption(paragraphs: list[Paragraph], index: int) -> bool:
    """Whether a line stands over or under a caption that is more than a credit.

    An agency's bare name there, or inside the body, owns a picture; above and below
    the body it is credited for the text.
    """
    near = paragraphs[max(0, index - 1) : index] + paragraphs[index + 1 : index + 2]
    return any(item.kind == "caption" and item.n_words > 8 for item in near)


def _credited_below(
    item: Paragraph, before: Paragraph | None, after: Paragraph | None
) -> bool:
    """Whether the lines around a paragraph say that it is the caption of a picture."""
    if item.n_words > 60 or item.opens_text or after is None:
        return False
    if is_own_line_credit(after.text):
        return not any(mark in item.text for mark in '“”"')
    return (
        is_agency(after.text)
        and before is not None
        and before.kind == "caption"
        and is_photo_credit(before.text)
    )


def _kind_above_body(item: Paragraph) -> BlockKind:
    """What a heading is that no body stands above."""
    if is_place_line(item.text):
        return "dateline"
    return "subheadline" if item.n_words >= 4 else "boilerplate"


def _is_link(item: Paragraph) -> bool:
    return not item.ends_as_sentence or item.text.endswith(("…", "...", "?"))


def _is_quoted_heading(item: Paragraph) -> bool:
    return item.n_words <= 6 and _QUOTED.fullmatch(item.text) is not None


def _is_bare_caption(item: Paragraph) -> bool:
    """Whether a paragraph shows a scene and stops without a full stop."""
    return (
        10 <= item.n_words <= 70
        and item.text[-1].isalnum()
        and not _ADDRESS.search(item.text)
        and item.text[0] not in "•*-–—\"“‘'"
        and is_scene(item.text)
    )


def _are_headings(paragraphs: list[Paragraph]) -> bool:
    """Whether questions alone in a line are headings: where a page has several.

    A single one is a writer's own question, and body.
    """
    asked = (p for p in paragraphs if p.kind is None and p.text.endswith("?"))
    return sum(1 for p in asked if p.n_words <= _MAX_QUESTION_WORDS) > 1


def _body_follows(paragraphs: list[Paragraph], index: int, *, questions: bool) -> bool:
    line = paragraphs[index].text
    if line.endswith("?") and not (questions or line[0].isdigit()):
        return False
    for item in paragraphs[index + 1 : index + 4]:
        if item.kind is None:
            return item.ends_as_sentence or item.n_words > 12
        if item.kind not in {"caption", "boilerplate"}:
            return False
    return False
