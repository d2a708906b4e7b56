"""How fast, how complete and how exact `synoptic reuse` is, beside its peers.

    python benchmarks/reuse_speed.py
    python benchmarks/reuse_speed.py --sizes 10000 100000 1000000 \\
        --passim CHECKOUT --passim-python passim-env/bin/python --peers peers/bin/python

Corpora are made up and follow from a seed; words come from our own stories and from
what lies in `SYNOPTIC_DATA`. Every figure is of a whole process. What is not there is
written down as not run. passim (github.com/dasmiq/passim; the registry's `passim` is
another program) runs from a checkout of its own, with the packages that it names in an
environment of its own; gaoya and rensa share another one.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
import threading
from collections import defaultdict
from pathlib import Path
from typing import Self

from pyarrow import parquet

sys.path.insert(0, str(Path(__file__).parent))
from measured import Runs, as_measure, run, write
from reusebench.peers import (
    passim,
    passim_environment,
    passim_found,
    version_of,
    whole_documents,
    with_headers,
)
from reusebench.plant import make_corpus, make_reprints
from reusebench.score import Found, score

NOT_RUN = "not run"


def main() -> None:
    asked = arguments()
    corpora: dict[str, str] = {}
    measures: dict[str, object] = {}
    with tempfile.TemporaryDirectory(dir=asked.scratch) as scratch:
        root = Path(scratch)
        warm(root)
        for furniture in (False, True):
            for size in asked.sizes:
                if furniture and size > 100_000:
                    continue
                name = f"{size} reports{' with furniture' if furniture else ''}"
                folder = root / name.replace(" ", "-")
                about = make_corpus(folder, size, seed=size, furniture=furniture)
                corpora[name] = str(about.pop("sha256"))
                measures[name] = about | {"synoptic": ours(folder, asked)}
                tell(name, measures[name])
                if not furniture:
                    beside(asked, folder, size, name, measures)
                shutil.rmtree(folder)
        measures["400 reprints"] = reprints(root, asked)
        tell("400 reprints", measures["400 reprints"])
    print(f"written: {write('reuse_speed', corpora, measures)}")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", nargs="+", type=int, default=[10_000, 100_000])
    parser.add_argument("--times", type=int, default=3, help="for the smaller sizes")
    parser.add_argument("--memory", default="4GB")
    parser.add_argument("--scratch", type=Path, help="a folder with room for corpora")
    parser.add_argument("--passim", type=Path, help="a checkout of passim")
    parser.add_argument("--passim-python", type=Path, help="a Python that has passim")
    parser.add_argument("--passim-size", type=int, default=10_000)
    parser.add_argument("--peers", type=Path, help="a Python with gaoya and rensa")
    parser.add_argument("--peer-size", type=int, default=100_000)
    return parser.parse_args()


def tell(name: str, measure: object) -> None:
    print(f"{name}: {json.dumps(measure)}", flush=True)


def warm(root: Path) -> None:
    """Compile the kernels, once a machine."""
    make_corpus(root / "warm", 1200, seed=3)
    run(ours_command(root / "warm", root / "warm.parquet", "4GB"), times=1)


def ours_command(folder: Path, out: Path, memory: str) -> list[str]:
    command = [sys.executable, "-m", "synoptic", "reuse", str(folder / "corpus.jsonl")]
    return [*command, "--out", str(out), "--memory", memory]


def ours(folder: Path, asked: argparse.Namespace) -> dict[str, object]:
    out = folder / "out.parquet"
    n_bytes = (folder / "corpus.jsonl").stat().st_size
    with DiskWatch(
        folder, but=n_bytes + (folder / "truth.jsonl").stat().st_size
    ) as disk:
        runs = run(
            ours_command(folder, out, asked.memory),
            times=asked.times if n_bytes < 500_000_000 else 1,
        )
    return as_measure(
        runs,
        mb_per_second=round(n_bytes / 1e6 / runs.p50, 1),
        disk_mb=round(disk.peak / 1e6),
        **score(folder / "truth.jsonl", found_by_us(out)),
    )


def found_by_us(out: Path) -> Found:
    found: Found = defaultdict(list)
    names = ("a", "b", "a_start", "a_end", "b_start", "b_end")
    table = parquet.read_table(out, columns=list(names))
    for a, b, *places in zip(
        *(table.column(n).to_pylist() for n in names), strict=True
    ):
        found[a, b].append(tuple(places))
    return found


class DiskWatch:
    """The most bytes that a folder held meanwhile, beyond what it held at first."""

    def __init__(self, folder: Path, *, but: int) -> None:
        self._folder, self._but = folder, but
        self.peak = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(0.2):
            total = -self._but
            for path, _, names in os.walk(self._folder):
                for name in names:
                    try:
                        total += (Path(path) / name).stat().st_size
                    except OSError:  # gone since
                        continue
            self.peak = max(self.peak, total)


def beside(
    asked: argparse.Namespace,
    folder: Path,
    size: int,
    name: str,
    measures: dict[str, object],
) -> None:
    """The peers on the same corpus in the same run."""
    if size == asked.peer_size:
        for peer in ("gaoya", "rensa"):
            label = f"{name}, {peer}"
            version = asked.peers and version_of(asked.peers, peer)
            if not version:
                measures[label] = NOT_RUN
            else:
                command = whole_documents(asked.peers, peer, folder / "corpus.jsonl")
                runs = attempted(command, times=asked.times)
                measures[label] = runs and as_measure(runs, version=version)
            tell(label, measures[label])
    if size == asked.passim_size:
        for headers in (False, True):
            label = f"{name}, passim{' with headers' if headers else ''}"
            measures[label] = beside_passim(asked, folder, headers=headers)
            tell(label, measures[label])


def attempted(command: list[str], *, times: int) -> Runs | None:
    """Runs of a peer; None: it failed, and the other measures go on."""
    try:
        return run(command, times=times)
    except SystemExit as err:
        print(err, file=sys.stderr)
        return None


def beside_passim(asked: argparse.Namespace, folder: Path, *, headers: bool) -> object:
    if asked.passim is None or asked.passim_python is None:
        return NOT_RUN
    corpus, out, header = folder / "corpus.jsonl", folder / "passim", 0
    if headers:
        corpus = folder / "headers.jsonl"
        header = with_headers(folder / "corpus.jsonl", corpus)
    command = passim(asked.passim, asked.passim_python, corpus, out)
    with passim_environment(asked.passim_python):
        runs = attempted(command, times=1)
    if runs is None:
        return None
    found = passim_found(out, header=header)
    shutil.rmtree(out)
    version = version_of(asked.passim_python, "passim")
    return as_measure(runs, version=version, **score(folder / "truth.jsonl", found))


def reprints(root: Path, asked: argparse.Namespace) -> dict[str, object]:
    """Pairs of 400 prints of one story, and how many clusters they make."""
    make_reprints(root / "corpus.jsonl", 400)
    out = root / "reprints.parquet"
    command = [*ours_command(root, out, asked.memory), "--clusters"]
    runs = run(command, times=asked.times)
    pairs = parquet.read_table(root / "reprints.pairs.parquet").num_rows
    clusters = parquet.read_table(root / "reprints.clusters.parquet")
    return as_measure(
        runs,
        pairs=pairs,
        of_pairs=400 * 399 // 2,
        clusters=len(set(clusters.column("cluster").to_pylist())),
        in_clusters=clusters.num_rows,
    )


if __name__ == "__main__":
    main()
