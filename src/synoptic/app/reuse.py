"""Shared passages of a corpus: from files to a file."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute

from synoptic import __version__
from synoptic.app.corpus import corpus_bytes, corpus_files, read_texts
from synoptic.app.reuse_files import check_place, rows_file, write_rows
from synoptic.app.workspace_source import is_workspace, last_change
from synoptic.engine import LocalEngine, column
from synoptic.engine.parts import Pool
from synoptic.errors import NothingToCompare, UsageError
from synoptic.model import Rejected
from synoptic.reuse import (
    REPORTS,
    ROWS,
    Corpus,
    find_reuse,
    numbered,
    settings_for,
)
from synoptic.reuse.corpus import in_order, ranks_of
from synoptic.reuse.pairs import PAIRS, clusters_of, pairs_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from synoptic.app.corpus_text import Texts
    from synoptic.engine import Engine
    from synoptic.read.sources import Source

_IN_MEMORY = 8  # times the bytes of its texts a corpus takes when held in memory
_RUNS = 64  # parts that rows in files are put in order by
_SHOWN = ("a", "b", "a_start", "a_end", "b_start", "b_end", "score", "kind", "words")
FORMS = (".parquet", ".jsonl", ".csv")


@dataclass(frozen=True, kw_only=True)
class Reused:
    """What came of looking for shared passages.

    Attributes:
        files: What was written, by what it holds.
        run: How it was made, as written beside the result.
        counts: Reports, bytes, passages, pairs ... by name.
    """

    files: Mapping[str, Path]
    run: Mapping[str, object]
    counts: Mapping[str, int]
    rejected: tuple[Rejected, ...]


@dataclass
class _Known:
    """What reading finds out about all reports, in the order of reading."""

    ids: list[str] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    outlets: Counter[str] = field(default_factory=Counter)
    n_bytes: int = 0
    rejected: list[Rejected] = field(default_factory=list)

    def renamed(self) -> dict[int, str]:
        """Own ids for reports that share one: `-1`, `-2` in order of their paths."""
        count = Counter(self.ids)
        if len(count) == len(self.ids):
            return {}
        taken = set(count)
        own: dict[int, str] = {}
        again = [p for p, name in enumerate(self.ids) if count[name] > 1]
        for place in sorted(again, key=lambda p: (self.ids[p], self.paths[p], p)):
            number = 1
            while f"{self.ids[place]}-{number}" in taken:
                number += 1
            own[place] = f"{self.ids[place]}-{number}"
            taken.add(own[place])
        return own

    def table(self) -> pa.Table:
        """Which report was read from where, in order of the ids."""
        own = self.renamed()
        ids = [own.get(place, name) for place, name in enumerate(self.ids)]
        rows = sorted(zip(ids, self.paths, strict=True))
        return pa.table(
            {"id": [name for name, _ in rows], "path": [path for _, path in rows]}
        )

    def save(self, path: Path) -> None:
        """Keep it for a run that goes on from here."""
        rejected = [(r.path, r.code, r.reason) for r in self.rejected]
        kept = [self.ids, self.paths, self.outlets, self.n_bytes, rejected]
        path.write_text(json.dumps(kept), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> _Known:
        """What an earlier run kept."""
        kept = json.loads(path.read_text(encoding="utf-8"))
        rejected = [Rejected(*one) for one in kept[4]]
        return cls(kept[0], kept[1], Counter(kept[2]), kept[3], rejected)


def reuse(
    sources: Sequence[str],
    out: Path,
    *,
    memory: int = 4 << 30,
    work: Path | None = None,
    clusters: bool = False,
    furniture: bool = False,
    engine: Engine | None = None,
    told: Callable[[str, int, int], None] | None = None,
    **own: object,
) -> Reused:
    """Find every passage that two reports of a corpus share.

    Args:
        sources: Files and folders: text in any form that `read` reads, JSONL, Parquet;
            workspaces.
        out: File for the passages, by its ending Parquet, JSONL or CSV. Beside it
            go the pairs, on request the clusters, and how it was made.
        memory: Bytes that the tables of a step may take; a corpus that needs more is
            worked on in files.
        work: Folder for finished parts; a run that was stopped and is started again
            goes on from there. None: beside `out`, where files are needed.
        clusters: Whether near-duplicates are put together.
        furniture: Whether the furniture of outlets is given, too.
        engine: Where the work runs; None: on this machine.
        told: Called with a step, how much of it is done and how much there is.
        own: Settings other than the usual.

    Raises:
        NothingToCompare: Fewer than two reports could be read.
        SynopticError: The folder of `out` cannot be written to.
        UsageError: `out` has another ending.
    """
    if out.suffix not in FORMS:
        raise UsageError(f"{out}: the ending must be one of {', '.join(FORMS)}")
    check_place(out.parent)
    scanned = None
    if engine is not None and not any(map(is_workspace, sources)):
        scanned = engine.scan(sources)
    files, missing = corpus_files(sources if scanned is None else ())
    size = corpus_bytes(files)
    folder = None
    if engine is None:
        if work is not None or size * _IN_MEMORY > memory:
            base = work if work is not None else out.with_name(out.name + ".work")
            folder = base / _key(files, memory, own, furniture=furniture)
            folder.mkdir(parents=True, exist_ok=True)
        engine = LocalEngine(memory=memory, work=folder, told=told)
    known = _Known(rejected=missing)
    corpus = scanned or _load(files, engine, known, folder, told=told, size=size)
    if corpus.n_reports < 2:
        reasons = tuple((r.path, r.reason) for r in known.rejected)
        raise NothingToCompare("fewer than two reports were found", reasons)
    settings = settings_for(corpus.n_reports, show_furniture=furniture, **own)
    found = find_reuse(corpus, engine=engine, settings=settings)
    run = {
        "version": __version__,
        "engine": engine.name,
        "settings": settings.record(),
        "inputs": _inputs(files) or [{"path": source} for source in sources],
    }
    ordered = _in_order(engine.rows(found), corpus.n_reports, folder)
    written, tally = _write(out, ordered, run, clusters=clusters)
    if scanned is None:
        written["reports"] = out.with_name(f"{out.stem}.reports{out.suffix}")
        write_rows(written["reports"], known.table(), run)
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)
        if folder.parent.exists() and not any(folder.parent.iterdir()):
            folder.parent.rmdir()
    return Reused(
        files=written,
        run=run,
        counts={
            "reports": corpus.n_reports,
            "bytes": corpus.n_bytes,
            **tally,
        },
        rejected=tuple(known.rejected),
    )


def _load(
    files: Iterable[Source],
    engine: Engine,
    known: _Known,
    folder: Path | None,
    *,
    told: Callable[[str, int, int], None] | None,
    size: int,
) -> Corpus:
    kept = folder / "known.json" if folder else None
    missing = list(known.rejected)

    def batches() -> Iterator[pa.RecordBatch]:
        for texts in read_texts(files, known.rejected.append):
            yield _batch(texts, known)
            if told is not None:
                told("reports", known.n_bytes, max(size, known.n_bytes))
        if kept is not None:
            known.save(kept)

    raw = engine.table(batches(), REPORTS, step="reports")
    if not known.ids and kept is not None and kept.exists():
        before = _Known.load(kept)
        known.__dict__.update(before.__dict__)
        known.rejected = known.rejected or missing
    renamed = known.renamed()
    ranks = ranks_of(known.ids, renamed)
    reports = engine.map_batches(
        partial(numbered, ranks=ranks, renamed=renamed), raw, schema=REPORTS
    )
    return Corpus(
        reports=reports,
        n_reports=len(known.ids),
        n_bytes=known.n_bytes,
        outlets=known.outlets,
    )


def _batch(texts: Texts, known: _Known) -> pa.RecordBatch:
    first = len(known.ids)
    known.paths += texts.paths
    known.ids += texts.ids
    known.outlets.update(texts.outlets)
    known.n_bytes += texts.texts.buffers()[2].size if texts.texts.buffers()[2] else 0
    return pa.record_batch(
        [
            pa.array(range(first, first + len(texts.ids)), pa.int32()),
            pa.array(texts.ids, pa.large_string()),
            pa.array(texts.outlets, pa.large_string()),
            pa.array(texts.days, pa.int32()),
            texts.texts,
        ],
        schema=REPORTS,
    )


def _in_order(
    batches: Iterable[pa.RecordBatch], n_reports: int, folder: Path | None
) -> Iterator[pa.Table]:
    """Rows of `ROWS` by (a, a_start, b, b_start), some reports `a` at a time.

    Where the work lies in files, so do the rows till it is their turn.
    """
    n_runs = 1 if folder is None else _RUNS
    pool = Pool(folder and folder / "ordered", ROWS, n_runs)
    for batch in batches:
        run = column(batch, "a_doc").astype(np.int64) * n_runs // n_reports
        order = np.argsort(run, kind="stable")
        cuts = np.searchsorted(run[order], np.arange(n_runs + 1))
        rows = batch.take(pa.array(order))
        pool.add(
            [
                rows.slice(low, high - low) if low < high else None
                for low, high in pairwise(cuts.tolist())
            ]
        )
    pool.filled()
    for number in range(n_runs):
        yield in_order(pool.take(number))
    pool.close()


def _write(
    out: Path, ordered: Iterable[pa.Table], run: Mapping[str, object], *, clusters: bool
) -> tuple[dict[str, Path], Counter[str]]:
    """Write passages and pairs as they come; what was written, and how many."""
    written = {
        "passages": out,
        "pairs": out.with_name(f"{out.stem}.pairs{out.suffix}"),
        "run": out.with_name(f"{out.stem}.run.json"),
    }
    counts: Counter[str] = Counter()
    near = [PAIRS.empty_table()]
    shown = pa.schema([ROWS.field(name) for name in _SHOWN])
    with (
        rows_file(out, shown, run) as write_passages,
        rows_file(written["pairs"], PAIRS, run) as write_pairs,
    ):
        for rows in ordered:
            pairs = pairs_of(rows)
            write_passages(rows.select(_SHOWN))
            write_pairs(pairs)
            counts.update(passages=rows.num_rows, pairs=pairs.num_rows)
            counts.update(pairs.column("relation").to_pylist())
            if clusters:
                near.append(pairs.filter(pa.compute.field("relation") != "overlapping"))
    if clusters:
        written["clusters"] = out.with_name(f"{out.stem}.clusters{out.suffix}")
        write_rows(written["clusters"], clusters_of(pa.concat_tables(near)), run)
    written["run"].write_text(json.dumps(run, indent=1) + "\n", encoding="utf-8")
    return written, counts


def _inputs(files: Iterable[Source]) -> list[dict[str, object]]:
    return [
        {"path": source.path, "bytes": stat.st_size}
        for source in files
        if (stat := _stat(source)) is not None
    ]


def _stat(source: Source) -> os.stat_result | None:
    try:
        return Path(source.where).stat()
    except OSError:
        return None


def _state(source: Source) -> tuple[object, ...]:
    """What changes when a file or a workspace does."""
    if is_workspace(source.where):
        return source.path, last_change(source.where)
    stat = _stat(source)
    return (
        (source.where,)
        if stat is None
        else (source.where, stat.st_size, stat.st_mtime_ns)
    )


def _key(
    files: Iterable[Source],
    memory: int,
    own: Mapping[str, object],
    *,
    furniture: bool,
) -> str:
    """A name for the parts of this very run: inputs, settings and version."""
    states = [_state(source) for source in files]
    what = json.dumps(
        [__version__, states, memory, sorted(own.items()), furniture], default=str
    )
    return hashlib.blake2b(what.encode(), digest_size=8).hexdigest()
