"""Score time expressions as TempEval-3 does: relaxed spans, then values."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass
class Score:
    found: int = 0
    gold: int = 0
    spans: int = 0
    strict: int = 0
    values: int = 0

    def f1(self, right: int) -> float:
        return 2 * right / (self.found + self.gold) if self.found + self.gold else 0.0

    @property
    def value_f1(self) -> float:
        return self.f1(self.values)

    def __str__(self) -> str:
        return (
            f"gold {self.gold} found {self.found} |"
            f" strict F1 {self.f1(self.strict):.3f}"
            f" relaxed F1 {self.f1(self.spans):.3f} value F1 {self.value_f1:.3f}"
        )


def add(score, gold, found, *, same=None, wrong=None):
    """Add one text: gold and found are (start, end, type, value)."""
    same = same or same_value
    score.gold += len(gold)
    score.found += len(found)
    free = list(found)
    for g in gold:
        over = [f for f in free if f[0] < g[1] and g[0] < f[1]]
        if not over:
            if wrong is not None:
                wrong.append(("missed", g, None))
            continue
        f = max(
            over, key=lambda f: (same(g[3], f[3]), min(f[1], g[1]) - max(f[0], g[0]))
        )
        free.remove(f)
        score.spans += 1
        score.strict += f[:2] == tuple(g[:2])
        if same(g[3], f[3]):
            score.values += 1
        elif wrong is not None:
            wrong.append(("value", g, f))
    if wrong is not None:
        wrong.extend(("extra", None, f) for f in free)


def same_value(gold: str, found: str) -> bool:
    """Equal up to notation: zones, P1DE for P10Y, the first day of a printed range."""
    return _plain(gold) == _plain(found)


def _plain(value: str) -> str:
    value = value.split("/", maxsplit=1)[0]
    value = re.sub(r"(T\d\d:\d\d)(:\d\d)?([+-]\d\d:\d\d|Z)?$", r"\1", value)
    if m := re.fullmatch(r"P(\d+)(DE|CE)", value):
        value = f"P{int(m[1]) * (10 if m[2] == 'DE' else 100)}Y"
    return value.replace("P0.5Y", "P6M")
