"""Figures and dates set beside each other, and what is kept apart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import body_report

from synoptic.annotate import annotate_all
from synoptic.collate.comparisons import find_comparisons
from synoptic.collate.comparisons.findings import comparison_findings
from synoptic.collate.comparisons.groups import Edge, grouped
from synoptic.collate.timeline import find_timeline
from synoptic.model import Link, Reading, Span, Unit, part_id

FRIDAY = "2025-03-14"


def made(name, text, published_at=FRIDAY):
    return body_report(name, text, published_at=published_at)


def linked(a, b, kind="reworded"):
    """One unit that links the whole texts of two reports."""
    spans = Span(0, len(a.text)), Span(0, len(b.text))
    link = Link(a.id, b.id, (spans[0],), (spans[1],), kind, 0.9)
    readings = Reading(a.id, (spans[0],)), Reading(b.id, (spans[1],))
    return Unit(part_id("u", *spans), readings, (link,))


def compared(text_a, text_b, published=(FRIDAY, FRIDAY)):
    reports = made("a", text_a, published[0]), made("b", text_b, published[1])
    known = annotate_all(reports, fast=True).annotations
    units = (linked(*reports),)
    return reports, known, units, find_comparisons(reports, known, units)


def verdicts(*args, **kwargs):
    return [(c.kind, c.verdict) for c in compared(*args, **kwargs)[-1]]


ROADS = "The storm closed {} roads near Elsby."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,312", "about 1,300"),
        ("12", "twelve"),
        ("12", "at least 12"),
        ("340", "more than 300"),
        ("95", "nearly 100"),
        ("36", "dozens of"),
    ],
)
def test_one_number_that_fits_both_agrees(one, other):
    assert verdicts(ROADS.format(one), ROADS.format(other)) == [("figure", "agree")]


@pytest.mark.parametrize(("one", "other"), [("12", "15"), ("1,312", "1,900")])
def test_two_numbers_that_cannot_both_hold_differ(one, other):
    found = verdicts(ROADS.format(one), ROADS.format(other))
    assert found == [("figure", "conflict")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The fire burned 200 square km.", "The fire burned 77 square miles."),
        ("Nearly a fifth of the island burned.", "It burned 19% of the island."),
    ],
)
def test_units_and_shares_are_converted(one, other):
    assert verdicts(one, other) == [("figure", "agree")]


def test_another_kind_is_no_difference():
    one = "The storm killed 12 people in Elsby."
    other = "The storm injured 30 people in Elsby."
    assert verdicts(one, other) == []


def test_a_later_higher_toll_supersedes():
    text = "The storm killed {} people in Elsby."
    found = verdicts(text.format(12), text.format(15), published=(FRIDAY, "2025-03-16"))
    assert found == [("figure", "superseded")]


def test_a_later_version_of_one_report_is_no_difference():
    first, later = made("a", ROADS.format(12)), made("b", ROADS.format(15))
    reports = replace(first, series="s"), replace(later, series="s")
    known = annotate_all(reports, fast=True).annotations
    found = find_comparisons(reports, known, (linked(*reports),))
    assert [c.verdict for c in found] == ["superseded"]
    told = comparison_findings(reports, known, found)
    assert told[0].text.startswith("A later version gives another number")


def test_a_weekday_is_the_day_it_names():
    *_, found = compared(
        "They agreed on Tuesday to reopen the port.",
        "They agreed on March 11 to reopen the port.",
        published=(FRIDAY, None),
    )
    assert [(c.verdict, c.reason) for c in found] == [
        ("agree", "same day, the year taken from another report")
    ]


def test_different_days_differ():
    one = "They agreed on Tuesday to reopen the port of Elsby."
    other = "They agreed on March 12 to reopen the port of Elsby."
    assert verdicts(one, other) == [("date", "conflict")]


def test_the_date_under_an_embedded_post_is_the_posts_own():
    post = "The ferry sails again! — Olga Brandt (@obrandt) July {}, 2018"
    assert verdicts(post.format(14), post.format(15)) == []


def test_a_result_is_not_set_beside_a_record():
    one = "The Herons won the game 31-24 at Elsby on Sunday."
    other = "The Herons won the game and stand at 5-10 in Elsby on Sunday."
    assert ("figure", "conflict") not in verdicts(one, other)


def test_some_are_not_set_beside_all():
    one = "The three victims were taken to Elsby hospital."
    other = "The two other victims were taken to Elsby hospital."
    assert verdicts(one, other) == []


def test_a_conversion_that_does_not_fit_is_told():
    one = "The fire burned 200 square km (177 square miles)."
    reports, known, _, found = compared(one, "Nothing was said.")
    assert [(c.verdict, {m.report for m in c.members}) for c in found] == [
        ("conflict", {"a"})
    ]
    told = comparison_findings(reports, known, found)
    assert "are not the same measure" in told[0].text


def test_findings_name_reports_and_accuse_nobody():
    reports, known, _, found = compared(ROADS.format("12"), ROADS.format("at least 15"))
    told = [f.text for f in comparison_findings(reports, known, found)]
    assert told == [
        "Different figures: A prints “12 roads”, B prints “at least 15 roads”.",
        "1 figure stands in both; 1 differs.",
    ]


def test_reports_with_the_same_words_are_named_together():
    reports = (
        made("a", ROADS.format(12)),
        made("b", ROADS.format(12)),
        made("c", ROADS.format(15)),
    )
    known = annotate_all(reports, fast=True).annotations
    spans = [Span(0, len(r.text)) for r in reports]
    links = tuple(
        Link(reports[m].id, reports[n].id, (spans[m],), (spans[n],), "edited", 0.9)
        for m, n in ((0, 1), (0, 2), (1, 2))
    )
    readings = tuple(Reading(r.id, (s,)) for r, s in zip(reports, spans, strict=True))
    units = (Unit("u", readings, links),)
    found = find_comparisons(reports, known, units)
    told = comparison_findings(reports, known, found)
    assert told[0].text == (
        "Different figures: A and B print “12 roads”, C prints “15 roads”."
    )


def test_same_days_are_told_in_one_line():
    reports, known, _, found = compared(
        "They agreed on Tuesday to reopen the port.",
        "They agreed on March 11 to reopen the port.",
    )
    told = [f.text for f in comparison_findings(reports, known, found)]
    assert told == ["“Tuesday” (A) = “March 11” (B): same day."]


def test_one_day_in_two_spellings_is_no_news():
    reports, known, _, found = compared(
        "They agreed on November 28, 2024, to reopen the port.",
        "They agreed on Nov. 28, 2024, to reopen the port.",
    )
    assert [c.verdict for c in found] == ["agree"]
    assert comparison_findings(reports, known, found) == ()


def apart(text_a, text_b):
    """Comparisons of two reports that share no passage."""
    reports = made("a", text_a), made("b", text_b)
    known = annotate_all(reports, fast=True).annotations
    found = find_comparisons(reports, known, ())
    return [(c.kind, c.verdict) for c in found]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "On the bill to close the pier, the vote was 251 to 174.",
            "Moments later the chamber voted 251-174 to give fishermen a year.",
        ),
        (
            "Harl Bry was sentenced to three years in prison for smuggling eels.",
            "A day after he was sentenced to three years in prison, the keeper spoke.",
        ),
    ],
)
def test_the_same_number_of_the_same_thing_agrees_outside_shared_passages(one, other):
    assert apart(one, other) == [("figure", "agree")]


@pytest.mark.parametrize(
    ("other", "verdict"),
    [
        ("The council voted 52-48 on Tuesday on the tram levy.", "agree"),
        ("The council voted 48 to 52 on Tuesday on the tram levy.", "undecided"),
    ],
)
def test_a_score_with_its_sides_in_another_order_is_left_open(other, verdict):
    one = "The council voted 52 to 48 on Tuesday on the tram levy."
    figures = [found for found in apart(one, other) if found[0] == "figure"]
    assert figures == [("figure", verdict)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Clerks handled 40,000 forms in the last four weeks.",
            "The harbour office has a busy four weeks ahead.",
        ),
        ("Elsby beat Dunholt 3-2.", "Later Torhaven lost to Castra, 3-2."),
    ],
)
def test_the_same_number_of_something_else_is_not_set_beside(one, other):
    assert apart(one, other) == []


def test_a_day_beside_its_morning_is_no_news():
    reports, known, _, found = compared(
        "They agreed on Tuesday to reopen the port.",
        "They agreed on Tuesday morning to reopen the port.",
    )
    assert [c.verdict for c in found] == ["agree"]
    assert comparison_findings(reports, known, found) == ()


def test_two_least_numbers_are_told_and_not_counted_as_differing():
    reports, known, _, found = compared(
        ROADS.format("at least 12"), ROADS.format("at least 15")
    )
    told = [f.text for f in comparison_findings(reports, known, found)]
    assert told == [
        "Least numbers: A prints “at least 12 roads”, B prints “at least 15 roads”.",
        "1 figure stands in both; none is known to differ, of 1 it cannot be told.",
    ]


def test_no_figure_in_two_reports_is_no_finding():
    reports, known, _, found = compared(
        "The storm closed 12 roads near Elsby.", "The storm closed roads near Elsby."
    )
    assert comparison_findings(reports, known, found) == ()


def test_the_timeline_joins_linked_clauses_and_orders_days():
    reports, known, units, _ = compared(
        "They agreed on Tuesday to reopen the port; a ferry had sunk in 2021.",
        "They agreed on March 11 to reopen the port.",
        published=(FRIDAY, None),
    )
    told = find_timeline(reports, known, units)
    assert [(h.value, len(h.members), h.year_from) for h in told] == [
        ("2021", 1, None),
        ("2025-03-11", 2, None),
    ]


def test_two_happenings_on_one_day_stay_two():
    reports = (
        made("a", "On Tuesday the port was reopened by the mayor."),
        made("b", "On Tuesday a tram left the rails in Dunholt."),
    )
    known = annotate_all(reports, fast=True).annotations
    assert [len(h.members) for h in find_timeline(reports, known, ())] == [1, 1]


def test_the_order_of_the_reports_does_not_change_the_verdicts():
    one, other = made("a", ROADS.format(12)), made("b", ROADS.format(15))
    found = []
    for reports in ((one, other), (other, one)):
        known = annotate_all(reports, fast=True).annotations
        comparisons = find_comparisons(reports, known, (linked(*reports),))
        found.append([(c.verdict, {m.report for m in c.members}) for c in comparisons])
    assert found[0] == found[1]


def test_one_number_printed_twice_is_one_comparison():
    reports = [
        made("a", "The wall takes $25 billion. He wants the full $25 billion now."),
        made("b", "He wants the full $25 billion now."),
        made("c", "The wall takes $25 billion."),
    ]
    known = annotate_all(reports, fast=True).annotations
    sums = [f for k in known for f in k.figures]
    edges = [
        Edge((0, sums[0].id), (2, sums[3].id), "agree", "the same number"),
        Edge((0, sums[1].id), (1, sums[2].id), "agree", "the same number"),
        Edge((1, sums[2].id), (2, sums[3].id), "agree", "the same number"),
    ]
    place = {(n, f.id): (n, *f.span) for n, k in enumerate(known) for f in k.figures}
    (found,) = grouped("figure", reports, edges, place)
    assert [m.report for m in found.members] == ["a", "b", "c"]
    rounded = [*edges[:2], edges[2]._replace(reason="one number fits both")]
    assert len(grouped("figure", reports, rounded, place)) == 3


def test_a_week_and_a_day_in_other_places_are_not_one_time():
    *_, found = compared(
        "The cable owner announced today (14 March 2025) that all customers are back "
        "after an outage that would last into next week.",
        "The cable owner announced on its page today (20 March 2025) that all its "
        "services are back.",
        published=("2025-03-14", "2025-03-20"),
    )
    assert ("date", "agree") not in [(c.kind, c.verdict) for c in found]


def happenings(text):
    report = made("a", text)
    known = annotate_all([report]).annotations
    return [
        (h.value, report.quote(h.members[0].span))
        for h in find_timeline([report], known, ())
    ]


def test_a_thing_with_its_year_happened_then_and_not_its_clause():
    told = happenings(
        "The minister was asked by reporters about the 2012 attacks on the harbour."
    )
    assert told == [("2012", "the 2012 attacks on the harbour")]


def test_somebody_with_a_year_is_no_happening():
    text = "Ada Holm, a 2026 mayoral candidate, called the fire a tragedy."
    assert happenings(text) == []


def test_a_thing_with_its_year_is_one_happening_in_all_reports():
    reports = [
        made("a", "They asked her about the 2012 election. The 2012 election was won."),
        made("b", "He lost the 2012 presidential election to Ada Holm of Torhaven."),
        made("c", "He was asked about the 2012 attacks on the harbour of Torhaven."),
    ]
    known = annotate_all(reports).annotations
    told = find_timeline(reports, known, ())
    assert [[m.report for m in h.members] for h in told] == [["a", "b"], ["c"]]


def test_a_day_of_an_order_and_a_day_it_lasts_to_are_no_two_days():
    told = verdicts(
        "Judge Holm of the district court issued an order on Monday blocking the rule.",
        "Holm issued an order: the office must not use the rule until the court case "
        "proceeds Dec. 19.",
    )
    assert ("date", "conflict") not in told


def test_one_man_and_one_person_are_the_same_number():
    (found,) = compared(
        "One man was hurt in the storm near Elsby.",
        "One person was hurt in the storm near Elsby.",
    )[-1]
    assert (found.verdict, found.reason) == ("agree", "the same number")
