"""Things joined by what was done to them: one actor, one deed, one thing."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from synoptic.collate.positions.groups import Group, merge
from synoptic.collate.positions.items import GENERIC, stem_of
from synoptic.collate.positions.likeness import kinds
from synoptic.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from synoptic.collate.positions.items import Item


def join_same_deed(groups: list[Group], texts: Mapping[str, str]) -> None:
    """One thing where one actor did the same to it in several places of the story.

    "Vetoed the bill" in one and "vetoed the toll resolution" in another, if neither
    report tells of a second thing that was vetoed; and what a headline puts shortly is
    what its report tells at length.

    Args:
        groups: All groups, changed in place.
        texts: Text of each report, by id.
    """
    of = {id(item): group for group in groups for item in group.items}
    done: dict[tuple[str, str, str], dict[str, list[Item]]] = defaultdict(dict)
    for group in groups:
        for item in group.items:
            deed = _deed(item, texts[item.report])
            if deed is not None:
                done[deed].setdefault(item.report, []).append(item)
    for _, reports in sorted(done.items()):
        single = []
        for _, own in sorted(reports.items()):
            told = [i for i in own if i.statement.block != "headline"] or own
            if len({id(of[id(item)]) for item in told}) > 1:
                continue
            single.append(told[0])
            for item in own:
                if not _undoes(of[id(item)], of[id(told[0])]):
                    merge(groups, of, told[0], item)
        _join_reports(groups, of, single)


def _join_reports(
    groups: list[Group], of: dict[int, Group], single: Sequence[Item]
) -> None:
    for place, a in enumerate(single):
        for b in single[place + 1 :]:
            one_kind = kinds(a.head)[-1] == kinds(b.head)[-1] and a.many == b.many
            if one_kind and not _undoes(of[id(a)], of[id(b)]):
                merge(groups, of, a, b)


def _deed(item: Item, text: str) -> tuple[str, str, str] | None:
    """Who did what to a thing; None: it is no deed on something that has a name."""
    said = item.statement
    if not said.firm or said.stance not in ("for", "against") or said.voice == "report":
        return None
    if item.deed or item.another or said.actor.entity is None:
        return None
    verb = tokenize(text[said.verb.start : said.verb.end]).norm
    actor = said.actor.entity.split()[-1].casefold()
    return actor, " ".join(map(stem_of, verb)), said.stance


def _undoes(one: Group, other: Group) -> bool:
    """Whether a thing of one group can be the undoing of a thing of the other."""
    return any(
        a.undoing != b.undoing and bool(a.core & b.core - GENERIC)
        for a in one.items
        for b in other.items
    )
