"""Which readings of a unit go back, surely or possibly, to one written text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.collate.descent.wording import several
from synoptic.collate.origins.same import (
    load_limits,
    p_same,
    same_features,
    tells_apart,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from synoptic.collate.descent import Pairs
    from synoptic.text.owners import Owners


_EVEN = 0.5


class Joins:
    """Which readings of one unit are joined, and why."""

    def __init__(self, pairs: Pairs, table: Owners, unit: int) -> None:
        self._pairs, self._table, self._unit = pairs, table, unit
        self._limits = load_limits()

    def surely(self, a: int, b: int) -> bool:
        """They almost surely go back to one piece of writing."""
        pairs, unit = self._pairs, self._unit
        if pairs.prints_of_one(a, b) and pairs.same_words(a, b, unit):
            return True
        if pairs.one_translation(a, b, unit):
            return True
        return self._p(a, b) >= self._limits.surely

    def without_bridges(
        self, members: Sequence[int], joined: Iterable[tuple[int, int]]
    ) -> list[tuple[int, int]]:
        """The pairs, in order, less those that would join strangers.

        A report drawn from two others can have the words of both in one place. It goes
        with the one it is closer to there and does not make one piece of writing of
        the two.
        """
        group = {m: {m} for m in members}
        kept = []
        for a, b in sorted(joined, key=lambda pair: (-self._p(*pair), pair)):
            if group[a] is not group[b]:
                if any(self._strangers(x, y) for x in group[a] for y in group[b]):
                    continue
                both = group[a] | group[b]
                group.update(dict.fromkeys(both, both))
            kept.append((a, b))
        return sorted(kept)

    def _strangers(self, a: int, b: int) -> bool:
        """They have no text in common otherwise, and other words here."""
        return (
            self._pairs.connection_bits(a, b) < 0
            and not self.surely(a, b)
            and self._p(a, b) < _EVEN
        )

    def possibly(self, a: int, b: int) -> bool:
        """They could."""
        if self.surely(a, b) or self.tie(a, b) is not None:
            return True
        if not tells_apart(self._pairs, a, b, self._unit):
            return True
        if self._pairs.word_by_word(a, b, self._unit):
            return True  # an edited passage is no other wording of one's own
        return self._p(a, b) >= self._limits.possibly

    def _p(self, a: int, b: int) -> float:
        return p_same(same_features(self._pairs, a, b, self._unit), self._limits)

    def tie(self, a: int, b: int) -> str | None:
        """What two reports have in common outside their words."""
        one, other = self._pairs.named(a), self._pairs.named(b)
        shared = sorted(one.agencies & other.agencies)
        if shared:
            return f"both credit {several(shared)}"
        if one.agency and one.agency == other.agency:
            return f"both are {one.agency}'s own files"
        if one.agency and one.agency in other.agencies:
            return f"one is {one.agency}'s own file and the other credits {one.agency}"
        if other.agency and other.agency in one.agencies:
            return (
                f"one is {other.agency}'s own file and the other credits {other.agency}"
            )
        if b in one.reports or a in other.reports:
            return "one names the other as a source"
        first, second = self._pairs.reports[a], self._pairs.reports[b]
        if first.series == second.series:
            return "they are versions of one report"
        owner = self._table.owner_of(first.outlet)
        if owner and owner == self._table.owner_of(second.outlet):
            return f"both belong to {owner}"
        bought = (one.agencies & self._table.buys_of(second.outlet)) | (
            other.agencies & self._table.buys_of(first.outlet)
        )
        if bought:
            return f"one credits {several(sorted(bought))} and the other buys from it"
        return None


def components(
    members: Sequence[int], joined: Iterable[tuple[int, int]]
) -> list[list[int]]:
    """Members that are joined, directly or through others; each group in order."""
    top = {m: m for m in members}

    def root(m: int) -> int:
        while top[m] != m:
            m = top[m]
        return m

    for a, b in joined:
        first, second = sorted((root(a), root(b)))
        top[second] = first
    groups: dict[int, list[int]] = {}
    for m in members:
        groups.setdefault(root(m), []).append(m)
    return list(groups.values())
