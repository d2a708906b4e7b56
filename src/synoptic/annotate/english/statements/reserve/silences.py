"""Statements without a stance: who could not be reached, who put an answer off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.annotate.english.statements.seeds.seed import topic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree
    from synoptic.model.positions import Stance

_REACHED = frozenset("reach draw contact".split())
_CALLS = frozenset("call message email e-mail request inquiry question".split())
_REPLIES = frozenset("say reply answer respond tell add".split())
_ANSWERED = frozenset("return answer".split())
_TELLS = frozenset("say add offer".split())
_ASKS = frozenset("ask press question quiz".split())
_SUBJECTS = frozenset("subject topic".split())


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
        lemma = tree.lemma[token].lower()
        if lemma == "comment" and tree.pos[token] == "NOUN":
            found = _no_comment(tree, phrases, token)
            if found is not None:
                yield found
        if tree.pos[token] != "VERB":
            continue
        if lemma in _REACHED:
            found = _unreached(tree, phrases, token)
        elif lemma == "interview":
            found = _not_asked(tree, phrases, token)
        elif lemma == "see":
            found = _put_off(tree, phrases, token)
        elif lemma in _TELLS and (nothing := _nothing(tree, phrases, token)):
            found = nothing
        else:
            found = _uncalled(tree, phrases, token) if lemma in _ANSWERED else None
            found = found or _unanswered(tree, phrases, token)
        if found is not None:
            yield found
        yield from _neither(tree, phrases, token)


def _no_comment(tree: Tree, phrases: Phrases, comment: int) -> Silence | None:
    """Such as "“No comment,” she said of the sale"."""
    cue = tree.head[comment]
    none = any(tree.word(c).lower() == "no" for c in tree.children[comment])
    if not none or tree.lemma[cue].lower() not in _REPLIES:
        return None
    who = tree.child(cue, "nsubj")
    if who is None or not phrases.can_stand(who):
        return None
    of = next(
        (
            tree.child(c, "pobj")
            for c in tree.children[cue]
            if c > cue and tree.lemma[c].lower() in ("of", "about", "on")
        ),
        None,
    )
    return Silence(cue, comment, who, of or _asked_of(tree, phrases, cue), "silent")


def _nothing(tree: Tree, phrases: Phrases, verb: int) -> Silence | None:
    """Such as "I have nothing to say about the sale"."""
    nothing = tree.head[verb]
    if tree.lemma[nothing].lower() != "nothing" or not phrases.infinitive(verb):
        return None
    who = tree.child(tree.head[nothing], "nsubj")
    if who is None or not phrases.can_stand(who):
        return None
    told = topic(tree, phrases, verb)
    return Silence(tree.head[nothing], verb, who, told, "silent")


def _asked_of(tree: Tree, phrases: Phrases, verb: int) -> int | None:
    """What somebody was asked about: "asked about the levy, he"."""
    for child in tree.children[verb]:
        if tree.relation[child] == "advcl" and tree.lemma[child].lower() in _ASKS:
            return topic(tree, phrases, child)
    return None


def _unanswered(tree: Tree, phrases: Phrases, verb: int) -> Silence | None:
    """Such as "asked about the levy, she demurred", "did not answer when asked if"."""
    lemma = tree.lemma[verb].lower()
    own = tree.child(verb, "dobj")
    evades = lemma in lexicon()["silent.demur"] and own is None
    evades |= lemma == "change" and own is not None and tree.lemma[own] in _SUBJECTS
    denied = is_negated(tree, verb)
    denied &= tree.child(verb, "aux") is not None
    mute = denied and lemma in lexicon()["silent.verb"] and own is None
    who = tree.child(verb, "nsubj")
    if not (evades or mute) or who is None or not phrases.can_stand(who):
        return None
    told = _asked_of(tree, phrases, verb)
    return None if told is None else Silence(verb, verb, who, told, "silent")


def _neither(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Silence]:
    """Such as "neither firm would comment", "neither confirmed nor denied it"."""
    lemma = tree.lemma[verb].lower()
    if lemma not in lexicon()["silent.verb"]:
        return
    who = tree.child(verb, "nsubj")
    if who is None:
        return
    both = [c for c in tree.children[verb] if tree.relation[c] == "preconj"]
    if both and lemma == "confirm":
        deny = tree.child(verb, "conj")
        thing = tree.child(verb, "dobj") or (
            None if deny is None else tree.child(deny, "dobj")
        )
        if thing is not None and phrases.can_stand(who):
            yield Silence(verb, verb, who, thing, "silent")
        return
    below = {tree.word(c).lower() for c in tree.children[who]}
    if tree.word(who).lower() in ("none", "neither"):
        part = tree.child(who, "prep")
        named = None if part is None else tree.child(part, "pobj")
    else:
        named = who if below & {"neither", "no"} else None
    if named is None or not phrases.can_stand(named):
        return
    thing = topic(tree, phrases, verb) or tree.child(verb, "dobj")
    if thing is None and lemma not in ("comment", "respond", "reply", "answer"):
        return
    yield Silence(verb, verb, named, thing, "silent")


def _unreached(tree: Tree, phrases: Phrases, verb: int) -> Silence | None:
    """Such as "could not be reached for comment on the merger"."""
    subject = tree.child(verb, "nsubjpass")
    negated = is_negated(tree, verb)
    if subject is None or not negated or not phrases.can_stand(subject):
        return None
    return Silence(verb, verb, subject, topic(tree, phrases, verb), "silent")


def _not_asked(tree: Tree, phrases: Phrases, verb: int) -> Silence | None:
    """Such as "declined to be interviewed for this article"."""
    above = tree.head[verb]
    who = tree.child(above, "nsubj")
    refuses = tree.lemma[above].lower() in lexicon()["operator.refuse"]
    if not refuses or who is None or not phrases.can_stand(who):
        return None
    return Silence(above, verb, who, None, "silent")


def _uncalled(tree: Tree, phrases: Phrases, verb: int) -> Silence | None:
    """Such as "calls to the company were not returned"."""
    calls = tree.child(verb, "nsubjpass")
    negated = is_negated(tree, verb)
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
