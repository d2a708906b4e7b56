"""Passages: what is the same, edited, split, merged, moved or only here."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stories import collated, report, said

from synoptic.collate import Collated
from synoptic.model import Report

FERRY = (
    "The ferry Alma ran onto a sandbank outside Torhaven before dawn, the harbour "
    "office said."
)
CREW = (
    "All 41 people on board were taken off by two fishing boats within the hour, and "
    "nobody was hurt."
)
OWNER = "The owner had ordered a survey of the hull only last spring."
TUG = "A tug from the southern yard will try to pull her free at high water."


def test_a_passage_in_other_marks_and_spelling_is_verbatim() -> None:
    a = report("a", "The cease-fire was “organised” by the harbour office of Torhaven.")
    b = report("b", 'The ceasefire was "organized" by the harbour office of Torhaven.')
    found = collated(a, b)
    assert [kind for kind, _, _ in said(found, a, b)] == ["verbatim"]
    (link,) = found.units[0].links
    folded = {(a.quote(e.a), b.quote(e.b)) for e in link.edits if e.a and e.b}
    assert {e.kind for e in link.edits} == {"style"}
    assert ("cease-fire", "ceasefire") in folded
    assert ("organised", "organized") in folded


def test_moved_passages_are_found_wherever_they_stand() -> None:
    a = report("a", FERRY, CREW, OWNER, TUG)
    b = report("b", TUG, OWNER, CREW, FERRY)
    assert {kind for kind, _, _ in said(collated(a, b), a, b)} == {"verbatim"}
    assert len(collated(a, b).units) == 4


def test_a_word_edit_is_shown_inside_the_passage() -> None:
    a = report("a", CREW)
    b = report("b", CREW.replace("two fishing boats", "three trawlers"))
    found = collated(a, b)
    assert [kind for kind, _, _ in said(found, a, b)] == ["edited"]
    edits = [(a.quote(e.a), b.quote(e.b)) for e in found.units[0].links[0].edits]
    assert edits == [("two fishing boats", "three trawlers")]


def test_a_clause_that_only_one_report_has_stands_alone() -> None:
    tail = ", according to two people who took part in the rescue."
    a = report("a", TUG.removesuffix(".") + tail)
    b = report("b", TUG)
    found = collated(a, b)
    assert [kind for kind, _, _ in said(found, a, b)] == ["verbatim"]
    alone = [u.readings[0] for u in found.units if len(u.readings) == 1]
    assert [a.quote(r.spans[0]) for r in alone] == [tail.removeprefix(", ")]


def test_a_sentence_split_in_two_is_one_passage_with_both_parts() -> None:
    a = report("a", CREW)
    b = report(
        "b",
        "All 41 people on board were taken off by two fishing boats within the hour.",
        "Nobody was hurt.",
    )
    found = collated(a, b)
    linked = Counter(
        span for unit in found.units for link in unit.links for span in link.b_spans
    )
    assert b.text[: b.text.index("\n")] in {b.quote(span) for span in linked}


def test_a_quotation_carried_into_other_narration_is_found() -> None:
    words = (
        "“We counted every lifejacket twice and then we counted the children again,”"
    )
    a = report("a", f"{words} Captain Ilse Brandt told reporters on the quay.")
    b = report("b", f"In a calm voice, {words} the skipper recalled that evening.")
    kinds = [kind for kind, _, _ in said(collated(a, b), a, b)]
    assert kinds == ["verbatim"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "President Anna Holm met Prime Minister Jon Berg in Torhaven on Monday.",
            "Prime Minister Jon Berg has never liked President Anna Holm of Torhaven.",
        ),
        (
            "It remains to be seen what Holm will do.",
            "Whether she wins remains to be seen.",
        ),
    ],
)
def test_names_and_set_phrases_alone_are_no_shared_passage(
    one: str, other: str
) -> None:
    a, b = report("a", one), report("b", other)
    assert said(collated(a, b), a, b) == []


def test_a_sentence_printed_twice_is_twice_in_one_reading() -> None:
    a = report("a", FERRY, CREW, FERRY)
    b = report("b", FERRY, OWNER)
    (unit,) = [u for u in collated(a, b).units if len(u.readings) == 2]
    assert [len(r.spans) for r in unit.readings] == [2, 1]


WORDS = "ferry harbour sandbank crew not Holm Torhaven said 41 the of tug, dawn water"
SENTENCES = st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=9).map(
    lambda words: " ".join(words).capitalize() + "."
)
BODIES = st.lists(SENTENCES, min_size=1, max_size=6)


def verdicts(found: Collated, a: str, b: str) -> set[tuple[object, ...]]:
    links = set()
    for unit in found.units:
        for link in unit.links:
            if {link.a, link.b} == {a, b}:
                sides = ((link.a, link.a_spans), (link.b, link.b_spans))
                links.add((link.kind, link.score, *sorted(sides)))
    for pair in found.partly:
        if {pair.a.report, pair.b.report} == {a, b}:
            sides = ((pair.a.report, pair.a.spans), (pair.b.report, pair.b.spans))
            links.add((pair.kind or "partly", pair.score, *sorted(sides)))
    return links


@given(BODIES, BODIES, BODIES)
@settings(max_examples=60, deadline=None)
def test_a_third_report_changes_no_verdict_on_two(
    x: list[str], y: list[str], z: list[str]
) -> None:
    a, b, c = report("a", *x), report("b", *y), report("c", *z)
    alone = verdicts(collated(a, b), "a", "b")
    assert verdicts(collated(a, b, c), "a", "b") == alone
    assert verdicts(collated(c, b, a), "a", "b") == alone


@given(st.lists(BODIES, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_segments_partition_each_body(bodies: list[list[str]]) -> None:
    reports = [report(str(k), *body) for k, body in enumerate(bodies)]
    found = collated(*reports)
    for one in reports:
        mine = sorted(
            span
            for unit in found.units
            for reading in unit.readings
            if reading.report == one.id
            for span in reading.spans
        )
        covered = "".join(one.quote(span) for span in mine)
        assert "".join(covered.split()) == "".join(one.text.split())
        assert all(left.end <= right.start for left, right in pairwise(mine))


@given(BODIES)
@settings(max_examples=60, deadline=None)
def test_a_report_against_itself_is_verbatim_everywhere(body: list[str]) -> None:
    a, b = report("a", *body), report("b", *body)
    found = collated(a, b)
    assert all(len(unit.readings) == 2 for unit in found.units)
    assert {kind for kind, _, _ in said(found, a, b)} == {"verbatim"}


def test_a_mark_left_over_goes_with_the_sentence_before_it() -> None:
    a: Report = report("a", FERRY + ' "')
    found = collated(a, report("b", FERRY))
    assert all(len(unit.readings) == 2 for unit in found.units)
    *_, last = (r.spans[-1] for u in found.units for r in u.readings if r.report == "a")
    assert a.quote(last).endswith(' "')


def test_text_without_words_is_kept() -> None:
    a: Report = report("a", "* * *", "——", FERRY)
    b: Report = report("b", "* * *", FERRY)
    units = collated(a, b).units
    assert sum(len(r.spans) for u in units for r in u.readings if r.report == "a") == 3


def test_a_country_by_its_initials_is_a_matter_of_style() -> None:
    a = report(
        "a", "The ferry Alma was bought second-hand in the United States in May."
    )
    b = report("b", "The ferry Alma was bought second-hand in the U.S. in May.")
    assert [kind for kind, _, _ in said(collated(a, b), a, b)] == ["verbatim"]
