"""Reports annotated in several processes are what one process makes of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from synoptic.annotate import annotate_all
from synoptic.app import annotating
from synoptic.app import workspace as desk
from synoptic.app.annotating import annotate_in_shares, annotate_together
from synoptic.app.verbs import read
from synoptic.store import codec

STORY = Path(__file__).parents[2] / "examples" / "merrow-lagoon"
GERMAN = "Die Fähre nach Hallow fuhr nicht. „Wir warten auf Wind“, sagte Ida Rehm.\n"


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports")
    (folder / "german.txt").write_text(f"Kein Wind\n\n{GERMAN * 3}", encoding="utf-8")
    return read([str(STORY), str(folder)]).reports


def packed(known):
    return [codec.pack(one) for one in known.annotations]


def test_the_same_is_known_whoever_made_it(reports, monkeypatch):
    monkeypatch.setattr(annotating, "LEAST_CHARS", 1)
    alone = annotate_all(reports)
    told: list[str] = []
    shared = annotate_together(reports, processes=2, progress=told.append)
    assert packed(shared) == packed(alone)
    assert (shared.pipeline, shared.models) == (alone.pipeline, alone.models)
    assert shared.degraded == alone.degraded
    assert told[0] == f"Annotating 1 of {len(reports)}"
    assert len(told) == 2


@pytest.mark.parametrize("fast", [True, False])
def test_little_text_starts_no_process(reports, monkeypatch, fast):
    monkeypatch.setattr(annotating, "in_processes", None)
    few = reports[:1]
    known = annotate_together(few, fast=fast, processes=8)
    assert packed(known) == packed(annotate_all(few, fast=fast))


def test_rules_alone_start_no_process_however_much_there_is(reports, monkeypatch):
    monkeypatch.setattr(annotating, "LEAST_CHARS", 1)
    monkeypatch.setattr(annotating, "in_processes", None)
    assert annotate_together(reports, fast=True, processes=8).pipeline is None


def test_what_is_added_is_annotated_as_well(reports, tmp_path, monkeypatch):
    monkeypatch.setattr(annotating, "LEAST_CHARS", 1)
    with desk.open_workspace(str(tmp_path / "desk.db")) as kept:
        desk.add_sources(kept, [str(STORY)], processes=2)
        assert not kept.not_annotated(1)
        known = desk.annotate_reports(kept, list(kept.reports()))
        alone = annotate_all(list(kept.reports()))
    assert packed(known) == packed(alone)


@pytest.mark.parametrize("n_reports", [0, 1, 49, 120])
def test_shares_hold_every_report_once_and_in_order(reports, n_reports):
    many = [reports[n % len(reports)] for n in range(n_reports)]
    shares = list(annotate_in_shares(many, fast=True))
    assert [report for share, _ in shares for report in share] == many
    assert [len(share) for share, _ in shares] == [
        len(known.annotations) for _, known in shares
    ]
    assert len(shares) == -(-n_reports // 50)
