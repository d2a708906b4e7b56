"""Seeds in nouns beside a deed: at whose request, over whose objections it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.annotate.english.statements.seeds.nouns import (
    giver_of,
    kinds_of,
    thing_of,
)
from synoptic.annotate.english.statements.seeds.seed import (
    Seed,
    is_plain,
    objects,
    told_kinds,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.lexicon import Kind
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_BESIDE = frozenset("despite over with".split())
_OWNED = frozenset("his her its their".split())
_BEHESTS = frozenset(
    "request urging behest insistence invitation prodding instigation".split()
)


def by_behest(tree: Tree, phrases: Phrases, noun: int) -> Iterator[Seed]:
    """Yield the seeds in a noun that tells who wanted a deed, or did not."""
    lemma = tree.lemma[noun].lower()
    if lemma == "pressure":
        yield from _pressed(tree, phrases, noun)
    if lemma in lexicon()["deed.called"]:
        yield from _put_forward(tree, phrases, noun)
    over = tree.lemma[tree.head[noun]].lower()
    if lemma in _BEHESTS and over == "at":
        yield from _at_request(tree, phrases, noun)
    kinds = told_kinds(kinds_of(tree, noun))
    if not kinds or tree.relation[noun] != "pobj":
        return
    thing = thing_of(tree, phrases, noun, kinds[0])
    if over in _BESIDE:
        yield from _beside(tree, phrases, (noun, thing), kinds[0])
    elif over == "in" and thing is not None and _is_own(tree, noun):
        # "outspoken in its opposition to"
        yield Seed(noun, _verb_over(tree, noun), thing, kinds[0])


_UNDOING: frozenset[Kind] = frozenset({"against", "undo"})


def _beside(
    tree: Tree, phrases: Phrases, named: tuple[int, int | None], kind: Kind
) -> Iterator[Seed]:
    """Such as "over the objections of the mayor", "with the support of farmers"."""
    noun, thing = named
    giver = giver_of(tree, phrases, noun, thing)
    of = thing is not None and tree.lemma[tree.head[thing]].lower() == "of"
    if giver is None and of and thing is not None and phrases.can_stand(thing):
        giver, thing = thing, None
    if thing is not None or giver is None or kind not in ("for", "against"):
        return
    preposition = tree.head[noun]
    whole = _done_beside(tree, phrases, preposition)
    with_it = tree.lemma[preposition].lower() == "with"
    if whole is None or (kind == "for") != with_it:
        return
    done = tree.lemma[_verb_over(tree, preposition)].lower()
    if not _UNDOING.isdisjoint(lexicon().object.get(done, frozenset())):
        if not with_it:
            return  # who objects to scrapping it need not be for it
        kind = "against"
    yield Seed(noun, noun, whole, kind, actor=giver, firm=False)


def _done_beside(tree: Tree, phrases: Phrases, preposition: int) -> int | None:
    """What a clause does over objections, with support: its object or its subject."""
    verb = _verb_over(tree, preposition)
    words = lexicon()
    lemma = tree.lemma[verb].lower()
    for thing in (tree.child(verb, "dobj"), tree.child(verb, "nsubj", "nsubjpass")):
        if thing is None or phrases.can_stand(thing) or phrases.is_nothing(thing):
            continue
        acts = lemma in words.object or lemma in words["fate.for"]
        if acts or phrases.can_be_decided(thing):
            return thing
    return None


def _verb_over(tree: Tree, token: int) -> int:
    """The verb above a word."""
    at = tree.head[token]
    while tree.pos[at] not in ("VERB", "AUX") and tree.head[at] != at:
        at = tree.head[at]
    return at


def _is_own(tree: Tree, noun: int) -> bool:
    """Whether it is the subject's own: "in its opposition to the levy"."""
    owner = tree.child(noun, "poss")
    return owner is not None and tree.word(owner).lower() in _OWNED


def _pressed(tree: Tree, phrases: Phrases, noun: int) -> Iterator[Seed]:
    """Such as "is under pressure from farmers to drop the levy": the farmers'."""
    whose = giver_of(tree, phrases, noun, None)
    over = tree.head[noun]
    below = [
        *tree.children[noun],
        *tree.children[over],
        *tree.children[tree.head[over]],
    ]
    deed = next((c for c in below if c > noun and phrases.infinitive(c)), None)
    if whose is None or deed is None:
        return
    yield from _of_deed(tree, phrases, (noun, deed), whose)


def _of_deed(
    tree: Tree, phrases: Phrases, called: tuple[int, int], whose: int
) -> Iterator[Seed]:
    """What somebody wants done; where the deed says a side itself, its object."""
    words = lexicon()
    noun, deed = called
    if is_plain(tree, deed):
        yield Seed(noun, noun, deed, "for", actor=whose, form="deed")
        return
    lemma = tree.lemma[deed].lower()
    kinds = words.object.get(lemma, frozenset()) & {"for", "against", "undo"}
    if lemma in words["operator.delay"]:
        kinds = frozenset({"against"})
    for thing in objects(tree, deed, phrases):
        for kind in told_kinds(kinds):
            side: Kind = "for" if kind == "for" else "against"
            yield Seed(noun, noun, thing, side, actor=whose)


def _put_forward(tree: Tree, phrases: Phrases, noun: int) -> Iterator[Seed]:
    """Such as "a proposal by the mayor to raise the levy"."""
    deed = next(
        (c for c in tree.children[noun] if c > noun and phrases.infinitive(c)), None
    )
    by = next((c for c in tree.children[noun] if tree.lemma[c].lower() == "by"), None)
    whose = None if by is None else tree.child(by, "pobj")
    if deed is None or whose is None or not phrases.can_stand(whose):
        return
    yield from _of_deed(tree, phrases, (noun, deed), whose)


def _at_request(tree: Tree, phrases: Phrases, noun: int) -> Iterator[Seed]:
    """Such as "at the request of the mayor, the council delayed the levy"."""
    whose = giver_of(tree, phrases, noun, None)
    verb = tree.head[tree.head[noun]]
    if whose is None or tree.pos[verb] != "VERB" or tree.child(verb, "dobj") is None:
        return
    yield Seed(noun, noun, verb, "for", actor=whose, form="deed")
