"""The words in which results are shown; the page and the terminal share them.

Every phrase is symmetric: it says what is printed where, never who changed what.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from synoptic.model import BlockKind
    from synoptic.model.collation import ComparedKind, Verdict
    from synoptic.model.utterances import AlterationKind

Kind = Literal["same", "edited", "reworded", "partly", "own"]

KINDS: Final[tuple[Kind, ...]] = ("same", "edited", "reworded", "partly", "own")
KIND_LABELS: Final[dict[Kind, str]] = {
    "same": "same words",
    "edited": "edited",
    "reworded": "reworded",
    "partly": "one shared point",
    "own": "only here",
}
KIND_LETTERS: Final[dict[Kind, str]] = {
    "same": "S",
    "edited": "E",
    "reworded": "R",
    "partly": "P",
    "own": "O",
}
KIND_HELP: Final[dict[Kind, str]] = {
    "same": "Word for word as in another report; spelling, case and marks may differ.",
    "edited": "As in another report, with some words differing.",
    "reworded": "Says the same as another report, in other words.",
    "partly": "Shares one point with a sentence of another report; the rest differs.",
    "own": "Found in no other of these reports.",
}
BLOCK_LABELS: Final[dict[BlockKind, str]] = {
    "headline": "headline",
    "subheadline": "subheadline",
    "byline": "byline",
    "dateline": "dateline",
    "credit": "credit",
    "caption": "caption",
    "body": "text",
    "crosshead": "crosshead",
    "boilerplate": "around the text",
}
ALTERATIONS: Final[dict[AlterationKind, str]] = {
    "trimmed": "one begins later or ends sooner",
    "added": "words inside the marks of one only",
    "changed": "different words inside the marks",
    "spliced": "apart in one, together in the other",
    "reordered": "in another order",
    "speaker": "different speakers",
    "occasion": "different days",
    "addressee": "different listeners",
}
# "conflict" is never said: they say what a reader can see
VERDICTS: Final[dict[ComparedKind, dict[Verdict, str]]] = {
    "figure": {
        "agree": "one number fits",
        "conflict": "different figures",
        "superseded": "a later count",
        "undecided": "could not tell",
    },
    "date": {
        "agree": "the same time",
        "conflict": "different times",
        "superseded": "a later time",
        "undecided": "could not tell",
    },
}
NOT_COMPARED: Final = "not compared"
LEFT_OUT: Final = "words left out"

_BIDI: Final = "\u202a-\u202e\u2066-\u2069"
_CONTROL: Final = re.compile(
    f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029{_BIDI}]"
)
RIGHT_TO_LEFT: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
TURNED_RUN: Final = f"[{RIGHT_TO_LEFT}](?:[^“”A-Za-z,;]*[{RIGHT_TO_LEFT}])?"
"""Words read from right to left, and what stands between them: a regular expression."""
_BLANK: Final = re.compile(r"\s+")
_OPENING: Final = frozenset('"\u201c\u201e\u00ab')
_CLOSING: Final = frozenset('"\u201d\u201c\u00bb')
_DOUBLE: Final = _OPENING | _CLOSING
_STRAIGHT: Final = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")
_FORMULA: Final = ("=", "+", "-", "@")
_MOST_SIGLA: Final = 6
_LONGEST_QUOTE: Final = 240  # characters; the JSON has all of them
_MOST_EDITS: Final = 5
_NEARLY_SURE: Final = 0.995


def harmless(text: str) -> str:
    """The text with control characters and direction overrides made visible.

    A report may hold characters that turn the reading direction of what follows or
    speak to a terminal; each is shown as its code point instead of being obeyed.
    """
    return _CONTROL.sub(lambda m: f"\u2039U+{ord(m[0]):04X}\u203a", text)


def one_line(text: str) -> str:
    """The text with every run of blanks as one space, and made harmless."""
    return harmless(_BLANK.sub(" ", text).strip())


def clipped(text: str, longest: int = _LONGEST_QUOTE) -> str:
    """The words on one line, cut between words where they are very many."""
    whole = one_line(text)
    if len(whole) <= longest:
        return whole
    return whole[:longest].rsplit(" ", 1)[0] + " ..."


def cell(words: str) -> str:
    """Words on one line that no spreadsheet takes for a formula; numbers stay."""
    flat = " ".join(words.split())
    bare = flat.lstrip("+-").replace(".", "", 1)
    return f"'{flat}" if flat.startswith(_FORMULA) and not bare.isdecimal() else flat


def quoted(text: str) -> str:
    """Words of a report in quotation marks.

    Words that are a quotation themselves bring their own; where they hold one, the
    outer marks are single.
    """
    words = one_line(text)
    inside = words[1:-1]
    if words[:1] in _OPENING and words[-1:] in _CLOSING and not _DOUBLE & set(inside):
        return words
    if _DOUBLE & set(words):
        return f"\u2018{words}\u2019"
    return f"\u201c{words}\u201d"


def straight(text: str) -> str:
    """The text with curly quotation marks as straight ones, to tell words apart."""
    return text.translate(_STRAIGHT)


def listed(words: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def sigla_listed(sigla: Sequence[str]) -> str:
    """As `listed`, but of many only the first few are named."""
    if len(sigla) <= _MOST_SIGLA + 1:
        return listed(sigla)
    rest = len(sigla) - _MOST_SIGLA
    return f"{', '.join(sigla[:_MOST_SIGLA])} and {rest} more"


def counted(n: int, one: str, many: str | None = None) -> str:
    """`1 word`, `1,300 words`."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def percent(share: float) -> str:
    """A share or a probability between 0 and 1 as `95 %`."""
    return f"{round(100 * share)} %"


def chance(p: float) -> str:
    """A probability as `95 %`; nothing inferred is ever certain: `over 99 %`."""
    return percent(p) if p < _NEARLY_SURE else "over 99 %"


def because(reasons: Sequence[str], most: int | None = None) -> str:
    """`Reasons: ...; ...`, of more than `most` only the first, the rest counted."""
    shown = list(reasons[:most])
    if len(reasons) > len(shown):
        shown.append(f"and {len(reasons) - len(shown):,} more")
    return f"Reasons: {'; '.join(shown)}."


def alike_sentence(n: int) -> str:
    """How many lines are not shown because all print the same words."""
    are, them = ("is", "it") if n == 1 else ("are", "them")
    return f"{n:,} more {are} printed in the same words by all that have {them}."


def printed_time(value: str | None) -> str:
    """A publication time in words, with no more precision than was stated."""
    if not value:
        return "time not stated"
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return one_line(value)
    day = f"{moment.day} {moment:%B %Y}"
    if "T" not in value:
        return day
    if moment.tzinfo is None:
        return f"{day}, {moment:%H:%M} (time zone not stated)"
    ahead = f"{moment:%z}"
    zone = f"UTC{ahead[:3]}:{ahead[3:5]}" if moment.utcoffset() else "UTC"
    return f"{day}, {moment:%H:%M} {zone}"


def same_letters(one: str, other: str) -> bool:
    """Whether two words differ in case and marks at most."""
    return letters(one) == letters(other)


def letters(words: str) -> str:
    """The words without case, blanks and marks, to tell prints of them apart."""
    return "".join(filter(str.isalnum, words.casefold()))


def edit_sentence(
    here: str,
    here_words: str,
    there: Sequence[str],
    there_words: str,
    *,
    n_readings: int = 2,
) -> str:
    """One word difference in words: `A has "Tuesday", B has "March 11"`.

    Args:
        here: Siglum of one report.
        here_words: Its words; empty when it has none.
        there: Sigla of the reports that differ from it in this way.
        there_words: Their words; empty when they have none.
        n_readings: How many reports have the passage; among more than two, words
            that one of them lacks need not be "only" in the other.
    """
    others = sigla_listed(there)
    if here_words and there_words:
        has = "has" if len(there) == 1 else "have"
        return f"{here} has {quoted(here_words)}, {others} {has} {quoted(there_words)}"
    with_them, without, words = (
        (here, others, here_words) if here_words else (others, here, there_words)
    )
    if n_readings > 2:
        return f"in {with_them}, not in {without}: {quoted(words)}"
    return f"only in {with_them}: {quoted(words)}"


def spoken_name(
    kind: Kind | None,
    counterparts: Iterable[tuple[Kind, str]],
    differences: Sequence[str] = (),
) -> str:
    """What a screen reader says of a passage before its words.

    Args:
        kind: The passage's own kind; None where it was not compared.
        counterparts: Kind and siglum of every report that has it too, in any order.
        differences: What `edit_sentence` says of each difference shown.
    """
    if kind is None:
        return NOT_COMPARED
    if kind == "own":
        return KIND_LABELS["own"]
    by_kind: dict[Kind, list[str]] = {}
    for other_kind, other in counterparts:
        by_kind.setdefault(other_kind, []).append(other)
    parts = []
    for each in sorted(KINDS, key=lambda k: (k != kind, KINDS.index(k))):
        if sigla := by_kind.get(each):
            how = "shared with" if each == "partly" else "also in"
            parts.append(f"{KIND_LABELS[each]}, {how} {sigla_listed(sigla)}")
    shown = list(differences[:_MOST_EDITS])
    if len(differences) > _MOST_EDITS:
        more = len(differences) - _MOST_EDITS
        shown.append(f"and {counted(more, 'more difference')}")
    return "; ".join([*parts, *shown])
