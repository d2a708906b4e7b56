"""A seed of a statement, and how verbs and prepositions are read for one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from synoptic.annotate.english.statements.lexicon import Kind, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.quotations.tree import Tree


@dataclass(frozen=True, slots=True)
class Seed:
    """A word that carries a stance.

    Attributes:
        token: The word.
        clause: The verb whose subject holds the stance, as far as it is one step.
        target: Head of what it is about; None: not there.
        kind: What the word says.
        actor: Head of the holder where the word's own frame gives it.
        firm: Whether the word alone makes its target a proposal.
        form: `deed`: the target is a verb phrase.
        condition: Head of what the target is tied to.
    """

    token: int
    clause: int
    target: int | None
    kind: Kind | Literal["tie"]
    actor: int | None = None
    firm: bool = True
    form: Literal["phrase", "deed"] = "phrase"
    condition: int | None = None


def told_kinds(kinds: frozenset[Kind]) -> tuple[Kind, ...]:
    """The kinds that count by themselves: "reject" is more than to undo."""
    if "for" in kinds and "undo" in kinds:
        return ("for",)
    if "against" in kinds:
        return ("against",)
    if "for" in kinds and "handle" in kinds:
        return ("for",)
    return tuple(sorted(kinds))


def prepositions(tree: Tree, token: int, thing: int | None = None) -> Iterator[int]:
    """Prepositions behind a word: its own, its particle's, its object's."""
    for child in tree.children[token]:
        if child < token:
            continue
        if tree.relation[child] in ("prep", "dative", "agent"):
            yield child
            yield from (c for c in tree.children[child] if tree.relation[c] == "prep")
        elif tree.relation[child] in ("prt", "advmod", "acomp") or child == thing:
            yield from (c for c in tree.children[child] if tree.relation[c] == "prep")


def is_plain(tree: Tree, verb: int) -> bool:
    """Whether the verb is none that says itself where somebody stands."""
    words = lexicon()
    lemma = tree.lemma[verb].lower()
    if lemma in ("be", "have", "do", "see", "go", "know", "say", "make sure"):
        return False
    if tree.pos[verb] != "VERB" or lemma in words.object:
        return False
    own = tree.child(verb, "dobj")
    if lemma in words["operator.keep"] | words["operator.urge"] and own is None:
        return False
    if lemma in words["silent.verb"] | words["operator.refuse"] and own is None:
        return False
    return not any(
        f"{lemma}:{tree.lemma[p].lower()}" in words.preposition
        for p in prepositions(tree, verb)
    )
