"""Seeds in nouns: support, opposition, votes, supporters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.lexicon import Kind, lexicon
from synoptic.annotate.english.statements.seed import Seed, told_kinds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.quotations.tree import Tree
    from synoptic.annotate.english.statements.phrases import Phrases

_ABOUT = frozenset("of for to on about over with toward towards against behind".split())


def by_noun(tree: Tree, phrases: Phrases, noun: int) -> Iterator[Seed]:
    """Yield the seeds in a noun and what stands beside it."""
    words = lexicon()
    lemma = tree.lemma[noun].lower()
    kinds = words.noun.get(lemma, frozenset())
    if lemma in words["operator.noun_keep"] or lemma in ("threat", "warning"):
        # "a veto threat against the bill"
        what = tree.child(noun, "compound")
        kinds = kinds or (
            frozenset()
            if what is None
            else words.noun.get(tree.lemma[what].lower(), frozenset())
        )
    if lemma in words["actor.for"] | words["actor.against"]:
        yield from _partisans(tree, phrases, noun)
    if lemma in ("vote", "ballot"):
        yield from _votes(tree, noun)
    if not kinds or tree.relation[noun] in ("compound", "amod"):
        return
    above = tree.head[noun]
    over = tree.lemma[above].lower()
    holder = tree.child(noun, "poss")
    if holder is not None and tree.tag[holder] == "PRP$":
        holder = None
    given = tree.children[above] if tree.relation[noun] == "dobj" else ()
    things = [
        (p, tree.child(p, "pobj", "pcomp"))
        for p in (*tree.children[noun], *given)
        if p > noun and tree.relation[p] in ("prep", "dative")
    ]
    kind = told_kinds(kinds)[0]
    if tree.relation[noun] == "dobj" and over in words["light.receive"]:
        givers = [
            (p, tree.child(p, "pobj"))
            for p in (*tree.children[noun], *tree.children[above])
            if tree.relation[p] == "prep" and tree.lemma[p] in ("of", "from")
        ]
        for _, giver in givers:
            thing = _subject(tree, above)
            if giver is not None and thing is not None and phrases.can_stand(giver):
                yield Seed(noun, noun, thing, kind, actor=giver)
                return
    for preposition, thing in things:
        if thing is None or tree.lemma[preposition].lower() not in _ABOUT:
            continue
        if phrases.is_person(thing) and kind not in ("for", "against"):
            continue
        firm = kind in ("for", "against")
        if tree.relation[noun] == "dobj" and over in words["light.withdraw"]:
            holder = None
        if holder is not None and phrases.can_stand(holder):
            yield Seed(noun, noun, thing, kind, actor=holder, firm=firm)
        elif tree.relation[noun] == "dobj" and over in words["light.withdraw"]:
            if kind == "for":
                yield Seed(noun, above, thing, "against", firm=firm)
        elif tree.relation[noun] == "dobj" and over in words["light.verb"]:
            yield Seed(noun, above, thing, kind, firm=firm)
        elif tree.relation[noun] == "dobj" and over in words["operator.delay"]:
            yield Seed(noun, above, thing, "undecided", firm=firm)
        return
    if kind == "criticise" and tree.relation[noun] == "dobj":
        clause = tree.child(noun, "acl", "ccomp", "relcl")
        if clause is not None and over in words["light.verb"]:
            thing = next(
                (
                    t
                    for t in range(tree.left[clause], tree.right[clause] + 1)
                    if tree.pos[t] == "NOUN" and phrases.can_be_decided(t)
                ),
                None,
            )
            if thing is not None:
                yield Seed(noun, above, thing, kind)


def _votes(tree: Tree, noun: int) -> Iterator[Seed]:
    """Such as "cast votes against the nominee"."""
    verb = tree.head[noun]
    if tree.relation[noun] != "dobj" or tree.lemma[verb].lower() != "cast":
        return
    for preposition in (*tree.children[noun], *tree.children[verb]):
        side = tree.lemma[preposition].lower()
        thing = tree.child(preposition, "pobj")
        if preposition > noun and thing is not None and side in ("for", "against"):
            kind: Kind = "for" if side == "for" else "against"
            yield Seed(noun, verb, thing, kind)
            return


def _partisans(tree: Tree, phrases: Phrases, noun: int) -> Iterator[Seed]:
    """Supporters and opponents, where the thing stands beside the word."""
    words = lexicon()
    side: Kind = "for" if tree.lemma[noun] in words["actor.for"] else "against"
    preposition = tree.child(noun, "prep")
    if preposition is None or tree.lemma[preposition] not in ("of", "to"):
        return
    thing = tree.child(preposition, "pobj")
    one = tree.relation[noun] in ("appos", "attr")
    named = thing is not None and (phrases.is_person(thing) or thing in phrases.names)
    if thing is not None and one and not named:
        yield Seed(noun, noun, thing, side, actor=tree.head[noun])


def _subject(tree: Tree, verb: int) -> int | None:
    own = tree.child(verb, "nsubj", "nsubjpass")
    if own is None:
        return None
    if tree.word(own).lower() in ("which", "that", "who"):
        return tree.head[verb] if tree.relation[verb] == "relcl" else None
    return own
