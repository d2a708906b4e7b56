"""What a thing is said to do to others: "would let the boats in"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.annotate.english.statements.referents import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.judgements.evaluation import Said
    from synoptic.annotate.english.tree import Tree

_MODALS = frozenset("will would can could may might 'll ’ll ca wo".split())
_NEW = frozenset("a an any some such no".split())
_REPORTED = frozenset("report accord".split())
_FELT = frozenset(
    "effect impact consequence influence chance merit value purpose downside upside "
    "benefit cost drawback flaw potential power room".split()
)


def is_course(tree: Tree, verb: int) -> bool:
    """Whether a clause only tells how a thing goes on: "is running out of money"."""
    lemma = tree.lemma[verb].lower()
    if lemma not in lexicon()["effect.not"] or lemma in (
        "be",
        "have",
        "appear",
        "seem",
    ):
        return False
    return tree.child(verb, "dobj", "ccomp", "xcomp", "acomp") is None


def tells_content(tree: Tree, verb: int) -> bool:
    """Whether a clause tells what is in a thing: "requests papers about the loans"."""
    return tree.lemma[verb].lower() in lexicon()["effect.content"]


def has_effect(
    tree: Tree, clause: tuple[int, int], said: Said, *, any_verb: bool
) -> bool:
    """Whether the thing that is a clause's subject does something to others.

    A paper's "it would tax all boats, the Gazette reported" is what the thing is, and
    "a bill that would tax them" brings it in.

    Args:
        tree: The parse.
        clause: The verb, and the head of its subject.
        said: Whose words it stands in.
        any_verb: Whether any verb with an object is an effect, unless it tells of the
            thing's course or of what is in it; else only those of the list.
    """
    words = lexicon()
    verb, thing = clause
    if tree.pos[verb] != "VERB" or tree.child(verb, "nsubjpass") is not None:
        return False
    if said.cue is not None and tree.lemma[said.cue].lower() in _REPORTED:
        return False
    if tree.word(thing).lower() in ("that", "which"):
        return False
    if any(tree.lemma[c].lower() in _NEW for c in tree.children[thing]):
        return False
    lemma = tree.lemma[verb].lower()
    if any(
        f"{lemma}:{link}" in words["effect.preposition"] for link in _links(tree, verb)
    ):
        return True
    other = tree.child(verb, "dobj", "ccomp", "xcomp")
    if other is None or other < verb:
        return False
    if lemma == "have":
        return tree.lemma[other].lower() in _FELT
    if lemma in words["effect.not"] | words["effect.content"]:
        return False
    if lemma == "mean" and tree.relation[other] == "ccomp":
        return False  # "this means they ask for papers": an inference
    if tree.lemma[other].lower() == "it" or tree.lemma[other].lower() in words.noun:
        return False  # "will make it"; "has earned my support" is a stand itself
    if (
        any_verb
        and tree.relation[other] == "dobj"
        and tree.lemma[thing].lower() not in TOLD
    ):
        return True
    helps = {tree.lemma[c].lower() for c in tree.children[verb]}
    return lemma in words["effect.verb"] or (any_verb and not helps.isdisjoint(_MODALS))


def _links(tree: Tree, verb: int) -> Iterator[str]:
    """What joins something to a verb or its object: "takes it away", "cuts it from"."""
    for child in tree.children[verb]:
        if child < verb:
            continue
        if tree.relation[child] in ("prep", "prt", "advmod", "dative"):
            yield tree.lemma[child].lower()
        elif tree.relation[child] == "dobj":
            yield from (
                tree.lemma[c].lower()
                for c in tree.children[child]
                if tree.relation[c] == "prep"
            )
