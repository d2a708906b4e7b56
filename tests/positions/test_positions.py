"""Positions across reports: one entry each, conditions kept, nobody turned round."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache

import pytest
from positions.made import known, made
from typer.testing import CliRunner

from synoptic.app import compare
from synoptic.app.positions import correct_positions
from synoptic.cli import app
from synoptic.collate.entities import find_entities
from synoptic.collate.positions import find_positions
from synoptic.collate.positions.findings import position_findings
from synoptic.model import Correction, Target

WIRE = made(
    "Ruth Abernathy, the mayor of Merrow, said on Monday that she supported the "
    "harbour plan in principle.\n\n“The harbour plan is the right idea,” Abernathy "
    "said. “But any plan would have to spare the reefs.”\n\n"
    "The fishermen's union opposes the plan. "
    ""
    "Governor Tom Castellano vetoed a similar bill last year.\n\nHer spokesman, Alan "
    "Whitcombe, declined to comment on the budget.",
    headline="Abernathy backs harbour plan",
    outlet="Norden Wire",
)
PAPER = made(
    "Mayor Ruth Abernathy stopped short of endorsing the harbour plan on Monday.\n\n"
    "“The harbour plan is the right idea,” Abernathy said.\n\nThe fishermen's union "
    "rejected the harbour plan. The council called the harbour plan a disaster.\n\n"
    "Residents have not decided whether to support the harbour plan.",
    headline="Abernathy stops short of endorsing harbour plan",
    outlet="Ansel Courier",
)


@cache
def story():
    return compare([WIRE, PAPER]).collation


def on(collation, actor: str):
    return [p for p in collation.positions if actor in p.actor]


def test_the_plan_is_one_proposal_however_it_is_called():
    plan = story().proposals[0]
    assert "plan" in plan.name
    assert {f.report for f in plan.forms} == {WIRE.id, PAPER.id}
    stances = {
        (p.actor, p.stance) for p in story().positions if p.proposal_id == plan.id
    }
    assert ("fishermen's union", "against") in stances


def test_a_yes_and_its_conditions_are_one_position():
    (mayor,) = [p for p in on(story(), "Abernathy") if "plan" in p.proposal]
    assert mayor.stance == "conditional"
    words = [story().report(c.report).quote(c.span) for c in mayor.conditions]
    assert any("spare the reefs" in w for w in words)
    assert {m.report for m in mayor.members} == {WIRE.id, PAPER.id}


def test_the_same_position_in_two_reports_is_one_entry():
    (union,) = [p for p in on(story(), "union") if p.stance == "against"]
    assert {m.report for m in union.members} == {WIRE.id, PAPER.id}


def test_a_spokesman_has_his_own_row():
    (spokesman,) = on(story(), "Whitcombe")
    assert spokesman.stance == "silent"
    assert not any(p.stance == "silent" for p in on(story(), "Abernathy"))


def test_order_of_the_reports_changes_nothing():
    again = compare([PAPER, WIRE]).collation
    assert again.positions == story().positions
    assert again.proposals == story().proposals


def test_without_a_pipeline_it_is_not_measured():
    fast = compare([WIRE, PAPER], fast=True).collation
    assert fast.positions is None
    assert fast.proposals is None


def target(report, words: str) -> Target:
    at = report.text.index(words)
    return Target(report.id, at, at + len(words), words)


def corrected(kind: str, report, words: str, value: str):
    record = Correction("c1", "", "desk", kind, target(report, words), value)
    found = story()
    proposals, positions, missed = correct_positions(
        found.reports,
        found.annotations,
        (found.proposals, found.positions),
        [record],
    )
    return replace(
        found,
        proposals=proposals,
        positions=positions,
        run=replace(found.run, degraded=missed),
    )


def test_a_proposal_can_be_renamed():
    collation = corrected("proposal-name", WIRE, "harbour plan in principle", "Plan H")
    assert collation.proposals[0].name == "Plan H"
    assert any(p.proposal == "Plan H" for p in collation.positions)


def test_two_proposals_can_be_made_one():
    name = story().proposals[0].name
    collation = corrected("same-proposal", WIRE, "a similar bill", name)
    assert len(collation.proposals) == len(story().proposals) - 1
    (governor,) = on(collation, "Castellano")
    assert governor.proposal == name


def test_a_proposal_can_be_parted():
    collation = corrected("new-proposal", PAPER, "support the harbour plan", "Reefs")
    assert any(p.name == "Reefs" for p in collation.proposals)
    assert any(p.proposal == "Reefs" for p in collation.positions)


def test_what_was_parted_can_be_renamed_by_its_words():
    parted = Correction(
        "c1", "", "desk", "new-proposal", target(WIRE, "a similar bill"), "Old bill"
    )
    named = Correction(
        "c2", "", "desk", "proposal-name", target(WIRE, "a similar bill"), "Older bill"
    )
    found = story()
    proposals, positions, missed = correct_positions(
        found.reports,
        found.annotations,
        (found.proposals, found.positions),
        [parted, named],
    )
    assert missed == ()
    assert [p.name for p in proposals].count("Older bill") == 1
    assert "Old bill" not in {p.name for p in proposals}
    assert {p.proposal_id for p in positions} == {p.id for p in proposals}


def test_corrections_reach_the_comparison():
    record = Correction(
        "c1", "", "desk", "proposal-name", target(PAPER, "the harbour plan on"), "Plan"
    )
    collation = compare([WIRE, PAPER], corrections=[record]).collation
    assert collation.proposals[0].name == "Plan"


def test_a_correction_that_fits_nothing_is_named():
    collation = corrected("proposal-name", WIRE, "Governor", "Nothing")
    assert any("c1 (proposal-name)" in line for line in collation.run.degraded)


@pytest.fixture
def files(tmp_path):
    paths = []
    for report in (WIRE, PAPER):
        path = tmp_path / report.path.replace(" ", "-").lower()
        path.write_text(report.text, "utf-8")
        paths.append(str(path))
    return paths


def test_the_command_prints_who_stands_where(files):
    result = CliRunner().invoke(app, ["positions", *files, "--plain"])
    assert result.exit_code == 0
    assert "WHO STANDS WHERE" in result.output
    assert "against it" in result.output


def test_the_command_gives_a_table_and_a_document(files):
    table = CliRunner().invoke(app, ["positions", *files, "--csv"])
    assert table.output.startswith("proposal,actor,speaks_for,stance")
    document = json.loads(
        CliRunner().invoke(app, ["positions", *files, "--json"]).output
    )
    assert {"actor", "proposal", "stance", "voice", "members"} <= set(
        document["positions"][0]
    )
    both = CliRunner().invoke(app, ["positions", *files, "--json", "--csv"])
    assert both.exit_code == 2


def held_in(*texts: str):
    reports = [made(text, outlet=f"Paper {n}") for n, text in enumerate(texts)]
    notes = known(*reports)
    told = find_positions(reports, notes, (), find_entities(reports, notes))
    return reports, told.proposals, told.positions


def held(*texts: str):
    reports, _, positions = held_in(*texts)
    return reports, positions


def test_a_change_is_marked_where_both_days_are_printed():
    _, positions = held(
        "Ruth Abernathy opposed the harbour plan on March 2.",
        "Ruth Abernathy supported the harbour plan on March 4.",
    )
    first, then = positions
    assert (first.stance, then.stance) == ("against", "for")
    assert then.changed_from == first.id


def test_a_change_is_told_with_its_days_in_words():
    reports, proposals, positions = held_in(
        "Ruth Abernathy opposed the harbour plan on March 2.",
        "Ruth Abernathy supported the harbour plan on March 4.",
    )
    (told,) = position_findings(reports, proposals, positions)
    assert told.text == (
        "Ruth Abernathy on “harbour plan”: against it (2 March 2026), then "
        "for it (4 March 2026)."
    )


def test_a_capital_that_speaks_for_its_country_goes_by_a_printed_name():
    _, capital = held("Paris opposes the harbour plan.")
    _, both = held(
        "Paris opposes the harbour plan.", "France opposes the harbour plan."
    )
    assert [p.actor for p in capital] == ["Paris"]
    assert [(p.actor, len(p.members)) for p in both] == [("France", 2)]


@pytest.mark.parametrize(
    ("named", "called"),
    [
        ("Kane’s top harbour aide, Tom Vell, slept.", "Kane's top harbour aide"),
        ("Tom Vell, the top harbour aide, slept.", "The top harbour aide"),
        ("Police chief Tom Vell slept.", "The police chief"),
    ],
)
def test_who_goes_by_a_description_is_whom_another_report_names_by_it(named, called):
    _, positions = held(named, f"{called} opposes the harbour plan.")
    assert [p.actor for p in positions] == ["Tom Vell"]


@pytest.mark.parametrize(
    ("named", "called"),
    [
        ("Tom Vell, a harbour pilot, slept.", "The harbour pilot"),
        ("Tom Vell, the harbour pilot, slept.", "A harbour pilot"),
        (
            "Tom Vell, the harbour pilot, met Ada Collis, the harbour pilot.",
            "The harbour pilot",
        ),
    ],
)
def test_a_description_that_may_be_anothers_names_nobody(named, called):
    _, positions = held(named, f"{called} opposes the harbour plan.")
    assert [p.entity for p in positions] == [None]


def test_a_spokesman_is_one_in_every_report():
    _, positions = held(
        "Tom Vell, a spokesman for Merrow Bank, opposes the harbour plan.",
        "Tom Vell praised the tunnel plan.",
    )
    assert {p.speaks_for for p in positions} == {"Merrow Bank"}


def test_a_body_with_points_is_the_one_without():
    _, positions = held(
        "The F.B.I. opposes the harbour plan.", "The FBI opposes the harbour plan."
    )
    assert [len(p.members) for p in positions] == [2]


def test_a_deed_wished_of_somebody_who_is_known_is_a_proposal():
    _, wished = held("Farmers wanted the mayor to feed the herons.")
    _, own = held("Farmers wanted to feed herons.")
    assert [(p.actor, p.stance) for p in wished] == [("Farmers", "for")]
    assert own == ()


def test_what_a_speaker_will_do_counts_where_others_speak_of_it():
    _, alone = held("Ruth Abernathy said she would bring cake.")
    _, spoken_of = held(
        "Ruth Abernathy said she would close mills. Farmers opposed closing mills."
    )
    assert alone == ()
    assert ("Ruth Abernathy", "for") in {(p.actor, p.stance) for p in spoken_of}


def test_those_who_are_only_pointed_at_are_nobody():
    _, positions = held("Those oppose the harbour plan. All support it.")
    assert positions == ()


def test_a_change_is_marked_where_the_order_is_stated():
    _, positions = held(
        "Earlier this year, Ruth Abernathy opposed the harbour plan. "
        "Ruth Abernathy now supports the harbour plan."
    )
    assert [p.stance for p in positions] == ["against", "for"]
    assert positions[1].changed_from == positions[0].id


def test_no_change_is_marked_where_no_order_is_stated():
    _, positions = held(
        "Ruth Abernathy opposes the harbour plan.",
        "Ruth Abernathy supported the harbour plan on March 4.",
    )
    assert [p.changed_from for p in positions] == [None, None]


def test_silence_is_no_change():
    _, positions = held(
        "Ruth Abernathy supported the harbour plan on March 2. Ruth Abernathy declined "
        "to comment on the harbour plan on March 4."
    )
    assert {p.stance for p in positions} == {"for", "silent"}
    assert {p.changed_from for p in positions} == {None}


def test_a_condition_is_kept_once_in_each_report_in_its_fullest_form():
    text = (
        "Ruth Abernathy said that any harbour plan would have to spare the reefs and "
        "the eelgrass.\n\nAbernathy said that a harbour plan would have to spare the "
        "reefs."
    )
    reports, positions = held(text, text.replace("reefs", "reefs, too,"))
    words = [
        (c.report, report.quote(c.span))
        for p in positions
        for c in p.conditions
        for report in reports
        if report.id == c.report
    ]
    assert sorted(report for report, _ in words) == sorted(r.id for r in reports)
    assert all("eelgrass" in condition for _, condition in words)


def test_somebody_unnamed_is_one_however_the_report_spells():
    _, positions = held(
        "The harbour master’s office opposes the harbour plan.",
        "The harbor master's office opposes the harbour plan.",
    )
    (office,) = positions
    assert len(office.members) == 2


def test_this_halt_is_what_its_speaker_spoke_of_before():
    _, found = held(
        "“We accept the plan to stop dredging in Merrow Lagoon,” Mayor Ruth Abernathy "
        "told reporters. “But we say that this halt should be such that it would end "
        "the flooding.”"
    )
    (stand,) = (p for p in found if p.actor == "Ruth Abernathy")
    assert stand.proposal == "plan to stop dredging in Merrow Lagoon"
    assert stand.stance == "conditional"


def test_an_actor_written_with_another_mark_is_one_and_told_by_nobody():
    text = (
        "The Merrow Fishers{} Cooperative, which speaks for many families, said it "
        "would lift the blockade only if the harbour was dredged."
    )
    straight = made(text.format("'"))
    curly = made(text.format("’"), outlet="Post")
    (one,) = compare([straight, curly]).collation.positions
    assert len({m.report for m in one.members}) == 2
    assert one.teller is None
