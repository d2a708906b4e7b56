"""Clauses that tell what somebody thinks: "believes that ...", "in her view ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.statements.clauses import is_supposed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

FIRST = frozenset("i we you one".split())
_SURE = frozenset("convinced confident certain sure persuaded adamant".split())
_BELIEFS = frozenset("belief view confidence conviction hope opinion".split())
_PROOFS = frozenset("proof evidence sign".split())
_SEEN = frozenset("view opinion eye mind judgment judgement estimation".split())
_VIEWS = frozenset("think believe feel consider reckon expect suspect".split())
# "does not think that it is fair" finds it unfair
_DENIABLE = frozenset("think believe feel".split())
_FEARS = frozenset("fear worry".split())
_PLAIN = frozenset("clear plain known".split())


class View(NamedTuple):
    """The verb of a clause that somebody thinks, and the head of who does."""

    holder: int
    clause: int
    feared: bool


def find_views(tree: Tree, phrases: Phrases) -> Iterator[View]:
    """Yield the clauses that a report gives as the thought of somebody it names."""
    for word in range(len(tree.head)):
        lemma = tree.lemma[word].lower()
        holder = clause = None
        if lemma in _VIEWS | _FEARS and tree.pos[word] == "VERB":
            holder, clause = tree.child(word, "nsubj"), tree.child(word, "ccomp")
            if is_supposed(tree, word):
                continue
            if is_negated(tree, word) and lemma not in _DENIABLE:
                continue
        elif (sure := convinced(tree, word)) is not None:
            holder, clause = sure, tree.child(word, "ccomp", "acl")
        elif lemma in _PLAIN and tree.lemma[tree.head[word]].lower() == "make":
            holder = tree.child(tree.head[word], "nsubj")
            clause = tree.child(word, "ccomp", "advcl") or tree.child(
                tree.head[word], "ccomp", "advcl"
            )
        elif lemma in ("in", "to", "for") and tree.relation[word] == "prep":
            clause = tree.head[word]
            if tree.relation[clause] in ("attr", "acomp"):
                clause = tree.head[clause]
            holder = _before(tree, word, clause)
            if lemma == "for" and phrases.names.get(holder or 0) != "person":
                continue  # "for any town, there are two hurdles"
        if holder is None or clause is None or not phrases.can_stand(holder):
            continue
        if clause != word and tree.word(holder).lower() not in FIRST:
            yield View(holder, clause, lemma in _FEARS)


def convinced(tree: Tree, word: int) -> int | None:
    """Who "is convinced that ...", "expressed confidence that ..."; None: nobody."""
    lemma = tree.lemma[word].lower()
    above = tree.head[word]
    if tree.word(word).lower() in _SURE and tree.relation[word] in ("acomp", "oprd"):
        verb = above
    elif tree.word(word).lower() in _SURE and tree.child(word, "auxpass") is not None:
        verb = word
    elif lemma in _BELIEFS and tree.relation[word] == "dobj":
        verb = above
    elif lemma in _BELIEFS and tree.lemma[tree.head[above]].lower() == "be":
        verb = tree.head[above]  # "is of the view that"
    elif lemma in _PROOFS and tree.lemma[above].lower() == "as":
        verb = tree.head[above]
    else:
        return None
    helper = tree.child(verb, "auxpass")
    holder = tree.child(verb, "nsubj", "nsubjpass")
    if holder is None and helper is not None:
        holder = tree.child(helper, "nsubj")  # "was convinced" is parsed so
    return None if is_negated(tree, verb) else holder


def _before(tree: Tree, link: int, verb: int) -> int | None:
    """Who sees it so: "in the mayor’s view, ...", and "to the mayor, ..." in front."""
    seen = tree.child(link, "pobj")
    if seen is None or tree.pos[verb] not in ("VERB", "AUX"):
        return None
    if tree.lemma[link].lower() == "in":
        return tree.child(seen, "poss") if tree.lemma[seen].lower() in _SEEN else None
    is_told = tree.lemma[verb].lower() == "be"
    behind = tree.right[link] + 1
    first = link == 0 or tree.sentence[link - 1] != tree.sentence[link]
    comma = behind < len(tree.head) and tree.word(behind) == ","
    return seen if is_told and first and comma else None
