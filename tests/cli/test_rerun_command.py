from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from synoptic.cli import app

STORY = "The old mill at Varde burned down on Friday night, the fire service said.\n"


@pytest.fixture
def saved(tmp_path, monkeypatch):
    """The path of a saved result, beside the two reports it came of."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(f"Mill burns\n\n{STORY}", encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"{STORY}\nNobody was inside.\n", encoding="utf-8")
    fixes = {"id": "c1", "kind": "outlet", "target": {"report_id": "?"}, "value": "X"}
    (tmp_path / "fixes.jsonl").write_text(json.dumps(fixes), encoding="utf-8")
    done = run(
        *("compare", "a.txt", "b.txt", "--fast", "--json", "--base", "a.txt"),
        *("--outlet", "a.txt=Varde News", "--corrections", "fixes.jsonl"),
    )
    assert done.exit_code == 0, done.stderr
    path = tmp_path / "saved.json"
    path.write_text(done.stdout, encoding="utf-8")
    return path


def run(*args, **kwargs):
    return CliRunner().invoke(app, [*args], **kwargs)


def test_the_same_inputs_come_out_the_same(saved):
    done = run("rerun", str(saved))
    assert (done.exit_code, done.stdout) == (0, "the same\n")
    assert done.stderr == ""


def test_an_input_that_changed_is_named(saved):
    (saved.parent / "b.txt").write_text(f"{STORY}\nTwo were hurt.\n", encoding="utf-8")
    done = run("rerun", str(saved))
    assert done.exit_code == 1
    assert "input b.txt has changed since" in done.stdout


def test_text_of_an_input_that_is_gone_is_taken_from_the_document(saved):
    (saved.parent / "b.txt").unlink()
    done = run("rerun", str(saved))
    assert (done.exit_code, done.stdout) == (0, "the same\n")
    assert "b.txt was not read again" in done.stderr


def test_standard_input_is_taken_from_the_document(saved):
    first = run("compare", "-", "a.txt", "--fast", "--json", input=STORY)
    saved.write_text(first.stdout, encoding="utf-8")
    done = run("rerun", str(saved))
    assert (done.exit_code, done.stdout) == (0, "the same\n")
    assert "- was not read again" in done.stderr


def test_a_document_that_was_edited_is_not_the_same(saved):
    document = json.loads(saved.read_text(encoding="utf-8"))
    document["findings"][0]["text"] = "Something else."
    saved.write_text(json.dumps(document), encoding="utf-8")
    done = run("rerun", str(saved))
    assert done.exit_code == 1
    assert "findings: 1 of" in done.stdout


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"run": {}}', '{"schema": "synoptic/1", "run": {}}']
)
def test_what_is_no_result_fails_in_one_line(saved, text):
    saved.write_text(text, encoding="utf-8")
    done = run("rerun", str(saved))
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1
    assert run("rerun", "gone.json").exit_code == 1


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\x1f\x8b\x08", "this is no text. Is it the right file?"),
        (b"A ferry.\n", "this is no result of `synoptic compare --json`"),
        (b"[" * 99_999, "this is no result of `synoptic compare --json`"),
    ],
)
def test_another_file_is_said_to_be_no_result(saved, data, says):
    saved.write_bytes(data)
    done = run("rerun", str(saved))
    assert done.exit_code == 1
    assert says in done.stderr
