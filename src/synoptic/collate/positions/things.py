"""What statements are about, joined across reports: one proposal for one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.collate.positions.items import items_of
from synoptic.collate.positions.joining import join
from synoptic.collate.positions.naming import name_of
from synoptic.model import Evidence, Proposal, part_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from synoptic.collate.positions.groups import Group
    from synoptic.collate.positions.items import Item
    from synoptic.model import Annotations, Report, Unit


_AT_LENGTH = 4  # words; two bills may both be called "the levy bill"


def join_things(
    reports: Sequence[Report],
    annotations: Sequence[Annotations],
    units: Sequence[Unit],
) -> dict[str, Proposal]:
    """Statement id to the proposal it is about.

    What nobody is printed as taking a stand on is no proposal: a thing counts where
    one statement at least makes it one. The result does not depend on the order of the
    reports.
    """
    items = [
        item
        for report, known in zip(reports, annotations, strict=True)
        for item in items_of(report, known)
    ]
    texts = {report.id: report.text for report in reports}
    by_id = {report.id: report for report in reports}
    notes = {known.report: known for known in annotations}
    order = {report.id: place for place, report in enumerate(reports)}
    found: dict[str, Proposal] = {}
    for name, called in _called_alike(join(items, units, texts), order, by_id, notes):
        if not any(_stands_on(item) for item in called):
            continue
        ordered = sorted(called, key=lambda i: (order[i.report], i.words))
        first = min(ordered, key=lambda i: (i.report, i.words))
        forms = (Evidence(i.report, i.words) for i in ordered)
        proposal = Proposal(
            id=part_id(first.report, first.words),
            name=name,
            forms=tuple(dict.fromkeys(forms)),
        )
        for item in ordered:
            found[item.statement.id] = proposal
    return found


def _called_alike(
    groups: Sequence[Group],
    order: Mapping[str, int],
    reports: Mapping[str, Report],
    known: Mapping[str, Annotations],
) -> list[tuple[str, list[Item]]]:
    """The items of each thing under its name; at length, one name is one thing.

    "The idea itself" goes by the words that bring it in, and these may have been found
    by themselves.
    """
    things: dict[str, tuple[str, list[Item]]] = {}
    for place, group in enumerate(groups):
        ordered = sorted(group.items, key=lambda i: (order[i.report], i.words))
        name = name_of(group, ordered, reports, known)
        short = len(name.split()) < _AT_LENGTH
        key = f"{name} {place}" if short else name.casefold()
        things.setdefault(key, (name, []))[1].extend(ordered)
    return list(things.values())


def _stands_on(item: Item) -> bool:
    """Whether a statement makes a proposal of its thing.

    Its verb alone may ("vetoed"); to be against something, or for it on conditions, is
    to stand somewhere, whatever it is; what is weighed, praised or blamed is spoken
    of where it is known to the reader, by an article or a name, and not where it is
    only mentioned; and so is a deed that is wished of one who is known ("wanted the
    mayor to punish them").
    """
    said = item.statement
    if said.firm or said.stance in ("against", "conditional"):
        return True
    spoken_of = said.stance in ("undecided", "unstated") or item.deed
    return spoken_of and item.known
