"""Outlet, time, byline and credits, as the blocks of a report state them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from synoptic.read.blocks.bylines import is_bare_name, name_of
from synoptic.read.printed import find_dates
from synoptic.text.agencies import find_agencies, is_agency

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.model import Block

_UPDATED = re.compile(
    r"(?:updated?|modified|edited|aktualisiert|mis à jour|actualizado|aggiornato)\W*"
    r"(?:on|at|le|am|el|il)?\W*$",
    re.IGNORECASE,
)
_FOR_OUTLET = re.compile(
    r"\b(?:correspondent|reporter|editor|writer|contributor|journalist|columnist|"
    r"producer|analyst|staff writer|bureau chief)\b[^.]{0,30}?\b(?:for|at|with|of)\s+"
    r"(?P<outlet>(?:[Tt]he\s+)?[A-Z][\w&'’.-]*(?:\s+(?:of\s+)?[A-Z][\w&'’-]*){0,4})"
)


class Fields(NamedTuple):
    """What the blocks state; None or empty where they do not."""

    outlet: str | None
    headline: str | None
    byline: str | None
    credits: tuple[str, ...]
    published_at: str | None
    modified_at: str | None


def find_fields(text: str, blocks: tuple[Block, ...]) -> Fields:
    """The fields that the blocks of a text state."""
    of = [(b.kind, text[b.start : b.end]) for b in blocks]
    published, modified = _times([words for kind, words in of if kind == "dateline"])
    return Fields(
        outlet=_outlet([words for kind, words in of if kind == "boilerplate"]),
        headline=next((words for kind, words in of if kind == "headline"), None),
        byline=_byline([words for kind, words in of if kind == "byline"]),
        credits=_credits(of),
        published_at=published,
        modified_at=modified,
    )


def _times(lines: list[str]) -> tuple[str | None, str | None]:
    published = modified = None
    label = ""
    for line in lines:
        for printed in find_dates(line):
            before = label + line[: printed.start]
            if _UPDATED.search(before.rstrip()):
                modified = modified or printed.iso
            else:
                published = published or printed.iso
            label = ""
        if not find_dates(line):
            label = line + " "
    return published, modified


def _byline(lines: list[str]) -> str | None:
    for line in lines:
        name = name_of(line)
        if name and not is_agency(name) and re.search(r"\w", name):
            return name
    return None


def _credits(of: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for kind, words in of:
        if kind in {"credit", "byline"}:
            found.update(dict.fromkeys(find_agencies(words)))
        elif kind == "dateline":
            for inside in re.findall(r"\(([^()]*)\)", words):
                found.update(dict.fromkeys(find_agencies(inside)))
    return tuple(found)


def _outlet(lines: list[str]) -> str | None:
    for line in lines:
        match = _FOR_OUTLET.search(line)
        if match and not is_agency(match.group("outlet")) and not is_bare_name(line):
            return match.group("outlet").rstrip(".")
    return None
