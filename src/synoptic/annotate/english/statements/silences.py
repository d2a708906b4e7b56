"""Statements without a stance: who could not be reached, who put an answer off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.seed import topic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree
    from synoptic.model.positions import Stance

_REACHED = frozenset("reach draw contact".split())
_REPLIES = frozenset("say reply answer respond tell add".split())


@dataclass(frozen=True, slots=True)
class Silence:
    """Somebody who says nothing, or has not decided, about something.

    Attributes:
        verb: The verb whose subject it is.
        subject: Head of the phrase for who.
        target: Head of what it is about.
        stance: `silent` or `undecided`.
    """

    verb: int
    inner: int
    subject: int
    target: int | None
    stance: Stance


def find_silences(tree: Tree, phrases: Phrases) -> Iterator[Silence]:
    """Yield who could not be reached about what, and who said "we'll see"."""
    for token in range(len(tree.head)):
        if tree.pos[token] != "VERB":
            continue
        lemma = tree.lemma[token].lower()
        if lemma in _REACHED:
            found = _unreached(tree, phrases, token)
        elif lemma == "see":
            found = _put_off(tree, phrases, token)
        else:
            continue
        if found is not None:
            yield found


def _unreached(tree: Tree, phrases: Phrases, verb: int) -> Silence | None:
    """Such as "could not be reached for comment on the merger"."""
    subject = tree.child(verb, "nsubjpass")
    negated = any(tree.relation[c] == "neg" for c in tree.children[verb])
    target = topic(tree, phrases, verb)
    if subject is None or not negated or target is None:
        return None
    if not phrases.can_stand(subject):
        return None
    return Silence(verb, verb, subject, target, "silent")


def _put_off(tree: Tree, phrases: Phrases, see: int) -> Silence | None:
    """Such as "asked if he would sign it, he said: We'll see"."""
    at = see
    while tree.relation[at] == "xcomp":
        at = tree.head[at]
    who = tree.child(at, "nsubj")
    told = tree.head[at]
    if who is None or tree.word(who).lower() not in ("i", "we"):
        return None
    if tree.child(see, "dobj", "ccomp", "prep") is not None or tree.tag[see] != "VB":
        return None
    if tree.lemma[told].lower() not in _REPLIES:
        return None
    subject = tree.child(told, "nsubj")
    asked = next(
        (
            c
            for c in tree.children[told]
            if tree.relation[c] == "advcl" and tree.lemma[c].lower() == "ask"
        ),
        None,
    )
    if subject is None or asked is None or not phrases.can_stand(subject):
        return None
    target = topic(tree, phrases, asked)
    return None if target is None else Silence(told, see, subject, target, "undecided")
