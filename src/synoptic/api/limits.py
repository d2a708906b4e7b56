"""How often one reader may ask for dear things."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from threading import Lock

_MOST_KEYS = 10_000


@dataclass(slots=True)
class Limit:
    """A bucket of permissions for each key, filled again evenly over a minute.

    Attributes:
        per_minute: How many in a minute, and how many at once.
    """

    per_minute: int
    _left: dict[str, tuple[float, float]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def wait_seconds(self, key: str, n: int = 1) -> float:
        """0 and the permission taken; else how long to wait, and nothing taken."""
        now = time.monotonic()
        with self._lock:
            left, at = self._left.get(key, (float(self.per_minute), now))
            left = min(self.per_minute, left + (now - at) * self.per_minute / 60)
            if left < n:
                self._left[key] = (left, now)
                return (n - left) * 60 / max(1, self.per_minute)
            if len(self._left) >= _MOST_KEYS:
                self._left.clear()
            self._left[key] = (left - n, now)
            return 0.0
