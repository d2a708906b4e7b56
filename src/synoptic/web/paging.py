"""Links to the page before and the page after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Pages:
    """Where the neighbours of a page are; None: there is none."""

    before: str | None
    after: str | None


def pages(
    path: str, query: Mapping[str, str], offset: int, size: int, *, more: bool
) -> Pages:
    """The neighbours of the page that begins at `offset`."""

    def at(place: int) -> str:
        asked = {name: value for name, value in query.items() if value}
        return f"{path}?{urlencode({**asked, 'offset': place})}"

    return Pages(
        before=at(max(0, offset - size)) if offset else None,
        after=at(offset + size) if more else None,
    )
