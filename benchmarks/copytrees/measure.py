"""How well descent and origins find what is true about grown stories."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from copytrees.score import unit_origins
from synoptic.collate.descent.evidence import CONNECTED_BITS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copytrees.score import Case
    from synoptic.model import Descent, Origin


def f1(hits: int, found: int, true: int) -> tuple[float, float, float]:
    """Precision, recall, F1; 1.0 where there is nothing to find or to get wrong."""
    precision = hits / found if found else 1.0
    recall = hits / true if true else 1.0
    total = precision + recall
    return precision, recall, 2 * precision * recall / total if total else 0.0


@dataclass
class Tally:
    """Counts over stories; `figures` makes rates of them."""

    count: Counter[str] = field(default_factory=Counter)
    odds: list[tuple[float, bool]] = field(default_factory=list)

    def add(self, case: Case, descent: Descent) -> None:
        count = self.count
        true = {(e["parent"], e["child"]): e for e in case.truth["edges"]}
        drawn = {(e.parent, e.child): e for e in descent.edges}
        count["edges true"] += len(true)
        count["edges drawn"] += len(drawn)
        count["edges hit"] += len(true.keys() & drawn.keys())
        tied = [set(u.reports) for u in descent.undecided]
        for parent, child in true:
            if (parent, child) in drawn:
                count["direction right"] += 2
            elif (child, parent) not in drawn and any(
                {parent, child} <= t for t in tied
            ):
                count["direction right"] += 1
            elif (child, parent) not in drawn:
                continue
            count["direction told"] += 2
        for pair, edge in drawn.items():
            if pair in true:
                count["extent told"] += 1
                count["extent right"] += edge.extent == true[pair]["extent"]
            self.odds.append((edge.p, pair in true))
        self._lost(case, descent)
        for a, b in case.truth["independent"]:
            count["independent"] += 1
            linked = (a, b) in drawn or (b, a) in drawn
            linked |= any({a, b} <= set(x.children) for x in descent.lost_parents)
            count["independent linked"] += linked
        by_pair = {frozenset((p.a, p.b)): p for p in descent.pairs}
        for a, b in case.truth["independent"]:
            pair = by_pair.get(frozenset((a, b)))
            self.count["independent connected"] += bool(
                pair and pair.bits >= CONNECTED_BITS
            )

    def _lost(self, case: Case, descent: Descent) -> None:
        """Matched one to one, best first, by the share of children in common."""
        true = [(set(x["children"]), x["agency"]) for x in case.truth["lost_parents"]]
        found = [(set(x.children), x.agency) for x in descent.lost_parents]
        self.count["lost true"] += len(true)
        self.count["lost found"] += len(found)
        scored = sorted(
            (
                (len(t & f) / len(t | f), i, j)
                for i, (t, _) in enumerate(true)
                for j, (f, _) in enumerate(found)
            ),
            reverse=True,
        )
        used: set[tuple[str, int]] = set()
        for score, i, j in scored:
            if score >= 0.5 and ("t", i) not in used and ("f", j) not in used:
                used |= {("t", i), ("f", j)}
                self.count["lost hit"] += 1

    def figures(self) -> dict[str, float]:
        c = self.count
        p, r, f = f1(c["edges hit"], c["edges drawn"], c["edges true"])
        lp, lr, lf = f1(c["lost hit"], c["lost found"], c["lost true"])
        brier = sum((q - t) ** 2 for q, t in self.odds) / max(len(self.odds), 1)
        return {
            "edge_precision": p,
            "edge_recall": r,
            "edge_f1": f,
            "direction": c["direction right"] / max(c["direction told"], 1),
            "extent": c["extent right"] / max(c["extent told"], 1),
            "lost_precision": lp,
            "lost_recall": lr,
            "lost_f1": lf,
            "independent_linked": c["independent linked"] / max(c["independent"], 1),
            "independent_connected": c["independent connected"]
            / max(c["independent"], 1),
            "edge_brier": brier,
            "n_edges": float(c["edges true"]),
        }


def calibration(odds: list[tuple[float, bool]], bins: int = 5) -> list[str]:
    """Lines of stated against true share, over equal widths of probability."""
    lines = []
    for k in range(bins):
        low, high = k / bins, (k + 1) / bins
        inside = [
            (p, t) for p, t in odds if low <= p < high or (k == bins - 1 and p == 1)
        ]
        if inside:
            stated = sum(p for p, _ in inside) / len(inside)
            true = sum(t for _, t in inside) / len(inside)
            lines.append(
                f"{low:.1f}-{high:.1f}: stated {stated:.2f}, true {true:.2f}, "
                f"n {len(inside)}"
            )
    return lines


ALPHA = 0.05


@dataclass
class Bounds:
    """Bounds on origins against the truth; units with two or more readings only.

    Units whose truth is one origin and those with more are kept apart: bounds that
    always say one, or always all, do well on one kind and badly on the other.
    """

    one: list[tuple[int, int, int, int]] = field(default_factory=list)
    more: list[tuple[int, int, int, int]] = field(default_factory=list)

    def add(self, case: Case, origins: Sequence[Origin]) -> None:
        for origin, truth in zip(origins, unit_origins(case), strict=True):
            n = len(origin.reports)
            if n < 2 or len(truth) < n or origin.at_least is None:
                continue
            true = len(set(truth.values()))
            row = (origin.at_least, origin.at_most or n, true, n)
            (self.one if true == 1 else self.more).append(row)

    def figures(self) -> dict[str, float]:
        figures = {}
        for name, rows in (("one", self.one), ("more", self.more)):
            count = max(len(rows), 1)
            figures[f"{name}_n"] = float(len(rows))
            figures[f"{name}_holds"] = (
                sum(lo <= t <= hi for lo, hi, t, _ in rows) / count
            )
            figures[f"{name}_width"] = (
                sum((hi - lo) / (n - 1) for lo, hi, _, n in rows) / count
            )
            ours = sum(interval_score(lo, hi, t) for lo, hi, t, _ in rows)
            trivial = sum(interval_score(1, n, t) for *_, t, n in rows)
            figures[f"{name}_score"] = ours / trivial if trivial else 0.0
        both = self.one + self.more
        figures["score"] = sum(interval_score(a, b, t) for a, b, t, _ in both) / max(
            sum(interval_score(1, n, t) for *_, t, n in both), 1.0
        )
        return figures


def interval_score(low: float, high: float, true: float) -> float:
    """Gneiting and Raftery 2007, section 6.2, at 95 %; lower is better."""
    return (
        high
        - low
        + 2 / ALPHA * max(low - true, 0.0)
        + 2 / ALPHA * max(true - high, 0.0)
    )
