"""A second, plain process: paragraphs drop out at random, some words change.

Nothing is fitted on it. It knows no desks: no credits, no leads, no local paragraphs,
no cutting from the end; a time is stated or not by the toss of a coin. Weights that
lean on the ways of `grow` show here.
"""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from copytrees.draft import Draft, Piece, child_of, sentences_of
from copytrees.grow import Grown, hand_in
from copytrees.rules import Context, other_synonyms, synonyms

if TYPE_CHECKING:
    from copytrees.stories import Story

_NO_DAY = Context("", "")


def drop_and_reword(story: Story, *, seed: int = 0) -> Grown:
    """Grow one story: one or two writers, three to seven copies of anything there."""
    rng = random.Random(f"drops/{story.name}/{seed}")
    nodes = []
    n_writers = min(rng.randint(1, 2), len(story.tellings))
    for number, k in enumerate(rng.sample(range(len(story.tellings)), n_writers)):
        paragraphs = [
            [Piece(s, f"o{number}") for s in sentences_of(p)] for p in story.tellings[k]
        ]
        node = Draft(id=f"o{number}", paragraphs=paragraphs)
        node.hidden = rng.random() < 0.3
        nodes.append(node)
    for number in range(rng.randint(3, 7)):
        nodes.append(_copied(rng.choice(nodes), f"c{number}", rng))
    start = datetime.fromisoformat(story.date).replace(tzinfo=UTC)
    for hours, node in enumerate(nodes):
        node.outlet = f"Paper {node.id}"
        node.headline = story.headlines[0]
        if rng.random() < 0.5:
            at = start + timedelta(hours=hours + rng.uniform(-0.4, 0.4))
            node.published_at = at.isoformat(timespec="seconds")
    return hand_in(f"{story.name}-drops-{seed}", nodes, rng)


def _copied(parent: Draft, node_id: str, rng: random.Random) -> Draft:
    node = child_of(parent, node_id)
    lost = rng.uniform(0, 0.4)
    kept = [para for para in node.paragraphs if rng.random() >= lost]
    node.paragraphs = kept if len(kept) > 1 else node.paragraphs
    changed = rng.uniform(0, 0.5)
    for para in node.paragraphs:
        for i, piece in enumerate(para):
            if rng.random() < changed:
                rule = rng.choice((synonyms, other_synonyms))
                para[i] = replace(piece, text=rule(piece.text, rng, _NO_DAY))
    return node
