"""Tables as parts, in memory or in files; what a step gives and what it sorts."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from synoptic.engine.verbs import BatchFn

_PART_BYTES = 64 << 20


@dataclass(frozen=True)
class Parts:
    """Batches in memory or in files, and what is still to be done to each."""

    schema: pa.Schema
    parts: tuple[pa.RecordBatch | Path, ...]
    fns: tuple[BatchFn, ...] = ()
    n_bytes: int = 0

    def batches(self) -> Iterator[pa.RecordBatch]:
        """The batches as they lie there, before anything is done to them."""
        for part in self.parts:
            if isinstance(part, Path):
                with pa.OSFile(str(part), "rb") as file:
                    reader = pa.ipc.open_file(file)
                    for number in range(reader.num_record_batches):
                        yield reader.get_batch(number)
            else:
                yield part


class Out:
    """What a step gives, part by part; parts in files outlive the process."""

    def __init__(self, work: Path | None, schema: pa.Schema, step: str) -> None:
        self._schema = schema
        self._folder = work / step if work else None
        self._parts: dict[int, pa.RecordBatch | Path] = {}
        self._n_bytes: dict[int, int] = {}
        self._waiting: list[pa.RecordBatch] = []
        self._waiting_bytes = 0
        self.finished = False
        if self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self.finished = (self._folder / "done.json").exists()
            for path in sorted(self._folder.glob("part-*.arrow")):
                number = int(path.stem[5:])
                self._parts[number] = path
                self._n_bytes[number] = path.stat().st_size
            for left in self._folder.glob("*.new"):
                left.unlink()

    def begin_anew(self) -> None:
        """Give up the parts that are there."""
        for part in self._parts.values():
            if isinstance(part, Path):
                part.unlink()
        self._parts.clear()
        self._n_bytes.clear()

    def has(self, number: int) -> bool:
        """Whether that part was finished, perhaps by a run that was stopped."""
        return number in self._parts

    def add(self, batch: pa.RecordBatch) -> None:
        """Rows of a step that runs in one stream; it begins anew when stopped."""
        if self._folder is None:
            self._keep(len(self._parts), batch)
            return
        self._waiting.append(batch)
        self._waiting_bytes += batch.nbytes
        if self._waiting_bytes >= _PART_BYTES:
            self._flush()

    def put(self, number: int, made: pa.Table) -> None:
        """A part by its number."""
        if self._folder is None:
            for batch in made.combine_chunks().to_batches():
                self._keep(len(self._parts), batch)
            return
        self._save(number, made.to_batches())

    def close(self) -> Parts:
        """The table, all parts being there."""
        if self._folder is not None:
            if self._waiting:
                self._flush()
            mark = self._folder / "done.new"
            mark.write_text(json.dumps({"parts": len(self._parts)}))
            mark.replace(self._folder / "done.json")
        return self.parts()

    def parts(self) -> Parts:
        """The table as far as it is there."""
        numbers = sorted(self._parts)
        return Parts(
            self._schema,
            tuple(self._parts[n] for n in numbers),
            n_bytes=sum(self._n_bytes.values()),
        )

    def _keep(self, number: int, batch: pa.RecordBatch) -> None:
        self._parts[number] = batch
        self._n_bytes[number] = batch.nbytes

    def _flush(self) -> None:
        self._save(len(self._parts), self._waiting)
        self._waiting, self._waiting_bytes = [], 0

    def _save(self, number: int, batches: Sequence[pa.RecordBatch]) -> None:
        if self._folder is None:
            raise AssertionError("a part in memory is not saved")
        path = self._folder / f"part-{number:05}.arrow"
        new = path.with_suffix(".new")
        with (
            pa.OSFile(str(new), "wb") as file,
            pa.ipc.new_file(file, self._schema) as writer,
        ):
            for batch in batches:
                writer.write_batch(batch)
        new.replace(path)
        self._parts[number] = path
        self._n_bytes[number] = path.stat().st_size


class Pool:
    """The rows of a table by partition, in memory or one file a partition."""

    def __init__(
        self, folder: Path | None, schema: pa.Schema, n_partitions: int
    ) -> None:
        self._schema = schema
        self._folder = folder
        self._held: list[list[pa.RecordBatch]] = [[] for _ in range(n_partitions)]
        self._held_bytes = 0
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
        self._counts = [0] * n_partitions

    def add(self, pieces: Sequence[pa.RecordBatch | None]) -> None:
        """The rows of one batch, by partition."""
        for held, piece in zip(self._held, pieces, strict=True):
            if piece is not None:
                held.append(piece)
                self._held_bytes += piece.nbytes
        if self._folder is not None and self._held_bytes >= 2 * _PART_BYTES:
            self._spill()

    def filled(self) -> None:
        """Nothing more is added."""
        if self._folder is not None:
            self._spill()

    def take(self, partition: int) -> pa.Table:
        """The rows of a partition, which are then given up."""
        if self._folder is None:
            batches, self._held[partition] = self._held[partition], []
            return pa.Table.from_batches(batches, self._schema)
        batches = []
        for number in range(self._counts[partition]):
            path = self._folder / f"{partition:04}-{number:04}.arrow"
            with pa.OSFile(str(path), "rb") as file:
                batches += pa.ipc.open_stream(file).read_all().to_batches()
        return pa.Table.from_batches(batches, self._schema)

    def close(self) -> None:
        """Remove the files."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _spill(self) -> None:
        if self._folder is None:
            return
        for partition, held in enumerate(self._held):
            if not held:
                continue
            number = self._counts[partition]
            path = self._folder / f"{partition:04}-{number:04}.arrow"
            table = pa.Table.from_batches(held, self._schema).combine_chunks()
            with (
                pa.OSFile(str(path), "wb") as file,
                pa.ipc.new_stream(file, self._schema) as writer,
            ):
                writer.write_table(table)
            self._counts[partition] += 1
            self._held[partition] = []
        self._held_bytes = 0
