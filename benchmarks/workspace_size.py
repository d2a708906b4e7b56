"""What a workspace needs: disk for reports, index and kept results; seconds for work.

    python benchmarks/workspace_size.py
    python benchmarks/workspace_size.py --reports 100000 --workspace postgresql://...

All reports are made up and follow from a seed: stories of ten reports of 400 words,
read as files are. Some are annotated with the full pipeline, and some stories compared,
so that the room of what is kept can be given for each report. The sizes hang on nothing
else; for the seconds nothing else should run on the machine.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))
from corpus import make_story
from measured import write

from synoptic.app import read
from synoptic.app import workspace as desk
from synoptic.app.workspace_show import annotate_reports, compare_reports

if TYPE_CHECKING:
    from synoptic.model import Report
    from synoptic.store import Workspace


PER_STORY, N_WORDS = 10, 400
FIRST = datetime(2026, 1, 1, tzinfo=UTC)


def story(number: int) -> Iterator[Report]:
    """The reports of one made-up story, a minute apart, a story an hour."""
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder) / f"story-{number}"
        make_story(where, n_reports=PER_STORY, n_words=N_WORDS, seed=number)
        for place, report in enumerate(read([str(where)]).reports):
            moment = FIRST + timedelta(hours=number, minutes=place)
            yield replace(
                report,
                outlet=f"Outlet {place}",
                path=f"story-{number}/{place}.txt",
                published_at=moment.isoformat(),
            )


def n_bytes(workspace: Workspace) -> int:
    if workspace.database.file is not None:
        with workspace.database.alone() as run:
            run("PRAGMA wal_checkpoint(TRUNCATE)")
        return workspace.database.file.stat().st_size
    return int(workspace.figures()["bytes"])


def seconds_of(work: Callable[[], object], times: int) -> dict[str, float]:
    found = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        found.append(time.perf_counter() - began)
    found.sort()
    return {
        "p50": round(statistics.median(found), 4),
        "p95": round(found[min(round(0.95 * len(found)), len(found) - 1)], 4),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--annotated", type=int, default=50)
    parser.add_argument("--workspace", default=None)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = asked.workspace or str(Path(folder) / "desk.db")
        with desk.open_workspace(place) as workspace:
            measures = measure(workspace, asked.reports, asked.annotated)
    name = "workspace_postgresql" if asked.workspace else "workspace"
    about = {"corpus": f"{asked.reports} made-up reports of {N_WORDS} words, seeds 0.."}
    print(write(name, about, measures))
    for key, value in measures.items():
        print(f"{key}: {value}")


def measure(
    workspace: Workspace, n_reports: int, n_annotated: int
) -> dict[str, object]:
    empty = n_bytes(workspace)
    n_chars, adding, ids = 0, 0.0, []
    for number in range(n_reports // PER_STORY):
        for report in story(number):
            began = time.perf_counter()
            ids.append(workspace.add(report).id)
            adding += time.perf_counter() - began
            n_chars += len(report.text)
    stored = n_bytes(workspace) - empty
    sample = [*workspace.reports(ids[:n_annotated])]
    annotate_reports(workspace, sample)
    annotated = n_bytes(workspace) - empty - stored
    for start in range(0, len(sample), PER_STORY):
        compare_reports(workspace, sample[start : start + PER_STORY])
    compared = n_bytes(workspace) - empty - stored - annotated
    searching = seconds_of(lambda: workspace.search("varrow -lind"), 20)
    phrase = seconds_of(lambda: workspace.search('"berg adair"'), 20)
    kept = seconds_of(lambda: compare_reports(workspace, sample[:PER_STORY]), 5)
    removing = seconds_of(lambda: workspace.remove(ids.pop()), 1)
    per = 100_000
    return {
        "n": n_reports,
        "chars_each": round(n_chars / n_reports),
        "gb_per_100000_reports_and_index": round(stored / n_reports * per / 1e9, 2),
        "gb_per_100000_annotations": round(annotated / len(sample) * per / 1e9, 2),
        "gb_per_100000_comparisons": round(compared / len(sample) * per / 1e9, 2),
        "add_seconds_each": round(adding / n_reports, 5),
        "search_seconds": searching,
        "phrase_seconds": phrase,
        "show_kept_seconds": kept,
        "remove_one_seconds": removing["p50"],
    }


if __name__ == "__main__":
    main()
