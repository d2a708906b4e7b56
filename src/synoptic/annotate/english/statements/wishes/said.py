"""Clauses in somebody's words that are the speaker's own: not asked, not supposed."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from synoptic.annotate.english.negation import is_negated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from synoptic.annotate.english.statements.lexicon import Kind
    from synoptic.annotate.english.tree import Tree
    from synoptic.model import Quotation

_SUPPOSED = frozenset(
    "if whether unless lest until once when before after while as though although "
    "than".split()
)
_THINKS = frozenset(
    "think believe feel know say hope guess insist agree maintain mean promise vow "
    "assure tell make ensure understand see find stress repeat add guarantee".split()
)
_QUESTIONS = frozenset("WDT WP WP$ WRB".split())
_MOST_STEPS = 8


@dataclass(frozen=True, slots=True)
class SaidVerb:
    """A verb in somebody's words.

    Attributes:
        negated: Whether the words above it deny it: "I don't think we should".
    """

    verb: int
    quotation: Quotation
    negated: bool


class Intent(NamedTuple):
    """What a speaker wants done, or not.

    Attributes:
        verb: The verb of the clause that says so.
        thing: Head of the deed or the thing.
        deed: Whether it is a deed.
        firm: Whether it is up for decision: not what a speaker will do himself, be it
            to bring a cake.
    """

    verb: int
    thing: int
    kind: Kind
    deed: bool
    quotation: Quotation
    firm: bool = True


def said_verbs(
    tree: Tree, quotations: Sequence[Quotation], own: Callable[[int], bool]
) -> Iterator[SaidVerb]:
    """Yield the verbs that a speaker says for himself, each once.

    Args:
        tree: The parse.
        quotations: The quotations of the report.
        own: Whether the subject at a token is who speaks.
    """
    innermost: dict[int, Quotation] = {}
    sizes: dict[int, int] = {}
    for quotation in quotations:
        if quotation.block == "caption":
            continue
        for start, end in quotation.content:
            at = bisect_left(tree.start, start)
            while at < len(tree.start) and tree.start[at] < end:
                if end - start < sizes.get(at, end - start + 1):
                    innermost[at], sizes[at] = quotation, end - start
                at += 1
    for verb, quotation in sorted(innermost.items(), key=lambda item: item[0]):
        if tree.pos[verb] not in ("VERB", "AUX"):
            continue
        stand = _denied(tree, verb, innermost, own)
        if stand is not None:
            yield SaidVerb(verb, quotation, negated=stand)


def _denied(
    tree: Tree, verb: int, said: dict[int, Quotation], own: Callable[[int], bool]
) -> bool | None:
    """Whether the words over a verb deny it; None: it is not said as one's own."""
    at, denied, quotation = verb, False, said[verb]
    for _ in range(_MOST_STEPS):
        marks = {
            tree.lemma[c].lower()
            for c in tree.children[at]
            if tree.relation[c] in ("mark", "advmod") and c < at
        }
        asked = any(tree.tag[c] in _QUESTIONS and c < at for c in tree.children[at])
        relation, above = tree.relation[at], tree.head[at]
        outside = above == at or said.get(above) is not quotation
        if marks & _SUPPOSED and relation in ("advcl", "ccomp", "pcomp", "ROOT"):
            return None
        if asked and relation not in ("ROOT", "conj"):
            return None
        if outside:
            return denied
        if relation in ("conj", "parataxis"):
            at = above
        elif relation == "advcl" and tree.tag[at] != "VBG":
            if not marks & {"because", "since", "so", "that"}:
                return None
            at = above
        elif relation == "ccomp":
            thinks = tree.lemma[above].lower() in _THINKS
            thinker = tree.child(above, "nsubj")
            if tree.child(above, "acomp") is not None:
                it = thinker is not None and tree.word(thinker).lower() == "it"
                thinks, thinker = True, None if it else thinker
            if not thinks or (thinker is not None and not own(thinker)):
                return None
            denied ^= is_negated(tree, above)
            at = above
        else:
            return None
    return None


def wanted(said: SaidVerb, deed: int, *, denied: bool, firm: bool = True) -> Intent:
    """A deed that is wanted, or not."""
    kind: Kind = "against" if denied else "for"
    return Intent(said.verb, deed, kind, True, said.quotation, firm)


def subject_of(tree: Tree, verb: int) -> int | None:
    """The subject of a verb, or of the verb it is joined to."""
    at = verb
    for _ in range(3):
        found = tree.child(at, "nsubj", "nsubjpass", "expl")
        if found is not None or tree.relation[at] != "conj":
            return found
        at = tree.head[at]
    return None
