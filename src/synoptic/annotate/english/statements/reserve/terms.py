"""On what terms a thing is to be, where only the terms say where somebody stands.

"If it is proven, action will be taken"; "there will be no talks until they leave".
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.statements.conditions import conditions_of
from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.annotate.english.statements.seeds.seed import is_plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree
    from synoptic.model import Quotation, Span

_AHEAD = frozenset(
    "will would 'll ’ll can could must should shall may might to".split()
)
_DUTY = frozenset("have need".split())
_OWN = frozenset("i we".split())
_MAY_BE = frozenset("could may might".split())
_OWN_TOLD = frozenset("i we he she it they".split())
_SUPPOSED = frozenset("if unless whether until".split())
_GOES = frozenset("begin start end increase rise fall go come pass".split())
_STAYS = frozenset("continue stay remain proceed resume happen stand".split())
_TIED = frozenset("subject contingent conditional dependent".split())
_YES = frozenset("yes sure absolutely definitely certainly".split())
_DEPENDS = frozenset("depend hinge".split())
_PARTS = frozenset("part element piece component ingredient condition".split())
_FINDS = frozenset(
    "calculate conclude estimate expect find forecast predict project".split()
)
_DUE = frozenset("must should".split())
# what is done to a thing by nobody's will: "would be felt"
_FELT = frozenset(
    "feel lose hurt hit kill wound see find know leave make cause".split()
)


@dataclass(frozen=True, slots=True)
class Term:
    """A thing that is to be, or to be done, on terms.

    Attributes:
        verb: The verb it hangs on.
        target: Head of the thing, or the verb of the deed.
        conditions: The terms, in the words of the report.
        quotation: The words it stands in.
    """

    verb: int
    target: int
    conditions: tuple[Span, ...]
    quotation: Quotation


def find_terms(
    tree: Tree, phrases: Phrases, quotations: Sequence[Quotation]
) -> Iterator[Term]:
    """Yield what is said to be done on terms, in anybody's words."""
    for quotation in quotations:
        if quotation.block == "caption" or quotation.act in ("described", "accused"):
            continue
        if quotation.cue is not None:
            cue = bisect_left(tree.start, quotation.cue.start)
            if tree.lemma[cue].lower() in _FINDS:
                continue  # "concluded that if it rains, fares could fall" sets no terms
        for span in quotation.content:
            for token in range(bisect_left(tree.start, span.start), len(tree.start)):
                if tree.start[token] >= span.end:
                    break
                if tree.word(token).lower() in _YES and quotation.kind == "direct":
                    answer = _answer(tree, token, quotation)
                    if answer is not None:
                        yield answer
                if tree.pos[token] in ("VERB", "AUX"):
                    tied = (
                        _tied(tree, phrases, token, quotation)
                        or _part_of(tree, phrases, token, quotation)
                        or _one_way(tree, token, quotation)
                    )
                    if tied is not None:
                        yield tied
                        continue
                    target = _target(tree, phrases, token, quotation)
                    if target is None:
                        continue
                    found = conditions_of(tree, token)
                    if found.spans and found.binding:
                        yield Term(token, target, tuple(found.spans), quotation)


def _answer(tree: Tree, yes: int, quotation: Quotation) -> Term | None:
    """Such as "“If the raids stop, then yes,” she said of a truce"."""
    if quotation.cue is None:
        return None
    opens = bisect_left(tree.start, quotation.content[0].start)
    if opens < yes and tree.word(opens) in ("“", '"'):
        opens += 1
    if opens >= yes or tree.word(opens).lower() != "if":
        return None
    cue = bisect_left(tree.start, quotation.cue.start)
    for link in tree.children[cue]:
        if link > cue and tree.lemma[link].lower() in ("of", "about", "on"):
            thing = tree.child(link, "pobj")
            last = tree.right[tree.head[opens]]
            last = last if opens < last < yes else yes - 1
            while tree.word(last).lower() in (",", "then"):
                last -= 1
            words = tree.span(opens, last)
            return None if thing is None else Term(yes, thing, (words,), quotation)
    return None


def _tied(tree: Tree, phrases: Phrases, verb: int, quotation: Quotation) -> Term | None:
    """Such as "the pay was conditioned on the vote", "support depends on the price"."""
    lemma = tree.lemma[verb].lower()
    passive = lemma in lexicon()["conditional.tie"] and tree.child(verb, "auxpass")
    if not passive and lemma not in _DEPENDS:
        return None
    thing = tree.child(verb, "nsubjpass", "nsubj")
    link = next(
        (
            c
            for c in tree.children[verb]
            if c > verb and tree.lemma[c].lower() in ("on", "upon", "to")
        ),
        None,
    )
    if thing is None or link is None or tree.child(link, "pobj", "pcomp") is None:
        return None
    if tree.pos[thing] not in ("NOUN", "PROPN") or is_negated(tree, verb):
        return None
    backing = tree.child(thing, "prep")
    backs = tree.lemma[thing].lower() in lexicon()["for.noun"]
    if backs and backing is not None:
        thing = tree.child(backing, "pobj") or thing
    elif not (passive or phrases.can_be_decided(thing)):
        return None  # "the harvest depends on rain"
    if phrases.can_stand(thing):
        return None
    words = tree.span(link, tree.right[link])
    return Term(verb, thing, (words,), quotation)


def _part_of(
    tree: Tree, phrases: Phrases, verb: int, quotation: Quotation
) -> Term | None:
    """Such as "guards must be a part of the deal"."""
    part = tree.child(verb, "attr")
    if tree.lemma[verb] != "be" or part is None or is_negated(tree, verb):
        return None
    if tree.lemma[part].lower() not in _PARTS:
        return None
    at = _due(tree, verb)
    link, subject = tree.child(part, "prep"), tree.child(at or verb, "nsubj")
    whole = None if link is None else tree.child(link, "pobj")
    if at is None or subject is None or whole is None:
        return None
    if not phrases.can_be_decided(whole):
        return None
    clause = tree.span(tree.left[subject], tree.right[whole])
    return Term(at, whole, (clause,), quotation)


def _one_way(tree: Tree, verb: int, quotation: Quotation) -> Term | None:
    """Such as "we have to do it with a partner", "must do this carefully"."""
    it = tree.child(verb, "dobj")
    if tree.lemma[verb] != "do" or it is None or is_negated(tree, verb):
        return None
    at = _due(tree, verb)
    if at is None or tree.word(it).lower() not in ("it", "this", "that"):
        return None
    for child in tree.children[verb]:
        manner = tree.word(child).lower().endswith("ly")
        if child > it and (
            (
                tree.relation[child] == "prep"
                and tree.lemma[child] in ("with", "through")
            )
            or (tree.relation[child] == "advmod" and manner)
        ):
            words = tree.span(child, tree.right[child])
            return Term(at, it, (words,), quotation)
    return None


def _due(tree: Tree, verb: int) -> int | None:
    """The verb that says what must be: "has to" over it, or itself with "must"."""
    if tree.relation[verb] == "xcomp":
        above = tree.head[verb]
        return above if tree.lemma[above].lower() in _DUTY else None
    helpers = {tree.lemma[c].lower() for c in tree.children[verb] if c < verb}
    return verb if helpers & _DUE else None


def _target(
    tree: Tree, phrases: Phrases, verb: int, quotation: Quotation
) -> int | None:
    """What is to be on terms; None: nothing, or it is only supposed or foretold."""
    if any(
        tree.relation[c] == "mark" and tree.lemma[c].lower() in _SUPPOSED
        for c in tree.children[verb]
    ):
        return None
    helpers = {tree.lemma[c].lower() for c in tree.children[verb] if c < verb}
    inner = verb
    if tree.lemma[verb].lower() in _DUTY:
        inner = tree.child(verb, "xcomp") or verb
    said = tree.child(verb, "acomp")
    may_be = said is not None and tree.lemma[said].lower() == "possible"
    if inner == verb and not (helpers & _AHEAD or may_be):
        return None
    subject = tree.child(verb, "nsubj", "nsubjpass", "expl")
    if subject is None or tree.child(inner, "agent") is not None:
        return None
    word = tree.word(subject).lower()
    if word == "there":
        thing = tree.child(inner, "attr", "dobj")
        if thing is None or phrases.can_stand(thing) or phrases.is_nothing(thing):
            return None
        return thing
    own = _OWN if quotation.kind == "direct" else _OWN_TOLD
    if tree.child(inner, "auxpass") is not None:
        felt = tree.lemma[inner].lower() in _FELT or phrases.is_person(subject)
        return None if felt or phrases.is_nothing(subject) else subject
    if "have" in helpers:
        return None  # "if they had come, it could have been saved"
    if word == "it" and helpers & _MAY_BE:
        return None  # "warned that it could cause a strike"
    if word in own:
        done = tree.child(inner, "dobj")
        named = done is not None and not phrases.is_nothing(done)
        return inner if named and is_plain(tree, inner) else None
    if phrases.can_stand(subject) or tree.pos[subject] not in ("NOUN", "PROPN"):
        return None
    lemma, said = tree.lemma[inner].lower(), tree.child(inner, "acomp")
    tied = said is not None and tree.lemma[said].lower() in _TIED
    tied |= may_be and phrases.can_be_decided(subject)
    goes = lemma in _GOES and phrases.can_be_decided(subject)
    return subject if goes or tied or lemma in _STAYS else None
