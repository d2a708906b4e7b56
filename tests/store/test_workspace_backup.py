"""A backup holds everything, and gives it back to either database."""

from __future__ import annotations

import pytest
from made_reports import made_report

from synoptic.app import workspace as desk
from synoptic.errors import WorkspaceError
from synoptic.model import Correction, Target
from synoptic.model.story import Story
from synoptic.store import open_workspace


@pytest.fixture
def filled(workspace):
    for number in range(12):
        workspace.add(made_report(number))
    ids = tuple(made_report(n).id for n in range(3))
    workspace.put_stories([Story("s1", ids, title="Notices")])
    workspace.correct(Correction("c1", "", "", "outlet", Target(ids[0]), "Another"))
    workspace.put_feed({"url": "https://example.org/feed", "etag": "x"})
    workspace.keep("k", b"\x00\xff", of=ids)
    return workspace


def contents(workspace):
    found = workspace.search("notice", limit=100)
    return (
        list(workspace.reports()),
        [(s.id, s.n_reports, s.title) for s in workspace.stories()],
        workspace.corrections(),
        workspace.feeds(),
        workspace.cached("k"),
        workspace.changes(),
        {h.report.id for h in found.hits},
    )


def test_a_backup_is_a_workspace_of_its_own(filled, tmp_path):
    filled.backup(tmp_path / "b.db")
    with open_workspace(tmp_path / "b.db", create=False) as copy:
        assert contents(copy) == contents(filled)
        assert not any(trouble.grave for trouble in copy.doctor())


def test_a_backup_is_restored_and_works_on(filled, tmp_path):
    filled.backup(tmp_path / "b.db")
    before = contents(filled)
    filled.add(made_report(50))
    before_bytes = (tmp_path / "b.db").read_bytes()
    assert desk.restore(filled, tmp_path / "b.db") == 0
    assert (tmp_path / "b.db").read_bytes() == before_bytes
    assert contents(filled) == before
    assert filled.add(made_report(51)).kind == "new"
    assert filled.search("notice 51").total == 1
    assert not any(trouble.grave for trouble in filled.doctor())


def test_a_backup_that_is_none_is_refused_and_changes_nothing(filled, tmp_path):
    (tmp_path / "b.db").write_text("no backup")
    for name in ("b.db", "nowhere.db"):
        with pytest.raises(WorkspaceError):
            desk.restore(filled, tmp_path / name)
    assert filled.n_reports() == 12


def test_what_was_removed_since_stays_removed(filled, tmp_path):
    gone = made_report(5)
    filled.backup(tmp_path / "b.db")
    filled.remove(gone.id)
    assert desk.restore(filled, tmp_path / "b.db") == 1
    assert gone.id not in {r.id for r in filled.reports()}
    assert filled.add(gone).kind == "removed"


def test_a_backup_that_changed_is_told(filled, tmp_path):
    made = filled.backup(tmp_path / "b.db")
    assert not any("as it was written" in t.what for t in filled.doctor())
    with (tmp_path / "b.db").open("ab") as stream:
        stream.write(b"x")
    (trouble,) = [t for t in filled.doctor() if "as it was written" in t.what]
    assert made.path in trouble.what


def test_the_oldest_stories_go_for_want_of_room(workspace):
    for number in range(60):
        workspace.add(made_report(number, n_words=2000))
    newest = max(workspace.reports(), key=lambda r: r.published_at).id
    workspace.mend()
    size = workspace.figures()["bytes"]
    gone = desk.remove_down_to(workspace, round(size * 0.7))
    assert 10 < len(gone.ids) < 45
    assert newest in {r.id for r in workspace.reports()}
    stated = [made_report(n, n_words=2000) for n in range(60)]
    last_gone = max(r.published_at for r in stated if r.id in gone.ids)
    assert last_gone <= min(r.published_at for r in workspace.reports())
    assert desk.remove_down_to(workspace, size).ids == ()


def test_a_file_that_is_there_is_not_written_over(filled, tmp_path):
    (tmp_path / "b.db").write_text("mine")
    with pytest.raises(WorkspaceError, match="is there already"):
        filled.backup(tmp_path / "b.db")
    assert (tmp_path / "b.db").read_text() == "mine"


def test_a_backup_into_no_folder_leaves_nothing(filled, tmp_path):
    with pytest.raises(WorkspaceError, match="no folder"):
        filled.backup(tmp_path / "no" / "b.db")
    assert filled.backups() == ()
