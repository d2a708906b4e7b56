"""What reports say themselves about whose text they have."""

from dataclasses import replace

import pytest
from descent.stories import LONG, OTHER, descent_of, report

from synoptic.collate.descent.credits import credits_of

OWN = (
    "Nobody at the town hall wanted to be drawn on the matter on Monday.",
    "Insurers were less shy and put the damage at the price of a good car.",
    "Repairs to the stairs had been put off twice since the winter storms.",
    "A school class that had booked the tower for Friday will visit the cannery.",
    "The coast road below stays shut to lorries for the rest of the week.",
)


@pytest.mark.parametrize(
    ("outlet", "words"),
    [
        ("Norden Post", "the lamp was sold on, the Norden Post reported Tuesday"),
        ("Norden Post (online)", "Norden Post first reported the theft"),
        ("The Sill", "according to the Sill nobody had locked the door"),
        ("Ansel Courier", "here is the bit that matters (via Ansel Courier)"),
        ("nordenpost.com", "the theft, the Norden Post reported, took an hour"),
        ("www.ansel.co.uk/news", "according to Ansel nobody was hurt"),
        ("Ansel Courier", "the letter was published by the Ansel Courier"),
        ("Ansel Courier", "he told the Ansel Courier that he had slept"),
    ],
)
def test_a_report_names_an_outlet_as_its_source_in_running_text(outlet, words):
    filler = LONG * 2  # so that the line stands near neither end
    text = (*filler, f"Late on Monday {words}.", *filler)
    named = credits_of([report("a", LONG, outlet=outlet), report("b", text)])
    assert named[1].reports == {0}
    assert not named[0].reports


@pytest.mark.parametrize(
    ("outlet", "words"),
    [
        ("Norden Post", "a reporter of the Norden Post fell into the harbor"),
        ("The Sill", "water stood up to the sill, divers reported"),
        ("lamp.com", "he told lamp dealers that it was gone"),
        ("news.norden.com", "in other news reported on Monday"),
        ("Post", "the Norden Post reported a loud noise"),
    ],
)
def test_an_outlet_that_is_only_mentioned_is_no_source(outlet, words):
    text = (*LONG, f"Late on Monday {words}.", *LONG)
    assert not credits_of(
        [report("a", LONG, outlet=outlet), report("b", text)]
    )[1].reports  # fmt: skip


def test_a_few_paragraphs_taken_over_with_the_source_named_are_drawn_on_it():
    first = report("gazette", (*LONG, *OTHER[3:]), outlet="Orrin Gazette")
    taken = ("This is what happened (via Orrin Gazette):", *LONG[1:5])
    found = descent_of(first, report("blog", (*OWN, *taken, *OWN[::-1])))
    assert [(e.parent, e.child, e.extent) for e in found.edges] == [
        ("gazette", "blog", "partly")
    ]
    assert not found.undecided
    silent = descent_of(first, report("blog", (*OWN, *taken[1:], *OWN[::-1])))
    assert not silent.edges


def test_a_byline_that_names_the_outlet_of_a_site_tells_who_had_it_first():
    first = report("site", LONG[:5], outlet="norden.com")
    local = replace(
        report("local", (*LONG, OWN[0], OWN[1]), outlet="bay9.com"),
        byline="Ilva Torrane, NORDEN",
    )
    found = descent_of(first, local)
    (edge,) = found.edges
    assert (edge.parent, edge.child) == ("site", "local")
    silent = descent_of(first, replace(local, byline="Ilva Torrane"))
    assert edge.p > 0.9 > max((e.p for e in silent.edges), default=0.0)


def test_reports_that_name_each_other_are_not_decided_by_it():
    first = ("The Norden Post reported a loud noise.", *LONG[:5], OWN[0])
    second = ("The Ansel Courier reported a loud noise.", *LONG[1:], OWN[1])
    found = descent_of(
        report("a", first, outlet="Ansel Courier"),
        report("b", second, outlet="Norden Post"),
    )
    assert not found.edges
