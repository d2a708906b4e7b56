"""Seeds in a yes or a no to what was asked: "said no when asked if she'd sign it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.annotate.english.statements.seeds.seed import (
    Seed,
    is_plain,
    objects,
    told_kinds,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.lexicon import Kind
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_MOST_WORDS = 4
_HEADS = frozenset("nod shake".split())
_NOT = frozenset("not n't n’t never".split())
_SHORT = frozenset(
    "you bet of course i we he she they it would will did do does could can is am are "
    "was were have has so not n't n’t never indeed".split()
)
_WHETHER = frozenset("if whether".split())


def by_answer(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Yield the seeds in a verb of answering, where yes or no is all that is said."""
    words = lexicon()
    if tree.lemma[verb].lower() not in words["answer.verb"] | _HEADS:
        return
    asked = _asked(tree, verb)
    yes = _nods(tree, verb)
    if yes is None:
        yes = _yes(tree, verb)
    if asked is None or yes is None:
        return
    for target, kind, form in _about(tree, phrases, asked):
        if kind in ("for", "against"):
            told: Kind = kind if yes else ("for" if kind == "against" else "against")
            yield Seed(verb, verb, target, told, form=form)  # type: ignore[arg-type]


def _asked(tree: Tree, verb: int) -> int | None:
    """The verb of asking in "when asked if", "when the town asked for"."""
    for at in (verb, tree.head[verb]) if tree.relation[verb] == "conj" else (verb,):
        for child in tree.children[at]:
            if tree.relation[child] == "advcl" and tree.lemma[child].lower() == "ask":
                return child
    return None


def _nods(tree: Tree, verb: int) -> bool | None:
    """Whether somebody nods; False: shakes the head."""
    own, lemma = tree.child(verb, "dobj"), tree.lemma[verb].lower()
    head = own is not None and tree.lemma[own].lower() == "head"
    if lemma == "nod":
        return own is None or head or None
    return False if lemma == "shake" and head else None


def _yes(tree: Tree, verb: int) -> bool | None:
    """Whether what is answered is yes; None: it is more than that, or neither."""
    words = lexicon()
    for child in tree.children[verb]:
        if tree.relation[child] == "neg" and child > verb:
            sure = tree.child(child, "advmod")  # "absolutely not": the climb turns it
            return sure is not None and tree.word(sure).lower() in words["answer.yes"]
        if tree.relation[child] not in ("intj", "dobj", "ccomp", "advmod", "oprd"):
            continue
        low = tree.word(child).lower()
        if tree.right[child] - tree.left[child] >= _MOST_WORDS:
            continue
        said = [
            tree.word(t).lower()
            for t in range(tree.left[child], tree.right[child] + 1)
            if tree.pos[t] != "PUNCT"
        ]
        if tree.pos[child] in ("VERB", "AUX") and {*said} <= _SHORT:
            return not {*said} & _NOT
        if low in words["answer.yes"] and _denied_beside(tree, child):
            # the climb turns it where the parser hangs "not" on the verb of saying
            return tree.head[child + 1] == verb
        if low in words["answer.yes"]:
            return True
        if low in words["answer.no"]:
            return False
    return None


def _denied_beside(tree: Tree, word: int) -> bool:
    """Whether "not" stands behind: "absolutely not"."""
    return word + 1 < len(tree.head) and tree.word(word + 1).lower() == "not"


def _about(tree: Tree, phrases: Phrases, asked: int) -> Iterator[tuple[int, Kind, str]]:
    """What was asked: whether somebody would do it, or to do it, or for it."""
    words = lexicon()
    for clause in tree.children[asked]:
        if tree.relation[clause] in ("ccomp", "advcl", "xcomp"):
            marks = {tree.lemma[c].lower() for c in tree.children[clause]}
            if not (marks & _WHETHER or phrases.infinitive(clause)):
                continue
            kinds = words.object.get(tree.lemma[clause].lower(), frozenset())
            for thing in objects(tree, clause, phrases):
                for kind in told_kinds(kinds):
                    yield thing, kind, "phrase"
            if not kinds and is_plain(tree, clause):
                yield clause, "for", "deed"
        elif tree.lemma[clause].lower() == "for" and clause > asked:
            wanted = tree.child(clause, "pobj")
            if wanted is not None and not phrases.is_person(wanted):
                yield wanted, "for", "phrase"
