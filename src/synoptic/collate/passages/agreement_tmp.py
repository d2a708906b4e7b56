"""Edit classes until the agreement checks stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.model import EditClass


def edit_class(a: Sequence[str], b: Sequence[str]) -> EditClass:
    """Tell a difference of print from a difference of words."""
    same = "".join(a).casefold() == "".join(b).casefold()
    return "style" if same else "wording"


def disagreements(a: object, b: object) -> tuple[str, ...]:
    """None yet."""
    del a, b
    return ()
