"""Direct quotations of German reports, from the language's own list of verbs."""

import pytest
from annotate.quotation_cases import read

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
    ],
)
def test_german_quotation_is_found_with_its_speaker(text, expected):
    assert read(INTRO + text, fast=False, language="de") == expected
