"""Words of worth in a clause: which way they lean, with what turns them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from synoptic.annotate.english.tree import Tree
    from synoptic.model.positions import Lean

_TURNS = frozenset("no not hardly little less never nothing neither nor lack".split())
_ENDS = frozenset(
    "end stop fix prevent fight reduce solve avoid address combat curb limit resolve "
    "correct repair tackle deter discourage counter punish halt expose remove "
    "eliminate deny reject condemn oppose confront".split()
)
_NEAR_WORDS = 2
_ASIDE = ("advmod", "npadvmod", "advcl", "dep", "intj")
_OPEN_CLASSES = ("ADJ", "NOUN", "PRON", "VERB")


def worth_of(tree: Tree, token: int) -> Lean | None:
    """Which way a word leans by itself: "disastrous", "wrongly", "benefit"."""
    words = lexicon()
    lemma = tree.lemma[token].lower()
    if _is_too(tree, token):
        return "against"
    if tree.pos[token] == "ADJ" and tree.relation[token] in _ASIDE:
        return None
    if tree.pos[token] == "ADV":
        if tree.pos[tree.head[token]] in ("ADJ", "ADV"):
            return None  # "completely wrong": how wrong
        adjective = lemma.removesuffix("ly")
        if adjective == lemma:
            return None
        lemma = adjective
    elif tree.pos[token] not in _OPEN_CLASSES:
        return None
    forms = {lemma, f"{lemma}:-", tree.word(token).lower()}
    forms |= {f"{lemma}:{tree.lemma[c].lower()}" for c in tree.children[token]}
    if forms & words["worth.against"]:
        return "against"
    return "for" if forms & words["worth.for"] else None


def is_state(tree: Tree, token: int) -> bool:
    """Whether a participle tells how a thing is, not what befell it: "is broken"."""
    words = lexicon()
    listed = words["worth.against"] | words["worth.for"]
    return (
        tree.tag[token] == "VBN"
        and tree.child(token, "agent") is None
        and tree.word(token).lower() in listed
        and tree.lemma[token].lower() not in listed
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
    found = [
        (token, _turned(tree, token, lean, negated=negated))
        for token in inside
        if (lean := worth_of(tree, token)) is not None and not _ended(tree, token)
    ]
    for token, lean, match in _phrases_among(tree, inside, negated=negated):
        found = [f for f in found if not _covers(tree, match, f[0])]
        found.append((token, lean))
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
    sides: tuple[Lean, Lean] = ("for", "against")
    for side in sides:
        for match in _phrases(f"{room}.{side}_phrase").finditer(tree.text, start, end):
            token = next(
                (t for t in inside if match.start() <= tree.start[t] < match.end()),
                None,
            )
            if token not in held or token is None:
                continue
            denied = _bare(match) and (negated or _denied_before(tree, token))
            yield token, _flipped(side) if denied else side, match


def _covers(tree: Tree, match: re.Match[str], token: int) -> bool:
    return match.start() <= tree.start[token] < match.end()


def _bare(match: re.Match[str]) -> bool:
    """Whether a phrase holds no negation of its own: "no basis" does."""
    return re.search(r"\b(?:no|not|nothing|far)\b|n[’']t", match.group()) is None


def _turned(tree: Tree, token: int, lean: Lean, *, negated: bool) -> Lean | None:
    """The side with negation taken in; what is denied to be bad is not yet good."""
    near = _denied_before(tree, token) or any(
        tree.lemma[c].lower() in _TURNS for c in tree.children[token]
    )
    return _flipped(lean) if near or negated else lean


def _ended(tree: Tree, token: int) -> bool:
    """Whether it is what is to be mended: "to resolve the errors"."""
    at = tree.head[token] if tree.relation[token] == "amod" else token
    above = tree.head[at]
    return tree.lemma[above].lower() in _ENDS and tree.relation[at] in ("dobj", "pobj")


def _denied_before(tree: Tree, token: int) -> bool:
    return any(
        tree.word(t).lower() in _TURNS
        for t in range(max(0, token - _NEAR_WORDS), token)
        if tree.sentence[t] == tree.sentence[token]
    )


def _flipped(lean: Lean) -> Lean | None:
    return "against" if lean == "for" else None


@cache
def _phrases(section: str) -> re.Pattern[str]:
    listed = sorted(lexicon()[section], key=len, reverse=True)
    forms = "|".join(re.escape(one).replace(r"\-", r"[\s-]+") for one in listed)
    return re.compile(rf"\b(?:{forms})\b", re.IGNORECASE)
