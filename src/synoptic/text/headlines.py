"""What stands in a headline and is none of its words."""

from __future__ import annotations

import re
from typing import Final

WIRE_MARK: Final = re.compile(
    r"(?:(?:CORRECTED|CORRECTION|UPDATE|REFILE|WRAPUP|EXCLUSIVE|ANALYSIS|FACTBOX|"
    r"TIMELINE|RPT|ADVISORY|LEAD|URGENT)(?: \d+)?[-: ]+)+"
)
"""The marks that wires set before a headline: `UPDATE 1-`, `CORRECTED-`."""


def without_mark(headline: str) -> str:
    """A headline without the wire's mark before it; never empty for one that is not.

    Example:
        >>> without_mark("UPDATE 1-Hillside falls")
        'Hillside falls'
    """
    mark = WIRE_MARK.match(headline)
    return (headline[mark.end() :] if mark else headline) or headline
