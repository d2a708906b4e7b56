"""`serve`, `demo` and `users` as they are typed."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from synoptic.app.demo import STORIES, examples
from synoptic.app.workspace import open_workspace
from synoptic.cli import app, serving


@pytest.fixture
def run(monkeypatch):
    """Run a command; what would be served is handed back instead."""
    served = {}
    monkeypatch.setattr(
        serving,
        "run_server",
        lambda where, settings, **more: served.update(
            where=where, settings=settings, **more
        ),
    )

    def typed(*words, given=None):
        served.clear()
        result = CliRunner().invoke(app, [*words], input=given)
        return result, dict(served)

    return typed


def test_other_machines_are_refused_with_the_way_out(run):
    result, served = run("serve", "--host", "0.0.0.0")
    assert result.exit_code == 2
    assert "--token-file, --users or --proxy-header" in result.stderr
    assert not served


def test_options_reach_the_server(run, tmp_path):
    tokens, secret = tmp_path / "tokens", tmp_path / "secret"
    tokens.write_text("editor " + "t" * 30)
    secret.write_text("s3cret\n")
    result, served = run(
        "serve", "--workspace", "w.db", "--host", "0.0.0.0", "--port", "9000",
        "--token-file", str(tokens), "--name", "desk.example.org",
        "--base-path", "/desk", "--hook", "https://example.org/h",
        "--hook-secret-file", str(secret), "--fast", "--log-json",
    )  # fmt: skip
    assert result.exit_code == 0, result.stderr
    settings = served["settings"]
    assert served["where"] == "w.db"
    assert settings.port == 9000
    assert settings.hosts == ("localhost", "desk.example.org")
    assert settings.base_path == "/desk"
    assert settings.hooks[0].secret == "s3cret"
    assert settings.fast
    assert served["log_json"]
    assert not settings.access.is_open


@pytest.mark.parametrize(
    "words",
    [
        ("--base-path", "desk"),
        ("--token-file", "nowhere"),
        ("--users", "nowhere"),
        ("--hook-secret-file", "nowhere"),
        ("--proxy-role", "owner"),
    ],
)
def test_options_that_cannot_be_used_are_refused(run, words):
    result, served = run("serve", *words)
    assert result.exit_code == 2
    assert not served


def test_users_are_written_with_a_hash(run, tmp_path):
    path = tmp_path / "users.toml"
    result, _ = run("users", str(path), "ada", "--role", "editor", given="pass\npass\n")
    assert result.exit_code == 0, result.output
    text = path.read_text()
    assert "editor" in text
    assert "scrypt$" in text
    assert "pass\n" not in text


def test_demo_fills_three_stories_and_serves_them(run, tmp_path):
    where = tmp_path / "demo.db"
    result, served = run(
        "demo", "--workspace", str(where), "--fast", "--serve", "--no-open"
    )
    assert result.exit_code == 0, result.stderr
    assert "23 invented reports of 3 stories" in result.stderr
    assert served["where"] == str(where)
    with open_workspace(where) as workspace:
        assert workspace.n_stories() == 3
        assert {c.by for c in workspace.corrections()} <= {"the demo"}
    assert run("demo", "--workspace", str(where), "--fast")[0].exit_code == 0


def test_example_stories_are_found():
    for name in STORIES:
        assert len(list((examples() / name).glob("*.txt"))) >= 7
