"""Seeds in a yes or a no to what was asked: "said no when asked if she'd sign it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.annotate.english.statements.seed import (
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
_WHETHER = frozenset("if whether".split())


def by_answer(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Yield the seeds in a verb of answering, where yes or no is all that is said."""
    words = lexicon()
    if tree.lemma[verb].lower() not in words["answer.verb"]:
        return
    asked = _asked(tree, verb)
    yes = _yes(tree, verb)
    if asked is None or yes is None:
        return
    for target, kind, form in _about(tree, phrases, asked):
        if kind in ("for", "against"):
            told: Kind = kind if yes else ("for" if kind == "against" else "against")
            yield Seed(verb, verb, target, told, form=form)  # type: ignore[arg-type]


def _asked(tree: Tree, verb: int) -> int | None:
    """The verb of asking in "when asked if", "when the town asked for"."""
    for child in tree.children[verb]:
        if tree.relation[child] == "advcl" and tree.lemma[child].lower() == "ask":
            return child
    return None


def _yes(tree: Tree, verb: int) -> bool | None:
    """Whether what is answered is yes; None: it is more than that, or neither."""
    words = lexicon()
    for child in tree.children[verb]:
        if tree.relation[child] not in ("intj", "dobj", "ccomp", "advmod", "oprd"):
            continue
        low = tree.word(child).lower()
        if tree.right[child] - tree.left[child] >= _MOST_WORDS:
            continue
        if low in words["answer.yes"]:
            return True
        if low in words["answer.no"]:
            return False
    return None


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
