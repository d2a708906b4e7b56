"""Direct quotations of German reports, from the language's own list of verbs."""

import pytest
from annotate.quotation_cases import read

from synoptic.annotate import annotate_all
from synoptic.model import Block, Report

INTRO = "Hafenministerin Olga Brandt sprach am Montag mit der Presse.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "„Die Fähre ist sicher“, sagte Brandt. „Sie fährt morgen.“",
            [("direct", "Olga Brandt", "„Die Fähre ist sicher“ | „Sie fährt morgen.“")],
        ),
        (
            "Ministerin Olga Brandt erklärte: „Wir prüfen den Kai.“",
            [("direct", "Olga Brandt", "„Wir prüfen den Kai.“")],
        ),
        (
            "»Niemand hat gefragt«, sagte ein Sprecher des Hafens am Montag.",
            [("direct", None, "»Niemand hat gefragt«")],
        ),
        ("Die sogenannte „Geisterfähre“ lag am Kai.", []),
        (
            "„Das stimmt nicht“, sagte sie.",
            [("direct", None, "„Das stimmt nicht“")],
        ),
        (
            "„Die Fähre“, sagte Brandt am Montag, „ist sicher.“",
            [("direct", "Olga Brandt", "„Die Fähre“ | „ist sicher.“")],
        ),
        (
            "„Wir warten noch“, so Ohlsen. Das „Tor“, so schien es, war zu.",
            [("direct", "Ohlsen", "„Wir warten noch“")],
        ),
    ],
)
def test_german_quotation_is_found_with_its_speaker(text, expected):
    assert read(INTRO + text, fast=False, language="de") == expected


def test_german_quotation_in_a_caption_is_found_and_marked():
    text = INTRO + "„Der Kai bleibt zu“, sagte Olga Brandt."
    cut = len(INTRO)
    blocks = (Block(0, cut - 2, "body"), Block(cut, len(text), "caption"))
    one = Report(id="r", series="r", path="r", text=text, blocks=blocks, language="de")
    found = annotate_all([one], fast=True).annotations[0].quotations
    assert [(q.block, q.speaker.entity) for q in found] == [("caption", "Olga Brandt")]
