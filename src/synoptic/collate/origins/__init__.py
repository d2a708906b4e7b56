"""Origins: how many pieces of writing can stand behind each unit, at least and at most.

Counted among the given reports, per unit and never by whole reports: a report that
draws on another in part may have written that very passage itself.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from synoptic.collate.descent.wording import labels, several
from synoptic.collate.origins.joins import Joins, components
from synoptic.collate.origins.said import names_nearby, said_by
from synoptic.model import Origin
from synoptic.text.owners import load_owners
from synoptic.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from synoptic.collate.descent import Pairs
    from synoptic.model import Annotations, Evidence, Unit
    from synoptic.text.owners import Owners

__all__ = ["find_origins"]

_REFERRING = re.compile(r"(?:the|that|this) [a-z]+", re.IGNORECASE)


def find_origins(
    pairs: Pairs,
    annotations: Sequence[Annotations],
    *,
    owners: Owners | None = None,
) -> tuple[Origin, ...]:
    """Return the bounds for each unit, in the order of the units.

    Readings that almost surely go back to one piece of writing are joined for
    `at_most`; all that could, for `at_least`. To be kept apart there, two readings
    need words of their own on both sides that differ, and no shared credit or owner.

    Args:
        pairs: The evidence on every pair of reports.
        annotations: One for each report; quotations name the speakers.
        owners: Who owns which outlets; None: the shipped table.
    """
    table = owners or load_owners()
    place = {report.id: k for k, report in enumerate(pairs.reports)}
    names = labels(pairs.reports)
    return tuple(
        _origin(pairs, annotations, table, unit, index, place, names)
        for index, unit in enumerate(pairs.units)
    )


def _origin(  # noqa: PLR0917 (one call, above)
    pairs: Pairs,
    annotations: Sequence[Annotations],
    table: Owners,
    unit: Unit,
    index: int,
    place: dict[str, int],
    names: Sequence[str],
) -> Origin:
    members = [place[r.report] for r in unit.readings]
    speakers: dict[str, None] = {}
    evidence: list[Evidence] = []
    unsourced: list[int] = []
    found = [
        said_by(pairs.reports[member], annotations[member], reading)
        for reading, member in zip(unit.readings, members, strict=True)
    ]
    for said, where in found:
        speakers.update(dict.fromkeys(said))
        evidence += where
    for reading, member, (said, _) in zip(unit.readings, members, found, strict=True):
        if not said and not names_nearby(
            pairs.reports[member], reading, tuple(speakers)
        ):
            unsourced.append(member)
    counted = [m for m in members if pairs.has(m, index)]
    joins = Joins(pairs, table, index)
    surely = joins.without_bridges(
        counted, [p for p in combinations(counted, 2) if joins.surely(*p)]
    )
    possibly = [p for p in combinations(counted, 2) if joins.possibly(*p)]
    at_most = len(components(counted, surely))
    at_least = len(components(counted, possibly))
    measured = len(counted) == len(members)
    reasons, decide = _words(
        pairs, names, counted, joins, surely, possibly, at_least, at_most
    )
    if speakers and unsourced and len(unsourced) < len(members):
        reasons.append(
            "its source is named only in "
            + several([names[m] for m in members if m not in unsourced])
        )
    return Origin(
        unit=unit.id,
        reports=tuple(r.report for r in unit.readings),
        at_least=at_least if measured else None,
        at_most=at_most if measured else None,
        said_by=_distinct(speakers),
        reasons=tuple(reasons) if measured else (),
        would_decide=tuple(decide) if measured else (),
        evidence=tuple(evidence),
    )


def _words(  # noqa: PLR0917 (one call, above)
    pairs: Pairs,
    names: Sequence[str],
    members: Sequence[int],
    joins: Joins,
    surely: Sequence[tuple[int, int]],
    possibly: Sequence[tuple[int, int]],
    at_least: int,
    at_most: int,
) -> tuple[list[str], list[str]]:
    """Reasons for the bounds, and what would narrow them."""
    reasons: list[str] = []
    decide: list[str] = []
    if len(members) < 2:
        return reasons, decide
    reasons.extend(
        f"{several([names[m] for m in group])} have it from one written text: "
        "the same or nearly the same words"
        for group in components(members, surely)
        if len(group) > 1
    )
    if at_least < at_most:
        loose = sorted(set(possibly) - set(surely))
        ties = {tie: None for a, b in loose if (tie := joins.tie(a, b)) is not None}
        if ties:
            reasons.append(f"{'; '.join(ties)}: one text may stand behind them")
        else:
            reasons.append(
                "these words alone do not tell whether they go back to one text"
            )
        given = {pairs.named(k).agency for k in range(len(pairs.reports))}
        agencies = sorted(
            {agency for m in members for agency in pairs.named(m).agencies - given}
        )
        if agencies:
            decide.append(f"the copy of {several(agencies)} on this story")
        untimed = [names[m] for m in members if pairs.reports[m].published_at is None]
        if untimed:
            decide.append(f"the time of publication of {several(untimed)}")
        decide.append("word from the desks on where they had it from")
    if at_least > 1:
        reasons.append(
            "told in different words by reports that share no credit and no other "
            "written text"
        )
    return reasons, decide


def _distinct(speakers: Iterable[str]) -> tuple[str, ...]:
    """Speakers once each: "Holt" goes where "fire chief Anders Holt" stands.

    "The company" goes where anybody is named: it takes up a name given before.
    """
    kept: list[str] = []
    known: list[set[str]] = []
    named = [name for name in speakers if not _REFERRING.fullmatch(name)]
    for name in sorted(named or speakers, key=lambda n: (-len(n), n)):
        words = set(tokenize(name).norm)
        if not words or not any(words <= other for other in known):
            kept.append(name)
            known.append(words)
    return tuple(sorted(kept))
