"""What somebody denies: a charge, a report, a deed, or that something is so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_PLANS = frozenset("idea suggestion talk".split())
_CLAUSES = ("ccomp", "xcomp", "acl", "relcl")


@dataclass(frozen=True, slots=True)
class Denial:
    """A thing denied.

    Attributes:
        verb: The verb of denying.
        subject: Head of the phrase for who denies it.
        target: Head of what is denied; a verb: a deed, or that it is so.
        claimed: Whether it was a claim of others: "denied the charge".
    """

    verb: int
    subject: int
    target: int
    claimed: bool


def find_denials(tree: Tree, phrases: Phrases) -> Iterator[Denial]:
    """Yield what is denied, and by whom."""
    for verb in range(len(tree.head)):
        if tree.pos[verb] != "VERB" or _is_not_so(tree, verb):
            continue
        subject = _who(tree, verb)
        target = denied(tree, phrases, verb)
        if target is None or subject is None or subject == target:
            continue
        if phrases.can_stand(subject):
            what = target if tree.lemma[verb] == "plead" else _object(tree, verb)
            claimed = _is_claim(tree, what)
            yield Denial(verb, subject, target, claimed)


def denied(tree: Tree, phrases: Phrases, verb: int) -> int | None:
    """What a verb denies; None: nothing, or a thing that was asked for."""
    words = lexicon()
    lemma = tree.lemma[verb].lower()
    if lemma == "plead":
        return _charged(tree, verb)
    own = _object(tree, verb)
    if lemma in words["operator.deny"]:
        if own is None:
            clause = tree.child(verb, "ccomp", "xcomp")
            return clause if clause is not None and clause > verb else None
        if tree.lemma[own].lower() in words["deny.asked"] | words["act.request"]:
            return None
        if tree.child(verb, "dative") is not None or phrases.can_stand(own):
            return own if phrases.is_bare(own) else None
        if tree.pos[own] in ("VERB", "AUX"):
            return own
        return _clause_of(tree, own)
    if own is None or tree.lemma[own].lower() not in words["deny.told"]:
        return None
    if lemma not in words["deny.rebut"]:
        return None
    found = _clause_of(tree, own)
    # "rejected the idea" may be a no to a plan
    return None if found == own and tree.lemma[own].lower() in _PLANS else found


def _charged(tree: Tree, verb: int) -> int | None:
    """What somebody says he is not guilty of: "pleaded not guilty to the charge"."""
    guilty = tree.child(verb, "acomp", "oprd", "advmod", "dobj")
    if guilty is None or tree.lemma[guilty].lower() != "guilty":
        return None
    if tree.child(guilty, "neg") is None:
        return None
    for link in (*tree.children[guilty], *tree.children[verb]):
        if link > guilty and tree.lemma[link].lower() == "to":
            return tree.child(link, "pobj")
    return None


def _is_claim(tree: Tree, noun: int | None) -> bool:
    """Whether a word of what others say: "the notion", "that charge"."""
    return noun is not None and tree.lemma[noun].lower() in lexicon()["deny.told"]


def _object(tree: Tree, verb: int) -> int | None:
    """What stands as the object: also in the passive, before "which they deny"."""
    own = tree.child(verb, "dobj", "nsubjpass")
    if own is not None and tree.tag[own] in ("WDT", "WP"):
        own = None
        if tree.relation[verb] == "relcl":
            return tree.head[verb]
    if own is None and tree.relation[verb] == "acl" and tree.child(verb, "agent"):
        return tree.head[verb]
    if own is None and tree.relation[verb] == "relcl":
        gap = tree.child(verb, "ccomp", "xcomp") is None
        return tree.head[verb] if gap else None
    if own is None:
        for link in tree.children[verb]:
            if link > verb and tree.lemma[link].lower() in ("on", "against", "off"):
                deeper = tree.child(link, "pobj")
                if deeper is not None:
                    return deeper
    return own


def _clause_of(tree: Tree, noun: int) -> int:
    """What a notion is of: "the notion that the levy hurts farmers"."""
    if not _is_claim(tree, noun):
        return noun
    clause = tree.child(noun, *_CLAUSES)
    whole = clause is not None and tree.child(clause, "nsubj", "nsubjpass")
    told = whole and tree.tag[whole] not in ("WDT", "WP")
    return clause if told and clause is not None else noun


def _who(tree: Tree, verb: int) -> int | None:
    """Who denies it: the subject, or who stands behind "by"."""
    agent = tree.child(verb, "agent")
    if agent is not None:
        return tree.child(agent, "pobj")
    at = verb
    while tree.child(at, "nsubj") is None:
        if tree.relation[at] not in ("conj", "advcl") or tree.head[at] > at:
            return None
        at = tree.head[at]
    return tree.child(at, "nsubj")


def _is_not_so(tree: Tree, verb: int) -> bool:
    """Whether it is not denied, or only might be."""
    at = verb
    while True:
        for child in tree.children[at]:
            if tree.relation[child] in ("neg", "preconj", "mark"):
                return True
            if tree.tag[child] == "MD":
                return True
        if tree.relation[at] != "conj":
            return False
        at = tree.head[at]
