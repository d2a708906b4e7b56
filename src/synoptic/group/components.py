"""Reports that some chain of links joins: no story reaches beyond such a component."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from synoptic.group.links import Links


def components(n_reports: int, links: Links, *, at_least: int) -> NDArray[np.int64]:
    """The smallest number in each report's component, by links of that nearness.

    Groups join only while their mean nearness is that high, so at least one link
    between them must be.
    """
    parent = list(range(n_reports))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    strong = links.nearness >= at_least
    for a, b in zip(links.a[strong].tolist(), links.b[strong].tolist(), strict=True):
        one, other = root(a), root(b)
        parent[max(one, other)] = min(one, other)
    return np.array([root(number) for number in range(n_reports)], np.int64)
