"""A file that a command cannot use: it says what, where and what to do, in words."""

from __future__ import annotations

import re

import pytest
from typer.testing import CliRunner

from synoptic.cli import app

RAW = re.compile(r"Errno|codec|Expecting|column_types|Traceback|mistake in synoptic")
LATIN = "Café\nprix: 3\n".encode("latin-1")
STORY = "examples/merrow-lagoon"
REPORTS = (f"{STORY}/norden.txt", f"{STORY}/ansel-courier.txt", "--fast")
COMMANDS = {
    "score": ("score", "{}"),
    "score key": ("score", "{sheet}", "--key", "{}"),
    "sample": ("sample", "{}", "--out", "{dir}/sheet.csv"),
    "survey": ("survey", "--repeat", "{}", "--out", "{dir}/again"),
    "join": ("join", "{}", "{dir}"),
    "rerun": ("rerun", "{}"),
    "users": ("users", "{}", "ada"),
    "serve users": ("serve", "--users", "{}"),
    "serve tokens": ("serve", "--token-file", "{}"),
    "hook": ("serve", "--hook", "http://[::1]:9/", "--hook-secret-file", "{}"),
    "corrections": ("compare", *REPORTS, "--corrections", "{}"),
    "owners": ("compare", *REPORTS, "--owners", "{}"),
}


@pytest.fixture
def bad(tmp_path):
    (tmp_path / "latin").write_bytes(b"a line\n" + LATIN)
    (tmp_path / "cut.json").write_text('{"run":\n {"version": ')
    (tmp_path / "deep.json").write_text("[" * 200_000)
    (tmp_path / "other.csv").write_text("one,two\n1,2\n")
    (tmp_path / "coded.csv").write_text("item,code\none,yes\n")
    return tmp_path


def said_by(command, bad, named):
    sheet = bad / "coded.csv"
    given = [p.format(bad / named, sheet=sheet, dir=bad) for p in COMMANDS[command]]
    done = CliRunner().invoke(app, given, input="open sesame\nopen sesame\n")
    assert not RAW.search(done.stderr), done.stderr
    assert isinstance(done.exception, SystemExit), done.exception
    assert done.exit_code in {1, 2}
    return done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_text_of_another_encoding(bad, command):
    said = said_by(command, bad, "latin")
    assert "latin, line 2: this is not UTF-8 text. Save the file as UTF-8" in said


@pytest.mark.parametrize("command", [c for c in COMMANDS if c != "sample"])
def test_a_folder(bad, command):
    assert f"{bad}: this is a folder" in said_by(command, bad, ".")


@pytest.mark.parametrize("command", [c for c in COMMANDS if c != "users"])
def test_a_file_that_is_not_there(bad, command):
    said = said_by(command, bad, "none.csv")
    assert "none.csv: there is no such file. Is the name right?" in said


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("score key", ": this is no JSON; it goes wrong at line 2 column 14"),
        ("sample", ", line 1: this is no JSON. Is it a file that `synoptic reuse`"),
        ("survey", ": this is no JSON; it goes wrong at line 2 column 14"),
        ("join", ": this is no JSON document; it goes wrong at line 2 column 14"),
        ("rerun", ": this is no result of `synoptic compare --json`"),
        ("users", ": this is no TOML; it goes wrong at line 1 column"),
        ("serve users", ": this is no TOML; it goes wrong at line 1 column"),
        ("owners", ": this is no TOML; it goes wrong at line 1 column"),
        ("corrections", ", line 1: this is no JSON; each line is one record"),
    ],
)
def test_text_that_breaks_off(bad, command, says):
    assert f"cut.json{says}" in said_by(command, bad, "cut.json")


@pytest.mark.parametrize(
    "command", ["score key", "sample", "survey", "join", "rerun", "corrections"]
)
def test_json_without_end(bad, command):
    assert "deep.json" in said_by(command, bad, "deep.json")


def test_a_table_of_other_columns_is_no_file_of_passages(bad):
    said = said_by("sample", bad, "other.csv")
    assert "other.csv: these are no passages that `synoptic reuse` wrote" in said
