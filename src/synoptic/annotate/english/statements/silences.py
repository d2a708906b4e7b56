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
_CALLS = frozenset("call message email e-mail request inquiry question".split())
_REPLIES = frozenset("say reply answer respond tell add".split())


@dataclass(frozen=True, slots=True)
class Silence:
    """Somebody who says nothing, or has not decided, about something.

    Attributes:
        verb: The verb whose subject it is.
        subject: Head of the phrase for who.
        target: Head of what it is about; None: what was last spoken of.
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
        elif lemma in ("return", "answer"):
            found = _uncalled(tree, phrases, token)
        else:
            continue
        if found is not None:
            yield found


def _unreached(tree: Tree, phrases: Phrases, verb: int) -> Silence | None:
    """Such as "could not be reached for comment on the merger"."""
    subject = tree.child(verb, "nsubjpass")
    negated = any(tree.relation[c] == "neg" for c in tree.children[verb])
    if subject is None or not negated or not phrases.can_stand(subject):
        return None
    return Silence(verb, verb, subject, topic(tree, phrases, verb), "silent")


def _uncalled(tree: Tree, phrases: Phrases, verb: int) -> Silence | None:
    """Such as "calls to the company were not returned"."""
    calls = tree.child(verb, "nsubjpass")
    negated = any(tree.relation[c] == "neg" for c in tree.children[verb])
    if calls is None or not negated or tree.lemma[calls].lower() not in _CALLS:
        return None
    below = [*tree.children[calls]]
    below += [c for b in below if tree.relation[b] == "acl" for c in tree.children[b]]
    for link in below:
        who = tree.child(link, "pobj")
        whom = tree.lemma[link].lower() in ("to", "with", "for")
        if whom and who is not None and phrases.can_stand(who):
            target = topic(tree, phrases, calls)
            target = None if target == who else target
            return Silence(verb, verb, who, target, "silent")
    return None


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
