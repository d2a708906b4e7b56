"""What changed from one version of a report to the next, in neutral sentences."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from synoptic.present.wording import clipped, quoted

if TYPE_CHECKING:
    from synoptic.model import Report

_TOKEN: Final = re.compile(r"\w+(?:['’.,]\w+)*|[^\w\s]")
_BESIDE: Final = 3
_MOST: Final = 40
_LONGEST_TOKENS: Final = 20_000


def changes_between(earlier: Report, later: Report) -> tuple[str, ...]:
    """The differences of the body texts, in order, at most forty."""
    one, other = _body(earlier), _body(later)
    if max(len(one), len(other)) > _LONGEST_TOKENS:
        return ("The texts are too long to be compared here.",)
    found = []
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            continue
        before, now = " ".join(one[a:b]), " ".join(other[c:d])
        beside = " ".join(other[max(0, c - _BESIDE) : c])
        place = f" after {quoted(beside)}" if beside else " at the beginning"
        if kind == "replace":
            said = f"{quoted(clipped(before))} became {quoted(clipped(now))}{place}"
        elif kind == "insert":
            said = f"{quoted(clipped(now))} came in{place}"
        else:
            said = f"{quoted(clipped(before))} is no longer there{place}"
        found.append(f"{said}.")
    return tuple(found[:_MOST])


def _body(report: Report) -> list[str]:
    text = " ".join(report.quote(span) for span in report.spans_of("headline", "body"))
    return _TOKEN.findall(text)
