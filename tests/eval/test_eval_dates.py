"""Time expressions against a hand gold, WikiWars and the Recognizers specs."""

from __future__ import annotations

import gzip
import hashlib
import json
import tomllib
from pathlib import Path

import pytest
from eval.recognizers import date_cases, date_is_right
from eval.timex_score import Score, add
from eval.wikiwars import read_wikiwars

from synoptic.annotate.english.dates import find_dates
from synoptic.annotate.sentences import sentences_of
from synoptic.model import Block, Report

HERE = Path(__file__).parent
FLOOR = tomllib.loads((HERE / "dates.toml").read_text(encoding="utf-8"))["floor"]
pytestmark = pytest.mark.eval


def dates_of(text, published_at):
    blocks, end = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(end, end + len(line), "body"))
        end += len(line) + 1
    report = Report(
        id="r",
        series="r",
        path="r",
        text=text,
        blocks=tuple(blocks),
        published_at=published_at,
        language="en",
    )
    return find_dates(report, sentences_of(report), None)


def quadruples(found, covers=None):
    return [
        (d.span.start, d.span.end, d.type, d.value)
        for d in found
        if covers is None or d.span.start < covers
    ]


def texts_of(data):
    texts = {}
    for name in ("seesaw", "polnear-train", "polnear-dev"):
        with gzip.open(data / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                if "sentences" in record:
                    key = f"{record['story']}|{record['outlet']}"
                    texts[name, key] = "\n".join(record["sentences"])
                else:
                    texts[name, record["id"]] = record["text"]
    return texts


def hold(capsys, name, value, shown):
    with capsys.disabled():
        print(f"\n{name}: {shown}")
    assert value >= FLOOR[name]


@pytest.mark.parametrize("split", ["dev", "held"])
def test_dates_of_the_hand_gold(development_data, capsys, split):
    texts, score = texts_of(development_data), Score()
    for line in (HERE / "gold" / "dates.jsonl").read_text().splitlines():
        gold = json.loads(line)
        if gold["split"] != split:
            continue
        text = texts[gold["set"], gold["id"]]
        assert hashlib.sha256(text.encode()).hexdigest() == gold["text_sha256"]
        found = dates_of(text, gold["published_on"])
        add(
            score,
            [tuple(entry) for entry in gold["dates"]],
            quadruples(found, gold["covers"]),
        )
    hold(capsys, f"gold_{split}_value_f1", score.value_f1, score)


@pytest.mark.parametrize("split", ["dev", "held"])
def test_dates_of_wikiwars(development_data, capsys, split):
    score = Score()
    for _, half, created, text, gold in read_wikiwars(
        development_data / "wikiwars-timeml.zip"
    ):
        if half == split:
            add(score, gold, quadruples(dates_of(text, created)))
    hold(capsys, f"wikiwars_{split}_value_f1", score.value_f1, score)


def test_dates_of_the_recognizers_specs(development_data, capsys):
    cases = list(date_cases(development_data / "recognizers-specs-english.zip"))
    right = 0
    for text, day, results in cases:
        found = dates_of(text, day)
        if results:
            right += all(date_is_right(result, found) for result in results)
        else:
            right += all(d.value.endswith("_REF") for d in found)
    share = right / len(cases)
    hold(capsys, "recognizers_exact", share, f"{right} of {len(cases)}: {share:.3f}")
