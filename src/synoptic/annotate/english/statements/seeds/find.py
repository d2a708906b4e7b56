"""Seeds of statements: a word that carries a stance, with what it is about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.reserve.denials import denied
from synoptic.annotate.english.statements.seeds.acts import find_acts
from synoptic.annotate.english.statements.seeds.answers import by_answer
from synoptic.annotate.english.statements.seeds.behests import by_behest
from synoptic.annotate.english.statements.seeds.blame import by_blame
from synoptic.annotate.english.statements.seeds.bonds import by_bond
from synoptic.annotate.english.statements.seeds.calling import by_calling
from synoptic.annotate.english.statements.seeds.deeds import by_deed
from synoptic.annotate.english.statements.seeds.duties import by_duty
from synoptic.annotate.english.statements.seeds.feelings import by_doubt, by_feeling
from synoptic.annotate.english.statements.seeds.judgements import (
    by_charge,
    by_judgement,
)
from synoptic.annotate.english.statements.seeds.leaving import by_leaving
from synoptic.annotate.english.statements.seeds.literal import is_literal
from synoptic.annotate.english.statements.seeds.nouns import by_noun
from synoptic.annotate.english.statements.seeds.prefixes import by_prefix
from synoptic.annotate.english.statements.seeds.regard import by_regard
from synoptic.annotate.english.statements.seeds.responses import by_response
from synoptic.annotate.english.statements.seeds.second_thoughts import by_second_thought
from synoptic.annotate.english.statements.seeds.seed import Seed
from synoptic.annotate.english.statements.seeds.signed import by_signing
from synoptic.annotate.english.statements.seeds.validity import by_validity
from synoptic.annotate.english.statements.seeds.verbs import by_verb
from synoptic.annotate.english.statements.seeds.whole_clauses import by_what
from synoptic.annotate.english.statements.seeds.words import (
    by_adjective,
    by_preposition,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

_NEAR = 2
_MAKING = frozenset("make keep leave get turn".split())
_NOT_SAID = frozenset({"amod", "compound", "case", "prep"})


def find_seeds(tree: Tree, phrases: Phrases) -> Iterator[Seed]:
    """Yield the seeds of a report in order of their word."""
    last: Seed | None = None
    before: Seed | None = None  # in an earlier sentence
    for seed in _own_seeds(tree, phrases):
        if is_literal(tree, phrases, seed):
            continue
        if last is not None and tree.sentence[seed.token] != tree.sentence[last.token]:
            before = last
        if seed.target is None and seed.kind == "same":
            # "Lee, who joined the march, agrees": with what was said before
            agrees = tree.lemma[seed.token].lower() != "do"
            same = _taken_up(tree, seed, before if agrees else last)
            if same is not None:
                yield same
            continue
        yield seed
        if seed.target is not None and seed.kind in ("for", "against", "undo"):
            last = seed


def _taken_up(tree: Tree, seed: Seed, last: Seed | None) -> Seed | None:
    """What "do so", "agrees" stand for: what was last spoken of."""
    if last is None or tree.sentence[seed.token] - tree.sentence[last.token] > _NEAR:
        return None
    if tree.lemma[seed.token] == "do" and tree.pos[last.token] != "VERB":
        return None
    return replace(
        last, token=seed.token, clause=seed.clause, actor=None, condition=None
    )


def _again(tree: Tree, verb: int) -> Iterator[Seed]:
    """Such as "was reluctant to do so", "the mayor agrees"."""
    lemma = tree.lemma[verb].lower()
    behind = [c for c in tree.children[verb] if c > verb and tree.pos[c] != "PUNCT"]
    if lemma == "do":
        so = any(tree.word(c).lower() == "so" for c in behind)
        if so and tree.child(verb, "dobj") is None:
            yield Seed(verb, verb, None, "same")
    elif lemma in ("agree", "concur") and not behind:
        yield Seed(verb, verb, None, "same")


def _is_made(tree: Tree, word: int) -> bool:
    """Whether others are made so: "rivals make them less keen on the party"."""
    above = tree.head[word]
    return (
        tree.relation[word] in ("ccomp", "oprd")
        and tree.lemma[above].lower() in _MAKING
        and tree.child(above, "auxpass") is None
        and (tree.child(word, "nsubj") or tree.child(above, "dobj")) is not None
    )


def _own_seeds(tree: Tree, phrases: Phrases) -> Iterator[Seed]:
    for token in range(len(tree.head)):
        pos, relation = tree.pos[token], tree.relation[token]
        if pos == "VERB" and denied(tree, phrases, token) is not None:
            continue  # reserve/denials.py: neither for nor against what is told
        if acts := list(find_acts(tree, phrases, token)):
            yield from acts
            continue
        if pos == "VERB":
            yield from by_validity(tree, phrases, token)
            yield from by_leaving(tree, phrases, token)
        if signed := list(by_signing(tree, phrases, token)):
            yield from signed
            continue
        yield from by_prefix(tree, phrases, token)
        if relation in _NOT_SAID and pos != "ADP":
            continue
        charged = list(by_charge(tree, phrases, token))
        blamed = charged or list(by_blame(tree, phrases, token))
        yield from blamed or by_judgement(tree, phrases, token)
        yield from by_regard(tree, phrases, token)
        yield from by_bond(tree, phrases, token)
        if pos in ("VERB", "AUX"):
            yield from by_doubt(tree, phrases, token)
            if token and tree.tag[token - 1] == "POS":
                continue  # "Kyiv's proposed truce"
            yield from _again(tree, token)
            yield from by_verb(tree, phrases, token)
            yield from by_response(tree, phrases, token)
            yield from by_second_thought(tree, phrases, token)
            yield from by_what(tree, phrases, token)
            yield from by_calling(tree, phrases, token)
            yield from by_deed(tree, phrases, token)
            yield from by_duty(tree, phrases, token)
            yield from by_answer(tree, phrases, token)
            if tree.tag[token] in ("VBN", "VBD") or relation in (
                "acomp",
                "attr",
                "oprd",
            ):
                yield from by_adjective(tree, phrases, token)
                yield from by_feeling(tree, phrases, token)
        elif pos in ("NOUN", "PROPN"):
            wanted = list(by_behest(tree, phrases, token))
            yield from wanted or by_noun(tree, phrases, token)
        elif pos in ("ADJ", "ADV") and not _is_made(tree, token):
            yield from by_adjective(tree, phrases, token)
            yield from by_feeling(tree, phrases, token)
        elif pos in ("ADP", "SCONJ"):
            yield from by_preposition(tree, phrases, token)
