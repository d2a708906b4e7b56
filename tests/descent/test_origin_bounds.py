"""How many origins can stand behind a passage."""

from dataclasses import replace

import pytest
from descent.stories import LONG, OTHER, bounds_of, report, weighed
from hypothesis import given, settings
from hypothesis import strategies as st

from synoptic import compare
from synoptic.collate.origins.findings import origin_findings
from synoptic.collate.origins.joins import Joins
from synoptic.errors import UsageError
from synoptic.model import Span
from synoptic.model.collation import Reading, Unit
from synoptic.model.descent import Origin
from synoptic.text.owners import load_owners

WIRE = report("wire", LONG)
RIVAL = report("rival", OTHER)


def test_the_same_words_in_three_reports_rest_on_one_origin():
    found = bounds_of(WIRE, report("paper", LONG[:4]), report("site", LONG[1:]))
    assert found[LONG[1]] == (1, 1, 3)


def test_a_passage_in_one_report_has_one_origin():
    assert bounds_of(WIRE, RIVAL)[LONG[5]] == (1, 1, 1)


def test_a_shared_credit_keeps_the_lower_bound_at_one():
    first = report("gazette", LONG, credit="AP", named=("AP",))
    second = report("ledger", OTHER, credit="AP", named=("AP",))
    assert all(low == 1 for low, _, _ in bounds_of(first, second).values())


def test_one_owner_keeps_the_lower_bound_at_one():
    first = report("a", LONG, outlet="foxnews.com")
    second = report("b", OTHER, outlet="Fox Business")
    assert all(low == 1 for low, _, _ in bounds_of(first, second).values())


@settings(max_examples=15, deadline=None)
@given(
    kept=st.integers(5, 6),
    base=st.sampled_from(["wire", "rival"]),
    credited=st.booleans(),
)
def test_a_wholly_derived_copy_raises_neither_bound(kept, base, credited):
    text = (LONG if base == "wire" else OTHER)[:kept]
    extra = {"credit": "AP", "named": ("AP",)} if credited else {}
    before = bounds_of(WIRE, RIVAL)
    after = bounds_of(WIRE, RIVAL, report("copy", text, **extra))
    for words, (low, high, _) in before.items():
        assert after[words][0] <= low
        assert after[words][1] <= high


@settings(max_examples=15, deadline=None)
@given(st.permutations([0, 1, 2]))
def test_the_order_of_reports_moves_no_bound(order):
    reports = (WIRE, RIVAL, report("paper", LONG[:3]))
    expected = sorted(bounds_of(*reports).values())
    assert sorted(bounds_of(*(reports[k] for k in order)).values()) == expected


@pytest.mark.parametrize(
    ("bounds", "told"),
    [
        (
            [(1, 1), (1, 1)],
            "Of the 2 passages in both reports, all rest on one origin.",
        ),
        ([(2, 2)], "The one passage in both reports rests on two origins or more."),
        (
            [(1, 1), (1, 2), (2, 2), (2, 2), (None, None)],
            (
                "Of the 4 passages in both reports, 1 rests on one origin; 1 rests on "
                "1 or 2 origins, how many is not shown; 2 rest on two origins or more."
            ),
        ),
        ([], None),
    ],
)
def test_shared_passages_are_counted_by_their_origins(bounds, told):
    readings = tuple(Reading(r.id, (Span(0, 9),)) for r in (WIRE, RIVAL))
    units = [Unit(str(n), readings) for n in range(len(bounds))]
    origins = [
        Origin(unit=unit.id, reports=(WIRE.id, RIVAL.id), at_least=low, at_most=high)
        for unit, (low, high) in zip(units, bounds, strict=True)
    ]
    found = origin_findings((WIRE, RIVAL), units, origins)
    assert [f.text for f in found] == ([told] if told else [])


def test_two_texts_of_one_speaker_open_no_list():
    readings = tuple(Reading(r.id, (Span(0, 9),)) for r in (WIRE, RIVAL))
    silent = Origin(unit="u", reports=(WIRE.id, RIVAL.id), at_least=2, at_most=2)
    heard = replace(silent, said_by=("Ilse Brandt",))
    units = [Unit("u", readings)]
    (plain,) = origin_findings((WIRE, RIVAL), units, [silent])
    (told,) = origin_findings((WIRE, RIVAL), units, [heard])
    assert told.weight < plain.weight
    assert told.text == (
        "The one passage in both reports rests on two origins or more, telling what "
        "somebody said."
    )


@pytest.mark.parametrize(
    ("printed", "again", "names", "places"),
    [
        (
            "“We counted the lamps twice,” Ilse Brandt said. “Nobody asked us.”",
            "“We counted the lamps twice,” Brandt said. “Nobody asked us.”",
            ("Ilse Brandt",),
            ["Ilse Brandt", "Brandt"],
        ),
        (
            "The lamps were counted twice, according to the coast guard (two men).",
            "The lamps were counted twice, according to the coast guard.",
            ("the coast guard",),
            ["the coast guard", "the coast guard"],
        ),
        (
            "“We counted the lamps twice before the storm,” he said.",
            "“We counted the lamps twice before the storm,” he said.",
            (),
            [],
        ),
        ("The lamps were counted twice.", "The lamps were counted twice.", (), []),
    ],
)
def test_a_passage_has_those_who_are_named_in_it(printed, again, names, places):
    other = "“The quay is shut,” said Tomas Vell, a pilot of the harbour."
    found = compare(
        [report("a", (printed, other)), report("b", (again, *OTHER))], fast=True
    ).collation
    (origin, *_) = found.origins
    assert origin.said_by == names
    assert [found.report(e.report).quote(e.span) for e in origin.evidence] == places


def test_a_source_that_one_print_names_is_said_to_be_named_there_only():
    told = "The lamps were counted twice before the storm of Sunday"
    source = ", according to the coast guard."
    for again, only in ((told + ".", True), (told + source, False)):
        found = compare(
            [report("a", (told + source, *LONG)), report("b", (again, *OTHER))],
            fast=True,
        ).collation
        (origin, *_) = found.origins
        assert ("its source is named only in A" in origin.reasons) is only


def test_a_users_own_table_of_owners_wins(tmp_path):
    own = tmp_path / "owners.toml"
    own.write_text('[[owner]]\nname = "Mine"\noutlets = ["foxnews.com", "Gazette"]\n')
    table = load_owners(str(own))
    assert table.owner_of("www.foxnews.com") == "Mine"
    assert table.owner_of("gazette") == "Mine"
    assert table.owner_of("nobody") is None


def test_a_broken_table_of_owners_is_refused(tmp_path):
    own = tmp_path / "owners.toml"
    own.write_text('[[owner]]\nname = "Mine"\n')
    with pytest.raises(UsageError, match="outlets"):
        load_owners(str(own))


class _Bridged(Joins):
    """Three readings: 2 has the words of 0 and of 1, which have nothing in common."""

    def __init__(self):
        pass

    def surely(self, a, b):
        return 2 in (a, b)

    def _p(self, a, b):
        return {(0, 2): 0.99, (1, 2): 0.98}.get((a, b), 0.01)

    def _strangers(self, a, b):
        return 2 not in (a, b)


def test_a_reading_with_the_words_of_two_does_not_make_them_one_origin():
    assert _Bridged().without_bridges([0, 1, 2], [(0, 2), (1, 2)]) == [(0, 2)]


def test_an_edited_passage_is_not_told_in_words_of_ones_own(monkeypatch):
    told = (
        "The county bill, sponsored by two members of the lower chamber, cleared the "
        "harbour committee without a single vote against it on Friday evening."
    )
    edited = told.replace("sponsored", "drafted").replace("evening", "night")
    pairs, _ = weighed(report("a", (told, *OTHER)), report("b", (edited, *LONG)))
    (unit,) = [n for n, u in enumerate(pairs.units) if len(u.readings) == 2]
    joins = Joins(pairs, load_owners(), unit)
    monkeypatch.setattr(Joins, "_p", lambda *_: 0.0)  # nothing else in common
    assert joins.possibly(0, 1)
