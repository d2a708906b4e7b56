"""Lists of feeds, as feed readers export them (OPML)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from synoptic.errors import InputError
from synoptic.read.xml import parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.read.draft import Draft, Raw
    from synoptic.read.options import ReadOptions

_HEAD = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,300}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<opml\b",
    re.DOTALL | re.IGNORECASE,
)


def feeds_of(data: bytes, *, path: str) -> tuple[str, ...]:
    """The addresses of the feeds in a list, each once, in its order.

    Raises:
        InputError: It is no OPML (`bad-xml`, `not-opml`), or lists no feed (`empty`).
    """
    root = parse_xml(data, path=path)
    if root.tag.lower() != "opml":
        raise InputError(path, "is XML and no OPML.", code="not-opml")
    found: dict[str, None] = {}
    for outline in root.iter("outline"):
        attributes = {name.lower(): value for name, value in outline.items()}
        address = attributes.get("xmlurl", "").strip()
        if address.startswith("feed:"):
            address = address.removeprefix("feed:").removeprefix("//")
            address = address if "://" in address else f"https://{address}"
        if address:
            found[address] = None
    if not found:
        raise InputError(path, "lists no feed.", code="empty")
    return tuple(found)


class OpmlReader:
    """Lists of feeds: they hold no report, and say where to go with them."""

    suffixes = (".opml",)
    media_types = ("text/x-opml", "application/x-opml+xml")
    holds_many = False

    def recognises(self, head: bytes) -> bool:
        """Whether its root is that of OPML."""
        return bool(_HEAD.match(head))

    def read(self, raw: Raw, options: ReadOptions) -> Iterator[Draft]:
        """No report; always a reject that says how many feeds are listed.

        Raises:
            InputError: `feed-list`, or what `feeds_of` raises.
        """
        del options
        n_feeds = len(feeds_of(raw.data, path=raw.path))
        raise InputError(
            raw.path,
            f"is a list of {n_feeds} feeds and no report. Give it to `synoptic watch`.",
            code="feed-list",
        )


reader = OpmlReader()
