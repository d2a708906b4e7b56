"""Seeds in nouns of acts with an owner: "the union's call for a vote"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.lexicon import Kind, lexicon
from synoptic.annotate.english.statements.seeds.seed import Seed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_TO_THING = frozenset("to against over of challenging".split())
_BY_WHOM = frozenset("by from of".split())


def by_act_noun(tree: Tree, phrases: Phrases, noun: int) -> Iterator[Seed]:
    """Yield the seeds in a noun of an act, where its owner stands beside it."""
    words = lexicon()
    lemma = tree.lemma[noun].lower()
    above = tree.head[noun]
    if tree.relation[noun] in ("compound", "amod"):
        return
    if lemma in words["act.asking"]:
        kind: Kind = "for"
        target, deed = _asked_for(tree, phrases, noun)
    elif lemma in words["act.suit"]:
        kind, deed = "against", False
        target = thing_of(tree, phrases, noun)
    else:
        side = _side(lemma)
        if side is None:
            return
        kind, deed = side, False
        target = _done_to(tree, phrases, noun, "against" if lemma == "fight" else "of")
    if target is None:
        return
    owner = owner_of(tree, phrases, noun)
    if owner is None and deed:
        owner = _from_whom(tree, phrases, noun)
    form = "deed" if deed else "phrase"
    undone = _undone(tree, phrases, target) if deed else None
    if undone is not None:
        target, kind, form = undone, "against", "phrase"
    if owner is not None and owner != target:
        yield Seed(noun, noun, target, kind, actor=owner, form=form)  # type: ignore[arg-type]
    elif (
        tree.relation[noun] == "dobj"
        and tree.lemma[above].lower() in words["act.voice"]
    ):
        yield Seed(noun, above, target, kind, form=form)  # type: ignore[arg-type]


def _side(lemma: str) -> Kind | None:
    words = lexicon()
    if lemma in words["act.noun_for"]:
        return "for"
    return "against" if lemma in words["act.noun_against"] else None


def _done_to(tree: Tree, phrases: Phrases, noun: int, preposition: str) -> int | None:
    """What is announced, imposed, repealed: "the council's repeal of the levy"."""
    for child in tree.children[noun]:
        thing = tree.child(child, "pobj")
        if child > noun and thing is not None and tree.lemma[child] == preposition:
            can = phrases.can_be_decided(thing) and not phrases.is_person(thing)
            return thing if can else None
    return None


def is_thing(tree: Tree, phrases: Phrases, thing: int) -> bool:
    """Whether a phrase is of a kind that is done, undone or taken to court."""
    noun = tree.lemma[thing].lower()
    listed = lexicon()["act.thing"]
    return phrases.can_be_decided(thing) or noun in listed or noun[:-1] in listed


def is_court(tree: Tree, head: int) -> bool:
    """Whether it is a court or a judge, by noun or title: "Judge Lee"."""
    courts = lexicon()["act.court"]
    beside = [c for c in tree.children[head] if tree.relation[c] == "compound"]
    return any(tree.lemma[c].lower() in courts for c in (head, *beside))


def owner_of(tree: Tree, phrases: Phrases, noun: int) -> int | None:
    """Whose an act is, by name: "the judge's ruling", "the ruling by a judge"."""
    owner = tree.child(noun, "poss")
    if owner is not None:
        named = tree.tag[owner] != "PRP$" and phrases.can_stand(owner)
        return owner if named else None
    if tree.lemma[noun].lower() not in lexicon()["act.dispute"]:  # "a court challenge"
        for child in tree.children[noun]:  # "a Supreme Court ruling"
            if tree.relation[child] == "compound" and is_court(tree, child):
                return child
    for preposition in tree.children[noun]:
        whom = tree.child(preposition, "pobj")
        if preposition < noun or tree.lemma[preposition].lower() not in _BY_WHOM:
            continue
        if whom is not None and phrases.can_stand(whom):
            return whom
    return None


def thing_of(
    tree: Tree, phrases: Phrases, noun: int, verb: int | None = None
) -> int | None:
    """What a suit, a challenge or a stay is against.

    The parser may hang it on the verb beside.
    """
    beside = [] if verb is None else tree.children[verb]
    for child in (*tree.children[noun], *beside):
        if child < noun:
            continue
        thing = tree.child(child, "pobj", "dobj")
        word = tree.word(child).lower()
        if thing is None or word not in _TO_THING:
            continue
        if word == "to" and tree.lemma[noun].lower() != "challenge":
            continue  # "an appeal to the court", "appeals to their fears"
        if not phrases.is_person(thing) and not phrases.can_stand(thing):
            return thing
    owner = tree.child(noun, "poss")
    if owner is not None and phrases.can_be_decided(owner):
        return owner  # "the law's challengers", "the law's challenge"
    return None


def _undone(tree: Tree, phrases: Phrases, deed: int) -> int | None:
    """What a deed would end: "calls to scrap the toll"."""
    kinds = lexicon().object.get(tree.lemma[deed].lower(), frozenset())
    thing = tree.child(deed, "dobj")
    if thing is None or not kinds & {"against", "undo"} or phrases.is_person(thing):
        return None
    return None if "for" in kinds else thing


def _from_whom(tree: Tree, phrases: Phrases, noun: int) -> int | None:
    """Whose call meets somebody: "under pressure from the miners to sell it"."""
    above = tree.head[noun]
    beside = tree.children[above] if tree.relation[noun] in ("dobj", "pobj") else []
    for preposition in (*tree.children[noun], *beside):
        whom = tree.child(preposition, "pobj")
        if preposition > noun and tree.lemma[preposition].lower() == "from":
            return whom if whom is not None and phrases.can_stand(whom) else None
    return None


def _asked_for(tree: Tree, phrases: Phrases, noun: int) -> tuple[int | None, bool]:
    """What is called for: a thing, or a deed ("for the towns to sell it")."""
    for child in tree.children[noun]:
        if child < noun:
            continue
        aim = tree.relation[child] in ("acl", "relcl", "advcl")
        own = aim and phrases.infinitive(child)
        if own and _from_whom(tree, phrases, noun) is not None:
            return child, True
        marked = any(
            tree.relation[c] == "mark" and tree.lemma[c] == "for"
            for c in tree.children[child]
        )
        if marked and tree.pos[child] == "VERB":
            return child, True
        if tree.relation[child] != "prep" or tree.lemma[child].lower() != "for":
            continue
        thing = tree.child(child, "pobj", "pcomp")
        if thing is None:
            return None, False
        if tree.pos[thing] == "VERB":
            return thing, True
        if not phrases.can_stand(thing):
            return thing, False
        for clause in (*tree.children[thing], *tree.children[noun]):
            behind = tree.relation[clause] in ("acl", "relcl") and clause > thing
            if behind and phrases.infinitive(clause):
                return clause, True
        return None, False
    return None, False
