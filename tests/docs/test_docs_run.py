"""What the documentation shows is what happens: its commands and its Python run.

A `console` block is a session: lines that begin with `$ ` are run in a shell, what
follows is their output, in which `...` stands for anything. All blocks of a page share
one folder, where the examples lie.
"""

import doctest
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
BLOCK = re.compile(r"^( *)```console\n(.*?)^\1```", re.MULTILINE | re.DOTALL)
PYTHON = re.compile(r"^```python\n(>>>.*?)^```", re.MULTILINE | re.DOTALL)
PAGES = sorted(
    p
    for p in DOCS.rglob("*.md")
    if "_build" not in p.parts and BLOCK.search(p.read_text(encoding="utf-8"))
)
PYTHON_PAGES = sorted(
    p
    for p in DOCS.rglob("*.md")
    if "_build" not in p.parts and PYTHON.search(p.read_text(encoding="utf-8"))
)
SECONDS = 60


def _name(page: Path) -> str:
    return str(page.relative_to(DOCS))


def _sessions(text: str) -> list[tuple[str, str]]:
    """Commands with the output shown for each, in order."""
    found: list[tuple[str, list[str]]] = []
    for indent, block in BLOCK.findall(text):
        for line in block.splitlines():
            bare = line.removeprefix(indent)
            if bare.startswith("$ "):
                found.append((bare[2:], []))
            else:
                found[-1][1].append(bare)
    return [(command, "\n".join(lines).strip()) for command, lines in found]


def _fits(shown: str, printed: str) -> bool:
    def tidy(text: str) -> str:
        return "\n".join(line.rstrip() for line in text.strip().splitlines()) + "\n"

    flags = doctest.ELLIPSIS
    if shown == "...":
        return True
    # A leading `...` would be read as a prompt by no one here: it is plain text.
    return doctest.OutputChecker().check_output(tidy(shown), tidy(printed), flags)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_commands_print_what_the_page_shows(page: Path, folder: Path) -> None:
    scripts = sysconfig.get_path("scripts")
    env = {
        **os.environ,
        "PATH": f"{scripts}{os.pathsep}{Path(sys.executable).parent}{os.pathsep}"
        + os.environ["PATH"],
        "COLUMNS": "80",
        "NO_COLOR": "1",
        "PYTHONIOENCODING": "utf-8",
    }
    for command, shown in _sessions(page.read_text(encoding="utf-8")):
        done = subprocess.run(
            command,
            shell=True,
            cwd=folder,
            env=env,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
        printed = done.stdout.decode()
        told = f"{command}\n{printed}{done.stderr.decode()}"
        assert done.returncode == 0, told
        assert _fits(shown, printed), told


@pytest.mark.parametrize("page", PYTHON_PAGES, ids=_name)
def test_python_gives_what_the_page_shows(
    page: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    source = "\n".join(PYTHON.findall(page.read_text(encoding="utf-8")))
    session = doctest.DocTestParser().get_doctest(source, {}, page.name, str(page), 0)
    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(session)
    assert result.attempted
    assert result.failed == 0


def test_some_pages_are_run() -> None:
    assert "tutorial/one-story.md" in map(_name, PAGES)
    assert PYTHON_PAGES
