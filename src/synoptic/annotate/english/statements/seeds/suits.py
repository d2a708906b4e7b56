"""What is taken to court, asked of it and found by it: suits, orders, rulings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.statements.lexicon import Kind, lexicon
from synoptic.annotate.english.statements.seeds.act_nouns import is_thing, thing_of
from synoptic.annotate.english.statements.seeds.aims import aims_of
from synoptic.annotate.english.statements.seeds.seed import Seed, objects, prepositions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.statements.seeds.aims import Act
    from synoptic.annotate.english.tree import Tree

_CONTENT = frozenset("acl relcl advcl xcomp ccomp".split())


def disputes(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Act]:
    """Such as "sued to stop the sale", "appealed the ruling"."""
    law = lexicon()["act.law"]
    for thing in objects(tree, verb, phrases):
        court = _in_court(tree, verb, thing)
        bare = phrases.is_bare(thing) and tree.relation[verb] != "relcl"
        known = bare or tree.lemma[thing].lower() in law
        if known or (court and is_thing(tree, phrases, thing)):
            yield thing, "against", "phrase", True
    for preposition in prepositions(tree, verb):
        over = tree.child(preposition, "pobj")
        if over is None or tree.lemma[preposition].lower() not in ("over", "against"):
            continue
        if is_thing(tree, phrases, over) and not phrases.is_person(over):
            yield over, "against", "phrase", True
    clauses = [c for c in tree.children[verb] if tree.relation[c] in ("xcomp", "advcl")]
    for preposition in prepositions(tree, verb, tree.child(verb, "dobj")):
        bid = tree.child(preposition, "pobj")  # "in a bid to stop it"
        beside = [] if bid is None else tree.children[bid]
        clauses += [c for c in beside if tree.relation[c] == "acl"]
    for clause in clauses:
        if clause > verb and (phrases.infinitive(clause) or tree.tag[clause] == "VBG"):
            for target, kind, form in aims_of(tree, phrases, clause):
                yield target, kind, form, True


def _in_court(tree: Tree, verb: int, thing: int) -> bool:
    places = (tree.child(p, "pobj") for p in prepositions(tree, verb, thing))
    return any(
        place is not None and tree.lemma[place].lower() in lexicon()["act.court"]
        for place in places
    )


def files(tree: Tree, phrases: Phrases, verb: int, *, court: bool) -> Iterator[Act]:
    """Such as "filed a suit seeking to block it", "issued an order that bars it"."""
    words = lexicon()
    paper = tree.child(verb, "dobj", "nsubjpass")
    if paper is None:
        return
    noun = tree.lemma[paper].lower()
    suit = noun in words["act.suit"]
    ruling = noun in words["act.ruling"] and (court or noun in words["act.bar"])
    if not suit and not ruling and noun not in words["act.request"]:
        return
    if suit:
        thing = thing_of(tree, phrases, paper, verb)
        if thing is not None:
            yield thing, "against", "phrase", True
            return
    for clause in (*tree.children[paper], *tree.children[verb]):
        if clause < paper or tree.relation[clause] not in _CONTENT:
            continue
        if tree.head[clause] == verb and tree.tag[clause] not in ("VBG", "VB"):
            continue
        found = list(aims_of(tree, phrases, clause))
        if found:
            yield from ((*aim, True) for aim in found)
            return
    if noun in words["act.request"]:
        yield from _requests(tree, phrases, paper, verb)
    if noun in words["act.bar"]:
        thing = thing_of(tree, phrases, paper, verb)
        if thing is not None:
            yield thing, "against", "phrase", True


def _requests(tree: Tree, phrases: Phrases, paper: int, verb: int) -> Iterator[Act]:
    """Such as "a request for the tape", "for an order that would free the tape"."""
    for preposition in (*tree.children[paper], *prepositions(tree, verb, paper)):
        thing = tree.child(preposition, "pobj")
        if tree.lemma[preposition].lower() != "for" or thing is None:
            continue
        clause = tree.child(thing, "acl", "relcl")
        if clause is not None and tree.lemma[thing].lower() in lexicon()["act.ruling"]:
            for target, kind, form in aims_of(tree, phrases, clause):
                yield target, kind, form, True
        elif is_thing(tree, phrases, thing):
            yield thing, "for", "phrase", True
        return


def joins(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Act]:
    """Such as "joined the boycott", "took part in the challenge to the law"."""
    words = lexicon()
    cause = tree.child(verb, "dobj")
    if tree.lemma[verb].lower() in ("take", "participate"):
        part = next(
            (
                c
                for p in prepositions(tree, verb, cause)
                if tree.lemma[p] == "in" and (c := tree.child(p, "pobj")) is not None
            ),
            None,
        )
        own = "" if cause is None else tree.lemma[cause].lower()
        cause = part if own in ("", "part") else None
    if cause is None or cause < verb:
        return
    noun = tree.lemma[cause].lower()
    thing = thing_of(tree, phrases, cause, verb) if noun in words["act.suit"] else None
    asked = _called_for(tree, cause) if noun in ("call", "chorus", "demand") else None
    if thing is not None:
        yield thing, "against", "phrase", True
    elif asked is not None:
        if tree.pos[asked] == "VERB":
            yield asked, "for", "deed", True
        else:
            yield asked, "for", "phrase", True
    elif noun in words["act.cause"] or (
        noun in words["act.drive"] and tree.child(cause, "compound", "prep", "acl")
    ):
        yield cause, "for", "phrase", True


def _called_for(tree: Tree, call: int) -> int | None:
    """What a call is for: "calls for a ban", "calls for the mayor to resign"."""
    for child in tree.children[call]:
        if tree.relation[child] in ("acl", "relcl") and tree.tag[child] == "VB":
            own = tree.child(child, "dobj", "prep", "nsubj") is not None
            return child if own else None
        if tree.lemma[child].lower() == "for" and child > call:
            return tree.child(child, "pobj")
    return None


def joined(tree: Tree, phrases: Phrases, verb: int, actor: int) -> Iterator[Seed]:
    """Such as "the union was joined in its challenge to the law by two towns"."""
    for preposition in prepositions(tree, verb):
        cause = tree.child(preposition, "pobj")
        if tree.lemma[preposition].lower() != "in" or cause is None:
            continue
        if tree.lemma[cause].lower() in lexicon()["act.suit"]:
            thing = thing_of(tree, phrases, cause, verb)
            subject = tree.child(verb, "nsubjpass")
            for one in (actor, subject):
                if thing is not None and one is not None and phrases.can_stand(one):
                    yield Seed(verb, verb, thing, "against", actor=one)


def finds(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Act]:
    """Such as "ruled that the law is void", "ruled that the town may close it"."""
    words = lexicon()
    clause = tree.child(verb, "ccomp", "xcomp", "oprd")
    if clause is None or clause < verb:
        return
    thing = tree.child(clause, "nsubj", "nsubjpass") or tree.child(verb, "dobj")
    found = tree.child(clause, "acomp", "attr", "oprd")
    judged = clause if found is None else found
    negated = is_negated(tree, clause)
    lemma = tree.lemma[judged].lower()
    for side, other in (("against", "for"), ("for", "against")):
        if lemma in words[f"act.found_{side}"] and thing is not None:
            kind: Kind = other if negated else side  # type: ignore[assignment]
            deed = tree.child(judged, "xcomp", "ccomp", "advcl")
            if deed is not None and phrases.infinitive(deed):
                yield deed, kind, "deed", True
                return
            if is_thing(tree, phrases, thing) or phrases.is_bare(thing):
                yield thing, kind, "phrase", True
            return
    ruled = tree.lemma[verb].lower() == "rule" or any(
        tree.lemma[p].lower() == "in"
        and tree.lemma[tree.child(p, "pobj") or p].lower() in words["act.ruling"]
        for p in prepositions(tree, verb)
    )
    modal = any(
        tree.lemma[c].lower() in ("may", "must", "can", "could", "should")
        for c in tree.children[clause]
        if tree.relation[c] == "aux"
    )
    if ruled and modal and tree.pos[clause] == "VERB":
        yield clause, "against" if negated else "for", "deed", True
