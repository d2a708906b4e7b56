"""Words of worth in a clause: which way they lean, with what turns them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.judgements.turns import (
    denied_before,
    is_turned,
    is_undenying,
    only_said,
)
from synoptic.annotate.english.statements.judgements.weighing import weighed
from synoptic.annotate.english.statements.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from synoptic.annotate.english.tree import Tree
    from synoptic.model.positions import Lean

_ASIDE = ("advmod", "npadvmod", "advcl", "dep", "intj")
_BESIDE_NOUNS = ("compound", "nmod", "poss")
_ADJECTIVES = ("acomp", "amod", "oprd")
_NOUNS = ("NOUN", "PRON")
_SIDES: tuple[Lean, Lean] = ("against", "for")
# "too good to miss"
_MISSED = frozenset(
    "ignore pass miss waste fail lose delay leave abandon refuse resist neglect "
    "postpone squander risk".split()
)
_SIDED = frozenset(
    "arm bank eye field flank foot hand hook knee lane leg side wing".split()
)


def worth_of(tree: Tree, token: int) -> Lean | None:
    """Which way a word leans by itself: "disastrous", "wrongly", "benefit"."""
    if _is_too(tree, token):
        return "for" if _is_missed(tree, token) else "against"
    relation, pos = tree.relation[token], tree.pos[token]
    if _is_joined(tree, token) or (pos == "ADJ" and relation in _ASIDE):
        return None
    if tree.tag[token] == "JJ" and tree.child(token, "det") is not None:
        return None  # "the poor"
    if tree.word(token) == "right" and tree.lemma[tree.head[token]].lower() in _SIDED:
        return None  # "her right hand"
    if lies_there(tree, token):
        return None
    if tree.word(token) == "worth" and _is_price(tree, token):
        return None
    if pos == "PRON" and (is_undenying(tree, token) or tree.child(token, "amod")):
        return None  # "nothing but trouble", "nothing wrong"
    if tree.word(token) == "Democratic":
        return None  # the party
    words = lexicon()
    for kind, forms in _readings(tree, token):
        for side in _SIDES:
            if forms & words[f"worth.{kind}_{side}"]:
                before = relation == "amod" and token < tree.head[token]
                if kind == "adjective" and before and forms & words["worth.alone"]:
                    return None
                return side
    return None


def _readings(tree: Tree, token: int) -> Iterator[tuple[str, set[str]]]:
    """The kinds of words it can be, each with the forms it may be listed under."""
    pos, lemma = tree.pos[token], tree.lemma[token].lower()
    low, whole = tree.word(token).lower(), tree.whole_word(token)
    if pos == "ADV":
        # "completely wrong": how wrong
        if low.endswith("ly") and tree.pos[tree.head[token]] not in ("ADJ", "ADV"):
            stem = low[:-2]
            forms = {stem, f"{stem}le", f"{stem[:-1]}y"}
            if stem.endswith("ical"):
                forms.add(stem[:-2])
            if not forms & lexicon()["worth.degree"]:
                yield "adjective", forms
        return
    if pos == "VERB":
        yield "verb", {lemma}
    if (
        pos == "ADJ"
        or (pos == "VERB" and tree.tag[token] in ("VBG", "VBN"))
        or (pos == "NOUN" and tree.relation[token] in _ADJECTIVES)
    ):
        behind = {f"{lemma}:{tree.lemma[c].lower()}" for c in tree.children[token]}
        yield "adjective", {lemma, low, whole} | behind
    is_noun = pos in _NOUNS and tree.relation[token] not in _BESIDE_NOUNS
    if is_noun or tree.relation[token] == "acomp":
        before = {
            f"{tree.word(c).lower()}-{lemma}"  # "power grab"
            for c in tree.children[token]
            if c == token - 1
        }
        yield "noun", {lemma, low, whole} | before


def _is_joined(tree: Tree, token: int) -> bool:
    """Whether a hyphen joins it to the next word: "self" of "self-serving"."""
    return (
        token + 1 < len(tree.head)
        and tree.word(token + 1) == "-"
        and tree.end[token] == tree.start[token + 1]
    )


def is_state(tree: Tree, token: int) -> bool:
    """Whether a participle tells how a thing is, not what befell it: "is broken"."""
    words = lexicon()
    states = words["worth.adjective_against"] | words["worth.adjective_for"]
    deeds = words["worth.verb_against"] | words["worth.verb_for"]
    return (
        tree.tag[token] == "VBN"
        and tree.child(token, "agent") is None
        and tree.word(token).lower() in states
        and tree.lemma[token].lower() not in deeds
    )


def _is_too(tree: Tree, token: int) -> bool:
    """Whether it is "too lax", and no "too" at the end of what was said before."""
    return (
        tree.pos[token] in ("ADJ", "ADV")
        and token > 0
        and tree.relation[token] not in ("pcomp", "pobj")
        and tree.lemma[token].lower() not in ("early", "soon", "close")
        and tree.word(token - 1).lower() == "too"
        and tree.head[token - 1] == token
    )


def _is_missed(tree: Tree, token: int) -> bool:
    """Whether it is "too good to miss"."""
    for place in (token, tree.head[token]):
        deed = tree.child(place, "xcomp", "advcl", "ccomp")
        if deed is not None and deed > token and tree.lemma[deed].lower() in _MISSED:
            return True
    return False


def leans_of(
    tree: Tree, clause: Iterable[int], *, negated: bool
) -> list[tuple[int, Lean | None]]:
    """The words of worth in a clause, each with the side it leans to there.

    Args:
        tree: The parse.
        clause: The tokens of the clause in order, without the thing itself.
        negated: Whether the clause denies what it says.

    Returns:
        Token and side; a side of None: turned by a word beside it, so that the worth
        is no longer told ("not bad").
    """
    inside = list(clause)
    if not inside:
        return []
    negated = negated and not only_said(tree, inside)
    sides = {t: lean for t in inside if (lean := worth_of(tree, t)) is not None}
    found: list[tuple[int, Lean | None]] = []
    for token, lean in weighed(tree, inside, sides).items():
        turned = is_turned(tree, inside, token, negated=negated)
        if turned or tree.lemma[token].lower() not in lexicon()["worth.denied"]:
            found.append((token, _flipped(lean) if turned else lean))
    for token, side, match in _phrases_among(tree, inside, negated=negated):
        found = [f for f in found if not _covers(tree, match, f[0])]
        found.append((token, side))
    return sorted(found, key=lambda f: f[0])


def condemned(tree: Tree, verb: int) -> list[tuple[int, Lean | None]]:
    """What a thing is said to be that only condemns there: "was an act of murder"."""
    listed = lexicon()["worth.is_against"]
    what = tree.child(verb, "attr")
    if what is None and tree.lemma[verb].lower() == "amount":
        to = tree.child(verb, "prep")
        what = None if to is None else tree.child(to, "pobj")
    while what is not None:
        if tree.lemma[what].lower() in listed:
            return [(what, "against")]
        of = tree.child(what, "prep")
        what = None if of is None else tree.child(of, "pobj")
    return []


def phrases_of_worth(
    tree: Tree, clause: Iterable[int], *, negated: bool, room: str = "worth"
) -> list[tuple[int, Lean | None]]:
    """The same for whole phrases alone: "expected more from it"."""
    inside = list(clause)
    return [
        (token, lean)
        for token, lean, _ in _phrases_among(tree, inside, negated=negated, room=room)
    ]


def _phrases_among(
    tree: Tree, inside: Sequence[int], *, negated: bool, room: str = "worth"
) -> Iterator[tuple[int, Lean | None, re.Match[str]]]:
    held = set(inside)
    start, end = tree.start[inside[0]], tree.end[inside[-1]]
    for side in _SIDES:
        for match in _phrases(f"{room}.{side}_phrase").finditer(tree.text, start, end):
            token = next(
                (t for t in inside if match.start() <= tree.start[t] < match.end()),
                None,
            )
            if token not in held or token is None:
                continue
            denied = _bare(match) and (negated or denied_before(tree, token))
            yield token, _flipped(side) if denied else side, match


def _covers(tree: Tree, match: re.Match[str], token: int) -> bool:
    return match.start() <= tree.start[token] < match.end()


def _bare(match: re.Match[str]) -> bool:
    """Whether a phrase holds no negation of its own: "no basis" does."""
    return re.search(r"\b(?:no|not|nothing|far)\b|n[’']t", match.group()) is None


def _flipped(lean: Lean) -> Lean | None:
    """The other side; what is denied to be bad is not yet good."""
    return "against" if lean == "for" else None


@cache
def _phrases(section: str) -> re.Pattern[str]:
    listed = sorted(lexicon()[section], key=len, reverse=True)
    forms = "|".join(re.escape(one).replace(r"\-", r"[\s-]+") for one in listed)
    return re.compile(rf"\b(?:{forms})\b", re.IGNORECASE)


def _is_price(tree: Tree, worth: int) -> bool:
    """Whether it is told in money: "her net worth", "watches worth a million"."""
    behind = range(worth + 1, tree.right[worth] + 1)
    return tree.word(worth - 1).lower() == "net" or any(
        tree.pos[t] in ("NUM", "SYM") for t in behind
    )


def lies_there(tree: Tree, verb: int) -> bool:
    """Whether it is "the towns that lie ahead", "lies in ruins", "lay bleeding"."""
    if tree.word(verb).lower() in ("lay", "lain"):
        return True
    return tree.lemma[verb].lower() == "lie" and any(
        (tree.relation[c] == "prep" and tree.lemma[c].lower() not in ("about", "to"))
        or tree.word(c).lower() in ("ahead", "behind", "low", "here", "there")
        for c in tree.children[verb]
        if c > verb
    )
