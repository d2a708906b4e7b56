"""A workspace on each database, empty at the start of every test."""

from __future__ import annotations

import pytest

from synoptic.store import open_workspace


@pytest.fixture
def workspace(tmp_path):
    with open_workspace(tmp_path / "desk.db") as opened:
        yield opened
