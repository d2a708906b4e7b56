"""The site that the tests of feeds ask."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from feed_site import open_site


@pytest.fixture
def site():
    with open_site() as opened:
        yield opened
