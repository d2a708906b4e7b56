"""Which figures of two aligned passages stand for each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from synoptic.collate.comparisons.bounds import number_of
from synoptic.collate.comparisons.figures import TOLLS, judge, same_thing
from synoptic.collate.comparisons.slots import PERSONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from synoptic.collate.comparisons.slots import Slot
    from synoptic.model import Figure, Link, Span, Verdict

_NEEDED_NEAR = 1
_SHARED = 4  # telling words
_SHARED_PART = 0.7
_FAR = 5
_BESIDE = 2  # telling words
_TALLY = 10
# Words that set a figure apart from the event told: earlier ones, records, sums.
_ASIDE = frozenset(
    """previous previously earlier similar another worst deadliest since ago history
    last total altogether annually average every each record compared past prior
    initially originally initial first""".split()
)

_OF_A_POLL = frozenset({"margin", "sampl"})


class Pair(NamedTuple):
    """Two figures that speak of one thing."""

    a: Slot[Figure]
    b: Slot[Figure]
    verdict: Verdict
    reason: str


def pair_aligned(
    link: Link, in_a: Sequence[Slot[Figure]], in_b: Sequence[Slot[Figure]]
) -> list[Pair]:
    """Pairs inside two aligned passages: equal ones first, then what is left alone.

    A differing pair is kept only when each figure has no other partner left, and the
    words around the two are partly the same.
    """
    left = [s for s in in_a if s.mention.converts is None]
    right = [s for s in in_b if s.mention.converts is None]
    edits = [(e.a, e.b) for e in link.edits if e.a and e.b and e.op == "replace"]
    pairs: list[Pair] = []
    for wanted in ("agree", "undecided"):
        options = [
            (-_likeness(a, b), a.mention.span, b.mention.span, a, b)
            for a in left
            for b in right
            if same_thing(a, b) and judge(a, b)[0] == wanted
        ]
        for _, _, _, a, b in sorted(options, key=lambda o: o[:3]):
            if a in left and b in right:
                pairs.append(Pair(a, b, *judge(a, b)))
                left.remove(a)
                right.remove(b)
    for a in list(left):
        partners = [b for b in right if same_thing(a, b)]
        if len(partners) != 1:
            continue
        b = partners[0]
        rivals = [other for other in left if same_thing(other, b)]
        placed = _replaced(a.mention.span, b.mention.span, edits)
        alone = len(rivals) == 1 and _is_told(a, b)
        if alone and (placed or _told_alike(link, a, b)):
            pairs.append(Pair(a, b, *judge(a, b)))
    return pairs


def pair_apart(
    in_a: Sequence[Slot[Figure]], in_b: Sequence[Slot[Figure]]
) -> list[Pair]:
    """Figures of two reports outside aligned passages.

    Tolls, where each report gives one number for what befell one kind of people;
    figures whose sentences share most of their telling words; and the same number of
    the same thing, where the words right beside it tell that much. Sentences that
    speak of something earlier are left out.
    """
    pairs = []
    ours, theirs = _tolls(in_a), _tolls(in_b)
    for event in sorted(ours.keys() & theirs.keys()):
        a, b = ours[event], theirs[event]
        if len(a.around & b.around) >= 2 and same_thing(a, b) and _is_told(a, b):
            pairs.append(Pair(a, b, *judge(a, b)))
    ours_by, theirs_by = _by_measure(in_a), _by_measure(in_b)
    for measure in sorted(ours_by.keys() & theirs_by.keys()):
        here, there = ours_by[measure], theirs_by[measure]
        for a in here:
            near = [b for b in there if _nearly_one(a, b) and same_thing(a, b)]
            if len(near) != 1:
                continue
            b = near[0]
            back = [x for x in here if _nearly_one(x, b) and same_thing(x, b)]
            if len(back) == 1 and _is_told(a, b):
                pairs.append(Pair(a, b, *judge(a, b)))
        pairs += _equal(here, there, pairs)
    return pairs


def _equal(
    here: Iterable[Slot[Figure]], there: Iterable[Slot[Figure]], taken: Sequence[Pair]
) -> list[Pair]:
    """Figures of one measure that are the same to the last digit, best told first."""
    done = {id(slot) for pair in taken for slot in pair[:2]}
    options = [
        (-len(a.near & b.near), a.mention.span, b.mention.span, a, b)
        for a in here
        for b in there
        if _is_same_number(a, b) and same_thing(a, b)
    ]
    pairs = []
    for _, _, _, a, b in sorted(options, key=lambda o: o[:3]):
        if id(a) not in done and id(b) not in done:
            done |= {id(a), id(b)}
            pairs.append(Pair(a, b, *judge(a, b)))
    return pairs


def _is_same_number(a: Slot[Figure], b: Slot[Figure]) -> bool:
    """Whether two are one number, told by the words beside it or by itself.

    A tally of votes, "61 to 38", hardly falls twice in one story.
    """
    f, g = a.mention, b.mention
    if (f.low, f.high, f.unit, f.direction) != (g.low, g.high, g.unit, g.direction):
        return False
    if f.kind == "score":
        return f.low is not None and f.low >= _TALLY
    return bool(f.unit) and len(a.near & b.near) >= _BESIDE


def _by_measure(slots: Iterable[Slot[Figure]]) -> dict[str, list[Slot[Figure]]]:
    """Slots by what could be compared at all, so that few pairs are looked at."""
    found: dict[str, list[Slot[Figure]]] = {}
    for slot in slots:
        figure = slot.mention
        if figure.converts or slot.around & _ASIDE:
            continue
        unit = "person" if figure.unit in PERSONS else figure.unit
        key = f"{figure.kind} {figure.dimension or unit}"
        found.setdefault(key, []).append(slot)
    return found


def _nearly_one(a: Slot[Figure], b: Slot[Figure]) -> bool:
    """Whether two sentences share nearly all that they tell."""
    shared = len(a.around & b.around)
    least = min(len(a.around), len(b.around))
    return shared >= _SHARED and shared >= _SHARED_PART * least


def _is_told(a: Slot[Figure], b: Slot[Figure]) -> bool:
    """Whether the words say enough of what is counted to call two numbers different."""
    f, g = a.mention, b.mention
    if not f.unit and not (f.event and f.event == g.event):
        return False
    if (a.around | b.around) & _OF_A_POLL:
        return False  # two polls have two margins
    if f.event in TOLLS and not _near_counts(f, g):
        return False  # two disasters rather than two counts of one
    if f.kind == "age":
        return bool(a.names & b.names & a.near & b.near)
    return _same_names(a, b)


def _near_counts(f: Figure, g: Figure) -> bool:
    least, most = sorted((number_of(f), number_of(g)))
    return most <= least * _FAR


def _same_names(a: Slot[Figure], b: Slot[Figure]) -> bool:
    """Whether the sentences name nothing, or share a name."""
    return not (a.names and b.names) or bool(a.names & b.names)


def _tolls(slots: Iterable[Slot[Figure]]) -> dict[str, Slot[Figure]]:
    by_event: dict[str, list[Slot[Figure]]] = {}
    for slot in slots:
        figure = slot.mention
        counted = figure.unit == "" or figure.unit in PERSONS
        if figure.event in TOLLS and figure.kind == "count" and counted:
            by_event.setdefault(figure.event, []).append(slot)
    return {
        event: found[0]
        for event, found in by_event.items()
        if len({(s.mention.low, s.mention.high) for s in found}) == 1
        and not (found[0].around & _ASIDE)
    }


def _likeness(a: Slot[Figure], b: Slot[Figure]) -> float:
    """Shared words near the figures; equal numbers and units count most."""
    f, g = a.mention, b.mention
    same = 4.0 * ((f.low, f.high) == (g.low, g.high)) + 2.0 * (f.unit == g.unit)
    return same + len(a.near & b.near)


def _replaced(a: Span, b: Span, edits: Sequence[tuple[Span, Span]]) -> bool:
    return any(a.overlaps(x) and b.overlaps(y) for x, y in edits)


def _told_alike(link: Link, a: Slot[Figure], b: Slot[Figure]) -> bool:
    near = a.near & b.near
    if link.kind == "reworded":
        return len(near) >= _NEEDED_NEAR + 1 or bool(
            near and a.mention.event and a.mention.event == b.mention.event
        )
    return len(near) >= _NEEDED_NEAR
