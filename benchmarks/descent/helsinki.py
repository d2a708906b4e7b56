"""Silver pairs among real pages, and what the product finds with credits masked.

    python benchmarks/descent/helsinki.py [--show]

Silver, on the unmasked text: two pages that credit the same agency (in a byline,
dateline or credit line) and share 30 % of the shorter one's runs of five words. It says
what must be found (recall). It cannot say what must not: a page that prints three
paragraphs of agency copy shares less, and many pages print agency copy without saying
so. Precision is therefore given apart for pairs that both credit an agency, where a
link is right when they credit the same one, and the rest is counted as unknown.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import re
import tempfile
from collections import defaultdict
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from synoptic.annotate.sentences import sentences_of
from synoptic.collate.descent import weigh_pairs
from synoptic.collate.descent.evidence import CONNECTED_BITS
from synoptic.collate.passages import find_passages
from synoptic.model import Annotations, Report
from synoptic.read import read

_AGENCY = {
    "AP": r"\bAP\b|Associated Press",
    "Reuters": r"Reuters",
    "AFP": r"\bAFP\b|Agence France",
    "dpa": r"\bdpa\b|\bDPA\b",
    "Bloomberg": r"Bloomberg",
}
_CREDIT = re.compile(
    r"\(\s*(?:AP|Reuters|REUTERS|AFP|dpa|DPA|Bloomberg)\s*\)\s*[—–-]"
    r"|^\s*(?:by|from)\b.{0,80}$"
    r"|^.{0,60}(?:associated press|reuters|afp|agence france-presse|bloomberg)\s*$"
    r"|contributed to this report|\breporting by\b|additional reporting"
    r"|copyright.{0,40}(?:associated press|reuters|afp)",
    re.IGNORECASE,
)
_PHOTO = re.compile(
    r"photo|getty|image|file\b|pool|\((?:[A-Z]\w+ ){1,3}[^)]*/", re.IGNORECASE
)
SHARED = 0.3
N = 5
FEW = 30


def credited(text: str) -> set[str]:
    """Agencies in lines that credit text; photo credits are passed over."""
    found = set()
    for line in text.splitlines():
        head = line[:160]
        if _CREDIT.search(head if len(line) > 300 else line) and not _PHOTO.search(
            head
        ):
            found |= {n for n, p in _AGENCY.items() if re.search(p, head)}
    return found


def grams(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9']+", text.lower().replace("’", "'"))
    return set(zip(*(words[k:] for k in range(N)), strict=False))


def _one_in_16(pair: tuple[int, int]) -> bool:
    return hashlib.sha256(repr(pair).encode()).digest()[0] % 16 == 0


def silver(
    rows: list[dict],
) -> tuple[set[tuple[int, int]], set[tuple[int, int]], set[tuple[int, int]]]:
    """Pairs with a shared credit and words, with shared words, and worth a look.

    Pairs with fewer than eight runs in common are not handed to the product, and of
    those with fewer than thirty one in sixteen is, chosen by a hash and counted
    sixteen times: each pair is decided from its two pages alone.
    """
    names = [credited(row["text"]) for row in rows]
    runs = [grams(row["text"]) for row in rows]
    postings: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for k, found in enumerate(runs):
        for gram in found:
            postings[gram].append(k)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for where in postings.values():
        if len(where) < 80:
            for pair in combinations(where, 2):
                shared[pair] += 1
    alike = {
        (a, b)
        for (a, b), n in shared.items()
        if n >= SHARED * max(min(len(runs[a]), len(runs[b])), 1) and n >= 20
    }
    near = {
        pair
        for pair, n in shared.items()
        if n >= FEW or pair in alike or (n >= 8 and _one_in_16(pair))
    }
    return {(a, b) for a, b in alike if names[a] & names[b]}, alike, near


def masked(report: Report) -> Report:
    """Without byline, dateline and credits, in the blocks and in the fields."""
    text = report.text
    for block in report.blocks:
        if block.kind in ("byline", "credit", "dateline"):
            text = (
                text[: block.start]
                + " " * (block.end - block.start)
                + text[block.end :]
            )
    for pattern in _AGENCY.values():
        text = re.sub(pattern, lambda m: "x" * len(m[0]), text)
    blocks = tuple(
        b for b in report.blocks if b.kind not in ("byline", "credit", "dateline")
    )
    return replace(
        report, text=text, blocks=blocks, credits=(), byline=None, outlet=None
    )


def pages_of(rows: list[dict]) -> dict[str, tuple[Report, Annotations]]:
    """The pages, masked, by id; descent needs no more than their sentences."""
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "pages.jsonl"
        plain.write_text(
            "".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8"
        )
        intake = read([str(plain)])
    reports = [masked(report) for report in intake.reports]
    return {
        r.id: (
            r,
            Annotations(report=r.id, language=r.language, sentences=sentences_of(r)),
        )
        for r in reports
    }


def bits_of(
    one: tuple[Report, Annotations], other: tuple[Report, Annotations]
) -> float:
    """Evidence that two pages are connected, from the two alone."""
    reports, known = (one[0], other[0]), (one[1], other[1])
    pairs = weigh_pairs(reports, known, find_passages(reports, known).units)
    return pairs.connection_bits(0, 1)


def show(rows: list[dict], bits: dict[tuple[int, int], float]) -> None:
    """Print 30 links and 30 non-links, chosen by a hash, for reading."""
    for linked in (True, False):
        pairs = [p for p, b in bits.items() if (b >= 2.0) is linked]
        pairs.sort(key=lambda p: hashlib.sha256(repr(p).encode()).digest())
        for a, b in pairs[:30]:
            common = grams(rows[a]["text"]) & grams(rows[b]["text"])
            print(
                f"\n{'LINK' if linked else 'none'} {bits[a, b]:.1f} bits, "
                f"{len(common)} runs"
            )
            for k in (a, b):
                words = " ".join(rows[k]["text"].split())
                print(
                    f"  {rows[k]['outlet']} {sorted(credited(rows[k]['text']))} "
                    f"{words[:300]}"
                )
            for gram in sorted(common)[:: max(1, len(common) // 6)][:6]:
                print("     =", " ".join(gram))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument(
        "--data", default=os.environ.get("SYNOPTIC_DATA", "../shared/data")
    )
    parser.add_argument("--limit", type=int, default=274)
    parser.add_argument("--show", action="store_true", help="30 links and 30 non-links")
    args = parser.parse_args()
    folder = Path(args.data)
    path = next(
        p
        for p in (folder / "helsinki.jsonl.gz", folder / "data/helsinki.jsonl.gz")
        if p.exists()
    )
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines][: args.limit]
    pages = pages_of(rows)
    ids = [str(row["id"]) for row in rows]
    true, alike, near = silver(rows)
    bits = {(x, y): bits_of(pages[ids[x]], pages[ids[y]]) for x, y in sorted(near)}
    runs = [grams(row["text"]) for row in rows]
    names = [credited(row["text"]) for row in rows]

    def count(pairs: set[tuple[int, int]]) -> int:
        """Pairs that stand for sixteen are counted so."""
        many = {
            (x, y) for x, y in pairs if (x, y) in alike or len(runs[x] & runs[y]) >= FEW
        }
        return len(many) + 16 * len(pairs - many)

    for limit in (2.0, CONNECTED_BITS, 6.0):
        found = {p for p, b in bits.items() if b >= limit}
        known = {(x, y) for x, y in found if names[x] and names[y]}
        same = {(x, y) for x, y in known if names[x] & names[y]}
        print(
            f"bits >= {limit}: {count(found)} links; silver {len(true)}, "
            f"recall {len(found & true) / max(len(true), 1):.3f}\n"
            f"  both credit an agency: {count(known)}, the same one in "
            f"{count(same) / max(count(known), 1):.3f}\n"
            f"  a page without credit: {count(found - known)}, of which "
            f"{len((found - known) & alike)} share 30 % of the words\n"
            f"  links that are silver: {len(found & true) / max(count(found), 1):.3f}"
        )
    if args.show:
        show(rows, bits)


if __name__ == "__main__":
    main()
