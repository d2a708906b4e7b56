"""An agency's own file among the reports, its versions, and what is said of them."""

from dataclasses import replace

import pytest
from descent.stories import LONG, OTHER, descent_of, report, weighed

from synoptic import compare
from synoptic.collate.descent.credits import credits_of
from synoptic.collate.descent.versions import is_later
from synoptic.collate.origins.joins import Joins
from synoptic.model import Block
from synoptic.present.descent_tree import tree_lines
from synoptic.text.owners import Owners

CAPE = "Cape Wire"
EXTRA = (
    (
        "Two divers from the naval school searched the reef below the tower until dusk "
        "and brought up nothing but a rusted anchor and some rope."
    ),
    (
        "Ferries to the outer islands have been told to wait for daylight, leaving "
        "some four hundred commuters looking for a bed in town each evening."
    ),
)


def wire(name, paragraphs, *, at, headline=None):
    """An agency's own file: its name in the dateline, and no outlet about it."""
    plain = report(name, paragraphs, named=(CAPE,), at=at)
    head = f"ORRIN, May 5 ({CAPE}) - "
    blocks = tuple(
        Block(b.start + len(head), b.end + len(head), b.kind) for b in plain.blocks
    )
    return replace(
        plain,
        outlet=None,
        text=head + plain.text,
        blocks=(Block(0, len(head) - 1, "dateline"), *blocks),
        headline=headline,
    )


def taker(name, paragraphs, *, at="2024-05-05T18:00"):
    return report(name, paragraphs, credit=f"Source: {CAPE}", named=(CAPE,), at=at)


def test_reports_that_credit_an_agency_draw_on_its_own_file():
    found = descent_of(
        wire("wire", LONG, at="2024-05-05T09:00"),
        taker("morning", LONG[:4]),
        taker("evening", (*LONG[1:5], OTHER[2])),
    )
    assert {(e.parent, e.child) for e in found.edges} == {
        ("wire", "morning"),
        ("wire", "evening"),
    }
    assert not found.lost_parents


def test_a_print_that_says_where_its_copy_is_from_is_no_agency_file():
    file = wire("wire", LONG, at=None)
    end = len(file.text)
    text = f"{file.text}[Source: {CAPE}]"
    block = Block(end, len(text), "credit")
    print_ = replace(file, text=text, blocks=(*file.blocks, block))
    assert credits_of([file])[0].agency == CAPE
    assert credits_of([print_])[0].agency is None
    assert credits_of([print_])[0].agencies == {CAPE}


def test_what_two_takers_share_beyond_the_agency_file_has_a_lost_parent():
    found = descent_of(
        wire("wire", LONG, at="2024-05-05T09:00"),
        taker("morning", (*LONG[:5], *EXTRA)),
        taker("evening", (*LONG[1:], *EXTRA)),
    )
    assert {(e.parent, e.child) for e in found.edges} == {
        ("wire", "morning"),
        ("wire", "evening"),
    }
    assert [(x.agency, set(x.children)) for x in found.lost_parents] == [
        (CAPE, {"morning", "evening"})
    ]
    assert "lacks" in found.lost_parents[0].reasons[1]


def test_a_taker_hangs_from_the_version_whose_words_it_has():
    first = wire("first", LONG, at="2024-05-05T09:00", headline="Lamp gone from cape")
    second = wire(
        "second",
        (*LONG[:3], EXTRA[0], *LONG[3:]),
        at="2024-05-05T12:00",
        headline="UPDATE 1-Lamp gone from cape",
    )
    found = descent_of(first, second, taker("paper", (*LONG[:2], EXTRA[0])))
    assert ("second", "paper") in {(e.parent, e.child) for e in found.edges}
    assert ("first", "second") in {(e.parent, e.child) for e in found.edges}


@pytest.mark.parametrize(
    ("first", "second", "later", "sooner"),
    [
        ("Lamp gone from cape", "CORRECTED-Lamp gone from cape", True, False),
        (
            "Lamp gone from cape",
            "CORRECTED-UPDATE 1-Lamp gone from the cape",
            True,
            False,
        ),
        ("UPDATE 1-Lamp gone from cape", "UPDATE 2-Lamp gone from cape", True, False),
        ("Lamp gone from cape", "2ND LEAD Lamp gone from cape", True, False),
        ("UPDATE 2-Lamp gone from cape", "UPDATE 1-Lamp gone from cape", False, True),
        ("Lamp gone from cape", "Lamp gone from cape", False, False),
        ("Lamp gone from cape", "UPDATE 1-Ferry runs aground", False, False),
        ("Lead found in water", "Lead found in water", False, False),
    ],
)
def test_marks_at_the_head_tell_versions(first, second, later, sooner):
    one = wire("one", LONG, at=None, headline=first)
    other = wire("other", LONG, at=None, headline=second)
    assert is_later(one, other) is later
    assert is_later(other, one) is sooner


COURIER = report("courier", LONG, outlet="The Ansel Courier")
ECHO = report("echo", OTHER, credit="AP", named=("AP",))
TIES = [
    ("both credit AP", report("post", LONG, credit="AP", named=("AP",)), ECHO),
    (
        f"both are {CAPE}'s own files",
        wire("a", LONG, at=None),
        wire("b", OTHER, at=None),
    ),
    (
        f"one is {CAPE}'s own file and the other credits {CAPE}",
        wire("a", LONG, at=None),
        taker("b", OTHER),
    ),
    (
        "one names the other as a source",
        COURIER,
        report("post", OTHER, credit="With reporting by The Ansel Courier"),
    ),
    ("they are versions of one report", COURIER, replace(ECHO, series="courier")),
    ("both belong to Orrin Press", COURIER, report("beacon", OTHER)),
    ("one credits AP and the other buys from it", report("post", LONG), ECHO),
    (None, COURIER, ECHO),
    (None, wire("a", LONG, at=None), ECHO),
]


@pytest.mark.parametrize(("reason", "first", "second"), TIES)
def test_what_two_reports_have_in_common_outside_their_words(reason, first, second):
    table = Owners(
        owner={"the ansel courier": "Orrin Press", "beacon": "Orrin Press"},
        buys={"post": frozenset({"AP"})},
    )
    for pair in ((first, second), (second, first)):
        assert Joins(weighed(*pair)[0], table, 0).tie(0, 1) == reason


def test_findings_say_versions_and_odds_in_whole_sentences():
    reports = [
        wire("a", LONG, at="2024-05-05T09:00", headline="Lamp gone from cape"),
        wire(
            "b",
            (*LONG, EXTRA[1]),
            at="2024-05-05T12:00",
            headline="UPDATE 1-Lamp gone from cape",
        ),
        taker("c", LONG[:4]),
    ]
    collation = compare(reports, fast=True).collation
    said = [
        f.text
        for f in collation.findings
        if f.kind in {"draws-on", "lost-parent", "descent-undecided", "origins"}
    ]
    assert all(text.endswith(".") for text in said)
    assert any("B is a later version of the report A" in text for text in said)
    assert any(": a later version (" in line for line in tree_lines(collation))
    assert any("in 100)" in text for text in said)
    assert not any("probability" in text for text in said)
