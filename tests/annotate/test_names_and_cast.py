"""Names with their kinds, and who each stands for."""

from itertools import pairwise

import pytest
from annotate.quotation_cases import make_report

from synoptic.annotate import annotate_all
from synoptic.annotate.english.people.cast import make_cast
from synoptic.annotate.english.people.names import find_names
from synoptic.model import Span

TEXT = (
    "Ukrainian Foreign Minister Petro Holub met Dr. Anna Weiss in Vienna. "
    "Holub’s aides stayed in Kyiv. Weiss works for the Danube Institute.\n"
    "The White House was silent. NATO was not."
)


@pytest.mark.parametrize("fast", [False, True], ids=["parse", "rules"])
def test_names_have_kinds_and_stand_for_whole_names(fast):
    report = make_report(TEXT)
    names = annotate_all([report], fast=fast).annotations[0].names
    found = {(report.quote(n.span), n.kind, n.entity) for n in names}
    assert {
        ("Ukrainian", "group", "Ukrainian"),
        ("Petro Holub", "person", "Petro Holub"),
        ("Holub", "person", "Petro Holub"),
        ("Anna Weiss", "person", "Anna Weiss"),
        ("Weiss", "person", "Anna Weiss"),
        ("Vienna", "place", "Vienna"),
        ("Kyiv", "place", "Kyiv"),
        ("White House", "organisation", "White House"),
        ("NATO", "organisation", "NATO"),
    } <= found


def test_what_a_page_asks_of_its_readers_is_no_part_of_a_name():
    text = (
        "Minister Petro Holub spoke of it.\nWatch Holub’s speech on the harbour here."
    )
    report = make_report(text)
    names = annotate_all([report]).annotations[0].names
    assert {n.entity for n in names if n.kind == "person"} == {"Petro Holub"}


@pytest.mark.parametrize("fast", [False, True], ids=["parse", "rules"])
def test_names_do_not_overlap(fast):
    names = annotate_all([make_report(TEXT)], fast=fast).annotations[0].names
    spans = [n.span for n in names]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "Quillon voted. President Quillon rested. Quillon slept.",
            "Quillon",
            "person",
        ),
        ("It would replace Lumi Karvo, who announced it.", "Lumi Karvo", "person"),
        ("Bloomberg reported on Monday that he rested.", "Bloomberg", "organisation"),
        ("That affects Latinos. Some Latinos said no.", "Latinos", "group"),
    ],
)
def test_what_stands_beside_a_name_tells_its_kind(text, name, kind):
    report = make_report(text)
    names = annotate_all([report]).annotations[0].names
    assert {n.kind for n in names if report.quote(n.span) == name} == {kind}


def test_one_of_a_party_is_no_name():
    report = make_report("The Ohio Republican met the mayor. It rained.")
    names = annotate_all([report]).annotations[0].names
    assert "Ohio Republican" not in {report.quote(n.span) for n in names}


@pytest.mark.parametrize(
    ("behind", "roles"),
    [("who said that the president had lied", []), ("a senator", ["senator"])],
)
def test_a_role_behind_who_said_is_somebody_elses(behind, roles):
    text = f"Ida Brandt, {behind}, left."
    report = make_report(text)
    names = find_names(report, [(Span(0, 10), "PERSON")])
    (member,) = make_cast(report, [Span(0, len(text))], names).members
    assert list(member.roles) == roles
