"""Stories as reports come in: placed at once, settled when asked."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from synoptic.group.components import components
from synoptic.group.follows import follow_ups
from synoptic.group.links import THOUSANDTHS, Neighbourhood
from synoptic.group.naming import keywords
from synoptic.group.partition import mean_between, medoid, partition
from synoptic.group.settings import DEFAULTS, GroupSettings
from synoptic.group.telling import Telling, Vocabulary, Weighed, weigh
from synoptic.model.story import Membership, Story

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from synoptic.group.partition import Rows
    from synoptic.model import Report

_AT_ONCE = 100  # reports at most that are grouped anew when one comes in
_N_NEAREST = 10  # neighbours whose groups those are


class _Group(NamedTuple):
    """Numbers of reports.

    Attributes:
        members: The reports of a story, by time and id.
        centre: Its medoid.
        named_after: The report that its id is made of: the first, once settled; till
            then the one it was first made of, so that a growing story keeps its id.
    """

    members: tuple[int, ...]
    centre: int
    named_after: int


class StoryStream:
    """Stories that grow as reports are added; the same in the end for any order.

    `add` places a report among those already there. `settle` groups all of them anew;
    after it the stories are those that `group_stories` gives for the same reports.
    """

    def __init__(self, settings: GroupSettings = DEFAULTS) -> None:
        self._settings = settings
        self._one_event = round(THOUSANDTHS * settings.one_event)
        self._vocabulary = Vocabulary()
        self._around = Neighbourhood(settings)
        self._numbers: dict[str, int] = {}
        self._group: list[_Group] = []
        self._follows: dict[int, int] = {}  # first report to first report

    def __len__(self) -> int:
        return len(self._group)

    def __contains__(self, report_id: object) -> bool:
        return report_id in self._numbers

    def numbered(self, report: Weighed) -> Telling:
        """What `weigh` gives for a report, in the form in which it is kept here."""
        return self._vocabulary.numbered(report)

    def take(self, report: Report | Weighed | Telling) -> None:
        """Take a report in, as a story of its own until the stream is settled.

        Args:
            report: Itself, what `weigh` gives for it, or what `numbered` gives.

        Raises:
            ValueError: A report of that id is there already.
        """
        if report.id in self._numbers:
            raise ValueError(f"report {report.id} is in the stream already")
        if not isinstance(report, Weighed | Telling):
            report = weigh(report)
        if isinstance(report, Weighed):
            report = self.numbered(report)
        number = len(self._group)
        self._around.add(report)
        self._numbers[report.id] = number
        self._group.append(_Group((number,), number, number))

    def add(self, report: Report) -> str:
        """Place a report, and return the id of the story it is placed in.

        Raises:
            ValueError: A report of that id is there already.
        """
        self.take(report)
        number = self._numbers[report.id]
        touched = {number}
        for other in self._around.nearest(number, _N_NEAREST):
            group = self._group[other].members
            if len(touched) + len(group) <= _AT_ONCE:
                touched.update(group)
            elif len(touched) == 1:
                # too many to be grouped anew: the nearest of them speak for all
                self._join(number, self._group[other])
                return self.story_of(report.id)
        rows = self._rows(sorted(touched))
        self._split(map(self._id, touched), rows)
        return self.story_of(report.id)

    def settle(self) -> None:
        """Group anew; what comes out hangs on the reports, not on their order."""
        everything = range(len(self._group))
        links = self._around.among(everything)
        of = components(len(self._group), links, at_least=self._one_event)
        inside: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
        together = of[links.a] == of[links.b]
        for a, b, nearness in zip(*(c[together].tolist() for c in links), strict=True):
            inside[int(of[a])].append((a, b, nearness))
        members: dict[int, list[str]] = defaultdict(list)
        for number, component in enumerate(of.tolist()):
            members[component].append(self._id(number))
        for component, ids in members.items():
            self._split(ids, self._by_id(inside.pop(component, ())))
        for group in set(self._group):
            self._assign(group._replace(named_after=group.members[0]))
        groups = self._groups()
        story = np.zeros(len(self._group), np.int64)
        for place, group in enumerate(groups):
            story[list(group.members)] = place
        firsts = [group.members[0] for group in groups]
        found = follow_ups(
            links,
            story,
            [self._around.reports[n].day for n in firsts],
            [self._id(n) for n in firsts],
            at_least=round(THOUSANDTHS * self._settings.follows),
        )
        self._follows = {firsts[late]: firsts[early] for late, early in found.items()}

    def stories(self) -> tuple[Story, ...]:
        """All stories, by the time and id of their first report."""
        return tuple(self._story(group) for group in self._groups())

    def story_of(self, report_id: str) -> str:
        """The id of the story that a report is placed in.

        Raises:
            KeyError: There is no such report.
        """
        return self._story_id(self._group[self._numbers[report_id]])

    def size_of(self, report_id: str) -> int:
        """How many reports the story of a report has.

        Raises:
            KeyError: There is no such report.
        """
        return len(self._group[self._numbers[report_id]].members)

    def explain(self, report_id: str) -> Membership:
        """Why a report stands in its story.

        Raises:
            KeyError: There is no such report.
        """
        number = self._numbers[report_id]
        group = self._group[number]
        nearest = self._around.nearest(number, _AT_ONCE)
        others = {n: self._group[n] for n in nearest if self._group[n] is not group}
        looked_at = {number, *group.members}.union(
            *(g.members for g in others.values())
        )
        rows = self._rows(sorted(looked_at))
        beside = group.centre
        if beside == number:
            own = [n for n in nearest if n in group.members]
            beside = next(iter([*own, *nearest]), number)
        rest = [self._id(n) for n in group.members if n != number]
        means = {
            other: mean_between([report_id], [self._id(n) for n in other.members], rows)
            for other in others.values()
        }
        following = max(
            means, key=lambda g: (means[g], self._id(g.members[0])), default=None
        )
        parts = {} if beside == number else self._around.parts(number, beside)
        return Membership(
            report=report_id,
            story=self._story_id(group),
            beside=None if beside == number else self._id(beside),
            parts=parts,
            usual=(self._around.usual(number) + self._around.usual(beside)) / 2,
            shared=self._around.shared_words(number, beside) if parts else (),
            nearness=rows.get(report_id, {}).get(self._id(beside), 0) / THOUSANDTHS,
            with_story=mean_between([report_id], rest, rows) / THOUSANDTHS
            if rest
            else None,
            needed=self._settings.one_event,
            next_story=None if following is None else self._story_id(following),
            with_next=None if following is None else means[following] / THOUSANDTHS,
        )

    def _join(self, number: int, group: _Group) -> None:
        """Place a report beside a large group by those nearest to it, or alone."""
        near = [n for n in self._around.nearest(number, _AT_ONCE) if n in group.members]
        rows = self._rows(sorted([number, *near]))
        if (
            mean_between([self._id(number)], [*map(self._id, near)], rows)
            >= self._one_event
        ):
            members = self._in_order([*group.members, number])
            self._assign(group._replace(members=members))

    def _split(self, ids: Iterable[str], rows: Rows) -> None:
        beside = round(THOUSANDTHS * self._settings.beside_medoid)
        for group in partition(
            ids, rows, one_event=self._one_event, beside_medoid=beside
        ):
            self._put(group, rows)

    def _put(self, ids: Sequence[str], rows: Rows) -> None:
        numbers = [self._numbers[report] for report in ids]
        centre = self._numbers[medoid(ids, rows)]
        self._assign(_Group(self._in_order(numbers), centre, self._kept_name(numbers)))

    def _kept_name(self, numbers: Sequence[int]) -> int:
        """What the group was named after that most of these reports come from."""
        names = Counter(self._group[number].named_after for number in numbers)
        inside = [(-names[n], n) for n in numbers if n in names]
        return min(inside)[1] if inside else min(numbers)

    def _assign(self, group: _Group) -> None:
        for member in group.members:
            self._group[member] = group

    def _rows(self, members: Sequence[int]) -> Rows:
        links = self._around.among(members)
        return self._by_id(zip(*(column.tolist() for column in links), strict=True))

    def _by_id(self, edges: Iterable[tuple[int, int, int]]) -> Rows:
        rows: dict[str, dict[str, int]] = defaultdict(dict)
        for a, b, nearness in edges:
            rows[self._id(a)][self._id(b)] = nearness
            rows[self._id(b)][self._id(a)] = nearness
        return rows

    def _id(self, number: int) -> str:
        return self._around.reports[number].id

    def _groups(self) -> list[_Group]:
        return sorted(set(self._group), key=lambda group: self._place(group.members[0]))

    def _in_order(self, numbers: Iterable[int]) -> tuple[int, ...]:
        return tuple(sorted(numbers, key=self._place))

    def _place(self, number: int) -> tuple[bool, str, str]:
        report = self._around.reports[number]
        return (not report.when, report.when, report.id)

    def _story(self, group: _Group) -> Story:
        earlier = self._follows.get(group.members[0])
        return Story(
            id=self._story_id(group),
            reports=tuple(map(self._id, group.members)),
            follows=None if earlier is None else self._story_id(self._group[earlier]),
            title=self._around.reports[group.centre].title,
            keywords=keywords([self._around.reports[n] for n in group.members]),
        )

    def _story_id(self, group: _Group) -> str:
        first = self._id(group.named_after)
        return hashlib.blake2b(b"story\x1f" + first.encode(), digest_size=8).hexdigest()
