"""Seeds in how something was met: "greeted the levy with relief", "reacted angrily"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.lexicon import Kind, lexicon
from synoptic.annotate.english.statements.seeds.seed import Seed, prepositions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_SIDES: tuple[Kind, Kind] = ("criticise", "praise")
_GIVERS = frozenset("by from among".split())


def by_response(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Yield the seeds of a verb of meeting a thing and the feeling told beside it."""
    words = lexicon()
    lemma = tree.lemma[verb].lower()
    passive = tree.child(verb, "auxpass") is not None
    thing: int | None = None
    if lemma in words["response.meets"]:
        thing = tree.child(verb, "nsubjpass" if passive else "dobj")
    elif lemma in words["response.answers"]:
        links = (p for p in prepositions(tree, verb) if tree.lemma[p].lower() == "to")
        thing = next((tree.child(p, "pobj") for p in links), None)
    if thing is None or not phrases.can_be_decided(thing):
        return
    if lemma == "meet" and not passive:
        return  # "met the demand with pride" may have filled it
    giver = _giver(tree, phrases, verb) if passive else None
    if passive and giver is None:
        return
    sides = _felt(tree, verb)
    if len(sides) == 1:
        yield Seed(verb, verb, thing, sides.pop(), actor=giver, firm=False)


def _felt(tree: Tree, verb: int) -> set[Kind]:
    """What is felt: "with relief", "angrily"; both sides where it is mixed."""
    words, found = lexicon(), set[Kind]()
    for child in tree.children[verb]:
        felt = tree.child(child, "pobj") if tree.lemma[child] == "with" else None
        while felt is not None:
            lemma = tree.lemma[felt].lower()
            found |= words.noun.get(lemma, frozenset()) & {"criticise", "praise"}
            found |= {s for s in _SIDES if lemma in words[f"response.{s}"]}
            felt = tree.child(felt, "conj")
        manner = tree.word(child).lower()
        if tree.relation[child] == "advmod":
            found |= {s for s in _SIDES if manner in words[f"response.{s}_how"]}
    return found


def _giver(tree: Tree, phrases: Phrases, verb: int) -> int | None:
    """Who meets it: "was met with anger by the union", "with relief from growers"."""
    for token in range(verb + 1, tree.right[verb] + 1):
        if tree.lemma[token].lower() in _GIVERS:
            whom = tree.child(token, "pobj")
            if whom is not None and phrases.can_stand(whom):
                return whom
    return None
