"""Shared passages as claims: printed in, words from, said by, bounds, why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from synoptic.model import siglum
from synoptic.present.wording import clipped

if TYPE_CHECKING:
    from synoptic.model import Collation, Descent, Origin, Unit


@dataclass(frozen=True, slots=True)
class Claim:
    """One shared passage, ready to be printed.

    Attributes:
        words: As the first report that has it prints it, cut where long.
        printed_in: Sigla, in order.
        words_from: Sigla or names of what is not given; empty: not shown.
        bounds: "1", "1 to 2", "2 or more of 3"; "not measured".
    """

    words: str
    printed_in: tuple[str, ...]
    words_from: tuple[str, ...]
    said_by: tuple[str, ...]
    at_least: int | None
    at_most: int | None
    bounds: str
    why: tuple[str, ...]
    would_decide: tuple[str, ...]


def claims_of(collation: Collation) -> tuple[Claim, ...]:
    """Passages of two reports or more, those most printed first."""
    if collation.origins is None:
        return ()
    sigla = {report.id: siglum(k) for k, report in enumerate(collation.reports)}
    rows = [
        _claim(collation, unit, origin, sigla)
        for unit, origin in zip(collation.units, collation.origins, strict=True)
        if len(unit.readings) > 1
    ]
    return tuple(sorted(rows, key=lambda c: (-len(c.printed_in), c.at_most or 0)))


def _claim(
    collation: Collation, unit: Unit, origin: Origin, sigla: dict[str, str]
) -> Claim:
    reading = unit.readings[0]
    report = collation.report(reading.report)
    words = clipped(" ... ".join(report.quote(s) for s in reading.spans))
    return Claim(
        words=words,
        printed_in=tuple(sigla[r.report] for r in unit.readings),
        words_from=_words_from(collation.descent, unit, sigla),
        said_by=origin.said_by,
        at_least=origin.at_least,
        at_most=origin.at_most,
        bounds=bounds_in_words(origin.at_least, origin.at_most),
        why=origin.reasons,
        would_decide=origin.would_decide,
    )


def bounds_in_words(at_least: int | None, at_most: int | None) -> str:
    """Say the bounds: "1 origin", "1 to 2 origins", "not measured"."""
    if at_least is None or at_most is None:
        return "not measured"
    if at_least == at_most:
        return f"{at_least} origin{'s' if at_least > 1 else ''}"
    return f"{at_least} to {at_most} origins"


def _words_from(
    descent: Descent | None, unit: Unit, sigla: dict[str, str]
) -> tuple[str, ...]:
    """Where the words of a unit come from: topmost parents, and what is not given."""
    if descent is None:
        return ()
    carried = [e for e in descent.edges if unit.id in e.units]
    children = {e.child for e in carried}
    tops = {e.parent for e in carried} - children
    lost = [x for x in descent.lost_parents if unit.id in x.units]
    below = {child for x in lost for child in x.children}
    names = [sigla[r] for r in sigla if r in tops and r not in below]
    return (*names, *(lost_name(x.agency) for x in lost))


def lost_name(agency: str | None) -> str:
    """What a text that is not given is called."""
    return f"{agency} copy (not given)" if agency else "a text that is not given"
