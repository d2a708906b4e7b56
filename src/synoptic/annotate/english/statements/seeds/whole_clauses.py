"""Seeds in what is told by a whole clause: "condemned what the council did"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.annotate.english.statements.seeds.judgements import is_judged
from synoptic.annotate.english.statements.seeds.seed import Seed, told_kinds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_SIDES = frozenset("against criticise for praise".split())
_CALLS = frozenset("be know say".split())


def by_what(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Yield a seed on what the clause calls the thing, or on whose deed it tells.

    "Decried what he calls an unfair toll" is about the toll.
    """
    words = lexicon()
    clause = tree.child(verb, "ccomp")
    kinds = words.object.get(tree.lemma[verb].lower(), frozenset()) & _SIDES
    if clause is None or clause < verb or not kinds:
        return
    if tree.word(tree.left[clause]).lower() != "what":
        return
    kind = told_kinds(kinds)[0]
    named = tree.child(clause, "oprd", "attr")
    doer = tree.child(clause, "nsubj")
    if named is not None and tree.pos[named] == "NOUN":
        if tree.lemma[clause].lower() in words["describe.object"] | _CALLS:
            yield Seed(verb, verb, named, kind)
        return
    judged = doer is not None and is_judged(tree, phrases, doer)
    if judged and kind in ("criticise", "praise"):
        yield Seed(verb, verb, doer, kind)
