"""Web addresses as texts: which one is meant, and whose it is."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit


def web_address(stated: str | None, base: str | None) -> str | None:
    """The http or https address that is stated, seen from the page it stands on.

    Returns:
        None where nothing is stated, or nothing that leads to a page.

    Example:
        >>> web_address("/2026/ferry", "https://example.org/feed.xml")
        'https://example.org/2026/ferry'
    """
    if not stated:
        return None
    try:
        full = urljoin(base or "", stated.strip())
        parts = urlsplit(full)
    except ValueError:
        return None
    return full if parts.scheme in {"http", "https"} and parts.hostname else None


def host_of(address: str) -> str:
    """The host of an address without `www.`; "" where it has none.

    Example:
        >>> host_of("https://www.example.org/2026/ferry")
        'example.org'
    """
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
