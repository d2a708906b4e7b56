"""The files that two commands on a fresh machine hang on agree with one another."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SETUP = (ROOT / ".ci/setup").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
LEFT_OUT = {"spark"}  # extras that `make` does not install


def named(requirement: str) -> str:
    return re.split(r"[<>=!~\[; ]", requirement)[0].lower().replace("_", "-")


def pinned() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("==") for line in lines]
    return {name.lower().replace("_", "-"): version for name, version in pairs}


def required() -> set[str]:
    extras = PROJECT["project"]["optional-dependencies"]
    groups = PROJECT["dependency-groups"]
    lists = [PROJECT["project"]["dependencies"], PROJECT["build-system"]["requires"]]
    lists += [rows for name, rows in extras.items() if name not in LEFT_OUT]
    return {named(row) for rows in [*lists, *groups.values()] for row in rows}


def test_everything_required_is_pinned():
    assert required() <= set(pinned())
    assert pinned()["pip"]


def test_constraints_are_names_and_versions_in_order():
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in lines)
    assert lines == sorted(set(lines), key=str.lower)


@pytest.mark.parametrize("group", sorted(PROJECT["dependency-groups"]))
def test_setup_installs_every_group(group):
    assert f"--group {group}" in SETUP


@pytest.mark.parametrize(
    "extra", sorted(set(PROJECT["project"]["optional-dependencies"]) - LEFT_OUT)
)
def test_setup_installs_every_extra_but_spark(extra):
    extras = re.search(r"\.\[([\w,-]+)\]", SETUP)
    assert extras
    assert extra in extras[1].split(",")


@pytest.mark.parametrize(
    "target",
    ["demo", "test", "check", "format", "eval", "bench", "docs", "test-slow", "clean"],
)
def test_makefile_has_the_target(target):
    assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)
    assert re.search(rf"^\.PHONY:.* {target}\b", MAKEFILE, re.MULTILINE)


def test_continuous_integration_calls_the_command_that_people_call():
    assert "exec make test" in (ROOT / ".ci/run").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "script", [".ci/run", ".ci/setup", ".ci/browser", ".ci/postgres"]
)
def test_script_may_run_and_asks_for_no_more_rights(script):
    path = ROOT / script
    assert path.stat().st_mode & 0o100
    lines = path.read_text(encoding="utf-8").splitlines()
    assert not any(re.match(r"\s*sudo\b", line) for line in lines)
    shell = lines[0].removeprefix("#!").split()
    subprocess.run([*shell, "-n", str(path)], check=True, timeout=10)
