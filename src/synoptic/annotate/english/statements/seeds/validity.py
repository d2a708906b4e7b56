"""Seeds in what courts find and parties argue of a law: "the treaty had expired"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.annotate.english.statements.seeds.act_nouns import is_court, is_thing
from synoptic.annotate.english.statements.seeds.seed import Seed, prepositions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.lexicon import Kind
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_FAR = 6
_CALLED = frozenset("oprd advmod acomp dobj advcl".split())
_TURNED: dict[Kind, Kind] = {"for": "against", "against": "for"}


def by_validity(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Yield the seeds in a verb of finding, arguing or dissenting."""
    words = lexicon()
    lemma = tree.lemma[verb].lower()
    if lemma == "dissent":
        yield from _dissent(tree, verb)
    found = lemma in words["law.find"] and _by_court(tree, verb)
    if found:
        yield from _called(tree, phrases, verb)
    if lemma not in words["law.argue"] and not found:
        return
    clause = tree.child(verb, "ccomp")
    if clause is None or is_negated(tree, verb):
        return
    kept = _may_not_end(tree, clause) if found and clause < verb else None
    if kept is not None and _is_law(tree, phrases, kept):
        yield Seed(verb, verb, kept, "for")
        return
    side = _side(tree, clause)
    thing = tree.child(clause, "nsubj", "nsubjpass")
    if side is None or thing is None or not _is_law(tree, phrases, thing):
        return
    mark = tree.child(clause, "mark")
    if mark is not None and tree.lemma[mark].lower() != "that":
        return
    yield Seed(verb, verb, thing, side)


def _called(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Such as "ruled the levy unlawful", "a levy that a judge ruled unlawful"."""
    words = lexicon()
    passive = tree.child(verb, "auxpass") is not None
    word = next(
        (
            c
            for c in tree.children[verb]
            if c > verb and tree.pos[c] == "ADJ" and tree.relation[c] in _CALLED
        ),
        None,
    )
    thing = tree.child(verb, "nsubjpass" if passive else "dobj")
    if word is None:
        return
    if thing == word:  # the parser takes "the levy unlawful" for one phrase
        thing = tree.child(word, "compound", "nsubj")
    linked = thing is None or tree.word(thing).lower() in ("which", "that")
    if linked and tree.relation[verb] == "relcl":
        thing = tree.head[verb]
    lemma = tree.lemma[word].lower()
    sides = (("against", "law.ends"), ("for", "law.keeps"))
    side: Kind | None = next((k for k, t in sides if lemma in words[t]), None)  # type: ignore[misc]
    if thing is None or side is None or not is_thing(tree, phrases, thing):
        return
    who = _agent(tree, verb) if passive else None
    if tree.relation[verb] == "relcl":
        subjects = (c for c in tree.children[verb] if tree.relation[c] == "nsubj")
        who = next((c for c in subjects if is_court(tree, c)), who)
    yield Seed(verb, verb, thing, side, actor=who)


def _agent(tree: Tree, verb: int) -> int | None:
    by = tree.child(verb, "agent")
    return None if by is None else tree.child(by, "pobj")


def _side(tree: Tree, clause: int) -> Kind | None:
    """Whether what is said of a law keeps it or ends it."""
    words = lexicon()
    beside = [c for c in tree.children[clause] if tree.relation[c] in ("aux", "neg")]
    if any(tree.tag[c] == "MD" for c in beside):
        return None
    said = tree.child(clause, "acomp", "oprd", "attr") or clause
    lemma = tree.lemma[said].lower()
    side: Kind | None = None
    if tree.child(clause, "nsubjpass") is not None:
        side = "against" if lemma in words["law.ended"] else None
    elif said != clause and tree.relation[said] == "attr":
        good = {tree.lemma[c].lower() for c in tree.children[said]} & {"good", "valid"}
        side = "for" if lemma == "law" and good else None
    elif lemma in words["law.ends"]:
        side = "against"
    elif lemma in words["law.keeps"]:
        side = "for"
    elif tree.lemma[clause] in ("be", "remain", "stay"):
        side = _in_force(tree, clause)
    elif tree.child(clause, "dobj") is not None and lemma in words["law.breaks"]:
        side = "against"
    elif tree.child(clause, "dobj") is not None and lemma in words["law.protects"]:
        side = "for"
    if side is None:
        return None
    return _TURNED[side] if is_negated(tree, clause) else side


def _may_not_end(tree: Tree, clause: int) -> int | None:
    """What nobody may end: "the town cannot void the treaty, the court ruled"."""
    words = lexicon()
    below = [c for c in tree.children[clause] if c < clause]
    barred = any(tree.relation[c] == "neg" for c in below) and any(
        tree.lemma[c].lower() in ("can", "may", "ca", "could") for c in below
    )
    ends = words["law.ended"] | words["undo.object"]
    return (
        tree.child(clause, "dobj")
        if barred and tree.lemma[clause].lower() in ends
        else None
    )


def _in_force(tree: Tree, be: int) -> Kind | None:
    for preposition in prepositions(tree, be):
        state = tree.child(preposition, "pobj")
        if tree.lemma[preposition].lower() != "in" or state is None:
            continue
        if tree.lemma[state].lower() in ("force", "effect", "place"):
            return "for"
    return None


def _is_law(tree: Tree, phrases: Phrases, thing: int) -> bool:
    words = lexicon()
    law = tree.lemma[thing].lower() in words["act.law"] | words["law.pact"]
    return law and is_thing(tree, phrases, thing)


def _by_court(tree: Tree, verb: int) -> bool:
    """Whether a court says so, here or in the clause above."""
    at = verb
    for _ in range(3):
        agent = _agent(tree, at)
        subjects = [c for c in tree.children[at] if tree.relation[c] == "nsubj"]
        if agent is not None or subjects:
            return any(is_court(tree, c) for c in [*subjects, agent] if c is not None)
        if tree.relation[at] not in ("conj", "advcl"):
            break
        at = tree.head[at]
    return False


def _dissent(tree: Tree, verb: int) -> Iterator[Seed]:
    """Such as "dissented from the ruling", or only "dissented"."""
    for preposition in prepositions(tree, verb):
        thing = tree.child(preposition, "pobj")
        if tree.lemma[preposition].lower() == "from" and thing is not None:
            yield Seed(verb, verb, thing, "against")
            return
    for at in range(verb - 1, -1, -1):
        if tree.sentence[verb] - tree.sentence[at] > _FAR:
            return
        if tree.lemma[at].lower() in lexicon()["law.ruling"] and (
            tree.pos[at] == "NOUN" and tree.relation[at] != "compound"
        ):
            yield Seed(verb, verb, at, "against")
            return
