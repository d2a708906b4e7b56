"""What somebody does no more or will not do: "no longer sells it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.annotate.english.statements.seeds.seed import Seed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree


def left_undone(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Yield the seeds in a deed that is given up or declined."""
    yield from _no_longer(tree, verb)
    yield from _refused(tree, phrases, verb)


def stops(tree: Tree, verb: int) -> int | None:
    """The deed that a verb ends: "stopped selling the rifles"."""
    deed = tree.child(verb, "xcomp")
    if deed is None or tree.lemma[verb].lower() not in lexicon()["act.stop"]:
        return None
    ended = tree.tag[deed] == "VBG" and tree.child(deed, "dobj") is not None
    return deed if ended else None


def _no_longer(tree: Tree, verb: int) -> Iterator[Seed]:
    """Such as "will no longer sell the rifles": the climb turns it round."""
    sure = any(
        tree.lemma[c].lower() == "will"
        or (tree.lemma[c].lower() == "would" and tree.relation[verb] == "ccomp")
        for c in tree.children[verb]
        if tree.relation[c] == "aux"
    )
    longer = any(
        tree.word(c).lower() == "longer" and tree.word(c - 1).lower() == "no"
        for c in tree.children[verb]
        if 0 < c < verb
    )
    if sure and longer and tree.child(verb, "dobj") is not None:
        yield Seed(verb, verb, verb, "for", form="deed")


def _refused(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Such as "declined to bring charges", "chose not to indict him"."""
    words = lexicon()
    over = tree.head[verb]
    above = tree.lemma[over].lower()
    if tree.relation[verb] != "xcomp" or not phrases.infinitive(verb):
        return
    negated = is_negated(tree, verb)
    if above not in words["operator.refuse"] and not (
        negated and above in words["act.choose"]
    ):
        return
    thing, lemma = tree.child(verb, "dobj"), tree.lemma[verb].lower()
    if thing is None:
        return
    brought = lemma in words["act.file"] and tree.lemma[thing].lower() == "charge"
    if not brought and lemma not in words["act.charge"]:
        return
    if tree.relation[over] == "acl" and tree.tag[over] == "VBN":
        # the parser takes "a jury elected not to" for a jury that was elected
        body = tree.head[over]
        if phrases.can_stand(body):
            yield Seed(over, over, verb, "against", actor=body, form="deed")
    else:
        yield Seed(verb, verb, verb, "for", form="deed")
