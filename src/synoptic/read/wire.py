"""What the forms of news agencies share: a printed head and foot, status, language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from synoptic.read.html.pieces import Piece, letters
from synoptic.text.agencies import find_agencies, is_agency

if TYPE_CHECKING:
    from collections.abc import Sequence

_STATUS = {
    "usable": "usable",
    "withheld": "withheld",
    "embargoed": "withheld",
    "canceled": "canceled",
    "cancelled": "canceled",
}


def with_fields(
    body: Sequence[Piece],
    *,
    slugline: str | None = None,
    headline: str | None = None,
    byline: str | None = None,
    dateline: str | None = None,
    credit: str | None = None,
) -> tuple[Piece, ...]:
    """The body between its printed fields; those that it prints itself only once.

    Fields without a body are no text: the result is then empty.
    """
    if not body:
        return ()
    printed = {letters(piece.text) for piece in body}
    opening = next((words for p in body if (words := letters(p.text))), "")
    top: list[Piece] = []
    if slugline:
        top.append(Piece(slugline, "boilerplate"))
    if headline and letters(headline) not in printed:
        top.append(Piece(headline, "headline"))
    if byline and letters(byline) not in printed:
        top.append(Piece(byline, "byline"))
    if dateline and not opening.startswith(letters(dateline)[:12]):
        top.append(Piece(dateline, "dateline"))
    foot = (
        [Piece(credit, "credit")] if credit and letters(credit) not in printed else []
    )
    return (*top, *body, *foot)


def has_body(pieces: Sequence[Piece]) -> bool:
    """Whether any piece is running text or a heading inside it."""
    return any(piece.kind in {None, "crosshead"} for piece in pieces)


def paragraphs(words: str) -> list[Piece]:
    """Plain text as paragraphs: at blank lines where it has some, else at each line."""
    parts = re.split(r"\n[ \t\r]*\n", words)
    if len(parts) == 1:
        parts = words.split("\n")
    return [Piece(line, None) for part in parts if (line := " ".join(part.split()))]


def status_of(stated: str | None) -> str | None:
    """`usable`, `withheld` or `canceled`; None where it says none of them."""
    return _STATUS.get((stated or "").strip().lower())


def language_of(stated: str | None) -> str | None:
    """The two letters of a language tag (`en-GB`); None where there are none."""
    if stated and re.fullmatch(r"[A-Za-z]{2}(?:[-_].*)?", stated.strip()):
        return stated.strip()[:2].lower()
    return None


def without_by(byline: str | None) -> str | None:
    """The name without the “By” before it."""
    if byline is None:
        return None
    return re.sub(r"^by\s+", "", byline, flags=re.IGNORECASE) or None


def party_named(stated: str | None) -> str | None:
    """A party as reports name it: an agency by its one name, others as stated.

    Suppliers write `reuters.com`, `Thomson Reuters` or `dpa-AFX` for what other reports
    credit as Reuters and dpa.
    """
    for words in (stated or "", (stated or "").split(".")[0]):
        if is_agency(words) and (found := find_agencies(words)):
            return found[0]
    return stated or None
