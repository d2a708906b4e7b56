"""Words that hardly any other sentence of either report has, together in one of each.

Two reports of an event use the same names and topics all over. "Brink" and "famine"
stand in one sentence of each: where three such words come close together in both,
the two sentences tell one thing, however much else the longer one tells.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from synoptic.collate.passages.resemblance import SAYING
from synoptic.text.rarity import known
from synoptic.text.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from synoptic.collate.passages.body import Body

_MOST_SENTENCES = 2  # of a report that hold a peculiar word
_COMMON_BITS = 11.0  # a word below is never peculiar
_FREE_BITS = 10.0
_NAME_WEIGHT = 0.5  # a name is rare in any text, and seldom all that is told
_LEAST_WORDS = 3
_LEAST_WEIGHT = 9.5
_WEIGHT_PER_WORD_APART = 0.25
_SOURCING = SAYING | frozenset(
    map(
        stem,
        "official source spokesman spokeswoman spokesperson reporter statement comment "
        "request respond interview speak condition anonymity anonymously familiar "
        "authorize briefed".split(),
    )
)
"""Who tells it and how; not what is told."""


class Peculiar(NamedTuple):
    """A peculiar word of a sentence: its place in the body, and what it weighs."""

    token: int
    weight: float
    is_name: bool


def peculiar_words(body: Body, tokens: Sequence[int]) -> dict[str, Peculiar]:
    """The peculiar words among some tokens of a body, by stem."""
    found: dict[str, Peculiar] = {}
    for token in tokens:
        if body.bits[token] < _COMMON_BITS or "'" in body.norm[token]:
            continue
        one = stem(body.norm[token])
        n_sentences = body.sentences_with[one]
        if n_sentences > _MOST_SENTENCES or one in _SOURCING:
            continue
        is_name = _is_name(body, token)
        weight = (body.bits[token] - _FREE_BITS) / n_sentences**0.5
        weight *= _NAME_WEIGHT if is_name else 1.0
        if one not in found or weight > found[one].weight:
            found[one] = Peculiar(token, weight, is_name)
    return found


def _is_name(body: Body, token: int) -> bool:
    """Whether a token names something; a body cannot tell where it opens a sentence."""
    if body.narration[token] < body.bits[token]:
        return True
    large = body.report.text[body.start[token]].isupper()
    return large and not known(body.norm[token])


def told_alike(
    left: Sequence[Mapping[str, Peculiar]], right: Sequence[Mapping[str, Peculiar]]
) -> Iterator[tuple[int, int, float]]:
    """Yield the stretches that share peculiar words close together.

    Args:
        left: The peculiar words of each stretch of one body.
        right: Those of the other body.

    Yields:
        Place in `left`, place in `right`, and the weight of the words they share.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for j, words in enumerate(right):
        for word in words:
            places[word].append(j)
    for i, words in enumerate(left):
        shared: dict[int, list[str]] = defaultdict(list)
        for word in words:
            for j in places.get(word, ()):
                shared[j].append(word)
        for j, both in shared.items():
            if len(both) >= _LEAST_WORDS:
                weight = _weight([words[w] for w in both], [right[j][w] for w in both])
                if weight >= _LEAST_WEIGHT:
                    yield i, j, round(weight, 1)


def _weight(a: Sequence[Peculiar], b: Sequence[Peculiar]) -> float:
    """What shared words weigh, less the farther they stand apart."""
    if all(x.is_name and y.is_name for x, y in zip(a, b, strict=True)):
        return 0.0
    apart = min(_apart(a), _apart(b))
    weight = sum(min(x.weight, y.weight) for x, y in zip(a, b, strict=True))
    return weight - _WEIGHT_PER_WORD_APART * apart


def _apart(words: Sequence[Peculiar]) -> int:
    tokens = [word.token for word in words]
    return max(tokens) - min(tokens)
