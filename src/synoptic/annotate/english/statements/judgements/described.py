"""What somebody calls a thing: "called the answer promising", "Plan 'unfair'"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.clauses import without_relatives
from synoptic.annotate.english.statements.judgements.evaluation import Evaluation
from synoptic.annotate.english.statements.judgements.worth import leans_of
from synoptic.annotate.english.statements.lexicon import lexicon

if TYPE_CHECKING:
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree
    from synoptic.model import Quotation


def described(tree: Tree, phrases: Phrases, quotation: Quotation) -> Evaluation | None:
    """Such as "called the answer “promising”": the first noun is the thing."""
    inside = [
        token
        for span in quotation.content
        for token in range(bisect_left(tree.start, span.start), len(tree.start))
        if tree.start[token] < span.end
    ]
    target = _before(tree, quotation) or next(
        (
            t
            for t in inside
            if (
                tree.pos[t] in ("NOUN", "PROPN")
                and tree.relation[t] not in ("poss", "compound", "amod", "nmod")
            )
            or tree.word(t).lower() in ("it", "this")
        ),
        None,
    )
    if target is None or phrases.is_person(target) or phrases.is_nothing(target):
        return None
    behind = [t for t in inside if t > target]
    said = behind if target < inside[0] else without_relatives(tree, behind)
    condemning = lexicon()["worth.is_against"]
    leans = leans_of(tree, said, negated=False) or [
        (t, "against") for t in said if tree.lemma[t].lower() in condemning
    ]
    if leans:
        token, lean = leans[0]
        if len({side for _, side in leans}) > 1:
            lean = None
        return Evaluation(target, target, "unstated", lean, token, quotation)
    known = phrases.is_bare(target) or phrases.can_be_decided(target)
    known &= quotation.act == "described"
    if known and quotation.speaker.entity is not None:
        return Evaluation(target, target, "unstated", None, target, quotation)
    return None


def _before(tree: Tree, quotation: Quotation) -> int | None:
    """What a relative clause describes: "the plan, which she called a disgrace"."""
    if quotation.cue is None:
        return None
    cue = bisect_left(tree.start, quotation.cue.start)
    if cue >= len(tree.head) or tree.relation[cue] != "relcl":
        return None
    own = tree.child(cue, "dobj")
    if own is not None and tree.tag[own] not in ("WDT", "WP"):
        return None
    thing = tree.head[cue]
    return tree.head[thing] if tree.relation[thing] == "appos" else thing


def is_verbless(tree: Tree, quotation: Quotation) -> bool:
    """Whether a headline's words have no verb: "Abernathy: Toll plan 'unfair'"."""
    cue = quotation.cue
    if quotation.kind == "direct" or len(quotation.content) != 1 or cue is None:
        return False
    if tree.text[cue.start : cue.end] != ":":
        return False
    [span] = quotation.content
    first = bisect_left(tree.start, span.start)
    last = bisect_left(tree.start, span.end)
    return first < last and not any(
        tree.pos[t] in ("VERB", "AUX") for t in range(first, last)
    )
