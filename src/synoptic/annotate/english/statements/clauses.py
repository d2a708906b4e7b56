"""Clauses in somebody's words: which words are a clause's own, which are supposed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from synoptic.annotate.english.negation import denials, is_negated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.annotate.english.tree import Tree

_NOTIONS = frozenset(
    "idea notion claim suggestion argument belief assumption fact".split()
)
_INNER = ("ccomp", "advcl", "parataxis", "csubj", "punct")
_STOP = re.compile(r"[.?!]")
_PARTS = frozenset("none any all each both neither".split())
_MAKES = frozenset("make keep leave render get".split())
_COURSE = frozenset("go seem appear tend continue begin start threaten".split())
CLAIMS = frozenset("claim say argue insist contend suggest tell assert allege".split())
_ASKING = ("WDT", "WP", "WRB")
_THINKS = frozenset("think believe know feel guess suppose".split())
_DOUBTS = frozenset("doubt doubtful unlikely".split())


def is_notion(tree: Tree, subject: int) -> bool:
    """Whether it is "the idea that ...": what is judged stands inside."""
    return tree.lemma[subject].lower() in _NOTIONS and any(
        tree.pos[t] in ("VERB", "AUX") for t in range(subject, tree.right[subject] + 1)
    )


def part_of(tree: Tree, noun: int) -> int:
    """What "none of", "some of" and the like are parts of; else the noun itself."""
    link = tree.child(noun, "prep")
    if tree.lemma[noun].lower() not in _PARTS or link is None:
        return noun
    whole = tree.child(link, "pobj")
    return noun if tree.lemma[link].lower() != "of" or whole is None else whole


def one_of(tree: Tree, noun: int) -> int | None:
    """Whom "one of four senators" is of; None: it is no such phrase."""
    link = tree.child(noun, "prep")
    if tree.lemma[noun].lower() != "one" or tree.pos[noun] == "PROPN":
        return None
    return None if link is None else tree.child(link, "pobj")


def is_pair(tree: Tree, noun: int) -> bool:
    """Whether another noun is joined to it: "this bill and the other one"."""
    other = tree.child(noun, "conj")
    return other is not None and tree.pos[other] == tree.pos[noun] == "NOUN"


def is_made_so(tree: Tree, word: int) -> bool:
    """Whether it is what others are made: "makes the boats less safe"."""
    above = tree.lemma[tree.head[word]].lower()
    return (
        tree.relation[word] == "ccomp"
        and tree.pos[word] in ("ADJ", "NOUN")
        and above in _MAKES
    )


def own_words(tree: Tree, verb: int) -> list[int]:
    """The words of a clause, without those of clauses inside it or beside it."""
    found, below = [verb], [verb]
    while below:
        token = below.pop()
        for child in tree.children[token]:
            relation = tree.relation[child]
            if (relation in _INNER and not is_made_so(tree, child)) or (
                relation == "conj" and tree.child(child, "nsubj", "nsubjpass")
            ):
                continue
            found.append(child)
            below.append(child)
    return sorted(found)


def without_relatives(tree: Tree, tokens: Sequence[int]) -> list[int]:
    """The words that are in no relative clause among them, which tells of its noun."""
    inside = set(tokens)
    found = []
    for token in tokens:
        at = token
        while at in inside and not _hangs_on(tree, at) and tree.head[at] != at:
            at = tree.head[at]
        if at not in inside or not _hangs_on(tree, at):
            found.append(token)
    return found


def _hangs_on(tree: Tree, verb: int) -> bool:
    """Whether a clause tells of the noun before it: "the claim that it failed"."""
    whole = tree.child(verb, "nsubj", "nsubjpass") is not None
    return tree.relation[verb] == "relcl" or (tree.relation[verb] == "acl" and whole)


def told_of(tree: Tree, verb: int) -> list[int]:
    """What stands beside the verb of a clause, and what somebody is said to be."""
    own: list[int] = []
    for child in tree.children[verb]:
        if tree.relation[child] in ("acomp", "attr", "oprd", "advmod", "neg", "aux"):
            own += range(tree.left[child], tree.right[child] + 1)
    return sorted(own)


def inner_of(tree: Tree, verb: int) -> int:
    """The verb that tells, where one of course stands over it: "is going to hurt"."""
    inner = tree.child(verb, "xcomp")
    through = tree.lemma[verb].lower() in _COURSE and inner is not None
    return inner if through and inner is not None else verb


def is_denied(tree: Tree, verb: int) -> bool:
    """Whether a clause has a "not" of its own: no ", not the solution" behind it."""
    return any(
        tree.word(t - 1) not in (",", "—", "–", "-") for t in denials(tree, verb)
    )


def is_doubted(tree: Tree, verb: int) -> bool:
    """Whether it hangs on "I do not believe", "I doubt", "it is unlikely"."""
    above = tree.head[verb]
    if tree.relation[verb] != "ccomp":
        return False
    over = above if tree.pos[above] != "ADJ" else tree.head[above]
    negated = is_negated(tree, over)
    lemma = tree.lemma[above].lower()
    return (lemma in _THINKS and negated) or (lemma in _DOUBTS and not negated)


def is_disclaimed(tree: Tree, verb: int) -> bool:
    """Whether it is what "I am not saying": the other side of it is not said either."""
    above = tree.head[verb]
    return (
        tree.relation[verb] == "ccomp"
        and tree.lemma[above].lower() in CLAIMS
        and is_negated(tree, above)
    )


def is_supposed(tree: Tree, verb: int) -> bool:
    """Whether the clause is an "if", or a question."""
    for child in tree.children[verb]:
        if tree.lemma[child].lower() == "why" and _is_cleft(tree, verb):
            continue
        if tree.relation[child] == "mark" and tree.lemma[child].lower() in (
            "if",
            "unless",
            "whether",
        ):
            return True
        asks = tree.tag[child] in _ASKING and child < verb
        # "a plan which, she said, would fail" tells of the plan
        asks &= tree.relation[verb] != "relcl" and tree.word(child).lower() != "which"
        if asks:
            return True
    inner = tree.child(verb, "xcomp")
    if inner is not None and tree.tag[tree.left[verb]] == "WRB":
        # "that is where the change is going to come"
        asks = tree.head[tree.left[verb]] == inner
        return asks and tree.relation[verb] == "ccomp"
    return is_asked(tree, verb)


def is_asked(tree: Tree, verb: int) -> bool:
    """Whether the sentence ends as a question."""
    end = verb
    while end + 1 < len(tree.head) and tree.sentence[end + 1] == tree.sentence[verb]:
        end += 1
    stop = _STOP.search(tree.text, tree.start[verb], tree.end[end])
    return stop is not None and stop.group() == "?"


def _is_cleft(tree: Tree, verb: int) -> bool:
    """Whether it is what "that is why" leads up to: it is told, not asked."""
    above = tree.head[verb]
    first = tree.child(above, "nsubj")
    return (
        tree.lemma[above].lower() == "be"
        and first is not None
        and tree.word(first).lower() in ("that", "this", "which")
    )


def serves_others(tree: Tree, verb: int) -> bool:
    """Whether what is good is given to others: "it gives them an opening"."""
    given = tree.child(verb, "dative")
    return given is not None and tree.word(given).lower() not in ("us", "me")


def hangs_on_if(tree: Tree, verb: int) -> bool:
    """Whether what a clause says holds only "if": it leans to no side."""
    return any(
        tree.relation[child] == "advcl"
        and any(
            tree.relation[m] == "mark" and tree.lemma[m].lower() in ("if", "unless")
            for m in tree.children[child]
        )
        for child in tree.children[verb]
    )


def tells_how(tree: Tree, deed: int | None) -> bool:
    """Whether "not" may deny the means alone: "not going to win by sitting still"."""
    return deed is not None and any(
        tree.lemma[c].lower() == "by" and tree.child(c, "pcomp") is not None
        for c in tree.children[deed]
    )
