"""Prints of one utterance, and how their words differ."""

import re

import pytest
from annotate.quotation_cases import make_report
from hypothesis import given, settings
from hypothesis import strategies as st

from synoptic.annotate import annotate_all
from synoptic.collate.entities import find_entities
from synoptic.collate.utterances import (
    as_record,
    collate_utterances,
    quotation_findings,
)

LONG = "the northern quay will stay closed until the divers have checked every pillar"


def collated(*texts: str, record: int | None = None):
    reports = [
        make_report("Minister Olga Brandt met Tomas Vell.\n\n" + t, name=f"r{n}")
        for n, t in enumerate(texts)
    ]
    notes = list(annotate_all(reports, fast=True).annotations)
    if record is not None:
        notes[record] = as_record(reports[record], notes[record])
    entities = find_entities(reports, notes)
    name = None if record is None else reports[record].id
    utterances = collate_utterances(reports, notes, entities, record=name)
    return (
        utterances,
        quotation_findings(reports, notes, utterances, record=name),
    )


def alterations(a: str, b: str):
    utterances, _ = collated(a, b)
    return [(x.kind, x.detail, x.grave) for u in utterances for x in u.alterations]


def said(words: str, speaker: str = "Brandt") -> str:
    return f"“{words},” {speaker} said."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We don’t think that " + LONG, "We do not think that " + LONG),
        (
            "The harbour’s colour is gray and " + LONG,
            "The harbor's color is gray and " + LONG,
        ),
        ("It’s clear that " + LONG, "It is clear that " + LONG),
        ("In twenty-five days " + LONG, "In 25 days " + LONG),
        ("A long-term plan: " + LONG, "A long term plan: " + LONG),
        ("The NHB knows that " + LONG, "The National Harbour Board knows that " + LONG),
    ],
)
def test_house_style_is_no_difference(one, other):
    assert alterations(said(one), said(other)) == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "I do not believe that " + LONG,
            "I do believe that " + LONG,
            ("added", "“not”", True),
        ),
        (
            "On 14 ships " + LONG,
            "On 17 ships " + LONG,
            ("changed", "“14” / “17”", True),
        ),
        (
            "We believe that " + LONG,
            "We doubt that " + LONG,
            ("changed", "“believe” / “doubt”", False),
        ),
        (
            "We are not far at all from the day when " + LONG,
            "I do not think we are that far at all from the day when " + LONG,
            ("changed", "“We are not” / “I do not think we are that”", False),
        ),
        (
            "We are not here to learn when " + LONG,
            "We have not come to learn when " + LONG,
            ("changed", "“are not here” / “have not come”", False),
        ),
        ("But " + LONG, LONG.capitalize(), ("added", "“But”", False)),
        (
            LONG.capitalize() + " and every bolt",
            LONG.capitalize(),
            ("trimmed", "“and every bolt”", False),
        ),
        (
            LONG.capitalize(),
            LONG.capitalize().replace("stay closed", "stay [mostly] closed"),
            ("added", "“mostly” (in brackets)", False),
        ),
    ],
)
def test_difference_is_found_and_graded(one, other, expected):
    assert alterations(said(one), said(other)) == [expected]


def test_a_print_that_leaves_words_out_itself_is_trimmed():
    one = "nothing bad ... " + LONG
    assert [k for k, _, _ in alterations(said(one), said(LONG))] == ["trimmed"]


def test_words_left_out_behind_an_ellipsis_are_trimmed():
    one = "We will look at everything, and " + LONG
    other = "We will look ... and " + LONG
    assert [k for k, _, _ in alterations(said(one), said(other))] == ["trimmed"]


def test_other_speaker_of_the_same_words_is_shown():
    found = alterations(said(LONG.capitalize()), said(LONG.capitalize(), "Vell"))
    assert found == [("speaker", "Olga Brandt / Tomas Vell", False)]


def test_who_is_given_the_same_words_is_told_once_for_all_reports():
    _, findings = collated(said(LONG), said(LONG, "Vell"), said(LONG, "Vell"))
    told = [f.text for f in findings if f.kind == "quotation-speaker"]
    assert told == [
        "The same words are given to Olga Brandt in A and to Tomas Vell in B and C."
    ]


def test_one_last_name_under_two_first_names_is_no_other_speaker():
    words = LONG.capitalize()
    assert alterations(said(words, "Olga Brandt"), said(words, "Lena Brandt")) == []


def test_other_order_of_sentences_is_shown():
    first, second = "The crew is safe and well", LONG.capitalize()
    one = f"“{first}. {second},” Brandt said."
    other = f"“{second}. {first},” Brandt said."
    assert [k for k, _, _ in alterations(one, other)] == ["reordered"]


def test_sentences_run_together_are_shown():
    middle = "Nobody here asked me about the price of the repairs."
    first = "The crew of the ferry is safe and well tonight."
    last = LONG.capitalize()
    one = f"“{first} {middle} {last},” Brandt said."
    other = f"“{first} {last},” Brandt said."
    assert "spliced" in [k for k, _, _ in alterations(one, other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # a fragment in a lead has no place among the sentences
        (
            (
                "Brandt spoke of a “preposterous tender”.\n\n"
                f"“{LONG.capitalize()},” Brandt said."
            ),
            (
                f"“{LONG.capitalize()}. It was a preposterous tender from a firm of "
                "builders,” Brandt said."
            ),
        ),
        # two sayings with the same beginning
        (
            "Brandt called the meeting in the harbour office “a good start”.",
            "Brandt called the meeting in the harbour office “a good thing”.",
        ),
        (
            "“I am a shipbuilder,” Brandt said.",
            "“I am going to be a professional shipbuilder,” Brandt said.",
        ),
        # printed twice: in the head, and beside the sentence that follows it
        (
            (
                f"“{LONG.capitalize()},” Brandt said.\n\n"
                "“Nobody here asked me about the price of the repairs,” Brandt said."
                f"\n\n“{LONG.capitalize()},” Brandt said. “The crew of the ferry is "
                "safe and well tonight.”"
            ),
            (
                f"“{LONG.capitalize()}. The crew of the ferry is safe and well "
                "tonight,” Brandt said."
            ),
        ),
    ],
)
def test_no_difference_is_made_of_fragments_and_repeats(one, other):
    assert [k for k, _, _ in alterations(one, other) if k != "trimmed"] == []


def test_cue_that_splits_a_sentence_is_no_difference():
    one = said(LONG.capitalize())
    head, tail = LONG.capitalize().split(" until ")
    other = f"“{head},” Brandt said, “until {tail}.”"
    assert alterations(one, other) == []


def test_direct_and_indirect_prints_are_one_utterance():
    utterances, _ = collated(said(LONG.capitalize()), f"Brandt said that {LONG}.")
    assert [len(u.members) for u in utterances] == [2]
    assert utterances[0].speaker == "Olga Brandt"


def test_other_words_of_the_speaker_stay_apart():
    utterances, _ = collated(
        said(LONG.capitalize()), said("Nobody was hurt in the storm last night")
    )
    assert [len(u.members) for u in utterances] == [1, 1]


def test_finding_names_no_culprit_and_groups_equal_prints():
    one, other = said("We believe that " + LONG), said("We doubt that " + LONG)
    _, findings = collated(one, other, one)
    assert [f.text for f in findings] == [
        (
            "Inside quotation marks of Olga Brandt, A and C print “believe”, B prints "
            "“doubt”; which is as spoken is not shown here."
        )
    ]
    banned = r"omit|alter|copied|misquot|wrong|false|true|conflict|confirm|chang"
    assert not re.search(banned, findings[0].text)


def test_only_a_record_named_by_the_user_is_the_measure():
    _, findings = collated(
        said("We doubt that " + LONG), "We believe that " + LONG + ".", record=1
    )
    assert [f.text for f in findings] == [
        (
            "Inside quotation marks of Olga Brandt, A prints “doubt”, B prints "
            "“believe”; B is the record."
        )
    ]


@settings(max_examples=15)
@given(st.permutations(range(3)))
def test_order_of_the_reports_changes_no_member(order):
    texts = [
        said("We believe that " + LONG),
        said("We doubt that " + LONG),
        f"Brandt said that {LONG}.",
    ]
    utterances, _ = collated(*(texts[n] for n in order))
    assert sorted(len(u.members) for u in utterances) == [3]
    kinds = sorted(a.kind for u in utterances for a in u.alterations)
    assert kinds == ["changed"]


def test_third_report_changes_nothing_between_two():
    one, other = said("We believe that " + LONG), said("We doubt that " + LONG)
    two, _ = collated(one, other)
    three, _ = collated(one, other, said(LONG.capitalize()))
    pair = {(a.kind, a.detail) for u in two for a in u.alterations}
    assert pair <= {(a.kind, a.detail) for u in three for a in u.alterations}
    assert pair


def test_words_of_two_speakers_come_after_those_of_one():
    one, other = LONG, LONG.replace("closed", "shuttered")
    _, (named,) = collated(said(one), said(other))
    _, apart = collated(said(one), said(other, "Vell"))
    (changed,) = [f for f in apart if f.kind == "quotation-changed"]
    assert changed.weight < named.weight


def test_a_possessive_mark_in_another_place_is_no_other_word():
    one = "The list is the president's and " + LONG
    other = "The list is the presidents' and " + LONG
    assert alterations(said(one), said(other)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "“I did it,” Brandt said.",
            "“Vell saw the quay sink and did NOTHING about it,” Brandt said.",
        ),
        (
            "“You asked who pays for the quay. I will be Tomas Vell,” Brandt said.",
            "“The budget is not up for a vote today. Tomas Vell is,” Brandt said.",
        ),
        (
            "“I did not say that I would close the quay to every boat,” Brandt said.",
            "Asked whether the pillars were rotten, Brandt said she did not say that.",
        ),
        ("“People use it,” Brandt said.", f"“People say {LONG} by it,” Brandt said."),
    ],
)
def test_a_few_common_words_and_a_name_make_no_utterance(one, other):
    utterances, _ = collated(one, other)
    assert {len(u.members) for u in utterances} == {1}


def test_other_words_in_a_part_of_a_long_sentence_are_found():
    one = "Brandt said “nobody can be sure on what the divers may find of the quay.”"
    other = said(
        "I know that nobody can be sure about what the divers may find in the quay, "
        "and in many other places along this coast that were built in those years, "
        "but the fact is that my office has no ships and no money to look at them all"
    )
    found = [(k, d) for k, d, _ in alterations(one, other) if k == "changed"]
    assert found == [("changed", "“on” / “about”"), ("changed", "“of” / “in”")]


def test_a_determiner_outside_the_marks_is_no_other_word():
    one = "Brandt said the board’s “statements are beyond every doubt and reproach.”"
    other = said("Its letters are beyond every doubt and reproach")
    assert alterations(one, other) == [("changed", "“statements” / “letters”", False)]


def test_a_word_beside_an_editors_brackets_is_compared():
    one = said(LONG.capitalize() + " and a fair number of [iron] bolts")
    other = said(LONG.capitalize() + " and a fair amount of bolts")
    assert alterations(one, other) == [
        ("changed", "“number” / “amount”", False),
        ("added", "“iron” (in brackets)", False),
    ]


def test_sentences_quoted_apart_have_no_order():
    first, second = "The crew is safe and well", LONG.capitalize()
    one = f"“{first}. {second},” Brandt said."
    apart = (
        f"“{second},” Brandt said.\n\nThe tug came back at noon and lay at the quay."
        f"\n\n“{first},” Brandt said."
    )
    assert "reordered" not in [k for k, _, _ in alterations(one, apart)]


def test_a_mere_and_or_the_is_no_finding():
    one = said("We believe that divers and " + LONG)
    other = said("But we believe that the divers and " + LONG)
    utterances, findings = collated(one, other)
    assert len(utterances[0].alterations) == 2
    assert findings == ()


def test_an_opening_now_is_no_finding_and_the_weightier_word_comes_first():
    one = said("So now we will have to wait since " + LONG)
    other = said("We will have to wait since " + LONG)
    assert collated(one, other)[1] == ()
    apart = said("We will need to wait for a verdict since " + LONG)
    light = said("We would have to wait for a sentence since " + LONG)
    _, findings = collated(apart, light)
    assert "“verdict”" in findings[0].text


def test_words_scattered_over_a_long_sentence_make_no_utterance_of_telling():
    one = "Brandt said that the diver died of harpoon wounds."
    other = (
        "Brandt said that the diver died from a fall through the top of the old crane "
        "because, as everybody on the quay could see, all of the other harpoon "
        "wounds had healed."
    )
    utterances, _ = collated(one, other)
    assert {len(u.members) for u in utterances} == {1}
