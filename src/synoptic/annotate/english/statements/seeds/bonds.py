"""Seeds in what somebody is to others: "a favourite of dockers", "no fan of hers"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.judgements.owed import is_told_of
from synoptic.annotate.english.statements.lexicon import Kind, lexicon
from synoptic.annotate.english.statements.seeds.judgements import is_judged
from synoptic.annotate.english.statements.seeds.seed import Seed, prepositions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_SIDES: tuple[Kind, Kind] = ("criticise", "praise")
_TURNED: dict[Kind, Kind] = {"criticise": "praise", "praise": "criticise"}
_SAID = ("attr", "acomp", "oprd")
_IS = frozenset("be become remain stay seem prove".split())
_BY = frozenset("by".split())
_AMONG = frozenset("among for in of to with".split())


def by_bond(tree: Tree, phrases: Phrases, word: int) -> Iterator[Seed]:
    """Yield the seeds of a word that ties two to each other.

    "Is a fan of the mayor" is told of the subject; "is a favourite of dockers", "is
    popular with dockers" and "is hated by dockers" of those behind.
    """
    words = lexicon()
    lemma = tree.lemma[word].lower()
    for side in _SIDES:
        if tree.pos[word] == "VERB" and tree.tag[word] == "VBN":
            if lemma in words[f"regard.{side}"]:
                yield from _seen(tree, phrases, word, side, _BY)
        elif tree.relation[word] in _SAID:
            if tree.lemma[tree.head[word]].lower() not in _IS:
                continue
            if lemma in words[f"bond.{side}_to"]:
                yield from _seen(tree, phrases, word, side, _AMONG)
            if lemma in words[f"bond.{side}_of"]:
                yield from _fan(tree, phrases, word, side)


def _fan(tree: Tree, phrases: Phrases, noun: int, side: Kind) -> Iterator[Seed]:
    """Such as "is no fan of the mayor": what the subject feels."""
    for link in prepositions(tree, noun):
        whom = tree.child(link, "pobj")
        if whom is None or tree.lemma[link].lower() != "of":
            continue
        known = side == "praise" and is_told_of(tree, phrases, whom)
        if known or is_judged(tree, phrases, whom):
            turned = _is_none(tree, noun)
            yield Seed(noun, tree.head[noun], whom, _TURNED[side] if turned else side)
            return


def _seen(
    tree: Tree, phrases: Phrases, word: int, side: Kind, links: frozenset[str]
) -> Iterator[Seed]:
    """Such as "is a favourite of dockers": what those behind feel of the subject."""
    verb = word if tree.pos[word] == "VERB" else tree.head[word]
    whom = tree.child(verb, "nsubjpass", "nsubj")
    if whom is None:
        return
    if tree.tag[whom] in ("WDT", "WP") and tree.relation[verb] == "relcl":
        whom = tree.head[verb]
    if not (is_judged(tree, phrases, whom) or is_told_of(tree, phrases, whom)):
        return
    for link in (*prepositions(tree, word), *tree.children[verb]):
        holder = tree.child(link, "pobj")
        if holder is None or link < word or tree.lemma[link].lower() not in links:
            continue
        if not phrases.can_stand(holder) or phrases.names.get(holder) == "place":
            continue
        yield Seed(word, verb, whom, side, actor=holder)
        return


def _is_none(tree: Tree, noun: int) -> bool:
    return any(tree.lemma[c].lower() in ("no", "hardly") for c in tree.children[noun])
