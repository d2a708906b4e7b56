"""What lists say of a story, with names in place of the letters of its page."""

from __future__ import annotations

import re

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


def test_of_many_reports_the_first_few_are_named():
    reports = [
        Made(f"report {n}", [("body", "The ferry stops.")], outlet=f"Post {n}")
        for n in range(30)
    ]
    said = (
        "A, B, C, D, Z, AA, AB, AC and AD print “A, B, C, D and E”, "
        "D and F print “nine”."
    )
    story = collation(reports, findings=[("headlines", said, [])])
    (shown,) = summary(story).findings
    assert re.fullmatch(
        r"Post 0, (Post \d+, ){4}Post \d+ and 3 more print “A, B, C, D and E”, "
        r"Post 3 and Post 5 print “nine”\.",
        shown,
    )
