"""What an act is to bring about: "to stop the sale", "barring it from closing"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.statements.lexicon import Kind, lexicon
from synoptic.annotate.english.statements.seeds.act_nouns import is_thing
from synoptic.annotate.english.statements.seeds.seed import objects, prepositions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

Aim = tuple[int, Kind, Literal["phrase", "deed"]]
# with whether that is enough to make it a proposal
Act = tuple[int, Kind, Literal["phrase", "deed"], bool]
_DEEPEST = 3


def kept_from(tree: Tree, verb: int) -> int | None:
    """The deed somebody is kept from: "blocked the town from selling it"."""
    if tree.lemma[verb].lower() not in lexicon()["act.from"]:
        return None
    for child in tree.children[verb]:
        small = tree.relation[child] in ("ccomp", "xcomp") and tree.tag[child] == "VBG"
        if small and child > verb and tree.child(child, "nsubj") is not None:
            return child  # "stop them selling it"
        for preposition in (child, *tree.children[child]):
            if tree.lemma[preposition].lower() != "from" or preposition < verb:
                continue
            deed = tree.child(preposition, "pcomp")
            if deed is not None and tree.tag[deed] == "VBG":
                return deed
    return None


def is_away(tree: Tree, verb: int, thing: int) -> bool:
    """Whether it is wanted away: "wants the levy off the list", "wants her out"."""
    for link in tree.children[verb]:
        word = tree.lemma[link].lower()
        if word in ("out", "gone") and link > thing and not tree.children[link]:
            return True
        behind = tree.child(link, "prep", "pobj")
        if link < thing or behind is None:
            continue
        if word == "off" or (word == "away" and tree.lemma[behind] == "from"):
            return True
        if word == "out" and tree.lemma[behind] == "of":
            return True
    return False


def goes(tree: Tree, verb: int) -> bool:
    """Whether it only says that a thing be gone: "wants the levy gone"."""
    return tree.lemma[verb].lower() == "go" and not any(
        c > verb and tree.pos[c] != "PUNCT" for c in tree.children[verb]
    )


def kept_of(tree: Tree, phrases: Phrases, verb: int) -> Aim | None:
    """What a verb of keeping from is against: the deed, or what may not take effect."""
    deed = kept_from(tree, verb)
    if deed is None:
        return None
    thing = tree.child(verb, "dobj", "nsubjpass")
    lives = tree.lemma[deed].lower() in lexicon()["act.live"]
    if lives and thing is not None and is_thing(tree, phrases, thing):
        return thing, "against", "phrase"
    return deed, "against", "deed"


def aims_of(tree: Tree, phrases: Phrases, verb: int, depth: int = 0) -> Iterator[Aim]:
    """What the verb of an aim is for or against."""
    words = lexicon()
    lemma = tree.lemma[verb].lower()
    if is_negated(tree, verb):
        return
    kept = kept_of(tree, phrases, verb)
    if kept is not None:
        yield kept
        return
    inner = tree.child(verb, "xcomp", "ccomp")
    if lemma in words["act.ask"] | words["act.make"]:
        if inner is not None and depth < _DEEPEST:
            yield from _inner(tree, phrases, inner, depth)
        elif lemma not in words["act.make"]:
            for thing in objects(tree, verb, phrases):
                if phrases.can_be_decided(thing):
                    yield thing, "for", "phrase"
        return
    kinds = words.object.get(lemma, frozenset())
    keys = {lemma}
    keys |= {
        f"{lemma}:{tree.lemma[c].lower()}"
        for c in tree.children[verb]
        if tree.relation[c] == "prt"
    }
    against = kinds & {"against", "undo"} or keys & (
        words["act.against"] | words["act.dispute"] | words["act.rid"]
    )
    for thing in objects(tree, verb, phrases):
        if phrases.is_person(thing):
            continue
        if against:
            yield thing, "against", "phrase"
        elif "for" in kinds or keys & words["act.for"]:
            yield thing, "for", "phrase"
    for key in sorted(keys):
        for preposition in prepositions(tree, verb, tree.child(verb, "dobj")):
            whole = f"{key}:{tree.lemma[preposition].lower()}"
            rid = tree.child(preposition, "pobj")
            if rid is not None and whole in words["act.rid"]:
                yield rid, "against", "phrase"


def _inner(tree: Tree, phrases: Phrases, inner: int, depth: int) -> Iterator[Aim]:
    """What somebody else is to be brought to do."""
    found = list(aims_of(tree, phrases, inner, depth + 1))
    if found:
        yield from found
    elif not is_negated(tree, inner):
        yield inner, "for", "deed"
    else:
        yield inner, "against", "deed"
