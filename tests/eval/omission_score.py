"""What a child does not carry of its parent: said, against what is true of it.

A sentence of the parent is missing when no sentence of the child goes back to the same
act of writing, and none of another writer tells the same fact there; where one does, a
reader may say so or not, and the sentence is not counted. It is said to be missing when
half or more of it lies in lines that name the child and the parent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from copytrees.stories import STORIES
from rapidfuzz import fuzz

from synoptic.collate.omissions import find_omissions
from synoptic.model import Descent, DescentEdge

if TYPE_CHECKING:
    from collections.abc import Iterable

    from copytrees.score import Case

    from synoptic.model import Omission

_COVERED = 0.5
_SPOKEN = re.compile(r'"([^"]+?)[,.]?"')
_SAME_FACT = 70.0
_LEAST_WORDS = 4  # a sentence of "Yes," he said is nobody's passage


@dataclass
class Carried:
    """Sentences of parents, counted."""

    missing: int = 0
    said: int = 0
    right: int = 0
    told_otherwise: int = 0
    said_all_the_same: int = 0
    wrong: list[tuple[str, str]] = field(default_factory=list)
    missed: list[tuple[str, str]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Of what is said to be missing, the part that is."""
        return self.right / max(self.said, 1)

    @property
    def recall(self) -> float:
        """Of what is missing, the part that is said to be."""
        return self.right / max(self.missing, 1)


def measured(cases: Iterable[Case], *, vectors=None) -> Carried:
    """Count over all true edges between given reports, taken as certain."""
    counts = Carried()
    for case in cases:
        edges = [
            DescentEdge(
                parent=edge["parent"],
                child=edge["child"],
                extent=edge["extent"],
                share=edge["share"],
                p=1.0,
                bits=10.0,
                parts={},
            )
            for edge in case.truth["edges"]
        ]
        found = find_omissions(
            case.reports,
            case.annotations,
            case.units,
            case.partly,
            descent=Descent(edges=tuple(edges)),
            vectors=vectors,
        )
        for edge in edges:
            _count(case, edge.parent, edge.child, found, counts)
    return counts


def _count(
    case: Case, parent: str, child: str, found: Iterable[Omission], counts: Carried
) -> None:
    text = next(r.text for r in case.reports if r.id == parent)
    there = case.truth["passages"][child]
    carried = {p["sentence"] for p in there}
    other = next(r.text for r in case.reports if r.id == child)
    facts = {_fact(case.name, other[p["start"] : p["end"]]) for p in there}
    said = [
        member.span
        for omission in found
        if omission.report == child and omission.parent is not None
        for member in omission.members
        if member.report == parent
    ]
    for piece in case.truth["passages"][parent]:
        start, end = piece["start"], piece["end"]
        words = text[start:end]
        if len(words.split()) < _LEAST_WORDS:
            continue
        inside = sum(max(0, min(s.end, end) - max(s.start, start)) for s in said)
        is_missing = piece["sentence"] not in carried
        is_said = inside >= _COVERED * (end - start)
        spoken = [q for q in _SPOKEN.findall(words) if len(q.split()) >= _LEAST_WORDS]
        if is_missing and (
            _fact(case.name, words) in facts or any(q in other for q in spoken)
        ):
            counts.told_otherwise += 1
            counts.said_all_the_same += is_said
            continue
        counts.missing += is_missing
        counts.said += is_said
        counts.right += is_missing and is_said
        if is_said and not is_missing:
            counts.wrong.append((case.name, words))
        if is_missing and not is_said:
            counts.missed.append((case.name, words))


def _fact(name: str, words: str) -> int | None:
    """Which fact of the invented event a sentence tells; None: a desk's own words."""
    ranked = [
        (fuzz.partial_ratio(words, told), fact)
        for fact, told in _tellings(name.rpartition("-")[0])
    ]
    likeness, fact = max(ranked, default=(0.0, None))
    return fact if likeness >= _SAME_FACT else None


@cache
def _tellings(story: str) -> tuple[tuple[int, str], ...]:
    path = STORIES / f"{story}.txt"
    found, fact = [], 0
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        if line.startswith("@"):
            fact += 1
        elif re.match(r"[A-C]: ", line):
            found.append((fact, line[3:]))
        elif line.startswith("L: "):
            found.append((1, line[3:]))  # a lead tells what the first paragraph does
    return tuple(found)
