"""What keeps two similar passages from being the same statement; what an edit changes.

Rules on words alone, so that they hold without a parser: numbers of one thing,
negation on one side only, other names in one place, names that change places.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from synoptic.collate.passages.amounts import (
    amounts_apart,
    amounts_of,
    is_date,
    numbers_of,
)
from synoptic.collate.passages.polarity import (
    denials_of,
    denied_apart,
    negations,
    opposed,
)
from synoptic.collate.passages.roles import names_apart, roles_of, roles_swapped
from synoptic.collate.passages.words import capitals_inside, names_of, words_of
from synoptic.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.collate.passages.amounts import Amounts
    from synoptic.collate.passages.polarity import Denials
    from synoptic.collate.passages.roles import Roles
    from synoptic.collate.passages.words import Word
    from synoptic.model import EditClass

_DIGITS = dict(
    zip(
        "one two three four five six seven eight nine ten".split(),
        "1 2 3 4 5 6 7 8 9 10".split(),
        strict=True,
    )
)

DisagreementKind = Literal["number", "negation", "name", "role"]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A fact that two similar passages give differently.

    Attributes:
        kind: `number`: other numbers (or days) of one thing; `negation`: stated here,
            denied there, or its contrary; `name`: other names in one place; `role`: the
            names of both change places.
        a, b: The words it rests on, in the two texts given.
    """

    kind: DisagreementKind
    a: Span
    b: Span


@lru_cache(maxsize=8192)
def disagreements(a: str, b: str) -> tuple[Disagreement, ...]:
    """Say in what two similar passages are not the same statement.

    Ask this of passages that a scorer found alike: of any two it says little. When
    the two change places, the answer is the same with its sides changed.

    Args:
        a: A sentence or clause.
        b: Another one.

    Returns:
        At most one of each kind, in the order of `DisagreementKind`.

    Example:
        >>> [d.kind for d in disagreements("Oslo beat Bergen.", "Bergen beat Oslo.")]
        ['role']
        >>> disagreements("Oslo beat Bergen.", "Bergen was beaten by Oslo.")
        ()
    """
    if a > b:  # one order inside, so that both orders give one answer
        return tuple(Disagreement(d.kind, d.b, d.a) for d in disagreements(b, a))
    facts_a, facts_b = _facts(a), _facts(b)
    # a word that opens one passage is a name where the other prints it as one inside
    seen = facts_a.capitals | facts_b.capitals
    roles_a = _roles(a, seen & facts_a.openers | facts_a.capitals)
    roles_b = _roles(b, seen & facts_b.openers | facts_b.capitals)
    found: list[tuple[DisagreementKind, tuple[int, int] | None]] = [
        ("number", amounts_apart(facts_a.amounts, facts_b.amounts)),
        (
            "negation",
            denied_apart(facts_a.denials, facts_b.denials)
            or opposed(facts_a.denials, facts_b.denials),
        ),
        ("name", names_apart(roles_a, roles_b)),
        ("role", roles_swapped(roles_a, roles_b)),
    ]
    return tuple(
        Disagreement(kind, _span(a, places[0]), _span(b, places[1]))
        for kind, places in found
        if places is not None
    )


class _Facts(NamedTuple):
    amounts: Amounts
    denials: Denials
    capitals: frozenset[str]
    openers: frozenset[str]


@lru_cache(maxsize=8192)
def _facts(text: str) -> _Facts:
    words = words_of(text)
    return _Facts(
        amounts_of(words),
        denials_of(words),
        capitals_inside(words),
        frozenset(w.norm for w in words if w.opens and w.capital),
    )


@lru_cache(maxsize=8192)
def _roles(text: str, seen: frozenset[str]) -> Roles:
    words = words_of(text)
    return roles_of(words, names_of(words, seen))


def edit_class(a: Sequence[str], b: Sequence[str]) -> EditClass:
    """Say what a word edit changes, the gravest thing first.

    Args:
        a: The words that one side has, as printed, in order; empty for an insertion.
        b: Those of the other side; empty for a deletion.

    Returns:
        `style` where the two are equal after folding case, marks, spaces, hyphens and
        spelling tables; else `number`, `negation`, `name` where that differs, else
        `wording`. The same when the sides change places.

    Example:
        >>> edit_class(["cease-fire"], ["ceasefire"]), edit_class(["11"], ["12"])
        ('style', 'number')
    """
    words_a, words_b = words_of(" ".join(a)), words_of(" ".join(b))
    letters_a, letters_b = (_letters(words) for words in (words_a, words_b))
    if letters_a == letters_b:
        return "style"
    numbers_a, numbers_b = numbers_of(words_a), numbers_of(words_b)
    if numbers_a and numbers_b:
        if sorted(numbers_a) != sorted(numbers_b):
            return "number"
    elif _mostly_numbers(words_a, numbers_a) or _mostly_numbers(words_b, numbers_b):
        return "number"
    if (negations(words_a) - negations(words_b)) % 2:
        return "negation"
    seen = capitals_inside(words_a, words_b) | {
        w.norm for w in (*words_a, *words_b) if w.capital
    }
    names_a, names_b = names_of(words_a, seen), names_of(words_b, seen)
    if names_a and names_b and not any(x.same(y) for x in names_a for y in names_b):
        return "name"
    return "wording"


def _letters(words: Sequence[Word]) -> str:
    return "".join(
        char for w in words for char in _DIGITS.get(w.norm, w.norm) if char.isalnum()
    )


def _mostly_numbers(words: Sequence[Word], numbers: Sequence[float]) -> bool:
    """Whether a stretch is a number with a word or two; a date is none."""
    return bool(numbers) and len(words) <= 3 and not any(is_date(w) for w in words)


def _span(text: str, place: int) -> Span:
    word = words_of(text)[place]
    return Span(word.start, word.end)
