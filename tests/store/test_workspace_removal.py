"""What is removed leaves no trace in the files, and does not come back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from made_reports import made_report
from sqlalchemy import text

from synoptic.app import workspace as desk
from synoptic.errors import NotInWorkspace
from synoptic.model import Correction, Target
from synoptic.model.story import Story
from synoptic.store import open_workspace, removal

SECRET = "Qwertzglim"  # in no other text and in no code
PARTS = (SECRET.encode(), SECRET.lower().encode(), SECRET.encode("utf-16-le"))


def secret_report():
    return made_report(
        1000, text=f"{SECRET} minister resigns\n\nThe {SECRET} affair ends, she said."
    )


@pytest.fixture
def filled(workspace):
    """A workspace in which the secret stands wherever text can stand."""
    secret = secret_report()
    for number in range(30):
        workspace.add(made_report(number))
    workspace.add(secret)
    for number in range(30, 40):
        workspace.add(made_report(number))
    others = tuple(made_report(n).id for n in range(3))
    workspace.put_stories(
        [Story("s1", (*others, secret.id), title=f"{SECRET} out", keywords=(SECRET,))]
    )
    workspace.correct(
        Correction("c1", "", "", "outlet", Target(secret.id, exact=SECRET), SECRET)
    )
    workspace.keep("k1", f"about {SECRET}".encode(), of=[secret.id, others[0]])
    workspace.keep("k2", f"who knows: {SECRET}".encode())
    workspace.keep("k3", b"of another", of=[others[1]])
    workspace.mark_annotated(
        *desk.annotate_reports(workspace, [secret], fast=True).annotations
    )
    return workspace


def bytes_of(workspace) -> bytes:
    """Every byte that the database has on disk, or every row of it."""
    file = workspace.database.file
    if file is not None:
        return b"".join(p.read_bytes() for p in sorted(file.parent.glob("desk.db*")))
    with workspace.database.reading() as connection:
        tables = connection.execute(
            text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        ).scalars()
        rows = []
        for table in list(tables):
            for row in connection.execute(text(f"SELECT * FROM {table}")):
                rows += [v if isinstance(v, bytes) else str(v).encode() for v in row]
    return b"\n".join(rows)


def test_the_test_would_find_it(filled):
    assert any(part in bytes_of(filled) for part in PARTS)


def test_no_trace_is_left_in_file_and_log(filled):
    gone = filled.remove(secret_report().id, reason="withdrawn")
    assert gone.complete
    assert gone.n_results >= 2
    left = bytes_of(filled)
    assert not any(part in left for part in PARTS)
    assert filled.search(SECRET).total == 0
    assert filled.cached("k1") is None
    assert filled.cached("k3") == b"of another"
    assert filled.doctor() is not None
    assert not any(trouble.grave for trouble in filled.doctor())


def test_no_trace_is_left_once_a_reader_lets_go(filled, place, monkeypatch):
    monkeypatch.setattr(removal, "_WAIT_SECONDS", 0.2)
    if filled.database.is_postgresql:
        pytest.skip("PostgreSQL keeps no log that a reader holds")
    with open_workspace(place) as other:
        reading = other.reports()
        next(reading)
        assert not filled.remove(secret_report().id).complete
        reading.close()
    assert filled.mend()
    assert not any(part in bytes_of(filled) for part in PARTS)


def test_every_version_goes(filled):
    later = secret_report()
    later = made_report(1001, text=later.text + f" {SECRET} again.")
    filled.add(replace(later, series=secret_report().series))
    gone = filled.remove(secret_report().id)
    assert len(gone.ids) == 2
    assert not any(part in bytes_of(filled) for part in PARTS)


def test_what_was_removed_is_not_taken_in_again_unless_asked_for(filled):
    filled.remove(secret_report().id)
    assert filled.add(secret_report()).kind == "removed"
    assert filled.add(secret_report(), again=True).kind == "new"


def test_backups_that_hold_it_are_named(filled, tmp_path):
    before, after = tmp_path / "before.bak", tmp_path / "after.bak"
    filled.backup(before)
    newest = made_report(2000)
    filled.add(newest)
    filled.backup(after)
    assert [b.path for b in filled.remove(newest.id).backups] == [str(after)]
    gone = filled.remove(secret_report().id)
    assert {Path(b.path).name for b in gone.backups} == {"before.bak", "after.bak"}
    assert all(b.there for b in gone.backups)


def test_nothing_goes_when_one_is_not_there(filled):
    with pytest.raises(NotInWorkspace):
        filled.remove(secret_report().id, "nobody")
    assert filled.report(secret_report().id)


def test_a_story_is_named_anew_from_the_reports_that_stay(filled):
    desk.remove(filled, [secret_report().id])
    title = {s.title for s in filled.stories() if s.n_reports}
    assert title
    assert not any(SECRET in t for t in title)
