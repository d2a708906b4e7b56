"""Headlines in capitals are read like any sentence, and set beside each other."""

from __future__ import annotations

import pytest
from positions.made import known, made, told

BODY = (
    "Ruth Abernathy, the mayor of Merrow, spoke on Monday. Abernathy said the harbour "
    "plan was on the table, and the council backed her."
)


@pytest.mark.parametrize(
    ("headline", "stance"),
    [
        ("Abernathy Backs Harbour Plan", "for"),
        ("Abernathy Stops Short of Backing Harbour Plan", "unstated"),
        ("Abernathy to Veto Harbour Plan", "against"),
    ],
)
def test_a_headline_in_capitals_is_read(headline, stance):
    report = made(BODY, headline=headline)
    (notes,) = known(report)
    found = [s for s in told(report, notes) if s[1].casefold() == "harbour plan"]
    assert ("Ruth Abernathy", stance) in [(actor, how) for actor, _, how in found]
