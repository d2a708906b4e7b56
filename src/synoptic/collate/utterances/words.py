"""The words of a quotation in the form in which prints of it are compared.

Contractions, spelling, typography, number words and the spelling of names are house
style, not what was said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from synoptic.model import Span
from synoptic.text.rarity import bits
from synoptic.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

_WHOLE = {
    "cannot": ("can", "not"),
    "can't": ("can", "not"),
    "cant": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "ain't": ("is", "not"),
    "gonna": ("going", "to"),
    "wanna": ("want", "to"),
    "gotta": ("got", "to"),
    "let's": ("let", "us"),
    "ok": ("okay",),
    "yeah": ("yes",),
    "till": ("until",),
    "'til": ("until",),
    "'em": ("them",),
    "'cause": ("because",),
    "&": ("and",),
    "percentage": ("%",),
    "mister": ("mr",),
    "versus": ("vs",),
    "usa": ("u.s.",),
}
_WHOLE |= {
    f"{verb}nt": (verb, "not")
    for verb in "do did does is are was were would could should have has had".split()
}
_WHOLE |= {
    "im": ("i", "am"),
    "ive": ("i", "have"),
    "youre": ("you", "are"),
    "theyre": ("they", "are"),
    "thats": ("that", "is"),
}
_ENDINGS = {
    "n't": ("not",),
    "'re": ("are",),
    "'ve": ("have",),
    "'ll": ("will",),
    "'d": ("would",),
    "'m": ("am",),
}
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS = {
    **{w: str(n) for n, w in enumerate(_ONES)},
    **{w: str(10 * n) for n, w in enumerate(_TENS, 2)},
    "hundred": "100",
    "thousand": "1000",
    "dozen": "12",
}
_TENS_IN_DIGITS = frozenset(str(n) for n in range(20, 100, 10))
_ORDINALS = {
    w: f"{n}th"
    for n, w in enumerate("first second third fourth fifth sixth seventh".split(), 1)
}
NEGATIONS = frozenset(
    "not no never none nobody nothing neither nor nowhere without hardly".split()
)
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Words:
    """Compared forms with the span each stands for, and what they weigh in bits."""

    forms: tuple[str, ...]
    spans: tuple[Span, ...]

    @property
    def weight_bits(self) -> float:
        """The information of all words together."""
        return sum(weigh(form) for form in self.forms)


@lru_cache(maxsize=1 << 15)
def weigh(form: str) -> float:
    """The information of a compared form, in bits."""
    return bits(form)


def words_of(text: str, spans: Sequence[Span]) -> Words:
    """The words in some spans, in order, in the form in which they are compared."""
    forms: list[str] = []
    places: list[Span] = []
    for span in spans:
        tokens = tokenize(text, span.start, span.end)
        for norm, start, end in zip(
            tokens.norm, tokens.start.tolist(), tokens.end.tolist(), strict=True
        ):
            for form in _forms(norm):
                forms.append(form)
                places.append(Span(start, end))
    return _joined(text, forms, places)


def _joined(text: str, forms: list[str], places: list[Span]) -> Words:
    """Number words that make one number brought together: "twenty-five" is 25."""
    kept: list[str] = []
    spans: list[Span] = []
    for form, span in zip(forms, places, strict=True):
        if (
            kept
            and form.isdigit()
            and kept[-1].isdigit()
            and text[span.start].isalpha()
            and text[spans[-1].start].isalpha()
            and text[spans[-1].end : span.start] in ("-", " ", "‑")
            and len(form) == 1
            and kept[-1] in _TENS_IN_DIGITS
        ):
            kept[-1] = str(int(kept[-1]) + int(form))
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            kept.append(form)
            spans.append(span)
    return Words(tuple(kept), tuple(spans))


@lru_cache(maxsize=1 << 15)
def _forms(norm: str) -> tuple[str, ...]:
    if norm in _WHOLE:
        return _WHOLE[norm]
    if norm == "'s":
        return ("is",)  # "it's" and "it is"; a possessive stands in both prints
    for ending, whole in _ENDINGS.items():
        if norm.endswith(ending) and len(norm) > len(ending):
            return (norm[: -len(ending)], *whole)
    return (_NUMBERS.get(norm, _ORDINALS.get(norm, norm)),)


def is_grave(forms: Sequence[str]) -> bool:
    """Whether a negation or a number is among some words."""
    return any(f in NEGATIONS or _FIGURE.search(f) for f in forms)
