"""Names: who does it to whom, by the order of names around shared words.

No parser: rules that hold for plain news English. They speak up only where both
passages show the slot clearly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import LCSseq

from synoptic.collate.passages.words import actors_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from synoptic.collate.passages.words import Named, Word

Slots = dict[str, list["Named"]]

_BE = frozenset("is are was were be been being get got".split())
_BETWEEN = frozenset(
    "would will can could may might shall should must has have had is are was were be "
    "been being not never also just simply only still again now already soon later to "
    "do does did seek sought seeks try tries tried want wants wanted officially "
    "reportedly that it he she they".split()
)
# nouns that stand for the country before them: "Russian forces"
_STAND_INS = frozenset(
    "force forces troops army military soldiers officials official government "
    "authorities leader leaders president administration side people prosecutors "
    "police navy".split()
)
# who did it with whom is the same both ways
_MUTUAL = frozenset(
    "meet talk speak agre fight clash marry trad discuss met negotiat summit talks "
    "war conflict border relation shak sign".split()
)
_DIRECTED = frozenset("from to against over behind toward".split())
_MAX_GAP = 5  # words between a name and its verb


class Roles(NamedTuple):
    """The names of a passage and the slots they fill.

    Attributes:
        actors: The names, and groups and offices without one ("the union").
        doers: For each heavy stem, the actors that clearly do it.
        ends: Actors right after a word of direction: from, to, against, over.
    """

    words: tuple[Word, ...]
    names: tuple[Named, ...]
    actors: tuple[Named, ...]
    doers: Slots
    ends: Slots


def roles_of(words: tuple[Word, ...], names: tuple[Named, ...]) -> Roles:
    """Read which names fill which slots."""
    taken = {k for name in names for k in range(name.first, name.last + 1)}
    unnamed = [actor for actor in actors_of(words) if actor.first not in taken]
    actors = tuple(sorted((*names, *unnamed), key=lambda n: n.first))
    groups = list(_groups(words, actors))
    return Roles(words, names, actors, _doers(words, groups), _ends(words, groups))


def roles_swapped(a: Roles, b: Roles) -> tuple[int, int] | None:
    """Find a slot in which two actors, each of them in both passages, change places.

    Returns:
        Places of the names in `a` and in `b`; None where no such slot is clear.
    """
    for slots_a, slots_b in ((a.doers, b.doers), (a.ends, b.ends)):
        for slot in slots_a:
            if slot not in slots_b or slot in _MUTUAL:
                continue
            one, other = slots_a[slot], slots_b[slot]
            if any(x.same(y) for x in one for y in other):
                continue
            x, y = one[0], other[0]
            if _holds(b.actors, x) and _holds(a.actors, y):
                return x.first, y.first
    return None


def names_apart(a: Roles, b: Roles) -> tuple[int, int] | None:
    """Find a place where the two passages run alike but for the name in it.

    Returns:
        Places of the names in `a` and in `b`; None where there is none.
    """
    own_a = {x.first for x in a.names if not _holds(b.names, x)}
    own_b = {y.first for y in b.names if not _holds(a.names, y)}
    if not own_a or not own_b:
        return None
    stems_a, stems_b = ([w.stem for w in side.words] for side in (a, b))
    blocks = [op for op in LCSseq.opcodes(stems_a, stems_b) if op.tag == "equal"]
    edges = [(0, 0), *((op.src_end, op.dest_end) for op in blocks)]
    starts = [*((op.src_start, op.dest_start) for op in blocks)]
    starts.append((len(stems_a), len(stems_b)))
    for (end_a, end_b), (start_a, start_b) in zip(edges, starts, strict=True):
        if start_a == end_a or start_b == end_b:
            continue
        x = _only_name(a, end_a, start_a)
        y = _only_name(b, end_b, start_b)
        if x is None or y is None or x.nation != y.nation:
            continue
        if x.first in own_a and y.first in own_b:
            return x.first, y.first
    return None


def _doers(words: Sequence[Word], groups: Sequence[list[Named]]) -> Slots:
    slots: Slots = {}
    for k, word in enumerate(words):
        if not word.heavy or word.capital or word.norm in _STAND_INS or word.hyphen:
            continue  # a U.S.-backed truce is not backed by the U.S. alone
        passive = word.norm.endswith(("ed", "en", "n", "t")) and any(
            words[j].norm in _BE for j in range(max(k - 2, 0), k)
        )
        if passive:
            by = next(
                (
                    j
                    for j in range(k + 1, min(k + 4, len(words)))
                    if words[j].norm == "by"
                ),
                None,
            )
            group = None if by is None else _group_at(words, groups, by + 1)
        else:
            group = _before(words, groups, k)
        if group:
            slots.setdefault(word.stem, []).extend(group)
    return slots


def _passive(words: Sequence[Word], k: int) -> bool:
    """Whether a verb is told of the one it is done to: "was beaten", "headed by"."""
    if not words[k].norm.endswith(("ed", "en", "n", "t")):
        return False
    after = words[k + 1].norm if k + 1 < len(words) else ""
    return after == "by" or any(words[j].norm in _BE for j in range(max(k - 2, 0), k))


def _before(
    words: Sequence[Word], groups: Sequence[list[Named]], k: int
) -> list[Named] | None:
    """The names right before a verb, with nothing but light words between."""
    for group in reversed(groups):
        last = group[-1].last
        if last >= k:
            continue
        between = list(words[last + 1 : k])
        if between and between[0].norm == "'s":
            return None
        if between and between[0].norm in _STAND_INS and group[-1].nation:
            between = between[1:]
        if len(between) > _MAX_GAP or any(w.fence for w in words[last + 1 : k + 1]):
            return None
        if not all(w.norm in _BETWEEN for w in between):
            return None
        first = group[0].first
        # "after talks with Norland would ..." : the name hangs on a preposition
        if first and words[first - 1].norm in {"with", "of", "in", "at", "by", "for"}:
            return None
        return group
    return None


def _ends(words: Sequence[Word], groups: Sequence[list[Named]]) -> Slots:
    slots: Slots = {}
    for k, word in enumerate(words[:-1]):
        if word.norm in _DIRECTED:
            group = _group_at(words, groups, k + 1)
            if group:
                slots.setdefault(word.norm, []).extend(group)
    return slots


def _group_at(
    words: Sequence[Word], groups: Sequence[list[Named]], k: int
) -> list[Named] | None:
    while k < len(words) and words[k].norm in {"the", "a", "an"}:
        k += 1
    return next((g for g in groups if g[0].first == k), None)


def _groups(words: Sequence[Word], names: Sequence[Named]) -> Iterator[list[Named]]:
    """Names that `and`, a comma or a hyphen sets in a row."""
    row: list[Named] = []
    for name in names:
        if row:
            between = words[row[-1].last + 1 : name.first]
            if not between or [w.norm for w in between] in (["and"], ["or"]):
                row.append(name)
                continue
            yield row
        row = [name]
    if row:
        yield row


def _only_name(roles: Roles, start: int, stop: int) -> Named | None:
    """The one name that a stretch consists of, but for light words."""
    inside = [n for n in roles.names if start <= n.first and n.last < stop]
    if len(inside) != 1:
        return None
    name = inside[0]
    rest = [*roles.words[start : name.first], *roles.words[name.last + 1 : stop]]
    return name if not any(w.heavy for w in rest) else None


def _holds(names: Sequence[Named], name: Named) -> bool:
    return any(name.same(other) for other in names)
