"""The evidence on every pair of reports, weighed once for all that ask."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from synoptic.collate.descent.evidence import field_of, ground_of
from synoptic.collate.descent.pairs import PAIR_PARTS
from synoptic.collate.descent.weights import load_weights

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from synoptic.collate.descent.credits import Credit
    from synoptic.collate.descent.evidence import Field, Ground
    from synoptic.collate.descent.shared import Overlap
    from synoptic.collate.descent.weights import Weights
    from synoptic.model import Annotations, Report, Unit
    from synoptic.text.owners import Owners

_NO_LINK_BITS = -16.0
_PRINT_SHARE = 0.8
_TRANSLATION_SHARE = 0.9
_AMOUNT = PAIR_PARTS.index("amount")


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """What is known about each pair of reports from the two alone.

    Attributes:
        reports: In the order of the collation; indices below are into it.
        units: As they were given; unit indices are into it.
    """

    reports: tuple[Report, ...]
    units: tuple[Unit, ...]
    ground: Ground
    evidence: Field
    weights: Weights
    _prints: dict[tuple[int, int], bool] = field(default_factory=dict, repr=False)

    def connection_bits(self, a: int, b: int) -> float:
        """Evidence that two reports go back to one written text, log2 odds."""
        bits = float(self.evidence.bits[a, b])
        return max(bits, _NO_LINK_BITS)

    def amount(self, a: int, b: int) -> float:
        """Part of the shorter one's telling words that the other has, 0.0 to 1.0."""
        shared = self.evidence.pair(a, b)
        return shared.features[_AMOUNT] if shared else 0.0

    def overlap(self, a: int, b: int, unit: int) -> Overlap:
        """Which words two readings of a unit share."""
        return self.ground.overlaps.of(a, b, unit)

    def told_bits(self, a: int, b: int, unit: int) -> float:
        """Telling bits of the shorter of two readings."""
        first, second = (
            self.ground.overlaps.witnesses[a],
            self.ground.overlaps.witnesses[b],
        )
        return min(first.passages[unit].bits, second.passages[unit].bits)

    def same_words(self, a: int, b: int, unit: int) -> bool:
        """Whether two readings are word for word the same, quoted words included."""
        first, second = (
            self.ground.overlaps.witnesses[a],
            self.ground.overlaps.witnesses[b],
        )
        return first.passages[unit].words == second.passages[unit].words

    def word_by_word(self, a: int, b: int, unit: int) -> bool:
        """Whether two readings are set beside each other word by word, not reworded."""
        pair = {self.reports[a].id, self.reports[b].id}
        return any(
            link.kind != "reworded" and {link.a, link.b} == pair
            for link in self.units[unit].links
        )

    def one_translation(self, a: int, b: int, unit: int) -> bool:
        """Whether two readings have a long quotation in the same translated words."""
        first, second = (
            self.ground.overlaps.witnesses[a].passages[unit],
            self.ground.overlaps.witnesses[b].passages[unit],
        )
        words = min(first.n_translated, second.n_translated)
        if not words:
            return False
        matched = int((self.overlap(a, b, unit).a & first.translated).sum())
        return matched >= _TRANSLATION_SHARE * words

    def prints_of_one(self, a: int, b: int) -> bool:
        """Whether nearly all of one report's words stand in the other, word for word.

        Quoted words count too: a report made of speeches alone can be a print.
        """
        if (a, b) in self._prints:
            return self._prints[a, b]
        overlaps = self.ground.overlaps
        words = sum(
            len(overlaps.witnesses[a].passages[u].words)
            for u in overlaps.shared_units(a, b)
            if self.same_words(a, b, u)
        )
        n_words = min(overlaps.witnesses[a].n_words, overlaps.witnesses[b].n_words)
        found = words >= _PRINT_SHARE * max(n_words, 1)
        self._prints[a, b] = found
        return found

    def has(self, a: int, unit: int) -> bool:
        """Whether a report has words at a unit."""
        return unit in self.ground.overlaps.witnesses[a].passages

    def named(self, a: int) -> Credit:
        """Whom a report names as its source."""
        return self.ground.named[a]

    def credit(self, a: int, b: int) -> float:
        """1.0: one names the other; 0.5: both name one agency; 0.0: neither."""
        one, other = self.named(a), self.named(b)
        if b in one.reports or a in other.reports:
            return 1.0
        return 0.5 if one.agencies & other.agencies else 0.0


def weigh_pairs(
    reports: Sequence[Report],
    annotations: Sequence[Annotations],
    units: Sequence[Unit],
    *,
    barred: Collection[tuple[str, str]] = (),
    owners: Owners | None = None,
) -> Pairs:
    """Weigh every pair of reports.

    Args:
        reports: In the order of the collation.
        annotations: One for each report; its sentences are looked at, and its
            quotations where the table knows a speaker.
        units: As `find_passages` returns them.
        barred: Ids (parent, child) that a reader says are none.
        owners: The table that says who speaks what; None: the shipped one.
    """
    weights = load_weights()
    ground = ground_of(reports, annotations, units, barred=barred, owners=owners)
    return Pairs(
        tuple(reports), tuple(units), ground, field_of(ground, weights), weights
    )
