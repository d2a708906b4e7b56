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
ALL = sorted(
    p
    for p in (*DOCS.rglob("*.md"), ROOT / "README.md", ROOT / "examples/README.md")
    if "_build" not in p.parts
)
PAGES = [p for p in ALL if BLOCK.search(p.read_text(encoding="utf-8"))]
PYTHON_PAGES = [p for p in ALL if PYTHON.search(p.read_text(encoding="utf-8"))]
SECONDS = 60


def _name(page: Path) -> str:
    return str(page.relative_to(ROOT))


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
    """Whether the output is as shown; `...` is anything, line breaks are blanks."""
    if shown in {"", "..."}:
        return True
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    return doctest.OutputChecker().check_output(f"{shown}\n", printed, flags)


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
    assert "docs/tutorial/one-story.md" in map(_name, PAGES)
    assert PYTHON_PAGES
