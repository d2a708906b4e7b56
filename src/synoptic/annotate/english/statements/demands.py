"""What somebody is said to have demanded, where it is a clause: "that it be closed"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from synoptic.annotate.english.negation import is_negated
from synoptic.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from synoptic.annotate.english.tree import Tree
    from synoptic.model import Quotation


class Demand(NamedTuple):
    """The clause that is demanded, without "that", and the verb of demanding."""

    clause: Span
    verb: int
    quotation: Quotation


def find_demands(tree: Tree, quotations: Sequence[Quotation]) -> Iterator[Demand]:
    """Yield what is demanded, urged or ordered in a clause with "that"."""
    for quotation in quotations:
        if quotation.act != "demanded" or quotation.cue is None:
            continue
        if quotation.kind == "direct" or len(quotation.content) != 1:
            continue
        verb = bisect_left(tree.start, quotation.cue.start)
        start, end = quotation.content[0]
        first = bisect_left(tree.start, start)
        if first >= len(tree.start) or tree.word(first).lower() != "that":
            continue
        if is_negated(tree, verb):
            continue
        yield Demand(Span(tree.start[first + 1], end), verb, quotation)
