"""Runs of a command with their time and memory, and what a result file records."""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True)
class Runs:
    """Repeated runs of one command, each in a process of its own.

    `seconds`: wall clock, start of the process to its end. `peak_mb`: resident memory
    of the largest process of any run; annotating, there are as many as processors.
    """

    seconds: tuple[float, ...]
    peak_mb: float

    @property
    def p50(self) -> float:
        return statistics.median(self.seconds)

    @property
    def p95(self) -> float:
        ranked = sorted(self.seconds)
        return ranked[min(round(0.95 * len(ranked)), len(ranked) - 1)]

    def record(self) -> dict[str, float | int]:
        return {
            "n": len(self.seconds),
            "seconds_p50": round(self.p50, 3),
            "seconds_p95": round(self.p95, 3),
            "peak_mb": round(self.peak_mb, 1),
        }

    def __str__(self) -> str:
        return f"p50 {self.p50:.2f} s  p95 {self.p95:.2f} s  peak {self.peak_mb:.0f} MB"


def run(command: list[str], *, times: int) -> Runs:
    """Run a command a few times; its output goes nowhere.

    Raises:
        SystemExit: It failed.
    """
    seconds: list[float] = []
    peak = 0.0
    # who forbids it compiles every changed module anew at each start
    known = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(times):
        began = time.perf_counter()
        process = subprocess.Popen(
            command, env=known, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        errors = process.stderr.read() if process.stderr else b""
        _, status, usage = os.wait4(process.pid, 0)
        seconds.append(time.perf_counter() - began)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"{' '.join(command)} failed:\n{errors.decode()[-2000:]}")
        # kilobytes on Linux, bytes on macOS
        unit = 1024.0**2 if sys.platform == "darwin" else 1024.0
        peak = max(peak, usage.ru_maxrss / unit)
    return Runs(tuple(seconds), peak)


def write(name: str, corpus: dict[str, str], measures: dict[str, object]) -> Path:
    """Write a result file that says where and on what it was measured."""
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{name}.json"
    about = {
        "commit": _commit(),
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": platform.platform(),
        "cores": os.cpu_count(),
        "memory_mb": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20,
        "python": platform.python_version(),
        "corpus": corpus,
    }
    path.write_text(json.dumps(about | {"measures": measures}, indent=1) + "\n")
    return path


def as_measure(runs: Runs, **more: object) -> dict[str, object]:
    """A measure as the result file holds it."""
    return {**runs.record(), **more}


def _commit() -> str:
    done = subprocess.run(
        ["git", "rev-parse", "--short=12", "HEAD"],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parent,
    )
    return done.stdout.strip() or "unknown"
