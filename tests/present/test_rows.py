from __future__ import annotations

from itertools import pairwise

from builders import Made, collation, ferry_story, many_reports
from hypothesis import given, settings
from hypothesis import strategies as st

from synoptic.present.html import to_html
from synoptic.present.html.filters import runs_around
from synoptic.present.html.rows import heaviest_chain, rows
from synoptic.present.view import view


def table(made, **options):
    return [
        [[b.text for b in cell.blocks] for cell in row]
        for row in rows(view(collation(made, **options)))
    ]


def test_every_report_comes_whole_and_in_its_own_order():
    for story in (ferry_story(), many_reports(7, 12)):
        shown = view(story)
        for report in shown.reports:
            blocks = [
                block
                for row in rows(shown)
                for cell in row
                if cell.report is report
                for block in cell.blocks
            ]
            assert blocks == list(report.blocks)


def test_partners_stand_in_one_row():
    a = Made("a", [("body", [("own", "One is only here.")]), ("body", [("u", "Two.")])])
    b = Made("b", [("body", [("u", "Two.")])])
    assert table([a, b]) == [[["One is only here."]], [["Two."], ["Two."]]]


def test_a_moved_paragraph_stays_where_its_report_has_it():
    long = "This is the longer one of the two paragraphs."
    a = Made("a", [("body", [("u", long)]), ("body", [("v", "Short one.")])])
    b = Made("b", [("body", [("v", "Short one.")]), ("body", [("u", long)])])
    assert table([a, b]) == [
        [["Short one."]],
        [[long, "Short one."], [long]],
    ]


def test_a_report_that_shares_nothing_runs_on_beside_the_base():
    words = "one two three four five six"
    a = Made("a", [("body", [(f"u{i}", f"{words} {i}")]) for i in range(4)])
    b = Made("b", [("body", [(f"u{i}", f"{words} {i}")]) for i in range(4)])
    c = Made("c", [("body", [(f"o{i}", f"{words} and {i}")]) for i in range(4)])
    lengths = [len(row) for row in table([a, b, c])]
    assert lengths == [3, 3, 3, 3]


def test_a_crosshead_goes_with_the_paragraph_under_it():
    a = Made("a", [("body", [("o", "Own words.")]), ("body", [("u", "Two.")])])
    b = Made(
        "b",
        [("body", [("p", "First.")]), ("crosshead", "Next"), ("body", [("u", "Two.")])],
    )
    assert table([a, b])[-1] == [["Two."], ["Next", "Two."]]


def test_what_stands_around_the_text_is_folded_into_a_line_that_names_it():
    around, photo = ("boilerplate", "Home"), ("caption", "Gulls over the quay")
    text = ("body", [("u", "The bell rang.")])
    story = collation(
        [
            Made("a", [("headline", "Bell"), around, photo, photo, text, photo, text]),
            Made("b", [around, around, text, ("crosshead", "Next"), text, around]),
        ]
    )
    lines = [
        [(line, len(run)) for line, run in runs_around(report.blocks)]
        for report in view(story).reports
    ]
    folded = "Headline, 2 captions, 1 line around the text"
    assert lines == [
        [(folded, 4), ("", 1), ("", 1), ("", 1)],
        [("2 lines around the text", 2), ("", 3), ("", 1)],
    ]
    assert f"<summary>{folded}</summary>" in to_html(story)


@settings(deadline=None)
@given(
    st.dictionaries(
        st.tuples(st.integers(0, 8), st.integers(0, 8)), st.integers(1, 9), max_size=14
    )
)
def test_a_chain_rises_in_both_and_no_single_pair_weighs_more(weight):
    chain = heaviest_chain(weight)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(chain))
    assert sum(weight[p] for p in chain) >= max(weight.values(), default=0)
