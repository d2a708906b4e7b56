"""Fingerprints: which runs of words stand where.

Runs of words are hashed and winnowed (Schleimer, Wilkerson and Aiken, 2003): of each
window the least hash is kept, so that a run shared by two reports leaves the same
fingerprint in both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zlib import crc32

import numpy as np
import pyarrow as pa

from synoptic.engine import column
from synoptic.reuse.kernels.winnow import winnowed
from synoptic.reuse.tokens import words_of

if TYPE_CHECKING:
    from synoptic.reuse.settings import Settings

REPORTS = pa.schema(
    [
        ("doc", pa.int32()),  # place of the id among all ids
        ("id", pa.large_string()),
        ("outlet", pa.large_string()),  # "": not stated
        ("day", pa.int32()),  # since 1970; 0: not stated
        ("text", pa.large_string()),
    ]
)
PRINTS = pa.schema(
    [
        ("print", pa.int64()),
        ("doc", pa.int32()),
        ("at", pa.int32()),  # which word of the report the run begins with
        ("beside", pa.int64()),  # what stands before and after
        ("about", pa.int64()),  # outlet, day and a sign of the whole text
    ]
)


def fingerprints(
    batch: pa.RecordBatch, *, settings: Settings, compiled: bool
) -> pa.RecordBatch:
    """The fingerprints of a batch of reports.

    Args:
        batch: Rows of `REPORTS`.
        settings: Length of runs and windows.
        compiled: Whether the kernels are compiled.

    Returns:
        Rows of `PRINTS`.
    """
    words = words_of(batch.column("text"), compiled=compiled)
    prints, doc, at, beside, signs = winnowed.run(
        words.code,
        words.first,
        settings.run_words,
        settings.window,
        compiled=compiled,
    )
    docs = column(batch, "doc")
    about = _about(batch, np.asarray(signs))
    return pa.record_batch(
        [
            pa.array(prints),
            pa.array(docs[doc]),
            pa.array(at),
            pa.array(beside),
            pa.array(about[doc]),
        ],
        schema=PRINTS,
    )


def outlet_code(outlet: str) -> int:
    """24 bits that stand for an outlet; 0: none is stated."""
    return (crc32(outlet.casefold().encode()) & 0xFFFFFF) or 1 if outlet else 0


def _about(
    batch: pa.RecordBatch, signs: np.ndarray[Any, np.dtype[np.int64]]
) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Outlet (23 bits), day (16) and the text's sign (24) in one number."""
    outlets = batch.column("outlet").to_pylist()
    known = {outlet: outlet_code(outlet or "") for outlet in set(outlets)}
    outlet = np.array([known[o] for o in outlets], np.int64)
    day = np.clip(column(batch, "day"), 0, 0xFFFF).astype(np.int64)
    about: np.ndarray[Any, np.dtype[np.int64]] = (
        ((outlet >> 1) << 40) | (day << 24) | signs
    )
    return about
