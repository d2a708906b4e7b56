"""Items that name one thing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from synoptic.collate.positions.items import Item


@dataclass(slots=True, eq=False)
class Group:
    """Items that name one thing, around the one that is most like the others."""

    medoid: Item
    items: list[Item] = field(default_factory=list)


def merge(groups: list[Group], of: dict[int, Group], a: Item, b: Item) -> None:
    """Make one group of the two that the items stand in; the smaller goes.

    Args:
        groups: All groups, changed in place.
        of: The group of each item, by the item's `id()`, changed in place.
        a: An item of the one.
        b: An item of the other.
    """
    kept, gone = of[id(a)], of[id(b)]
    if kept is gone:
        return
    if len(gone.items) > len(kept.items):
        kept, gone = gone, kept
    kept.items += gone.items
    groups.remove(gone)
    of.update((id(item), kept) for item in gone.items)
