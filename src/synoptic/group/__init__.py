"""Reports to stories: which of them tell of one event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.group.settings import DEFAULTS, GroupSettings
from synoptic.group.stream import StoryStream
from synoptic.group.telling import Telling, Weighed, weigh

if TYPE_CHECKING:
    from collections.abc import Iterable

    from synoptic.model import Report
    from synoptic.model.story import Story

__all__ = [
    "GroupSettings",
    "StoryStream",
    "Telling",
    "Weighed",
    "group_stories",
    "weigh",
]


def group_stories(
    reports: Iterable[Report], settings: GroupSettings = DEFAULTS
) -> tuple[Story, ...]:
    """The stories of some reports, in order of their first report.

    Args:
        reports: Each with an id of its own. Their order changes nothing.
        settings: What decides which reports are one story.

    Raises:
        ValueError: Two reports have one id.
    """
    stream = StoryStream(settings)
    for report in reports:
        stream.take(report)
    stream.settle()
    return stream.stories()
