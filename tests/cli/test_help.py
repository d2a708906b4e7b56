"""What `synoptic --help` lists."""

from __future__ import annotations

from typer.testing import CliRunner

from synoptic.cli import app


def test_every_command_stands_under_one_heading():
    lines = CliRunner().invoke(app, ["--help"]).output.splitlines()
    headings = ["A story in hand:", "A desk:", "A corpus:"]
    assert [line for line in lines if line in headings] == headings
    listed = [
        line.split()[0]
        for line in lines[lines.index(headings[0]) :]
        if line.startswith("  ") and not line.startswith("   ")
    ]
    known = [command.name for command in app.registered_commands]
    assert listed == known
    assert len(set(listed)) == len(listed) > 20


def test_no_line_of_the_list_is_cut_off():
    lines = CliRunner().invoke(app, ["--help"]).output.splitlines()[1:]
    assert [line for line in lines if line.endswith("...")] == []
