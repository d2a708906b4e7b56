"""What stands below the body: the writer again, biographies, links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.read.blocks.biographies import is_biography
from synoptic.read.blocks.bylines import is_bare_name, is_role_line, name_of

if TYPE_CHECKING:
    from synoptic.read.blocks.paragraphs import Paragraph

_FOOT_SHARE = 0.6  # biographies stand below this part of the page


def mark_foot(
    paragraphs: list[Paragraph], *, byline: str | None, freed: bool = False
) -> None:
    """Give their kind to the paragraphs below the body.

    Args:
        paragraphs: All of the page, in order, the head marked.
        byline: As the form states it.
        freed: Whether the form left the page's furniture out, so that a short last
            line is no link.
    """
    names = byline or next(
        (name_of(p.text) for p in paragraphs if p.kind == "byline"), None
    )
    floor = int(_FOOT_SHARE * len(paragraphs))
    for item in paragraphs[max(floor, 1) :]:
        if item.kind is None and is_biography(item.text, byline=names):
            item.kind = "boilerplate"
    for item in reversed(paragraphs):
        if item.kind is not None:
            continue
        if item.is_prose or item.ends_as_sentence:
            break
        if is_bare_name(item.text):
            item.kind = "byline"
        elif is_role_line(item.text) or (item.n_words <= 12 and not freed):
            item.kind = "boilerplate"
        else:
            break
