"""NewsML-G2: items and messages as agencies deliver them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING
from xml.etree.ElementTree import tostring

from synoptic.errors import InputError
from synoptic.model import Rejected, Skipped, report_id
from synoptic.read.draft import Draft
from synoptic.read.html.pieces import joined
from synoptic.read.newsml.item import read_item
from synoptic.read.newsml.nitf import read_nitf
from synoptic.read.wire import has_body
from synoptic.read.xml import parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from synoptic.read.draft import Raw
    from synoptic.read.newsml.item import Item
    from synoptic.read.options import ReadOptions

_HEAD = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,300}\?>\s*)?(?:<!--.{0,2000}?-->\s*|"
    rb"<\?[^>]{0,300}\?>\s*|<!DOCTYPE\s+nitf[^>\[]{0,300}>\s*)*"
    rb"<(?:[\w-]{1,20}:)?(?P<root>newsItem|newsMessage|packageItem|nitf)\b",
    re.DOTALL,
)
_EXTRACTOR = "synoptic.read.newsml 1"


class NewsmlReader:
    """NewsML-G2 items and messages, and NITF documents."""

    suffixes = (".xml", ".newsml", ".nitf", ".g2")
    media_types = (
        "application/vnd.iptc.g2.newsitem+xml",
        "application/vnd.iptc.g2.newsmessage+xml",
        "application/nitf+xml",
    )
    holds_many = False

    def recognises(self, head: bytes) -> bool:
        """Whether its root is one of NewsML-G2 or NITF."""
        return bool(_HEAD.match(head))

    def read(
        self, raw: Raw, options: ReadOptions
    ) -> Iterator[Draft | Rejected | Skipped]:
        """A report for each text item; pictures, packages and films are passed over.

        Raises:
            InputError: It is not XML, or holds no item of news.
        """
        del options
        root = parse_xml(raw.data, path=raw.path, charset=raw.charset)
        items = [root] if root.tag in _ROOTS else list(root.iter("newsItem"))
        others = Counter(e.tag for e in root.iter() if e.tag in _NO_REPORTS)
        if root.tag not in _KNOWN or not (items or others):
            raise InputError(
                raw.path,
                f"is XML of another kind (its root is “{root.tag[:40]}”). Read are "
                "NewsML-G2, NITF, RSS, Atom and web pages.",
                code="unknown-form",
            )
        alone = len(items) == 1 and root.tag != "newsMessage"
        for number, element in enumerate(items, start=1):
            item = read_nitf(element) if element.tag == "nitf" else read_item(element)
            if item.other:
                others[item.other] += 1
                continue
            place = "" if alone else f":{number}"
            yield _draft(item, element, raw, place, alone=alone)
        for what, n in sorted(others.items()):
            yield Skipped(raw.path, n, f"items of {what}")


_ROOTS = {"newsItem", "nitf"}
_NO_REPORTS = {"packageItem", "conceptItem", "knowledgeItem", "planningItem"}
_KNOWN = _ROOTS | _NO_REPORTS | {"newsMessage"}


def _draft(
    item: Item, element: Element, raw: Raw, place: str, *, alone: bool
) -> Draft | Rejected:
    if not has_body(item.pieces):
        why = (
            "was withdrawn by who sent it and has no text"
            if item.status in {"canceled", "withheld"}
            else "holds no text (a headline only, or a link to its text)"
        )
        return Rejected(raw.path + place, "no-text", f"The item {why}.")
    text, hints = joined(item.pieces)
    return Draft(
        text=text,
        raw=None if alone else tostring(element, encoding="utf-8"),
        place=place,
        key=item.guid,
        series=report_id(item.guid, b"") if item.guid else None,
        layout="article",
        hints=hints,
        outlet=item.outlet,
        headline=item.headline,
        byline=item.byline,
        published_at=item.published_at,
        modified_at=item.modified_at,
        language=item.language,
        extractor=_EXTRACTOR,
        embargoed_until=item.embargoed_until,
        status=item.status,
        version=item.version,
    )


reader = NewsmlReader()
