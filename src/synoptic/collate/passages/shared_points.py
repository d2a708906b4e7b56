"""Points that two stretches share by evidence that is seldom there by chance.

The same words inside quotation marks, the same figure of one thing, or the same rare
words close together tell of one point, however unlike the sentences around them are. A
scorer of likeness is blind to them: three words weigh little in a sentence of forty.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain, product
from typing import TYPE_CHECKING, NamedTuple

from synoptic.collate.passages.amounts import SCALES, amounts_of, scores_of
from synoptic.collate.passages.peculiar_words import peculiar_words, told_alike
from synoptic.collate.passages.words import words_of
from synoptic.text.stems import near_stem, stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from synoptic.collate.passages.amounts import Amount
    from synoptic.collate.passages.body import Body
    from synoptic.collate.passages.peculiar_words import Peculiar
    from synoptic.collate.passages.words import Word

TELLING_BITS = 7.5  # a word below is a tool of grammar, as a rule
_FRAGMENT_BITS = 20.0  # of words that are a whole quotation in one report: "a sad day"
_WORD_BITS = 12.0  # of a whole quotation of one word, where both name somebody
_RUN_BITS = 36.0  # of words shared in the midst of two quotations, ...
_RUN_WORDS = 5  # ... which are as many
_MOST_PRINTED = 3  # what a report prints more often is a catchword of the story
_BESIDE = {"once": 1, "%": 2, "often": 3}
"""Words and names that both print beside a figure, by how it is printed: reports of a
poll are full of percentages."""
_TIMES = frozenset(map(stem, "minute hour day week month year decade".split()))
"""A halt of 40 days and a contract of 40 days are two things."""
_LEAST_COUNT = 11  # "two people" are counted in any report
_FIGURE_BITS = 30.0  # what a figure is worth beside a quotation
_RARE_BITS = 10.5
_YEARS = range(1000, 2101)  # "the 2031 election" counts nothing

Segments = tuple[int, ...]


class Shared(NamedTuple):
    """A point of two stretches: their places, and the bits of what shows it."""

    a: int
    b: int
    bits: float


@dataclass(frozen=True, slots=True)
class Signs:
    """What a stretch holds that can show a shared point.

    Attributes:
        quotations: Its tokens inside quotation marks, a range for each quotation.
        figures: Its figures that tell something: no years, days or small counts.
        scores: Its pairs of numbers set against each other: "52 to 48".
        names: Stems of the names in it that stand outside quotation marks.
        words: Near stems of its words that are rarer still: "will" and "after" stand
            beside any figure.
        peculiar: Its words that hardly any other sentence of the report has.
    """

    quotations: tuple[range, ...]
    figures: tuple[Amount, ...]
    scores: frozenset[tuple[int, int]]
    names: frozenset[str]
    words: frozenset[str]
    peculiar: Mapping[str, Peculiar]

    @classmethod
    def of(cls, body: Body, segments: Segments) -> Signs:
        """Read the signs of some segments of one sentence."""
        tokens = body.tokens_of(segments)
        text = body.words_of(segments)
        telling = [t for t in tokens if body.bits[t] >= TELLING_BITS]
        return cls(
            tuple(_quotations(body, tokens)),
            tuple(_figures(words_of(text))),
            scores_of(text),
            frozenset(
                stem(body.norm[t])
                for t in telling
                if body.narration[t] < body.bits[t]
                and not body.quoted[t]
                and not body.norm[t][0].isdigit()
            ),
            frozenset(
                near_stem(stem(body.norm[t]))
                for t in telling
                if body.narration[t] == body.bits[t] >= _RARE_BITS
                and body.norm[t] not in SCALES
            ),
            peculiar_words(body, tokens),
        )


def shared_points(
    body_a: Body, left: Sequence[Signs], body_b: Body, right: Sequence[Signs]
) -> list[Shared]:
    """Find the stretches of two bodies that share a quotation, figure or rare words.

    Args:
        body_a: The one body.
        left: The signs of its stretches.
        body_b: The other body.
        right: The signs of its stretches.

    Returns:
        One for each pair of stretches, by place.
    """
    best: dict[tuple[int, int], float] = {}
    for found in (
        *_quoted_alike(body_a, left, body_b, right),
        *_counted_alike(left, right),
        *_scored_alike(left, right),
        *_told_alike(left, right),
    ):
        pair = found.a, found.b
        best[pair] = max(best.get(pair, 0.0), found.bits)
    return [Shared(a, b, bits) for (a, b), bits in sorted(best.items())]


def _quotations(body: Body, tokens: Sequence[int]) -> Iterator[range]:
    """The runs of tokens inside one pair of marks."""
    first: int | None = None
    for place, token in enumerate(tokens):
        if not body.quoted[token]:
            first = None
            continue
        first = token if first is None else first
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        if after != token + 1 or not body.quoted[after] or _parted(body, token):
            yield range(first, token + 1)
            first = None


def _parted(body: Body, token: int) -> bool:
    """Whether a mark or an omission stands behind a token."""
    between = body.report.text[body.end[token] : body.start[token + 1]]
    return any(mark in between for mark in ('"', *"“”„«»…", "..."))


def _figures(words: Sequence[Word]) -> Iterator[Amount]:
    for figure in amounts_of(words).numbers:
        slot, norm = figure.slot, words[figure.place].norm
        if not slot or any(s == "year" or s.startswith("month") for s in slot):
            continue
        if norm[0].isdigit() and norm.endswith(("st", "nd", "rd", "th")):
            continue  # "the 12th District" counts nothing
        small = figure.value < _LEAST_COUNT or figure.value in _YEARS
        if slot & {"$", "%"} or not (figure.value.is_integer() and small):
            yield figure


def _quoted_alike(
    body_a: Body, left: Sequence[Signs], body_b: Body, right: Sequence[Signs]
) -> Iterator[Shared]:
    places_a, places_b = _places(body_a, left), _places(body_b, right)
    rare = {
        word
        for word in places_a.keys() & places_b.keys()
        if max(body_a.uses[word], body_b.uses[word]) <= _MOST_PRINTED
    }
    pairs = {(i, j) for w in rare for i in places_a[w] for j in places_b[w]}
    for i, j in pairs:
        one_name = not left[i].names.isdisjoint(right[j].names)
        for said_a, said_b in product(left[i].quotations, right[j].quotations):
            for run in _common(body_a, said_a, body_b, said_b):
                if rare.isdisjoint(body_a.norm[t] for t, _ in run):
                    continue
                if all(_large(body_a, t) and _large(body_b, u) for t, u in run):
                    continue  # the title of a programme
                told = [max(body_a.narration[t], body_b.narration[u]) for t, u in run]
                whole = len(run) in (len(said_a), len(said_b))
                if _is_telling(told, whole=whole, one_name=one_name):
                    yield Shared(i, j, round(sum(told), 1))


def _places(body: Body, signs: Sequence[Signs]) -> dict[str, set[int]]:
    """For each telling word inside quotation marks, the stretches that quote it."""
    places: dict[str, set[int]] = defaultdict(set)
    for place, sign in enumerate(signs):
        for token in chain.from_iterable(sign.quotations):
            if body.bits[token] >= TELLING_BITS:
                places[body.norm[token]].add(place)
    return places


def _large(body: Body, token: int) -> bool:
    return body.report.text[body.start[token]].isupper()


def _common(
    body_a: Body, said_a: range, body_b: Body, said_b: range
) -> Iterator[list[tuple[int, int]]]:
    """The longest runs of equal words of two quotations, as pairs of tokens."""
    length: dict[tuple[int, int], int] = {}  # of the run that ends with two tokens
    for pair in product(said_a, said_b):
        t, u = pair
        if body_a.norm[t] == body_b.norm[u]:
            length[pair] = length.get((t - 1, u - 1), 0) + 1
    for (t, u), n in length.items():
        if (t + 1, u + 1) not in length:
            yield [(t - k, u - k) for k in range(n)]


def _is_telling(told: Sequence[float], *, whole: bool, one_name: bool) -> bool:
    """Whether shared words show a point.

    Args:
        told: Their bits.
        whole: They are all that one of the reports quotes there.
        one_name: Somebody is named beside both quotations.
    """
    bits = sum(told)
    if len(told) == 1:
        return whole and one_name and bits >= _WORD_BITS
    if whole:
        return bits >= _FRAGMENT_BITS and max(told) >= TELLING_BITS
    rare = max(told) >= _RARE_BITS
    return rare and len(told) >= _RUN_WORDS and bits >= _RUN_BITS


def _counted_alike(left: Sequence[Signs], right: Sequence[Signs]) -> Iterator[Shared]:
    of_a, of_b = _by_value(left), _by_value(right)
    for value in of_a.keys() & of_b.keys():
        often = max(len(of_a[value]), len(of_b[value])) > _MOST_PRINTED
        for i, one in of_a[value].items():
            for j, other in of_b[value].items():
                beside = (left[i].words & right[j].words) - set(
                    map(near_stem, one.slot | other.slot)
                )
                slot = one.slot & other.slot
                shared = len(beside) + len(left[i].names & right[j].names)
                shared += len(slot) - 1 if slot else 0
                lasts = not _TIMES.isdisjoint(slot)
                how = "often" if often or lasts else "%" if "%" in slot else "once"
                if slot and shared >= _BESIDE[how]:
                    yield Shared(i, j, _FIGURE_BITS + shared)


def _scored_alike(left: Sequence[Signs], right: Sequence[Signs]) -> Iterator[Shared]:
    places: dict[tuple[int, int], list[int]] = defaultdict(list)
    for j, sign in enumerate(right):
        for score in sign.scores:
            places[score].append(j)
    for i, one in enumerate(left):
        for score in one.scores:
            for j in places.get(score, ()):
                other = right[j]
                shared = len(one.words & other.words) + len(one.names & other.names)
                if max(score) >= _LEAST_COUNT or shared:
                    yield Shared(i, j, _FIGURE_BITS + shared)


def _told_alike(left: Sequence[Signs], right: Sequence[Signs]) -> Iterator[Shared]:
    alike = told_alike([s.peculiar for s in left], [s.peculiar for s in right])
    return (Shared(*found) for found in alike)


def _by_value(signs: Sequence[Signs]) -> dict[float, dict[int, Amount]]:
    """For each value the stretches that print it."""
    places: dict[float, dict[int, Amount]] = defaultdict(dict)
    for place, sign in enumerate(signs):
        for figure in sign.figures:
            places[figure.value].setdefault(place, figure)
    return places
