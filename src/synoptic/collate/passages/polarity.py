"""Negation: what one passage denies and the other one states."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from synoptic.text.stems import opposites_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.collate.passages.words import Word

_PARTICLES = frozenset("not never cannot without no nor neither hardly barely".split())
_OBJECTS = frozenset("nothing nobody none nowhere".split())
# what these say of their object or of the verb after them is that it is not so
_VERBS = frozenset(
    "deny denies denied denying refuse refuses refused refusing reject rejects "
    "rejected rejecting fail fails failed failing decline declines declined declining "
    "refute refutes refuted dismiss dismisses dismissed rebuff rebuffed unable "
    "unlikely oppose opposes opposed vetoes vetoed blocks blocked lacks lacked "
    "stopped avoided refusal failure denial inability".split()
)
_DENYING = frozenset("deni deny refus reject fail declin".split())
# what stands between a denial and what is denied
_TRANSPARENT = frozenset(
    "report reports claim claims allegation allegations accusation accusations "
    "suggestion suggestions rumor rumors charge charges any having been being to yet "
    "ever really fully simply true".split()
)
# "did not expect it to win" is "expected it not to win"
_RAISING = frozenset("expect think believ want seem appear intend likely".split())
_REPORTING = frozenset("say tell add warn announc claim report stat writ".split())
_BE = frozenset("is are was were be been being".split())
_NEAR = 4  # heavy words that a negation can reach
_UNMEANT = {
    ("not", "only"),
    ("not", "just"),
    ("not", "merely"),
    ("no", "doubt"),
    ("no", "less"),
    ("no", "fewer"),
    ("not", "least"),
    ("no", "question"),
    ("no", "matter"),
    ("nothing", "less"),
    ("nothing", "short"),
    ("none", "other"),
    ("not", "solely"),
    ("not", "simply"),
}


class Denials(NamedTuple):
    """What a passage negates.

    Attributes:
        words: All words, in order.
        places: Of each heavy stem.
        core: Places that are negated for sure and can be held against another passage.
        reach: Places that a negation may reach.
    """

    words: Sequence[Word]
    places: dict[str, list[int]]
    core: tuple[tuple[int, str], ...]
    reach: frozenset[int]


def denials_of(words: Sequence[Word]) -> Denials:
    """Read what a passage negates."""
    places: dict[str, list[int]] = {}
    for k, word in enumerate(words):
        if word.heavy:
            places.setdefault(word.stem, []).append(k)
    core, reach = _negated(words)
    return Denials(
        words,
        places,
        tuple(
            (k, words[k].stem)
            for k in sorted(core)
            if words[k].stem not in _RAISING and not _also_stated(words, k, core)
        ),
        frozenset(reach),
    )


def denied_apart(a: Denials, b: Denials) -> tuple[int, int] | None:
    """Find a word that one passage negates and the other one does not.

    Two negations that follow one another cancel ("did not deny", "not without").

    Returns:
        Places of the word in `a` and in `b`; None when there is no such word.
    """
    for one, other, flipped in ((a, b, False), (b, a, True)):
        for k, stem in one.core:
            places = other.places.get(stem, [])
            if places and not any(j in other.reach for j in places):
                return (places[0], k) if flipped else (k, places[0])
    return None


def opposed(a: Denials, b: Denials) -> tuple[int, int] | None:
    """Find a word of one passage whose contrary stands in its place in the other.

    In its place: the heavy word before it or after it is the same on both sides, and
    neither side is negated there.

    Returns:
        Places of the two words in `a` and in `b`; None when there are none.
    """
    for one, places in a.places.items():
        if one in b.places:
            continue
        contrary = opposites_of(one) & b.places.keys() - a.places.keys()
        for other in sorted(contrary):
            for k in places:
                for j in b.places[other]:
                    if k in a.reach or j in b.reach:
                        continue
                    if _beside(a.words, k) & _beside(b.words, j):
                        return k, j
    return None


def _beside(words: Sequence[Word], k: int) -> set[tuple[int, str]]:
    return {
        (step, words[j].stem) for step in (-1, 1) for j in _heavy(words, k, step)[:1]
    }


def _also_stated(words: Sequence[Word], k: int, core: set[int]) -> bool:
    """Whether the same passage also uses the word outside the negation."""
    return any(
        j != k and j not in core and word.stem == words[k].stem
        for j, word in enumerate(words)
    )


def negations(words: Sequence[Word]) -> int:
    """How many words of a stretch negate by themselves, whatever they refer to.

    "Nothing less than" and "not only" negate nothing.
    """
    after = [*(w.norm for w in words[1:]), ""]
    return sum(
        (
            w.norm in _PARTICLES
            or w.norm in _OBJECTS
            or w.norm.endswith("n't")
            or w.stem in _DENYING
        )
        and (w.norm, then) not in _UNMEANT
        for w, then in zip(words, after, strict=False)
    )


def _negated(words: Sequence[Word]) -> tuple[set[int], set[int]]:
    """Places that are negated for sure, and places that a negation may reach."""
    core: set[int] = set()
    reach: set[int] = set()
    cancelled: set[int] = set()
    for k, word in enumerate(words):
        if k in cancelled or not _negates(words, k):
            continue
        following = _heavy(words, k, +1)
        before = _heavy(words, k, -1)
        nearest = next(
            (j for j in following if words[j].norm not in _TRANSPARENT), None
        )
        stop = k if nearest is None else nearest
        double = next((j for j in range(k + 1, stop + 1) if _negates(words, j)), None)
        if double is not None:
            cancelled.add(double)
            reach.update((k, double))
            continue
        reach.update(following[:_NEAR], before[:_NEAR], [k])
        if _passive(words, k):
            core.update(j for j in before[:1] if words[j].stem not in _REPORTING)
        elif nearest is not None:
            core.add(nearest)
            if words[nearest].stem in _RAISING:
                core.update(following[1:2])
        if word.norm in _OBJECTS or word.norm == "no":
            # "found no cracks" denies the finding, "said nobody came" not the saying
            core.update(j for j in before[:1] if words[j].stem not in _REPORTING)
    # a name is not denied but set against another: "Norland, not Sudoria"
    return {k for k in core if not words[k].capital or words[k].opens}, reach


def _negates(words: Sequence[Word], k: int) -> bool:
    norm = words[k].norm
    after = words[k + 1].norm if k + 1 < len(words) else ""
    if (norm, after) in _UNMEANT:
        return False
    if norm == "not" and k >= 2 and words[k - 1].norm == "or":
        return False  # whether or not
    if words[k].stem == "fail" and after != "to":
        return False  # "the plan failed": nothing else is denied
    return (
        norm in _PARTICLES or norm in _OBJECTS or norm in _VERBS or norm.endswith("n't")
    )


def _passive(words: Sequence[Word], k: int) -> bool:
    """Whether a denying verb stands in the passive: "the plan was rejected"."""
    if words[k].norm not in _VERBS or not words[k].norm.endswith("ed"):
        return False
    return any(words[j].norm in _BE for j in range(max(k - 2, 0), k))


def _heavy(words: Sequence[Word], k: int, step: int) -> list[int]:
    """Places of the heavy words next to a place, up to a mark of punctuation."""
    out: list[int] = []
    j = k + step
    while 0 <= j < len(words):
        if words[j if step > 0 else j + 1].fence:
            break
        if words[j].heavy:
            out.append(j)
        j += step
    return out
