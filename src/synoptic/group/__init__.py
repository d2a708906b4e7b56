"""Reports to stories: which of them tell of one event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.group.stream import StoryStream

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.model import Report
    from synoptic.model.story import Story
    from synoptic.text.vectors import Vectors

__all__ = ["StoryStream", "group_stories"]


def group_stories(
    reports: Sequence[Report], *, vectors: Vectors | None = None
) -> tuple[Story, ...]:
    """The stories of some reports, in order of their first report.

    Args:
        reports: Each with an id of its own. Their order changes nothing.
        vectors: Sentence vectors, asked only where words leave a pair in doubt.
    """
    stream = StoryStream(vectors=vectors)
    for report in reports:
        stream.take(report)
    stream.settle()
    return stream.stories()
