"""Whom a report names as its source: agencies, and other reports of the set."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from synoptic.text.agencies import find_agencies, is_agency

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.model import Report

_NAMING = re.compile(
    r"\b(?:source|via|from|courtesy of|first (?:published|appeared|reported)|"
    r"reporting by|contributed to|originally|reported by|with material of)\b",
    re.IGNORECASE,
)
_DRAWN_ON = (
    r"(?i:\b(?:via|according to|told|interview with|reported by|published (?:by|in)))"
    r"\s+(?:the\s+)?{name}(?!\w|\s+(?!\w+day\b)[A-Z])"
    r"|(?:^|(?<=[^\w\s])|[^\w\s]\s+|\b(?:[a-z][\w’'-]*|The|\w+day)\s+){name}"
    r"\s+(?:(?:has|had|first|also|later)\s+)*(?:reported|reports|wrote)\b"
)
"""Forms in which the running text says that a line comes from an outlet; the name must
not be part of a longer one."""
_SITE = re.compile(
    r"(?:[\w-]+\.)*(?!(?:com|net|org)\.)([a-z0-9]{3,})"
    r"(?:\.(?:com?|net|org))?\.[a-z]{2,6}(?:/.*)?"
)
_ADDED = re.compile(r"\s*\([^()]*\)$")
_BRACKETS = re.compile(r"\([^()]*\)")
_EDGE_CHARS = 400
"""Notes on where a text comes from stand within this of its beginning or end."""


@dataclass(frozen=True, slots=True)
class Credit:
    """What one report says about where its words come from.

    Attributes:
        agency: The agency whose own file this is; None: it is no agency's.
        agencies: Agencies credited, its own left out.
        reports: Indices of other reports whose outlet it names as a source.
    """

    agency: str | None
    agencies: frozenset[str]
    reports: frozenset[int]


def credits_of(reports: Sequence[Report]) -> tuple[Credit, ...]:
    """Return what each report says, in the same order."""
    outlets = [(r.outlet or "").strip() for r in reports]
    owned = [_own_agency(r) for r in reports]
    found = []
    for index, report in enumerate(reports):
        credited = frozenset(report.credits) - {owned[index]}
        # a credited outlet whose report is given is a parent to look at, not a lost one
        agencies = frozenset(c for c in credited if is_agency(c) or c not in outlets)
        named = {k for k, outlet in enumerate(outlets) if outlet in credited - agencies}
        named.discard(index)
        notes = _notes(report)
        for other, outlet in enumerate(outlets):
            if other == index:
                continue
            if owned[other] and owned[other] in agencies:
                named.add(other)
            elif not outlet or outlet == outlets[index]:
                continue
            elif _is_drawn_on(outlet, text=report.text) or (
                not owned[other]
                and re.search(rf"(?<!\w){_called(outlet)}(?!\w)", notes)
            ):
                named.add(other)
        found.append(Credit(owned[index], agencies, frozenset(named)))
    return tuple(found)


def _is_drawn_on(outlet: str, *, text: str) -> bool:
    """Whether running text says that a line comes from an outlet."""
    pattern = _DRAWN_ON.format(name=_called(outlet))
    return re.search(pattern, text, re.MULTILINE) is not None


def _called(outlet: str) -> str:
    """A pattern of an outlet's name as other reports print it.

    Lists of outlets tell namesakes apart in brackets: "Norden Post (online)". An
    outlet known by its site goes by the name in the address: "nordenpost.com" is the
    Norden Post of other reports.
    """
    if site := _SITE.fullmatch(outlet):
        letters = [re.escape(c) for c in site[1]]
        return r"(?=[A-Z])(?i:" + r"\s?".join(letters) + ")"
    name = _ADDED.sub("", outlet)
    article, _, rest = name.partition(" ")
    if article == "The" and rest:
        return rf"[Tt]he\s+{re.escape(rest)}"
    return re.escape(name)


def _own_agency(report: Report) -> str | None:
    """The agency itself publishes here, and names no other as its source."""
    outlet = (report.outlet or "").strip()
    if not outlet:
        return _in_dateline(report)
    if not is_agency(outlet):
        return _in_dateline(report) if report.credits == (outlet,) else None
    own = find_agencies(outlet)
    return own[0] if own and set(report.credits) <= {own[0]} else None


def _in_dateline(report: Report) -> str | None:
    """The one agency credited, when the dateline names it and no credit line does.

    A print of agency copy has the outlet's name about it, or says where the copy is
    from ("[Source: Reuters]"); the agency's own file does neither.
    """
    if len(report.credits) != 1:
        return None
    agency = report.credits[0]
    lines = [report.quote(span) for span in report.spans_of("credit")]
    if any(_names(line, agency) for line in lines):
        return None
    datelines = [report.quote(span) for span in report.spans_of("dateline")]
    return agency if any(_in_brackets(d, agency) for d in datelines) else None


def _in_brackets(dateline: str, agency: str) -> bool:
    return any(_names(part, agency) for part in _BRACKETS.findall(dateline))


def _names(words: str, agency: str) -> bool:
    return agency in find_agencies(words) or agency.casefold() in words.casefold()


def _notes(report: Report) -> str:
    """Credit blocks, datelines, and lines near either end that speak of a source."""
    text = report.text
    parts = [
        report.quote(span)
        for span in report.spans_of("credit", "boilerplate", "dateline")
    ]
    head, tail = text[:_EDGE_CHARS], text[-_EDGE_CHARS:]
    parts += [
        line
        for line in (*head.splitlines(), *tail.splitlines())
        if _NAMING.search(line)
    ]
    if report.byline:
        parts.append(report.byline)
    return "\n".join(parts)
