"""What is not in a report, and what things are called, as it is shown."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

from builders import Made, collation, many_reports
from made_standing import place, standing_story
from rich.console import Console

from synoptic.model import Evidence, Omission, Span, Wording
from synoptic.present.html import to_html
from synoptic.present.terminal_omissions import print_omissions
from synoptic.present.view import view


def test_what_stands_elsewhere_is_marked_beside_what_is_here():
    (thing,) = view(standing_story()).lacking.reports[1].things
    (there,) = thing.there
    assert there.text == "The ferry owners handed in a list, two people said."
    assert [r.text for r in there.runs if r.mark == "there"] == ["two people said"]
    assert thing.here.text == "The ferry owners handed in a list."
    assert thing.label == "source"


def test_copies_count_once_and_a_parent_is_named():
    story = many_reports(4, 4)
    third, *rest = story.reports[3], *story.reports[:2]
    words = tuple(Evidence(r.id, r.spans_of("body")[0]) for r in rest)
    omission = Omission(
        report=third.id,
        kind="unit",
        unit=None,
        carried_by=tuple(r.id for r in rest),
        members=words,
        origins=1,
        weight=1.0,
        parent=rest[0].id,
    )
    lack = view(replace(story, omissions=(omission,))).lacking.reports[3]
    assert lack.things[0].said == "In A and B, which count as 1."
    assert lack.draws_on == ("A",)
    assert lack.tally == "1 passage"


def test_the_same_words_of_two_reports_are_one_line():
    story = many_reports(3, 4)
    first, second, third = story.reports
    same = Evidence(first.id, first.spans_of("body")[0])
    omission = Omission(
        report=third.id,
        kind="unit",
        unit=None,
        carried_by=(first.id, second.id),
        members=(same, Evidence(second.id, same.span)),
        origins=2,
        weight=1.0,
    )
    alike = replace(second, text=first.text, blocks=first.blocks)
    story = replace(story, reports=(first, alike, third), units=(), partly=())
    thing = view(replace(story, omissions=(omission,))).lacking.reports[2].things[0]
    (there,) = thing.there
    assert (there.siglum, [p.siglum for p in there.also]) == ("A", ["B"])


def test_each_report_says_how_much_is_in_it_only():
    first, second = view(standing_story()).lacking.reports
    assert first.tally == ""
    assert second.tally == "1 source"
    assert first.alone == "4 passages, 58 % of its words"
    assert first.n_alone == 4
    assert len(first.longest) == 3


def test_forms_of_one_thing_are_counted_in_all_texts():
    (named,) = view(standing_story()).lacking.wording
    assert [(f.words, f.n_uses, f.n_users) for f in named.forms] == [
        ("the toll", 5, 2),
        ("the road charge", 1, 1),
    ]


def test_hyphens_make_no_other_form():
    words = [
        ("body", [("a", "A cease-fire is near.")]),
        ("body", [("b", "The ceasefire came.")]),
    ]
    story = collation([Made("one", words[:1]), Made("two", words[1:])])
    form = Evidence("one", Span(2, 12))
    other = Evidence("two", Span(4, 13))
    named = Wording(thing="cease-fire", forms=(form, other))
    (shown,) = view(replace(story, wording=(named,))).lacking.wording[0].forms
    assert (shown.words, shown.n_uses, shown.n_users) == ("cease-fire", 2, 2)


def test_headlines_mark_what_is_first_and_what_is_alone():
    first, second = view(standing_story()).lacking.headlines
    assert [(r.text, r.mark) for r in first.runs if r.mark] == [
        ("Mayor", "first"),
        ("backs", "alone"),
    ]
    assert first.alone == ("backs",)
    assert "stops" in second.alone


def test_words_can_be_first_and_alone():
    first = replace(standing_story().reports[0], headline="Finch backs toll, stops")
    story = standing_story()
    (_, opening) = story.wording
    words = replace(opening, forms=(place(story, "a", "Finch"),))
    story = replace(
        story, reports=(first, story.reports[1]), wording=(story.wording[0], words)
    )
    marks = [
        (run.text, run.mark)
        for run in view(story).lacking.headlines[0].runs
        if run.mark
    ]
    assert marks == [
        ("Finch", "first-alone"),
        ("backs", "alone"),
    ]


def test_small_words_tell_no_headline_from_another_and_a_no_does():
    first = replace(standing_story().reports[0], headline="Mayor will back it after")
    second = replace(standing_story().reports[1], headline="Mayor will not back it")
    story = replace(standing_story(), reports=(first, second))
    alone = [headline.alone for headline in view(story).lacking.headlines]
    assert alone == [(), ("not",)]


def test_a_headline_that_shares_little_has_no_words_marked_as_its_own():
    headlines = ("Mayor backs toll on old bridge", "Gulls circle over Osk harbour")
    reports = zip(standing_story().reports, headlines, strict=True)
    story = replace(
        standing_story(),
        reports=tuple(replace(report, headline=words) for report, words in reports),
        wording=(),
    )
    assert [h.alone for h in view(story).lacking.headlines] == [(), ()]
    assert "stand in that one only" not in to_html(story)
    assert "stand in that one only" in to_html(standing_story())


def test_the_page_says_not_in_this_report_and_folds_many():
    page = to_html(standing_story())
    assert "Not in this report" in page
    assert 'id="not-in-B" aria-labelledby="not-in-B-h" open' in page
    many = to_html(replace(many_reports(5), omissions=(), wording=()))
    assert many.count('<details class="lack"') == 5
    assert 'aria-labelledby="not-in-B-h" open' not in many
    assert "No source, denial, figure or passage was found" in many


def test_the_terminal_sets_both_wordings_under_the_report():
    out = StringIO()
    print_omissions(standing_story(), Console(file=out, width=80, no_color=True))
    said = " ".join(out.getvalue().split())
    assert "Not in B: 1 source Source: Printed without its source, which A has." in said
    assert "A The ferry owners handed in a list, two people said." in said
    assert "B The ferry owners handed in a list." in said
    assert "Only in B: 1 passage, 22 % of its words." in said
