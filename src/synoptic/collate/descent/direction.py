"""Evidence for each ordered pair: that the first gave its text to the second."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from math import log2, tanh
from typing import TYPE_CHECKING

import numpy as np

from synoptic.collate.descent.versions import is_later

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy.typing import NDArray

    from synoptic.collate.descent.credits import Credit
    from synoptic.collate.descent.pairs import Shared
    from synoptic.collate.descent.shared import Overlaps
    from synoptic.collate.descent.witness import Witness
    from synoptic.model import Report

EDGE_PARTS = (
    "amount",
    "part of child",
    "part of parent",
    "apart",
    "lacks",
    "edited",
    "mixed",
    "own text",
    "both own",
    "time",
    "names it",
    "same credit",
    "a print",
    "agency file",
    "version",
    "sources",
    "new lead",
    "cut at end",
    "dateline",
    "introduced",
    "dated",
)
"""The named parts, in the order of the features of `edge_features`."""
ROOT_PARTS = ("root", "agency at root", "credit not given", "in a group")

_BITS_OF_ONE = 16.0
_APART_BITS = 32.0
"""Two or three words that a third report has in common with each alone are enough."""
_PLACE = re.compile(r"\b[^\W\d_a-z]{4,}\b")


@dataclass(frozen=True, slots=True, eq=False)
class Family:
    """What each report shares with those it is connected to.

    Attributes:
        lacks: n by n; `lacks[p, c]` are the bits that c shares with some report that
            is connected to both and that p does not have. What c has from a report
            that has nothing to do with p says nothing about p.
        apart: n by n, symmetric; how much a third report speaks against the two
            being neighbours in the tree: it shares something with each that the
            other does not have. Were one the other's parent, either what the parent
            or what the child shares with a third would pass through both.
        mixed: n by n; `mixed[p, c]` are the bits that p shares with reports that have
            nothing to do with c. Had c drawn on p, it would have picked one source of
            p's and left the other.
        own: Bits that no connected report has, n.
        group: Bits that a report shares with some other where most that have the
            passage have other words, n. Reports that hang from one text side by side
            have nothing of that kind.
    """

    lacks: NDArray[np.float64]
    apart: NDArray[np.float64]
    mixed: NDArray[np.float64]
    own: NDArray[np.float64]
    group: NDArray[np.float64]


def family_of(
    overlaps: Overlaps,
    connected: NDArray[np.bool_],
    *,
    taken: Sequence[Collection[int]] | None = None,
) -> Family:
    """Measure what each report shares with connected ones.

    Args:
        overlaps: Of all reports.
        connected: n by n, symmetric.
        taken: For each report, units that are explained already and do not count.
    """
    witnesses = overlaps.witnesses
    n = len(witnesses)
    lacks = np.zeros((n, n))
    own = np.zeros(n)
    mixed = np.zeros((n, n))
    grouped = np.zeros((n, n))
    beyond = np.zeros((n, n, n))  # [c, x, p]: c shares it with x and p lacks it
    for c, witness in enumerate(witnesses):
        others = np.flatnonzero(connected[c])
        for unit, passage in witness.passages.items():
            if taken is not None and unit in taken[c]:
                continue
            masks = np.zeros((len(others), len(passage.words)), bool)
            there = np.zeros(len(others), bool)
            for row, x in enumerate(others.tolist()):
                if overlaps.linked(c, x, unit):
                    masks[row] = overlaps.of(c, x, unit).a
                    there[row] = True
            shared = masks.any(axis=0)
            own[c] += float(passage.told[~shared].sum())
            if not shared.any():
                continue
            told = passage.told.astype(np.float64)
            absent = (~masks).astype(np.float64)
            # einsum and not @: some builds of BLAS raise false warnings here
            related = connected[np.ix_(others, others)].astype(np.float64)
            having = masks.astype(np.float64)
            in_kin = np.einsum("px,xw->pw", related, having) > 0
            lacks[others, c] += np.einsum("xw,w->x", absent * in_kin, told)
            in_strange = np.einsum("px,xw->pw", 1 - related, having) > 0
            few = masks.sum(axis=0) + 1 < (there.sum() + 1) / 2
            grouped[c, others] += np.einsum("xw,w->x", having * few, told)
            mixed[c, others] += np.einsum("xw,w->x", absent * in_strange, told)
            beyond[c][np.ix_(others, others)] += np.einsum(
                "xw,pw->xp", masks * told, absent
            )
    # beyond[c, x, p] against beyond[p, x, c], for the x that says most
    apart = np.zeros((n, n))
    for x in range(n):
        of_x = beyond[:, x, :]
        np.maximum(apart, np.minimum(of_x, of_x.T), out=apart)
    group = grouped.max(axis=1, initial=0.0)
    return Family(lacks, apart, mixed, own, group)


def edge_features(
    overlaps: Overlaps,
    named: Sequence[Credit],
    p: int,
    c: int,
    *,
    shared: Shared,
    family: Family,
    left: bool = False,
) -> list[float]:
    """Return the evidence that p gave its text to c; one value for each part.

    Args:
        overlaps: Of all reports.
        named: Whom each report names as its source.
        p: Index of the one that may have given.
        c: Index of the one that may have taken.
        shared: What the two share (either way round).
        family: What each shares with whom.
        left: What the agencies' files that are given explain is taken out already;
            if both credit one agency, what is left is likelier to be a further text
            of it.
    """
    giver, taker = overlaps.witnesses[p], overlaps.witnesses[c]
    one, other = named[p], named[c]
    given = {credit.agency for credit in named}
    if left:
        given -= other.agencies
    return [
        _bits(shared.told),
        min(1.0, shared.told / max(taker.bits, 1.0)),
        min(1.0, shared.told / max(giver.bits, 1.0)),
        -tanh(family.apart[p, c] / _APART_BITS),
        -_bits(family.lacks[p, c]),
        -_bits(sum(overlaps.of(p, c, u).replaced for u in shared.units)),
        _bits(family.mixed[c, p]) - _bits(family.mixed[p, c]),
        _bits(float(family.own[c])) - _bits(float(family.own[p])),
        -_bits(min(float(family.own[c]), float(family.own[p]))),
        time_order(giver.report, taker.report),
        float(p in other.reports) - float(c in one.reports),
        float(bool(other.agencies & one.agencies)),
        -float(bool(one.agencies - given) and p not in other.reports),
        float(one.agency is not None) - float(other.agency is not None),
        _version(giver, taker),
        tanh(_sources_lost(overlaps, p, c, shared.units) / 2),
        float(_new_lead(overlaps, c, p)) - float(_new_lead(overlaps, p, c)),
        _tail(overlaps, p, shared.units) - _tail(overlaps, c, shared.units),
        float(_dateline(giver.report)) - float(_dateline(taker.report)),
        tanh(_introduced(giver, taker, shared.units)),
        tanh(_dated(giver, taker, shared.units)),
    ]


def root_features(named: Sequence[Credit], family: Family, c: int) -> list[float]:
    """Return the evidence that c has no parent among the reports."""
    own = {credit.agency for credit in named}
    return [
        1.0,
        float(named[c].agency is not None),
        float(bool(named[c].agencies - own)),
        _bits(float(family.group[c])),
    ]


def time_order(first: Report, second: Report) -> float:
    """1.0 when the first was published before the second, -1.0 after, 0.0 unknown.

    Times are compared as far as both are stated: of one day is no order.
    """
    a, b = first.published_at, second.published_at
    if not a or not b:
        return 0.0
    if len(a) >= 16 and len(b) >= 16:
        at, bt = datetime.fromisoformat(a), datetime.fromisoformat(b)
        if (at.tzinfo is None) == (bt.tzinfo is None):
            return float(at < bt) - float(at > bt)
    a, b = a[:10], b[:10]
    return float(a < b) - float(a > b) if len(a) == len(b) else 0.0


def _bits(amount: float) -> float:
    return log2(1 + max(amount, 0.0) / _BITS_OF_ONE)


def _sources_lost(overlaps: Overlaps, p: int, c: int, units: Collection[int]) -> int:
    """Passages that p gives with a source and c without one, less the reverse."""
    lost = 0
    for unit in units:
        left = overlaps.witnesses[p].passages[unit]
        right = overlaps.witnesses[c].passages[unit]
        lost += left.is_sourced - right.is_sourced
    return lost


def _introduced(giver: Witness, taker: Witness, units: Collection[int]) -> int:
    """Names that the one introduces and the other uses alone, less the reverse."""
    there: set[int] = set()
    back: set[int] = set()
    for unit in units:
        left, right = giver.passages[unit], taker.passages[unit]
        there |= left.introduced & right.bare
        back |= right.introduced & left.bare
    return len(there) - len(back)


def _dated(giver: Witness, taker: Witness, units: Collection[int]) -> int:
    """Passages with the name of a day in the one and its date in the other's place."""
    found = 0
    for unit in units:
        left, right = giver.passages[unit], taker.passages[unit]
        if not (left.by_date or right.by_day):
            found += left.by_day and right.by_date
        elif not (right.by_date or left.by_day):
            found -= right.by_day and left.by_date
    return found


def _new_lead(overlaps: Overlaps, a: int, b: int) -> bool:
    """Whether a opens with a passage that b has not."""
    passages = overlaps.witnesses[a].passages
    first = min(passages, key=lambda u: passages[u].first, default=None)
    return first is not None and not overlaps.linked(a, b, first)


def _tail(overlaps: Overlaps, a: int, units: Collection[int]) -> float:
    """Share of a's words behind the last passage it shares."""
    witness = overlaps.witnesses[a]
    if not units or not witness.n_words:
        return 0.0
    end = max(witness.passages[u].first + len(witness.passages[u].words) for u in units)
    return max(0.0, 1 - end / witness.n_words)


def _version(giver: Witness, taker: Witness) -> float:
    """2.0 where the second is a later version of the first, 0.0 where it is none.

    Between, where they are versions and no time tells: a desk adds to a report that
    stays up and seldom takes away, so the longer one is likelier to be the later.
    """
    first, second = giver.report, taker.report
    if first.series != second.series:
        return 2.0 * is_later(first, second)
    a = first.modified_at or first.published_at or ""
    b = second.modified_at or second.published_at or ""
    if a and b and a != b:
        return 2.0 * (a < b)
    longer = taker.n_words - giver.n_words
    return 1.0 + 0.5 * ((longer > 0) - (longer < 0))


def _dateline(report: Report) -> bool:
    """Whether it opens with a place in capitals; a stamp of date and time is none."""
    return any(_PLACE.search(report.quote(s)) for s in report.spans_of("dateline"))
