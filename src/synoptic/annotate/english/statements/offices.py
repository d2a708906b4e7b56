"""Whether a role fits a person: no governor is a senator, no former one in office."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from synoptic.model import Speaker

if TYPE_CHECKING:
    from synoptic.annotate.english.people.cast import Cast

_BY_ROLE = "the one who has that role"
_HALF = re.compile(r"\b(?:vice|deputy|former|ex)\b", re.IGNORECASE)
_HALF_BEFORE = re.compile(
    r"\b(?:vice|deputy|former|ex)\b[- ](?:[\w.]+ ){0,3}$", re.IGNORECASE
)
_OFFICES = frozenset(
    "governor mayor senator president minister chancellor premier secretary ambassador "
    "judge king queen".split()
)


class Offices:
    """Checks the roles of one report."""

    def __init__(self, text: str, cast: Cast) -> None:
        self._text = text
        self._cast = cast

    def holding(self, speaker: Speaker) -> Speaker:
        """The speaker, unless "the president" was taken for a vice or former one."""
        if speaker.reason != _BY_ROLE or speaker.span is None:
            return speaker
        text = self._text
        if _HALF.search(text, *speaker.span):
            return speaker
        half = any(
            _HALF_BEFORE.search(text, max(0, span.start - 40), span.start)
            for member in self._cast.members
            if member.name == speaker.entity
            for _, span in member.mentions
        )
        if not half:
            return speaker
        return Speaker(speaker.span, None, 0.0, "only a vice or former one is named")

    def may_bear(self, name: str, role: str) -> bool:
        """Whether somebody may bear a role: a governor is no senator."""
        return all(
            role in member.roles or _OFFICES.isdisjoint(member.roles)
            for member in self._cast.members
            if member.name == name
        )
