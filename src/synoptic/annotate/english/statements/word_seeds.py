"""Seeds in adjectives and prepositions: opposed to it, against it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from synoptic.annotate.english.statements.lexicon import Kind, lexicon
from synoptic.annotate.english.statements.seed import (
    Seed,
    is_plain,
    prepositions,
    told_kinds,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.quotations.tree import Tree
    from synoptic.annotate.english.statements.phrases import Phrases

_PREDICATES = "attr acomp oprd".split()


def by_adjective(tree: Tree, phrases: Phrases, word: int) -> Iterator[Seed]:
    """Yield the seeds in an adjective that says what somebody is."""
    words = lexicon()
    lemma = tree.lemma[word].lower()
    if tree.tag[word] == "VBN":
        lemma = tree.word(word).lower()  # "concerned", whose lemma is a verb's
    if tree.relation[word] not in (*_PREDICATES, "ROOT", "conj", "ccomp", "advcl"):
        return
    for preposition in prepositions(tree, word):
        key = f"{lemma}:{tree.lemma[preposition].lower()}"
        thing = tree.child(preposition, "pobj", "pcomp")
        for kind in told_kinds(words.adjective.get(key, frozenset())):
            if thing is None or (
                phrases.is_person(thing) and kind not in ("for", "against")
            ):
                continue
            deed = tree.pos[thing] == "VERB"
            if deed and not is_plain(tree, thing):
                continue
            form: Literal["phrase", "deed"] = "deed" if deed else "phrase"
            firm = key in words["firm.preposition"]
            yield Seed(word, tree.head[word], thing, kind, firm=firm, form=form)
    side = told_kinds(_by_adjective(lemma))
    clause = tree.child(word, "ccomp", "advcl")
    if side and clause is not None and clause > word:
        thing = tree.child(clause, "nsubj", "nsubjpass")
        if thing is not None and phrases.can_be_decided(thing):
            yield Seed(word, tree.head[word], thing, side[0], firm=True)


def _by_adjective(lemma: str) -> frozenset[Kind]:
    """What an adjective says of a clause behind it: "worried that the plan ..."."""
    found: set[Kind] = set()
    for key, kinds in lexicon().adjective.items():
        if key.partition(":")[0] == lemma:
            found |= kinds & {"criticise", "praise"}
    return frozenset(found)


def by_preposition(tree: Tree, phrases: Phrases, word: int) -> Iterator[Seed]:
    """Such as "is against the plan", "spoke in favour of it"."""
    lemma = tree.lemma[word].lower()
    above = tree.head[word]
    if tree.relation[word] != "prep" or above == word:
        return
    verb = tree.lemma[above].lower()
    if lemma == "against" and verb == "be":
        thing = tree.child(word, "pobj")
        if thing is not None and not phrases.is_person(thing):
            yield Seed(word, above, thing, "against")
    elsewhere = tree.child(above, "attr", "acomp") is not None or any(
        tree.relation[c] == "prep" and c != word for c in tree.children[above]
    )
    if lemma == "for" and verb == "be" and not elsewhere:
        thing = tree.child(word, "pobj")
        if thing is not None and phrases.can_be_decided(thing):
            yield Seed(word, above, thing, "for", firm=False)
    if lemma == "in":
        noun = tree.child(word, "pobj")
        if noun is None:
            return
        side: Kind | None = {
            "favor": "for",
            "favour": "for",
            "support": "for",
            "opposition": "against",
        }.get(tree.lemma[noun].lower())  # type: ignore[assignment]
        if side is None or (tree.left[noun] < noun and tree.child(noun, "poss")):
            return
        preposition = tree.child(noun, "prep")
        thing = None if preposition is None else tree.child(preposition, "pobj")
        if preposition is None and verb != "be":
            return
        if thing is not None or preposition is None:
            verb_above = above
            if tree.pos[above] in ("ADV", "ADP") or tree.relation[above] == "prt":
                verb_above = tree.head[above]
            if tree.pos[verb_above] in ("VERB", "AUX"):
                yield Seed(noun, verb_above, thing, side)
