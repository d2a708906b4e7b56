"""The word differences of one unit as a short list, after the apparatus of an edition.

Every reading is set beside the first; readings that differ from it in the same way
are named together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.present.wording import edit_sentence, same_letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.present.shown import LinkView

_Variant = tuple[str, str, bool]


def apparatus(sigla: Sequence[str], links: Sequence[LinkView]) -> tuple[str, ...]:
    """One sentence a difference, in the order in which the words stand.

    Differences in case and marks alone are left out; those in spelling are named so.

    Args:
        sigla: The reports that have the unit, in the order of its readings.
        links: How they compare, pair by pair.
    """
    first = sigla[0]
    found: dict[_Variant, list[str]] = {}
    for siglum in sigla[1:]:
        for link in links:
            if {link.a, link.b} != {first, siglum}:
                continue
            for edit in link.edits:
                own, other = (edit.a, edit.b) if link.a == first else (edit.b, edit.a)
                style = edit.cls == "style"
                if style and same_letters(own, other):
                    continue
                found.setdefault((own, other, style), []).append(siglum)
    return tuple(
        edit_sentence(first, own, others, other, n_readings=len(sigla))
        + (" (spelling)" if style else "")
        for (own, other, style), others in found.items()
    )
