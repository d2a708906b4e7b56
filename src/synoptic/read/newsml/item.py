"""One item of NewsML-G2: its fields and its text."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import tostring

from synoptic.read.html.pieces import Piece, all_pieces
from synoptic.read.wire import (
    language_of,
    paragraphs,
    party_named,
    status_of,
    with_fields,
    without_by,
)
from synoptic.read.xml import child, children, words_of
from synoptic.text.agencies import is_agency

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_AS_HTML = {
    "hl1": "h1",
    "hl2": "h2",
    "media-caption": "figcaption",
    "block": "div",
    "bq": "blockquote",
}
_NO_TEXT = {"media-producer", "media-metadata", "media-reference", "credit"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What an item states; `other`: its class, when it is no text."""

    pieces: tuple[Piece, ...] = ()
    guid: str | None = None
    headline: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published_at: str | None = None
    modified_at: str | None = None
    language: str | None = None
    embargoed_until: str | None = None
    status: str | None = None
    version: str | None = None
    other: str | None = None


def read_item(item: Element) -> Item:
    """The fields and the text of a `newsItem`.

    Its headline, byline, dateline, slugline and credit line come first and last in the
    text, as pieces of their own kinds, where the text itself does not print them.
    """
    about, content = item.find("itemMeta"), item.find("contentMeta")
    kind = _code(child(about, "itemClass")) or "text"
    if kind not in {"text", "composite"}:
        return Item(other=kind)
    body = _body(item.find("contentSet"))
    headline = _headline(content) or words_of(child(about, "title"))
    byline = _by(content)
    created = _time(content, "contentCreated") or _time(about, "firstCreated")
    version_created = _time(about, "versionCreated")
    return Item(
        pieces=with_fields(
            body,
            headline=headline,
            byline=byline,
            dateline=words_of(child(content, "dateline")),
            slugline=words_of(child(content, "slugline")),
            credit=words_of(child(content, "creditline")),
        ),
        guid=item.get("guid") or None,
        headline=headline,
        byline=without_by(byline),
        outlet=_party(child(about, "provider")) or _party(child(content, "infoSource")),
        published_at=created or version_created,
        modified_at=version_created if created else None,
        language=_language(item, content),
        embargoed_until=_embargo(about),
        status=status_of(_code(child(about, "pubStatus"))),
        version=item.get("version") or None,
    )


def markup_pieces(element: Element) -> list[Piece]:
    """The paragraphs of XHTML or NITF, with the kinds that their marks state."""
    copy = deepcopy(element)
    copy.tail = None
    for part in copy.iter():
        if part.tag in _NO_TEXT:
            tail = part.tail
            part.clear()
            part.tail = tail
        part.tag = _AS_HTML.get(str(part.tag), part.tag)
    return all_pieces(tostring(copy, encoding="unicode", method="html"))


def _body(contents: Element | None) -> list[Piece]:
    """The first content that has text: marked up before plain."""
    for element in children(contents, "inlineXML"):
        inner = next(iter(element), None)
        if inner is None:
            continue
        found = inner.find(".//body.content") if inner.tag == "nitf" else inner
        if found is not None and (pieces := markup_pieces(found)):
            return pieces
    for element in children(contents, "inlineData"):
        if element.get("encoding"):
            continue
        words = "".join(element.itertext())
        if "html" in (element.get("contenttype") or ""):
            pieces = all_pieces(words)
        else:
            pieces = paragraphs(words)
        if pieces:
            return pieces
    return []


def _headline(content: Element | None) -> str | None:
    """The main headline: the first without a role, else the first."""
    found = [e for e in children(content, "headline") if words_of(e)]
    plain = [e for e in found if not e.get("role") or "main" in e.get("role", "")]
    return words_of(next(iter(plain or found), None))


def _by(content: Element | None) -> str | None:
    if printed := words_of(child(content, "by")):
        return printed
    found = [_named(element) for element in children(content, "creator")]
    names = [name for name in found if name and not is_agency(name)]
    return ", ".join(dict.fromkeys(names)) or None


def _party(element: Element | None) -> str | None:
    """The name of a party, else what it is called by literal or code."""
    if element is None:
        return None
    return party_named(_named(element) or _code(element))


def _named(element: Element) -> str | None:
    return words_of(element.find("name")) or (element.get("literal") or "").strip()


def _code(element: Element | None) -> str | None:
    """The last part of a code: `text` of `ninat:text` or of an address that ends so."""
    if element is None:
        return None
    stated = element.get("qcode") or element.get("uri") or ""
    return re.split(r"[:/#]", stated)[-1].strip() or None


def _time(element: Element | None, name: str) -> str | None:
    return words_of(child(element, name))


def _embargo(about: Element | None) -> str | None:
    found = child(about, "embargoed")
    if found is None:
        return None
    return words_of(found) or "without end"


def _language(item: Element, content: Element | None) -> str | None:
    element = child(content, "language")
    stated = element.get("tag") if element is not None else item.get("lang")
    return language_of(stated)
