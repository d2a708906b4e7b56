"""Generated stories through the product, with the truth of each unit and pair."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from copytrees.truth import RELEASE
from synoptic.annotate.sentences import sentences_of
from synoptic.collate.passages import find_passages
from synoptic.model import Annotations
from synoptic.read import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from copytrees.grow import Grown
    from synoptic.model import Partly, Report, Unit


@dataclass(frozen=True)
class Case:
    """A grown story as the product sees it."""

    name: str
    reports: tuple[Report, ...]
    annotations: tuple[Annotations, ...]
    units: tuple[Unit, ...]
    partly: tuple[Partly, ...]
    truth: dict


def cases(stories: Iterable[Grown]) -> Iterator[Case]:
    """Read, cut and align; descent needs no more than sentences.

    Reports stand in order of their ids.
    """
    for grown in stories:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "story.jsonl"
            lines = (json.dumps(row, ensure_ascii=False) for row in grown.rows)
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
            intake = read([str(path)])
        assert not intake.rejected, intake.rejected
        reports = tuple(sorted(intake.reports, key=lambda r: r.id))
        annotations = tuple(
            Annotations(report=r.id, language=r.language, sentences=sentences_of(r))
            for r in reports
        )
        passages = find_passages(reports, annotations)
        yield Case(
            grown.name,
            reports,
            annotations,
            passages.units,
            passages.partly,
            grown.truth,
        )


def unit_origins(case: Case) -> list[dict[str, str]]:
    """For each unit, the origin of each reading: of most of its characters.

    Readings that mix origins evenly count with the first; words that stand in no
    passage of the truth (a headline taken for body text) have none.
    """
    found = []
    for unit in case.units:
        of_report = {}
        for reading in unit.readings:
            share: Counter[str] = Counter()
            for piece in case.truth["passages"][reading.report]:
                for span in reading.spans:
                    share[piece["origin"]] += max(
                        0, min(span.end, piece["end"]) - max(span.start, piece["start"])
                    )
            best = share.most_common(1)
            if best and best[0][1] > 0:
                of_report[reading.report] = best[0][0]
        found.append(of_report)
    return found


def linked_pairs(case: Case) -> set[frozenset[str]]:
    """Pairs of reports with a unit whose readings go back to one piece of writing."""
    pairs = set()
    for unit, origins in zip(case.units, unit_origins(case), strict=True):
        for link in unit.links:
            if (
                link.a in origins
                and link.b in origins
                and origins[link.a] == origins[link.b] != RELEASE
            ):
                pairs.add(frozenset((link.a, link.b)))
    return pairs
