"""What a paragraph is by its words alone, wherever it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.read.blocks.bylines import is_stated_byline
from synoptic.read.blocks.captions import is_caption
from synoptic.read.blocks.credits import is_credit
from synoptic.read.blocks.datelines import is_date_line, is_signed_line
from synoptic.read.blocks.furniture import is_boilerplate

if TYPE_CHECKING:
    from synoptic.model import BlockKind
    from synoptic.read.blocks.paragraphs import Paragraph

_MAX_SIGN_CHARS = 1_200


def mark_signs(paragraphs: list[Paragraph], *, careful: bool = False) -> None:
    """Give their kind to the paragraphs whose words leave no choice.

    Args:
        paragraphs: All of the page, in order.
        careful: Only captions, credits and boilerplate.
    """
    for item in paragraphs:
        if item.kind is None and not item.opens_text:
            item.kind = _kind(item.text, careful=careful)


def _kind(text: str, *, careful: bool) -> BlockKind | None:
    if len(text) > _MAX_SIGN_CHARS:
        return None
    if is_credit(text):
        return "credit"
    if not careful and is_stated_byline(text):
        return "byline"
    if is_caption(text):
        return "caption"
    if is_signed_line(text) or (not careful and is_date_line(text)):
        return "dateline"
    if is_boilerplate(text):
        return "boilerplate"
    return None
