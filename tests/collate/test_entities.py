"""One entity for one person, body or place across reports."""

import pytest
from annotate.quotation_cases import make_report

from synoptic.annotate import annotate_all
from synoptic.collate.entities import find_entities, with_entities
from synoptic.collate.entities.spelling import fold_name, same_first_name
from synoptic.model import Annotations, Name, Span


def entities_of(*texts: str):
    reports = [make_report(t, name=f"r{n}") for n, t in enumerate(texts)]
    notes = annotate_all(reports, fast=True).annotations
    return find_entities(reports, notes), notes


@pytest.mark.parametrize(
    "spellings",
    [
        ("Zelenskyy", "Zelensky", "Zelenskiy", "Zelenskyi"),
        ("Medvedev", "Medvedyev"),
        ("Müller", "Muller"),
    ],
)
def test_spellings_of_a_last_name_fold_to_one(spellings):
    assert len({fold_name(s) for s in spellings}) == 1


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Vladimir", "Volodymyr", True),
        ("Bill", "William", True),
        ("J.", "John", True),
        ("Jack", "Jacob", True),
        ("Bill", "Hillary", False),
        ("Anna", "Peter", False),
    ],
)
def test_first_names_of_one_person(a, b, same):
    assert same_first_name(a, b) is same


def test_one_person_under_several_names_is_one_entity():
    entities, _ = entities_of(
        "President Viktor Holovkiy spoke. Holovkiy left.",
        "Viktor Holovky spoke.",
        "Mr. Holovkyy spoke.",
    )
    people = [e for e in entities.entities if e.kind == "person"]
    assert len(people) == 1
    assert people[0].name.startswith("Viktor ")


def test_two_of_one_last_name_stay_two():
    entities, _ = entities_of("Anna Weiss met Peter Weiss.", "Anna Weiss left.")
    names = {e.name for e in entities.entities if e.kind == "person"}
    assert names == {"Anna Weiss", "Peter Weiss"}


@pytest.mark.parametrize(
    ("one", "other", "n_people"),
    [
        ("Mark Orrel", "W. Mark Orrel", 1),
        ("Gerald W. Orrel", "Gerald H. W. Orrel", 2),
    ],
)
def test_further_first_names_and_initials_are_weighed(one, other, n_people):
    entities, _ = entities_of(f"They met {one} there.", f"They met {other} there.")
    assert sum(e.kind == "person" for e in entities.entities) == n_people


@pytest.mark.parametrize(
    ("reports", "people"),
    [
        (["Hanna V. Orrel Jr.", "Hanna Orrel"], {"Hanna Orrel"}),
        (["Joseph V. Orrel Jr.", "Joe Orrel"], {"Joe Orrel"}),
        (["Hanna Orrel Jr.", "Hanna Orrel"], {"Hanna Orrel Jr.", "Hanna Orrel"}),
        (
            ["Hanna V. Orrel Jr. and Hanna Orrel", "Hanna Orrel"],
            {"Hanna V. Orrel Jr.", "Hanna Orrel"},
        ),
        (
            ["Hanna V. Orrel Jr.", "Hanna V. Orrel Sr."],
            {"Hanna V. Orrel Jr.", "Hanna V. Orrel Sr."},
        ),
    ],
)
def test_junior_of_a_formal_name_goes_without_elsewhere(reports, people):
    told = [
        named(
            f"They met {names}.",
            f"r{n}",
            *((p, "person") for p in names.split(" and ")),
        )
        for n, names in enumerate(reports)
    ]
    found = find_entities(*zip(*told, strict=True)).entities
    assert {e.name for e in found} == people


def test_names_of_a_country_are_one_and_its_capital_another():
    entities, _ = entities_of(
        "The U.S. agreed.", "The United States agreed in Washington."
    )
    places = {e.name for e in entities.entities if e.kind == "place"}
    assert places == {"United States", "Washington"}


def test_order_of_reports_does_not_matter():
    texts = ("Viktor Holovky spoke.", "Mr. Holovky left.", "Anna Weiss met NATO.")
    forward, _ = entities_of(*texts)
    backward, _ = entities_of(*texts[::-1])
    assert {(e.id, e.name) for e in forward.entities} == {
        (e.id, e.name) for e in backward.entities
    }


def test_annotations_take_the_ids_and_names_of_the_story():
    entities, notes = entities_of(
        "Viktor Holovky spoke.", "“We sail,” Mr. Holovky said."
    )
    later = with_entities(notes[1], entities)
    assert later.quotations[0].speaker.entity == "Viktor Holovky"
    assert {n.entity for n in later.names} <= {e.id for e in entities.entities}


def named(text: str, name: str, *names: tuple[str, str]):
    """A report and annotations that hold nothing but names."""
    report = make_report(text, name=name)
    found = tuple(
        Name(
            id=f"{name}{place}",
            span=Span(text.index(form), text.index(form) + len(form)),
            kind=kind,
            entity=form,
        )
        for place, (form, kind) in enumerate(names)
    )
    return report, Annotations(
        report=report.id, language="en", sentences=(), names=found
    )


def test_a_last_name_taken_for_a_body_is_the_persons_of_another_report():
    full = named("Dana Orrel spoke.", "a", ("Dana Orrel", "person"))
    short = named("Orrel spoke.", "b", ("Orrel", "organisation"))
    both = named(
        "Dana Orrel left Orrel Steel, called Orrel.",
        "c",
        ("Dana Orrel", "person"),
        ("Orrel", "organisation"),
    )
    joined = find_entities(*zip(full, short, strict=True))
    assert [e.name for e in joined.entities] == ["Dana Orrel"]
    apart = find_entities(*zip(full, short, both, strict=True))
    assert {(e.name, e.kind) for e in apart.entities} == {
        ("Dana Orrel", "person"),
        ("Orrel", "organisation"),
    }


def test_a_straight_and_a_curly_apostrophe_are_one_name():
    straight = named("The Dockers' Union met.", "a", ("Dockers' Union", "organisation"))
    curly = named("The Dockers’ Union met.", "b", ("Dockers’ Union", "organisation"))
    (one,) = find_entities(*zip(straight, curly, strict=True)).entities
    assert one.name == "Dockers' Union"
