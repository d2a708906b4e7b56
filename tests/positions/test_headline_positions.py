"""Headlines in capitals are read like any sentence, and set beside each other."""

from __future__ import annotations

import pytest
from positions.made import known, made, told

from synoptic.app import compare
from synoptic.collate.entities import find_entities
from synoptic.collate.positions import find_positions

BODY = (
    "Ruth Abernathy, the mayor of Merrow, spoke on Monday. Abernathy said the harbour "
    "plan was on the table, and the council backed her."
)


@pytest.mark.parametrize(
    ("headline", "stance"),
    [
        ("Abernathy Backs Harbour Plan", "for"),
        ("Abernathy Stops Short of Backing Harbour Plan", "unstated"),
        ("Abernathy to Veto Harbour Plan", "against"),
    ],
)
def test_a_headline_in_capitals_is_read(headline, stance):
    report = made(BODY, headline=headline)
    (notes,) = known(report)
    found = [s for s in told(report, notes) if s[1].casefold() == "harbour plan"]
    assert ("Ruth Abernathy", stance) in [(actor, how) for actor, _, how in found]


def headline_findings(*headlines: str) -> list[str]:
    reports = [
        made(BODY, headline=headline, outlet=f"Paper {n}")
        for n, headline in enumerate(headlines)
    ]
    found = compare(reports).collation.findings
    return [f.text for f in found if f.kind == "position-headlines"]


def test_headlines_that_put_one_position_differently_stand_side_by_side():
    (finding,) = headline_findings(
        "Abernathy Backs Harbour Plan in Principle, Stops Short of Signing",
        "Abernathy backs harbour plan",
    )
    assert "“Backs Harbour Plan in Principle, Stops Short of Signing”" in finding
    assert "“backs harbour plan”" in finding


def test_headlines_that_only_name_the_thing_differently_are_no_finding():
    assert not headline_findings(
        "Abernathy backs harbour plan", "Abernathy Backs Plan for Harbour"
    )


def test_what_a_headline_puts_shortly_is_what_its_report_tells():
    report = made(
        "Governor Tom Castellano rejected a bill to widen the harbour on Monday.",
        headline="Castellano rejects dredging measure",
    )
    notes = known(report)
    told = find_positions([report], notes, (), find_entities([report], notes))
    (veto,) = told.positions
    assert veto.proposal == "bill to widen the harbour"
    assert {m.headline for m in veto.members} == {True, False}
