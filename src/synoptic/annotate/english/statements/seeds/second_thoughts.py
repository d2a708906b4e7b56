"""Seeds in stands that are left: "dropped his objections", "regretted her vote for it".

Who drops an objection is not thereby for the thing: what is told then is that it is so
and no yes or no.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.statements.lexicon import Kind, lexicon
from synoptic.annotate.english.statements.seeds.nouns import kinds_of, thing_of
from synoptic.annotate.english.statements.seeds.seed import Seed, prepositions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_SIDES: dict[str, Kind] = {"for": "for", "against": "against"}
_RUED: dict[Kind, Kind] = {"for": "criticise", "against": "praise"}
_SOONER = frozenset("rather sooner".split())
_WOULD = frozenset("would 'd ’d".split())


def by_second_thought(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Yield the seeds of a verb of leaving a stand and whose own stand it is."""
    words = lexicon()
    lemma = tree.lemma[verb].lower()
    rued = lemma in words["operator.rue"]
    if rued or lemma in words["light.withdraw"]:
        for noun in _stands(tree, verb):
            side = _side(tree, noun)
            thing = None if side is None else thing_of(tree, phrases, noun, side)
            if side is None or thing is None or not _own(tree, noun):
                continue
            if rued:
                yield Seed(verb, verb, thing, _RUED[side])
            elif side == "against" and _is_told_as_done(tree, verb):
                yield Seed(verb, verb, thing, "gauge")
    yield from _sooner(tree, verb)


def _stands(tree: Tree, verb: int) -> Iterator[int]:
    """The object of a verb, or what stands behind its "for"."""
    given = tree.child(verb, "dobj")
    if given is not None:
        yield given
    for link in prepositions(tree, verb):
        behind = tree.child(link, "pobj")
        if tree.lemma[link].lower() == "for" and behind is not None:
            yield behind


def _side(tree: Tree, noun: int) -> Kind | None:
    """What side a noun takes: "her support for it", "her vote against it"."""
    kinds = kinds_of(tree, noun)
    for side in ("for", "against"):
        if side in kinds:
            return _SIDES[side]
    if tree.lemma[noun].lower() not in ("vote", "voting"):
        return None
    near = (*tree.children[noun], *tree.children[tree.head[noun]])
    links = (tree.lemma[c].lower() for c in near if c > noun)
    return next((_SIDES[link] for link in links if link in _SIDES), None)


def _own(tree: Tree, noun: int) -> bool:
    """Whether it is the subject's: "her vote"; "voting" may be a noun to the parser."""
    owner = tree.child(noun, "poss")
    if owner is None:
        return tree.lemma[noun].lower() == "voting"
    return tree.tag[owner] == "PRP$"


def _is_told_as_done(tree: Tree, verb: int) -> bool:
    """Such as "has dropped"; "refused to drop" it leaves the stand as it was."""
    denied = is_negated(tree, verb)
    helped = any(tree.tag[c] in ("MD", "TO") for c in tree.children[verb])
    return not (denied or helped or tree.tag[verb] in ("VB", "VBG"))


def _sooner(tree: Tree, verb: int) -> Iterator[Seed]:
    """Such as "would rather resign than sign it": against signing it."""
    before = {tree.word(c).lower() for c in tree.children[verb] if c < verb}
    if not (before & _SOONER and before & _WOULD):
        return
    than = next((c for c in tree.children[verb] if tree.lemma[c] == "than"), verb)
    for deed in (*tree.children[verb], *tree.children[than]):
        if tree.relation[deed] not in ("advcl", "pcomp") or tree.tag[deed] != "VB":
            continue
        if tree.lemma[deed - 1].lower() != "than":
            continue
        thing = tree.child(deed, "dobj") or tree.child(than, "pobj")
        kinds = lexicon().object.get(tree.lemma[deed].lower(), frozenset())
        if thing is not None and not kinds & {"against", "undo"}:
            yield Seed(verb, verb, deed, "against", form="deed")
