"""Seeds in formal and public acts: struck down the rule, sued to stop the sale.

An act is a stand where it is told as done or as sure to be done: courts and
authorities, chambers, executives, firms and groups act in the report's own words. What
is to be done ("voted to halt it") is left to the words over it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.statements.lexicon import Kind, lexicon
from synoptic.annotate.english.statements.seeds.act_nouns import (
    by_act_noun,
    is_court,
    is_thing,
    owner_of,
)
from synoptic.annotate.english.statements.seeds.aims import kept_of
from synoptic.annotate.english.statements.seeds.seed import (
    Seed,
    is_for_sale,
    objects,
    prepositions,
    told_kinds,
)
from synoptic.annotate.english.statements.seeds.suits import (
    disputes,
    files,
    finds,
    joined,
    joins,
)
from synoptic.annotate.english.statements.seeds.undone import left_undone, stops

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.statements.seeds.aims import Act
    from synoptic.annotate.english.tree import Tree

_UNSURE = frozenset("could should must can may might ought".split())
_GERUNDS = frozenset("pcomp xcomp ccomp csubj nsubj dobj pobj".split())
_SUBORDINATE = frozenset("ccomp acl relcl advcl".split())
_FEW = frozenset("no few neither".split())


def find_acts(tree: Tree, phrases: Phrases, token: int) -> Iterator[Seed]:
    """Yield the seeds in a word that tells of an act.

    Where there are any the word says nothing else.
    """
    if tree.pos[token] == "NOUN" or tree.child(token, "poss") is not None:
        yield from by_act_noun(tree, phrases, token)
    elif tree.pos[token] == "VERB" and tree.relation[token] != "amod":
        yield from by_act(tree, phrases, token)


def by_act(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Yield the seeds in a verb that tells of an act."""
    yield from left_undone(tree, phrases, verb)
    if not _told(tree, phrases, verb):
        return
    actor = None
    passive = tree.child(verb, "nsubjpass", "auxpass") is not None
    if passive or tree.relation[verb] == "acl":
        actor = _agent(tree, phrases, verb)
        if actor is None and (passive or tree.tag[verb] == "VBN"):
            return
    ruling = tree.child(verb, "nsubj")
    if ruling is not None and tree.lemma[ruling].lower() in lexicon()["act.ruling"]:
        actor = owner_of(tree, phrases, ruling)
        if actor is None:
            return
    for target, kind, form, firm in _acts(
        tree, phrases, verb, done_to=actor is not None and ruling is None
    ):
        yield Seed(verb, verb, target, kind, actor=actor, form=form, firm=firm)
    if actor is None:
        yield from _cleared(tree, phrases, verb)
        yield from _demonstrates(tree, phrases, verb)
    elif tree.lemma[verb].lower() == "join":
        yield from joined(tree, phrases, verb, actor)


def _told(tree: Tree, phrases: Phrases, verb: int) -> bool:
    """Whether the act is told as done, or as sure to be."""
    lemma, relation = tree.lemma[verb].lower(), tree.relation[verb]
    dispute = lemma in lexicon()["act.dispute"]
    helpers = [c for c in tree.children[verb] if tree.relation[c] == "aux"]
    if phrases.infinitive(verb) or is_negated(tree, verb):
        return False
    if tree.tag[verb] == "VBG" and not helpers and relation in _GERUNDS:
        return False  # "raising the toll" is spoken of
    subject = tree.child(verb, "nsubj", "nsubjpass")
    for child in helpers:
        word = tree.lemma[child].lower()
        if word in ("may", "might") and dispute:
            continue
        if word in _UNSURE or (word == "would" and relation != "ccomp"):
            return False
        if word == "have" and subject is not None and child < subject:
            return False  # "had the union joined the suit"
        own = subject is None or tree.pos[subject] == "PRON"
        if word == "will" and relation in _SUBORDINATE and not own and not dispute:
            return False  # what somebody expects of another
    return True


def _agent(tree: Tree, phrases: Phrases, verb: int) -> int | None:
    """By whom it was done: "by a judge", "by a judge's ruling"."""
    agent = tree.child(verb, "agent")
    whom = None if agent is None else tree.child(agent, "pobj")
    if whom is None or phrases.can_stand(whom):
        return whom
    if tree.lemma[whom].lower() in lexicon()["act.ruling"]:
        return owner_of(tree, phrases, whom)
    return None


def _acts(tree: Tree, phrases: Phrases, verb: int, *, done_to: bool) -> Iterator[Act]:
    """What a verb does: to what, and which way."""
    words = lexicon()
    lemma = tree.lemma[verb].lower()
    kept = kept_of(tree, phrases, verb)
    if kept is not None:
        yield *kept, True
        return
    if lemma in words["act.file"]:
        filed = list(files(tree, phrases, verb, court=_by_court(tree, verb)))
        if filed:
            yield from filed
            return
    kind = _side(tree, verb)
    described = done_to and tree.relation[verb] == "acl"
    if kind is None and described and not is_for_sale(tree, verb, tree.head[verb]):
        kind = _of_object(lemma)
    if kind is not None:
        court = _by_court(tree, verb)
        for thing in _things(tree, phrases, verb, done_to=done_to):
            if _fits(tree, phrases, verb, thing, kind, court=court):
                firm = court or is_thing(tree, phrases, thing)
                yield thing, kind, "phrase", firm
    if done_to:
        return
    yield from _changes(tree, phrases, verb)
    yield from _lets(tree, phrases, verb)
    if lemma in words["act.dispute"]:
        yield from disputes(tree, phrases, verb)
    elif lemma in words["act.join"]:
        yield from joins(tree, phrases, verb)
    if lemma == "rule" or (lemma in words["act.find"] and _by_court(tree, verb)):
        yield from finds(tree, phrases, verb)
    ended = stops(tree, verb)
    if ended is not None:
        yield ended, "against", "deed", False


def _of_object(lemma: str) -> Kind | None:
    """Which way "backed by", "opposed by" goes."""
    words = lexicon()
    if lemma not in words["firm.object"] | words["bring.object"]:
        return None
    for kind in told_kinds(words.object.get(lemma, frozenset())):
        if kind in ("for", "against"):
            return kind
    return None


def _side(tree: Tree, verb: int) -> Kind | None:
    """Which way a verb of doing goes, with its particle or its "on hold"."""
    words = lexicon()
    lemma = tree.lemma[verb].lower()
    particle = tree.child(verb, "prt")
    keys = {lemma if particle is None else f"{lemma}:{tree.lemma[particle].lower()}"}
    for preposition in prepositions(tree, verb, tree.child(verb, "dobj")):
        key = f"{lemma}:{tree.lemma[preposition].lower()}"
        inner = tree.child(preposition, "pobj")
        keys |= {key} | ({f"{key}:{tree.lemma[inner].lower()}"} if inner else set())
    if keys & words["act.against"]:
        return "against"
    return "for" if keys & words["act.for"] else None


def _things(tree: Tree, phrases: Phrases, verb: int, *, done_to: bool) -> Iterator[int]:
    if not done_to:
        found = objects(tree, verb, phrases)
        particle = tree.child(verb, "prt")
        behind = None if particle is None else tree.child(particle, "pobj")
        found += [] if behind is None else [behind]
    else:
        subject = tree.child(verb, "nsubjpass")
        if subject is None and tree.relation[verb] == "acl":
            subject = _described(tree, phrases, tree.head[verb])
        found = [] if subject is None else [subject]
    for thing in found:
        yield _whole(tree, thing)


def _described(tree: Tree, phrases: Phrases, head: int) -> int:
    """What a participle tells of: "one of ten laws in the county backed by" the law."""
    at = head
    for _ in range(3):
        if tree.relation[at] == "attr" and (tree.pos[at] == "NUM" or at != head):
            subject = tree.child(tree.head[at], "nsubj")
            return at if subject is None else subject
        if at != head and is_thing(tree, phrases, at):
            head = at
        known = at == head and is_thing(tree, phrases, head)
        if known or tree.relation[at] != "pobj":
            break
        at = tree.head[tree.head[at]]
    return head


def _whole(tree: Tree, thing: int) -> int:
    """The thing a part is of: "one of those counts", "most of the law"."""
    if tree.lemma[thing].lower() in lexicon()["act.part"]:
        for child in tree.children[thing]:
            of = tree.child(child, "pobj")
            if tree.lemma[child].lower() == "of" and of is not None:
                return of
    return thing


def _fits(
    tree: Tree, phrases: Phrases, verb: int, thing: int, kind: Kind, *, court: bool
) -> bool:
    words = lexicon()
    lemma, noun = tree.lemma[verb].lower(), tree.lemma[thing].lower()
    if tree.word(thing).lower() in ("who", "whom"):
        return False
    if lemma in words["act.person"] and phrases.is_person(thing):
        subject = tree.child(verb, "nsubj")
        body = "" if subject is None else tree.lemma[subject].lower()
        return lemma == "nominate" or body in words["act.body"]
    if lemma == "issue" and noun not in words["act.issued"]:
        return False
    if lemma == "drop" and noun not in words["act.thing"]:
        return False  # a plan may be dropped by those who are for it
    named = phrases.names.get(thing)
    if phrases.is_person(thing) or named in ("place", "organisation", "group"):
        return False
    stand = words.noun.get(noun, frozenset()) - {"undo", "undecided"}
    if (stand and noun not in words["act.thing"]) or noun in words["act.own"]:
        return False
    bare = phrases.is_bare(thing) and kind == "against"
    return court or bare or is_thing(tree, phrases, thing)


def _by_court(tree: Tree, verb: int) -> bool:
    """Whether a court does it: it does nothing by chance."""
    at = verb
    for _ in range(3):
        subject = tree.child(at, "nsubj")
        if subject is not None:
            return is_court(tree, subject)
        agent = tree.child(at, "agent")
        if agent is not None:
            court = tree.child(agent, "pobj")
            return court is not None and (
                is_court(tree, court)
                or tree.lemma[court].lower() in lexicon()["act.ruling"]
            )
        if tree.relation[at] not in ("conj", "advcl"):
            break
        at = tree.head[at]
    return False


def _changes(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Act]:
    """Such as "raised the toll", "legalized the trade": for the deed."""
    words = lexicon()
    lemma, thing = tree.lemma[verb].lower(), tree.child(verb, "dobj")
    if thing is None or thing < verb or phrases.is_person(thing):
        return
    level = tree.lemma[thing].lower() in words["act.level"]
    if tree.lemma[thing].lower() == "rate":
        beside = {tree.lemma[c].lower() for c in tree.children[thing]}
        level = not beside.isdisjoint(words["act.level"] | {"interest"})
    if lemma in words["act.law_deed"] or (lemma in words["act.change"] and level):
        yield verb, "for", "deed", True


def _lets(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Act]:
    """Such as "let the ban stand", "left it in place", "cleared the way for it"."""
    words = lexicon()
    lemma = tree.lemma[verb].lower()
    if lemma in words["act.let"]:
        clause = tree.child(verb, "ccomp", "xcomp")
        thing = None if clause is None else tree.child(clause, "nsubj")
        lives = clause is not None and tree.lemma[clause].lower() in words["act.live"]
        if lives and thing is not None and is_thing(tree, phrases, thing):
            yield thing, "for", "phrase", True
    way = tree.child(verb, "dobj")
    if way is None or f"{lemma}:{tree.lemma[way].lower()}" not in words["act.way"]:
        return
    for preposition in prepositions(tree, verb, way):
        thing = tree.child(preposition, "pobj")
        if tree.lemma[preposition].lower() != "for" or thing is None:
            continue
        if is_thing(tree, phrases, thing):
            yield thing, "for", "phrase", True


def _demonstrates(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Such as "rallied against the levy", "walked out over the plan"."""
    words = lexicon()
    lemma, strike = tree.lemma[verb].lower(), None
    for preposition in prepositions(tree, verb):
        on = tree.child(preposition, "pobj")
        if lemma == "go" and on is not None and tree.lemma[on].lower() == "strike":
            lemma, strike = "strike", on
    own = [] if strike is None else prepositions(tree, strike)
    for preposition in (*prepositions(tree, verb), *own):
        key = f"{lemma}:{tree.lemma[preposition].lower()}"
        thing = tree.child(preposition, "pobj")
        if thing is None or phrases.is_person(thing):
            continue
        firm = is_thing(tree, phrases, thing)
        if key in words["act.rally_against"]:
            yield Seed(verb, verb, thing, "against", firm=firm)
        elif key in words["act.rally_for"]:
            yield Seed(verb, verb, thing, "for", firm=firm)


def _cleared(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Such as "the bill passed both chambers"."""
    subject, body = tree.child(verb, "nsubj"), tree.child(verb, "dobj")
    key = tree.lemma[verb].lower()
    for preposition in tree.children[verb]:
        if body is None and tree.lemma[preposition].lower() == "through":
            key, body = f"{key}:through", tree.child(preposition, "pobj")
    if key not in lexicon()["act.clear"] or subject is None:
        return
    if any(
        tree.relation[c] == "aux" and tree.tag[c] == "MD" for c in tree.children[verb]
    ):
        return
    few = {tree.word(c).lower() for c in tree.children[subject]} & _FEW
    if (
        body is not None
        and not few
        and phrases.can_stand(body)
        and is_thing(tree, phrases, subject)
    ):
        yield Seed(verb, verb, subject, "for", actor=body)
