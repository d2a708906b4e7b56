"""Scores positions against rows read by hand (gold/positions.md says how)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

_WORD = re.compile(r"[a-z0-9$.]+(?:-[a-z0-9]+)*")
_OPPOSITE = {("for", "against"), ("against", "for")}


@dataclass(frozen=True)
class Found:
    """One statement of the program: where, who, on what, and the stance."""

    span: tuple[int, int]
    actor: str
    proposal: str
    stance: str
    conditions: tuple[tuple[int, int], ...] = ()


@dataclass
class Score:
    """Counts over some reports.

    `right` counts rows to be found that were, with the stance (strictly: the row's
    first); `asked` how many there are; `told` what the program said, less what falls on
    optional rows.
    """

    asked: int = 0
    told: int = 0
    right: int = 0
    right_strict: int = 0
    right_told: int = 0
    actors: Counter = field(default_factory=Counter)
    ways: Counter = field(default_factory=Counter)
    confusion: Counter = field(default_factory=Counter)
    conditional: Counter = field(default_factory=Counter)
    misses: list = field(default_factory=list)
    extras: list = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right_told / self.told if self.told else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.asked if self.asked else 0.0

    @property
    def f1(self) -> float:
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0

    @property
    def f1_strict(self) -> float:
        """With one stance a row: the first one written down."""
        p = self.right_strict / self.told if self.told else 0.0
        r = self.right_strict / self.asked if self.asked else 0.0
        return 2 * p * r / (p + r) if p + r else 0.0

    @property
    def actor_right(self) -> float:
        seen = self.actors["right"] + self.actors["wrong"]
        return self.actors["right"] / seen if seen else 0.0

    @property
    def wrong_way(self) -> float:
        seen = sum(self.ways.values())
        return self.ways["wrong"] / seen if seen else 0.0


def words_of(text: str) -> set[str]:
    return {
        _stem(w)
        for w in _WORD.findall(text.lower().replace("’s", "").replace("'s", ""))
    }


def _stem(word: str) -> str:
    word = word.strip(".")
    for ending in ("ing", "ies", "es", "s", "ed", "e", "al"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)]
    return word


def names_actor(row: dict, actor: str) -> bool:
    said = words_of(actor)
    return any(
        words_of(name)
        and (
            words_of(name) <= said
            or said <= words_of(name)
            or words_of(name.split()[-1]) <= said
        )
        for name in row["actor"]
    )


def names_thing(row: dict, proposal: str) -> bool:
    wanted = row["proposal"] + row.get("alt", {}).get("proposal", [])
    said = words_of(proposal)
    return not wanted or any(words_of(w) <= said for w in wanted)


def stances(row: dict, proposal: str) -> set[str]:
    """The stances that count as right for what is said of that thing."""
    allowed = {row["stance"], *row.get("also", [])}
    alt = row.get("alt")
    if alt and any(words_of(w) <= words_of(proposal) for w in alt["proposal"]):
        other = set(alt["stance"])
        named = any(words_of(w) <= words_of(proposal) for w in row["proposal"])
        allowed = allowed | other if named else other
    return allowed


def overlaps(a, b) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def add_report(
    score: Score, rows: list[dict], found: list[Found], *, whole: bool
) -> None:
    """Take in one report; with `whole` False only what falls on rows counts."""
    taken: dict[int, list[Found]] = {}
    for one in found:
        near = [(n, r) for n, r in enumerate(rows) if overlaps(r["span"], one.span)]
        own = [(n, r) for n, r in near if names_actor(r, one.actor)]
        fit = [(n, r) for n, r in own if names_thing(r, one.proposal)]
        right = [(n, r) for n, r in fit if one.stance in stances(r, one.proposal)]
        needed = [(n, r) for n, r in right if not r.get("optional")]
        if needed or right:
            fitting = needed or right
            n, row = next((f for f in fitting if f[0] not in taken), fitting[0])
            taken.setdefault(n, []).append(one)
            if not row.get("optional"):
                score.told += 1
                score.right_told += 1
                score.actors["right"] += 1
                score.ways["right"] += 1
            continue
        wanted = [(n, r) for n, r in fit if not r.get("optional")]
        if wanted:
            n, row = wanted[0]
            score.told += 1
            score.actors["right"] += 1
            turned = any(
                (one.stance, s) in _OPPOSITE for s in stances(row, one.proposal)
            )
            score.ways["wrong" if turned else "right"] += 1
            score.confusion[row["stance"], one.stance] += 1
            score.extras.append(("stance", row, one))
            continue
        if any(r.get("optional") for _, r in own):
            continue
        other = [
            r
            for _, r in near
            if names_thing(r, one.proposal)
            and one.stance in stances(r, one.proposal)
            and r["proposal"]
            and not r.get("optional")
        ]
        if other:
            score.actors["wrong"] += 1
        elif not whole and not near:
            continue
        score.told += 1
        score.extras.append(("actor" if other else "none", None, one))
    for n, row in enumerate(rows):
        if row.get("optional"):
            continue
        score.asked += 1
        if n in taken:
            score.right += 1
            strict = any(
                one.stance == row["stance"]
                or (one.stance in stances(row, one.proposal) - set(row.get("also", [])))
                for one in taken[n]
            )
            score.right_strict += strict
        else:
            score.misses.append(row)
        if row["stance"] in ("for", "against", "conditional") and n in taken:
            score.conditional[row["stance"], taken[n][0].stance] += 1
