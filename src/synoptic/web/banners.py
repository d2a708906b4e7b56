"""What must be said above reports that are not for publication now."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from synoptic.present.held import is_held, notices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.model import Report


def banners_of(reports: Sequence[Report]) -> tuple[str, ...]:
    """A sentence for each report that is held back at this moment; most are none."""
    now = datetime.now(UTC)
    return notices(report for report in reports if is_held(report, now))
