"""What a user asks of a workspace: add, show, correct, take back, remove."""

from __future__ import annotations

import pytest

from synoptic.app import revisions
from synoptic.app import workspace as desk
from synoptic.errors import CorrectionError
from synoptic.model import Target

BRIDGE = """{}

By {}

BRANTLEY, March 4, 2026 - The old bridge over the Orle fell into the river on Tuesday
night, two hours after the town had closed it to lorries. Nobody was hurt.

"We heard it go," said Mayor Ilse Harrow, who lives beside the bridge. {}

The bridge was built in 1911 and carried some 4,000 cars a day, the county said.
"""
MARKET = """Onion prices double at Ternby market

By Paul Verrin

TERNBY, March 4, 2026 - The price of onions at Ternby market doubled within a week, as
traders waited for ships that a storm had kept at sea.

"I have never sold so few," said trader Dora Menk. A kilo cost two crowns on Monday.
"""


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, head, by, extra in (
        ("echo", "Bridge over the Orle falls", "A. Lind", "A ferry runs from today."),
        ("mirror", "Orle bridge collapses", "B. Sand", "Two boats were sunk."),
    ):
        (folder / f"{name}.txt").write_text(BRIDGE.format(head, by, extra))
    (folder / "market.txt").write_text(MARKET)
    return folder


@pytest.fixture
def filled(workspace, folder):
    desk.add_sources(workspace, str(folder), fast=True)
    return workspace


def ids(workspace):
    return {r.path.rsplit("/")[-1][:-4]: r.id for r in workspace.reports()}


def test_adding_keeps_reports_and_makes_stories(workspace, folder):
    added = desk.add_sources(workspace, [str(folder), "nowhere.txt"], fast=True)
    assert {one.kind for _, one in added.added} == {"new"}
    assert [r.code for r in added.rejected] == ["missing"]
    assert sorted(s.n_reports for s in workspace.stories()) == [1, 2]


def test_adding_again_changes_nothing(filled, folder):
    number = filled.last_change()
    added = desk.add_sources(filled, str(folder), fast=True)
    assert {one.kind for _, one in added.added} == {"known"}
    assert added.stories == ()
    assert filled.last_change() == number


def test_a_story_is_shown_the_same_from_what_was_kept(filled):
    story = max(filled.stories(), key=lambda s: s.n_reports).id
    fresh = desk.show_story(filled, story, fast=True)
    assert len(fresh.reports) == 2
    assert desk.show_story(filled, story, fast=True).to_json() == fresh.to_json()


def test_a_correction_shows_and_can_be_taken_back(filled):
    name = ids(filled)["echo"]
    story = filled.story_of(name)
    made = desk.correct(filled, "outlet", Target(name), "The Orle Echo", by="ed")
    shown = desk.show_story(filled, story, fast=True).collation
    assert shown.report(name).outlet == "The Orle Echo"
    undone = desk.undo(filled, made.id, by="ed")
    shown = desk.show_story(filled, story, fast=True).collation
    assert shown.report(name).outlet is None
    desk.undo(filled, undone.id)
    shown = desk.show_story(filled, story, fast=True).collation
    assert shown.report(name).outlet == "The Orle Echo"


def test_what_an_outlet_buys_is_kept_once_the_outlet_is_known(filled):
    target = Target(ids(filled)["echo"])
    with pytest.raises(CorrectionError, match="needs a report with an outlet"):
        desk.correct(filled, "buys", target, "Norden Wire")
    desk.correct(filled, "outlet", target, "The Orle Echo")
    kept = desk.correct(filled, "buys", target, "Norden Wire")
    assert filled.corrections()[-1] == kept


def test_a_correction_without_effect_is_refused(filled):
    name = ids(filled)["echo"]
    with pytest.raises(CorrectionError):
        desk.correct(filled, "published_at", Target(name), "yesterday")
    assert filled.corrections() == ()


def test_stories_are_split_and_merged_and_both_can_be_undone(filled):
    known = ids(filled)
    before = {s.id: s.n_reports for s in filled.stories()}
    split = desk.correct(filled, "other-story", Target(known["echo"]), known["mirror"])
    assert [s.n_reports for s in filled.stories()] == [1, 1, 1]
    desk.undo(filled, split.id)
    assert {s.id: s.n_reports for s in filled.stories()} == before
    desk.correct(filled, "same-story", Target(known["echo"]), known["market"])
    assert [s.n_reports for s in filled.stories()] == [3]


def test_the_id_of_a_story_that_was_merged_leads_on(filled):
    known = ids(filled)
    old = filled.story_of(known["market"])
    desk.correct(filled, "same-story", Target(known["market"]), known["echo"])
    assert set(filled.story(old).reports) == set(known.values())


def test_a_speaker_is_found_once_the_reports_are_annotated(filled, folder):
    hits = filled.search(speaker="harrow")
    assert (hits.total, hits.not_annotated) == (2, 0)


def test_versions_are_compared(filled, folder):
    path = folder / "market.txt"
    path.write_text(MARKET.replace("two crowns", "three crowns"))
    (_, added), *_ = desk.add_sources(filled, str(path), fast=True).added
    assert added.kind == "version"
    found = desk.compare_versions(filled, added.series, fast=True)
    assert len(found.reports) == 2
    assert sorted(s.n_reports for s in filled.stories()) == [1, 2]


def test_what_a_missing_model_made_poorer_is_kept_until_it_is_there(monkeypatch):
    monkeypatch.setattr(revisions, "models_at_hand", lambda _: (("m", None),))
    assert revisions.may_keep(("no model",), None)
    monkeypatch.setattr(revisions, "models_at_hand", lambda _: (("m", "1.0"),))
    assert revisions.may_keep((), None)
    assert not revisions.may_keep(("refused",), None)


def test_the_revision_of_a_stage_hangs_on_its_code_and_tables(tmp_path):
    one = tmp_path / "stage.py"
    one.write_text("x = 1")
    before = revisions._contents(tmp_path, "room")
    one.write_text("x = 2")
    (tmp_path / "__pycache__").mkdir()
    after = revisions._contents(tmp_path, "room")
    assert [name for name, _ in after] == ["room/stage.py"]
    assert before != after
    stages = ("annotate", "collate")
    assert len({revisions.revision_of(stage) for stage in stages}) == len(stages)
