"""Follow-ups: a story that takes an earlier one further, linked and not merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from synoptic.group.links import Links


def follow_ups(
    links: Links,
    story: NDArray[np.int64],
    began: Sequence[int | None],
    names: Sequence[str],
    *,
    at_least: int,
) -> Mapping[int, int]:
    """By the number of a story, that of the earlier story that it takes further.

    A story follows the one most alike to it among those that began on an earlier day.

    Args:
        links: Between the reports of all stories.
        story: The number of each report's story.
        began: By story, the day it began on; None: not stated, so nothing can be told.
        names: By story, what decides between two that are alike to the same degree.
        at_least: Mean nearness between two stories, in thousandths.
    """
    n_stories = len(began)
    a, b = story[links.a], story[links.b]
    apart = a != b
    pairs = np.minimum(a, b)[apart] * n_stories + np.maximum(a, b)[apart]
    between, place = np.unique(pairs, return_inverse=True)
    total = np.zeros(len(between), np.int64)
    np.add.at(total, place, links.nearness[apart])
    size = np.bincount(story, minlength=n_stories)
    one, other = between // n_stories, between % n_stories
    mean = total / (size[one] * size[other])
    found: dict[int, tuple[float, str, int]] = {}
    for n in np.flatnonzero(mean >= at_least).tolist():
        early, late = int(one[n]), int(other[n])
        days = began[early], began[late]
        if days[0] is None or days[1] is None or days[0] == days[1]:
            continue
        if days[0] > days[1]:
            early, late = late, early
        entry = (-float(mean[n]), names[early], early)
        found[late] = min(found.get(late, entry), entry)
    return {late: early for late, (_, _, early) in found.items()}
