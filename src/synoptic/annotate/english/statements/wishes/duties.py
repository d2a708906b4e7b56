"""What a speaker says must or should be done or be there, and what he orders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.annotate.english.statements.wishes.intents import GUESSED, is_empty
from synoptic.annotate.english.statements.wishes.said import (
    Intent,
    SaidVerb,
    subject_of,
    wanted,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.lexicon import Kind
    from synoptic.annotate.english.tree import Tree

_DUTY = frozenset("should must ought".split())
_NEEDS = frozenset("need have ought get".split())
_SELF = frozenset("i".split())
_BARE = frozenset("it this that".split())
_THEN = frozenset("he she they it we you".split())
_MARKS = frozenset(("“", '"', "‘", "'", "”", ",", "-", "—", "…", "..."))
_OPENERS = frozenset(
    "please just simply now so then and but never always go do".split()
)
_NO_ROOM = frozenset("room place excuse justification".split())


def by_duty_said(tree: Tree, said: SaidVerb) -> Iterator[Intent]:
    """Yield what is to be done: "they need to listen", "it must be protected"."""
    verb = said.verb
    subject = subject_of(tree, verb)
    if subject is None or tree.word(subject).lower() in _SELF:
        return
    helpers = {tree.lemma[c].lower() for c in tree.children[verb] if c < verb}
    first = [c for c in tree.children[verb] if tree.relation[c] == "aux"]
    if (first and first[0] < subject) or helpers & GUESSED:
        return  # "should it fail"
    denied = is_negated(tree, verb) ^ said.negated
    deed: int | None = None
    if helpers & _DUTY and "have" not in helpers:
        deed = None if tree.lemma[verb] == "come" else verb  # "must come as a shock"
    elif tree.lemma[verb].lower() in _NEEDS:
        deed = _needed(tree, verb, subject)
        denied = False if deed is None else is_negated(tree, deed) ^ denied
        if denied and tree.lemma[verb].lower() in ("need", "have"):
            return  # "do not have to" forbids nothing
    elif "can" in helpers or "could" in helpers:
        lets = tree.lemma[verb].lower() in lexicon()["intent.bear"]
        group = tree.word(subject).lower() in ("we", "i", "you", "they")
        deed = verb if denied and lets and group else None
        borne = None if deed is None else tree.child(verb, "xcomp")
        if borne is not None and is_negated(tree, borne):
            deed, denied = borne, False  # "cannot afford not to build it"
    elif "better" in helpers and helpers & {"have", "'d", "’d"}:
        deed = verb if tree.tag[verb] == "VB" else None
    elif tree.lemma[verb] == "do" and "would" in helpers:
        well = any(tree.lemma[c].lower() == "well" for c in tree.children[verb])
        deed = tree.child(verb, "xcomp") if well else None
    if deed is not None:
        yield from _to_be_done(tree, said, deed, denied=denied)


def _needed(tree: Tree, verb: int, subject: int) -> int | None:
    """The deed of "has to", "need to", "have got to"."""
    deed = tree.child(verb, "xcomp")
    if deed is None or tree.tag[deed] == "VBG":
        return None
    lemma, word = tree.lemma[verb].lower(), tree.word(subject).lower()
    if lemma == "get" and tree.tag[verb] not in ("VBN", "VBD"):
        return None
    if lemma == "get":
        return deed
    would = any(tree.lemma[c].lower() in ("would", "'d") for c in tree.children[verb])
    past = tree.tag[verb] == "VBD" and word in _THEN
    return None if past or would or tree.tag[verb] == "VBN" else deed


def _to_be_done(
    tree: Tree, said: SaidVerb, deed: int, *, denied: bool
) -> Iterator[Intent]:
    there = tree.child(deed, "expl") or tree.child(said.verb, "expl")
    thing = tree.child(deed, "attr")
    if there is not None:
        if tree.lemma[deed] == "be" and thing is not None:
            denied ^= _is_none(tree, thing)
            kind: Kind = "against" if denied else "for"
            yield Intent(said.verb, thing, kind, deed=False, quotation=said.quotation)
        return
    subject = tree.child(deed, "nsubj", "nsubjpass")
    denied ^= subject is not None and _is_none(tree, subject)
    if tree.lemma[deed] == "be":
        whose = subject_of(tree, said.verb)
        described = tree.child(deed, "acomp") is not None
        bare = whose is not None and tree.word(whose).lower() in _BARE
        thing_itself = described and bare  # a need the thing must meet
        if _is_told(tree, deed) and not thing_itself:
            yield wanted(said, deed, denied=denied)
    elif not is_empty(tree, deed):
        yield wanted(said, deed, denied=denied)


def _is_none(tree: Tree, noun: int) -> bool:
    return any(tree.lemma[c].lower() == "no" for c in tree.children[noun])


def _is_told(tree: Tree, be: int) -> bool:
    """Whether what a thing must be is asked of it: "must be fair", "be in jail"."""
    said = tree.child(be, "acomp")
    if said is not None:
        return tree.lemma[said].lower() not in lexicon()["intent.guess"]
    return tree.child(be, "prep", "attr") is not None


def by_order(tree: Tree, said: SaidVerb) -> Iterator[Intent]:
    """Yield what is ordered or asked of those who hear it: "let the people decide"."""
    verb = said.verb
    if tree.tag[verb] not in ("VB", "VBP") or said.quotation.kind == "indirect":
        return
    if tree.child(verb, "nsubj", "nsubjpass", "expl", "csubj") is not None:
        return
    helpers = [c for c in tree.children[verb] if tree.relation[c] == "aux"]
    if any(tree.lemma[c].lower() != "do" for c in helpers):
        return
    if not _opens(tree, verb, said):
        return
    denied = is_negated(tree, verb)
    deed = verb
    if tree.lemma[verb].lower() == "let":
        inner = tree.child(verb, "ccomp", "xcomp")
        whom = None if inner is None else tree.child(inner, "nsubj")
        if inner is None or whom is None or tree.word(whom).lower() == "me":
            return
        deed = inner
        denied ^= is_negated(tree, inner)
    if tree.lemma[deed].lower() in lexicon()["intent.phatic"] or is_empty(tree, deed):
        return
    yield wanted(said, deed, denied=denied)


def _opens(tree: Tree, verb: int, said: SaidVerb) -> bool:
    """Whether a bare verb begins a sentence of what is said."""
    if tree.relation[verb] == "conj":
        above = tree.head[verb]
        bare = tree.tag[above] == "VB" and tree.child(above, "nsubj", "aux") is None
        return bare and _opens(tree, above, said)
    if tree.relation[verb] not in ("ROOT", "ccomp", "parataxis"):
        return False
    first, _ = tree.sentence_around(verb)
    start = min((c.start for c in said.quotation.content), default=0)
    for token in range(verb - 1, first - 1, -1):
        if tree.start[token] < start:
            break
        word = tree.lemma[token].lower()
        own = tree.head[token] == verb and tree.relation[token] in ("neg", "aux")
        if word not in _OPENERS | _MARKS and not own:
            return False
    return True


def by_time(tree: Tree, said: SaidVerb) -> Iterator[Intent]:
    """Yield what it is time for, and what there is no room for."""
    be = said.verb
    if (deed := _come_to(tree, be)) is not None and not said.negated:
        yield wanted(said, deed, denied=is_negated(tree, be))
        return
    if tree.lemma[be] != "be":
        return
    noun = tree.child(be, "attr")
    if noun is None or is_negated(tree, be) or said.negated:
        return
    lemma = tree.lemma[noun].lower()
    it = tree.child(be, "nsubj")
    there = tree.child(be, "expl")
    if lemma == "time" and it is not None and tree.word(it).lower() in ("it", "now"):
        yield from _time_for(tree, said, be, noun)
    elif lemma in _NO_ROOM and there is not None:
        for link in tree.children[noun]:
            thing = tree.child(link, "pobj")
            if not _is_none(tree, noun) or thing is None:
                continue
            if tree.lemma[link].lower() == "for":
                yield Intent(
                    be, thing, "criticise", deed=False, quotation=said.quotation
                )


def _time_for(tree: Tree, said: SaidVerb, be: int, noun: int) -> Iterator[Intent]:
    for head in (noun, be):
        for child in tree.children[head]:
            if child < noun:
                continue
            verbal = tree.pos[child] in ("VERB", "AUX") and child > noun
            clause = tree.relation[child] in ("acl", "relcl", "ccomp", "xcomp", "advcl")
            if verbal and clause and not is_empty(tree, child):
                yield wanted(said, child, denied=False)
                return
            thing = tree.child(child, "pobj")
            if tree.lemma[child].lower() != "for" or thing is None:
                continue
            inner = range(thing, tree.right[be] + 1)
            if not any(tree.pos[t] == "VERB" for t in inner):
                yield Intent(be, thing, "for", deed=False, quotation=said.quotation)
            return


def _come_to(tree: Tree, verb: int) -> int | None:
    """The deed of "the time has come to pass it", "we owe it to them to pass it"."""
    subject, thing = tree.child(verb, "nsubj"), tree.child(verb, "dobj")
    if subject is None:
        return None
    come = tree.lemma[verb] == "come" and tree.lemma[subject].lower() == "time"
    owed = tree.lemma[verb] == "owe" and thing is not None
    owed = owed and tree.word(thing or 0).lower() == "it"
    if not (come or owed):
        return None
    for token in range(verb + 1, tree.right[verb] + 1):
        marked = any(tree.tag[c] == "TO" for c in tree.children[token])
        if tree.tag[token] == "VB" and marked and not is_empty(tree, token):
            return token
    return None
