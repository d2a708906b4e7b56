"""Where what was said begins and ends, and who carries it, by the parse."""

import pytest
from annotate.quotation_cases import make_report, read

from synoptic.annotate import annotate_all

INTRO = "Harbour Minister Olga Brandt met reporters in Port Ansel on Monday.\n\n"

ENDS = [
    (
        "a dash brings more of what was said",
        "Brandt said the quay was sinking — a loss that nobody had feared.",
        [
            (
                "indirect",
                "Olga Brandt",
                "the quay was sinking — a loss that nobody had feared",
            )
        ],
    ),
    (
        "behind closed marks a dash brings the reporter's words",
        "Brandt called the plan “a fine mess” — the word she uses for most plans.",
        [("mixed", "Olga Brandt", "the plan “a fine mess”")],
    ),
    (
        "two dashes hold an aside, and the clause goes on",
        "Brandt said that “the old quay” — built for sail — would “cost the town.”",
        [
            (
                "mixed",
                "Olga Brandt",
                "that “the old quay” — built for sail — would “cost the town.”",
            )
        ],
    ),
    (
        "a participle behind closed marks is the reporter's",
        "Brandt said the plan was “a fine mess,” leaving the hall by a side door.",
        [("mixed", "Olga Brandt", "the plan was “a fine mess,”")],
    ),
    (
        "what stands behind a colon",
        "Brandt said the town had two choices: mend the quay or lose the ferry.",
        [
            (
                "indirect",
                "Olga Brandt",
                "the town had two choices: mend the quay or lose the ferry",
            )
        ],
    ),
    (
        "a deed joined on in the tense of the cue",
        "Brandt says the quay must close and walks back to the ferry.",
        [("indirect", "Olga Brandt", "the quay must close")],
    ),
    (
        "the second of two verbs of saying",
        "Brandt said she wanted no quarrel and predicted that the ferry would sail.",
        [
            ("indirect", "Olga Brandt", "she wanted no quarrel"),
            ("indirect", "Olga Brandt", "that the ferry would sail"),
        ],
    ),
    (
        "according to somebody, at the end of two clauses",
        (
            "The old quay is sinking and its owners hid the cracks, according "
            "to a report."
        ),
        [("indirect", None, "The old quay is sinking and its owners hid the cracks")],
    ),
    (
        "a deed that is reported",
        "Brandt said mending the quay would cost less than a new one.",
        [
            (
                "indirect",
                "Olga Brandt",
                "mending the quay would cost less than a new one",
            )
        ],
    ),
    (
        "what somebody is called on to do",
        "Brandt called on the owners to mend the quay.",
        [("indirect", "Olga Brandt", "the owners to mend the quay")],
    ),
    (
        "what is called for, with a day between",
        "Brandt called on Monday for the owners to resign.",
        [("indirect", "Olga Brandt", "the owners to resign")],
    ),
    ("a meeting called is nothing said", "Brandt called a meeting of the owners.", []),
    (
        "a noun with its owner",
        "The pilots laughed at Brandt's claim that the quay was sound.",
        [("indirect", "Olga Brandt", "that the quay was sound")],
    ),
    (
        "a promise of his",
        "Tomas Vell spoke next. The pilots laughed at his promise to mend the quay.",
        [("indirect", "Tomas Vell", "to mend the quay")],
    ),
    (
        "the partner told them, let in",
        "The answer, Brandt told them, was simple and cheap to find.",
        [("indirect", "Olga Brandt", "The answer | was simple and cheap to find")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [c[1:] for c in ENDS], ids=[c[0] for c in ENDS]
)
def test_what_was_said_ends_where_the_reporter_goes_on(text, expected):
    assert read(INTRO + text, fast=False) == expected


def test_speaker_behind_whom_an_aside_stands():
    text = "One guest, who like others gave no name, said the quay is lost."
    report = make_report(INTRO + text)
    (found,) = annotate_all([report], fast=False).annotations[0].quotations
    assert report.quote(found.speaker.span) == "One guest"
