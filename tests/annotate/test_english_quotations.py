"""Quotations of English reports: content, kind and speaker, by parse and by rules."""

import pytest
from annotate.quotation_cases import make_report, read

from synoptic.annotate import annotate_all

INTRO = "Harbour Minister Olga Brandt met reporters in Port Ansel on Monday.\n\n"

BOTH = [
    (
        "cue behind, and on",
        "“The ferry is safe,” Brandt said. “It sails tomorrow.”",
        [("direct", "Olga Brandt", "“The ferry is safe,” | “It sails tomorrow.”")],
    ),
    (
        "cue before",
        "Brandt told reporters: “We will mend the quay before the winter storms.”",
        [
            (
                "direct",
                "Olga Brandt",
                "“We will mend the quay before the winter storms.”",
            )
        ],
    ),
    (
        "cue inside the sentence",
        "“The quay,” she said, “was never inspected.”",
        [("direct", "Olga Brandt", "“The quay,” | “was never inspected.”")],
    ),
    (
        "inverted, with an apposition",
        "“Nobody asked us,” said Tomas Vell, a pilot of the harbour.",
        [("direct", "Tomas Vell", "“Nobody asked us,”")],
    ),
    (
        "inverted, a role in small letters before the name",
        "“Nobody asked us,” said harbour minister Olga Brandt.",
        [("direct", "Olga Brandt", "“Nobody asked us,”")],
    ),
    (
        "straight marks",
        'Tomas Vell shouted: "Nobody asked the pilots!"',
        [("direct", "Tomas Vell", '"Nobody asked the pilots!"')],
    ),
    (
        "two paragraphs, the mark opened again",
        (
            "“The ferry is safe,” Brandt said. “We tested it twice.\n\n"
            "“It sails tomorrow.”"
        ),
        [
            (
                "direct",
                "Olga Brandt",
                "“The ferry is safe,” | “We tested it twice. | “It sails tomorrow.”",
            )
        ],
    ),
    (
        "unnamed speakers stay unnamed",
        "“The hull is cracked,” said an engineer who asked not to be named.",
        [("direct", None, "“The hull is cracked,”")],
    ),
    (
        "a scare quote is no quotation",
        "The so-called “ghost ferry” lay at the quay. It was painted blue.",
        [],
    ),
    (
        "according to",
        "The ferry had leaked for two weeks, according to the Coast Guard.",
        [("indirect", "Coast Guard", "The ferry had leaked for two weeks")],
    ),
    (
        "the name of a programme is nobody's words",
        "“The hull is cracked,” Brandt said on Elsby Radio’s “State of the Harbour.”",
        [("direct", "Olga Brandt", "“The hull is cracked,”")],
    ),
    (
        "the name of a programme, its mark left on the line before",
        "“The hull is cracked,” Brandt said on Elsby Radio’s “\nState of the Harbour.”",
        [("direct", "Olga Brandt", "“The hull is cracked,”")],
    ),
    (
        "a programme she was asked on",
        "Brandt told the “Today” programme that the ferry would sail again.",
        [("indirect", "Olga Brandt", "the ferry would sail again")],
    ),
    (
        "over a line, the cue at the end",
        "“The hull is cracked.\nIt will not sail,” Brandt said.\n“Nor will the barge.”",
        [
            (
                "direct",
                "Olga Brandt",
                "“The hull is cracked. | It will not sail,” | “Nor will the barge.”",
            )
        ],
    ),
    (
        "over lines, the cue before",
        "Brandt said: “The hull is cracked.\nIt leaks.\nIt will not sail.”\nIt rained.",
        [
            (
                "direct",
                "Olga Brandt",
                "“The hull is cracked. | It leaks. | It will not sail.”",
            )
        ],
    ),
    (
        "the cue on the line behind",
        "“The hull is cracked,” Tomas Vell said.\n“Will it sail?”\nOlga Brandt asked.",
        [
            ("direct", "Tomas Vell", "“The hull is cracked,”"),
            ("direct", "Olga Brandt", "“Will it sail?”"),
        ],
    ),
    (
        "the mark that opens it left on the line before",
        'Brandt said the hull was cracked. "\nIt will not sail again," she said.',
        [
            ("indirect", "Olga Brandt", "the hull was cracked"),
            ("direct", "Olga Brandt", 'It will not sail again,"'),
        ],
    ),
    (
        "the mark that closes it left on the line behind",
        '"The hull is cracked," Brandt said. "It leaks.\n" The crew went home.',
        [("direct", "Olga Brandt", '"The hull is cracked," | "It leaks.')],
    ),
    (
        "indirect, with that",
        "Brandt said that the ferry would sail again.",
        [("indirect", "Olga Brandt", "that the ferry would sail again")],
    ),
]


@pytest.mark.parametrize("fast", [False, True], ids=["parse", "rules"])
@pytest.mark.parametrize(
    ("text", "expected"), [c[1:] for c in BOTH], ids=[c[0] for c in BOTH]
)
def test_quotation_is_found_with_its_speaker(text, expected, fast):
    assert read(INTRO + text, fast=fast) == expected


PARSED = [
    (
        "fragment, mixed",
        "Brandt said that the quay was “rotten to the core” and that it would close.",
        [
            (
                "mixed",
                "Olga Brandt",
                "that the quay was “rotten to the core” and that it would close",
            )
        ],
    ),
    (
        "called something",
        "She called the report “very honest” on Monday.",
        [("mixed", "Olga Brandt", "the report “very honest”")],
    ),
    (
        "goes on without a cue",
        "Brandt said that the ferry was safe.\n\nBut that any ship would need a test.",
        [
            ("indirect", "Olga Brandt", "that the ferry was safe"),
            ("indirect", "Olga Brandt", "that any ship would need a test"),
        ],
    ),
    (
        "nothing was said",
        "Brandt would not say that the ferry was safe.",
        [],
    ),
    (
        "the parser takes the first quoted word for the subject",
        "“That, unfortunately,” Brandt said, “is part of the truth of our age.”",
        [
            (
                "direct",
                "Olga Brandt",
                "“That, unfortunately,” | “is part of the truth of our age.”",
            )
        ],
    ),
    (
        "referred to something as",
        "Brandt referred to the quay as “a grave of ships” on Monday.",
        [("mixed", "Olga Brandt", "the quay as “a grave of ships”")],
    ),
    (
        "hailed something as",
        "Brandt hailed the ferry as “the best of all.”",
        [("mixed", "Olga Brandt", "the ferry as “the best of all.”")],
    ),
    (
        "what was told a programme begins behind its name",
        "Brandt told Elsby Radio’s “Meet the Crews” that the quay was “rotten.”",
        [("mixed", "Olga Brandt", "the quay was “rotten.”")],
    ),
    (
        "hailed something, in words of the report's own",
        "Brandt hailed the ferry on Monday.",
        [],
    ),
    (
        "what is promised",
        "Brandt promised to mend the quay.",
        [("indirect", "Olga Brandt", "to mend the quay")],
    ),
    (
        "what is called for, and of whom",
        "Brandt called on the pilots to wait.",
        [("indirect", "Olga Brandt", "the pilots to wait")],
    ),
    (
        "only an answer can be declined in words",
        "Brandt declined to build a quay.",
        [],
    ),
    (
        "spoke of",
        "Brandt spoke of “a grave wrong.”",
        [("direct", "Olga Brandt", "“a grave wrong.”")],
    ),
    (
        "pointed out",
        "Brandt pointed out that nobody “asked the pilots.”",
        [("mixed", "Olga Brandt", "that nobody “asked the pilots.”")],
    ),
    (
        "a line about somebody is not that one's",
        "A line of hers about Tomas Vell: “He sails well.”",
        [],
    ),
    (
        "the role stands for the person",
        "“The ferry is safe,” the harbour minister said.",
        [("direct", "Olga Brandt", "“The ferry is safe,”")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [c[1:] for c in PARSED], ids=[c[0] for c in PARSED]
)
def test_parse_finds_more(text, expected):
    assert read(INTRO + text, fast=False) == expected


def test_two_of_one_last_name_stay_two():
    text = (
        "Anna Holm runs the yard. Peter Holm, her brother, runs the ferry.\n\n"
        "“We are ready,” Anna Holm said.\n\n“I am not,” said Peter Holm."
    )
    speakers = [speaker for _, speaker, _ in read(text, fast=False)]
    assert speakers == ["Anna Holm", "Peter Holm"]


def test_pronoun_between_two_who_fit_stays_open():
    text = "Mark Holm met Paul Brandt. “We are ready,” he said."
    assert [s for _, s, _ in read(text, fast=False)] == [None]


def test_quotation_in_a_headline_is_marked_as_such():
    report = make_report(
        "Brandt: ‘Ferry is safe’\nOlga Brandt spoke on Monday.", headline=True
    )
    found = annotate_all([report]).annotations[0].quotations
    assert [(q.block, q.speaker.entity) for q in found] == [("headline", "Olga Brandt")]


@pytest.mark.parametrize("behind", [".", " (two men).", " “with sorrow.”"])
def test_by_rules_the_words_of_a_speaker_end_with_a_word(behind):
    report = make_report(f"The ferry had leaked, according to the coast guard{behind}")
    (quotation, *_) = annotate_all([report], fast=True).annotations[0].quotations
    assert report.quote(quotation.speaker.span) == "the coast guard"


@pytest.mark.parametrize("fast", [False, True], ids=["parse", "rules"])
def test_turns_of_a_transcript_are_direct_speech(fast):
    text = (
        "PRESENTER: Is the ferry safe? People say it leaks.\n"
        "OLGA BRANDT (recording): It is safe. Who will tell you otherwise?"
    )
    assert read(text, fast=fast) == [
        ("direct", None, "Is the ferry safe? People say it leaks."),
        ("direct", "Olga Brandt", "It is safe. Who will tell you otherwise?"),
    ]


def test_act_addressee_and_occasion_are_kept():
    report = make_report(
        INTRO + "“The ferry is safe,” Brandt told reporters in Port Ansel on Monday."
    )
    quotation = annotate_all([report]).annotations[0].quotations[0]
    assert quotation.act == "said"
    assert report.quote(quotation.addressee) == "reporters"
    assert report.quote(quotation.occasion) == "in Port Ansel on Monday"
    assert report.quote(quotation.cue) == "told"


def test_every_span_lies_in_the_text_and_contents_do_not_repeat():
    text = INTRO + "\n\n".join(c[1] for c in BOTH + PARSED)
    report = make_report(text)
    for fast in (False, True):
        notes = annotate_all([report], fast=fast).annotations[0]
        ids = [q.id for q in notes.quotations]
        assert len(ids) == len(set(ids))
        for quotation in notes.quotations:
            for span in quotation.content:
                assert 0 <= span.start < span.end <= len(text)
            assert 0.0 <= quotation.speaker.confidence <= 1.0
            assert quotation.speaker.reason
