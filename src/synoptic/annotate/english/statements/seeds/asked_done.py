"""Seeds in what is asked to be done: "called for the sale to be halted"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.seeds.seed import (
    Seed,
    kinds_with_particle,
    told_kinds,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.lexicon import Kind
    from synoptic.annotate.english.tree import Tree

_ASKING = frozenset("call push press ask appeal lobby campaign plead clamor".split())
_TOLD: frozenset[Kind] = frozenset({"for", "against", "undo"})


def asked_done(tree: Tree, verb: int) -> list[Seed]:
    """The seeds in what is to be done to a thing, where that is a yes or a no to it."""
    if not _asks(tree, verb):
        return []
    return [
        Seed(deed, verb, thing, kind, willed=True)
        for thing, deed in _things(tree, verb)
        for kind in told_kinds(kinds_with_particle(tree, deed) & _TOLD)
    ]


def asked_for(tree: Tree, verb: int) -> Iterator[Seed]:
    """Yield the seeds in any other deed: "called for the rules to be changed"."""
    if _asks(tree, verb):
        for clause in tree.children[verb]:
            if clause > verb and _is_asked(tree, clause):
                yield Seed(verb, verb, clause, "for", form="deed", firm=True)


def calls_somebody(tree: Tree, verb: int) -> bool:
    """Whether "call" has an object or "out" beside it: then it asks for nothing."""
    return tree.child(verb, "dobj", "prt", "oprd") is not None


def _asks(tree: Tree, verb: int) -> bool:
    return tree.lemma[verb].lower() in _ASKING and not calls_somebody(tree, verb)


def _things(tree: Tree, verb: int) -> Iterator[tuple[int, int]]:
    """Each thing with the verb of what is to be done to it.

    The parser takes the words after "for" for a clause of their own, or for a thing
    with the deed hung on it or on the verb.
    """
    for child in tree.children[verb]:
        if child < verb:
            continue
        own = tree.child(child, "nsubjpass")
        if own is not None and _is_asked(tree, child) and _to_be_done(tree, child):
            yield own, child
        thing = tree.child(child, "pobj")
        if thing is not None and tree.lemma[child].lower() == "for":
            for deed in (*tree.children[thing], *tree.children[verb]):
                if deed > thing and _to_be_done(tree, deed):
                    yield thing, deed


def _is_asked(tree: Tree, clause: int) -> bool:
    return tree.relation[clause] in ("advcl", "ccomp", "xcomp") and any(
        tree.relation[c] == "mark" and tree.lemma[c].lower() == "for"
        for c in tree.children[clause]
    )


def _to_be_done(tree: Tree, verb: int) -> bool:
    words = {tree.word(c).lower() for c in tree.children[verb] if c < verb}
    return tree.tag[verb] == "VBN" and {"to", "be"} <= words
