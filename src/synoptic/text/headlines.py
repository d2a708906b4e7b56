"""Headlines: their marks, and their words as a sentence would print them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import Final

_VERSIONS = (
    "CORRECTED|CORRECTS|CORRECTION|UPDATE|UPDATED|UPDATES|REFILE|RECAST|RECASTS|WRAPUP|"
    "LEAD"
)
_SORTS = "EXCLUSIVE|ANALYSIS|FACTBOX|TIMELINE|RPT|ADVISORY|URGENT"
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)?"
WIRE_MARK: Final = re.compile(rf"(?:(?:{_VERSIONS}|{_SORTS})(?: \d+)?[-: ]+)+")
"""The marks that wires set before a headline: `UPDATE 1-`, `CORRECTED-`."""
_VERSION_MARK = re.compile(
    rf"\s*(?:{_VERSIONS}|{_ORDINAL}\s+(?:LEAD|UPDATE|LD|WRITE-?THRU))(?:\s+{_ORDINAL})?"
    r"(?:\s*[-:/|(,)]\s*|\s+)",
    re.IGNORECASE,
)

_WORD = re.compile(r"[^\W\d_]+")
_OPENS_SENTENCE = re.compile(r"(?:^|[.?!:\n][\"“”'‘’) ]*|[\"“‘]\s*)$")
_LOOK_BACK = 4  # a full stop, a closing mark, a space, an opening mark
_SMALL = 3  # "of" and "the" are small in any headline
_MOST_CAPITALS = 0.75


def without_mark(headline: str) -> str:
    """A headline without the wire's mark before it; never empty for one that is not.

    Example:
        >>> without_mark("UPDATE 1-Hillside falls")
        'Hillside falls'
    """
    mark = WIRE_MARK.match(headline)
    return (headline[mark.end() :] if mark else headline) or headline


def version_marks(headline: str) -> tuple[str, str]:
    """The marks of a later version at the head of a headline, and what is behind them.

    Case is not heeded, so that a word such as "update" may go with the marks. That does
    no harm where two headlines are compared; to show one, take `without_mark`.

    Example:
        >>> version_marks("3rd LEAD: Hillside falls")
        ('3rd LEAD: ', 'Hillside falls')
    """
    at = 0
    while found := _VERSION_MARK.match(headline, at):
        at = found.end()
    return headline[:at], headline[at:]


def as_a_sentence(headline: str, body: str) -> str:
    """A headline with its capitals as a sentence would have them, of the same length.

    "Council Backs Toll in Part" is a row of names to a parser. Each word is written as
    the body of its report mostly writes it; one that the body does not have is small.
    A headline that is not in capitals, or has no body, is given back as it is.

    Example:
        >>> as_a_sentence("Oduya Backs Toll", "A toll is fair, said Mara Oduya.")
        'Oduya backs toll'
    """
    words = list(_WORD.finditer(headline))
    long = [w.group() for w in words if len(w.group()) > _SMALL]
    high = sum(w[0].isupper() for w in long)
    if len(long) < 2 or high < _MOST_CAPITALS * len(long) or not body.strip():
        return headline
    shouted = all(w.isupper() for w in long)
    forms = _forms(body)
    parts, at = [], 0
    for place, found in enumerate(words):
        word = found.group()
        low = word.lower()
        printed = forms.get(low)
        if word.isupper() and word != "A" and not shouted:
            form = word  # "US" is not the "us" of the body
        elif printed:
            form = max(printed, key=lambda f: (printed[f], f))
        else:
            form = low
        if place == 0 and form == low:
            form = word[0] + low[1:]
        if len(form) != len(word):  # the small form of some letters is longer
            form = word
        parts += [headline[at : found.start()], form]
        at = found.end()
    return "".join([*parts, headline[at:]])


def _forms(body: str) -> dict[str, Counter[str]]:
    """How often each word is printed in which letters.

    A capital at the start of a sentence tells little: it counts only where the word
    stands nowhere else.
    """
    inside: dict[str, Counter[str]] = defaultdict(Counter)
    opening: dict[str, Counter[str]] = defaultdict(Counter)
    for found in _WORD.finditer(body):
        word = found.group()
        before = body[max(0, found.start() - _LOOK_BACK) : found.start()]
        opens = word[0].isupper() and _OPENS_SENTENCE.search(before)
        (opening if opens else inside)[word.lower()][word] += 1
    return {**opening, **inside}
