"""The steps from reports to passages, on the two verbs of an engine."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from synoptic.reuse.candidates import (
    MARKS,
    TEXTS,
    WANTED,
    attach_texts,
    choose_pairs,
    marks,
    wanted,
)
from synoptic.reuse.passages import ROWS, align_pairs
from synoptic.reuse.prints import PRINTS, fingerprints, outlet_code
from synoptic.reuse.seeds import SEEDS, find_seeds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    from synoptic.engine import Engine, Table
    from synoptic.reuse.corpus import Corpus
    from synoptic.reuse.settings import Settings

# Fewer reports, and shorter ones, are worked on uncompiled: compiling takes longer.
_COMPILED_FROM_BYTES = 150_000
_COMPILED_FROM_REPORTS = 20
_TASK_BYTES = 24 << 20


def find_reuse(corpus: Corpus, *, engine: Engine, settings: Settings) -> Table:
    """Every passage that two reports share.

    Args:
        corpus: The reports.
        engine: Where the work runs; it changes nothing in the result.
        settings: What counts; from `settings_for`.

    Returns:
        Rows of `ROWS` in the engine, in no order; `a` is below `b`.
    """
    compiled = (
        corpus.n_bytes >= _COMPILED_FROM_BYTES
        or corpus.n_reports >= _COMPILED_FROM_REPORTS
    )
    n_tasks = max(1, -(-corpus.n_bytes // _TASK_BYTES))
    prints = engine.map_batches(
        partial(fingerprints, settings=settings, compiled=compiled),
        corpus.reports,
        schema=PRINTS,
    )
    seeds = engine.shuffle_join(
        partial(
            find_seeds,
            settings=settings,
            outlets=_outlets(corpus.outlets, settings),
            task_docs=-(-max(corpus.n_reports, 1) // n_tasks),
            compiled=compiled,
        ),
        [prints],
        key="print",
        schema=SEEDS,
        step="fingerprints",
    )
    chosen = engine.shuffle_join(
        partial(choose_pairs, compiled=compiled),
        [seeds],
        key="task",
        schema=SEEDS,
        step="pairs",
    )
    texts = engine.shuffle_join(
        attach_texts,
        [
            engine.map_batches(wanted, chosen, schema=WANTED),
            corpus.reports,
            engine.map_batches(marks, seeds, schema=MARKS),
        ],
        key="doc",
        schema=TEXTS,
        step="texts",
    )
    return engine.shuffle_join(
        partial(align_pairs, settings=settings, compiled=compiled),
        [chosen, texts],
        key="task",
        schema=ROWS,
        step="passages",
    )


def _outlets(outlets: Mapping[str, int], settings: Settings) -> NDArray[np.int64]:
    """Codes of outlets, and behind them how many reports make a text furniture."""
    share = settings.furniture_share
    counts: Counter[int] = Counter()
    for outlet, n_reports in outlets.items():
        counts[outlet_code(outlet) >> 1] += n_reports
    large = sorted((code, n) for code, n in counts.items() if n * share > 1)
    codes: Iterable[int] = (code for code, _ in large)
    least = (int(n * share) for _, n in large)
    return np.array([*codes, *least], np.int64)
