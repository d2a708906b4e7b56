"""Which of two years, weeks or halves of a day a careful reader takes."""

from __future__ import annotations

import pytest
from builders import body_report

from synoptic.annotate.english.dates import find_dates
from synoptic.text.split import split_sentences

WEDNESDAY = "2026-03-04"


def values(text):
    report = body_report("r", text, published_at=WEDNESDAY)
    return [d.value for d in find_dates(report, split_sentences(text), None)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The bridge will open in June.", "2026-06"),
        ("The bridge might open in June.", "2026-06"),
        ("The bridge opened in June.", "2025-06"),
        ("The bridge could have opened in June.", "2025-06"),
        ("They plan a bridge in June.", "2026-06"),
        ("The plan came up in June.", "2025-06"),
        ("The assembly meets in June.", "2026-06"),
        ("The meets in June were short.", "2025-06"),
        ("The bridge is due to open in June.", "2026-06"),
        ("She said the ferry would return in June.", "2026-06"),
        ("She said the ferry had returned in June.", "2025-06"),
        ("“Ask me in June who was right,” the mayor said.", "2026-06"),
        ('"Wait for June," the mayor said.', "2026-06"),
        ("The council voted to close the school in June.", "2026-06"),
        ("It approved a plan to build a pier in June.", "2026-06"),
        ("The owners decided to sell the mill in June.", "2026-06"),
        ("The owners managed to sell the mill in June.", "2025-06"),
        ("The council voted in June to close the school.", "2025-06"),
        ("The pier, to be finished in August, is late.", "2026-08"),
        ("The council voted to close the school by June.", "2026-06"),
        ("The ferry runs again by June.", "2026-06"),
        ("A vote is set for June.", "2026-06"),
        ("The company promised repairs for June.", "2026-06"),
        ("They want the school shut before June.", "2026-06"),
        ("Repairs until June, the notice said.", "2026-06"),
        ("The harbour was shut until June.", "2025-06"),
        ("The strike has gone on since June.", "2025-06"),
        ("It agreed to reopen the pool before the summer season.", "2026-SU"),
        ("The fee must be paid before the summer season.", "2026-SU"),
        ("In August, Justice Ada Holm of the harbour court agreed.", "2025-08"),
        ("In August, Justice Ada Holm of the harbour court will agree.", "2026-08"),
        ("Holm cited a May 10 meeting in Elsby.", "2026-05-10"),
        ("Brandt praises a December 10 meeting in Elsby.", "2025-12-10"),
    ],
)
def test_the_tense_and_the_words_before_tell_the_year(text, value):
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # a day of the past cannot go with the perfect: it is of the limits
        ("The port has issued a notice of limits on Thursday.", ["2026-03-05"]),
        ("He has been in jail since Thursday.", ["2026-02-26"]),
        (
            "She plans to go, saying in an interview Saturday that she may return.",
            ["2026-02-28"],
        ),
        (
            "It is closing the port, announcing Saturday that boats may leave.",
            ["2026-02-28"],
        ),
        ("Since the council's vote on the pier in June it will not run.", ["2025-06"]),
        (
            "She will see the towns where this weekend's fires took place.",
            ["2026-W09-WE"],
        ),
        ("The storm will come this weekend.", ["2026-W10-WE"]),
        ("Nobody knew before her last day in office.", []),
        ("They left last night.", ["2026-03-03TNI"]),
        ("MARCH 2: The harbour at dawn.", ["2026-03-02"]),
        (
            "On Monday she spoke. He had promised to leave earlier in the day.",
            ["2026-03-02", "2026-03-02"],
        ),
        ("He spoke earlier in the day.", ["2026-03-04"]),
        ("She spoke on Elsby Radio's “This Week.”", []),
        ("He told “Harbour News Sunday” that boats were lost.", []),
        ("She left on “Sunday,” he said.", ["2026-03-01"]),
        ("“This week,” she said, “we sail.”", ["2026-W10"]),
    ],
)
def test_what_an_expression_belongs_to_tells_its_day(text, told):
    assert values(text) == told


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The judge asked everybody back for Saturday.", "2026-03-07"),
        ("The shop has bread until Sunday.", "2026-03-08"),
        ("The shop was shut until Sunday.", "2026-03-01"),
        ("They met on Saturday.", "2026-02-28"),
    ],
)
def test_a_weekday_after_for_or_until_is_the_coming_one(text, value):
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Nobody pays since the boats left on Saturday, February 21.", "2026-02-21"),
        ("They will remember Saturday, February 21.", "2026-02-21"),
        ("They spoke of Friday, June 13.", "2025-06-13"),
    ],
)
def test_a_printed_weekday_tells_the_year(text, value):
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("She came at three o'clock.", "2026-03-04TXX:00"),
        ("She came at three o’clock.", "2026-03-04TXX:00"),
        ("She came on Tuesday at three o'clock.", "2026-03-03TXX:00"),
        ("She came at 3:15 on Tuesday.", "2026-03-03TXX:15"),
        ("She came at 12 o'clock.", "2026-03-04TXX:00"),
        ("She came at 3 o'clock in the afternoon.", "2026-03-04T15:00"),
        ("She came at nine o'clock in the morning.", "2026-03-04T09:00"),
        ("She came at 11 o'clock at night.", "2026-03-04T23:00"),
        ("She came on Tuesday evening at 7:30.", "2026-03-03T19:30"),
        ("She came at 14:30.", "2026-03-04T14:30"),
        ("She came at 09:30.", "2026-03-04T09:30"),
        ("She came at 3 p.m. on Tuesday.", "2026-03-03T15:00"),
        ("She came at 9:10 GMT.", "2026-03-04T09:10+00:00"),
        ("She came at 12 midnight.", "2026-03-04T00:00"),
    ],
)
def test_an_hour_without_its_half_of_the_day_stays_open(text, value):
    assert values(text) == [value]


@pytest.mark.parametrize(
    "text", ["A photo by June Marlow.", "They voted for May.", "A film by May."]
)
def test_a_first_name_is_no_month(text):
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They vote next November, after the 2027 census.", ["2027-11", "2027"]),
        ("They vote next November, after the 2025 census.", ["2026-11", "2025"]),
        ("They vote next November.", ["2026-11"]),
    ],
)
def test_next_november_beside_next_year_is_of_that_year(text, told):
    assert values(text) == told


def test_years_to_come_make_no_telling_of_the_past():
    text = (
        "He may run in 2030. She may run in 2030. The 2030 race, the 2030 vote and the "
        "2030 count cost more. In January he spoke."
    )
    assert values(text)[-1] == "2026-01"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # a far verb does not tell tomorrow from six days ago
        (
            "Holm put a diver on the list for the second day of the hearing Thursday.",
            "XXXX-WXX-4",
        ),
        ("The hearing took place on Thursday.", "2026-02-26"),
        ("The hearing will go on Thursday.", "2026-03-05"),
        ("The harbour offices are closed Thursday as well.", "2026-03-05"),
        # on a Wednesday most of the last seven days are of the week that ended
        ("The divers went down five times this past week.", "2026-W09"),
        ("The divers went down five times this past year.", "2025"),
        ("Boats will not have to show a board-approved card in May.", "2026-05"),
        ("Brandt said that on May 6, boats could be asked for a card.", "2026-05-06"),
    ],
)
def test_a_day_is_told_only_where_the_verb_stands_near(text, value):
    assert values(text) == [value]


def test_later_than_something_told_further_back_is_not_told():
    text = (
        "Brandt took office earlier this year. It was not until four years later, in "
        "2011, that the wreck was found."
    )
    assert values(text) == ["2026", "XXXX", "2011"]


def test_a_title_that_is_a_number_is_no_year():
    assert values("The author of “1984” and “Farm” wrote it.") == []
    assert values("He wrote it “in 1984” at sea.") == ["1984"]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("They hope to decide before the end of the year.", ("2026-10-01", 12)),
        ("The camp grew in the late 1980s.", ("1985-01-01", 12)),
        ("The camp grew in late 1988.", ("1988-07-01", 12)),
        ("The camp grew in early 1988.", ("1988-01-01", 6)),
    ],
)
def test_the_late_part_of_a_year_begins_with_a_month(text, bounds):
    report = body_report("r", text, published_at=WEDNESDAY)
    (found,) = find_dates(report, split_sentences(text), None)
    assert (found.earliest, int((found.latest or "")[5:7])) == bounds
