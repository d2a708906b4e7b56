"""What the markup of a page states: JSON-LD first, then OpenGraph and meta."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from synoptic.read.printed import iso_prefix
from synoptic.text.addresses import web_address

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LD = re.compile(
    r"<script\b[^>]*\bapplication/ld\+json\b[^>]*>(.*?)</script\s*>",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"<(meta|link|html)\b([^>]{0,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"([a-z:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE
)
_H1 = re.compile(r"<h1\b[^>]*>(.{1,2000}?)</h1\s*>", re.IGNORECASE | re.DOTALL)
_UNSEEN = re.compile(
    r"<(script|style|template|noscript)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL
)
_TAG_OR_COMMENT = re.compile(r"<!--.*?-->|<[^>]{0,500}>", re.DOTALL)
_TITLE = re.compile(r"<title\b[^>]*>(.{1,600}?)</title\s*>", re.IGNORECASE | re.DOTALL)
_ARTICLE = re.compile(
    r"(?:News|Analysis|Opinion|Reportage|Blog|Live)?[A-Za-z]*(?:Article|Posting)$"
)
_MAX_DEPTH = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """The fields that a page's markup states; None where it does not."""

    headline: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published_at: str | None = None
    modified_at: str | None = None
    language: str | None = None
    url: str | None = None


def read_markup(page: str, *, url: str | None) -> Markup:
    """The fields that the markup of a page states.

    Args:
        page: The whole page as text.
        url: Where it was fetched from; None for a file.

    Returns:
        JSON-LD wins over OpenGraph, OpenGraph over plain meta elements; the canonical
        address over the one it was fetched from.
    """
    head = page[:2_000_000]
    article = _article(head)
    meta, canonical, language = _tags(head)
    stated = _words(article.get("headline")) or meta.get("og:title")
    return Markup(
        headline=_headline(head, stated, meta),
        outlet=_name(article.get("publisher"))
        or meta.get("og:site_name")
        or meta.get("application-name"),
        byline=_names(article.get("author"))
        or _person(meta.get("author"))
        or _person(meta.get("article:author"))
        or _person(meta.get("byl", "").removeprefix("By ")),
        published_at=iso_prefix(
            _words(article.get("datePublished"))
            or meta.get("article:published_time")
            or meta.get("datepublished")
            or meta.get("date")
        ),
        modified_at=iso_prefix(
            _words(article.get("dateModified")) or meta.get("article:modified_time")
        ),
        language=_language(_words(article.get("inLanguage")) or language),
        url=web_address(
            canonical or meta.get("og:url") or _words(article.get("url")), url
        )
        or url,
    )


def _article(page: str) -> Mapping[str, object]:
    for match in _LD.finditer(page):
        try:
            data = json.loads(match.group(1), strict=False, parse_int=str)
        except (ValueError, RecursionError):
            continue
        for thing in _things(data, 0):
            kinds = thing.get("@type")
            named = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(k, str) and _ARTICLE.match(k) for k in named):
                return thing
    return {}


def _things(data: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(data, list):
        for item in data:
            yield from _things(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            yield from _things(data.get(key), depth + 1)


def _tags(page: str) -> tuple[dict[str, str], str | None, str | None]:
    meta: dict[str, str] = {}
    canonical = language = None
    for match in _TAG.finditer(page):
        found = {
            name.lower(): html.unescape(a or b or c).strip()
            for name, a, b, c in _ATTRIBUTE.findall(match.group(2))
        }
        tag = match.group(1).lower()
        if tag == "meta":
            name = found.get("property") or found.get("name") or found.get("itemprop")
            if name and (content := found.get("content")):
                meta.setdefault(name.lower(), content)
        elif tag == "html":
            language = language or found.get("lang") or found.get("xml:lang")
        elif "canonical" in found.get("rel", "").lower().split():
            canonical = canonical or found.get("href")
    return meta, canonical, language


def _headline(page: str, stated: str | None, meta: Mapping[str, str]) -> str | None:
    """The headline as the page prints it, if it prints the one that it states."""
    printed = [_plain(m.group(1)) for m in _H1.finditer(page)]
    printed = [p for p in printed if p]
    if stated is None:
        if len(printed) == 1:
            return printed[0]
        title = _TITLE.search(page)
        return _without_site(_plain(title.group(1)), meta) if title else None
    stated = _plain(stated)
    words = set(stated.casefold().split())
    for line in printed:
        shared = words & set(line.casefold().split())
        if 2 * len(shared) > len(set(line.casefold().split())):
            return line
    return _without_site(stated, meta)


def _without_site(title: str, meta: Mapping[str, str]) -> str | None:
    site = meta.get("og:site_name")
    if site:
        title = re.sub(rf"\s+[|–—-]\s+{re.escape(site)}\s*$", "", title)
    return title or None


def _plain(markup: str) -> str:
    """The words that a reader sees of it, on one line."""
    seen = _TAG_OR_COMMENT.sub(" ", _UNSEEN.sub(" ", markup))
    return " ".join(html.unescape(seen).split())


def _words(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, str) and value.strip():
        return _plain(value)
    return None


def _name(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return _words(value)


def _names(value: object) -> str | None:
    values = value if isinstance(value, list) else [value]
    names = dict.fromkeys(n for v in values if (n := _person(_name(v))))
    return ", ".join(names) or None


def _person(name: str | None) -> str | None:
    if not name or re.match(r"https?://|@", name.strip()):
        return None
    return re.sub(r"^by\s+", "", name.strip(), flags=re.IGNORECASE) or None


def _language(stated: str | None) -> str | None:
    if stated and re.fullmatch(r"[A-Za-z]{2}(?:[-_].*)?", stated):
        return stated[:2].lower()
    return None
