"""Coded sheets to figures: precision by stratum, agreement between coders."""

from __future__ import annotations

import csv
import json
import math
from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from synoptic.app.agreement import Estimate, alpha, kappa, stratified, wilson
from synoptic.app.found_pairs import CONTROL
from synoptic.errors import DocumentError
from synoptic.text.files import json_of, utf8_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_MEANT = {
    **dict.fromkeys(("yes", "y", "1", "true", "ja", "oui", "sí", "si"), "yes"),
    **dict.fromkeys(("no", "n", "0", "false", "nein", "non"), "no"),
    **dict.fromkeys(("unsure", "u", "?", "x"), "unsure"),
}


@dataclass(frozen=True, slots=True)
class Stratum:
    """What coders said of the items of one kind.

    Attributes:
        size: How many the result has in all.
        precision: Share coded yes of those coded yes or no.
    """

    name: str
    size: int
    n_yes: int
    n_no: int
    n_unsure: int
    precision: Estimate


@dataclass(frozen=True, slots=True)
class Scored:
    """What coded sheets say.

    Attributes:
        precision: Over all strata, each weighing by its size.
        controls: Share coded yes of the pairs that the program does not hold together;
            nan where there were none.
        alpha: Krippendorff's alpha over the items that several coders coded.
        kappas: Cohen's kappa of each two sheets, by their names.
    """

    question: str
    strata: tuple[Stratum, ...]
    precision: Estimate
    controls: Estimate
    n_controls: int
    alpha: Estimate
    kappas: Mapping[str, float]

    def to_json(self) -> str:
        """The figures as a JSON object; what could not be had is null."""

        def plain(value: Any) -> Any:
            if isinstance(value, Estimate):
                names = ("value", "low", "high")
                return {n: plain(v) for n, v in zip(names, value, strict=True)}
            if isinstance(value, float):
                return None if math.isnan(value) else round(value, 4)
            return value

        strata = [
            {name: plain(getattr(stratum, name)) for name in Stratum.__slots__}
            for stratum in self.strata
        ]
        record = {
            "question": self.question,
            "precision": plain(self.precision),
            "strata": strata,
            "controls": {"n": self.n_controls, **plain(self.controls)},
            "alpha": plain(self.alpha),
            "kappas": {name: plain(value) for name, value in self.kappas.items()},
        }
        return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def score(sheets: Sequence[Path], *, key: Path | None = None) -> Scored:
    """What the coders of some sheets said.

    An item coded by several is yes or no where most of them say so, else unsure.

    Args:
        sheets: One for each coder, all drawn at once; items may be left empty.
        key: The key of the sheets; None: a `.key.json` in the folder of the first
            that has its items.

    Raises:
        DocumentError: A sheet or the key cannot be read, or they do not go together.
    """
    coded = {path.stem: _codes(path) for path in sheets}
    if len(coded) < len(sheets):
        raise DocumentError("two sheets have one file name: give each coder's its own")
    every = set().union(*coded.values())
    record = _key(key, sheets[0], every)
    items: Mapping[str, Mapping[str, Any]] = record["items"]
    settled = {
        item: _settled([own[item] for own in coded.values() if item in own])
        for item in every
    }
    strata = []
    for name, counted in record["strata"].items():
        said = Counter(c for i, c in settled.items() if items[i]["stratum"] == name)
        n = said["yes"] + said["no"]
        strata.append(
            Stratum(
                name,
                counted["size"],
                said["yes"],
                said["no"],
                said["unsure"],
                wilson(said["yes"] / n if n else 0.0, n),
            )
        )
    unlike = Counter(c for i, c in settled.items() if items[i]["stratum"] == CONTROL)
    n_unlike = unlike["yes"] + unlike["no"]
    return Scored(
        question=record["question"],
        strata=tuple(strata),
        precision=stratified(
            [s.n_yes for s in strata],
            [s.n_yes + s.n_no for s in strata],
            [s.size for s in strata],
        ),
        controls=wilson(unlike["yes"] / n_unlike if n_unlike else 0.0, n_unlike),
        n_controls=n_unlike,
        alpha=alpha(
            [[own[i] for own in coded.values() if i in own] for i in sorted(every)]
        ),
        kappas={
            f"{one}, {other}": kappa(*_both(coded[one], coded[other]))
            for one, other in combinations(coded, 2)
        },
    )


def _both(
    one: Mapping[str, str], other: Mapping[str, str]
) -> tuple[list[str], list[str]]:
    shared = sorted(one.keys() & other.keys())
    return [one[item] for item in shared], [other[item] for item in shared]


def _settled(codes: Sequence[str]) -> str:
    said = Counter(codes)
    if said["yes"] == said["no"]:
        return "unsure"
    most = "yes" if said["yes"] > said["no"] else "no"
    return most if said[most] > said["unsure"] else "unsure"


def _codes(path: Path) -> dict[str, str]:
    """The codes of a sheet by item; what was left empty is not there."""
    text = utf8_text(path, DocumentError)
    head = text.split("\n", 1)[0]
    mark = max(",;\t", key=head.count)  # a spreadsheet may save with its own
    found: dict[str, str] = {}
    rows = csv.DictReader(text.splitlines(keepends=True), delimiter=mark)
    if not {"item", "code"} <= set(rows.fieldnames or ()):
        raise DocumentError(f"{path}: a coding sheet has the columns item and code")
    for number, row in enumerate(rows, 2):
        code = (row["code"] or "").strip().casefold()
        if not code:
            continue
        if code not in _MEANT:
            raise DocumentError(
                f"{path}, row {number}: the code {row['code']!r} is not known; write "
                "yes, no or unsure"
            )
        found[row["item"].strip()] = _MEANT[code]
    if not found:
        raise DocumentError(f"{path}: no item is coded yet")
    return found


def _key(named: Path | None, sheet: Path, items: set[str]) -> dict[str, Any]:
    tried = [named] if named else sorted(sheet.parent.glob("*.key.json"))
    for path in tried:
        record = json_of(path, DocumentError)
        if isinstance(record, dict) and items <= set(record.get("items", ())):
            return record
    raise DocumentError(
        f"{sheet}: no key with all its items was found; name it with --key FILE"
    )
