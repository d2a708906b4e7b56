"""Seeds in words of speaking and deciding: declined to comment, has not decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.lexicon import Kind, lexicon
from synoptic.annotate.english.statements.seeds.seed import Seed, topic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_REQUESTS = frozenset("request message call email e-mail inquiry question".split())
_NOS = ("no", "never", "neither", "yet")


def by_speech(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Yield the seeds in words of speech, which count where they are not done."""
    words = lexicon()
    lemma = tree.lemma[verb].lower()
    own = tree.child(verb, "dobj", "oprd")
    noun = "" if own is None else tree.lemma[own].lower()
    unsaid = noun in words["silent.empty"]
    if lemma in words["undecided.verb"] or (
        lemma in words["undecided.light"] and noun in words["undecided.mind"]
    ):
        kind: Kind = "decide"
    elif lemma == "address" and tree.tag[verb] == "VBG":
        return  # "is not addressing the leaks": does nothing about them
    elif lemma == "mention" and any(
        tree.lemma[c].lower() == "until" for c in tree.children[verb]
    ):
        return  # then it was spoken of
    elif lemma in words["silent.verb"] or (lemma in words["silent.light"] and unsaid):
        kind = "speak"
    elif lemma in words["silent.evade"] and unsaid:
        kind = "silent"
    else:
        return
    thing = topic(tree, phrases, verb)
    if kind == "decide" and _of_others(tree, verb):
        return
    if kind == "speak" and not _unsaid(tree, verb, own):
        return
    whose = own is not None and tree.child(own, "poss") is not None
    if thing is None and kind != "decide" and _says_nothing(tree, verb, own):
        yield Seed(verb, verb, None, kind)
        return
    if thing is not None or (kind == "decide" and whose and noun == "decision"):
        yield Seed(verb, verb, thing, kind)


def _says_nothing(tree: Tree, verb: int, own: int | None) -> bool:
    """Such as "declined to comment", "had no comment", of what was spoken of before."""
    lemma = tree.lemma[verb].lower()
    noun = "" if own is None else tree.lemma[own].lower()
    alone = lemma == "elaborate" and own is None
    so = lemma == "say" and any(tree.lemma[c] == "so" for c in tree.children[verb])
    if "comment" in (lemma, noun) or alone or so:
        return tree.child(verb, "ccomp", "prt") is None
    asked = own if lemma == "return" else _behind(tree, verb)
    return asked is not None and tree.lemma[asked].lower() in _REQUESTS


def _behind(tree: Tree, verb: int) -> int | None:
    """The object of the first preposition behind a verb."""
    link = tree.child(verb, "prep")
    return None if link is None else tree.child(link, "pobj")


def _unsaid(tree: Tree, verb: int, own: int | None) -> bool:
    """Whether words of speech are denied, refused or put off in any way."""
    words = lexicon()
    refuse = words["operator.refuse"] | words["operator.delay"]
    below = [] if own is None else [*tree.children[own]]
    at = verb
    for _ in range(4):
        below += tree.children[at]
        if tree.relation[at] not in ("xcomp", "conj", "advcl", "acomp", "pcomp"):
            break
        at = tree.head[at]
        if tree.lemma[at].lower() in refuse:
            return True
    return any(
        tree.relation[c] == "neg" or tree.lemma[c].lower() in _NOS for c in below
    )


def _of_others(tree: Tree, verb: int) -> bool:
    """Whether what is to be decided is somebody else's: "whether his troops obey"."""
    clause = tree.child(verb, "ccomp")
    subject = None if clause is None else tree.child(clause, "nsubj", "nsubjpass")
    return subject is not None and tree.pos[subject] != "PRON"
