"""Stories as reports come in: placed at once, settled when asked."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from synoptic.group.candidates import Index
from synoptic.group.likeness import Likeness, likeness
from synoptic.group.naming import keywords
from synoptic.group.partition import medoid, partition
from synoptic.group.telling import Telling, Vocabulary, telling
from synoptic.model.story import Story

if TYPE_CHECKING:
    from synoptic.model import Report
    from synoptic.text.vectors import Vectors

_AT_ONCE = 200  # reports at most that are grouped anew when one comes in


class StoryStream:
    """Stories that grow as reports are added; the same in the end for any order.

    `add` places a report among those already there. `settle` groups anew all that
    later reports may have changed; after it the stories are those that
    `group_stories` gives for the same reports.
    """

    def __init__(self, *, vectors: Vectors | None = None) -> None:
        self._vectors = vectors
        self._vocabulary = Vocabulary()
        self._index = Index()
        self._tellings: list[Telling] = []
        self._by_id: dict[str, Telling] = {}
        self._links: dict[str, dict[str, int]] = {}
        self._group: dict[str, tuple[str, ...]] = {}

    def __len__(self) -> int:
        return len(self._tellings)

    def take(self, report: Report) -> None:
        """Take a report in and place it only when the stream is settled.

        Raises:
            ValueError: A report of that id is there already.
        """
        if report.id in self._by_id:
            raise ValueError(f"report {report.id} is in the stream already")
        new = telling(report, self._vocabulary)
        row: dict[str, int] = {}
        for number in self._index.near(new).tolist():
            other = self._tellings[number]
            found = likeness(new, other).bits
            row[other.id] = found
            self._links[other.id][new.id] = found
        self._links[new.id] = row
        self._index.add(new)
        self._tellings.append(new)
        self._by_id[new.id] = new
        self._group[new.id] = (new.id,)

    def add(self, report: Report) -> str:
        """Place a report, and return the id of the story it is placed in.

        Raises:
            ValueError: A report of that id is there already.
        """
        self.take(report)
        touched = {report.id}
        for other, bits in self._links[report.id].items():
            if bits > 0:
                touched.update(self._group[other])
        if len(touched) <= _AT_ONCE:
            self._regroup(touched)
        else:
            best = max(
                self._links[report.id].items(), key=lambda item: (item[1], item[0])
            )
            self._put((*self._group[best[0]], report.id))
        return self.story_of(report.id)

    def settle(self) -> None:
        """Group anew; what comes out hangs on the reports, not on their order."""
        self._regroup(set(self._by_id))

    def stories(self) -> tuple[Story, ...]:
        """All stories, in order of their first report."""
        groups = sorted(
            {self._in_order(group) for group in self._group.values()}, key=self._place
        )
        return tuple(self._story(group) for group in groups)

    def story_of(self, report_id: str) -> str:
        """The id of the story that a report is placed in.

        Raises:
            KeyError: There is no such report.
        """
        return _story_id(self._in_order(self._group[report_id])[0])

    def explain(self, report_id: str) -> Likeness | None:
        """How alike a report is to its story's medoid; None: it stands alone there.

        Raises:
            KeyError: There is no such report.
        """
        group = self._group[report_id]
        centre = medoid(group, self._links)
        if len(group) == 1 or centre == report_id:
            return None
        return likeness(self._by_id[report_id], self._by_id[centre])

    def _regroup(self, ids: set[str]) -> None:
        for group in partition(ids, self._links):
            self._put(group)

    def _put(self, group: tuple[str, ...]) -> None:
        for member in group:
            self._group[member] = group

    def _in_order(self, group: tuple[str, ...]) -> tuple[str, ...]:
        def place(report_id: str) -> tuple[bool, str, str]:
            when = self._by_id[report_id].when
            return (not when, when, report_id)

        return tuple(sorted(group, key=place))

    def _place(self, group: tuple[str, ...]) -> tuple[bool, str, str]:
        first = self._by_id[group[0]]
        return (not first.when, first.when, first.id)

    def _story(self, group: tuple[str, ...]) -> Story:
        centre = self._by_id[medoid(sorted(group), self._links)]
        return Story(
            id=_story_id(group[0]),
            reports=group,
            title=centre.title,
            keywords=keywords([self._by_id[m] for m in group]),
        )


def _story_id(first: str) -> str:
    return hashlib.blake2b(b"story\x1f" + first.encode(), digest_size=8).hexdigest()
