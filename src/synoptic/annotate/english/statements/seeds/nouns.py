"""Seeds in nouns: support, opposition, votes, supporters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.statements.lexicon import Kind, lexicon
from synoptic.annotate.english.statements.seeds.seed import (
    Seed,
    told_kinds,
    with_particle,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_ABOUT = frozenset(
    "of for to on at about over with toward towards against behind".split()
)
_GIVERS = frozenset("of from by among in".split())
_SUITS = frozenset("lawsuit suit challenge complaint injunction".split())
_AGAINST = frozenset("despite amid over".split())
_OWN = frozenset("my our".split())
_TAKES = frozenset("take hold lead wage join fight".split())
_ONCE = frozenset("onetime one-time former erstwhile ex past".split())
_HALF = frozenset("conditional guarded partial provisional qualified tentative".split())
_ADMIRERS = frozenset("supporter backer champion defender".split())
_SINGLE = frozenset(
    "deciding decisive lone only pivotal sole swing tie-breaking".split()
)
_THIRD = frozenset("his her its their".split())
_STANDS_ON = frozenset("about by despite for given in of on over with".split())
_LINKS = frozenset("contingent conditional dependent".split())


def by_noun(tree: Tree, phrases: Phrases, noun: int) -> Iterator[Seed]:
    """Yield the seeds in a noun and what stands beside it."""
    words = lexicon()
    lemma = tree.lemma[noun].lower()
    if lemma in words["actor.for"] | words["actor.against"]:
        yield from _partisans(tree, phrases, noun)
    if lemma in ("vote", "ballot"):
        yield from _votes(tree, noun)
    kinds = kinds_of(tree, noun)
    if not kinds or tree.relation[noun] in ("compound", "amod"):
        return
    kind = told_kinds(kinds)[0]
    thing = thing_of(tree, phrases, noun, kind)
    giver = giver_of(tree, phrases, noun, thing)
    above = tree.head[noun]
    over = tree.lemma[above].lower()
    is_object = tree.relation[noun] == "dobj"
    received = is_object and over in words["light.receive"]
    if received and is_negated(tree, above):
        return  # "has not received any endorsements": nobody is against it
    if received and giver is None and thing is not None:
        link = tree.lemma[tree.head[thing]].lower()
        bodies = kind == "for" and not phrases.can_be_decided(thing)
        if link in _GIVERS and (phrases.can_stand(thing) or (link == "of" and bodies)):
            giver, thing = thing, None  # "won the support of the union"
    if received and giver is not None:
        whole = _subject(tree, above) if thing is None else thing
        if whole is not None and _can_receive(phrases, whole, kind):
            half = kind == "for" and _is_half(tree, noun)
            yield Seed(noun, above, whole, "tie" if half else kind, actor=giver)
        return
    if received and over != "have":
        return  # "drew opposition to it", "drew condemnation for it": whose is not told
    if thing is None and giver is not None and over in _AGAINST | words["operator.met"]:
        if kind == "against":
            yield Seed(noun, noun, None, kind, actor=giver)  # of what came before
        return
    if thing is None:
        if kind == "criticise" and is_object and over in words["light.verb"]:
            yield from _of_a_clause(tree, phrases, noun)
        return
    yield from _about(tree, noun, thing, kind, giver)


def _about(
    tree: Tree, noun: int, thing: int, kind: Kind, giver: int | None
) -> Iterator[Seed]:
    """The seeds in a noun whose thing is known."""
    words = lexicon()
    firm = kind in ("for", "against")
    above = tree.head[noun]
    over, is_object = tree.lemma[above].lower(), tree.relation[noun] == "dobj"
    line = tree.lemma[noun].lower() in words["against.line"]
    tie = None if kind != "for" else _tie(tree, noun)
    if tie is not None:
        owner = tree.child(noun, "poss") if giver is None else giver
        yield Seed(noun, above, thing, "tie", actor=owner, condition=tie)
        return
    if is_object and over in words["light.withdraw"]:
        if kind == "for":
            yield Seed(noun, above, thing, "against", firm=firm)
        elif kind == "against" and _is_kept(tree, above):
            yield Seed(noun, above, thing, "for", firm=firm)  # turned by the refusal
        return
    told = "tie" if kind == "for" and _is_half(tree, noun) else kind
    if giver is not None:
        yield Seed(noun, above, thing, told, actor=giver, firm=firm)
    elif (
        is_object
        and (
            over in words["light.verb"]
            or (line and _is_against(tree, noun) and over in _TAKES)
            or (kind == "against" and over in words["light.lead"])
        )
        and not with_particle(tree, above)
    ):
        yield Seed(noun, above, thing, told, firm=firm)
    elif is_object and over in words["operator.delay"]:
        yield Seed(noun, above, thing, "undecided", firm=firm)
    elif _is_held(tree, noun):
        owner = tree.child(noun, "poss")
        yield Seed(noun, noun, thing, told, actor=owner, firm=firm)


def _is_held(tree: Tree, noun: int) -> bool:
    """Whether a report takes it for known: "explained her opposition to it"."""
    words = lexicon()
    owner = tree.child(noun, "poss")
    if owner is None or tree.word(owner).lower() not in _THIRD:
        return False
    above, relation = tree.head[noun], tree.relation[noun]
    if relation == "dobj":
        told = words["held.told"] | words["judge.criticise"] | words["judge.praise"]
        return tree.lemma[above].lower() in told and not with_particle(tree, above)
    if relation == "nsubj":
        return tree.lemma[above].lower() not in words["held.fades"]
    if relation != "pobj" or tree.lemma[above].lower() not in _STANDS_ON:
        return False
    over = tree.lemma[tree.head[above]].lower()
    return over not in words["held.sought"] | words["held.fades"]


def _is_half(tree: Tree, noun: int) -> bool:
    """Whether it is no whole yes: "gave qualified support"."""
    return any(tree.word(c).lower() in _HALF for c in tree.children[noun])


def _is_kept(tree: Tree, verb: int) -> bool:
    """Whether what would be taken back is not: "refused to drop her objections"."""
    refused = tree.lemma[tree.head[verb]].lower() in lexicon()["operator.refuse"]
    return is_negated(tree, verb) or (tree.relation[verb] == "xcomp" and refused)


def _is_against(tree: Tree, noun: int) -> bool:
    """Such as "a hard line against the levy"."""
    return any(
        c > noun and tree.lemma[c].lower() == "against" for c in tree.children[noun]
    )


def kinds_of(tree: Tree, noun: int) -> frozenset[Kind]:
    """What a noun says, by what stands beside it: "a veto threat against the bill"."""
    words = lexicon()
    lemma = tree.lemma[noun].lower()
    kinds = words.noun.get(lemma, frozenset())
    what = tree.child(noun, "compound")
    threat = lemma in words["operator.noun_keep"] or lemma in ("threat", "warning")
    if not kinds and threat and what is not None:
        kinds = words.noun.get(tree.lemma[what].lower(), frozenset())
    if not kinds and lemma in words["for.plea"] and _pleads(tree, noun):
        return frozenset({"for"})
    if not kinds and lemma in words["against.line"] and _is_against(tree, noun):
        return frozenset({"against"})
    return kinds


def _can_receive(phrases: Phrases, whole: int, kind: Kind) -> bool:
    """Whether a thing can draw praise or criticism; "her tone" is up for nothing."""
    if kind not in ("criticise", "praise"):
        return True
    return phrases.can_be_decided(whole) or phrases.is_bare(whole)


def _pleads(tree: Tree, noun: int) -> bool:
    """Such as "calls for tougher rules"."""
    behind = tree.child(noun, "prep")
    return behind is not None and tree.lemma[behind].lower() == "for"


def thing_of(tree: Tree, phrases: Phrases, noun: int, kind: Kind) -> int | None:
    """What a noun of stance is about: behind it, or beside the verb that gives it."""
    above = tree.head[noun]
    given = tree.children[above] if tree.relation[noun] == "dobj" else []
    found = None
    for child in (*tree.children[noun], *given):
        if tree.relation[child] == "dative" and tree.pos[child] in ("NOUN", "PROPN"):
            thing: int | None = child  # "gave the plan its blessing"
        elif child > noun and tree.lemma[child].lower() in _ABOUT:
            if kind == "for" and tree.lemma[child].lower() == "at":
                continue  # "the endorsement of the union at its fair"
            rival = tree.lemma[noun].lower() == "challenge"
            if rival and tree.lemma[child].lower() == "for":
                continue  # "a challenge to her for the nomination"
            thing = tree.child(child, "pobj", "pcomp")
        else:
            continue
        if thing is None:
            continue
        if phrases.is_person(thing) and (
            kind not in ("for", "against") or tree.lemma[noun].lower() in _SUITS
        ):
            continue
        if found is None or tree.lemma[tree.head[found]].lower() == "of":
            # "the support of the union for the merger"
            by_whom = found is None or phrases.can_stand(found)
            found = thing if by_whom else found
    return found


def giver_of(tree: Tree, phrases: Phrases, noun: int, thing: int | None) -> int | None:
    """Whose a stance is: "the mayor's support", "opposition from farmers"."""
    owner = tree.child(noun, "poss")
    if owner is not None:
        if tree.word(owner).lower() in _OWN:
            return owner
        named = tree.tag[owner] != "PRP$" and phrases.can_stand(owner)
        return owner if named else None
    above = tree.head[noun]
    given = tree.children[above] if tree.relation[noun] == "dobj" else []
    for preposition in (*tree.children[noun], *given):
        if preposition < noun or tree.lemma[preposition].lower() not in _GIVERS:
            continue
        whom = tree.child(preposition, "pobj")
        if whom is not None and whom != thing and phrases.can_stand(whom):
            return whom
    return None


def _tie(tree: Tree, noun: int) -> int | None:
    """What support hangs on: "his support depends on the reefs"."""
    above = tree.head[noun]
    if tree.relation[noun] != "nsubj":
        return None
    link = tree.child(above, "acomp") if tree.lemma[above] == "be" else above
    if link is None or tree.lemma[link].lower() not in _LINKS | {"depend", "hinge"}:
        return None
    for preposition in tree.children[link]:
        if tree.lemma[preposition].lower() in ("on", "upon"):
            return tree.child(preposition, "pobj", "pcomp")
    return None


def _of_a_clause(tree: Tree, phrases: Phrases, noun: int) -> Iterator[Seed]:
    """Such as "voiced fear that the plan would fail"."""
    clause = tree.child(noun, "acl", "ccomp", "relcl")
    if clause is None:
        return
    for token in range(tree.left[clause], tree.right[clause] + 1):
        if tree.pos[token] == "NOUN" and phrases.can_be_decided(token):
            yield Seed(noun, tree.head[noun], token, "criticise")
            return


def _votes(tree: Tree, noun: int) -> Iterator[Seed]:
    """Such as "cast votes against the nominee", "was the lone vote against him"."""
    verb = tree.head[noun]
    cast = tree.relation[noun] == "dobj" and tree.lemma[verb].lower() == "cast"
    alone = tree.relation[noun] == "attr" and any(
        tree.lemma[c].lower() in _SINGLE for c in tree.children[noun]
    )
    if not (cast or alone):
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
    thing = tree.child(noun, "poss")
    preposition = tree.child(noun, "prep")
    if thing is None and preposition is not None:
        if tree.lemma[preposition] in ("of", "to", "for"):
            thing = tree.child(preposition, "pobj", "pcomp")
    elif thing is not None and not phrases.can_be_decided(thing):
        return  # "the union's supporters"
    named = tree.child(noun, "appos")
    lemma = tree.lemma[noun].lower()
    if thing is not None and phrases.names.get(thing) == "person":
        once = any(tree.lemma[c].lower() in _ONCE for c in tree.children[noun])
        if once or lemma not in _ADMIRERS | words["judge.critic"]:
            return
        side = "criticise" if lemma in words["judge.critic"] else "for"
    elif thing is None or phrases.is_person(thing) or thing in phrases.names:
        return
    if tree.relation[noun] == "nsubj" and tree.lemma[tree.head[noun]] == "include":
        for one in tree.children[tree.head[noun]]:  # "its sponsors include Lee"
            if tree.relation[one] == "dobj" and phrases.can_stand(one):
                yield Seed(noun, noun, thing, side, actor=one)
        return
    link = tree.head[noun]
    if tree.relation[noun] == "pobj" and tree.lemma[link].lower() == "among":
        be = tree.head[link]  # "among its backers were Lee and Reed"
        for one in tree.children[be]:
            if tree.lemma[be] == "be" and one > be and phrases.can_stand(one):
                yield Seed(noun, noun, thing, side, actor=one)
    if tree.relation[noun] == "attr":
        yield Seed(noun, tree.head[noun], thing, side)
    elif tree.relation[noun] == "appos":
        yield Seed(noun, noun, thing, side, actor=tree.head[noun])
    elif named is not None and phrases.names.get(named) == "person":
        yield Seed(noun, noun, thing, side, actor=named)


def _subject(tree: Tree, verb: int) -> int | None:
    own = tree.child(verb, "nsubj", "nsubjpass")
    if own is None:
        return None
    if tree.word(own).lower() in ("which", "that", "who"):
        return tree.head[verb] if tree.relation[verb] == "relcl" else None
    return own
