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
_MODIFIERS = frozenset(
    "prime foreign defense defence interior finance deputy vice former opposition "
    "presidential senior top chief".split()
)
_ROLES = re.compile(
    r"(?:president|minister|premier|chancellor|king|queen|leader|aide|spokes\w+|"
    r"ambassador|general|commander|official|lawmaker|governor|mayor|envoy)",
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
            start = max(0, name.span.start - 70)
            for word in _introduced(report.text[start : name.span.start]):
                country = demonyms().get(word) or places().get(word)
                if country is not None and country not in _ENGLISH:
                    return True
    return False


def _introduced(before: str) -> list[str]:
    """The capitalised words of the noun phrase in front of a name, if it has a role."""
    taken: list[str] = []
    for word in reversed(before.rpartition("\n")[2].split()):
        bare = word.rstrip("’'s") if word.endswith(("’s", "'s")) else word
        if not (word[0].isupper() or _ROLES.fullmatch(word) or word in _MODIFIERS):
            break
        if word[-1] in ',;:!?”"':
            break
        taken.append(bare)
    return taken if any(_ROLES.fullmatch(w) for w in taken) else []
