"""Whether a speaker's words may reach the reports by way of translation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from synoptic.text.places import demonyms, places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.model import Annotations, Report

_ENGLISH = frozenset(
    {
        "United States",
        "United Kingdom",
        "Australia",
        "New Zealand",
        "Ireland",
        "Canada",
        "South Africa",
        "Jamaica",
    }
)
_BEFORE = re.compile(r"((?:[\w.’'-]+ ){0,5})$")
_CAPITAL = re.compile(r"[A-Z][\w.]*")
_ROLES = re.compile(
    r"\b(?:president|minister|premier|chancellor|king|queen|leader|aide|spokes\w+|"
    r"ambassador|general|commander|official|lawmaker|governor|mayor|envoy)\b",
    re.IGNORECASE,
)


def may_be_translated(
    speaker: str | None, reports: Sequence[Report], annotations: Sequence[Annotations]
) -> bool:
    """Whether a report introduces the speaker as somebody of another language.

    "Russian President Vladimir Putin" in a report in English does. What is not
    introduced so counts as not translated.
    """
    if speaker is None:
        return False
    for report, notes in zip(reports, annotations, strict=True):
        if notes.language != "en":
            continue
        last = speaker.split()[-1]
        for name in notes.names or ():
            if name.kind != "person" or not report.quote(name.span).endswith(last):
                continue
            start = max(0, name.span.start - 60)
            before = _BEFORE.search(report.text, start, name.span.start)
            words = before.group(1) if before else ""
            if not _ROLES.search(words):
                continue
            for word in _CAPITAL.findall(words):
                country = demonyms().get(word) or places().get(word)
                if country is not None and country not in _ENGLISH:
                    return True
    return False
