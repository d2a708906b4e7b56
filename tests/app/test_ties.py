"""Corrections of ties, and a user's own table of owners."""

import pytest
from descent.stories import LONG, OTHER, report

from synoptic import compare
from synoptic.errors import UsageError
from synoptic.model import Correction, Target


def tie(kind, target, value, id_="c1"):
    return Correction(id_, "", "", kind, Target(target), value)


def reports():
    return [
        report("wire", LONG, outlet="Reuters", at="2024-03-03T09:00"),
        report("paper", LONG[:4], credit="Reuters", named=("Reuters",)),
    ]


def test_a_tie_that_a_reader_denies_is_not_drawn():
    before = compare(reports(), fast=True).collation
    assert [(e.parent, e.child) for e in before.descent.edges] == [("wire", "paper")]
    record = tie("not-drawn-from", "paper", "wire")
    after = compare(reports(), fast=True, corrections=[record]).collation
    assert not [e for e in after.descent.edges if e.parent == "wire"]
    assert not any("c1" in note for note in after.run.degraded)


def test_a_tie_taken_back_is_drawn_again():
    record = tie("not-drawn-from", "paper", "wire")
    back = Correction("c2", "", "", record.kind, record.target, None, "c1")
    again = compare(reports(), fast=True, corrections=[record, back]).collation
    assert [(e.parent, e.child) for e in again.descent.edges] == [("wire", "paper")]


def owned():
    return [report("one", LONG), report("two", (*OTHER, LONG[3]))]


def reasons(**how):
    origins = compare(owned(), fast=True, **how).collation.origins
    return " ".join(reason for origin in origins for reason in origin.reasons)


def test_one_owner_is_said_by_a_record_or_a_table(tmp_path):
    assert "belong to" not in reasons()
    assert "belong to" in reasons(corrections=[tie("same-owner", "one", "two")])
    table = tmp_path / "owners.toml"
    table.write_text('[[owner]]\nname = "Cape Press"\noutlets = ["One", "Two"]\n')
    assert "belong to Cape Press" in reasons(owners=table)


def test_an_outlet_that_buys_from_the_agency_another_credits_may_share_its_copy(
    tmp_path,
):
    def said(**how):
        first = report("one", LONG, credit="AP", named=("AP",))
        given = [first, report("two", (*OTHER, LONG[3]))]
        origins = compare(given, fast=True, **how).collation.origins
        return " ".join(reason for origin in origins for reason in origin.reasons)

    assert "buys from it" not in said()
    record = tie("buys", "two", "Associated Press")
    assert "one credits AP and the other buys from it" in said(corrections=[record])
    table = tmp_path / "owners.toml"
    table.write_text('[[buyer]]\noutlet = "Two"\nbuys = ["AP"]\n')
    assert "buys from it" in said(owners=table)


SPEECH = (
    "“We shall not leave the cape before the lamp is back in its tower and the people "
    "who took it have said so to the face of the keeper and of his children,”"
)


def test_one_translation_of_a_long_quotation_is_one_text(tmp_path):
    def bounds(**how):
        given = [
            report("one", (*LONG, f"{SPEECH} Ivan Karsh told reporters at the pier.")),
            report("two", (*OTHER, f"As Ivan Karsh said: {SPEECH}")),
        ]
        found = compare(given, **how).collation
        return {
            (o.at_least, o.at_most)
            for u, o in zip(found.units, found.origins, strict=True)
            if len(u.readings) == 2
            and "leave the cape" in found.report("one").quote(u.readings[0].spans[0])
        }

    table = tmp_path / "owners.toml"
    table.write_text('[[speaker]]\nname = "Ivan Karsh"\nlanguage = "ru"\n')
    assert (1, 2) in bounds()
    assert bounds(owners=table) == {(1, 1)}


def test_a_record_that_names_no_second_report_is_told():
    found = compare(
        reports(), fast=True, corrections=[tie("not-drawn-from", "paper", "nobody")]
    )
    assert any("two of these reports" in n for n in found.collation.run.degraded)


def test_a_broken_table_is_refused(tmp_path):
    table = tmp_path / "owners.toml"
    table.write_text("[[owner")
    with pytest.raises(UsageError):
        compare(reports(), fast=True, owners=table)
