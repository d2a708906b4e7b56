"""Seeds in what is said to be right or needed: should, must, has to, our goal is to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.annotate.english.statements.seeds.aims import goes
from synoptic.annotate.english.statements.seeds.seed import (
    Seed,
    is_plain,
    is_twice,
    told_kinds,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.lexicon import Kind
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_DUTY = frozenset("should must ought".split())
_NEEDS = frozenset("need have ought get".split())
_KNOWN = frozenset("the this that these those any its his her their our".split())
_ALONE = frozenset("i he she it".split())
_ENTITLED = frozenset("entitle deserve".split())
_TOLD: frozenset[Kind] = frozenset({"for", "against", "undo"})
_OPENERS = frozenset(
    "just please simply now so then at least little first instead".split()
)
_MARKS = ("“", '"')


def by_duty(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Yield the seeds in a verb that is told as right, needed or ordered."""
    if _ordered(tree, phrases, verb):
        yield Seed(verb, verb, verb, "for", form="deed", firm=True)
    yield from _ought_to_be(tree, verb)
    if _to_be_so(tree, verb):
        yield Seed(verb, verb, verb, "for", form="deed")
    elif (is_plain(tree, verb) or _shown(tree, verb)) and (
        is_needed(tree, verb)
        or _is_time(tree, verb)
        or is_goal(tree, tree.head[verb])
        or _advised(tree, phrases, verb)
    ):
        yield Seed(verb, verb, verb, "for", form="deed", firm=True)


def _ordered(tree: Tree, phrases: Phrases, verb: int) -> bool:
    """Whether it is an order that opens what is quoted: "Show us the audit"."""
    done = tree.child(verb, "dobj")
    if done is None or phrases.is_person(done) or not is_plain(tree, verb):
        return False
    return opens_quote(tree, verb)


def opens_quote(tree: Tree, verb: int) -> bool:
    """Whether it is a bare verb that stands first in what is quoted."""
    if tree.tag[verb] != "VB" or tree.relation[verb] not in ("ROOT", "ccomp", "advcl"):
        return False
    if tree.child(verb, "nsubj", "aux", "mark", "csubj") is not None:
        return False
    led = [t for t in range(tree.left[verb], verb) if tree.word(t) not in _MARKS]
    first = led[0] if led else verb
    opens = {tree.lemma[t].lower() for t in led} <= _OPENERS
    return opens and tree.text[: tree.start[first]].rstrip()[-1:] in _MARKS


def _ought_to_be(tree: Tree, verb: int) -> Iterator[Seed]:
    """Such as "the law should be struck down", "the law needs to be struck down"."""
    words = lexicon()
    thing = tree.child(verb, "nsubjpass")
    helpers = {tree.lemma[c].lower() for c in tree.children[verb] if c < verb}
    if not helpers & _DUTY:
        above = tree.head[verb]
        needed = tree.relation[verb] == "xcomp" and tree.lemma[above].lower() in _NEEDS
        if not needed or not (tree.child(verb, "auxpass") or goes(tree, verb)):
            return
        thing = tree.child(above, "nsubj", "nsubjpass")
    whole = tree.child(verb, "nsubj") if thing is None else thing
    if goes(tree, verb) and whole is not None:
        if not (is_negated(tree, verb) or is_negated(tree, tree.head[verb])):
            yield Seed(verb, verb, whole, "against")  # "the levy must go"
        return
    if thing is None:
        return
    lemma, particle = tree.lemma[verb].lower(), tree.child(verb, "prt")
    kinds = words.object.get(lemma, frozenset())
    if particle is not None:
        key = f"{lemma}:{tree.lemma[particle].lower()}"
        kinds = words.preposition.get(key, frozenset())
    for kind in told_kinds(kinds & _TOLD):
        yield Seed(verb, verb, thing, kind)


def _to_be_so(tree: Tree, verb: int) -> bool:
    """Such as "wants the council to be open", "the council has to be open"."""
    above = tree.head[verb]
    lemma = tree.lemma[above].lower()
    if tree.lemma[verb] not in ("be", "get") or tree.child(verb, "acomp") is None:
        return False
    if tree.relation[verb] not in ("xcomp", "ccomp") or tree.tag[verb] != "VB":
        return False
    if tree.child(verb, "nsubj") is not None:
        return lemma in lexicon()["deed.wish"]
    return is_needed(tree, verb) and lemma != "be"


def _shown(tree: Tree, verb: int) -> bool:
    """Whether it is to see a thing: "are entitled to see it", "should look at it"."""
    above = tree.lemma[tree.head[verb]].lower()
    if tree.lemma[verb].lower() == "have":
        helpers = {tree.lemma[c].lower() for c in tree.children[verb] if c < verb}
        return tree.child(verb, "dobj") is not None and bool(helpers & _DUTY)
    if tree.lemma[verb].lower() == "look":
        return any(tree.lemma[c] in ("at", "into") for c in tree.children[verb])
    return tree.lemma[verb].lower() in ("see", "know") and above in _ENTITLED


def is_needed(tree: Tree, verb: int) -> bool:
    """Such as "the crews need to explain it", "it is up to the council to mend it"."""
    above = tree.head[verb]
    lemma, subject = tree.lemma[above].lower(), tree.child(above, "nsubj", "nsubjpass")
    if tree.relation[verb] != "xcomp" or subject is None:
        return False
    if lemma == "be":
        return any(tree.lemma[c] == "up" and c > above for c in tree.children[above])
    if lemma in _ENTITLED:
        return tree.child(verb, "dobj") is not None
    helpers = [c for c in tree.children[above] if tree.relation[c] == "aux"]
    got = lemma == "get" and tree.tag[above] in ("VBN", "VBD")
    if lemma == "get" and not got:
        return False
    denied = lemma == "need" and is_negated(tree, above)
    helped = bool(helpers) and not (got or denied)
    own = tree.word(subject).lower() in _ALONE or helped
    return (
        lemma in _NEEDS
        and not own
        and tree.child(verb, "dobj", "acomp", "prep") is not None
    )


def _is_time(tree: Tree, verb: int) -> bool:
    """Such as "it is time to mend it", "time for the town to mend it"."""
    time = tree.head[verb]
    told = tree.relation[verb] in ("acl", "relcl", "ccomp", "xcomp", "advcl")
    if not told or tree.tag[verb] != "VB":
        return False
    if tree.lemma[time] == "be":
        time = tree.child(time, "attr") or time
    be = tree.head[time]
    if tree.lemma[time].lower() != "time" or tree.relation[time] != "attr":
        return False
    subject = tree.child(be, "nsubj")
    said = subject is not None and tree.word(subject).lower() in ("it", "now")
    return said and not is_negated(tree, be)


def is_goal(tree: Tree, be: int) -> bool:
    """Whether "be" tells what is aimed at: "our goal is", "what we have to do is"."""
    if tree.lemma[be] != "be":
        return False
    at = be
    while tree.relation[at] == "xcomp" and tree.lemma[tree.head[at]].lower() in _NEEDS:
        at = tree.head[at]
    clause = tree.child(at, "csubj")
    if clause is not None:
        return _to_do(tree, clause)
    subject = tree.child(at, "nsubj")
    if subject is None:
        return False
    if tree.lemma[subject].lower() in lexicon()["deed.goal"]:
        return True
    told = tree.child(subject, "relcl")
    return (
        tree.lemma[subject].lower() in ("all", "thing")
        and told is not None
        and (_to_do(tree, told))
    )


def _to_do(tree: Tree, clause: int) -> bool:
    """Whether a clause is "what we need to do", "all we have to do"."""
    done = tree.child(clause, "xcomp")
    if done is None:
        helpers = {tree.lemma[c].lower() for c in tree.children[clause]}
        return tree.lemma[clause] == "do" and bool(helpers & _DUTY)
    return tree.lemma[clause].lower() in _NEEDS | {"want"} and tree.lemma[done] == "do"


def _advised(tree: Tree, phrases: Phrases, verb: int) -> bool:
    """Such as "the mayor should explain it", "no changes should be made to it"."""
    subject = tree.child(verb, "nsubj", "nsubjpass")
    if subject is None or tree.relation[verb] == "relcl" or is_twice(tree, verb):
        return False
    if tree.tag[subject] in ("WDT", "WP", "EX"):
        return False
    helpers = {tree.lemma[c].lower() for c in tree.children[verb] if c < verb}
    if not helpers & _DUTY:
        return False
    word = tree.word(subject).lower()
    if tree.pos[subject] == "PRON":
        group = word in ("we", "they", "you") or "should" in helpers
        link = tree.child(verb, "prep")
        thing = None if link is None else tree.child(link, "pobj")
        done = tree.child(verb, "dobj") is not None or (
            thing is not None and not phrases.is_nothing(thing)
        )
        return group and word != "it" and done
    first = tree.word(tree.left[subject]).lower()
    several = tree.tag[subject] == "NNS" and first not in _KNOWN
    return several or phrases.can_stand(subject) or not phrases.can_be_decided(subject)
