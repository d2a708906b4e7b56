"""Stories as readers have set them right: split, and brought together."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from synoptic.app.corrections import OF_STORIES, not_undone

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from synoptic.model import Correction
    from synoptic.model.story import Story


def apply_corrections(
    stories: Sequence[Story], corrections: Iterable[Correction]
) -> tuple[Story, ...]:
    """The stories as readers have set them right.

    `same-story` says that the target and the report whose id is in `value` belong to
    one story; `other-story` that the target does not belong with it. Reports that
    were told apart from one report make one story together. Later records win.
    """
    standing, _ = not_undone(tuple(corrections))
    groups = [list(story.reports) for story in stories]
    for correction in standing:
        if correction.kind not in OF_STORIES:
            continue
        one = _holding(groups, correction.target.report_id)
        other = _holding(groups, correction.value or "")
        if one is None or other is None:
            continue
        if correction.kind == "same-story" and one is not other:
            groups.remove(one)
            other += one
        elif correction.kind == "other-story" and one is other:
            one.remove(correction.target.report_id)
            apart = _told_apart(groups, standing, correction)
            if apart is None:
                groups.append([correction.target.report_id])
            else:
                apart.append(correction.target.report_id)
    return tuple(_as_story(group, stories) for group in groups)


def _told_apart(
    groups: list[list[str]], standing: Sequence[Correction], correction: Correction
) -> list[str] | None:
    """The group of a report that was told apart from the same one before."""
    for earlier in standing:
        if earlier is correction:
            return None
        if earlier.kind == "other-story" and earlier.value == correction.value:
            group = _holding(groups, earlier.target.report_id)
            if group is not None and correction.value not in group:
                return group
    return None


def _holding(groups: list[list[str]], name: str) -> list[str] | None:
    return next((group for group in groups if name in group), None)


def _as_story(group: list[str], stories: Sequence[Story]) -> Story:
    """The story of a group: as it was, or named after the largest part of it."""
    members = set(group)
    best = max(stories, key=lambda s: (len(members & set(s.reports)), s.id))
    if set(best.reports) == members:
        return best
    whole = len(members & set(best.reports)) * 2 > len(best.reports)
    first = hashlib.blake2b(b"story\x1f" + group[0].encode(), digest_size=8).hexdigest()
    return replace(best, id=best.id if whole else first, reports=tuple(group))
