"""What somebody is said to find of a thing: its worth, its needs, its fate."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.statements.clauses import (
    CLAIMS,
    hangs_on_if,
    inner_of,
    is_asked,
    is_denied,
    is_disclaimed,
    is_doubted,
    is_supposed,
    own_words,
    part_of,
    serves_others,
)
from synoptic.annotate.english.statements.judgements.beside import beside, without
from synoptic.annotate.english.statements.judgements.comparisons import by_comparison
from synoptic.annotate.english.statements.judgements.conduct import judged_in
from synoptic.annotate.english.statements.judgements.described import (
    described,
    is_verbless,
)
from synoptic.annotate.english.statements.judgements.effects import (
    has_effect,
    is_course,
    tells_content,
)
from synoptic.annotate.english.statements.judgements.epithets import by_epithet
from synoptic.annotate.english.statements.judgements.evaluation import (
    Evaluation,
    Said,
    told,
)
from synoptic.annotate.english.statements.judgements.fragments import find_fragments
from synoptic.annotate.english.statements.judgements.judged_deeds import by_deed_of
from synoptic.annotate.english.statements.judgements.kept import found_so
from synoptic.annotate.english.statements.judgements.needs import need_of, needed, to_be
from synoptic.annotate.english.statements.judgements.outcomes import by_outcome
from synoptic.annotate.english.statements.judgements.owed import is_told_of, owed
from synoptic.annotate.english.statements.judgements.predicates import is_called
from synoptic.annotate.english.statements.judgements.questions import by_question
from synoptic.annotate.english.statements.judgements.rules import (
    by_conduct,
    by_rule,
    no_reason,
)
from synoptic.annotate.english.statements.judgements.subjects import (
    own_subject,
    subject_of,
    thing_of,
)
from synoptic.annotate.english.statements.judgements.views import (
    FIRST,
    convinced,
    find_views,
)
from synoptic.annotate.english.statements.judgements.worth import (
    condemned,
    is_state,
    leans_of,
)
from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.annotate.english.statements.referents import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree
    from synoptic.model import Quotation
    from synoptic.model.positions import Lean

_SHOWS = frozenset("come be seem appear look".split())
_DISPUTES = frozenset("deny dispute contest doubt question".split())
_WAYS = frozenset("way manner fashion".split())
_FACTS = frozenset("injure kill maim wound".split())
_COUNTS = frozenset("census data figure poll polling statistic survey".split())
_NONE = frozenset("few neither no".split())
_UNDERGOES = frozenset("bear draw endure face get receive survive withstand".split())
_LASTS = frozenset("complete ongoing over pending underway".split())
_CAUSES = frozenset(
    "allow cause compel enable ensure force guarantee help permit push sure".split()
)
_LEANING_CUES: dict[str, Lean] = {
    "boast": "for",
    "brag": "for",
    "warn": "against",
    "complain": "against",
    "lament": "against",
    "grumble": "against",
}


def find_evaluations(
    tree: Tree, phrases: Phrases, quotations: Sequence[Quotation]
) -> Iterator[Evaluation]:
    """Yield what people are said to find that a thing is, does or must do."""
    starts = tree.start
    for quotation in quotations:
        if quotation.block == "caption":
            continue
        if quotation.act == "described" or is_verbless(tree, quotation):
            found = described(tree, phrases, quotation)
            if found is not None:
                yield found
            continue
        if quotation.act == "accused":
            continue  # about the deed, which seeds/blame.py finds
        cue = _cue(tree, quotation)
        if cue is not None and (
            is_negated(tree, cue)
            or any(tree.lemma[c].lower() == "why" for c in tree.children[cue])
        ):
            continue  # "why she says that it is a mistake"
        said = Said(quotation, None, cue)
        disputed = cue is not None and tree.lemma[cue].lower() in _DISPUTES
        yield from find_fragments(tree, said)
        for span in quotation.content:
            for token in range(bisect_left(starts, span.start), len(starts)):
                if starts[token] >= span.end:
                    break
                if tree.pos[token] in ("VERB", "AUX"):
                    unsaid = disputed or is_disclaimed(tree, token)
                    for found in _evaluation(tree, phrases, token, said):
                        yield replace(found, lean=None) if unsaid else found
                    continue
                if tree.pos[token] == "NOUN":
                    one = no_reason(tree, phrases, token, said)
                    one = one or by_epithet(tree, phrases, token, said)
                else:
                    one = by_comparison(tree, phrases, token, said)
                if one is not None:
                    yield one
    for holder, clause, feared in find_views(tree, phrases):
        for found in _evaluation(tree, phrases, clause, Said(None, holder, None)):
            # "fears that it fails" and "that it harms us" lean to two sides
            yield replace(found, lean=None) if feared else found
    for verb in range(len(tree.head)):
        finder = tree.child(verb, "nsubj")
        if finder is not None and phrases.can_stand(finder):
            yield from found_so(tree, phrases, verb, Said(None, finder, None))


def _cue(tree: Tree, quotation: Quotation) -> int | None:
    """The token of the cue."""
    if quotation.cue is None:
        return None
    token = bisect_left(tree.start, quotation.cue.start)
    return token if token < len(tree.start) else None


def _evaluation(
    tree: Tree, phrases: Phrases, verb: int, said: Said
) -> Iterator[Evaluation]:
    above = tree.head[verb]
    told_as_fact = tree.lemma[above].lower() == "fact" or convinced(tree, above)
    subject = subject_of(tree, phrases, verb, as_fact=bool(told_as_fact))
    negated = is_denied(tree, verb)
    own = own_subject(tree, verb)
    in_relative = tree.relation[verb] == "relcl" and not told_as_fact
    if own is not None and in_relative and not is_asked(tree, verb):
        yield from judged_in(tree, phrases, (verb, own), said, negated=negated)
    if subject is None:
        return
    if (
        tree.tag[verb] in ("VBN", "VB", "VBG")
        and not any(tree.relation[c] in ("aux", "auxpass") for c in tree.children[verb])
        and not _is_plural_present(tree, verb, subject, said)
    ):
        return
    if _is_wished(tree, verb) or _is_made_sure(tree, verb):
        return
    if is_supposed(tree, verb) or _is_others(tree, verb, said):
        asked = by_question(tree, phrases, verb, said) if said.quotation else None
        if asked is not None:
            yield asked
        return
    low = tree.word(subject).lower()
    if low in ("it", "that") and tree.relation[verb] == "advcl":
        return  # "because it is right": the stand itself
    negated ^= is_doubted(tree, verb)
    if any(tree.lemma[c].lower() in _NONE for c in tree.children[subject]):
        return  # "no toll is needed": of no toll there is
    if tree.lemma[subject].lower() == "none":
        negated = not negated
    judged = list(judged_in(tree, phrases, (verb, subject), said, negated=negated))
    yield from judged
    target = thing_of(tree, phrases, verb, part_of(tree, subject))
    if low == "there" and said.quotation is not None:
        found = to_be(tree, phrases, verb, said.quotation, negated=negated)
        if found is not None:
            yield found
            return
    found = (
        by_rule(tree, phrases, (verb, subject), said, negated=negated)
        or by_conduct(tree, phrases, (verb, subject), said, negated=negated)
        or by_deed_of(tree, phrases, (verb, subject), said, negated=negated)
        or without(tree, phrases, verb, said)
    )
    if found is not None:
        yield found
        return
    if target is None and judged:
        return  # "runs a racist campaign" is about whoever runs it
    if target is None:
        found = beside(tree, phrases, (verb, subject), said, negated=negated)
    else:
        inner, is_need = need_of(tree, phrases, verb)
        such = tree.child(inner, "acomp")
        such_that = such is not None and tree.lemma[such].lower() == "such"
        if is_need and (such_that or tree.lemma[inner].lower() not in _SHOWS):
            found = needed(tree, phrases, (verb, inner, target), said, negated=negated)
        elif not is_need or tree.lemma[inner].lower() != "be":  # not "must be fair"
            found = _worth(tree, phrases, (verb, target), said, negated=negated)
    if found is None and said.quotation is not None:
        found = owed(tree, phrases, verb, said) or by_outcome(tree, phrases, verb, said)
    if found is not None:
        yield found


def _is_plural_present(tree: Tree, verb: int, subject: int, said: Said) -> bool:
    """Whether it is "the findings confirm", which the tagger takes for a bare verb.

    "Demands that the boats leave" has a bare verb.
    """
    wished = lexicon()["operator.wish"] | lexicon()["operator.urge"]
    asks = said.cue is not None and tree.lemma[said.cue].lower() in wished
    return (
        tree.tag[verb] == "VB"
        and tree.tag[subject] in ("NNS", "NNPS")
        and (tree.relation[verb] == "ROOT" or tree.head[verb] == said.cue)
        and not asks
    )


def _is_wished(tree: Tree, verb: int) -> bool:
    """Whether it is only hoped for: "hoped the town would do the right thing"."""
    above = tree.head[verb]
    wished = tree.lemma[above].lower() in ("hope", "wish", "pray")
    helpers = {tree.lemma[c].lower() for c in tree.children[verb] if c < verb}
    if tree.relation[verb] == "advcl" and tree.lemma[tree.left[verb]].lower() == "so":
        return not helpers.isdisjoint(("can", "could", "may"))  # "so we can be fair"
    return wished and tree.relation[verb] == "ccomp" and "would" in helpers


def _is_made_sure(tree: Tree, verb: int) -> bool:
    """Whether it is only brought about: "ensures that it is fair", "causes it to"."""
    above = tree.head[verb]
    never = tree.lemma[above].lower() == "be" and any(
        tree.relation[c] == "neg" for c in tree.children[above]
    )  # "it can never be that ..."
    caused = never or tree.lemma[above].lower() in _CAUSES
    return tree.relation[verb] == "ccomp" and caused


def _is_others(tree: Tree, verb: int, said: Said) -> bool:
    """Whether it hangs on what somebody else is told to say: "they claim that ..."."""
    above = tree.head[verb]
    if said.quotation is None or tree.relation[verb] != "ccomp":
        return False
    at = tree.start[above]
    if not any(span.start <= at < span.end for span in said.quotation.content):
        return False  # the cue itself
    if tree.lemma[above].lower() not in CLAIMS:
        return False
    subject = tree.child(above, "nsubj")
    while subject is None and tree.relation[above] in ("advcl", "conj", "xcomp"):
        above = tree.head[above]  # "was raging, telling friends that ..."
        if not any(
            s.start <= tree.start[above] < s.end for s in said.quotation.content
        ):
            return False
        subject = tree.child(above, "nsubj")
    return subject is not None and tree.word(subject).lower() not in FIRST


def _worth(
    tree: Tree,
    phrases: Phrases,
    clause: tuple[int, int],
    said: Said,
    *,
    negated: bool,
) -> Evaluation | None:
    """What a clause says of the thing that is its subject."""
    verb, target = clause
    own = [
        t
        for t in own_words(tree, verb)
        if not tree.left[target] <= t <= tree.right[target]
    ]
    leans = [
        (token, lean)
        for token, lean in leans_of(tree, own, negated=negated)
        # what is harmed is not what harms
        if (tree.child(token, "nsubjpass") is None or is_state(tree, token))
        and not _is_others_conduct(tree, token, verb)
        and not _is_undergone(tree, token, verb)
    ]
    if not leans and not negated:
        leans = condemned(tree, verb)
    fact = tree.lemma[verb].lower() in _FACTS and not phrases.is_bare(target)
    if fact and not phrases.can_be_decided(target):
        return None  # "the storm killed dozens"
    if leans:
        # "promising, but not enough" leans to no side
        one = leans[0][1] if len({lean for _, lean in leans}) == 1 else None
        if hangs_on_if(tree, verb) or (one == "for" and serves_others(tree, verb)):
            one = None
        return told(clause, one, leans[0][0], said)
    reported = tree.lemma[target].lower() in TOLD
    if said.quotation is None:
        return None
    known = reported or phrases.can_be_decided(target) or phrases.is_bare(target)
    weighed = known or tree.pos[target] == "VERB"
    if weighed or is_told_of(tree, phrases, target):
        called = is_called(tree, verb, known=weighed, negated=negated)
        if called is not None:
            return told(clause, called[1], called[0], said)
    if tree.lemma[target].lower() in _COUNTS:
        return None  # "the polling shows that most think so"
    if not known:
        noted = is_told_of(tree, phrases, target) and tree.tag[verb] != "VBD"
        noted |= tree.pos[target] == "VERB" and tree.lemma[verb] != "make"
        owner = tree.child(target, "poss")
        if owner is not None and tree.pos[owner] == "PRON":
            return None  # what his own people did
        noted = noted and has_effect(tree, clause, said, any_verb=False)
        return told(clause, None, verb, said) if noted else None
    cue = None if said.cue is None else _LEANING_CUES.get(tree.lemma[said.cue].lower())
    if said.quotation.act == "criticised":
        cue = "against"
    if cue is not None:
        return told(clause, cue, verb, said)
    if tells_content(tree, verb):
        return None
    if not phrases.is_bare(target) and _in_marks(tree, verb, said.quotation):
        # the report thought these words of a thing worth quoting
        plain = said.quotation.kind == "direct" and _is_plain(tree, verb)
        plain |= is_course(tree, verb)
        return None if plain else told(clause, None, verb, said)
    if has_effect(tree, (inner_of(tree, verb), target), said, any_verb=True):
        return told(clause, None, verb, said)
    return None


def _is_others_conduct(tree: Tree, token: int, verb: int) -> bool:
    """Whether a word tells how others act: "rests on men acting in good faith"."""
    at = token
    while at != verb and tree.head[at] != at:
        noun = tree.head[at]
        apart = tree.relation[noun] == "pobj" and tree.lemma[noun].lower() not in _WAYS
        if tree.relation[at] == "acl" and tree.tag[at] == "VBG":
            return apart
        if tree.tag[tree.left[at]] == "WDT" and tree.relation[at] == "relcl" and apart:
            return tree.lemma[tree.head[noun]].lower() != "of"
        at = tree.head[at]
    return False


def _is_plain(tree: Tree, verb: int) -> bool:
    """Whether it only tells what was done with a thing, or that it goes on."""
    how = tree.child(verb, "acomp", "advmod")
    lasts = how is not None and tree.lemma[how].lower() in _LASTS
    if tree.lemma[verb].lower() == "be":
        return lasts
    done = tree.tag[verb] == "VBN" and tree.child(verb, "auxpass") is not None
    return done and tree.child(verb, "oprd", "xcomp", "advmod") is None


def _is_undergone(tree: Tree, token: int, verb: int) -> bool:
    """Whether a word tells of what befalls the thing: "has faced unfair scrutiny"."""
    borne = tree.lemma[verb].lower() in _UNDERGOES
    return borne and token > verb and tree.child(verb, "dobj") is not None


def _in_marks(tree: Tree, verb: int, quotation: Quotation) -> bool:
    """Whether a named person's own words begin at or behind the verb."""
    if quotation.speaker.entity is None and quotation.kind != "direct":
        return False
    if quotation.kind == "indirect":
        return False
    if quotation.kind == "direct":
        return tree.relation[verb] in ("ROOT", "ccomp")
    behind = tree.text[tree.start[verb] : tree.end[tree.right[verb]]]
    return any(mark in behind for mark in '“"')
