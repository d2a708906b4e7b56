"""Other programs on the same corpora, each in an environment of its own.

passim finds passages; gaoya and rensa find whole documents that are nearly the same.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pyarrow import parquet

_HEADER_WORDS = 12  # passim drops what is shared from the first 25 characters on

WHOLE_DOCUMENTS = """
import json, re, sys
kind, path = sys.argv[1:]
words = re.compile(r"\\w+")
ids, sets = [], []
if kind == "gaoya":
    from gaoya.minhash import MinHashStringIndex
    index = MinHashStringIndex(
        hash_size=32,
        jaccard_threshold=0.5,
        num_bands=42,
        band_size=3,
        analyzer="word",
        lowercase=True,
        ngram_range=(5, 5),
    )
    texts = []
    for line in open(path, encoding="utf-8"):
        row = json.loads(line)
        ids.append(row["id"])
        texts.append(row["text"])
    index.par_bulk_insert_docs(list(range(len(ids))), texts)
    found = index.par_bulk_query(texts)
    pairs = {
        tuple(sorted((i, j))) for i, row in enumerate(found) for j in row if i != j
    }
else:
    from rensa import RMinHash, RMinHashLSH
    index = RMinHashLSH(threshold=0.5, num_perm=126, num_bands=42)
    hashes = []
    for line in open(path, encoding="utf-8"):
        row = json.loads(line)
        ids.append(row["id"])
        own = words.findall(row["text"].lower())
        hashed = RMinHash(num_perm=126, seed=42)
        hashed.update([" ".join(own[k : k + 5]) for k in range(len(own) - 4)])
        index.insert(len(ids) - 1, hashed)
        hashes.append(hashed)
    pairs = {
        (min(i, j), max(i, j))
        for i, hashed in enumerate(hashes)
        for j in index.query(hashed)
        if i != j
    }
print(len(pairs))
"""


def whole_documents(python: Path, kind: str, corpus: Path) -> list[str]:
    """The command that finds near-duplicates with gaoya or rensa."""
    return [str(python), "-c", WHOLE_DOCUMENTS, kind, str(corpus)]


def passim(checkout: Path, python: Path, corpus: Path, out: Path) -> list[str]:
    """The command that runs passim up to extents, before it clusters them."""
    return [
        str(python.parent / "spark-submit"),
        *("--master", f"local[{os.cpu_count()}]", "--driver-memory", "8g"),
        str(checkout / "passim" / "seriatim.py"),
        *("--all-pairs", "--fields", "xxhash64(id) as gid", "id as name"),
        *("--filterpairs", "gid < gid2", "--to-extents", str(corpus), str(out)),
    ]


@contextmanager
def passim_environment(python: Path) -> Iterator[None]:
    """Spark's workers run the Python that passim is installed in."""
    before = os.environ.get("PYSPARK_PYTHON")
    os.environ["PYSPARK_PYTHON"] = str(python)
    try:
        yield
    finally:
        if before is None:
            del os.environ["PYSPARK_PYTHON"]
        else:
            os.environ["PYSPARK_PYTHON"] = before


def with_headers(corpus: Path, out: Path) -> int:
    """The corpus with a line of its own before each text: passim's way around.

    Returns:
        Characters of a header.
    """
    n_chars = 0
    with corpus.open(encoding="utf-8") as rows, out.open("w", encoding="utf-8") as file:
        for line in rows:
            row = json.loads(line)
            header = " ".join(f"{row['id']}x{k}" for k in range(_HEADER_WORDS)) + "\n"
            n_chars = len(header)
            row["text"] = header + row["text"]
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return n_chars


def passim_found(
    out: Path, *, header: int = 0
) -> dict[tuple[str, str], list[tuple[int, int, int, int]]]:
    """The extents that passim wrote, by pair."""
    found = defaultdict(list)
    names = ("name", "begin", "end", "name2", "begin2", "end2")
    extents = parquet.read_table(out / "tmp" / "extents.parquet", columns=[*names])
    rows = zip(*(extents.column(n).to_pylist() for n in names), strict=True)
    for name, begin, end, name2, begin2, end2 in rows:
        one = (name, begin - header, end - header)
        two = (name2, begin2 - header, end2 - header)
        (a, a0, a1), (b, b0, b1) = sorted((one, two))
        found[a, b].append((max(a0, 0), max(a1, 0), max(b0, 0), max(b1, 0)))
    return found


def version_of(python: Path, name: str) -> str:
    """The version of a package there; "" when it is not installed."""
    code = f"from importlib.metadata import version; print(version({name!r}))"
    done = subprocess.run(
        [str(python), "-c", code], capture_output=True, text=True, check=False
    )
    return done.stdout.strip()
