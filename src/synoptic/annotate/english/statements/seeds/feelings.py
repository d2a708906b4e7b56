"""Seeds in what somebody feels about a deed: "glad that the pier was closed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.statements.lexicon import Kind, lexicon
from synoptic.annotate.english.statements.seeds.seed import Seed, told_kinds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_PREDICATES = frozenset("attr acomp oprd".split())
_WORKS = frozenset("work deliver function suffice".split())


def by_feeling(tree: Tree, phrases: Phrases, word: int) -> Iterator[Seed]:
    """Yield the seeds of an adjective or participle with a clause behind it."""
    form = word if tree.pos[word] == "ADJ" else None
    lemma = (tree.word(word) if form is None else tree.lemma[word]).lower()
    sides = told_kinds(_sides(lemma))
    if not sides or tree.child(word, "agent", "dobj") is not None:
        return
    clause = tree.head[word] if tree.relation[word] in _PREDICATES else word
    actor = tree.head[word] if tree.relation[word] == "acl" else None
    about = next(
        (c for c in tree.children[word] if c > word and _hangs_on(tree, c)),
        None,
    )
    if about is None:
        return
    thing = _known_in(tree, phrases, about)
    if thing is not None:
        yield Seed(word, clause, thing, sides[0], actor=actor)
    elif _is_done(tree, phrases, about):
        yield Seed(word, clause, about, sides[0], actor=actor, form="deed")


def by_doubt(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Such as "questioned whether he had the right to", "doubts it will help"."""
    lemma = tree.lemma[verb].lower()
    clause = tree.child(verb, "ccomp")
    if clause is None or clause < verb:
        return
    if lemma == "doubt":
        yield from _doubted(tree, phrases, verb, clause)
        return
    if lemma not in ("question", "dispute"):
        return
    if tree.word(tree.left[clause]).lower() not in ("whether", "if", "that"):
        return
    for token in range(clause, tree.right[clause] + 1):
        done = tree.child(token, "dobj") if tree.pos[token] == "VERB" else None
        if done is not None and phrases.can_be_decided(done) and token != clause:
            yield Seed(verb, verb, token, "criticise", form="deed")
            return
    thing = tree.child(clause, "nsubj", "nsubjpass")
    if thing is not None and phrases.can_be_decided(thing):
        yield Seed(verb, verb, thing, "criticise")


def _doubted(tree: Tree, phrases: Phrases, verb: int, clause: int) -> Iterator[Seed]:
    """That it would do good; whether it will pass is a guess."""
    thing = tree.child(clause, "nsubj", "nsubjpass")
    good = tree.lemma[clause].lower() in lexicon()["worth.verb_for"] | _WORKS
    denied = is_negated(tree, clause)
    if good and not denied and thing is not None and phrases.can_be_decided(thing):
        yield Seed(verb, verb, thing, "criticise")


def _hangs_on(tree: Tree, clause: int) -> bool:
    """Whether a clause tells what is felt; one behind a comma tells what is done."""
    if tree.relation[clause] == "advcl":
        return tree.word(tree.left[clause]).lower() == "that"
    if tree.relation[clause] == "xcomp":
        return tree.tag[clause] == "VBG"  # "fed up waiting", not "happy to help"
    return tree.relation[clause] == "ccomp"


def _known_in(tree: Tree, phrases: Phrases, clause: int) -> int | None:
    """The thing of a clause that is up for a decision; not one that is undone there."""
    subject = tree.child(clause, "nsubj", "nsubjpass")
    undone = tree.lemma[clause].lower() in lexicon()["undo.object"] | {"strike"}
    if undone:
        return None
    harms = tree.lemma[clause].lower() in lexicon()["worth.verb_against"] | {"doom"}
    done = None if harms else tree.child(clause, "dobj")  # it is feared for
    for thing in (subject, done):
        if thing is not None and phrases.can_be_decided(thing):
            return thing
    return None


def _is_done(tree: Tree, phrases: Phrases, clause: int) -> bool:
    """Whether a clause tells of a deed, and of none that only may come."""
    if any(tree.tag[c] == "MD" for c in tree.children[clause]):
        return False
    done = tree.child(clause, "dobj", "nsubjpass")
    if done is None or tree.lemma[clause].lower() in ("be", "have"):
        return False
    return not phrases.is_bare(done)


def _sides(lemma: str) -> frozenset[Kind]:
    """Whether an adjective praises or criticises what stands behind it."""
    found: set[Kind] = set()
    for key, kinds in lexicon().adjective.items():
        if key.partition(":")[0] == lemma:
            found |= kinds & {"criticise", "praise"}
    return frozenset(found)
