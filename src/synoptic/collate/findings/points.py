"""The points that several reports tell in other words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from synoptic.collate.findings.story import counted, finding, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.collate.findings.story import StoryText
    from synoptic.model import Finding, Reading

_SHOWN = 2
_OF_OWN_WRITING = 71.0
_BESIDE_COPY = 30.0


def shared_points(story: StoryText) -> Iterator[Finding]:
    """How many points stand in several reports in other words, with the widest told.

    The points come first where reports share more of them than of passages: they are
    what reports have in common that were written apart.
    """
    points = _points(story)
    if not points:
        return
    points.sort(key=lambda told: (-len(told), -sum(_words(story, r) for r in told)))
    n = len(story.reports)
    names = listed([story.name(reading.report) for reading in points[0]])
    if n == 2 or len(points) == 1:
        where = "both A and B" if n == 2 else names
    else:
        where = f"two or more of the {n} reports"
    verb = "stands" if len(points) == 1 else "stand"
    text = f"{counted(len(points), 'point')} {verb} in {where} in other words"
    text += f"; the most widely told in {names}." if n > 2 and len(points) > 1 else "."
    evidence = [(r.report, r.spans[0]) for told in points[:_SHOWN] for r in told]
    shared = sum(bool(unit.links) for unit in story.units)
    weight = _OF_OWN_WRITING if len(points) > shared else _BESIDE_COPY
    yield finding("shared-points", text, weight, evidence)


def _points(story: StoryText) -> list[list[Reading]]:
    """Readings that share a point with one of them, each told once.

    Greedy, from the reading that shares a point with most reports: two readings that
    share one with a third may share none with each other, so they are not chained.
    """
    likest: dict[Reading, dict[str, tuple[float, Reading]]] = defaultdict(dict)
    for pair in story.partly:
        for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
            known = likest[one].get(other.report)
            if known is None or known[0] < pair.score:
                likest[one][other.report] = (pair.score, other)
    found: list[list[Reading]] = []
    taken: set[Reading] = set()
    order = {reading: place for place, reading in enumerate(likest)}
    for one in sorted(likest, key=lambda r: (-len(likest[r]), order[r])):
        told = [one, *(other for _, other in likest[one].values())]
        if taken.isdisjoint(told):
            taken.update(told)
            found.append(sorted(told, key=lambda r: story.index[r.report]))
    return found


def _words(story: StoryText, reading: Reading) -> int:
    return story.words(reading.report, reading.spans)
