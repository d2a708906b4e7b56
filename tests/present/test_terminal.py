from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from builders import POST, WIRE, Made, collation, ferry_story
from hypothesis import example, given
from hypothesis import strategies as st
from measured import everything_measured
from rich.console import Console
from rich.text import Text

from synoptic.model import (
    Alteration,
    Annotations,
    DateMention,
    Descent,
    Happening,
    Partly,
    Quotation,
    Reading,
    Rejected,
    Span,
    Speaker,
)
from synoptic.present.lines import Lines, open_console
from synoptic.present.terminal import print_collation
from synoptic.present.terminal_reports import print_reports
from synoptic.present.view import view

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def drawn(story, *, width=80, colour=False, **kwargs) -> str:
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=colour,
        color_system="truecolor" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
    )
    print_collation(story, console, **kwargs)
    return out.getvalue()


def headings(text: str) -> list[str]:
    return [line for line in text.splitlines() if line[:1].isupper() and line.isupper()]


def section(text: str, heading: str) -> str:
    return text.split(f"\n{heading}\n", 1)[1].split("\n\n", 1)[0]


def test_findings_come_first_and_what_was_not_checked_last():
    assert headings(drawn(ferry_story())) == [
        "FINDINGS",
        "REPORTS",
        "ONLY IN A",
        "ONLY IN B",
        "ONLY IN C",
        "ONE SHARED POINT",
        "PASSAGES IN SEVERAL REPORTS",
        "NOT CHECKED",
    ]


@pytest.mark.parametrize("width", [40, 80, 100])
def test_no_line_is_wider_than_the_terminal_or_ends_in_blanks(width):
    for line in drawn(ferry_story(), width=width).splitlines():
        assert len(line) <= width
        assert line == line.rstrip()


def test_a_label_too_wide_for_its_line_stands_above_its_text():
    console = Console(file=io.StringIO(), width=30)
    letters = ", ".join("ABCDEFGHIJKL")
    Lines(console).hang(f"    {letters}  ", Text("nine crowns each"))
    assert console.file.getvalue().splitlines() == [
        "    A, B, C, D, E, F, G, H, I,",
        "    J, K, L",
        "      nine crowns each",
    ]


def test_words_from_right_to_left_turn_nothing_beside_them():
    console = Console(file=io.StringIO(), width=40)
    text = "A prints “שלום 40”, B “רב”, on"
    Lines(console).hang("  A  ", Text(text))
    assert console.file.getvalue().splitlines() == [
        "  A  A prints “\u2067שלום\u2069 40”, B “\u2067רב\u2069”, on"
    ]


def test_colour_says_nothing_that_the_words_do_not():
    coloured = drawn(ferry_story(), colour=True)
    assert "\x1b[" in coloured
    assert COLOUR.sub("", coloured) == drawn(ferry_story())


def test_evidence_is_printed_once_for_all_reports_that_have_the_same_words():
    shown = section(drawn(ferry_story()), "FINDINGS")
    assert "    A, B, C  Nobody on Osk will be left without milk" in shown
    assert shown.count("Nobody on Osk") == 1


def test_much_evidence_is_cut_and_counted():
    made = [Made(f"r{i}", [("body", [(f"k{i}", f"Line {i}.")])]) for i in range(7)]
    evidence = [(m.id, f"Line {i}.") for i, m in enumerate(made)]
    story = collation(made, findings=[("words", "Seven lines.", evidence)])
    shown = section(drawn(story), "FINDINGS").splitlines()
    assert shown[1:] == [
        *(f"    {'ABCD'[i]}  Line {i}." for i in range(4)),
        "    and 3 more",
    ]


def test_evidence_that_the_finding_quotes_already_is_not_repeated():
    shown = section(drawn(ferry_story()), "FINDINGS")
    assert shown.count("May 13") == 1


def test_shares_of_every_kind_are_named_zeros_included():
    shown = section(drawn(ferry_story()), "REPORTS")
    assert (
        "same words 32 %  edited 0 %  reworded 24 %  one shared point 0 %\n"
        "   only here 44 %"
    ) in shown


def test_strip_has_a_letter_for_each_kind_in_reading_order():
    shown = section(drawn(ferry_story()), "REPORTS")
    strip = [
        line.strip() for line in shown.splitlines() if not set(line) - set(" SERPO")
    ]
    assert re.fullmatch("E+S+R+O+R+", strip[0])
    assert re.fullmatch("O+E+R+S+E+P+", strip[1])


def test_plain_leaves_out_the_strips_and_nothing_else():
    shown = section(drawn(ferry_story(), plain=True), "REPORTS")
    assert "same words 32 %" in shown
    assert "SSSS" not in shown
    rest = drawn(ferry_story()).split("ONLY IN A")[1]
    assert drawn(ferry_story(), plain=True).split("ONLY IN A")[1] == rest


def test_differences_are_said_in_words_of_both_sides():
    shown = section(drawn(ferry_story()), "PASSAGES IN SEVERAL REPORTS")
    assert "B  edited: A has “Tuesday”, B has “May 13”" in shown
    assert "B  reworded: Until then, a trio of trawlers" in shown


def test_base_is_the_report_that_is_printed_in_full():
    shown = section(drawn(ferry_story(), base="B"), "PASSAGES IN SEVERAL REPORTS")
    assert "B  The car ferry between Harrow Quay" in shown
    assert "A  edited: A has “Tuesday”, B has “May 13”" in shown


def test_passages_in_a_row_with_the_same_words_stand_together():
    words = [("one", "The first is here."), ("two", "The second too.")]
    more = [("three", "The third stands apart.")]
    a = Made("a", [("body", words + more)])
    b = Made("b", [("body", more), ("body", words)])
    shown = section(drawn(collation([a, b])), "PASSAGES IN SEVERAL REPORTS")
    assert shown.splitlines() == [
        "  1-2  A  The first is here. The second too.",
        "       B  same words",
        "    3  A  The third stands apart.",
        "       B  same words",
    ]


def test_reports_that_compare_in_one_way_are_named_together():
    made = [Made(name, [("body", [("k", "One line for all.")])]) for name in "abc"]
    shown = section(drawn(collation(made)), "PASSAGES IN SEVERAL REPORTS")
    assert shown.splitlines() == [
        "    1  A  One line for all.",
        "       B, C  same words",
    ]


def test_report_with_nothing_of_its_own_says_so():
    a = Made("a", [("body", [("k", "Nothing else.")])])
    b = Made("b", [("body", [("k", "Nothing else."), ("m", "But this.")])])
    text = drawn(collation([a, b]))
    assert "Nothing: every passage" in section(text, "ONLY IN A")
    assert "B2    But this." in section(text, "ONLY IN B")


def test_what_was_looked_for_and_not_found_is_said_in_one_line():
    a, b = (
        Made("a", [("body", [("k", "One.")])]),
        Made("b", [("body", [("m", "Two.")])]),
    )
    text = drawn(collation([a, b]))
    assert section(text, "FINDINGS") == "  None."
    assert section(text, "LOOKED FOR, AND NONE FOUND") == (
        "  One shared point; Passages in several reports."
    )


def test_a_report_that_shares_nothing_is_not_printed_whole():
    lines = [(f"k{i}", f"Line {i}.") for i in range(9)]
    a, b = Made("a", [("body", lines)]), Made("b", [("body", [("m", "Two.")])])
    shown = section(drawn(collation([a, b])), "ONLY IN A").splitlines()
    assert shown[1] == "  All of it: no passage of it has a counterpart."
    assert shown[-1] == "  and 4 more, which --html and --json show"


def test_what_stands_in_one_report_only_is_printed_whole():
    long = " ".join(f"word{i}" for i in range(60))
    a = Made("a", [("body", [("k", "Same."), ("own", long)])])
    b = Made("b", [("body", [("k", "Same.")])])
    assert "word59" in section(drawn(collation([a, b])), "ONLY IN A")


def test_reports_with_nothing_of_their_own_share_a_line():
    made = [Made(f"r{i}", [("body", [("k", "One line for all.")])]) for i in range(3)]
    assert section(drawn(collation(made)), "ONLY IN A, B AND C") == (
        "  Nothing: every passage of them has a counterpart."
    )


def test_a_point_shared_by_prints_of_two_passages_is_shown_once():
    one, two = "The quay of Osk is shut.", "Osk has shut its quay, they say."
    made = [
        Made("a", [("body", [("x", one)])]),
        Made("b", [("body", [("x", one)])]),
        Made("c", [("body", [("y", two)])]),
        Made("d", [("body", [("y", two)])]),
    ]
    story = collation(made)
    points = tuple(
        Partly(
            Reading(here.id, (Span(0, len(one)),)),
            Reading(there.id, (Span(0, len(two)),)),
            "Osk quay shut",
            0.5,
        )
        for here in made[:2]
        for there in made[2:]
    )
    shown = section(drawn(replace(story, partly=points)), "ONE SHARED POINT")
    assert shown.splitlines() == [
        f"  A1    {one}",
        "        likewise B1",
        f"  C1    {two}",
        "        likewise D1",
        "        shared words: Osk quay shut",
    ]


def test_many_reports_are_listed_shortly_and_what_is_left_out_is_counted():
    made = [
        Made(
            f"r{i}", [("body", [(f"k{i}-{j}", f"Line {j} of {i}.") for j in range(9)])]
        )
        for i in range(8)
    ]
    text = drawn(collation(made))
    assert "and 4 more, which --html and --json show" in section(text, "ONLY IN A")


def test_inputs_not_read_are_counted_in_the_head():
    story = ferry_story()
    rejected = (Rejected("a", "empty", "It is empty."),)
    story = replace(story, rejected=rejected)
    assert "3 reports compared, 1 input not read" in drawn(story)


@given(st.text(min_size=1))
@example("שלום")
def test_no_text_of_a_report_can_steer_the_terminal(words):
    evil = f"{words}\x1b[31mred\x1b]8;;http://x\x07\u202eturned"
    story = collation(
        [
            Made("a", [("headline", evil), ("body", [("k", evil)])], outlet=evil),
            Made("b", [("body", [("k", evil), ("m", "Two.")])], credits=(evil,)),
        ],
        findings=[("words", "A has this.", [("a", evil)])],
        degraded=(evil,),
    )
    # words from right to left stand between two marks of ours, in one line
    text = re.sub("\u2067([^\n\u2066-\u2069]*)\u2069", r"\1", drawn(story))
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text
    )


def test_wide_letters_count_as_two_columns():
    words = "漢字" * 60
    text = drawn(collation([Made("a", [("body", [("k", words)])]), WIRE]), width=60)
    wide = [line for line in text.splitlines() if "漢" in line]
    assert wide
    assert all(sum(2 if ord(c) > 0x2E80 else 1 for c in line) <= 60 for line in wide)


def test_annotated_reports_show_each_block_with_its_kind():
    story = collation([WIRE, POST], degraded=("The rules ran alone.",))
    out = io.StringIO()
    known = [
        Annotations(report=r.id, language="en", sentences=()) for r in story.reports
    ]
    console = Console(file=out, width=80, highlight=False, markup=False)
    print_reports(story.run, story.reports, known, console)
    assert "\n  crosshead     ‘No panic’\n" in out.getvalue()
    assert "\n  byline        not stated\n" in out.getvalue()
    assert out.getvalue().endswith("NOT CHECKED\n  - The rules ran alone.\n")


def test_what_was_found_is_listed_and_what_was_not_looked_for_says_so():
    story = collation([WIRE])
    (report,) = story.reports
    at = report.text.index("“Nobody")
    known = Annotations(
        report=report.id,
        language="en",
        sentences=(),
        quotations=(
            Quotation(
                "q",
                "direct",
                (Span(at, at + 53),),
                None,
                Speaker(None, "Ines Dahl", 1.0, ""),
            ),
        ),
        dates=(DateMention("d", Span(at, at + 7), "DATE", "XXXX-05-06"),),
        figures=(),
    )
    out = io.StringIO()
    console = Console(file=out, width=80, highlight=False, markup=False)
    print_reports(story.run, story.reports, (known,), console)
    shown = out.getvalue()
    assert "\n  direct        Ines Dahl: “Nobody on Osk" in shown
    assert "\n  “Nobody       not known when (XXXX-05-06)\n" in shown
    assert "\n  Figures\n  none\n" in shown
    print_reports(story.run, story.reports, story.annotations, console)
    assert "\n  Figures\n  not looked for\n" in out.getvalue()


def test_plain_console_has_no_colour_even_on_a_terminal(monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert not open_console(plain=True).is_terminal
    assert open_console().is_terminal


def test_console_that_is_no_terminal_has_80_columns(monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    assert open_console().width == 80


def test_parts_that_were_measured_have_a_section_and_others_have_none():
    heads = headings(drawn(everything_measured()))
    assert heads[-9:-1] == [
        "NOT IN THIS REPORT",
        "WHAT THE REPORTS CALL THE SAME",
        "HEADLINES",
        "QUOTATIONS THAT ARE PRINTED DIFFERENTLY",
        "FIGURES AND DATES IN SEVERAL REPORTS",
        "WHICH REPORT DRAWS ON WHICH",
        "ORIGINS AMONG THESE REPORTS",
        "TIMELINE",
    ]
    assert "TIMELINE" not in headings(drawn(ferry_story()))


def test_parts_that_were_measured_and_are_empty_are_named():
    story = replace(ferry_story(), timeline=(), comparisons=(), descent=Descent())
    text = drawn(story)
    assert section(text, "LOOKED FOR, AND NONE FOUND") == (
        "  Figures and dates in several reports; Which report draws on which; Timeline."
    )


def test_descent_is_said_with_its_share_and_its_doubt():
    shown = section(drawn(everything_measured()), "WHICH REPORT DRAWS ON WHICH")
    assert "  B draws partly on A (probability 90 %): 50 % of B stands in A." in shown
    assert "  C draws on a text that is not among these reports" in shown
    assert "  Could not tell for B and C: too little is shared" in shown


def test_reports_that_print_the_same_words_are_named_together():
    whole = everything_measured()
    (utterance,) = whole.utterances
    first = whole.annotations[0].names[0].span
    known = [
        replace(
            whole.annotations[i],
            quotations=(
                Quotation(
                    f"q{i}", "direct", (first,), None, Speaker(None, None, 0.0, "")
                ),
            ),
        )
        for i in range(3)
    ]
    end = {"a_within": Span(0, 9), "b_within": Span(0, 9)}
    changes = [
        Alteration("changed", f"q{i}", f"q{j}", "x / y", **end)
        for i, j in ((0, 1), (0, 2))
    ]
    story = replace(
        whole,
        annotations=tuple(known),
        utterances=(replace(utterance, alterations=tuple(changes)),),
    )
    shown = section(drawn(story), "QUOTATIONS THAT ARE PRINTED DIFFERENTLY")
    assert shown.count("Ines Dahl: different words inside the marks: x / y.") == 1
    assert shown.count("      A  ") == 1


@pytest.mark.parametrize(
    ("value", "earliest", "latest", "shown"),
    [
        ("2031-05-13", "2031-05-13", "2031-05-13", "13 May 2031"),
        ("2031-05", "2031-05-01", "2031-05-31", "May 2031"),
        ("2031", "2031-01-01", "2031-12-31", "2031"),
        ("P2M", "2031-02-01", "2031-03-31", "1 Feb to 31 Mar 2031"),
        ("P3D", "2030-12-31", "2031-01-02", "31 December 2030 to 2 January 2031"),
        ("9999", "9999-01-01", "9999-12-31", "9999"),
        ("9999 or so", "some day", "", "9999 or so"),
    ],
)
def test_times_are_said_as_exactly_as_they_are_known(value, earliest, latest, shown):
    happening = Happening(earliest, latest, value, (), ())
    story = replace(ferry_story(), timeline=(happening,))
    assert section(drawn(story), "TIMELINE") == f"  {shown}"


def test_why_a_number_or_a_time_fits_is_said_once():
    story = everything_measured()
    fitting = [
        replace(
            story.comparisons[0], kind=kind, verdict="agree", reason=reason, members=()
        )
        for kind, reason in (("figure", "the same number"), ("date", "one fits"))
    ]
    part = next(
        part
        for part in view(replace(story, comparisons=tuple(fitting))).parts
        if part.title == "Figures and dates in several reports"
    )
    assert [row.text for row in part.rows] == [
        "The same number.",
        "The same time: one fits both.",
    ]
