"""What a user can say about reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO


@dataclass(frozen=True, kw_only=True)
class ReadOptions:
    """How sources are read, and what the user states about them.

    Attributes:
        offline: Refuse every address on the network, named or not.
        max_bytes: Largest single report, unpacked, in bytes; a JSONL file may be
            larger, none of its rows may. Reason: a page of 20 MiB is no report.
        max_chars: Longest text of a single report, in code points.
        timeout_seconds: For one fetched address, redirects included.
        allow_private: Fetch from loopback and private addresses too.
        outlet, published_at, language: Stated by the user for all reports read; they
            win over what the reports say.
        stdin: Where `-` reads from; None: the standard input of the process.
    """

    offline: bool = False
    max_bytes: int = 20 * 1024 * 1024
    max_chars: int = 1_000_000
    timeout_seconds: float = 20.0
    allow_private: bool = False
    outlet: str | None = None
    published_at: str | None = None
    language: str | None = None
    stdin: BinaryIO | None = None
