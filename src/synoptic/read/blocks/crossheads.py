"""Headings between paragraphs of the body."""

from __future__ import annotations

import re

_WRAP = "\"'“”‘’«»„‚‹›–—-*_= "
_SPEECH = re.compile(r"[\"“«„‘'].*[.,!?…][\"”»“’']", re.DOTALL)
_NUMBERED = re.compile(r"\d{1,2}[.)]\s+\S.*[\w?]$", re.DOTALL)
# A transcript's "MAYOR LEE: We lost it", a tweet's "— Ann Lee (@annlee) July 1, 2020".
_SPEAKER = re.compile(r"[A-Z][A-Z .’'-]+:\s*\S")
_SIGNATURE = re.compile(r"(?:—|--?)\s*\w.*\(@\w+\)")
_MAX_NUMBERED_WORDS = 24
_MAX_WORDS = 12
_MAX_CHARS = 90


def may_be_crosshead(text: str, n_words: int, *, ends_as_sentence: bool) -> bool:
    """Whether a line between two paragraphs of the body reads as a heading.

    Short, not a sentence, or a question; also in quotation marks or capitals.
    """
    line = text.strip()
    if _NUMBERED.fullmatch(line) and n_words <= _MAX_NUMBERED_WORDS:
        return True
    if line[0] in "•*·▪◦" or _SPEAKER.match(line) or _SIGNATURE.match(line):
        return False
    if not 1 <= n_words <= _MAX_WORDS or len(line) > _MAX_CHARS:
        return False
    bare = line.strip(_WRAP)
    if not bare or not re.search(r"[^\W\d_]", bare):
        return False
    if _SPEECH.match(line):
        return False
    if line.endswith((",", ";", ":", "…", "...")):
        return False
    if ends_as_sentence and not line.endswith("?"):
        return False
    first = next(c for c in bare if c.isalnum())
    return not first.islower()
