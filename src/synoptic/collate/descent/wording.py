"""The parts of the evidence in plain, neutral words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.model import siglum

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from synoptic.model import Report

_SAID_BITS = 0.5
"""Parts below this are not put into words."""
_VERY_LIKELY, LIKELY = 0.9, 0.7
_MOST_CASES = 99
TIME_ALONE = "nothing but the printed times says which of the two came first"
_FOR = {
    "amount": "they share {passages} in the same or nearly the same words",
    "part of child": "{share} of {child} stands in {parent}",
    "part of parent": "{parent_share} of {parent} stands in {child}",
    "mixed": "{child} has words from elsewhere too that {parent} does not have",
    "own text": "{child} adds words of its own around the shared ones",
    "time": "{parent} was published first",
    "names it": "{child} names {source} as a source",
    "same credit": "both credit {credit}",
    "agency file": "{parent} is the agency's own file",
    "version": "they are versions of one report, {parent} the earlier",
    "sources": "{parent} names sources that {child} prints without",
    "new lead": "{child} opens with a passage of its own",
    "cut at end": "{parent} goes on where {child} ends",
    "dateline": "{parent} carries a dateline and {child} does not",
    "introduced": "{parent} gives in full the names of people whom {child} names "
    "by surname alone",
    "dated": "{parent} names a day where {child} gives its date",
}
_AGAINST = {
    "apart": "each shares words with a third report that the other does not have",
    "lacks": "{child} shares words with other reports that {parent} does not have",
    "edited": "words differ in the passages that they share",
    "mixed": "{parent} has words from elsewhere too that {child} does not have",
    "own text": "{parent} has words of its own around the shared ones",
    "both own": "each has words of its own that the other does not have",
    "time": "{child} was published first",
    "names it": "{parent} names {child} as a source",
    "a print": "{parent} is itself a print of agency copy that is not given",
    "agency file": "{child} is an agency's own file",
    "version": "{child} is the earlier version",
    "new lead": "{parent} opens with a passage of its own",
    "cut at end": "{child} goes on where {parent} ends",
    "dateline": "{child} carries a dateline and {parent} does not",
    "introduced": "{child} gives in full the names of people whom {parent} names "
    "by surname alone",
    "dated": "{child} names a day where {parent} gives its date",
}


def labels(reports: Sequence[Report]) -> tuple[str, ...]:
    """What to call each: as the findings, the page and the terminal do."""
    return tuple(siglum(n) for n in range(len(reports)))


def edge_reasons(
    parts: Mapping[str, float],
    *,
    parent: str,
    child: str,
    n_passages: int,
    share: float,
    parent_share: float,
    credit: Sequence[str],
    agency: str | None = None,
) -> tuple[str, ...]:
    """Say what speaks for an edge, weightiest first, then what speaks against it.

    Args:
        parts: Bits by the name of the part.
        parent: What the parent is called.
        child: What the child is called.
        n_passages: How many the child has from the parent.
        share: The part of the child's words in them.
        parent_share: The part of the parent's words that stand in the child.
        credit: Agencies that both credit.
        agency: Whose own file the parent is.
    """
    values = {
        "parent": parent,
        "child": child,
        "passages": "1 passage" if n_passages == 1 else f"{n_passages} passages",
        "share": percent(share),
        "parent_share": percent(parent_share),
        "credit": " and ".join(credit),
        "source": agency or parent,
    }
    ahead = [n for n, bits in parts.items() if bits >= _SAID_BITS and n in _FOR]
    behind = [n for n, bits in parts.items() if bits <= -_SAID_BITS and n in _AGAINST]
    return (
        *(_FOR[name].format_map(values) for name in ahead),
        *("on the other hand, " + _AGAINST[n].format_map(values) for n in behind),
    )


def several(names: Sequence[str]) -> str:
    """Names as words: "A", "A and B", "A, B and C"."""
    return " and ".join((", ".join(names[:-1]), names[-1]) if names[1:] else names)


def percent(share: float) -> str:
    """A share of 0 to 1 as "95 %"."""
    return f"{round(100 * share)} %"


def likely(p: float) -> str:
    """Odds of even or better in words: "likely", "very likely"."""
    if p >= _VERY_LIKELY:
        return "very likely"
    return "likely" if p >= LIKELY else "more likely than not"


def in_hundred(p: float) -> str:
    """A probability as a number of cases: "83 in 100"; nothing is ever certain."""
    cases = round(100 * p)
    return "over 99 in 100" if cases > _MOST_CASES else f"{cases} in 100"
