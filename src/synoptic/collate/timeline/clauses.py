"""What happened on a date: the clause it stands in, or the thing it is part of."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from synoptic.model import Span

if TYPE_CHECKING:
    from synoptic.model import Annotations, Report, Syntax

# Where one clause of a sentence ends and another with its own verb may begin.
_BREAK = re.compile(
    r"[;:]\s|\s[—–-]\s|,\s(?=(?:and|but|while|after|before|which|who)\s)"
)
_SHORTEST_WORDS = 4
_BEFORE_A_NOUN = frozenset({"nummod", "compound", "amod", "nmod", "npadvmod"})
_ADDED = frozenset(
    {"relcl", "acl", "appos", "conj", "cc", "punct", "advcl", "parataxis"}
)
_WHO = frozenset(
    """candidate contender hopeful nominee rival winner champion graduate frontrunner
    runner-up finalist nomination pick host recipient laureate""".split()
)
_LONGEST_THING = 14  # words


def clause_at(report: Report, known: Annotations, span: Span) -> Span:
    """The part of a sentence around a date, cut at its breaks; else the sentence."""
    starts = known.sentences
    n = bisect_right(starts, span.start, key=lambda s: s.start) - 1
    if n < 0:
        return span
    sentence = starts[n]
    first, last = sentence.start, sentence.end
    for found in _BREAK.finditer(report.text, sentence.start, sentence.end):
        if found.end() <= span.start:
            first = found.end()
        elif found.start() >= span.end:
            last = found.start()
            break
    clause = Span(first, last)
    if len(report.quote(clause).split()) < _SHORTEST_WORDS:
        return sentence
    return clause


def dated_thing(known: Annotations, span: Span) -> tuple[Span | None, bool]:
    """The noun phrase that a date is part of: "the 2012 attacks on the harbour".

    The clause around it speaks of another time as a rule ("she was asked about the
    2012 attacks").

    Returns:
        Where it stands, None where the date is no part of one; and whether it is a
        happening: "the 2012 nominee" is somebody.
    """
    syntax = known.syntax
    if syntax is None:
        return None, True
    first = int(syntax.start.searchsorted(span.start))
    last = int(syntax.start.searchsorted(span.end)) - 1
    if not first <= last < len(syntax.head):
        return None, True
    noun = int(syntax.head[last])
    before = syntax.relation[last] in _BEFORE_A_NOUN and noun > last
    if not before or syntax.pos[noun] not in {"NOUN", "PROPN"}:
        return None, True
    inside = _phrase(syntax, noun)
    whole = Span(int(syntax.start[inside[0]]), int(syntax.end[inside[-1]]))
    if len(inside) > _LONGEST_THING:
        whole = Span(whole.start, int(syntax.end[noun]))
    return whole, syntax.lemma[noun].casefold() not in _WHO


def _phrase(syntax: Syntax, noun: int) -> list[int]:
    """The tokens of a noun and what hangs on it, clauses and neighbours left out."""
    inside = {noun}
    sentence = int(syntax.sentence[noun])
    tokens = [
        t
        for t in range(max(0, noun - 40), min(noun + 40, len(syntax.head)))
        if int(syntax.sentence[t]) == sentence
    ]
    grown = True
    while grown:
        more = {
            t
            for t in tokens
            if t not in inside
            and int(syntax.head[t]) in inside
            and syntax.relation[t] not in _ADDED
        }
        inside |= more
        grown = bool(more)
    found = [noun]
    for step in (-1, 1):
        at = noun + step
        while at in inside or (0 <= at < len(syntax.pos) and _hyphen(syntax, at)):
            found.append(at)
            at += step
    return sorted(found)


def _hyphen(syntax: Syntax, token: int) -> bool:
    return syntax.pos[token] == "PUNCT" and syntax.lemma[token] in {"-", "–"}
