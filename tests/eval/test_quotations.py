"""Quotations of PolNeAR's development part: content by kind, and speakers."""

import gzip
import json
import re
import tomllib
from pathlib import Path

import pytest
from eval.quotation_score import Score, add_report

from synoptic.annotate import annotate_all
from synoptic.model import Block, Report

HERE = Path(__file__).parent
FLOORS = tomllib.loads((HERE / "quotations.toml").read_text())
OVERLAPS = (0.3, 0.5, 0.8)

pytestmark = pytest.mark.eval


def articles(data: Path) -> list[dict]:
    with gzip.open(data / "polnear-dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def as_report(article: dict) -> Report:
    text = article["text"]
    return Report(
        id=article["id"],
        series=article["id"],
        path=article["id"],
        text=text,
        blocks=tuple(
            Block(m.start(), m.end(), "body") for m in re.finditer(r"[^\n]+", text)
        ),
        language="en",
    )


def score(data: Path, *, fast: bool) -> Score:
    marked = articles(data)
    reports = [as_report(article) for article in marked]
    total = Score()
    annotations = annotate_all(reports, fast=fast).annotations
    for report, notes, article in zip(reports, annotations, marked, strict=True):
        add_report(total, report, notes, article["attributions"], OVERLAPS)
    return total


def show(total: Score, title: str) -> None:
    print(f"\n{title}")
    for kind in ("quoted", "quoted, saying", "indirect"):
        row = "  ".join(
            f"{o}: P {total.precision(kind, o):.3f} R {total.recall(kind, o):.3f} "
            f"F1 {total.f1(kind, o):.3f}"
            for o in OVERLAPS
        )
        n_gold, n_found = total.gold[kind], total.found[kind]
        print(f"  {kind:15} gold {n_gold:5} found {n_found:5}  {row}")
    s = total.speaker
    print(
        f"  speaker, given a match: right {s['right'] / s['asked']:.3f}, none "
        f"{s['none'] / s['asked']:.3f}, precision "
        f"{s['right'] / (s['right'] + s['wrong']):.3f} of {s['asked']}"
    )


def test_quotations_of_news_are_found_with_their_speakers(development_data):
    total = score(development_data, fast=False)
    show(total, "PolNeAR dev, full")
    floor, s = FLOORS["full"], total.speaker
    assert total.f1("quoted", 0.3) >= floor["quoted_f1_03"]
    assert total.f1("quoted", 0.8) >= floor["quoted_f1_08"]
    assert total.f1("quoted, saying", 0.3) >= floor["saying_f1_03"]
    assert total.f1("quoted, saying", 0.8) >= floor["saying_f1_08"]
    assert s["right"] / s["asked"] >= floor["speaker_right"]
    assert s["none"] / s["asked"] <= floor["speaker_none_most"]
    assert s["right"] / (s["right"] + s["wrong"]) >= floor["speaker_precision"]
    assert total.recall("indirect", 0.5) >= floor["indirect_recall_05"]
    assert total.precision("indirect", 0.5) >= floor["indirect_precision_05"]


def test_quotations_are_found_by_rules_alone(development_data):
    total = score(development_data, fast=True)
    show(total, "PolNeAR dev, --fast")
    floor, s = FLOORS["fast"], total.speaker
    assert total.f1("quoted", 0.3) >= floor["quoted_f1_03"]
    assert total.f1("quoted, saying", 0.3) >= floor["saying_f1_03"]
    assert s["right"] / s["asked"] >= floor["speaker_right"]
