"""What lists say of a story, with names in place of the letters of its page."""

from __future__ import annotations

import pytest
from builders import Made, collation

from synoptic.web.faces import summary

REPORTS = [
    Made("one", [("body", "The ferry stops.")], outlet="The Osk Letter"),
    Made("two", [("body", "The ferry stays.")], outlet="The Brann Post"),
]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (
            "Headlines: A “Ferry stops”; B “Ferry stays”.",
            "Headlines: The Osk Letter “Ferry stops”; The Brann Post “Ferry stays”.",
        ),
        (
            "A repair is named in A and not in B.",
            "A repair is named in The Osk Letter and not in The Brann Post.",
        ),
        ("A has “A ferry”.", "The Osk Letter has “A ferry”."),
    ],
)
def test_letters_become_names_and_articles_stay(said, shown):
    story = collation(REPORTS, findings=[("headlines", said, [])])
    assert summary(story).findings == (shown,)
