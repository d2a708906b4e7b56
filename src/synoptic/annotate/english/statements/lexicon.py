"""The words that say where somebody stands, from `lexicon.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Kind = Literal[
    "for",
    "against",
    "undo",
    "praise",
    "criticise",
    "gauge",
    "undecided",
    "silent",
    "handle",
    "speak",
    "decide",
]
# what stands in the tables; "speak" and "decide" count only where they are not done
KINDS: tuple[Kind, ...] = (
    "for",
    "against",
    "undo",
    "praise",
    "criticise",
    "gauge",
    "undecided",
    "silent",
    "handle",
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lemmas by what they say; `raw` holds the smaller tables as sets.

    Attributes:
        object, noun: Lemma to kinds.
        preposition, adjective: "lemma:preposition" to kinds.
        idiom: "verb:noun:preposition" to kinds.
        course: "verb:preposition:noun" to kinds, of the verb's object.
    """

    object: dict[str, frozenset[Kind]]
    noun: dict[str, frozenset[Kind]]
    preposition: dict[str, frozenset[Kind]]
    adjective: dict[str, frozenset[Kind]]
    idiom: dict[str, frozenset[Kind]]
    course: dict[str, frozenset[Kind]]
    sets: dict[str, frozenset[str]]
    lemmas: dict[str, str]
    condition_phrases: tuple[str, ...]
    weak_phrases: tuple[str, ...]

    def __getitem__(self, name: str) -> frozenset[str]:
        """One of the smaller tables: "operator.keep", "proposal.noun"."""
        return self.sets[name]


@cache
def lexicon() -> Lexicon:
    """The tables, read once."""
    path = files("synoptic.annotate.english.statements") / "lexicon.toml"
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    sets = {
        f"{table}.{name}": frozenset(words.split())
        for table, parts in raw.items()
        for name, words in parts.items()
        if isinstance(words, str) and table != "lemma"
    }
    return Lexicon(
        object=_kinds(raw, "object"),
        noun=_kinds(raw, "noun"),
        preposition=_kinds(raw, "preposition"),
        adjective=_kinds(raw, "adjective"),
        idiom=_kinds(raw, "idiom"),
        course=_kinds(raw, "course"),
        sets=sets,
        lemmas=raw["lemma"],
        condition_phrases=tuple(raw["conditional"]["phrases"]),
        weak_phrases=tuple(raw["weak"]["phrases"]),
    )


def _kinds(raw: dict[str, Any], frame: str) -> dict[str, frozenset[Kind]]:
    found: dict[str, set[Kind]] = {}
    for kind in KINDS:
        for word in raw[kind].get(frame, "").split():
            key = word if frame != "object" else word.removesuffix(":-")
            found.setdefault(key, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}
