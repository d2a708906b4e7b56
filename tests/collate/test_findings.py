"""Findings: what a reader sees first, in plain words with evidence."""

import pytest
from stories import collated, report

DEAL = (
    "The port of Torhaven has handed the union a list of demands for a new contract "
    "before the summer"
)
FERRY = "The ferry Alma ran onto a sandbank outside Torhaven before dawn on Monday."
CREW = "All 41 people on board were taken off by two fishing boats within the hour."
TUG = "A tug from the southern yard will try to pull her free at high water."


def texts(found, kind):
    return [f.text for f in found.findings if f.kind == kind]


def test_a_source_that_only_one_report_names_is_a_finding():
    a = report("a", DEAL + ", according to two people familiar with the talks.", FERRY)
    b = report("b", DEAL + ".", CREW)
    (found,) = [f for f in collated(a, b).findings if f.kind == "source-beside"]
    assert "two people familiar with the talks" in found.text
    assert [e.report for e in found.evidence] == ["a", "b"]


def test_no_source_is_missed_where_both_sides_say_who():
    a = report("a", DEAL + ", the union said in a letter on Friday.")
    b = report("b", "The harbour office said: " + DEAL + ".")
    assert not texts(collated(a, b), "source-beside")


def test_a_negation_on_one_side_is_a_finding():
    a = report(
        "a", "The harbour office said the ferry Alma was not insured for salvage."
    )
    b = report("b", "The harbour office said the ferry Alma was insured for salvage.")
    (text,) = texts(collated(a, b), "differing-negation")
    assert text == "In a passage of both A and B, “not” stands in A only."


def test_nothing_shared_is_said_and_not_left_out():
    found = collated(report("a", FERRY), report("b", TUG))
    assert texts(found, "shared") == [
        "No passage stands in both A and B in the same, edited or reworded words."
    ]


GIFT = (
    "The mayor, who came late to the meeting in the old school, called the offer of "
    "the bus company “a poisoned gift” and went home."
)
TOLD = "“It is a poisoned gift, and everyone at this table knows it,” Ines Orr said."


def test_what_reports_tell_in_other_words_comes_before_what_they_have_word_for_word():
    found = collated(report("a", GIFT, FERRY), report("b", TOLD, TUG)).findings
    assert found[0].text == "1 point stands in both A and B in other words."
    assert [e.report for e in found[0].evidence] == ["a", "b"]


def test_of_more_reports_it_is_said_which_tell_the_point():
    found = collated(report("a", GIFT, CREW), report("b", TOLD), report("c", TUG))
    assert texts(found, "shared-points") == [
        "1 point stands in A and B in other words."
    ]


def test_beside_copied_passages_points_come_last():
    a, b = report("a", GIFT, FERRY, CREW), report("b", TOLD, FERRY, CREW)
    kinds = [f.kind for f in collated(a, b).findings if f.kind != "only-here"]
    assert kinds.index("shared-points") > kinds.index("shared")


def test_reports_that_share_no_point_have_no_such_line():
    found = collated(report("a", FERRY), report("b", TUG))
    assert not texts(found, "shared-points")


def test_a_name_beside_half_a_clause_is_no_difference_of_names():
    a = report("a", "The ferry Alma will not reach Port Torhaven this week, she said.")
    b = report("b", "The ferry Alma will not reach the yard early on Monday, she said.")
    assert not texts(collated(a, b), "differing-name")


def test_each_report_has_a_line_for_what_stands_only_there():
    found = collated(report("a", FERRY, CREW), report("b", FERRY))
    assert [t.split(":")[0] for t in texts(found, "only-here")] == [
        "1 passage only in A",
        "Everything in B stands in the other, too.",
    ]


def test_where_nothing_is_shared_no_line_says_that_all_of_each_is_its_own():
    found = collated(report("a", FERRY), report("b", TUG), report("c", DEAL + "."))
    (nothing,) = texts(found, "shared")
    assert nothing == (
        "No passage stands in two of the 3 reports in the same, edited or reworded "
        "words."
    )
    assert not texts(found, "only-here")


def test_a_copy_is_named_and_need_not_be_read():
    found = collated(
        report("a", FERRY, CREW, TUG),
        report("b", FERRY, CREW, TUG),
        report("c", DEAL + "."),
        report("d", FERRY),
    )
    assert any("A and B are identical" in t for t in texts(found, "same-text"))
    (reading,) = texts(found, "to-read")
    assert reading.startswith("To read nearly everything, read A and C:")


def test_three_prints_of_one_text_are_one_finding():
    found = collated(*(report(name, FERRY, CREW, TUG) for name in "abc"))
    assert texts(found, "same-text") == [
        "A, B and C are identical: the same text, character for character."
    ]


def test_a_part_of_two_prints_is_told_once():
    found = collated(
        report("a", FERRY, CREW, TUG), report("b", FERRY, CREW, TUG), report("c", FERRY)
    )
    told = texts(found, "same-text")
    assert told[0].startswith("A and B are identical: ")
    assert len(told) == 2
    assert told[1].startswith("100 % of C stands in A")


def test_prints_on_both_sides_of_the_whole_are_told_once():
    part = (FERRY, CREW, TUG)
    found = collated(
        report("a", *part), report("b", *part, DEAL + "."), report("c", *part)
    )
    inside = [t for t in texts(found, "same-text") if " stands in B " in t]
    assert len(inside) == 1


def test_a_denial_beside_two_words_of_something_else_is_no_difference():
    a = report(
        "a",
        "The ferry Alma ran aground at Torhaven and will not reach the yard in spring "
        "for repairs, the harbour office said.",
    )
    b = report(
        "b",
        "The ferry Alma ran aground at Torhaven early on Monday for repairs, the "
        "harbour office said.",
    )
    assert not texts(collated(a, b), "differing-negation")


def test_which_to_read_is_said_only_where_it_spares_reading():
    found = collated(
        report("a", FERRY, CREW, TUG),
        report("b", FERRY),
        report("c", DEAL + "."),
        report("d", "Snow fell on the hills above Torhaven for the first time."),
    )
    assert not texts(found, "to-read")


def test_at_most_ten_findings_open_the_list_heaviest_first():
    many = [f"{FERRY} {k} rescuers named Holm{k} came." for k in range(30)]
    found = collated(report("a", *many), report("b", *many[::2]))
    opening = [f for f in found.findings if f.kind != "only-here"]
    assert len(opening) <= 10
    assert [f.weight for f in opening] == sorted(
        (f.weight for f in opening), reverse=True
    )


def test_an_idiom_with_a_negation_is_no_denial():
    a = report("a", "It is the future of the harbour that is at stake, he said.")
    b = report(
        "b",
        "It is nothing less than the future of the harbour that is at stake, he said.",
    )
    assert not texts(collated(a, b), "differing-negation")


def test_a_short_first_name_is_no_other_name():
    a = report("a", "The bill by Jim Tavares of Torhaven was passed late on Friday.")
    b = report("b", "The bill by James P. Tavares of Torhaven was passed on Friday.")
    assert not texts(collated(a, b), "differing-name")


def test_who_tweeted_it_is_no_clause_of_its_own():
    said = "“The ferry Alma will be pulled free at high water tonight,”"
    a = report("a", said + " the owner tweeted, in his first words since Friday.")
    b = report("b", said)
    assert not texts(collated(a, b), "clause-beside")


def test_nothing_is_beside_a_passage_that_is_a_small_part_of_its_sentence():
    shared = "whose brother owns the yard in Torhaven,"
    a = report(
        "a",
        "Early this year the county registrar announced to the papers that those who "
        f"want a recall, led by Ada Brandt, {shared} had collected enough signatures.",
    )
    b = report("b", f"The mayor answered Brandt, {shared} in a letter.")
    assert not texts(collated(a, b), "clause-beside")


def test_origins_that_are_nowhere_counted_come_late():
    quoted = "“We lost the bridge and nobody was on it,” Holm said."
    found = collated(report("a", quoted, FERRY), report("b", quoted, TUG))
    (origins,) = [f for f in found.findings if f.kind == "origins"]
    assert origins.text == (
        "The one passage in both reports rests on 1 or 2 origins, how many is not "
        "shown."
    )
    assert origins.weight < min(f.weight for f in found.findings if f.kind == "shared")


def test_half_a_clause_with_its_own_denial_is_no_denial_of_the_rest():
    end = (
        "I would return to talk that it was not good enough for the papers of Torhaven."
    )
    a = report(
        "a", "No matter how well I do there, if I were given the harbour, " + end
    )
    b = report(
        "b",
        "No matter how well I do there, if I were given the harbour, it still would "
        "never be, he said, and " + end,
    )
    assert not texts(collated(a, b), "differing-negation")


def test_a_shortened_place_is_no_other_name():
    a = report("a", "Senator Ada Brandt of Tarnland said the ferry would sail on time.")
    b = report("b", "Senator Ada Brandt, Tarn., said the ferry would sail on time.")
    assert not texts(collated(a, b), "differing-name")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("in Torhaven", "at about 2045 GMT"),
        ("in Torhaven", "Tarnish police have said"),
        ("at midnight MT", "at midnight ET"),
    ],
)
def test_an_hour_or_a_clause_is_no_other_name(one, other):
    told = "More than fifty firefighters fought the blaze on the roof of the store {}."
    a, b = report("a", told.format(one)), report("b", told.format(other))
    assert not texts(collated(a, b), "differing-name")


def test_what_leads_up_to_a_passage_is_no_clause_beside_it():
    shared = "the ferry Alma had run onto a sandbank outside Torhaven before dawn."
    a = report(
        "a", f"The harbour office answered the talk that it had slept, and {shared}"
    )
    b = report("b", shared.capitalize())
    assert not texts(collated(a, b), "clause-beside")


def test_a_clause_ends_where_the_quotation_does():
    said = "“The papers were asked for to harass the whole harbour office of Torhaven"
    a = report("a", f"{said}, and to ferret about for things to use,” the suit claims.")
    b = report("b", f"{said},” it says.")
    found = texts(collated(a, b), "clause-beside")
    assert all("suit claims" not in text for text in found)


def test_a_denial_said_twice_is_no_denial_of_the_other():
    told = "The forty days are worth nothing{} if the same machines come back."
    a, b = report("a", told.format("")), report("b", told.format(", nothing at all,"))
    assert not texts(collated(a, b), "differing-negation")


def test_one_more_name_is_not_another_name():
    shared = "were among the guests of the harbour opening in Torhaven on Friday"
    a = report("a", f"The Duke of Elsby, Canon Francis and Mayor Holm {shared}.")
    b = report("b", f"The Duke of Elsby and Lady Ada and Mayor Holm {shared}.")
    assert not texts(collated(a, b), "differing-name")


@pytest.mark.parametrize(
    ("shared", "beside"),
    [
        (
            "“The ferry Alma will be pulled free at high water tonight,”",
            " the mayor Anders Holm acknowledged afterwards during a crowded meeting.",
        ),
        (
            (
                "Anders Holm, owner of the ferry Alma and a tug, said in an interview "
                'to air Monday on the local radio\'s "Torhaven Tonight,"'
            ),
            " that the harbour board had been far too slow in its answer to the wreck.",
        ),
    ],
)
def test_words_around_what_is_told_are_no_clause_beside_it(shared, beside):
    found = collated(report("a", shared + beside), report("b", shared + "."))
    assert not texts(found, "clause-beside")
