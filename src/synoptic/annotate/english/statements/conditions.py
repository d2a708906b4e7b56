"""Conditions and reservations beside a verb, in the words of the report."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from synoptic.annotate.english.negation import is_negated
from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.model import Span

if TYPE_CHECKING:
    from synoptic.annotate.english.tree import Tree

_STOP = re.compile(
    r"[;:.!?](?=[\s\"”’']|$)|\n|[\"”](?=\s|$)"
    r"|, (?:but|said|he|she|they|the|which|who)\b"
)
_LEAST_CHARS = 8
_PERIOD = re.compile(
    r"as long as\s+(?:\d|an?\b|\w+\s+(?:hour|day|week|month|year))", re.IGNORECASE
)
_BESIDE = frozenset("advcl prep advmod ccomp conj".split())
_OPENERS = frozenset("if unless until provide provided".split())
# "would only use it in an emergency"
_WAYS = frozenset("in when after with under during once through as".split())
_BELOW = frozenset("relcl ccomp acl".split())


@dataclass(frozen=True, slots=True)
class Found:
    """What limits a stance.

    Attributes:
        spans: The conditions, in order.
        binding: Whether they make the stance conditional.
        weak: Words that leave it half open: "in principle".
    """

    spans: list[Span]
    binding: bool
    weak: Span | None


def conditions_of(tree: Tree, verb: int) -> Found:
    """The conditions that hang on a verb.

    A bill that must first be passed or presented is no condition of the actor's, nor
    is "even if".
    """
    words = lexicon()
    spans: list[Span] = []
    binding = False
    negated, done = _is_negated(tree, verb), tree.tag[verb] == "VBD"
    only = any(tree.word(c).lower() == "only" and c < verb for c in tree.children[verb])
    only = only and any(tree.tag[c] == "MD" for c in tree.children[verb])
    for child in tree.children[verb]:
        if tree.relation[child] not in _BESIDE:
            continue
        mark = next(
            (
                tree.lemma[c].lower()
                for c in tree.children[child]
                if tree.relation[c] == "mark"
            ),
            None,
        )
        if mark is None and tree.lemma[child].lower() == "without" and negated:
            mark = "without"
        opens = tree.lemma[tree.left[child]].lower()
        if mark is None:
            joined = tree.relation[child] == "conj" and opens == "provide"
            mark = opens if opens in _OPENERS and not joined else None
        span = tree.span(tree.left[child], tree.right[child])
        phrase = _phrases().match(tree.text, span.start, span.end)
        one_way = only and child > verb and opens in _WAYS
        if not (
            mark in words["conditional.mark"] | {"without", "provide"}
            or (mark == "before" and negated)
            or one_way
            or (phrase is not None and _limits(phrase, done=done))
        ):
            continue
        before = tree.text[max(0, span.start - 8) : span.start]
        if re.search(r"\beven\s+$", before, re.IGNORECASE) or tree.text[
            span.start : span.end
        ].lower().startswith(("even ", "if not ")):
            continue
        procedure = tree.lemma[child].lower() in words["conditional.procedure"] or any(
            tree.relation[c] == "attr" and tree.lemma[c].lower() == "law"
            for c in tree.children[child]
        )
        if mark == "if" and procedure:
            continue
        spans.append(_trimmed(tree.text, span))
        binding |= mark != "until" or negated or one_way
    without = _without(tree, verb) if negated else None
    if without is not None:
        spans.append(_trimmed(tree.text, without))
        binding = True
    first, last = _clause(tree, verb)
    for match in _phrases().finditer(tree.text, first, last):
        if any(s.start <= match.start() < s.end for s in spans):
            continue
        if not _limits(match, done=done) or _is_below(tree, match.start(), verb):
            continue
        stop = _STOP.search(tree.text, match.end(), last)
        span = _trimmed(tree.text, Span(match.start(), stop.start() if stop else last))
        if span.end - span.start > _LEAST_CHARS:
            spans.append(span)
            binding = True
    weak = _weak().search(tree.text, first, last)
    return Found(sorted(spans), binding, Span(*weak.span()) if weak else None)


def _clause(tree: Tree, verb: int) -> tuple[int, int]:
    """The verb's own words: from it to the end of what hangs on it."""
    last = verb
    for child in tree.children[verb]:
        if child > verb and tree.relation[child] not in ("conj", "parataxis"):
            last = max(last, tree.right[child])
    return tree.start[verb], tree.end[last]


def _is_negated(tree: Tree, verb: int) -> bool:
    """Whether it is denied: "will not", "there will be no talks"."""
    return is_negated(tree, verb) or any(
        tree.relation[c] in ("attr", "dobj", "nsubj", "nsubjpass")
        and tree.word(tree.left[c]).lower() == "no"
        for c in tree.children[verb]
    )


def _without(tree: Tree, verb: int) -> Span | None:
    """Such as "no peace without justice", where it hangs on the thing."""
    for thing in tree.children[verb]:
        if tree.relation[thing] not in ("attr", "dobj", "nsubj", "nsubjpass"):
            continue
        for child in tree.children[thing]:
            if child > thing and tree.lemma[child].lower() == "without":
                return tree.span(child, tree.right[child])
    return None


def _limits(match: re.Match[str], *, done: bool) -> bool:
    """Whether the words are terms: not "as long as a day", "passed only after"."""
    if _PERIOD.match(match.string, match.start()):
        return False
    low = match.group().lower()
    return not done or not low.startswith("only ") or low == "only if"


def _is_below(tree: Tree, offset: int, verb: int) -> bool:
    """Whether words stand in a clause that tells of something under the verb."""
    at = bisect_left(tree.start, offset)
    if tree.word(at).lower() == "provided":
        at = tree.head[at]  # "agreed to the sale provided that": hung on the sale
    while at != verb and tree.head[at] != at:
        if tree.relation[at] in _BELOW and tree.pos[at] in ("VERB", "AUX"):
            return True
        at = tree.head[at]
    return False


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while end > start and text[end - 1] in " ,.;:\"”’'":
        end -= 1
    while start < end and text[start] in ' ,;:"“':
        start += 1
    return Span(start, end)


@cache
def _phrases() -> re.Pattern[str]:
    listed = sorted(lexicon().condition_phrases, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, listed))})\b", re.IGNORECASE)


@cache
def _weak() -> re.Pattern[str]:
    listed = sorted(lexicon().weak_phrases, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, listed))})\b", re.IGNORECASE)
