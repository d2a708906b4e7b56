"""Figures against NewsQuant and the Recognizers specs."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from builders import body_report
from eval.newsquant import match, read_newsquant
from eval.recognizers import number_cases, number_is_right

from synoptic.annotate import annotate_all

HERE = Path(__file__).parent
FLOOR = tomllib.loads((HERE / "figures.toml").read_text(encoding="utf-8"))["floor"]
pytestmark = pytest.mark.eval


def made(n, text):
    return body_report(f"r{n}", text, published_at="2018-01-01")


def hold(capsys, measures):
    with capsys.disabled():
        for name, value in measures.items():
            print(f"\n{name}: {value:.3f}")
    for name, value in measures.items():
        assert value >= FLOOR[name], name


def test_figures_of_newsquant(development_data, capsys):
    cases = list(read_newsquant(development_data / "newsquant.jsonl.gz"))
    known = annotate_all([made(n, c[0]) for n, c in enumerate(cases)]).annotations
    measures = {}
    for split in ("dev", "held"):
        gold = found = values = units = 0
        for (_, half, marked), ours in zip(cases, known, strict=True):
            if half == split:
                by_value, by_unit = match(marked, ours.figures)
                gold, found = gold + len(marked), found + len(ours.figures)
                values, units = values + by_value, units + by_unit
        measures[f"newsquant_{split}_value_f1"] = 2 * values / (gold + found)
        measures[f"newsquant_{split}_value_unit_f1"] = 2 * units / (gold + found)
    hold(capsys, measures)


def test_figures_of_the_recognizers_specs(development_data, capsys):
    cases = list(number_cases(development_data / "recognizers-specs-english.zip"))
    reports = [made(n, text) for n, (text, _) in enumerate(cases)]
    known = annotate_all(reports, fast=True).annotations
    right = sum(
        all(number_is_right(result, found.figures) for result in results)
        for (_, results), found in zip(cases, known, strict=True)
    )
    with capsys.disabled():
        print(f"\n{right} of {len(cases)} cases")
    hold(capsys, {"recognizers_exact": right / len(cases)})
