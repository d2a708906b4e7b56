"""Names with their kinds, and who each stands for."""

from itertools import pairwise

import pytest
from annotate.quotation_cases import make_report

from synoptic.annotate import annotate_all
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


@pytest.mark.parametrize("fast", [False, True], ids=["parse", "rules"])
def test_names_do_not_overlap(fast):
    names = annotate_all([make_report(TEXT)], fast=fast).annotations[0].names
    spans = [n.span for n in names]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_a_title_before_a_name_makes_it_a_persons():
    text = "Orrel spoke on Monday. President Orrel left. Orrel was silent."
    report = make_report(text)
    at = [i for i in range(len(text)) if text.startswith("Orrel", i)]
    ents = [(Span(i, i + 5), "ORG") for i in at]
    assert {kind for _, kind in find_names(report, ents)} == {"person"}
    untitled = make_report(text.replace("President", "Yesterday"))
    at = [i for i in range(len(untitled.text)) if untitled.text.startswith("Orrel", i)]
    ents = [(Span(i, i + 5), "ORG") for i in at]
    assert {kind for _, kind in find_names(untitled, ents)} == {"organisation"}
