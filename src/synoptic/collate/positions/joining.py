"""Items to groups: each group is one thing.

Two phrases name one thing when the words that tell most in the shorter stand in the
longer and nothing in their heads speaks against it. Each is held against a group's
fullest form (the medoid), never against whatever was joined last, so that no chain of
small steps joins two things. A bare "the bill" goes to the thing last spoken of that
can be called so, in its own report; "a bill" is a new one unless only one is called so.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from synoptic.collate.positions.deeds import join_same_deed
from synoptic.collate.positions.groups import Group, merge
from synoptic.collate.positions.items import GENERIC, stem_of
from synoptic.collate.positions.likeness import kinds, likeness

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from synoptic.collate.positions.items import Item
    from synoptic.model import Unit

_LEAST_SHARED = 0.6
_NEAR_CHARS = 300
# "the move" is whatever was told just before
_WHATEVER = frozenset(
    map(stem_of, "move step idea decision approach effort issue".split())
)


def join(
    items: Sequence[Item], units: Sequence[Unit], texts: Mapping[str, str]
) -> list[Group]:
    """The things that the items name; the order of the items changes nothing."""
    groups = _around_medoids([i for i in items if i.full])
    _join_aligned(groups, units)
    _place_bare([i for i in items if not i.full], groups)
    join_same_deed(groups, texts)
    return groups


def _around_medoids(items: Sequence[Item]) -> list[Group]:
    """Groups, each around the phrase that is most like all the others left."""
    forms: dict[tuple[object, ...], list[Item]] = {}
    for item in items:
        forms.setdefault(_form(item), []).append(item)
    ranked = sorted(forms, key=_sorted)
    alike = {(a, b): likeness(forms[a][0], forms[b][0]) for a in ranked for b in ranked}
    groups: list[Group] = []
    while ranked:
        medoid = max(
            ranked,
            key=lambda a: (
                sum(alike[a, b] * len(forms[b]) for b in ranked),
                -len(forms[a][0].core),
                _sorted(a),
            ),
        )
        joined = [b for b in ranked if b == medoid or alike[medoid, b] >= _LEAST_SHARED]
        members = [item for form in joined for item in forms[form]]
        groups.append(Group(forms[medoid][0], members))
        ranked = [b for b in ranked if b not in joined]
    return groups


def _form(item: Item) -> tuple[object, ...]:
    kind = item.deed, item.undoing, item.another, item.person
    return item.core, item.owner, item.head, *kind


def _sorted(form: tuple[object, ...]) -> tuple[object, ...]:
    return tuple(sorted(p) if isinstance(p, frozenset) else p for p in form)


def _join_aligned(groups: list[Group], units: Sequence[Unit]) -> None:
    """One thing where the same passage, by the same words, names it in two reports."""
    by_report: dict[str, list[Item]] = defaultdict(list)
    of = {id(item): group for group in groups for item in group.items}
    for group in groups:
        for item in group.items:
            by_report[item.report].append(item)
    for unit in units:
        for link in unit.links:
            for a in by_report.get(link.a, ()):
                if not any(a.statement.verb.within(s) for s in link.a_spans):
                    continue
                for b in by_report.get(link.b, ()):
                    if not any(b.statement.verb.within(s) for s in link.b_spans):
                        continue
                    if _said_alike(a, b) or (
                        link.kind != "reworded" and _called_alike(a, b)
                    ):
                        merge(groups, of, a, b)


def _said_alike(a: Item, b: Item) -> bool:
    """Whether one actor says the same of it in both."""
    names = [i.statement.actor.entity for i in (a, b)]
    if None in names or a.undoing != b.undoing:
        return False
    last = {str(name).split()[-1].casefold() for name in names}
    return len(last) == 1 and a.statement.stance == b.statement.stance


def _called_alike(a: Item, b: Item) -> bool:
    if a.undoing != b.undoing:
        return False
    return a.stems == b.stems or (a.head == b.head and bool(a.core & b.core - GENERIC))


def _place_bare(items: Sequence[Item], groups: list[Group]) -> None:
    """Give "the bill" to the thing last spoken of that can be called so."""
    named: dict[str, list[tuple[int, Group]]] = defaultdict(list)
    for group in groups:
        for item in group.items:
            named[item.report].append((item.words.start, group))
    alone: dict[tuple[object, ...], Group] = {}
    for item in sorted(items, key=lambda i: (i.report, i.words)):
        mentions = named[item.report]
        found = None if item.another else _meant(item, mentions, groups)
        if found is None:
            kind = kinds(item.head)[-1] if item.known else item.head
            key = (item.owner, kind, item.another, item.undoing)
            if key not in alone:
                alone[key] = Group(item)
                groups.append(alone[key])
            found = alone[key]
        found.items.append(item)
        mentions.append((item.words.start, found))


def _meant(
    item: Item, mentions: Sequence[tuple[int, Group]], groups: Sequence[Group]
) -> Group | None:
    """The thing a bare phrase means: the only one called so, or the last named."""
    before = sorted(
        (m for m in mentions if m[0] < item.words.start and _may_own(item, m[1])),
        key=lambda m: -m[0],
    )
    for kind in kinds(item.head) if item.known else (item.head,):
        near = [g for _, g in before if _called(g, item, kind)]
        if item.known and near:
            only = len({id(g) for g in near}) == 1
            return near[0] if only or near[0] is before[0][1] else None
        called = [g for g in groups if _called(g, item, kind)]
        if len(called) == 1 and _may_own(item, called[0]):
            return called[0]
    if not before or item.owner or not item.known:
        return None
    at, last = before[0]
    if item.words.start - at > _NEAR_CHARS or not last.medoid.full:
        return None
    if item.head in _WHATEVER or (item.pointing and _goes_on(item, last, at)):
        return last
    return None


def _goes_on(item: Item, last: Group, at: int) -> bool:
    """Whether the one who spoke of a thing just before goes on about it."""
    who = item.statement.actor.entity
    return who is not None and any(
        i.report == item.report
        and i.words.start == at
        and i.statement.actor.entity == who
        and i.undoing == item.undoing
        for i in last.items
    )


def _called(group: Group, item: Item, kind: str) -> bool:
    """Whether a group has been called by a kind; by its family only in one number."""
    return any(
        kind in kinds(i.head) and (kind == item.head or i.many == item.many)
        for i in group.items
        if not i.another
    )


def _may_own(item: Item, group: Group) -> bool:
    """Whether "A's plan" can be the thing: not when it is called B's."""
    owned = [i.owner for i in group.items if i.owner]
    if not item.owner or 2 * len(owned) <= len(group.items):
        return True
    return any(item.owner & owner for owner in owned)
