from __future__ import annotations

import dataclasses

import pytest
from builders import Made, collation, ferry_story
from hypothesis import given
from hypothesis import strategies as st

from synoptic.errors import UsageError
from synoptic.model import Edit, Partly, Report, Span, siglum
from synoptic.present import shown
from synoptic.present.html import to_html
from synoptic.present.names import name_of
from synoptic.present.view import shares, view
from synoptic.present.wording import harmless, printed_time, spoken_name


def test_every_field_of_every_view_record_has_a_help_text():
    records = [r for r in vars(shown).values() if dataclasses.is_dataclass(r)]
    assert len(records) >= 10
    for record in records:
        for each in dataclasses.fields(record):
            assert each.metadata.get("help"), f"{record.__name__}.{each.name}"


def test_passages_have_the_kind_of_their_closest_counterpart():
    kinds = [p.kind for p in view(ferry_story()).report("A").passages]
    assert kinds == ["edited", "edited", "same", "reworded", "own", "reworded"]


def test_pieces_join_to_the_words_of_the_passage():
    for report in view(ferry_story()).reports:
        for passage in report.passages:
            assert "".join(p.text for p in passage.pieces) == passage.text


def test_words_only_in_the_other_report_are_marked_where_they_would_stand():
    passage = view(ferry_story()).report("A").passages[1]
    marks = [(p.text, p.mark, p.other) for p in passage.pieces if p.mark]
    assert marks == [("four", "only", ""), ("", "gap", "last week")]
    assert passage.pieces[-1].text == "."


def test_spoken_name_is_the_same_sentence_from_both_sides():
    shown_view = view(ferry_story())
    a, b = shown_view.report("A").passages[0], shown_view.report("B").passages[1]
    assert a.spoken == "edited, also in B; A has “Tuesday”, B has “May 13”"
    assert b.spoken == "edited, also in A; A has “Tuesday”, B has “May 13”"


def test_a_shared_point_is_neither_reworded_nor_only_here():
    passage = view(ferry_story(2)).report("B").passages[-1]
    assert passage.kind == "partly"
    assert [c.siglum for c in passage.counterparts] == ["A"]


def test_units_are_numbered_along_the_base():
    assert view(ferry_story(), base="B").report("B").passages[1].number == 1
    assert view(ferry_story(), base="B").report("A").passages[0].number == 1
    assert view(ferry_story(), base="B").report("B").passages[2].number == 2


def test_passages_are_compared_with_the_base_first():
    quotation = view(ferry_story(), base="osk-radio.txt").report("A").passages[2]
    assert quotation.compared_with == "C"


def test_an_unknown_base_is_refused_with_the_names_there_are():
    with pytest.raises(UsageError, match=r"A \(Meridian Press Service\)"):
        view(ferry_story(), base="Z")


def test_text_that_no_unit_holds_is_shown_and_called_not_compared():
    one = Made("one", [("body", [(None, "Nobody looked."), ("u", "All did.")])])
    passages = view(collation([one])).reports[0].passages
    assert [(p.text, p.kind) for p in passages] == [
        ("Nobody looked.", None),
        ("All did.", "own"),
    ]
    assert passages[0].spoken == "not compared"


def test_pieces_of_a_third_report_are_word_for_word_without_a_link_of_their_own():
    made = [Made(n, [("body", [("u", "The bell rang twice.")])]) for n in "abc"]
    whole = collation(made)
    unit = dataclasses.replace(whole.units[0], links=whole.units[0].links[::2])
    cut = dataclasses.replace(whole, units=(unit,))
    for report in view(cut).reports:
        assert {c.kind for p in report.passages for c in p.counterparts} == {"same"}


def test_what_was_not_looked_at_is_said_once():
    assert view(ferry_story()).not_checked == (
        "Sentence vectors were not used: --fast.",
        "Names, quotations, figures and dates were not looked at.",
        "Who draws on whom was not looked at.",
        "How many origins can stand behind a passage was not looked at.",
        "Who stands where was not looked at.",
        "What is not in a report was not looked at.",
        "What the reports call the same was not looked at.",
    )


def test_evidence_in_a_headline_has_an_address_too():
    made = [Made("a", [("headline", "Ferry stops"), ("body", [("u", "It stops.")])])]
    whole = collation(made, findings=[("x", "A says so.", [("a", "Ferry")])])
    assert view(whole).findings[0].quotes[0].anchor == "A-b1"


@given(st.lists(st.integers(0, 400), max_size=9))
def test_shares_add_up_to_a_hundred(lengths):
    template = view(ferry_story()).reports[0].passages[0]
    kinds = ["same", "edited", "reworded", "partly", "own"]
    passages = [
        dataclasses.replace(template, kind=kinds[i % 5], n_words=n)
        for i, n in enumerate(lengths)
    ]
    total = sum(share.percent for share in shares(passages))
    assert total == (100 if sum(lengths) else 0)


def test_shares_of_the_first_kinds_come_to_their_share_together():
    template = view(ferry_story()).reports[0].passages[0]
    lengths = {"same": 84, "edited": 194, "own": 722}  # 8.4 + 19.4 = 27.8
    passages = [
        dataclasses.replace(template, kind=kind, n_words=n)
        for kind, n in lengths.items()
    ]
    percent = {share.kind: share.percent for share in shares(passages)}
    assert percent["same"] + percent["edited"] == 28
    assert percent["own"] == 72


def test_sigla_go_on_after_z():
    assert [siglum(i) for i in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        (None, "time not stated"),
        ("2031-05-06", "6 May 2031"),
        ("2031-05-06T08:39", "6 May 2031, 08:39 (time zone not stated)"),
        ("2031-05-06T08:39:00+00:00", "6 May 2031, 08:39 UTC"),
        ("2031-05-06T08:39:00+02:00", "6 May 2031, 08:39 UTC+02:00"),
        ("2031-05", "2031-05"),
    ],
)
def test_times_are_printed_with_the_precision_stated(stated, words):
    assert printed_time(stated) == words


def test_control_characters_are_shown_and_not_obeyed():
    assert harmless("a\u202eb\x1b[31m") == "a‹U+202E›b‹U+001B›[31m"
    assert harmless("line\nnext\t“é”") == "line\nnext\t“é”"


def test_of_many_counterparts_only_the_first_are_named():
    many = [("same", siglum(i)) for i in range(1, 30)]
    assert spoken_name("same", many) == (
        "same words, also in B, C, D, E, F, G and 23 more"
    )


def test_words_that_a_third_report_has_too_are_not_called_only():
    texts = (
        "It rang twice and stopped.",
        "It rang twice.",
        "It rang twice and stopped.",
    )
    made = [
        Made(name, [("body", [("u", text)])])
        for name, text in zip("abc", texts, strict=True)
    ]
    shown_view = view(collation(made))
    assert shown_view.units[0].differences == ("in A, not in B: “and stopped”",)
    assert "only" not in shown_view.report("B").passages[0].spoken


def test_readings_that_differ_in_the_same_way_are_named_together():
    texts = (
        "He saw 210 boats.",
        "He saw 120 boats.",
        "he saw 120 boats",
        "He saw 210 boats!",
    )
    made = [
        Made(name, [("body", [("u", text)])])
        for name, text in zip("abcd", texts, strict=True)
    ]
    assert view(collation(made)).units[0].differences == (
        "A has “210”, B and C have “120”",
    )


def test_a_link_that_leads_out_of_its_unit_is_a_counterpart_from_both_sides():
    made = [Made(n, [("body", [("u", "The bell rang twice.")])]) for n in "ab"]
    whole = collation(made)
    (unit,) = whole.units
    one, two = unit.readings
    apart = (
        dataclasses.replace(unit, id="one", readings=(one,), links=()),
        dataclasses.replace(unit, id="two", readings=(two,), links=()),
    )
    tie = Partly(one, two, shared="The bell rang twice", score=1.0, kind="verbatim")
    whole = dataclasses.replace(whole, units=apart, partly=(tie,))
    for report in view(whole).reports:
        assert [p.kind for p in report.passages] == ["same"]
        assert not report.passages[0].counterparts[0].in_unit
    assert 'data-to="B1"' in to_html(whole)


def test_another_spelling_is_said_and_case_and_marks_are_not():
    whole = collation(
        [
            Made("a", [("body", [("u", "The Harbour closed.")])]),
            Made("b", [("body", [("u", "The harbor Closed.")])]),
        ]
    )
    link = whole.units[0].links[0]
    spelt = Edit("replace", Span(4, 11), Span(4, 10), "style")
    cased = Edit("replace", Span(12, 18), Span(11, 17), "style")
    link = dataclasses.replace(link, kind="verbatim", edits=(spelt, cased))
    unit = dataclasses.replace(whole.units[0], links=(link,))
    passage = view(dataclasses.replace(whole, units=(unit,))).reports[0].passages[0]
    assert [p.mark for p in passage.pieces if p.mark] == ["spelling", "style"]
    assert passage.spoken == (
        "same words, also in B; A has “Harbour”, B has “harbor” (spelling)"
    )


def test_a_link_that_reaches_part_of_a_passage_leaves_the_rest_marked():
    whole = collation(
        [
            Made("a", [("body", [("u", "“It rang,” she said at the quay.")])]),
            Made("b", [("body", [("u", "“It rang,”")])]),
        ]
    )
    part = dataclasses.replace(
        whole.units[0].links[0], kind="verbatim", a_spans=(Span(0, 10),), edits=()
    )
    unit = dataclasses.replace(whole.units[0], links=(part,))
    a, b = view(dataclasses.replace(whole, units=(unit,))).reports
    assert (a.passages[0].kind, b.passages[0].kind) == ("edited", "same")
    marked = [p.text for p in a.passages[0].pieces if p.mark]
    assert marked == ["she said at the quay"]
    assert a.passages[0].spoken == (
        "edited, also in B; only in A: “she said at the quay”"
    )


def test_a_passage_that_a_report_prints_twice_is_twice_in_both():
    said = "The crane moves on Friday."
    whole = collation(
        [
            Made(
                "a",
                [
                    ("body", [("u", "The crane moves on Monday.")]),
                    ("body", [("u", "The crane  moves on Monday")]),
                    ("body", [("u", "The crane moves on Monday.")]),
                    ("body", [("u", "Nobody waved.")]),
                ],
            ),
            Made("b", [("body", [("u", said)])]),
        ]
    )
    (link,) = whole.units[0].links
    first = dataclasses.replace(link, a_spans=link.a_spans[:1])
    unit = dataclasses.replace(whole.units[0], links=(first,))
    a, b = view(dataclasses.replace(whole, units=(unit,))).reports
    assert [p.kind for p in a.passages] == ["edited", "edited", "edited", "own"]
    once, _, again, _ = a.passages
    assert once.pieces == again.pieces
    assert once.differences == again.differences != ()
    assert all("".join(x.text for x in p.pieces) == p.text for p in a.passages)
    assert b.passages[0].counterparts[0].passages == ("A1",)


def test_the_title_is_a_headline_where_any_report_has_one():
    without = Made("a", [("body", [("x", "The quay is open again.")])])
    headed = Made("b", [("body", [("x", "It is open.")])], headline="Quay opens")
    assert view(collation([without, headed])).title == "Quay opens"
    assert view(collation([without])).title == "1 report without a headline"


@pytest.mark.parametrize(
    ("known", "name"),
    [
        ({"outlet": "Norden Wire", "path": "march.jsonl:3"}, "Norden Wire"),
        ({"id": "wire-7", "path": "march.jsonl:3"}, "wire-7"),
        ({"id": "03bb1b0055a3aa6f4e1d", "path": "in/march.jsonl:3"}, "march.jsonl:3"),
        ({"id": "wire-7", "path": "in/norden.txt"}, "norden.txt"),
        ({"id": "wire-7", "path": ""}, "wire-7"),
    ],
)
def test_a_report_is_called_by_what_its_reader_knows_it_by(known, name):
    stated = {"id": "a", "series": "a", "text": "Quay opens.", "blocks": (), **known}
    report = Report(**stated)
    assert name_of(report) == name
