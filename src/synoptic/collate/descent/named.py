"""Which names a report gives in full before it uses the surname alone.

News introduces people once ("coast guard commander Rui Tavares") and goes on with the
surname. A report that has the surname only has lost the place where it was introduced.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from synoptic.collate.passages.body import TITLES
from synoptic.text.rarity import known

if TYPE_CHECKING:
    from collections.abc import Mapping

    from synoptic.collate.passages.body import Body

_SHORTEST = 3
"""Letters of a name; initials introduce nobody."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one body.

    Attributes:
        in_full: By the last word of each name that stands with another before it, the
            index of the first token where it does.
        alone: Tokens that are a name by themselves.
    """

    in_full: Mapping[str, int]
    alone: frozenset[int]


def names_of(body: Body) -> Names:
    """Return the names of a body, told by capitals; titles are none.

    A word that opens a sentence counts when it stands with a capital elsewhere too, or
    when the table of words does not know it.
    """
    text, opening = body.report.text, {s.first for s in body.sentences}
    name = [
        (told < bits or not known(word))
        and text[at].isupper()
        and word not in TITLES
        and len(word) >= _SHORTEST
        for word, at, told, bits in zip(
            body.norm, body.start, body.narration, body.bits, strict=True
        )
    ]

    def joined(k: int) -> bool:
        """Whether a name goes on from one token to the next."""
        return (
            0 <= k < len(name) - 1
            and name[k]
            and name[k + 1]
            and k + 1 not in opening
            and text[body.end[k] : body.start[k + 1]] == " "
        )

    in_full: dict[str, int] = {}
    alone = set()
    for k in (k for k, found in enumerate(name) if found and not joined(k)):
        if joined(k - 1):
            in_full.setdefault(body.norm[k], k)
        else:
            alone.add(k)
    return Names(in_full, frozenset(alone))
