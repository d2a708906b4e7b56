"""The command as a process of its own: start-up, pipes, signals, encodings."""

from __future__ import annotations

import array
import fcntl
import json
import os
import signal
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

STORY = "The ferry to Hallow Island was called off on Sunday, the line said.\n"
STORY_FOLDER = Path(__file__).parents[2] / "examples/merrow-lagoon"
HEAVY = {
    "pint",
    "scipy",
    "spacy",
    "onnxruntime",
    "trafilatura",
    "lxml",
    "torch",
    "numba",
    "pyarrow",
}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(f"Ferry called off\n\n{STORY}", encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"{STORY}\nIt was foggy.\n", encoding="utf-8")
    return tmp_path


def run(folder, *args, **env):
    return subprocess.run(
        [sys.executable, "-m", "synoptic", *args],
        cwd=folder,
        env={**os.environ, **env},
        capture_output=True,
        timeout=60,
        check=False,
    )


def loaded_by(folder, code: str) -> set[str]:
    """Top-level packages that are loaded once the code has run."""
    code += "\nimport sys; print(*{name.split('.')[0] for name in sys.modules})"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        capture_output=True,
        timeout=60,
        check=True,
    )
    return set(done.stdout.decode().splitlines()[-1].split())


def test_module_runs_as_the_command(folder):
    done = run(folder, "--version")
    assert done.returncode == 0
    assert done.stdout.startswith(b"synoptic ")


def test_import_of_the_package_loads_no_other_room(folder):
    code = "import sys, synoptic; assert 'synoptic.app' not in sys.modules"
    assert not loaded_by(folder, code) & {*HEAVY, "numpy", "rich", "typer"}


def test_help_loads_nothing_heavy(folder):
    code = "from synoptic.cli import app\napp(['--help'], standalone_mode=False)"
    assert not loaded_by(folder, code) & {*HEAVY, "numpy", "rich"}


@pytest.mark.parametrize("shown", ["'--json'", "'--plain'"])
def test_fast_comparison_of_plain_text_loads_nothing_heavy(folder, shown):
    code = (
        "from synoptic.cli import app\n"
        f"app(['compare', 'a.txt', 'b.txt', '--fast', {shown}], standalone_mode=False)"
    )
    assert not loaded_by(folder, code) & HEAVY


def test_result_does_not_hang_on_the_seed_of_hashes(folder):
    args = ["compare", str(STORY_FOLDER), "--fast", "--json"]
    first, second = (run(folder, *args, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert first.returncode in (0, 3), first.stderr
    assert first.stdout == second.stdout


def test_reader_that_goes_away_is_no_error_message(folder):
    command = f"'{sys.executable}' -m synoptic compare a.txt b.txt --fast | true"
    done = subprocess.run(
        command, shell=True, cwd=folder, capture_output=True, timeout=60, check=False
    )
    assert done.stderr == b""


def test_output_is_utf_8_json_and_printable_text_in_any_locale(folder):
    (folder / "c.txt").write_text(f"Fähre fällt aus – “Nebel”\n\n{STORY}", "utf-8")
    plain = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = run(folder, "compare", "a.txt", "c.txt", "--fast", "--json", **plain)
    assert (
        "Fähre"
        in json.loads(done.stdout.decode("utf-8"))["reports"][-1]["text"]
        + (json.loads(done.stdout.decode("utf-8"))["reports"][0]["text"])
    )
    done = run(folder, "compare", "a.txt", "c.txt", "--fast", **plain)
    assert done.returncode == 0, done.stderr
    assert b"F?hre" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="sends a POSIX signal")
def test_ctrl_c_ends_with_one_line(folder):
    read, write = os.pipe()
    with subprocess.Popen(
        [sys.executable, "-m", "synoptic", "compare", "-", "a.txt", "--fast"],
        cwd=folder,
        stdin=read,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # a shell's background jobs start with Ctrl-C ignored
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
    ) as process:
        os.write(write, b"The ferry")
        _wait_until_empty(read)  # it has begun to read, and waits for more
        process.send_signal(signal.SIGINT)
        try:
            _, told = process.communicate(timeout=30)
        finally:
            process.kill()  # leaving the block waits for it
    os.close(write)
    os.close(read)
    assert b"Traceback" not in told
    assert told.count(b"\n") <= 1
    assert process.returncode == 1


def _wait_until_empty(pipe):
    for _ in range(600):
        left = array.array("i", [0])
        fcntl.ioctl(pipe, termios.FIONREAD, left)
        if left[0] == 0:
            return
        time.sleep(0.1)
    pytest.fail("nothing was read from standard input in a minute")


def test_a_mistake_of_ours_is_one_line_too(folder):
    code = (
        "import synoptic.app\n"
        "def broken(*_, **__): raise ZeroDivisionError('by nought')\n"
        "synoptic.app.compare = broken\n"
        "import sys; sys.argv = ['synoptic', 'compare', 'a.txt', 'b.txt']\n"
        "from synoptic.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert b"ZeroDivisionError" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_disk_that_is_full_is_no_mistake_of_ours(folder):
    command = f"'{sys.executable}' -m synoptic compare a.txt b.txt --fast > /dev/full"
    done = subprocess.run(
        command, shell=True, cwd=folder, capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert b"the output could not be written" in done.stderr
