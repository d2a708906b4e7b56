"""What a speaker says he will do, wants, or has decided on, in his own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.statements.clauses import tells_how
from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.annotate.english.statements.seeds.aims import goes, is_away
from synoptic.annotate.english.statements.seeds.seed import HEEDED
from synoptic.annotate.english.statements.wishes.said import (
    Intent,
    SaidVerb,
    subject_of,
    wanted,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from synoptic.annotate.english.statements.lexicon import Kind
    from synoptic.annotate.english.tree import Tree

_WILL = frozenset("will would 'll ’ll shall wo wouldn".split())
GUESSED = frozenset("likely probably maybe perhaps".split())
_ALL = frozenset("everything anything all best utmost whatever part".split())
_TELLS = frozenset("say announce add tell confirm state note promise vow".split())
_ALLOWS = frozenset("let keep stand".split())
_KNOWN = frozenset("the this that these those".split())
_GOING = frozenset("go gon".split())
_GLAD = frozenset(
    "happy glad proud honored honoured pleased delighted ready willing prepared "
    "determined eager keen committed privileged excited".split()
)


def by_will(tree: Tree, said: SaidVerb, own: Callable[[int], bool]) -> Iterator[Intent]:
    """Yield what the speaker will do: "we will work with the council"."""
    verb = said.verb
    subject = subject_of(tree, verb)
    if subject is None or tree.relation[subject] == "expl":
        return
    denied = is_negated(tree, verb) ^ said.negated
    helpers = {tree.lemma[c].lower() for c in tree.children[verb] if c < verb}
    deed: int | None = None
    announced = _announced(tree, said)
    if helpers & GUESSED:
        return
    if helpers & _WILL and "have" not in helpers:
        if own(subject) and not _supposes(tree, verb, subject):
            passive = tree.relation[subject] == "nsubjpass"
            deed = _ready(tree, verb, passive=passive and not denied)
        elif not own(subject) and (announced or _is_body(tree, subject, verb)):
            deed = verb
    elif tree.tag[verb] == "VBG" and "be" in helpers and _of(tree, subject, own):
        if _was(tree, verb, subject):
            return
        deed = _doing(tree, verb, denied=denied)
    elif own(subject):
        ready = tree.lemma[verb] == "be" and not _was(tree, verb, subject)
        deed = _ready(tree, verb, passive=False) if ready else None
    if deed is None or is_empty(tree, deed):
        return
    if denied and (_hinders(tree, deed) or tells_how(tree, deed)):
        return
    yield wanted(said, deed, denied=denied, firm=_is_on_known(tree, deed))


def _is_on_known(tree: Tree, deed: int) -> bool:
    """Whether it is done to what is known: "meet the mayor", not "bring a cake"."""
    words = lexicon()
    if tree.lemma[deed].lower() in words["intent.light"] | _ALLOWS:
        return False
    done = tree.child(deed, "dobj")
    if done is None:
        behind = (tree.child(c, "pobj") for c in tree.children[deed] if c > deed)
        done = next((thing for thing in behind if thing is not None), None)
    if done is None:
        return False
    by_name = tree.pos[done] == "PROPN"
    told = any(tree.lemma[c].lower() in _KNOWN for c in tree.children[done])
    listed = words["proposal.noun"] | words["undo.noun"]
    return by_name or told or tree.lemma[done].lower() in listed


def _hinders(tree: Tree, deed: int) -> bool:
    """Whether it is to be in a thing's way: not to be so is no stand against it."""
    in_the_way = any(
        (noun := tree.child(link, "pobj")) is not None and tree.lemma[noun] == "way"
        for link in tree.children[deed]
    )
    return in_the_way or tree.lemma[deed].lower() in lexicon()["intent.hinder"]


def _supposes(tree: Tree, verb: int, subject: int) -> bool:
    """Such as "I think we'd lose", "without peace we will": a guess of what will be.

    "Argued it would" too: only who announces what it will do says it of itself.
    """
    helpers = {tree.word(c).lower() for c in tree.children[verb] if c < verb}
    above, first = tree.lemma[tree.head[verb]].lower(), tree.word(subject).lower()
    if helpers & {"would", "'d", "’d"} and first in ("i", "we"):
        return above in ("think", "believe", "feel", "guess", "say")
    if any(tree.lemma[c].lower() == "without" for c in tree.children[verb] if c < verb):
        return True
    if first != "it":
        return False
    told = tree.relation[verb] == "ccomp" and tree.relation[tree.head[verb]] != "advcl"
    return not told or above not in _TELLS


def _announced(tree: Tree, said: SaidVerb) -> bool:
    """Whether the verb of saying makes what will be a thing decided."""
    cue = said.quotation.cue
    if cue is None:
        return False
    word = tree.text[cue.start : cue.end].lower()
    return word.startswith(("announc", "promis", "vow", "pledg", "guarant", "decid"))


def _is_body(tree: Tree, subject: int, verb: int) -> bool:
    """Such as "the town will cut its budget", told by who speaks for it."""
    words = lexicon()
    owner = tree.child(subject, "poss")
    first = tree.lemma[tree.left[subject]].lower()
    own = owner is not None and tree.tag[owner] == "PRP$"
    body = tree.lemma[subject].lower() in words["intent.body"]
    behind = tree.child(verb, "prep")
    done = tree.child(verb, "dobj") is not None or (
        behind is not None and tree.lemma[behind].lower() == "for"
    )
    return body and (own or (first == "the" and done))


def _of(tree: Tree, subject: int, own: Callable[[int], bool]) -> bool:
    """Whether it is the speaker, or a body of his: "her office"."""
    return own(subject) or (
        tree.child(subject, "poss") is not None and _is_body(tree, subject, subject)
    )


def _was(tree: Tree, verb: int, subject: int) -> bool:
    """Whether it is told of then: "I was leaving"; "said she was leaving" is of now."""
    be = {tree.word(c).lower() for c in tree.children[verb] if c < verb}
    be.add(tree.word(verb).lower())
    return bool(be & {"was", "were"}) and tree.word(subject).lower() in ("i", "we")


def _ready(tree: Tree, verb: int, *, passive: bool) -> int | None:
    """What "is ready to", "would be honoured to" stands over, or the deed itself."""
    said = verb if passive else tree.child(verb, "acomp")
    if tree.lemma[verb] != "be" and not passive:
        return _led(tree, verb)
    if said is None or not {tree.lemma[said].lower(), tree.word(said).lower()} & _GLAD:
        return None
    inner = tree.child(said, "xcomp")
    return None if inner is None else _led(tree, inner)


def _led(tree: Tree, verb: int) -> int:
    """The deed behind "continue to", "try to", "do everything we can to"."""
    done = tree.child(verb, "dobj")
    if (
        done is not None
        and tree.lemma[verb] == "do"
        and tree.lemma[done].lower() in _ALL
    ):
        for token in range(done + 1, tree.right[verb] + 1):
            helper = tree.child(token, "aux")
            if helper is not None and tree.lemma[helper] == "to":
                return token
    inner = tree.child(verb, "xcomp", "advcl")
    leads = tree.lemma[verb].lower() in lexicon()["intent.lead"]
    to_do = inner is not None and tree.tag[inner] in ("VB", "VBG")
    if inner is not None and to_do and inner > verb and leads:
        return _led(tree, inner)
    return verb


def _doing(tree: Tree, verb: int, *, denied: bool) -> int | None:
    """Such as "we are working to mend it", "I'm not leaving", "she is running"."""
    words = lexicon()
    lemma = tree.lemma[verb].lower()
    inner = tree.child(verb, "xcomp", "advcl")
    led = lemma in words["intent.lead"] or lemma in _GOING
    if led and inner is not None and inner > verb and tree.tag[inner] == "VB":
        return _led(tree, inner)
    if lemma == "run":
        to_be = any(tree.lemma[c] == "for" for c in tree.children[verb])
        return verb if to_be or denied else None
    if lemma in words["intent.decided"]:
        return verb
    return verb if denied and lemma in words["intent.declined"] else None


def by_wish(tree: Tree, said: SaidVerb, own: Callable[[int], bool]) -> Iterator[Intent]:
    """Yield what the speaker wants done: "I hope they find the boats"."""
    verb = said.verb
    words = lexicon()
    subject, lemma = tree.child(verb, "nsubj"), tree.lemma[verb].lower()
    if subject is None or not own(subject) or tree.tag[verb] == "VBD":
        return
    helpers = {tree.lemma[c].lower() for c in tree.children[verb] if c < verb}
    liked = lemma in ("like", "love", "prefer") and helpers & _WILL
    if lemma not in words["intent.wish"] | words["intent.ask"] and not liked:
        return
    denied = is_negated(tree, verb) ^ said.negated
    for clause in tree.children[verb]:
        if clause < verb or tree.relation[clause] not in ("xcomp", "ccomp"):
            continue
        deed = clause
        if tree.lemma[clause] == "see":
            deed = tree.child(clause, "ccomp") or clause
        asks = lemma not in words["intent.ask"] or tree.tag[deed] == "VB"
        if any(tree.lemma[c].lower() == "have" for c in tree.children[deed]):
            return  # "I wish he had listened"
        if asks and not is_empty(tree, deed):
            denied ^= is_negated(tree, deed)
            others = tree.child(deed, "nsubj", "nsubjpass") is not None
            thing = tree.child(deed, "nsubj")
            if thing is not None and goes(tree, deed):
                yield _wish(said, thing, denied=not denied)
                return
            yield wanted(said, _led(tree, deed), denied=denied, firm=others)
        return
    thing = tree.child(verb, "dobj")
    if thing is None or lemma not in ("want", "demand") or thing < verb:
        return
    if tree.pos[thing] == "NOUN":
        yield _wish(said, thing, denied=denied ^ is_away(tree, verb, thing))


def _wish(said: SaidVerb, thing: int, *, denied: bool) -> Intent:
    kind: Kind = "against" if denied else "for"
    return Intent(said.verb, thing, kind, deed=False, quotation=said.quotation)


def by_aim(tree: Tree, said: SaidVerb) -> Iterator[Intent]:
    """Yield what is aimed at: "it is our intention to", "the best way is to"."""
    be = said.verb
    subject, noun = tree.child(be, "nsubj"), tree.child(be, "attr")
    if subject is None or tree.lemma[be] != "be":
        return
    if _all_we_want(tree, subject) and noun is not None:
        yield Intent(be, noun, "for", deed=False, quotation=said.quotation)
        return
    by_it = tree.lemma[subject].lower() == "it" and noun is not None
    aim = noun if by_it and noun is not None else subject
    if not _is_aim(tree, aim) or (by_it and tree.child(aim, "poss") is None):
        return  # "it is the right thing to do" judges it
    for head in (noun, be) if by_it and noun is not None else (be,):
        for clause in tree.children[head]:
            told = tree.relation[clause] in ("xcomp", "ccomp", "acl", "relcl", "attr")
            if clause < max(aim, be) or not told:
                continue
            if tree.tag[clause] in ("VB", "VBP") and not is_empty(tree, clause):
                denied = is_negated(tree, be) ^ is_negated(tree, clause)
                yield wanted(said, clause, denied=denied)
            return


def _all_we_want(tree: Tree, subject: int) -> bool:
    """Such as "all we want is"."""
    clause = tree.child(subject, "relcl")
    return (
        tree.lemma[subject].lower() == "all"
        and clause is not None
        and tree.lemma[clause].lower() in ("want", "need", "ask")
    )


def _is_aim(tree: Tree, noun: int) -> bool:
    """Such as "our intention", "my hope", "the important thing", "the next step"."""
    words = lexicon()
    lemma = tree.lemma[noun].lower()
    owner = tree.child(noun, "poss")
    if lemma in words["deed.goal"] and owner is not None:
        return True
    beside = {tree.lemma[c].lower() for c in tree.children[noun] if c < noun}
    return lemma in words["intent.course"] and bool(beside & words["intent.best"])


def is_empty(tree: Tree, deed: int) -> bool:
    """Whether nothing in a deed says what is to be done: "do it", "pay attention"."""
    words = lexicon()
    lemma = tree.lemma[deed].lower()
    if lemma in words["intent.mind"] | {"be", "become"}:
        return True
    done = tree.child(deed, "dobj")
    if done is not None and tree.lemma[done].lower() in HEEDED:
        return True
    pronoun = done is not None and tree.pos[done] == "PRON"
    apart = tree.child(deed, "prt") is not None and not pronoun
    if lemma not in words["intent.light"] or apart:
        return False
    behind = range(deed + 1, tree.right[deed] + 1)
    told = {"NOUN", "PROPN", "NUM"}
    if not pronoun or lemma in ("keep", "make"):
        told |= {"ADJ", "ADV"}  # "go further", but not "get it over with"
    return not any(tree.pos[t] in told for t in behind)
