"""The words of many texts at once, as codes: what `text.tokens` gives, compiled."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from synoptic.reuse.folding import folding, word_codes
from synoptic.reuse.kernels.tokenize import tokenize

if TYPE_CHECKING:
    import pyarrow as pa
    from numpy.typing import NDArray

_SPECIAL = ("u.s.", "'s", "per", "cent", "%")


class Words(NamedTuple):
    """The words of some texts, one text after the other.

    Attributes:
        code: 63 bits a word; equal for words of one normal form.
        start, end: Offsets into the text, in code points.
        named: 1 where a word begins with a capital or a digit, as names do.
        first: The words of text `i` are `first[i]` to `first[i + 1]`.
    """

    code: NDArray[np.int64]
    start: NDArray[np.int32]
    end: NDArray[np.int32]
    named: NDArray[np.uint8]
    first: NDArray[np.int64]


def words_of(texts: pa.LargeStringArray, *, compiled: bool) -> Words:
    """The words of each text, with offsets in code points."""
    tables = folding()
    data, offsets = _buffers(texts)
    special = word_codes(_SPECIAL)
    return Words(
        *tokenize.run(
            data,
            offsets,
            tables.lower,
            tables.kind,
            tables.capital,
            tables.fold,
            tables.sequences,
            tables.spelled,
            tables.spelled_to,
            tables.known,
            special,
            compiled=compiled,
        )
    )


def _buffers(
    texts: pa.LargeStringArray,
) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """The bytes of the texts and where each begins, without a copy."""
    _, places, values = texts.buffers()
    offsets = np.frombuffer(places, np.int64, len(texts) + 1, 8 * texts.offset)
    if values is None or not len(values):
        return np.zeros(1, np.uint8), offsets
    data = np.frombuffer(values, np.uint8)
    return data[: offsets[-1]], offsets
