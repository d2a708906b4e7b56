"""Who stands where, against rows read by hand (gold/positions.md)."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from pathlib import Path

import pytest
from eval.position_score import Found, Score, add_report

from synoptic.annotate import annotate_all
from synoptic.collate.entities import find_entities
from synoptic.collate.passages import find_passages
from synoptic.collate.positions import find_positions
from synoptic.read import read

GOLD = Path(__file__).parent / "gold" / "positions.jsonl"

pytestmark = pytest.mark.eval


def load(data: Path, name: str) -> list[dict]:
    with gzip.open(data / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def sources(development_data):
    """Record of a report by its key in the gold."""
    stories = defaultdict(list)
    for row in load(development_data, "seesaw"):
        stories[row["story"]].append(row)
    records = {}
    for story, rows in stories.items():
        for n, row in enumerate(rows):
            records["seesaw", story, n] = {
                "outlet": row["outlet"],
                "headline": row["headline"],
                "published_at": row["published_on"],
                "sentences": row["sentences"],
            }
    for name in ("helsinki", "polnear-train"):
        for row in load(development_data, name):
            records[name, str(row["id"]), None] = {
                "outlet": row["outlet"],
                "text": row["text"],
            }
    return records


def key_of(row: dict) -> tuple:
    if row["set"] == "seesaw":
        return ("seesaw", row["story"], row["n"])
    return (row["set"], str(row["id"]), None)


def score(half: str, sources: dict, folder: Path) -> Score:
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    stories: dict = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row["half"] == half:
            stories[row["story"], row.get("part")][key_of(row)].append(row)
    total = Score()
    for (story, part), reports in stories.items():
        names = {key: f"r{n}" for n, key in enumerate(reports)}
        file = folder / f"{story}-{part}.jsonl"
        records = ({"id": names[key], **sources[key]} for key in reports)
        file.write_text("".join(json.dumps(r) + "\n" for r in records), "utf-8")
        found = positions_of(file)
        for key, wanted in reports.items():
            add_report(total, wanted, found[names[key]], whole=part != "cue")
    return total


def positions_of(file: Path) -> dict[str, list[Found]]:
    reports = read([str(file)]).reports
    notes = annotate_all(reports).annotations
    units = (
        find_passages(reports, notes, vectors=None).units if len(reports) > 1 else ()
    )
    told = find_positions(reports, notes, units, find_entities(reports, notes))
    by_id = {r.id: r for r in reports}
    statements = {s.id: s for known in notes for s in known.statements or ()}
    found: dict[str, list[Found]] = defaultdict(list)
    for position in told.positions:
        for member in position.members:
            if member.headline or position.voice == "report":
                continue
            one, report = statements[member.statement], by_id[member.report]
            words = [one.object, one.stands_for, one.verb]
            thing = " ".join(
                [position.proposal, *(report.quote(w) for w in words if w)]
            )
            found[member.report].append(
                Found(member.span, position.actor, thing, position.stance)
            )
    return found


@pytest.mark.parametrize(
    "half", ["dev", "held", "dev-2", "held-2", "dev-3", "dev-4", "dev-5", "held-5"]
)
def test_positions_of_hand_read_reports(half, sources, tmp_path, board):
    total = score(half, sources, tmp_path)
    print(
        f"\n{half}: asked {total.asked}, told {total.told}; precision "
        f"{total.precision:.3f}, recall {total.recall:.3f}; with one stance a row F1 "
        f"{total.f1_strict:.3f}; mistaken {dict(total.confusion)}"
    )
    board(
        f"positions_{half.replace('-', '_')}",
        stance_f1=total.f1,
        stance_precision=total.precision,
        actor_right=total.actor_right,
        right_way=1.0 - total.wrong_way,
    )
