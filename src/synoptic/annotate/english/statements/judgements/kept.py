"""Deeds for which "it" keeps the place: "it is wrong to close the bridge"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.statements.clauses import own_words
from synoptic.annotate.english.statements.judgements.evaluation import Evaluation, told
from synoptic.annotate.english.statements.judgements.worth import leans_of
from synoptic.annotate.english.statements.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.judgements.evaluation import Said
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree
    from synoptic.model.positions import Stance

_NECESSARY = frozenset(
    "important essential vital necessary crucial critical imperative urgent".split()
)
_SEEMS = frozenset("seem appear look prove tend continue begin start happen".split())
_FINDS = frozenset("find make think believe".split())
_ASKED = frozenset("if whether how why what when where unless".split())
_WISHED = frozenset("should must be".split())


def kept_by_it(tree: Tree, verb: int) -> int | None:
    """The clause for which "it" keeps the place: "it is good to see"."""
    if tree.lemma[verb].lower() in _SEEMS:
        return None
    if tree.child(verb, "dative") is not None:
        return None  # "it gives them an opening to go on"
    below = list(tree.children[verb])
    for child in tree.children[verb]:
        makes_sense = tree.lemma[child].lower() == "sense"
        if tree.relation[child] in ("acomp", "attr") or makes_sense:
            below += tree.children[child]
    for child in below:
        if child < verb:
            continue
        if tree.relation[child] in ("xcomp", "ccomp", "csubj", "acl", "relcl"):
            return child
        if tree.relation[child] == "advcl" and _is_infinitive(tree, child):
            return child
    return None


def _is_infinitive(tree: Tree, verb: int) -> bool:
    return any(
        tree.relation[c] == "aux" and tree.lemma[c] == "to" for c in tree.children[verb]
    )


def by_it(
    tree: Tree, phrases: Phrases, verb: int, said: Said, *, negated: bool
) -> Evaluation | None:
    """What a clause with "it" tells of the deed behind: "it is wrong to close it"."""
    deed = kept_by_it(tree, verb)
    if deed is None or not _is_done(tree, phrases, deed):
        return None
    inside = range(tree.left[deed], tree.right[deed] + 1)
    own = [t for t in own_words(tree, verb) if t not in inside]
    leans = leans_of(tree, own, negated=negated)
    if not leans:
        return None
    wished = phrases.infinitive(deed) or _is_wished(tree, deed)
    undone = phrases.infinitive(deed) and is_negated(tree, deed)
    if tree.lemma[leans[0][0]].lower() in _NECESSARY and not negated and wished:
        stance: Stance = "against" if undone else "for"
        return Evaluation(verb, deed, stance, None, leans[0][0], said.quotation)
    lean = leans[0][1] if len({side for _, side in leans}) == 1 else None
    if lean is not None and undone:
        lean = "for" if lean == "against" else "against"  # "wrong not to close it"
    return told((verb, deed), lean, leans[0][0], said)


def found_so(
    tree: Tree, phrases: Phrases, verb: int, said: Said
) -> Iterator[Evaluation]:
    """Yield what somebody finds a deed: "called it odd that they closed the bridge"."""
    lemma = tree.lemma[verb].lower()
    if lemma not in lexicon()["describe.object"] | _FINDS:
        return
    small = tree.child(verb, "ccomp", "xcomp")
    it = tree.child(verb, "dobj") or (small and tree.child(small, "nsubj"))
    if it is None or tree.word(it).lower() != "it" or it < verb:
        return
    for deed in range(it + 1, tree.right[verb] + 1):
        if tree.relation[deed] not in ("ccomp", "xcomp", "advcl", "acl", "relcl"):
            continue
        if deed == small and tree.pos[deed] != "VERB":
            continue
        between = list(range(it + 1, tree.left[deed]))
        leans = leans_of(tree, between, negated=False)
        if leans and _is_done(tree, phrases, deed):
            yield told((verb, deed), leans[0][1], leans[0][0], said)
        return


def _is_done(tree: Tree, phrases: Phrases, verb: int) -> bool:
    """Whether it is something to do, or done: "to close it", "that they closed it"."""
    if tree.lemma[verb].lower() == "do" and tree.child(verb, "dobj") is None:
        return False  # "the right thing to do"
    marks = {tree.lemma[c].lower() for c in tree.children[verb] if c < verb}
    marks.add(tree.lemma[tree.left[verb]].lower())  # "unclear how long it stays shut"
    asked = not marks.isdisjoint(_ASKED)
    own = tree.child(verb, "nsubj", "nsubjpass")
    if phrases.infinitive(verb):
        return (own or tree.child(verb, "dobj", "prep", "ccomp")) is not None
    return own is not None and not asked and tree.tag[own] not in ("WP", "WDT")


def _is_wished(tree: Tree, deed: int) -> bool:
    """Whether a clause tells what is to be: "that she let them in"."""
    helps = {tree.word(c).lower() for c in tree.children[deed] if c < deed}
    return (
        tree.tag[deed] in ("VB", "VBP") and helps.isdisjoint({"will", "would", "can"})
    ) or (not helps.isdisjoint(_WISHED))
