"""What is true about a grown story, in terms of the reports that are given."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from copytrees.draft import Draft, Piece

RELEASE = "release"
"""Origin of sentences that writers took from one hand-out: nobody's copy."""
WHOLLY = 0.85
"""A child of whose words this share comes from one parent is wholly derived."""


def describe(
    story: str,
    nodes: list[Draft],
    names: dict[str, str],
    passages: dict[str, list[tuple[int, int, Piece]]],
) -> dict[str, object]:
    """The truth document of one story; the README explains each part."""
    by_id = {n.id: n for n in nodes}
    edges = []
    lost: dict[str, list[str]] = defaultdict(list)
    for node in nodes:
        if node.hidden:
            continue
        for parent in node.parents:
            nearest = _nearest_given(parent, by_id)
            share = _share(node, parent)
            if nearest in names:
                edges.append(
                    {
                        "parent": names[nearest],
                        "child": names[node.id],
                        "extent": "wholly" if share >= WHOLLY else "partly",
                        "share": round(share, 3),
                    }
                )
            else:
                lost[nearest].append(names[node.id])
    lost_parents = []
    for hidden, children in sorted(lost.items()):
        node = by_id[hidden]
        credited = any(
            (node.agency and node.agency in n.credits)
            or f"[Source: {node.outlet}]" in n.top_notes
            for n in nodes
            if not n.hidden
        )
        if len(children) > 1 or credited:
            lost_parents.append(
                {
                    "id": f"{story}/{hidden}",
                    "children": sorted(set(children)),
                    "agency": node.outlet if credited else None,
                }
            )
    for node in nodes:
        if node.hidden and node.parents:  # between two given ones, and named by a child
            naming = [
                names[n.id]
                for n in nodes
                if not n.hidden
                and node.id in n.parents
                and f"[Source: {node.outlet}]" in n.top_notes
            ]
            if naming:
                lost_parents.append(
                    {
                        "id": f"{story}/{node.id}",
                        "children": sorted(naming),
                        "agency": node.outlet,
                    }
                )
    origins = {
        i: {p.origin for para in by_id[i].paragraphs for p in para} - {RELEASE}
        for i in names
    }
    numbers: dict[int, int] = {}  # from 0 in each story, whatever was grown before
    for i in names:
        for _, _, piece in passages[i]:
            numbers.setdefault(piece.number, len(numbers))
    return {
        "story": story,
        "edges": sorted(edges, key=lambda e: (e["child"], e["parent"])),
        "lost_parents": lost_parents,
        "independent": sorted(
            sorted((names[a], names[b]))
            for a, b in combinations(sorted(names), 2)
            if not origins[a] & origins[b]
        ),
        "passages": {
            names[i]: [
                {
                    "start": s,
                    "end": e,
                    "origin": names.get(p.origin, p.origin),
                    "sentence": numbers[p.number],
                }
                for s, e, p in passages[i]
            ]
            for i in names
        },
        "operations": {names[n.id]: n.operations for n in nodes if not n.hidden},
    }


def _nearest_given(node_id: str, by_id: dict[str, Draft]) -> str:
    """The first ancestor that is given; else the hidden one at the top."""
    node = by_id[node_id]
    while node.hidden and node.parents:
        node = by_id[node.parents[0]]
    return node.id


def _share(child: Draft, parent: str) -> float:
    total = from_parent = 0
    for para in child.paragraphs:
        for piece in para:
            words = len(piece.text.split())
            total += words
            if piece.via and piece.via[-1] == parent:
                from_parent += words
    return from_parent / total if total else 0.0
