"""The development data, and the board on which scores stand beside their floors."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

FLOORS = Path(__file__).parent / "floors.toml"
ROWS: list[tuple[str, str, float, float | None]] = []


@pytest.fixture(scope="session")
def development_data() -> Path:
    """The folder of the shared sets; skips with a reason where there is none."""
    beside = Path(__file__).parents[3] / "shared"
    root = Path(os.environ.get("SYNOPTIC_DATA", beside))
    data = root / "data" if (root / "data").is_dir() else root
    if not any(data.glob("*.gz")):
        pytest.skip(f"no development data in {root}: set SYNOPTIC_DATA")
    return data


@pytest.fixture
def board(request: pytest.FixtureRequest):
    """Hold measures against the floors of an item: `board("msr", accuracy=0.75)`."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))

    def hold(item: str, **measures: float) -> None:
        wanted = floors.get(item, {})
        below = []
        for name, value in measures.items():
            floor = wanted.get(name)
            ROWS.append((item, name, value, floor))
            if floor is not None and value < floor:
                below.append(f"{item} {name}: {value:.3f}, floor {floor:.3f}")
        missing = wanted.keys() - measures.keys()
        assert not missing, f"{item}: floors without a measure: {sorted(missing)}"
        assert not below, "; ".join(below)

    return hold


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not ROWS:
        return
    terminalreporter.section("scores on the development data")
    for item, name, value, floor in ROWS:
        stands = "" if floor is None else f"floor {floor:.3f}"
        terminalreporter.line(f"{item:<28} {name:<34} {value:7.3f}  {stands}")
