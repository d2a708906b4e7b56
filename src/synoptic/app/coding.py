"""Coding sheets: a blind, stratified sample of what a survey or `reuse` found."""

from __future__ import annotations

import csv
import hashlib
import json
from collections import defaultdict
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from synoptic import __version__
from synoptic.app.found_pairs import Pair, found_pairs, unlike_pairs
from synoptic.app.verbs import read
from synoptic.errors import SynopticError, UsageError
from synoptic.present.wording import cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from synoptic.model import Report

Of = Literal["passages", "stories", "ties"]
QUESTIONS: dict[Of, str] = {
    "passages": "Do both say the same?",
    "stories": "Do both tell of the same event?",
    "ties": "Do both go back to one written text?",
}
CODES = ("yes", "no", "unsure")
COLUMNS = ("item", "question", "text_a", "text_b", "code", "note")
_N_WORDS = 120  # of a report; a coder decides on its beginning


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sheet that was drawn.

    Attributes:
        key: The file that says what each item is; coders must not see it.
        strata: By stratum, how many items there are in all and how many were drawn.
    """

    sheet: Path
    key: Path
    strata: Mapping[str, tuple[int, int]]
    n_controls: int


def sample(
    result: Path,
    sheet: Path,
    *,
    of: Of = "passages",
    n: int = 100,
    controls: int = 0,
    seed: str = "",
    corpus: Sequence[str] = (),
) -> Drawn:
    """Draw items for coders who do not see what the program says of them.

    Items are drawn by a hash of their address and `seed`, so that the same call draws
    the same sheet. Every stratum gives the same number as far as it has them.

    Args:
        result: The folder of a survey, or a file of shared passages.
        sheet: The CSV file to write; the key goes beside it.
        of: What is judged: passages, pairs of one story, or ties of descent.
        n: Items in all, controls not counted.
        controls: Pairs that the program does not hold together, mixed in so that
            coders do not learn to say yes.
        seed: Any words; others draw other items.
        corpus: Where the reports are, when not where they were.

    Raises:
        UsageError: There is nothing of that kind to draw from.
        SynopticError: A report is not found, or a file cannot be written.
    """
    pairs, sources = found_pairs(result, of)
    if not pairs:
        raise UsageError(f"{result}: there are no {of} in it to draw from")
    reports = {r.id: r for r in read([*(corpus or sources)]).reports}
    strata: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        strata[pair.stratum].append(pair)
    chosen = [
        pair
        for name, count in _allotted(strata, n).items()
        for pair in _drawn(strata[name], count, seed)
    ]
    unlike = _drawn(unlike_pairs(pairs, reports, of), controls, seed)
    items = {_item(pair, seed): pair for pair in (*chosen, *unlike)}
    key = sheet.with_suffix(".key.json")
    record = {
        "version": __version__,
        "of": of,
        "question": QUESTIONS[of],
        "seed": seed,
        "drawn_from": str(result),
        "strata": {
            name: {
                "size": len(members),
                "drawn": sum(p.stratum == name for p in chosen),
            }
            for name, members in sorted(strata.items())
        },
        "items": {item: asdict(pair) for item, pair in sorted(items.items())},
    }
    try:
        with sheet.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(COLUMNS)
            for item, pair in sorted(items.items()):
                one, other = _texts(pair, reports, turned=int(item[-1], 16) % 2 == 1)
                writer.writerow([item, QUESTIONS[of], cell(one), cell(other), "", ""])
        text = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
        key.write_text(text, encoding="utf-8")
    except OSError as err:
        raise SynopticError(f"{sheet}: cannot be written ({err.strerror})") from err
    return Drawn(
        sheet=sheet,
        key=key,
        strata={
            name: (len(members), sum(p.stratum == name for p in chosen))
            for name, members in sorted(strata.items())
        },
        n_controls=len(unlike),
    )


def _allotted(strata: Mapping[str, Sequence[Pair]], n: int) -> dict[str, int]:
    """How many each stratum gives: the same, what small ones lack by larger ones."""
    given = dict.fromkeys(sorted(strata), 0)
    left = n
    while left > 0:
        open_ = [name for name in given if given[name] < len(strata[name])]
        if not open_:
            break
        share = max(1, left // len(open_))
        for name in open_:
            more = min(share, len(strata[name]) - given[name], left)
            given[name] += more
            left -= more
    return given


def _drawn(pairs: Iterable[Pair], count: int, seed: str) -> list[Pair]:
    return sorted(pairs, key=lambda pair: _item(pair, seed))[:count]


def _item(pair: Pair, seed: str) -> str:
    address = "\x1f".join(
        map(str, (seed, pair.a, pair.b, *(pair.a_span or ()), *(pair.b_span or ())))
    )
    return hashlib.blake2b(address.encode(), digest_size=6).hexdigest()


def _texts(
    pair: Pair, reports: Mapping[str, Report], *, turned: bool
) -> tuple[str, str]:
    found = []
    for name, span in ((pair.a, pair.a_span), (pair.b, pair.b_span)):
        if name not in reports:
            raise SynopticError(
                f"report {name} was not found; say where the reports are with --corpus"
            )
        report = reports[name]
        if span is not None:
            found.append(report.text[span[0] : span[1]])
            continue
        body = " ".join(report.quote(s) for s in report.spans_of("body")).split()
        begin = " ".join(body[:_N_WORDS]) + (" ..." if len(body) > _N_WORDS else "")
        found.append(f"{report.headline}. {begin}" if report.headline else begin)
    return (found[1], found[0]) if turned else (found[0], found[1])
