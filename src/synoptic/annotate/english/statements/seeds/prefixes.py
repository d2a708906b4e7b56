"""Seeds in a prefix: "is anti-toll", "stands on the pro-tunnel side"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.seeds.judgements import is_judged
from synoptic.annotate.english.statements.seeds.seed import Seed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.lexicon import Kind
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_SIDES: dict[str, Kind] = {"anti": "against", "pro": "for"}
_OF_PEOPLE: dict[Kind, Kind] = {"against": "criticise", "for": "praise"}
_CAMPS = frozenset("camp column faction side team wing".split())
# names of movements and habits of speech: what they are about is another thing
_NAMES = frozenset(
    "active choice climactic family forma hero life rata social trust war".split()
)

_ADJECTIVES = ("al", "ic", "ist", "ive", "ous")


def by_prefix(tree: Tree, phrases: Phrases, word: int) -> Iterator[Seed]:
    """Yield the seed of "anti-" or "pro-" in what somebody is said to be."""
    side = _SIDES.get(tree.lemma[word].lower())
    thing = word + 2
    if side is None or thing >= len(tree.head) or tree.word(word + 1) != "-":
        return
    low = tree.word(thing)  # its tag is often an adjective's
    somebody = is_judged(tree, phrases, thing)
    clause = _clause(tree, word)
    if clause is None or not (somebody or low.islower()):
        return
    if low in _NAMES or low.endswith(_ADJECTIVES) or _is_of_others(tree, clause):
        return
    yield Seed(word, clause, thing, _OF_PEOPLE[side] if somebody else side)


def _is_of_others(tree: Tree, clause: int) -> bool:
    """Whether others say it of somebody they name: more a charge than a stand."""
    subject = tree.child(clause, "nsubj")
    named = subject is not None and tree.pos[subject] in ("NOUN", "PROPN")
    return named and tree.relation[clause] == "ccomp"


def _clause(tree: Tree, word: int) -> int | None:
    """The verb that says of somebody that he is so."""
    said = tree.relation[word]
    above = tree.head[word]
    if said in ("acomp", "attr", "oprd"):
        return above
    if said != "amod":
        return None
    if tree.relation[above] == "attr":
        return tree.head[above]
    link = tree.head[above]
    if tree.relation[above] == "pobj" and tree.lemma[link].lower() in ("in", "on"):
        camp = tree.lemma[above].lower() in _CAMPS
        verb = tree.head[link]
        return verb if camp and tree.pos[verb] in ("VERB", "AUX") else None
    return None
