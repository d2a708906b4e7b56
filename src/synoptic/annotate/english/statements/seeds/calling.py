"""Seeds in what somebody calls a thing: "called it a joke", "which she found odd"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.clauses import without_relatives
from synoptic.annotate.english.statements.judgements.owed import is_told_of
from synoptic.annotate.english.statements.judgements.worth import leans_of
from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.annotate.english.statements.referents import TOLD
from synoptic.annotate.english.statements.seeds.seed import Seed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.lexicon import Kind
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_RELATIVE = frozenset("WDT WP".split())


def by_calling(tree: Tree, phrases: Phrases, verb: int) -> Iterator[Seed]:
    """Yield a seed where the words behind a verb of calling praise or condemn.

    The thing is the object, the subject of "was called a joke by", or what a relative
    clause hangs on.
    """
    if tree.lemma[verb].lower() not in lexicon()["describe.object"]:
        return
    thing, holder = _thing(tree, verb), None
    if tree.child(verb, "auxpass") is not None:
        agent = tree.child(verb, "agent")
        holder = None if agent is None else tree.child(agent, "pobj")
        if holder is None:
            return
    if thing is None:
        return
    known = phrases.is_bare(thing) or tree.lemma[thing].lower() in TOLD
    if not known and not is_told_of(tree, phrases, thing):
        return
    first = thing + 1 if thing > verb else verb + 1
    told: list[int] = []
    for token in range(first, tree.right[verb] + 1):
        if tree.relation[token] in ("cc", "conj") and tree.head[token] == verb:
            break
        if tree.relation[token] != "nsubj" or token != thing:
            told.append(token)
    told = without_relatives(tree, told) if thing > verb else told
    if not told:
        return
    condemning = lexicon()["worth.is_against"]
    leans = [lean for _, lean in leans_of(tree, told, negated=False) if lean] or [
        "against" for t in told if tree.lemma[t].lower() in condemning
    ]
    if leans:
        side: Kind = "praise" if leans[0] == "for" else "criticise"
        yield Seed(verb, verb, thing, side, actor=holder, firm=True)


def _thing(tree: Tree, verb: int) -> int | None:
    """Head of what is called so."""
    thing = tree.child(verb, "dobj", "nsubjpass")
    small = tree.child(verb, "ccomp", "xcomp", "oprd")
    if small is not None and tree.pos[small] in ("VERB", "AUX"):
        told_so = tree.tag[small] in ("VBG", "VBN")  # "finds the plan appalling"
        if not told_so or tree.child(small, "aux", "auxpass", "dobj"):
            return None  # "thinks the plan will fail": a whole thought
    if thing is None and small is not None:
        thing = tree.child(small, "nsubj")
    missing = thing is None or tree.tag[thing] in _RELATIVE
    holder = tree.child(verb, "nsubj")
    if tree.relation[verb] == "relcl" and small is None and holder is not None:
        # "a scheme he has called a disaster": the parser takes that for the object
        own = thing is not None and any(
            tree.word(c).lower() in ("a", "an") for c in tree.children[thing]
        )
        missing |= own and tree.tag[tree.left[verb]] not in (*_RELATIVE, "WRB")
    if tree.relation[verb] == "relcl" and missing:
        above = tree.head[verb]
        return tree.head[above] if tree.relation[above] == "appos" else above
    if thing is None or (thing < verb and tree.relation[thing] != "nsubjpass"):
        return None
    return thing
