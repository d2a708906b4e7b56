"""Which language a text is in: stop words, letters and scripts; `und` when unsure."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_SCRIPTS = {
    "ko": re.compile("[\uac00-\ud7af\u1100-\u11ff]"),
    "kana": re.compile("[\u3040-\u30ff]"),
    "han": re.compile("[\u4e00-\u9fff\u3400-\u4dbf]"),
    "cyrillic": re.compile("[\u0400-\u04ff]"),
    "arabic": re.compile("[\u0600-\u06ff\u0750-\u077f]"),
    "el": re.compile("[\u0370-\u03ff\u1f00-\u1fff]"),
    "he": re.compile("[\u0590-\u05ff]"),
    "hi": re.compile("[\u0900-\u097f]"),
    "bn": re.compile("[\u0980-\u09ff]"),
    "pa": re.compile("[\u0a00-\u0a7f]"),
    "gu": re.compile("[\u0a80-\u0aff]"),
    "ta": re.compile("[\u0b80-\u0bff]"),
    "te": re.compile("[\u0c00-\u0c7f]"),
    "kn": re.compile("[\u0c80-\u0cff]"),
    "ml": re.compile("[\u0d00-\u0d7f]"),
    "si": re.compile("[\u0d80-\u0dff]"),
    "th": re.compile("[\u0e00-\u0e7f]"),
    "lo": re.compile("[\u0e80-\u0eff]"),
    "my": re.compile("[\u1000-\u109f]"),
    "ka": re.compile("[\u10a0-\u10ff]"),
    "am": re.compile("[\u1200-\u137f]"),
    "km": re.compile("[\u1780-\u17ff]"),
    "hy": re.compile("[\u0530-\u058f]"),
    "latin": re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
}
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE_CHARS = 20_000
_MIN_SCORE = 0.14  # share of words that are stop words; news text has 0.25 to 0.5
_MIN_WORDS = 6
_MIN_LEAD = 1.12  # how far ahead of the runner-up
_LETTER_WEIGHT = 2.0


def find_language(text: str) -> str:
    """The ISO 639-1 code of a text's language; `und` when it cannot be told.

    Scripts that one language uses decide by themselves. Where a script is shared, the
    share of a language's stop words among all words counts, with a little for letters
    that its look-alikes do not write.

    Example:
        >>> find_language("The bridge was closed by the police on the day of the vote.")
        'en'
    """
    sample = text[:_SAMPLE_CHARS]
    script = _main_script(sample)
    if script == "latin":
        return _by_words(sample, "latin")
    if script in {"cyrillic", "arabic"}:
        return _by_words(sample, script)
    if script in {"han", "kana"}:
        kana = len(_SCRIPTS["kana"].findall(sample))
        return "ja" if kana * 20 > len(_SCRIPTS["han"].findall(sample)) else "zh"
    return script or "und"


def spelling_fit(text: str) -> float:
    """How well a text in Latin letters is spelt as some language spells, 0.0 and up.

    The share of a language's stop words, and half the share of its own letters among
    those that are not a to z: read in a wrong encoding, a text loses both.
    """
    sample = text[:_SAMPLE_CHARS].casefold()
    words = Counter(_WORD.findall(sample))
    n_words = words.total() or 1
    foreign = Counter(c for c in sample if c > "\x7f" and c.isalpha())
    n_foreign = foreign.total() or 1
    fits = [0.0]
    for profile in _profiles("latin").values():
        plain = sum(words[w] for w in profile.words) / n_words
        if plain >= _MIN_SCORE / 2:
            fit = sum(foreign[c] for c in profile.alphabet) / n_foreign
            fits.append(plain + fit / 2)
    return max(fits)


def _main_script(sample: str) -> str | None:
    counts = {name: len(found.findall(sample)) for name, found in _SCRIPTS.items()}
    # Chinese and Japanese say in one sign what takes others two or more.
    counts["han"] *= 2
    counts["kana"] *= 2
    total = sum(counts.values())
    name = max(counts, key=lambda key: (counts[key], key))
    if total < 4 or counts[name] * 2 < total:
        return None
    return name


class _Profile(NamedTuple):
    words: frozenset[str]
    letters: frozenset[str]
    alphabet: frozenset[str]


@cache
def _profiles(script: str) -> dict[str, _Profile]:
    source = files("synoptic.text").joinpath("data", "languages.toml")
    rows = tomllib.loads(source.read_text(encoding="utf-8"))[script]
    return {
        name: _Profile(
            frozenset(row["words"].split()),
            frozenset(row.get("letters", "")),
            frozenset(row.get("alphabet", "")),
        )
        for name, row in rows.items()
    }


def _by_words(sample: str, script: str) -> str:
    words = Counter(w.casefold() for w in _WORD.findall(sample))
    n_words = words.total()
    if n_words < _MIN_WORDS:
        return "und"
    lowered = sample.casefold()
    letters = Counter(c for c in lowered if c.isalpha())
    n_letters = letters.total() or 1
    scores: dict[str, float] = {}
    plain: dict[str, float] = {}
    for name, profile in _profiles(script).items():
        plain[name] = sum(words[w] for w in profile.words) / n_words
        own = sum(letters[c] for c in profile.letters) / n_letters
        scores[name] = plain[name] + _LETTER_WEIGHT * own * min(1.0, 5 * plain[name])
    ranked = sorted(scores, key=lambda name: (-scores[name], name))
    best, second = ranked[0], ranked[1]
    if plain[best] < _MIN_SCORE or scores[best] < _MIN_LEAD * scores[second]:
        return "und"
    return best
