"""Things that are judged though they are no subject: "no basis for the order"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.statements.clauses import (
    is_notion,
    own_words,
    told_of,
)
from synoptic.annotate.english.statements.judgements.evaluation import Evaluation, told
from synoptic.annotate.english.statements.judgements.kept import by_it, kept_by_it
from synoptic.annotate.english.statements.judgements.worth import (
    leans_of,
    phrases_of_worth,
)

if TYPE_CHECKING:
    from synoptic.annotate.english.statements.judgements.evaluation import Said
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_LIGHT = frozenset(
    "accept adopt approve broker conduct cut draft enact impose make negotiate offer "
    "pass push pursue ram reach run rush set sign strike take".split()
)
_HAS = frozenset("have see find share get".split())
_THERE_IS = frozenset("there nothing".split())
_OWN = frozenset("i we you".split())
_KNOWN = frozenset("the this that these those such".split())
# who can live without a thing does not miss it
_SPARES = frozenset("live do cope manage survive".split())


def _made(tree: Tree, phrases: Phrases, verb: int, said: Said) -> Evaluation | None:
    """Such as "the bank took a hostile step": what somebody else does, with its worth.

    All else that others do is told, not judged.
    """
    thing = tree.child(verb, "dobj")
    if thing is None or tree.lemma[verb].lower() not in _LIGHT:
        return None
    if not phrases.can_be_decided(thing):
        return None
    beside = [c for c in tree.children[thing] if tree.relation[c] == "amod"]
    leans = leans_of(tree, beside, negated=False) if beside else []
    if not leans or any(tree.child(c, "prep", "advcl") for c in beside):
        return None  # "a bill as awful as the one they spoke of"
    return told((verb, thing), leans[0][1], leans[0][0], said)


def beside(
    tree: Tree,
    phrases: Phrases,
    clause: tuple[int, int],
    said: Said,
    *,
    negated: bool,
) -> Evaluation | None:
    """A thing that is not the subject: "there is no basis for the order"."""
    verb, subject = clause
    low = tree.word(subject).lower()
    agent = tree.child(verb, "agent")
    notion = is_notion(tree, subject)
    if not (low in _OWN | _THERE_IS | {"it"} or agent is not None or notion):
        return _made(tree, phrases, verb, said)
    own = own_words(tree, verb)
    if low == "it":
        found = by_it(tree, phrases, verb, said, negated=negated)
        if found is not None or kept_by_it(tree, verb) is not None:
            return found
    if low in _OWN:
        leans = leans_of(tree, _held(tree, verb), negated=negated)
        leans = leans or phrases_of_worth(tree, own, negated=negated)
    else:
        leans = leans_of(tree, own, negated=negated)
    if not leans:
        return None
    if notion and low == "fact":
        deed = tree.child(subject, "acl")
        lean = leans[0][1] if len({side for _, side in leans}) == 1 else None
        return None if deed is None else told((verb, deed), lean, leans[0][0], said)
    if notion:
        own = list(range(subject + 1, tree.right[subject] + 1))
    things = [
        t
        for t in own
        if tree.relation[t] in ("dobj", "pobj", "attr", *(("nsubj",) if notion else ()))
        and tree.pos[t] in ("NOUN", "PROPN")
        and phrases.can_be_decided(t)
        and all(t != w for w, _ in leans)
        and tree.lemma[tree.head[t]].lower() not in ("than", "as")
        and not _keeps_to(tree, t)
    ]
    if not things:
        return None
    sure = low in _THERE_IS or tree.head[things[0]] == agent
    sure &= len({lean for _, lean in leans}) == 1
    return told((verb, things[0]), leans[0][1] if sure else None, leans[0][0], said)


def _keeps_to(tree: Tree, thing: int) -> bool:
    """Whether it is what one acts by: "in accordance with the law", "in order to"."""
    link = tree.head[thing]
    by = tree.lemma[tree.head[link]].lower() in ("accordance", "compliance", "line")
    order = tree.lemma[thing].lower() == "order" and tree.lemma[link].lower() == "in"
    return by or order


def _held(tree: Tree, verb: int) -> list[int]:
    """What somebody is, has or sees: "I see serious problems with the plan"."""
    held = told_of(tree, verb)
    thing = tree.child(verb, "dobj")
    if thing is not None and tree.lemma[verb].lower() in _HAS:
        beside = [c for c in tree.children[thing] if tree.relation[c] == "amod"]
        held = sorted([*held, thing, *beside])
    return held


def without(tree: Tree, phrases: Phrases, verb: int, said: Said) -> Evaluation | None:
    """What is not to be missed, or is: "without the tunnel, we are going nowhere".

    And "we can live without the tunnel".
    """
    under_cue = [] if said.cue is None else tree.children[said.cue]
    for link in (*tree.children[verb], *under_cue):
        thing = tree.child(link, "pobj")
        if thing is None or tree.lemma[link].lower() != "without":
            continue
        known = any(tree.lemma[c].lower() in _KNOWN for c in tree.children[thing])
        if known and phrases.can_be_decided(thing):
            spared = tree.lemma[verb].lower() in _SPARES and not is_negated(tree, verb)
            return told((verb, thing), "against" if spared else "for", link, said)
    return None
