"""Statements without a stance: no comment, not said yet, not decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.quotations.tree import Tree
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.model.positions import Stance

_ABOUT = frozenset("on about to regarding concerning for".split())
_NO_TOPIC = frozenset(
    "comment detail details name request inquiry question call message email answer "
    "anything more further reason explanation reporter television news whether".split()
)
_WOULD = frozenset("would will do have can could".split())
_DECIDE = frozenset("decide determine settle resolve".split())


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
    """Yield who declined to speak, and who is said to be undecided, about what."""
    for token in range(len(tree.head)):
        if tree.pos[token] not in ("VERB", "AUX"):
            continue
        lemma = tree.lemma[token].lower()
        if lemma in lexicon()["silent.verb"]:
            found = _silent(tree, phrases, token)
        elif lemma in _DECIDE | {"rule", "make"}:
            found = _undecided(tree, phrases, token)
        else:
            continue
        if found is not None:
            yield found


def _silent(tree: Tree, phrases: Phrases, verb: int) -> Silence | None:
    above = tree.head[verb]
    refuses = tree.lemma[above].lower() in ("decline", "refuse") and (
        tree.relation[verb] in ("xcomp", "ccomp", "advcl")
    )
    if refuses:
        holder = above
    elif _negated(tree, verb) and any(
        tree.relation[c] == "aux" and tree.lemma[c].lower() in _WOULD
        for c in tree.children[verb]
    ):
        holder = verb
    else:
        return None
    subject = _subject(tree, holder)
    target = _topic(tree, phrases, verb)
    if subject is None or target is None or not phrases.can_stand(subject):
        return None
    return Silence(holder, verb, subject, target, "silent")


def _undecided(tree: Tree, phrases: Phrases, verb: int) -> Silence | None:
    """Such as "has not decided on the bill", "would not rule out a strike"."""
    lemma = tree.lemma[verb].lower()
    if lemma == "make":
        return _to_be_made(tree, phrases, verb)
    if lemma == "rule" and not any(tree.lemma[c] == "out" for c in tree.children[verb]):
        return None
    if not _negated(tree, verb):
        return None
    target = _topic(tree, phrases, verb)
    subject = _subject(tree, verb)
    if target is None or subject is None or not phrases.can_stand(subject):
        return None
    return Silence(verb, verb, subject, target, "undecided")


def _to_be_made(tree: Tree, phrases: Phrases, verb: int) -> Silence | None:
    """Such as "will make a decision on the bill"."""
    noun = tree.child(verb, "dobj")
    ahead = any(
        tree.relation[c] == "aux" and tree.lemma[c].lower() in ("will", "would", "to")
        for c in tree.children[verb]
    )
    if noun is None or tree.lemma[noun].lower() != "decision":
        return None
    if not (ahead or _negated(tree, verb)):
        return None
    target = _topic(tree, phrases, noun)
    subject = _subject(tree, verb)
    own = tree.child(noun, "poss")
    if subject is None or not phrases.can_stand(subject):
        return None
    if target is None and (own is None or _whether_behind(tree, verb)):
        return None
    return Silence(verb, verb, subject, target, "undecided")


def _whether_behind(tree: Tree, verb: int) -> bool:
    """Whether "whether" follows: then what is to be decided stands there."""
    return any(
        tree.lemma[t].lower() == "whether" for t in range(verb, tree.right[verb] + 1)
    )


def _topic(tree: Tree, phrases: Phrases, word: int) -> int | None:
    """Head of what was not spoken of."""
    for child in tree.children[word]:
        if child < word or tree.relation[child] != "prep":
            continue
        if tree.lemma[child].lower() not in _ABOUT:
            continue
        thing = tree.child(child, "pobj")
        if thing is not None and tree.lemma[thing].lower() not in _NO_TOPIC:
            return None if phrases.is_person(thing) else thing
        clause = tree.child(child, "pcomp")
        if clause is not None:
            return _inner(tree, phrases, clause)
        if thing is not None:
            deeper = _topic(tree, phrases, thing)
            if deeper is not None:
                return deeper
    thing = tree.child(word, "dobj")
    if thing is not None:
        if tree.lemma[thing].lower() in _NO_TOPIC:
            return _topic(tree, phrases, thing)
        if phrases.can_be_decided(thing):
            return thing
    clause = tree.child(word, "ccomp", "xcomp")
    return None if clause is None else _inner(tree, phrases, clause)


def _inner(tree: Tree, phrases: Phrases, clause: int) -> int | None:
    """The thing of a clause: "whether he would sign the bill"."""
    thing = tree.child(clause, "dobj")
    if thing is None:
        deeper = tree.child(clause, "xcomp", "ccomp")
        if deeper is not None and deeper > clause:
            return _inner(tree, phrases, deeper)
        preposition = tree.child(clause, "prep")
        thing = tree.child(preposition, "pobj") if preposition is not None else None
    if thing is None or phrases.is_person(thing):
        return None
    return thing


def _subject(tree: Tree, verb: int) -> int | None:
    at = verb
    for _ in range(5):
        found = tree.child(at, "nsubj")
        if found is not None:
            return found
        if tree.relation[at] not in ("conj", "xcomp", "advcl"):
            return None
        at = tree.head[at]
    return None


def _negated(tree: Tree, verb: int) -> bool:
    return any(tree.relation[c] == "neg" for c in tree.children[verb])
