"""Who stands where, as it is shown: rows, marked words, what is kept apart."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import replace
from io import StringIO

import pytest
from builders import ferry_story
from made_standing import place, standing_story
from rich.console import Console

from synoptic.model import Evidence, Span
from synoptic.present import marked, shown_omissions, shown_positions
from synoptic.present.html import to_html
from synoptic.present.position_terms import Terms
from synoptic.present.shown import QuoteView
from synoptic.present.terminal import print_collation
from synoptic.present.terminal_positions import print_positions
from synoptic.present.view import view


@pytest.fixture(scope="module")
def standing():
    return view(standing_story()).standing


def party(standing, name):
    found = [p for each in standing.proposals for p in each.parties if p.name == name]
    assert len(found) == 1
    return found[0]


def marks(words):
    return [run.text for run in words.runs if run.mark]


@pytest.mark.parametrize("module", [marked, shown_omissions, shown_positions])
def test_every_field_of_every_view_record_has_a_help_text(module):
    own = [
        r
        for r in vars(module).values()
        if dataclasses.is_dataclass(r) and r is not QuoteView
    ]
    assert own
    for record in own:
        for each in dataclasses.fields(record):
            assert each.metadata.get("help"), f"{record.__name__}.{each.name}"


def test_a_sentence_has_the_words_marked_that_carry_the_stance(standing):
    (guild,) = party(standing, "drivers' guild").held
    assert guild.key.text == "The drivers' guild rejected the road charge."
    assert marks(guild.key) == ["rejected"]
    assert guild.key.anchor == "B4"


def test_own_words_are_read_first_and_headlines_last(standing):
    held = party(standing, "Ada Finch").held[1]
    assert held.key.text.startswith("“We agree")
    assert [w.siglum for w in held.others] == ["A", "A", "B", "B"]


def test_one_condition_in_two_reports_is_one_entry(standing):
    (term,) = party(standing, "Ada Finch").held[1].conditions
    assert [[r.siglum for r in same] for same in term.wordings] == [["A"], ["B"]]


def test_the_same_words_of_a_condition_name_every_report_that_prints_them():
    def quote(report, span):
        text = "If the old bridge stays open" if report == "a" else "the bill\nis paid"
        at = {"start": span.start, "end": span.end, "anchor": "x"}
        return QuoteView(siglum=report, report=report, text=text, **at)

    story = standing_story()
    places = [Evidence(name, Span(0, 9)) for name in ("a", "b", "c")]
    terms = Terms(story, quote).of(places)
    assert [[[r.siglum for r in same] for same in t.wordings] for t in terms] == [
        [["a"]],
        [["b", "c"]],
    ]


def test_a_part_of_a_condition_is_no_condition_of_its_own():
    story = standing_story()
    short = place(story, "a", "the old bridge stays open")
    positions = tuple(
        replace(p, conditions=(short, *p.conditions)) if p.id == "mayor" else p
        for p in story.positions
    )
    told = view(replace(story, positions=positions)).standing
    (term,) = party(told, "Ada Finch").held[1].conditions
    assert [[(r.siglum, r.text) for r in same] for same in term.wordings] == [
        [("A", "if the old bridge stays open")],
        [("B", "the old bridge kept open in any case")],
    ]


def test_findings_lead_to_the_whole_view():
    finding = replace(ferry_story().findings[0], kind="positions", evidence=())
    page = to_html(replace(standing_story(), findings=(finding,)))
    assert '<p class="to-part"><a href="#standing">Who stands where</a></p>' in page


def test_a_change_over_time_has_its_days_in_order(standing):
    path = party(standing, "Ada Finch").path
    assert [(s.when, s.label) for s in path] == [
        ("1 March 2026", "not decided"),
        ("11 May 2026", "on conditions"),
    ]
    assert party(standing, "drivers' guild").path == ()


def test_a_spokesman_stands_behind_his_principal_with_both_names(standing):
    names = [(p.name, p.speaks_for) for p in standing.proposals[0].parties]
    assert names[:2] == [("Ada Finch", ""), ("Tom Rudd", "Ada Finch")]


def test_leaning_is_said_and_is_no_yes_or_no(standing):
    (held,) = party(standing, "Tom Rudd").held
    assert (held.label, held.lean) == ("no yes or no", "critical")


def test_the_judgement_of_a_report_is_no_row(standing):
    (words,) = standing.proposals[0].own_words
    assert words.siglum == "A"
    assert "Urd Mail" not in {p.name for p in standing.proposals[0].parties}
    assert standing.actors == ("Ada Finch", "Tom Rudd", "drivers' guild", "first paper")


def test_headlines_on_one_actor_stand_side_by_side(standing):
    (framing,) = standing.proposals[0].framings
    assert [marks(h) for h in framing.headlines] == [["backs"], ["stops short"]]


def test_what_one_report_alone_has_is_apart(standing):
    assert [p.name for p in standing.single] == ["count of seagulls"]
    assert standing.proposals[0].tally == (
        "1 against it, 1 on conditions, 1 not decided, 1 with no yes or no; in A and B"
    )


def _in_both(story):
    mayor = next(p for p in story.positions if p.id == "mayor")
    return tuple(m for m in mayor.members if m.headline)


def test_what_most_parties_in_most_reports_stand_on_comes_first():
    story = standing_story()
    guild = next(p for p in story.positions if p.id == "guild")
    gulls = replace(guild, id="both", proposal_id="p2", members=_in_both(story))
    story = replace(story, positions=(*story.positions, gulls))
    for proposals in (story.proposals, story.proposals[::-1]):
        shown = view(replace(story, proposals=proposals)).standing
        assert [p.name for p in shown.proposals] == ["toll", "count of seagulls"]
        assert shown.single == ()


def test_a_long_sentence_is_cut_around_its_marks_between_words():
    story = standing_story()
    long = "The guild, " + "which has many words to say, " * 30 + "rejected the toll."
    text = story.reports[1].text + "\n\n" + long
    report = replace(story.reports[1], text=text)
    sentences = marked.Sentences(
        story,
        lambda name, span: QuoteView(
            siglum="B",
            report=name,
            text=report.quote(span),
            start=span.start,
            end=span.end,
            anchor="B1",
        ),
    )
    at = text.index(long)
    verb = text.index("rejected the toll")
    whole = type(story.reports[0].blocks[0].span)(at, len(text))
    words = sentences.marked("b", whole, [type(whole)(verb, verb + 8)], "stance")
    assert words.cut_before
    assert not words.cut_after
    assert marks(words) == ["rejected"]
    assert len(words.text) < 200
    assert text[words.start - 1] == " "


def test_not_looked_at_is_not_shown_and_nothing_found_is_said():
    assert view(ferry_story()).standing is None
    assert 'id="standing"' not in to_html(ferry_story())
    nobody = replace(standing_story(), proposals=(), positions=())
    assert "Nobody is printed as being for or against anything here." in to_html(nobody)


def test_the_page_has_a_row_each_and_no_row_for_a_report():
    page = to_html(standing_story())
    assert len(re.findall(r'<tr data-stance="', page)) == 5
    assert "said by none of the parties" in page
    assert 'class="path" aria-label="Over time"' in page


def test_names_that_are_markup_are_shown_as_text():
    story = standing_story()
    evil = "</table><script>hit=1</script>\u202e"
    hostile = replace(
        story,
        proposals=tuple(replace(p, name=evil + p.name) for p in story.proposals),
        positions=tuple(
            replace(p, actor=evil, speaks_for=evil, modality=evil, teller=evil)
            for p in story.positions
        ),
    )
    page = to_html(hostile)
    assert "<script>hit" not in page
    assert "\u202e" not in page
    out = StringIO()
    print_positions(hostile, Console(file=out, width=80))
    assert "\u202e" not in out.getvalue()


def test_excerpts_have_neither_positions_nor_omissions():
    page = to_html(standing_story(), excerpts=3)
    assert 'id="standing"' not in page
    assert 'id="lacking"' not in page


def test_the_terminal_names_stance_conditions_and_reports():
    out = StringIO()
    print_positions(standing_story(), Console(file=out, width=80, no_color=True))
    said = " ".join(out.getvalue().split())
    assert "Ada Finch: on conditions, 11 May 2026; in A and B" in said
    assert "Condition: “if the old bridge stays open” (A)" in said
    assert "Tom Rudd (speaks for Ada Finch): critical, no yes or no; in A" in said
    assert "Over time: 1 March 2026: not decided; then 11 May 2026" in said
    assert "A in its own words: “The toll looked meant to please the drivers”" in said


def test_the_terminal_of_a_comparison_has_the_first_things_without_sentences():
    out = StringIO()
    print_collation(standing_story(), Console(file=out, width=80, no_color=True))
    said = " ".join(out.getvalue().partition("WHO STANDS WHERE")[2].split())
    assert said.startswith("toll Ada Finch: not decided, 1 March 2026; in A")
    assert "and 1 more thing (synoptic positions)" in said
    assert "rejected the road charge" not in said.partition("NOT IN THIS REPORT")[0]
