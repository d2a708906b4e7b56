"""Corpora: texts of any number of reports, without their blocks.

What a corpus command needs of a report is its id, outlet, day and text. Cutting blocks
would cost a hundred times as much as all that follows, so that it is left out; ids and
texts are those that `read` gives.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from synoptic.app.corpus_lines import texts_of_lines, texts_of_parquet
from synoptic.app.corpus_text import Text, Texts, as_text, text_of_report
from synoptic.app.workspace_source import (
    is_workspace,
    shown_place,
    workspace_reports,
)
from synoptic.errors import InputError
from synoptic.model import Rejected
from synoptic.read import Draft, ReadOptions
from synoptic.read.draft import as_rejected
from synoptic.read.load import opened
from synoptic.read.sources import Source, expand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_ROW_FORMS = (".jsonl", ".ndjson")
_BATCH_CHARS = 1 << 20


def corpus_files(sources: Iterable[str]) -> tuple[list[Source], list[Rejected]]:
    """The files of a corpus in order; workspaces and folders' Parquet files are some.

    Raises:
        WorkspaceError: A workspace cannot be opened.
    """
    found: list[Source] = []
    rejected: list[Rejected] = []
    for named in sources:
        if is_workspace(named):
            found.append(Source(kind="file", path=shown_place(named), where=named))
            continue
        parquet = sorted(
            str(path)
            for path in (Path(named).rglob("*.parquet") if Path(named).is_dir() else ())
            if not any(part.startswith(".") for part in path.relative_to(named).parts)
        )
        found += [Source(kind="file", path=p, where=p) for p in parquet]
        for item in expand([named]):
            if isinstance(item, Source):
                found.append(item)
            elif not parquet:
                rejected.append(item)
    return found, rejected


def corpus_bytes(files: Iterable[Source]) -> int:
    """About how many bytes of text the files hold."""
    total = 0
    for source in files:
        if source.kind != "file":
            continue
        try:
            size = Path(source.where).stat().st_size
        except OSError:
            continue
        total += size * (3 if source.where.endswith((".gz", ".parquet")) else 1)
    return total


def read_texts(
    files: Iterable[Source],
    rejected: Callable[[Rejected], None],
    *,
    options: ReadOptions | None = None,
) -> Iterator[Texts]:
    """The texts of a corpus, in the order of the files, a megabyte or so at a time.

    Args:
        files: From `corpus_files`.
        rejected: Called with each input that is none.
        options: What may be read.
    """
    how = options or ReadOptions()
    waiting: list[Text] = []
    n_chars = 0
    for source in files:
        try:
            for item in _texts(source, how):
                if isinstance(item, Rejected):
                    rejected(item)
                    continue
                if isinstance(item, Text):
                    waiting.append(item)
                    n_chars += len(item.text)
                if waiting and (n_chars > _BATCH_CHARS or isinstance(item, Texts)):
                    yield _together(waiting)
                    waiting, n_chars = [], 0
                if isinstance(item, Texts):
                    yield item
        except InputError as err:
            rejected(as_rejected(err, err.path))
    if waiting:
        yield _together(waiting)


def _together(texts: list[Text]) -> Texts:
    paths, ids, outlets, days, bodies = zip(*texts, strict=True)
    return Texts(
        list(paths),
        list(ids),
        list(outlets),
        list(days),
        pa.array(bodies, pa.large_string()),
    )


def _texts(source: Source, options: ReadOptions) -> Iterator[Text | Texts | Rejected]:
    name = source.where.lower()
    if is_workspace(source.where):
        return map(text_of_report, workspace_reports(source.where))
    if source.kind == "file" and name.endswith(".parquet"):
        return texts_of_parquet(source)
    if source.kind == "file" and name.removesuffix(".gz").endswith(_ROW_FORMS):
        return texts_of_lines(source, options)
    return _of_any(source, options)


def _of_any(source: Source, options: ReadOptions) -> Iterator[Text | Rejected]:
    with opened(source, options) as (raw, reader):
        for item in reader.read(raw, options):
            if isinstance(item, Draft):
                yield as_text(item, raw, options)
            elif isinstance(item, Rejected):
                yield item
