"""A feed's document, in whichever form, to its entries."""

from __future__ import annotations

import io
import re
from calendar import timegm
from datetime import UTC, datetime
from html import unescape
from typing import Any

from synoptic.errors import InputError, MissingExtra
from synoptic.read.feeds.entry import Entry, Feed
from synoptic.read.feeds.json_feed import parse_json_feed
from synoptic.read.wire import language_of
from synoptic.text.addresses import web_address
from synoptic.text.decode import decode

_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.-]{1,40})")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,300}\?>")
_TAG = re.compile(r"<[^>]{0,500}>")
_ALTERNATE = re.compile(
    r"<link\b(?=[^>]{0,500}\btype\s*=\s*[\"']?application/(?:rss|atom|feed)\+)"
    r"[^>]{0,500}?\bhref\s*=\s*[\"']?([^\"'\s>]{1,500})",
    re.IGNORECASE,
)
_MAX_ENTRIES = 2_000


def parse_feed(
    data: bytes, *, path: str, url: str | None = None, charset: str | None = None
) -> Feed:
    """The feed that a document holds.

    Entities of its own are not expanded and nothing outside it is opened. What is not
    well-formed is read as far as it makes sense, as feed readers do.

    Args:
        data: The document.
        path: Named in errors.
        url: Where it came from; links are seen from there.
        charset: What a server said.

    Raises:
        InputError: It is no feed (`not-a-feed`), or no text.
        MissingExtra: feedparser is not installed.
    """
    declared = _DECLARED.search(data[:400])
    stated = charset or (declared.group(1).decode("ascii") if declared else None)
    text = decode(data, path=path, declared=stated).text
    if text.lstrip()[:1] == "{":
        return parse_json_feed(text, path=path, url=url)
    try:
        import feedparser  # noqa: PLC0415 (an extra)
    except ImportError as err:
        raise MissingExtra("Reading feeds", extra="web") from err
    plain = _DECLARATION.sub("", text, count=1).encode("utf-8", "replace")
    # A stream and never a string: of that feedparser would make an address or a path.
    found = feedparser.parse(
        io.BytesIO(plain),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not found.get("version"):
        raise InputError(path, _no_feed(text, url), code="not-a-feed")
    about = found.feed
    link = web_address(_string(about, "link"), url)
    base = link or url
    return Feed(
        title=_words(_string(about, "title")),
        link=link,
        language=language_of(_string(about, "language")),
        entries=tuple(
            entry for e in found.entries[:_MAX_ENTRIES] if (entry := _entry(e, base))
        ),
        form=f"{found.version}, feedparser {feedparser.__version__}",
    )


def _no_feed(text: str, url: str | None) -> str:
    if match := _ALTERNATE.search(text[:200_000]):
        named = web_address(unescape(match.group(1)), url)
        if named:
            return f"is a web page and no feed. Its feed is {named}."
    if re.match(r"\s*<(?:!doctype html|html)\b", text, re.IGNORECASE):
        return "is a web page and no feed. Look for the feed's address on it."
    return "is no feed: neither RSS nor Atom nor JSON Feed."


def _entry(entry: dict[str, Any], base: str | None) -> Entry | None:
    link = web_address(
        _string(entry, "feedburner_origlink") or _string(entry, "link"), base
    )
    key = _string(entry, "id") or link
    title = _words(_string(entry, "title"))
    if not key and not title:
        return None
    content = _content(entry)
    published = _time(entry, "published")
    updated = _time(entry, "updated")
    return Entry(
        key=key or str(title),
        link=link,
        title=title,
        content=content,
        byline=_byline(entry),
        outlet=_source(entry),
        published_at=published or updated,
        modified_at=updated if published else None,
        language=language_of(_string(_detail(entry), "language")),
    )


def _detail(entry: dict[str, Any]) -> dict[str, Any]:
    found = dict.get(entry, "title_detail")
    return found if isinstance(found, dict) else {}


def _content(entry: dict[str, Any]) -> str:
    """The longest that the feed prints of it: its content, else its summary."""
    listed = dict.get(entry, "content")
    parts = listed if isinstance(listed, list) else []
    texts = [_string(part, "value") for part in parts if isinstance(part, dict)]
    return max([*filter(None, texts), _string(entry, "summary") or ""], key=len)


def _byline(entry: dict[str, Any]) -> str | None:
    stated = _words(_string(entry, "author"))
    if stated is None:
        return None
    # RSS wants an address with the name in brackets behind it.
    in_brackets = re.fullmatch(r"\S+@\S+\s*\((.+)\)", stated)
    if in_brackets:
        return in_brackets.group(1).strip() or None
    return None if "@" in stated and " " not in stated else stated


def _source(entry: dict[str, Any]) -> str | None:
    found = dict.get(entry, "source")
    if isinstance(found, dict):
        return _words(_string(found, "title"))
    return None


def _time(entry: dict[str, Any], name: str) -> str | None:
    """A time in UTC; feedparser's own look-up would lend `updated` what it lacks."""
    parsed = dict.get(entry, f"{name}_parsed")
    if not parsed:
        return None
    try:
        return datetime.fromtimestamp(timegm(parsed), UTC).isoformat()
    except (ValueError, TypeError, OverflowError, OSError):
        return None


def _words(markup: str | None) -> str | None:
    if markup is None:
        return None
    return " ".join(unescape(_TAG.sub(" ", markup)).split()) or None


def _string(found: dict[str, Any], name: str) -> str | None:
    value = dict.get(found, name)
    return value if isinstance(value, str) and value.strip() else None
