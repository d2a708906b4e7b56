"""What a clause says that a thing is, where no word in it praises or condemns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.lexicon import lexicon

if TYPE_CHECKING:
    from synoptic.annotate.english.tree import Tree
    from synoptic.model.positions import Lean

_IS = frozenset("be seem look feel sound appear remain become prove stay".split())
_SO = frozenset(
    "so very really extremely quite pretty completely totally absolutely simply deeply "
    "profoundly hardly terribly incredibly particularly especially highly wholly "
    "entirely purely utterly truly fairly rather somewhat just as".split()
)
_STEPS = frozenset("step start beginning begin".split())
_TELLING = frozenset(
    "proof evidence sign signal symbol symptom reflection product result example test "
    "case reminder warning lesson message attempt way answer response "
    "effort consequence reason".split()
)
_MEANT = frozenset(
    "aim base concoct craft design engineer gear intend mean orchestrate rig root "
    "set:up tailor".split()
)
_ONLY = frozenset("all only just really solely simply purely merely".split())
_MOVED = frozenset("drive motivate fuel inspire fuel prompt dictate".split())
_HARD = frozenset("hard easy difficult tough simple tricky".split())
_WORKS = frozenset("work".split())
_BY_RULE: dict[str, Lean] = {
    "within": "for",
    "outside": "against",
    "beyond": "against",
    "against": "against",
}


def is_called(
    tree: Tree, verb: int, *, known: bool, negated: bool
) -> tuple[int, Lean | None] | None:
    """The word that tells what a thing is, with its side: "was within the law".

    Degrees and comparisons ("so early", "better than the last") tell without a side,
    of a thing that is `known` to be up for a decision or to have been reported.
    """
    lemma = tree.lemma[verb].lower()
    if lemma in _WORKS and _works(tree, verb):
        return verb, "against" if negated else "for"
    particle = tree.child(verb, "prt")
    meant = lemma if particle is None else f"{lemma}:{tree.lemma[particle].lower()}"
    if meant in _MEANT and tree.child(verb, "auxpass") and tree.right[verb] > verb:
        behind = tree.child(verb, "xcomp", "advcl", "prep")
        return None if behind is None or behind < verb else (verb, None)
    if known and tree.child(verb, "agent") is not None and lemma in _MOVED:
        return verb, None
    if lemma not in _IS:
        return None
    for child in tree.children[verb]:
        if child < verb:
            continue
        relation = tree.relation[child]
        if relation == "acomp" and tree.lemma[child].lower() == "worth":
            return child, "against" if negated else "for"
        if known and relation in ("acomp", "oprd") and _is_weighed(tree, child):
            return child, None
        # "that’s a step" is said of what was just told, and of no named thing
        bare = tree.child(verb, "nsubj")
        aside = bare is not None and tree.word(bare).lower() == "that"
        if relation in ("attr", "dobj") and not aside:
            found = _noun(tree, child, negated=negated)
            if found is not None:
                return found
        if relation == "prep":
            found = _link(tree, child, negated=negated)
            if found is not None:
                return found
    return None


def _works(tree: Tree, verb: int) -> bool:
    """Whether it says that a thing does what it should: "has worked well"."""
    return tree.child(verb, "dobj", "prep", "prt", "xcomp", "advcl") is None


def _is_weighed(tree: Tree, word: int) -> bool:
    """Whether it is told by degree or against another: "so early", "less safe than"."""
    if tree.tag[word] in ("JJR", "JJS") and not _counted(tree, word):
        return True
    if tree.pos[word] != "ADJ":
        return False
    if tree.lemma[word].lower() in _HARD and tree.child(word, "xcomp") is not None:
        return True
    return any(
        tree.relation[c] == "advmod"
        and c < word
        and (tree.lemma[c].lower() in _SO or tree.tag[c] in ("RBR", "RBS"))
        for c in tree.children[word]
    )


def _counted(tree: Tree, word: int) -> bool:
    """Whether it is a count: "more than 40 pages", "higher by half"."""
    inside = range(tree.left[word], tree.right[word] + 1)
    return any(tree.pos[t] == "NUM" for t in inside) or (
        tree.lemma[word].lower() in ("more", "late", "early", "few")
    )


def _noun(tree: Tree, noun: int, *, negated: bool) -> tuple[int, Lean | None] | None:
    lemma = tree.lemma[noun].lower()
    article = {tree.lemma[c].lower() for c in tree.children[noun] if c < noun}
    if lemma in _STEPS and "the" not in article:
        return noun, None if negated else "for"
    below = [c for c in tree.children[noun] if tree.relation[c] == "amod"]
    if lemma in _TELLING and tree.right[noun] > noun:
        return noun, None
    if any(tree.tag[c] in ("JJS", "JJR") or _is_weighed(tree, c) for c in below):
        return noun, None
    return None


def _link(tree: Tree, link: int, *, negated: bool) -> tuple[int, Lean | None] | None:
    """Such as "is within her authority", "is all about money"."""
    what = tree.child(link, "pobj")
    lemma = tree.lemma[link].lower()
    if lemma == "about" and tree.child(link, "pobj", "pcomp") is not None:
        only = negated or any(
            tree.lemma[c].lower() in _ONLY for c in tree.children[tree.head[link]]
        )
        return (link, None) if only else None
    if what is None or lemma not in _BY_RULE:
        return None
    if tree.lemma[what].lower() not in lexicon()["norm.noun"]:
        return None
    side = _BY_RULE[lemma]
    if negated:
        return link, "against" if side == "for" else None
    return link, side
