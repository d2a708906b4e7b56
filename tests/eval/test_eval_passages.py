"""Passages of whole reports against alignments made by hand, sentence by sentence.

`gold/alignments.jsonl` names sentences by report and offsets in code points: a given
report by its file, a web page by its id, an article of the stories as
`seesaw-<story>-<index in the story>.txt`, its sentences a line each.

Labels: `verbatim`, `edited`, `reworded`, `partly`; `either`: a reader may say so or
not; `apart`: alike and not the same. A pair that is not named shares no point.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from pathlib import Path

import pytest

import synoptic
from synoptic.model import Annotations, Collation, Report, Span

GOLD = Path(__file__).parent / "gold" / "alignments.jsonl"
Place = tuple[str, int]
Pairs = dict[tuple[Place, Place], str]


def _gold() -> dict[tuple[str, str], Pairs]:
    """By pair of reports, the label of each pair of sentence starts."""
    stories: dict[tuple[str, str], Pairs] = defaultdict(dict)
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        (name_a, start_a, _), (name_b, start_b, _) = row["a"], row["b"]
        stories[name_a, name_b][(name_a, start_a), (name_b, start_b)] = row["label"]
    return stories


def _helsinki(data: Path, wanted: set[str], folder: Path) -> None:
    """Write the web pages that the gold names, a file each."""
    with gzip.open(data / "helsinki.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["id"] in wanted:
                text = row["text"].encode("utf-8", "replace")
                (folder / row["id"]).write_bytes(text)


def _seesaw(data: Path, wanted: set[str], folder: Path) -> None:
    """Write the articles of the stories that the gold names, a sentence a line."""
    seen: Counter[str] = Counter()
    with gzip.open(data / "seesaw.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            name = f"seesaw-{row['story']}-{seen[row['story']]}.txt"
            seen[row["story"]] += 1
            if name in wanted:
                text = "\n".join(row["sentences"])
                (folder / name).write_bytes(text.encode("utf-8", "replace"))


def _found(collation: Collation) -> Pairs:
    """What the product says of each pair of sentences, the closest kind of each."""
    known = dict(zip(collation.reports, collation.annotations, strict=True))
    names = {report.id: Path(report.path).name for report in collation.reports}
    sentences = {report.id: _starts(report, known[report]) for report in known}
    said: Pairs = {}

    def say(a: str, a_spans: tuple[Span, ...], b: str, b_spans, kind: str) -> None:
        for left in _touched(sentences[a], a_spans):
            for right in _touched(sentences[b], b_spans):
                pair = ((names[a], left), (names[b], right))
                said.setdefault(pair, kind)

    links = [link for unit in collation.units for link in unit.links]
    for kind in ("verbatim", "edited", "reworded"):
        for link in links:
            if link.kind == kind:
                say(link.a, link.a_spans, link.b, link.b_spans, kind)
    for pair in collation.partly:
        say(pair.a.report, pair.a.spans, pair.b.report, pair.b.spans, "partly")
    return said


def _starts(report: Report, known: Annotations) -> list[Span]:
    """The sentences of the body; a mark left over behind one is none."""
    bodies = report.spans_of("body")
    return [
        s
        for s in known.sentences
        if any(s.within(b) for b in bodies) and any(map(str.isalnum, report.quote(s)))
    ]


def _touched(sentences: list[Span], spans: tuple[Span, ...]) -> list[int]:
    return [s.start for s in sentences if any(s.overlaps(span) for span in spans)]


@pytest.mark.eval
@pytest.mark.parametrize("fast", [True, False], ids=["fast", "full"])
def test_passages_of_whole_reports(development_data, board, tmp_path, fast) -> None:
    counts: dict[str, int] = defaultdict(int)
    stories = _gold()
    wanted = {name for names in stories for name in names}
    _helsinki(development_data, wanted, tmp_path)
    _seesaw(development_data, wanted, tmp_path)
    given = development_data.parent / "reports" / "putin-ceasefire"
    for names, gold in stories.items():
        paths = [
            next(f / n for f in (given, tmp_path) if (f / n).exists()) for n in names
        ]
        found = _found(synoptic.compare(paths, fast=fast).collation)
        _count(gold, found, counts)
    which = "fast" if fast else "full"
    board(
        f"passages_{which}",
        same_recall=counts["same_found"] / counts["same_gold"],
        same_precision=counts["same_right"] / counts["same_said"],
        near_precision=counts["near_right"] / max(counts["near_said"], 1),
        near_recall=counts["near_found"] / counts["near_gold"],
    )


def _count(gold: Pairs, found: Pairs, counts: dict[str, int]) -> None:
    """Pairs named in either order are one pair."""
    said = {frozenset(pair): kind for pair, kind in found.items()}
    truth = {frozenset(pair): label for pair, label in gold.items()}
    same, near = {"verbatim", "edited"}, {"reworded", "partly"}
    for pair, label in truth.items():
        if label in same:
            counts["same_gold"] += 1
            counts["same_found"] += said.get(pair) in same
        elif label in near:
            counts["near_gold"] += 1
            counts["near_found"] += said.get(pair, "") in same | near
    for pair, kind in said.items():
        group = "same" if kind in same else "near"
        counts[f"{group}_said"] += 1
        wanted = same | near | {"either"} if group == "near" else same | {"reworded"}
        counts[f"{group}_right"] += truth.get(pair) in wanted
        if truth.get(pair) not in wanted:
            print("not in the gold:", kind, sorted(pair))
