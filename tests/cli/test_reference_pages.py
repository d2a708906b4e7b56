from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

REFERENCE = Path(__file__).parents[2] / "docs/reference"


@pytest.mark.parametrize("page", ["cli.md", "json.md"])
def test_generated_parts_are_as_they_would_be_generated_now(page):
    """After a change: make format."""
    done = subprocess.run(
        [sys.executable, "-m", "cogapp", "--check", str(REFERENCE / page)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout
