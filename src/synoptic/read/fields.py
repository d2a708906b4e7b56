"""Outlet, time, byline and credits, as the blocks of a report state them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from synoptic.read.blocks.bylines import is_bare_name, name_of
from synoptic.read.blocks.furniture import is_masthead
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
    r"(?:\b(?:covers|writes|reports)\b[^.;]{0,80}?\bfor\s+|"
    r"\bis (?:a|an|the)\b(?:(?!\bformer)[^.;]){0,60}\b(?:correspondent|reporter|editor|"
    r"writer|contributor|journalist|columnist|producer|analyst)\b[^.;]{0,30}?"
    r"\b(?:for|at|with|of)\s+)"
    r"(?P<outlet>(?:[Tt]he\s+)?[A-Z][\w&'’-]*(?:\.\w+)*"
    r"(?:\s+(?:of\s+)?[A-Z][\w&'’-]*){0,4})"
)

_GLUED = re.compile(r"(?<=[a-z])(?=(?:The )?(?:Associated Press|Reuters|Agence))")
_BETWEEN = re.compile(r"\s*(?:[/,;|&+]|\band\b|\bund\b|\bet\b)\s*")
_CALLED_AGENCY = re.compile(
    r"(?:[A-Z][\w’'-]+\s){1,3}(?:Wire|Newswires?|News Agency|Press Agency|News Service|"
    r"Wire Service|Press Association)\b"
)
_MATERIAL = re.compile(
    r"\b(?:material|files|information|reports?|reporting)\s+(?:by|from)\b",
    re.IGNORECASE,
)
_PAPER = re.compile(r"(?:The\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,4}$")
_SOURCE_NAME = re.compile(
    r"(?:source|quelle|fuente|fonte)\s*:\s*(?P<name>[^\])]{2,50})", re.IGNORECASE
)
_PAPER_FIRST = re.compile(r"(?P<name>[A-Z][^,|•–—]{3,40}?)\s*[,|•–—]\s")
_RIGHTS = re.compile(
    r"(?:©|[Cc]opyright)\D{0,6}(?:19|20)\d\d,?\s+(?:by\s+)?(?P<name>[^.,]+)"
)
_SITE_BEHIND = re.compile(r"\s+(?:[|»•]|[-–—])\s+(?P<site>[^|»•]{2,40})$")


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
    of: list[tuple[str, str]] = [(b.kind, text[b.start : b.end]) for b in blocks]
    published, modified = _times(_time_lines(of))
    return Fields(
        outlet=_outlet(of),
        headline=_headline([words for kind, words in of if kind == "headline"]),
        byline=_byline([words for kind, words in of if kind == "byline"]),
        credits=_credits(of),
        published_at=published,
        modified_at=modified,
    )


def _headline(lines: list[str]) -> str | None:
    """The headline as printed; its shortest print, where one has the site behind it."""
    if not lines:
        return None
    return min((t for t in lines if lines[0].startswith(t)), key=len)


def _time_lines(of: list[tuple[str, str]]) -> list[str]:
    """The lines that can say when the report was published, likeliest first.

    Those between the headline and the body come before those above the headline,
    which may belong to other texts of the page, and those below the body.
    """
    first = next((i for i, (kind, _) in enumerate(of) if kind == "headline"), 0)
    lines = of[first:] + of[:first]
    return [words for kind, words in lines if kind in {"dateline", "byline"}]


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
    # A page that prints only its update was published, as it is here, at that time.
    return published or modified, modified


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
            found.update(dict.fromkeys(_credited(_GLUED.sub(" ", words))))
        elif kind == "dateline":
            for inside in re.findall(r"\(([^()]*)\)", words):
                found.update(dict.fromkeys(_credited(inside)))
    return tuple(found)


def _credited(line: str) -> list[str]:
    """The agencies a line credits: those in the table, and what calls itself one."""
    source = _SOURCE_NAME.search(line)
    material = _MATERIAL.search(line) is not None
    names: list[str] = []
    for piece in _BETWEEN.split(line):
        known = find_agencies(piece)
        called = _CALLED_AGENCY.search(piece)
        paper = _PAPER.search(piece) if material else None
        if known:
            names += known
        elif called:
            names.append(called.group())
        elif paper and is_masthead(paper.group()):
            names.append(paper.group())
    if source and not names:
        names.append(source.group("name").strip())
    return names


def _outlet(of: Sequence[tuple[str, str]]) -> str | None:
    """Who published: a biography's paper, a title line, the site behind a headline."""
    above = True
    for kind, words in of:
        above = above and kind not in {"byline", "credit", "body"}
        if above and kind == "dateline":
            paper = _PAPER_FIRST.match(words)
            if paper and is_masthead(paper.group("name")):
                return paper.group("name")
        if kind != "boilerplate":
            continue
        if is_masthead(words):
            if above and not is_agency(words):
                return words.title() if words.isupper() else words
            continue
        rights = _RIGHTS.search(words)
        if rights and is_masthead(rights.group("name").strip()):
            return rights.group("name").strip()
        match = _FOR_OUTLET.search(words)
        if match and not is_agency(match.group("outlet")) and not is_bare_name(words):
            return match.group("outlet")
    titles = [words for kind, words in of if kind == "headline"]
    for title in titles:
        site = _SITE_BEHIND.search(title)
        if site and any(t != title and title.startswith(t) for t in titles):
            return None if is_agency(site.group("site")) else site.group("site")
    return None
