"""Tables that grow by doubling as reports come in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def grown(table: NDArray[Any], size: int) -> NDArray[Any]:
    """The table with at least so many places, the new ones 0."""
    if size <= len(table):
        return table
    larger = np.zeros(max(size, 2 * len(table)), table.dtype)
    larger[: len(table)] = table
    return larger
