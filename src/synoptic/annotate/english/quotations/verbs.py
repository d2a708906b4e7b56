"""The verbs that report words, from `cues.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

Frame = Literal[
    "clause",
    "infinitive",
    "object",
    "as",
    "preposition",
    "marked",
    "marked_as",
    "marked_preposition",
]
FRAMES: tuple[Frame, ...] = get_args(Frame)


@cache
def cue_verbs() -> dict[str, dict[Frame, str]]:
    """Verb lemma to frame to act; the last act that lists a frame keeps it.

    For `preposition` the key is verb and preposition with a colon between; the verb
    alone is a key too.
    """
    path = files("synoptic.annotate.english.quotations") / "cues.toml"
    acts = tomllib.loads(path.read_text(encoding="utf-8"))
    verbs: dict[str, dict[Frame, str]] = {}
    # an act named later is the narrower one: "warn" warns before it says
    for act, frames in reversed(acts.items()):
        for frame in FRAMES:
            for verb in frames.get(frame, "").split():
                verbs.setdefault(verb, {}).setdefault(frame, act)
                verbs.setdefault(verb.partition(":")[0], {})
    return verbs
