"""What a thing is said to do to others: "would let the boats in"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.lexicon import lexicon

if TYPE_CHECKING:
    from synoptic.annotate.english.statements.evaluation import Said
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


def has_effect(tree: Tree, clause: tuple[int, int], said: Said) -> bool:
    """Whether the thing that is a clause's subject does something to others.

    A paper's "it would tax all boats, the Gazette reported" is what the thing is, and
    "a bill that would tax them" brings it in.

    Args:
        tree: The parse.
        clause: The verb, and the head of its subject.
        said: Whose words it stands in.
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
    other = tree.child(verb, "dobj", "ccomp", "xcomp")
    if other is None or other < verb:
        return False
    lemma = tree.lemma[verb].lower()
    if lemma == "have":
        return tree.lemma[other].lower() in _FELT
    if lemma in words["effect.not"]:
        return False
    if lemma == "mean" and tree.relation[other] == "ccomp":
        return False  # "this means they ask for papers": an inference
    if tree.lemma[other].lower() == "it":
        return False  # "will make it"
    helps = {tree.lemma[c].lower() for c in tree.children[verb]}
    return lemma in words["effect.verb"] or not helps.isdisjoint(_MODALS)
