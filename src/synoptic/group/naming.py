"""Key words of a story, from its reports themselves."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.group.telling import Telling

_N_KEYWORDS = 5


def keywords(members: Sequence[Telling]) -> tuple[str, ...]:
    """The words that weigh most in at least half of the reports, heaviest first.

    Each as most of the reports print it.
    """
    weights: Counter[int] = Counter()
    n_reports: Counter[int] = Counter()
    forms: dict[int, Counter[str]] = {}
    for member in members:
        for term, weight, form in member.heaviest:
            weights[term] += weight
            n_reports[term] += 1
            forms.setdefault(term, Counter())[form] += 1
    printed = {
        term: min(found, key=lambda form: (-found[form], form))
        for term, found in forms.items()
    }
    shared = [term for term, n in n_reports.items() if 2 * n >= len(members)]
    shared.sort(key=lambda term: (-weights[term], printed[term]))
    return tuple(printed[term] for term in shared[:_N_KEYWORDS])
