"""Where a report came from, as a key that is the same each time it is read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from synoptic.store.tokens import words_of

if TYPE_CHECKING:
    from synoptic.model import Report

_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "at_medium", "at_campaign")
_RUN_WORDS = 3
_SAME_SHARE = 0.2
"""Part of the shorter text's runs of three words that a version shares at the least.

A feed whose items all lead to the front page, and a file that is written over with
another text, come again under one address; a rewritten report keeps far more."""


def source_key(report: Report) -> str | None:
    """The address or file of a report; None: nothing that would be the same again."""
    if report.url:
        return _address(report.url)
    if report.path and report.path != "-" and "://" not in report.path:
        path = Path(report.path)
        # A row of a larger file (`reports.jsonl:12`) has no place that stays.
        if path.is_file():
            return str(path.resolve())
    return None


def is_version(one: str, other: str) -> bool:
    """Whether two texts from one address are states of one report."""
    if one == other:
        return True
    a, b = _runs(one), _runs(other)
    fewer = min(len(a), len(b))
    return fewer > 0 and len(a & b) >= _SAME_SHARE * fewer


def _runs(text: str) -> set[tuple[str, ...]]:
    words = words_of(text)
    return set(zip(*(words[i:] for i in range(_RUN_WORDS)), strict=False))


def _address(url: str) -> str:
    """The address without its fragment and what only counts visitors."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    asked = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not name.lower().startswith(_TRACKING)
    ]
    return urlunsplit(
        (parts.scheme.lower(), parts.netloc.lower(), parts.path, urlencode(asked), "")
    )
