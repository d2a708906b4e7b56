"""What a clause tells of: its subject, or the one it takes from a clause before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.clauses import (
    is_notion,
    is_pair,
    is_supposed,
    own_words,
)
from synoptic.annotate.english.statements.judgements.kept import kept_by_it
from synoptic.annotate.english.statements.judgements.worth import leans_of
from synoptic.annotate.english.statements.referents import TOLD
from synoptic.annotate.english.statements.seeds.judgements import is_judged

if TYPE_CHECKING:
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_SOMEBODY = frozenset(
    "anybody anyone everybody everyone somebody someone folks guys kids".split()
)
_MOST = frozenset("best greatest strongest worst".split())
_WAYS = frozenset("way manner".split())
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_THIS = frozenset("it this that these those".split())
_FINITE = frozenset("VBD VBP VBZ".split())


def subject_of(tree: Tree, phrases: Phrases, verb: int, *, as_fact: bool) -> int | None:
    """Head of what a verb tells of; None: it tells of nothing that can be judged.

    "What the mayor did was wrong" tells of the mayor, "it is a plan that will fail" of
    it; a verb joined to another shares its subject.

    Args:
        tree: The parse.
        phrases: Its noun phrases.
        verb: The verb.
        as_fact: Whether its clause hangs on "the fact", "is convinced".
    """
    own = own_subject(tree, verb)
    if own is None:
        return _shared(tree, verb)
    if tree.relation[_first(tree, verb)] in ("relcl", "acl") and not as_fact:
        return _of_relative(tree, verb, own)
    limited = tree.child(own, "nsubj") if tree.tag[own] == "VBN" else None
    if tree.relation[own] == "csubj" and limited is not None:
        own = limited  # "the rules added to the bill are unfair"
    doer = _doer(tree, verb, own)
    return doer if doer is not None and is_judged(tree, phrases, doer) else own


def _doer(tree: Tree, verb: int, own: int) -> int | None:
    """Whose deed is told of: "how she did it is a shame", "it is odd what she did"."""
    deed: int | None = own
    if tree.lemma[own].lower() in _WAYS:
        deed = tree.child(own, "relcl", "acl")
        return None if deed is None else tree.child(deed, "nsubj")
    if tree.word(own).lower() == "it":
        deed = tree.child(verb, "ccomp", "advcl")
    elif tree.relation[own] != "csubj":
        return None
    if deed is None or tree.tag[tree.left[deed]] not in ("WP", "WRB"):
        return None
    asked = tree.lemma[tree.left[deed]].lower() not in ("how", "what")
    return None if asked else tree.child(deed, "nsubj")


def _shared(tree: Tree, verb: int) -> int | None:
    """The subject of the verb before, where that tells no worth of it already."""
    first = _first(tree, verb)
    if first == verb or not _is_finite(tree, verb) or is_supposed(tree, first):
        return None
    if tree.relation[first] in ("relcl", "acl"):
        return None
    if leans_of(tree, own_words(tree, first), negated=False):
        return None
    return own_subject(tree, first)


def own_subject(tree: Tree, verb: int) -> int | None:
    """The subject that stands in the verb's own clause."""
    own = tree.child(verb, *_SUBJECTS)
    helper = tree.child(verb, "aux")
    if own is None and helper is not None:
        own = tree.child(helper, *_SUBJECTS)  # "don’t" is parsed so
    return _before(tree, verb) if own is None else own


def _before(tree: Tree, verb: int) -> int | None:
    """The subject that the parser hangs on the cue: "warned the toll could harm us"."""
    above = tree.head[verb]
    if tree.relation[verb] != "ccomp" or not _is_finite(tree, verb):
        return None
    thing = tree.child(above, "dobj")
    if thing is None or tree.right[thing] + 1 != tree.left[verb]:
        return None
    return thing if above < thing else None


def _is_finite(tree: Tree, verb: int) -> bool:
    return tree.tag[verb] in _FINITE or any(
        tree.tag[c] == "MD" for c in tree.children[verb]
    )


def _of_relative(tree: Tree, verb: int, own: int) -> int | None:
    """What "it is a plan that will fail" tells of."""
    noun = tree.head[verb]
    above = tree.head[noun]
    if tree.tag[own] not in ("WDT", "WP") or tree.relation[noun] != "attr":
        return None
    if tree.lemma[above].lower() != "be" or tree.relation[above] == "relcl":
        return None
    return own_subject(tree, above)


def _first(tree: Tree, verb: int) -> int:
    """The first of the verbs that are joined to one another."""
    while tree.relation[verb] == "conj":
        verb = tree.head[verb]
    return verb


def thing_of(tree: Tree, phrases: Phrases, verb: int, subject: int) -> int | None:
    """The subject where it is a thing that can be told of; None: it is none."""
    if is_notion(tree, subject) or any(
        tree.word(c).lower() in _MOST for c in tree.children[subject]
    ):
        return None  # "the best evidence is the toll itself"
    if tree.relation[subject] == "expl":
        return None
    if tree.relation[subject] == "csubj":
        return None if tree.child(subject, "dobj") is None else subject
    low = tree.word(subject).lower()
    if low == "they":
        what = tree.child(verb, "acomp", "attr")
        if what is None or tree.child(what, "prep") is not None:
            return None  # "they are critical of it" are people
        return subject if _means_things(tree, phrases, verb, subject) else None
    if low in _THIS:
        if low == "it" and kept_by_it(tree, verb):
            return None
        return subject
    reported = tree.lemma[subject].lower() in TOLD
    if phrases.is_person(subject) or (phrases.is_nothing(subject) and not reported):
        return None
    if low in _SOMEBODY:
        return None
    if phrases.names.get(subject) in ("person", "organisation", "place", "group"):
        return None
    if low == "end" or tree.pos[subject] not in ("NOUN", "PROPN", "PRON"):
        return None  # "the end is near", "enough is enough"
    if phrases.can_stand(subject) and not phrases.can_be_decided(subject):
        return None
    return subject


def _means_things(tree: Tree, phrases: Phrases, verb: int, pronoun: int) -> bool:
    """Whether "they" are things: the several last spoken of are, and no people.

    Who says it is passed over: "foes of the fees say that they are unfair".
    """
    speakers = tree.child(tree.head[verb], "nsubj")
    for token in range(pronoun - 1, -1, -1):
        if token == speakers:
            continue
        if tree.sentence[pronoun] - tree.sentence[token] > 1:
            return False
        if phrases.names.get(token) in ("place", "organisation", "group"):
            return False
        if tree.relation[token] in ("compound", "amod", "npadvmod"):
            continue
        if tree.tag[token] not in ("NNS", "NNPS") and not is_pair(tree, token):
            continue
        reported = tree.lemma[token].lower() in TOLD
        return reported or (
            phrases.can_be_decided(token) and not phrases.can_stand(token)
        )
    return False


def means_people(tree: Tree, phrases: Phrases, pronoun: int) -> bool:
    """Whether "they" are people: the several last spoken of are."""
    for token in range(pronoun - 1, -1, -1):
        if tree.sentence[pronoun] - tree.sentence[token] > 1:
            return False
        if tree.relation[token] in ("compound", "amod", "npadvmod"):
            continue
        if tree.tag[token] in ("NNS", "NNPS"):
            acts = tree.relation[token] == "nsubj"
            acts &= tree.pos[tree.head[token]] == "VERB"  # "the guards left"
            return acts or phrases.can_stand(token)
    return False
