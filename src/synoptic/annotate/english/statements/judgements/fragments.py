"""Judgements without a verb: "“A disgrace,” she said of the plan"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.judgements.evaluation import told
from synoptic.annotate.english.statements.judgements.worth import leans_of
from synoptic.annotate.english.statements.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.judgements.evaluation import (
        Evaluation,
        Said,
    )
    from synoptic.annotate.english.tree import Tree
    from synoptic.model.positions import Lean

_STOPS = frozenset(". ? ! …".split())
_FINITE = frozenset("VBD VBP VBZ MD".split())
_GREETINGS = frozenset("morning afternoon evening night luck bye thanks".split())
_LONGEST = 12


def find_fragments(tree: Tree, said: Said) -> Iterator[Evaluation]:
    """Yield what the verbless sentences of a quotation tell of what was last named."""
    if said.quotation is None or said.quotation.kind != "direct":
        return
    for span in said.quotation.content:
        part: list[int] = []
        for token in range(bisect_left(tree.start, span.start), len(tree.start)):
            if tree.start[token] >= span.end:
                break
            if tree.word(token) in _STOPS:
                yield from _fragment(tree, part, said)
                part = []
            elif tree.pos[token] != "PUNCT":
                part.append(token)
        yield from _fragment(tree, part, said)


def _fragment(tree: Tree, part: list[int], said: Said) -> Iterator[Evaluation]:
    if not 0 < len(part) <= _LONGEST or not tree.word(part[0])[0].isupper():
        return
    if any(tree.tag[t] in _FINITE for t in part):
        return
    if any(tree.lemma[t].lower() in _GREETINGS for t in part):
        return
    condemning = lexicon()["worth.is_against"]
    leans: list[tuple[int, Lean | None]] = leans_of(tree, part, negated=False)
    leans = leans or [
        (t, "against") for t in part if tree.lemma[t].lower() in condemning
    ]
    if leans:
        one = leans[0][1] if len({lean for _, lean in leans}) == 1 else None
        yield replace(told((part[0], part[0]), one, leans[0][0], said), meant=True)
