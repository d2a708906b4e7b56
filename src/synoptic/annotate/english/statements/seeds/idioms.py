"""Seeds in idioms: said no to it, gave it the green light, took a dim view of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.annotate.english.statements.seeds.seed import (
    Seed,
    governed,
    prepositions,
    told_kinds,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.lexicon import Kind
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_ANSWERS = frozenset("yes no yea nay aye".split())
_NONE = frozenset("no little few".split())
_TROUBLES = frozenset("issue problem trouble".split())


def by_idiom(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Yield the seeds of a verb with its particle, or with a noun of its own."""
    words = lexicon()
    lemma = tree.lemma[verb].lower()
    particle = tree.child(verb, "prt")
    own = tree.child(verb, "dobj")
    if particle is not None and own is not None and not phrases.is_person(own):
        key = f"{lemma}:{tree.lemma[particle].lower()}"
        if lemma == "shoot" and not phrases.can_be_decided(own):
            return  # an aircraft
        for kind in told_kinds(words.preposition.get(key, frozenset())):
            yield Seed(verb, verb, own, kind, firm=key in words["firm.preposition"])
    if own is not None:
        yield from _by_course(tree, verb, own)
        yield from _rebuffed(tree, phrases, verb, own)
    said = _said(tree, verb)
    given = tree.child(verb, "dative")
    both = [c for c in tree.children[verb] if tree.relation[c] == "dobj"]
    if len(both) > 1:
        given, said = both[:2]
    if said is None:
        return
    if given is not None and tree.pos[given] in ("NOUN", "PROPN"):
        # "gave the plan the nod"
        yield from _seeds(verb, given, "phrase", _told(tree, verb, said, "to"))
    for preposition in prepositions(tree, verb, said):
        kinds = _told(tree, verb, said, tree.lemma[preposition].lower())
        for thing, form in governed(tree, phrases, preposition):
            if tree.lemma[said].lower() in _TROUBLES and phrases.can_stand(thing):
                continue  # "has a problem with younger voters"
            yield from _seeds(verb, thing, form, kinds)
        if kinds:
            return


def _said(tree: Tree, verb: int) -> int | None:
    """The noun of an idiom, or the answer: "said no to it"."""
    said = tree.child(verb, "dobj", "intj", "attr")
    if said is not None and tree.pos[said] == "PRON" and said + 1 < len(tree.head):
        # "turned her back on": the parser takes "her" for what is turned
        part = tree.head[said + 1] == verb and tree.relation[said + 1] == "advmod"
        said = said + 1 if part else said
    return said or next(
        (c for c in tree.children[verb] if tree.lemma[c].lower() in _ANSWERS), None
    )


def _told(tree: Tree, verb: int, said: int, link: str) -> frozenset[Kind]:
    """What an idiom says; a word before its noun may be part of it: "a dim view of"."""
    idioms = lexicon().idiom
    lemma, noun = tree.lemma[verb].lower(), tree.lemma[said].lower()
    before = [tree.lemma[c].lower() for c in tree.children[said] if c < said]
    none = [word for word in before if word in _NONE]
    for word in none or before:
        kinds = idioms.get(f"{lemma}:{word}-{noun}:{link}")
        if kinds is not None:
            return kinds
    if none:
        return frozenset()  # "made no case for it"
    return idioms.get(f"{lemma}:{noun}:{link}", frozenset())


def _seeds(
    verb: int, thing: int, form: Literal["phrase", "deed"], kinds: frozenset[Kind]
) -> Iterator[Seed]:
    for kind in told_kinds(kinds):
        firm = kind in ("for", "against")
        yield Seed(verb, verb, thing, kind, firm=firm, form=form)


def _rebuffed(tree: Tree, phrases: Phrases, verb: int, own: int) -> Iterator[Seed]:
    """Such as "ignored calls to resign", which is not to do so."""
    words, lemma = lexicon(), tree.lemma[verb].lower()
    ways = [tree.lemma[c].lower() for c in tree.children[verb] if c > verb]
    if words["call.rebuffs"].isdisjoint({lemma, *(f"{lemma}:{w}" for w in ways)}):
        return
    called = tree.lemma[own].lower() in words["for.plea"] | {"pressure"}
    deeds = (c for c in tree.children[own] if tree.relation[c] in ("acl", "relcl"))
    if called and any(phrases.infinitive(c) for c in deeds):
        yield Seed(verb, verb, own, "against")


def _by_course(tree: Tree, verb: int, thing: int) -> Iterator[Seed]:
    """Such as "put the rules on hold", "signed the bill into law"."""
    words = lexicon()
    for preposition in prepositions(tree, verb, thing):
        noun = tree.child(preposition, "pobj")
        if noun is None:
            continue
        link = tree.lemma[preposition].lower()
        key = f"{tree.lemma[verb].lower()}:{link}:{tree.lemma[noun].lower()}"
        for kind in told_kinds(words.course.get(key, frozenset())):
            yield Seed(verb, verb, thing, kind)
