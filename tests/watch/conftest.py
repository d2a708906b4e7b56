"""The site that the tests of feeds ask."""

import pytest
from watch.feed_site import open_site


@pytest.fixture
def site():
    with open_site() as opened:
        yield opened
