"""The copy tree as lines of text, for the terminal and as the drawing's equivalent."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from synoptic.model import siglum
from synoptic.present.claims import lost_name
from synoptic.present.names import name_of
from synoptic.present.wording import chance, listed, percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.model import Collation, Descent, DescentEdge, Report


def tree_lines(collation: Collation, *, reasons: bool = False) -> list[str]:
    """Return the tree as indented lines; a report with two parents stands under each.

    Args:
        collation: With descent measured.
        reasons: Give the reasons under each tie.
    """
    descent = collation.descent
    if descent is None:
        return ["Who draws on whom was not measured."]
    return list(_Tree(collation, descent, reasons=reasons).lines())


class _Tree:
    def __init__(
        self, collation: Collation, descent: Descent, *, reasons: bool
    ) -> None:
        self._reports = collation.reports
        self._descent = descent
        self._reasons = reasons
        self._name = {r.id: _named(k, r) for k, r in enumerate(collation.reports)}
        self._siglum = {r.id: siglum(k) for k, r in enumerate(collation.reports)}
        self._below: defaultdict[str, list[DescentEdge]] = defaultdict(list)
        for edge in descent.edges:
            self._below[edge.parent].append(edge)

    def lines(self) -> Iterator[str]:
        drawn = {edge.child for edge in self._descent.edges}
        lost = {c for x in self._descent.lost_parents for c in x.children}
        for parent in self._descent.lost_parents:
            yield f"({lost_name(parent.agency)}; probability {chance(parent.p)})"
            if self._reasons:
                yield from (f"    because {reason}" for reason in parent.reasons)
            for child in parent.children:
                yield f"  ~ {self._name[child]}"
                if child not in drawn:
                    yield from self._under(child, "    ", frozenset())
        for report in self._reports:
            if report.id in drawn or report.id in lost:
                continue
            yield self._name[report.id]
            yield from self._under(report.id, "  ", frozenset())
        for tie in self._descent.undecided:
            who = listed([self._siglum[r] for r in tie.reports])
            yield f"Not shown: which of {who} drew on which"
            if self._reasons and tie.would_decide:
                yield f"    would decide: {'; '.join(tie.would_decide)}"

    def _under(self, report: str, indent: str, above: frozenset[str]) -> Iterator[str]:
        if report in above:
            return
        for edge in self._below[report]:
            later = edge.parts.get("version", 0.0) > 0
            yield (
                f"{indent}- {self._name[edge.child]}: "
                f"{'a later version' if later else edge.extent} "
                f"({percent(edge.share)} of its words; probability {chance(edge.p)})"
            )
            if self._reasons:
                yield from (f"{indent}    because {why}" for why in edge.reasons)
            yield from self._under(edge.child, indent + "  ", above | {report})


def _named(index: int, report: Report) -> str:
    when = f", {report.published_at}" if report.published_at else ""
    return f"{siglum(index)} {name_of(report)}{when}"
