"""Blocks: body, and the things around it. All texts here are made up."""

import pytest

from synoptic.read.blocks import cut_blocks

BODY_1 = (
    "The old harbour bridge was closed on Sunday after a barge struck one of its "
    "piers, the harbour master said in a statement."
)
BODY_2 = "Nobody was hurt, and divers were sent down to look at the damage at noon."


def kinds(text, **stated):
    """Each block as (kind, words), for texts of one paragraph a line."""
    return [(b.kind, text[b.start : b.end]) for b in cut_blocks(text, **stated)]


def kind_of(line, text, **stated):
    found = [kind for kind, words in kinds(text, **stated) if words == line]
    assert found, f"{line!r} is no block of its own"
    return found[0]


def page(*lines):
    return "\n\n".join(lines)


def test_headline_printed_twice_with_a_standfirst_between():
    text = """\
Harbour Bridge Shut After Barge Strikes Pier

The council said that it would take weeks to find out how bad it is.
Harbour Bridge Shut After Barge Strikes Pier
The bridge on May 3, 2021. Ann Lee/Agence Coast via Getty Images
Mara Lindqvist
Updated:
0:00

The old harbour bridge was closed on Sunday after a barge struck one of its piers.

Nobody was hurt, and divers were sent down to look at the damage at noon.

Reuters and the Associated Press contributed to this story.
Mara Lindqvist
Mara Lindqvist
Senior Coast Correspondent
Mara Lindqvist is a senior reporter for The Ellery Post who covers ports.
twitter
"""
    assert [kind for kind, _ in kinds(text)] == [
        "headline",
        "subheadline",
        "headline",
        "caption",
        "byline",
        "dateline",
        "boilerplate",
        "body",
        "body",
        "credit",
        "byline",
        "byline",
        "boilerplate",
        "boilerplate",
        "boilerplate",
    ]


def test_page_stamp_agency_and_source_line():
    text = page(
        "twitter date 2021-05-04 Coast",
        "Barge strikes harbour bridge",
        "Reuters",
        "May 4, 2021 7:12 am",
        "[Source: Reuters]",
        BODY_1,
    )
    assert [kind for kind, _ in kinds(text)] == [
        "boilerplate",
        "headline",
        "credit",
        "dateline",
        "credit",
        "body",
    ]


@pytest.mark.parametrize(
    "opening",
    [
        "PORT ELLERY, May 3 (Reuters) - ",
        "PORT ELLERY (AP) — ",
        "Port Ellery (AFP) – ",
        "PORT ELLERY, Norland (CNN) - ",
        "PORT ELLERY, N.D. -- ",
        "(AP) - ",
        "Port Ellery, 3. Mai (dpa) - ",
    ],
)
def test_a_dateline_inside_the_first_paragraph_is_split_off(opening):
    text = page("Barge strikes harbour bridge", opening + BODY_1, BODY_2)
    assert kinds(text)[1:] == [
        ("dateline", opening.rstrip()),
        ("body", BODY_1),
        ("body", BODY_2),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "The survey was made May 3 - 9, and the answers were put together by hand.",
        "Sen. Ann Lee (R-Norland) — who voted for it — said the bridge was old enough.",
        "Ann Lee (left) said the council had been told about the pier in the spring.",
        "By signing the deal, the two towns ended a quarrel of more than ten years.",
        "Like them, she wants the bridge to be built again where the old one stands.",
        "Copyright law was not made for pictures of bridges, the photographer said.",
        "Next story by story the harbour board went through every berth on the quay.",
        "Related work on the quay will begin as soon as the divers are done with it.",
        "More than one barge was at the pier when the tide turned, at about 08:28.",
        "She reported from Port Ellery that the bridge was closed to all lorries.",
        "Most other links between the two banks were closed for the day as well.",
        "He contributed to the report on piers that the harbour board never printed.",
    ],
)
def test_body_is_not_lost_to_look_alikes(line):
    text = page("Barge strikes harbour bridge", BODY_1, line, BODY_2)
    assert kind_of(line, text) == "body"


@pytest.mark.parametrize(
    "line",
    [
        "The divers near the bridge on Sunday. REUTERS/Ann Lee/File Photo",
        "FILE - In this May 3, 2020 file photo the bridge is seen. (AP Photo/Ann Lee)",
        "Divers get ready on the quay. (Photo: Ann Lee/Coast Pictures)",
        "Ann Lee | AFP | Getty Images",
        "Photo: Ann Lee, AP",
        "Image caption The bridge carried 3,000 lorries a day",
        "Photograph by Ann Lee / AFP / Getty",
        "From left, Mayor Tom Okafor and divers on the quay. (Ann Lee / Ellery Post)",
        "© AFP 2021",
        "twitter/@ellery_port via CNN",
        "Instagram: @annlee",
    ],
)
def test_captions_and_photo_credits(line):
    text = page("Barge strikes harbour bridge", BODY_1, line, BODY_2)
    assert kind_of(line, text) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "Follow us on Twitter and Facebook",
        "Follow Mara Lindqvist on Twitter @maralind",
        "Sign up for the weekly newsletter of the Ellery Post.",
        "Read more: Why the council waited",
        "Previous story:",
        "Back to Gallery",
        "Previous story: Ferry stuck on the bar for a third day",
        "Next article » Council meets on Monday",
        "RELATED STORIES",
        "We use cookies to make this site work.",
        "Copyright 2021 by Coast NewSource. All rights reserved.",
        "twitter",
        "Facebook Twitter Email",
        "12 comments",
        "Slideshow ( 5 images )",
        "Story continues below advertisement",
        "This story has been updated.",
        "___",
        '"',
        "”",
        "quay.jpg",
    ],
)
def test_furniture_inside_the_body(line):
    text = page("Barge strikes harbour bridge", BODY_1, line, BODY_2)
    assert kind_of(line, text) == "boilerplate"


@pytest.mark.parametrize("line", ["NEW SPAN", "‘WELCOME’", "1. Cost"])
def test_crossheads(line):
    text = page("Barge strikes harbour bridge", BODY_1, line, BODY_2)
    assert kind_of(line, text) == "crosshead"


@pytest.mark.parametrize(
    "line",
    ["“We lost it.”", "No.", "MAYOR LEE: It is lost", "• Lorries go by the mole"],
)
def test_short_lines_of_the_body_are_no_crossheads(line):
    text = page("Barge strikes harbour bridge", BODY_1, line, BODY_2)
    assert kind_of(line, text) == "body"


@pytest.mark.parametrize(
    "line",
    [
        "By Mara Lindqvist",
        "BY MARA LINDQVIST AND TOM OKAFOR",
        "By Mara Lindqvist, Associated Press",
        "Mara Lindqvist and Tom Okafor",
        "By Mara Lindqvist | Sunday, 3 May 2021 09:27 PM",
        "Mara Lindqvist | Coast Reporter",
    ],
)
def test_bylines(line):
    text = page("Barge strikes harbour bridge", line, BODY_1, BODY_2)
    assert kind_of(line, text) == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "May 3, 2021 8:39 am",
        "Posted: 9:20 AM, May 3, 2021",
        "Updated:",
        "3 May 2021",
        "5 hours ago",
        "PUBLISHED: 02:31 GMT, 3 May 2021 | UPDATED: 22:19 GMT, 3 May 2021",
        "HELSTRAND",
        "Helstrand CNN —",
        "Helstrand, Norland (AFP) –",
        "CNN —",
    ],
)
def test_date_lines_above_the_body(line):
    text = page("Barge strikes harbour bridge", line, BODY_1, BODY_2)
    assert kind_of(line, text) == "dateline"


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Mara Lindqvist; Editing by Tom Okafor)",
        "Associated Press writer Tom Okafor contributed to this report.",
        "With files from AFP",
        "Mara Lindqvist reported from Port Ellery.",
        "This article was originally published by The Ellery Post.",
    ],
)
def test_credits_at_the_foot(line):
    text = page("Barge strikes harbour bridge", BODY_1, BODY_2, line)
    assert kind_of(line, text) == "credit"


def test_an_agency_alone_inside_the_body_owns_a_picture():
    text = page("Barge strikes harbour bridge", BODY_1, "Reuters", BODY_2)
    assert kind_of("Reuters", text) == "caption"


def test_links_after_their_heading_are_furniture():
    text = page(
        "Barge strikes harbour bridge",
        BODY_1,
        "Related Content",
        "Mayor wants a tunnel instead of a bridge",
        BODY_2,
    )
    line = "Mayor wants a tunnel instead of a bridge"
    assert kind_of(line, text) == "boilerplate"


def test_hard_wrapped_lines_are_one_paragraph():
    text = (
        "Barge strikes harbour bridge\n\n"
        "The old harbour bridge was closed on Sunday after a barge struck one\n"
        "of its piers, the harbour master said in a statement that was sent\n"
        "round at noon.\n\n"
        "Nobody was hurt, and divers were sent down to look at the damage at\n"
        "once.\n"
    )
    assert [kind for kind, _ in kinds(text)] == ["headline", "body", "body"]
    assert kinds(text)[1][1].count("\n") == 2


def test_one_sentence_a_line_is_all_body():
    text = "Barge strikes bridge\nNEW SPAN\nTom Okafor\nIt was old.\nAdvertisement"
    found = [kind for kind, _ in kinds(text, layout="lines")]
    assert found == ["body", "body", "body", "body", "boilerplate"]


def test_long_lines_of_one_sentence_each_are_not_joined_or_cut():
    lines = [BODY_1, BODY_2, "It was old.", "The council met at night, it was said."]
    assert kinds("\n".join(lines)) == [("body", line) for line in lines]


@pytest.mark.parametrize(
    "text",
    ["The bridge is shut.", "Bridge shut", "Read this", "He left.\n\nShe came.\n\nNo."],
)
def test_a_short_text_keeps_a_body(text):
    assert any(kind == "body" for kind, _ in kinds(text))


def test_the_stated_headline_and_byline_are_found_in_the_text():
    text = page("Okafor", "BARGE STRIKES BRIDGE.", BODY_1)
    found = kinds(text, headline="Barge strikes bridge", byline="Okafor")
    assert found[1][0] == "headline"


def test_without_a_headline_the_body_starts_at_once():
    text = page(BODY_1, BODY_2)
    assert [kind for kind, _ in kinds(text)] == ["body", "body"]


def test_questions_are_headings_where_there_are_several():
    asked = ["What happened?", "Who will pay?"]
    text = page("Barge strikes bridge", BODY_1, asked[0], BODY_2, asked[1], BODY_1)
    assert [kind_of(line, text) for line in asked] == ["crosshead"] * 2
    text = page("Barge strikes bridge", BODY_1, asked[0], BODY_2)
    assert kind_of(asked[0], text) == "body"


def test_a_question_at_the_top_is_the_headline():
    line = "What would the town be like if the old bridge were gone for good?"
    assert kind_of(line, page(line, BODY_1, BODY_2)) == "headline"


def test_a_line_of_prose_that_ends_in_a_dash_is_no_dateline():
    line = "Barges will leave the PLA —"
    text = page("Barge strikes bridge", BODY_1, line, BODY_2)
    assert kind_of(line, text) != "dateline"
