"""Where what was said ends: words the parser left off, and the reporter's own."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from synoptic.annotate.english.quotations.trimming import trim_clause
from synoptic.annotate.english.tree import SUBJECTED
from synoptic.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.annotate.english.quotations.cue import Cue
    from synoptic.annotate.english.tree import Tree

_AND_MORE = re.compile(r",? (?:and|but) that\b")
_STOP = re.compile(r"[.;!?](?=\s|$|[”\"])|\n")
_ASIDE = re.compile(
    r", (?:which|who|whom|whose|where|when|while|though|although|a|an)\s"
)
_DASH = re.compile(r" [-–—]+ ")
_TAIL = re.compile(r" (?!according)(?:\w+ing|when|where|while)\b")
# what hangs on a clause without a comma and belongs to it
_HANGS = frozenset("if because unless until".split())
_OPENS = frozenset({"“", "‘", '"', "'", "''"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LEAST_SAID = 3


def ended(tree: Tree, cue: Cue, quoted: Sequence[Span], others: Sequence[Cue]) -> Cue:
    """The cue with the clause that was said, from its first word to its last.

    What hangs on its end as "..., which lies in the north" is the reporter's as a rule
    (so in PolNeAR); "and that ..." behind it is the speaker's still.
    """
    if not cue.content or cue.content[-1].start < cue.span.end:
        return cue
    text = tree.text
    last = cue.content[-1]
    more = _AND_MORE.match(text, last.end)
    if more:
        end = _STOP.search(text, more.end())
        last = Span(last.start, end.start() if end else last.end)
    elif cue.kind == "verb":
        last = _with_rest(tree, cue, last)
    if cue.kind == "verb":
        last = _without_deed(tree, cue, last)
    last = _without_aside(tree, last, quoted, others)
    last = _without_tail(text, last, quoted)
    return replace(cue, content=(*cue.content[:-1], last))


def _with_rest(tree: Tree, cue: Cue, said: Span) -> Span:
    """The clause with what the parser cut off it."""
    after = bisect_left(tree.start, said.end)
    if after >= len(tree.head):
        return said
    verb = bisect_left(tree.start, cue.span.start)
    _, end = tree.sentence_around(verb)
    if after > end:
        return said
    gap = tree.text[said.end : tree.start[after]]
    if gap.strip():
        return said
    word = tree.word(after).lower()
    if word in (":", ";") and after < end and tree.word(after + 1) not in _OPENS:
        return _to(tree, said, end)
    if word in _HANGS and tree.relation[after] == "mark" and tree.head[after] > after:
        return _to(tree, said, tree.right[tree.head[after]])
    if tree.tag[after] in _FINITE:
        # "said a plan the mayor made [was late]": its subject was taken for the clause
        joined = tree.relation[after] in ("aux", "auxpass")
        main = tree.head[after] if joined else after
        subject = tree.child(main, *SUBJECTED)
        if main >= after and (subject is None or tree.left[subject] > verb):
            return _to(tree, said, tree.right[main])
    return said


def _to(tree: Tree, said: Span, last: int) -> Span:
    first = bisect_left(tree.start, said.start)
    return trim_clause(tree, first, last) or said


def _without_deed(tree: Tree, cue: Cue, said: Span) -> Span:
    """The clause without what the speaker then did: "says it rains and goes home"."""
    verb = bisect_left(tree.start, cue.span.start)
    tense = _tense(tree, verb)
    first, last = bisect_left(tree.start, said.start), bisect_left(tree.start, said.end)
    for token in range(first, min(last, len(tree.head))):
        if tree.relation[token] != "conj" or tree.pos[token] not in ("VERB", "AUX"):
            continue
        above = tree.head[token]
        if (
            above < first
            or above > token
            or tree.relation[above] not in ("ccomp", "conj")
        ):
            continue
        if tree.child(token, *SUBJECTED) is not None:
            continue
        own, theirs = _tense(tree, token), _tense(tree, above)
        if own is None or own != tense or theirs == own or theirs is None:
            continue
        cut = tree.left[token] - 1
        while cut > first and tree.pos[cut] in ("CCONJ", "PUNCT", "ADV"):
            cut -= 1
        return trim_clause(tree, first, cut) or said
    return said


def _tense(tree: Tree, verb: int) -> str | None:
    """The tag of the finite verb among a verb and its auxiliaries."""
    for token in (*tree.children[verb], verb):
        if token <= verb and tree.tag[token] in _FINITE:
            return tree.tag[token]
    return None


def _without_aside(
    tree: Tree, said: Span, quoted: Sequence[Span], others: Sequence[Cue]
) -> Span:
    """The clause without what the reporter adds behind its last comma or dash."""
    text = tree.text
    asides = list(_ASIDE.finditer(text, said.start, said.end))
    if not asides:
        return said
    aside = asides[-1]
    far = text[said.start : aside.start()].count(" ") >= _LEAST_SAID
    rest = Span(aside.end(), said.end)
    if not far or "," in text[rest.start : rest.end]:
        return said
    told = any(o.own and o.span.within(rest) for o in others)
    if not told and any(q.start < rest.end and aside.start() < q.end for q in quoted):
        return said
    return Span(said.start, aside.start())


def _without_tail(text: str, said: Span, quoted: Sequence[Span]) -> Span:
    """The clause up to the marks that close its last quoted words.

    Where a dash or a participle stands behind them: “we won,” leaving the hall.
    """
    closed = [q.end for q in quoted if q.overlaps(said) and q.end <= said.end]
    for end in closed:
        if _TAIL.match(text, end, said.end) and "," in text[end - 3 : end]:
            return Span(said.start, end)
    dashes = list(_DASH.finditer(text, closed[-1], said.end)) if closed else []
    # two of them hold an aside, and the clause goes on behind it
    return Span(said.start, dashes[0].start()) if len(dashes) == 1 else said
