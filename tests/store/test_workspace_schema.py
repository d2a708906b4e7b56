"""The schema goes up and back down, and is what the tables say."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from made_reports import made_report

from synoptic.errors import MissingExtra, WorkspaceError
from synoptic.store import open_workspace, schema
from synoptic.store.tables import metadata


def test_every_revision_is_listed():
    folder = Path(schema.__file__).parent / "migrations" / "versions"
    found = sorted(p.stem.removeprefix("schema_") for p in folder.glob("schema_*.py"))
    assert found == [*schema.REVISIONS]


def test_the_migrations_make_the_tables(workspace):
    def ours(_object, name, kind, *_rest):
        return not (kind == "table" and name.startswith("report_words"))

    with workspace.database.reading() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": ours, "compare_type": True}
        )
        assert compare_metadata(context, metadata) == []


def test_a_workspace_of_every_revision_is_brought_up_and_taken_back(workspace, place):
    for number in range(5):
        workspace.add(made_report(number))
    for revision in (*reversed(schema.REVISIONS), *schema.REVISIONS):
        workspace.move_schema(revision)
    workspace.close()
    with open_workspace(place) as again:
        assert {r.id for r in again.reports()} == {made_report(n).id for n in range(5)}
        assert again.search("notice").total == 5
        assert not any(trouble.grave for trouble in again.doctor())


def test_a_workspace_of_a_later_version_is_refused_with_the_way_out(tmp_path):
    with open_workspace(tmp_path / "desk.db"):
        pass
    raw = sqlite3.connect(tmp_path / "desk.db")
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.commit()
    raw.close()
    with pytest.raises(WorkspaceError, match="doctor --schema") as refused:
        open_workspace(tmp_path / "desk.db")
    assert refused.value.code == "workspace-too-new"


def test_there_is_no_unknown_revision(workspace):
    with pytest.raises(WorkspaceError, match="no schema 7"):
        workspace.move_schema("7")


@pytest.mark.parametrize("create", [False, True])
def test_a_database_of_another_program_is_left_as_it_is(tmp_path, create):
    raw = sqlite3.connect(tmp_path / "boats.db")
    raw.execute("CREATE TABLE boats (name TEXT)")
    raw.close()
    before = (tmp_path / "boats.db").read_bytes()
    with pytest.raises(WorkspaceError, match=r"no workspace|another program"):
        open_workspace(tmp_path / "boats.db", create=create)
    assert (tmp_path / "boats.db").read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["boats.db"]


def test_an_empty_file_stays_empty_when_it_is_looked_into(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(WorkspaceError, match="holds no workspace"):
        open_workspace(tmp_path / "empty.txt", create=False)
    assert (tmp_path / "empty.txt").read_bytes() == b""


def test_a_workspace_that_is_not_there_is_not_made_by_looking(tmp_path):
    with pytest.raises(WorkspaceError, match="no workspace") as refused:
        open_workspace(tmp_path / "desk.db", create=False)
    assert refused.value.code == "no-workspace"
    assert not (tmp_path / "desk.db").exists()


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("nowhere/at/all/desk.db", "cannot be opened"),
        ("mysql://host/desk", "not mysql"),
        ("://", "no path and no database address"),
        ("postgresql://nobody@localhost:1/desk", "does not answer"),
    ],
)
def test_a_place_that_cannot_be_used_is_told_with_what_to_do(where, said):
    with pytest.raises((WorkspaceError, MissingExtra), match=said):
        open_workspace(where)


def test_a_file_that_is_no_workspace_is_left_alone(tmp_path):
    file = tmp_path / "notes.txt"
    file.write_text("no database at all " * 100)
    with pytest.raises(WorkspaceError, match="no workspace"):
        open_workspace(file)
    assert file.read_text() == "no database at all " * 100


def test_a_password_is_not_shown():
    with pytest.raises(WorkspaceError) as refused:
        open_workspace("postgresql://me:hush@localhost:1/desk")
    assert "hush" not in str(refused.value)
