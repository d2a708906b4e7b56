"""What stands above the body: headline, subheadline, names, stamps."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from synoptic.read.blocks.bylines import (
    is_agency_byline,
    is_bare_name,
    is_dated_byline,
    is_name_with_post,
    is_role_line,
)
from synoptic.read.blocks.captions import is_photo_credit, is_scene, may_be_caption
from synoptic.read.blocks.datelines import is_clock_line, is_place_line
from synoptic.read.blocks.furniture import is_masthead
from synoptic.read.printed import find_dates

if TYPE_CHECKING:
    from synoptic.model import BlockKind
    from synoptic.read.blocks.paragraphs import Paragraph

_MAX_HEAD = 25  # paragraphs looked at from the top
_MAX_STAMP_LINES = 12
_MAX_STAMP_CHARS = 120
_MAX_LINE_CHARS = 1_000  # no headline and no name is longer
_MAX_ABOVE_BODY = 400  # lines; a page's menus are shorter
_MAX_HEADLINE_WORDS = 32
_MAX_STANDFIRST_WORDS = 45
_MAX_SUBHEADLINES = 2
_SITE = re.compile(r"\s+(?:[|»•]|[-–—])\s+[^|]{2,40}$")
_CONTENT_WORD = re.compile(r"\b[^\W\d_][\w'’-]{3,}")


def fold(words: str) -> str:
    """Words without case, marks and spacing, to see whether two lines are the same."""
    plain = unicodedata.normalize("NFKC", words[:_MAX_LINE_CHARS]).casefold()
    return re.sub(r"[\W_]+", " ", plain).strip()


def mark_head(
    paragraphs: list[Paragraph], *, headline: str | None, byline: str | None
) -> None:
    """Give their kind to the paragraphs above the body.

    Args:
        paragraphs: All of the page, in order, those with plain signs marked.
        headline: As the form states it.
        byline: As the form states it.
    """
    _mark_stamps(paragraphs)
    top = min(_body_start(paragraphs), _MAX_ABOVE_BODY)
    head = paragraphs[:top]
    title, first = _title(paragraphs, head, fold(headline) if headline else "")
    names = {fold(byline)} if byline else set()
    for index, item in enumerate(paragraphs[: max(top, _MAX_HEAD)]):
        if item.kind in (None, "boilerplate", "caption") and _repeats(item, title):
            item.kind = "headline"
        elif index < top and item.kind == "caption" and _is_first_byline(head, index):
            item.kind = "byline"
        elif index < top and item.kind == "crosshead":
            item.kind = "subheadline" if item.n_words >= 4 else "boilerplate"
        elif index < top and item.kind is None:
            item.kind = _head_kind(index, first, head, names)


def _mark_stamps(paragraphs: list[Paragraph]) -> None:
    """Mark dates that stand in one line with a section's or a paper's name."""
    for index, item in enumerate(paragraphs[:_MAX_STAMP_LINES]):
        if item.kind is None and not item.opens_text and _is_stamp(item.text):
            item.kind = "dateline" if index else "boilerplate"


def _is_first_byline(head: list[Paragraph], index: int) -> bool:
    """Whether `NAME, AGENCY` under the headline says who wrote, not who took it."""
    if not is_agency_byline(head[index].text) or not _follows_headline(index, head):
        return False
    near = head[max(0, index - 1) : index] + head[index + 1 : index + 2]
    return not any(p.kind is None and may_be_caption(p.text) for p in near)


def _repeats(item: Paragraph, title: str) -> bool:
    """Whether a line is the headline, with or without the site's name behind it."""
    if not title or item.n_words > _MAX_HEADLINE_WORDS + 6:
        return False
    return fold(item.text) == title or fold(_SITE.sub("", item.text)) == title


def _body_start(paragraphs: list[Paragraph]) -> int:
    """Index of the first paragraph of the body."""
    last_sign = _last_sign(paragraphs)
    for index, item in enumerate(paragraphs):
        if item.opens_text:
            return index
        if index == 0 and _asks(item) and any(p.is_prose for p in paragraphs[1:9]):
            continue
        if item.kind is None and item.is_prose and index > last_sign:
            return _with_short_sentences(paragraphs, index, last_sign)
    for index, item in enumerate(paragraphs):
        if item.kind is None and item.is_prose:
            return index
    return len(paragraphs)


def _asks(item: Paragraph) -> bool:
    """Whether a first line is a question or a call of a headline's length."""
    return item.text.endswith(("?", "!")) and item.n_words <= 20


def _with_short_sentences(paragraphs: list[Paragraph], top: int, sign: int) -> int:
    """The index, moved up over whole sentences too short to be sure of alone."""
    while top - 1 > max(sign, 0):
        above = paragraphs[top - 1]
        if above.kind is not None or not above.text.endswith((".", ".”", '."')):
            break
        if above.n_words < 2:
            break
        top -= 1
    return top


def _last_sign(paragraphs: list[Paragraph]) -> int:
    """Index of the last sign near the top that the body is still to come; or -1.

    Signs are bylines, date lines and the headline once more. A name alone is one only
    above the first running text, or beside another sign: below, it may be a heading.
    """
    seen: set[str] = set()
    n_prose = 0
    last = -1
    for index, item in enumerate(paragraphs[:_MAX_HEAD]):
        if item.opens_text:
            break
        folded = fold(item.text)
        if _is_sign(item) or (
            item.kind is None
            and not item.ends_as_sentence
            and (
                (item.n_words >= 4 and folded in seen)
                or is_dated_byline(item.text)
                or (
                    is_bare_name(item.text)
                    and (n_prose == 0 or _beside_sign(paragraphs, index))
                )
            )
        ):
            last = index
        elif item.kind is None and item.is_prose:
            n_prose += 1
            if n_prose > 1 or item.n_words > _MAX_STANDFIRST_WORDS:
                break
        seen.add(folded)
    return last


def _is_sign(item: Paragraph) -> bool:
    return item.kind in {"byline", "dateline"} and not is_clock_line(item.text)


def _beside_sign(paragraphs: list[Paragraph], index: int) -> bool:
    near = paragraphs[index - 1 : index] + paragraphs[index + 1 : index + 2]
    return any(_is_sign(item) for item in near)


def _title(
    paragraphs: list[Paragraph], head: list[Paragraph], stated: str
) -> tuple[str, int | None]:
    """The folded headline and the index of its first line in the head."""
    for index, item in enumerate(head):
        if item.kind == "headline" or (stated and _repeats(item, stated)):
            return stated or fold(item.text), index
    if stated:
        # Pages that carry their headline in a field may still print it lower down.
        found = (i for i, p in enumerate(paragraphs[:_MAX_HEAD]) if _repeats(p, stated))
        return stated, next(found, None)
    folded = [fold(p.text) for p in head]
    bare = [fold(_SITE.sub("", p.text)) for p in head]
    for index, item in enumerate(head):
        again = bare[index] in folded[index + 1 :] or folded[index] in bare[:index]
        if item.kind is None and item.n_words >= 4 and again and not _is_picture(item):
            return bare[index], index
    for least in (4, 2):
        for index, item in enumerate(head):
            if (
                item.kind is None
                and least <= item.n_words <= _MAX_HEADLINE_WORDS
                and sum(c.isalpha() for c in item.text) >= 5
                and (not item.text.endswith((".", ":", ",")) or _in_title_case(item))
                and not is_dated_byline(item.text)
                and not _is_stamp(item.text)
                and not is_masthead(item.text)
                and not (least == 2 and index > 0 and is_bare_name(item.text))
            ):
                return folded[index], index
    return "", None


def _is_picture(item: Paragraph) -> bool:
    return item.n_words >= 12 and may_be_caption(item.text)


def _is_stamp(text: str) -> bool:
    """Whether a line is a date with a section's name or the like beside it."""
    dates = find_dates(text) if len(text) <= _MAX_STAMP_CHARS else []
    if not dates:
        return False
    if text.endswith((".", "!", "?")) and not text.endswith((".m.", ".M.")):
        return False
    rest = text[: dates[0].start] + " " + text[dates[-1].end :]
    words = re.sub(r"[\d:]*\s?[ap]\.m\.", " ", rest)
    return len(re.findall(r"\w+", words)) <= 4


def _in_title_case(item: Paragraph) -> bool:
    words = _CONTENT_WORD.findall(item.text)
    upper = sum(1 for w in words if w[0].isupper())
    return len(words) >= 4 and upper >= 0.8 * len(words)


def _head_kind(
    index: int, first: int | None, head: list[Paragraph], names: set[str]
) -> BlockKind | None:
    item = head[index]
    if first is not None and index == first:
        return "headline"
    below = first is None or index > first
    if _took_picture(item, head):
        return "caption"
    if (
        fold(item.text) in names
        or is_bare_name(item.text)
        or is_dated_byline(item.text)
    ):
        return "byline" if below else "boilerplate"
    if is_name_with_post(item.text):
        return "byline" if below else "boilerplate"
    if is_role_line(item.text):
        return "boilerplate"
    if below and is_place_line(item.text):
        return "dateline"
    near = [p for p in head[max(0, index - 1) : index + 2] if p is not item]
    if any(p.kind == "caption" and is_photo_credit(p.text) for p in near) and (
        may_be_caption(item.text)
    ):
        return "caption"
    if first is None or index < first:
        return None if item.is_prose or item.ends_as_sentence else "boilerplate"
    if is_agency_byline(item.text) and not any(p.kind == "byline" for p in head):
        return "byline"
    if _follows_headline(index, head):
        if 4 <= item.n_words <= _MAX_STANDFIRST_WORDS:
            return "subheadline"
        return None if item.is_prose else "boilerplate"
    if item.text.endswith(":") and item.n_words >= 8:
        return None
    if item.n_words >= 8 and not item.ends_as_sentence and is_scene(item.text):
        return "caption"
    if item.is_prose:
        return "subheadline" if item.n_words <= _MAX_STANDFIRST_WORDS else None
    return "boilerplate"


def _took_picture(item: Paragraph, head: list[Paragraph]) -> bool:
    """Whether a line repeats a name out of a caption."""
    return is_bare_name(item.text) and any(
        p.kind == "caption" and p.n_words > item.n_words and item.text in p.text
        for p in head
    )


def _follows_headline(index: int, head: list[Paragraph]) -> bool:
    for n_between, item in enumerate(reversed(head[:index])):
        if item.kind == "headline":
            return n_between < _MAX_SUBHEADLINES
        if item.kind != "subheadline":
            return False
    return False
