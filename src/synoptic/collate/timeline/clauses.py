"""What happened on a date: the clause it stands in, or the thing it is part of."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from synoptic.collate.timeline.phrases import TokenTree
from synoptic.model import Span

if TYPE_CHECKING:
    from synoptic.model import Annotations, DateMention, Report, Syntax

# Where one clause of a sentence ends and another with its own verb may begin.
_BREAK = re.compile(r"[;:]\s|\s[—–-]\s|,\s(?=(?:and|but|while|after|before)\s)")
_TAIL = re.compile(r",\s(?=(?:which|who|whose|where)\s)")
_JOINING = re.compile(r"(?:[,—–-]+\s*|(?:and|but|or|so|yet)\s+)", re.IGNORECASE)
_LOOSE_END = re.compile(r"(?:\s*[,;:—–-]|\s+(?:and|but|or))+\s*\Z")
_SAID = re.compile(
    r"\b(?:said|says?|told|tells|saying|according|reported|announced|announcing|wrote|"
    r"alleged?|claims?|claimed|add(?:ed)?|argued?|argues|note|noted|tell|report|"
    r"announce|write|found|find|estimated?|show(?:s|ed)?)\b"
)
"""Who says so stays beside what is said."""
_MARKS = str.maketrans("“”„«»", '"""""')
_SHORTEST_WORDS = 4
_DECADE = re.compile(r"\d{3}")
_YEAR_OR_MONTH = re.compile(r"\d{4}(?:-\d\d){0,2}\Z")
_BEFORE_A_NOUN = frozenset({"nummod", "compound", "amod", "nmod", "npadvmod"})
_WHO = frozenset(
    """candidate contender hopeful nominee rival winner champion graduate frontrunner
    runner-up finalist nomination pick host recipient laureate""".split()
)
_LONGEST_THING = 14  # words
_OWN_CLAUSE = frozenset({"advcl", "conj", "relcl"})
_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_RELATIVE = frozenset({"WP", "WDT", "WP$"})
_LEFT_OUT_AT_FRONT = frozenset({"advcl", "cc", "punct", "dep"})
_WHEN = frozenset("after before when since until once where".split())
"""What these open did happen; what "if" opens may not have."""


def clause_at(report: Report, known: Annotations, span: Span) -> Span:
    """The part of a sentence that tells what happened on a date; else the sentence.

    It has its own subject, or that of the clause it hangs on, and keeps who says so.
    """
    starts = known.sentences
    n = bisect_right(starts, span.start, key=lambda s: s.start) - 1
    if n < 0:
        return span
    sentence = starts[n]
    first, last = sentence.start, sentence.end
    apart = first
    for found in _BREAK.finditer(report.text, sentence.start, sentence.end):
        if found.end() <= span.start:
            first = found.end()
            apart = first if found[0][0] in ";:" else apart
        elif found.start() >= span.end:
            last = found.start()
            break
    tail = _TAIL.search(report.text, max(span.end, first), last)
    if tail and not _SAID.search(report.text, tail.start(), last):
        last = tail.start()
    if known.syntax is not None:
        # What the breaks leave may have lost its subject; the parse tells.
        own = _clause_of(known.syntax, span, report.text) or sentence
        first = max(own.start, apart)
        last = min(last, own.end) if own.end > span.end else last
    while joining := _JOINING.match(report.text, first, span.start):
        first = joining.end()
    last = max(last, span.end)
    if loose := _LOOSE_END.search(report.text[span.end : last]):
        last = span.end + loose.start()
    words = report.quote(clause := Span(first, last))
    whole = len(words.split()) >= _SHORTEST_WORDS and _marks_close(words)
    return clause if whole else sentence


def _marks_close(words: str) -> bool:
    return words.translate(_MARKS).count('"') % 2 == 0


def _clause_of(syntax: Syntax, span: Span, text: str) -> Span | None:
    """The clause that a date is told in, from its subject on; None: not found."""
    tree = TokenTree.around(syntax, span)
    if tree is None:
        return None
    top = tree.verb_above(tree.date_root)
    if top is None:
        return None
    chain = [top]
    while True:
        relation = syntax.relation[top]
        if relation in _OWN_CLAUSE and _stands_alone(tree, top):
            break
        above = tree.verb_above(int(syntax.head[top]))
        if int(syntax.head[top]) == top:
            break
        if above is None:
            return None  # no sentence with a verb
        top = above
        chain.append(top)
    behind = [c for c in tree.children(top) if c > top]
    if _SAID.fullmatch(syntax.lemma[top]) and all(
        syntax.relation[c] == "punct" or tree.holds(c, tree.date_root) for c in behind
    ):
        return None  # what was said stands before it, however it was parsed
    first = min(tree.date_first, _beginning(tree, top))
    further = [
        tree.left_edge(child)
        for verb in chain
        for child in tree.children(verb)
        if child > max(verb, tree.date_last) and _goes_on(tree, child)
    ]
    cut = min((t for t in further if t > tree.date_last), default=tree.last + 1)
    end = int(syntax.end[cut - 1])
    if _SAID.search(text[end : tree.end_of_sentence]):
        end = tree.end_of_sentence
    return Span(int(syntax.start[first]), end)


def _goes_on(tree: TokenTree, verb: int) -> bool:
    """Whether a clause tells what else happened; "but" and "although" qualify."""
    syntax = tree.syntax
    if syntax.relation[verb] == "conj":
        before = [t for t in tree.children(int(syntax.head[verb])) if t < verb]
        joined = [t for t in before if syntax.relation[t] == "cc"]
        joining = syntax.lemma[joined[-1]].casefold() if joined else "and"
        return joining == "and" and syntax.pos[verb] in {"VERB", "AUX"}
    return syntax.relation[verb] == "advcl" and _marks_of(tree, verb) <= _WHEN


def _beginning(tree: TokenTree, verb: int) -> int:
    """The first token of a clause, or of what a relative clause belongs to."""
    syntax = tree.syntax
    kept = [
        tree.left_edge(child)
        for child in tree.children(verb)
        if child < verb
        and (tree.holds(child, tree.date_root) or not _set_off(tree, child, verb))
    ]
    if syntax.relation[verb] == "relcl":
        whom = int(syntax.head[verb])
        while syntax.relation[whom] == "appos":
            whom = int(syntax.head[whom])
        kept.append(tree.left_edge(whom))
    return min([verb, *kept])


def _stands_alone(tree: TokenTree, verb: int) -> bool:
    """Whether a clause names who or what it is about, and nobody is said to say it."""
    syntax = tree.syntax
    if any(syntax.relation[v] == "ccomp" for v in tree.above(verb)):
        return False
    if _SAID.fullmatch(syntax.lemma[verb]) and syntax.relation[verb] != "relcl":
        return False  # it may be what the rest is told by
    subjects = [c for c in tree.children(verb) if syntax.relation[c] in _SUBJECT]
    if syntax.relation[verb] == "relcl":
        told = any(syntax.tag[s] in _RELATIVE for s in subjects)
        return told and syntax.pos[int(syntax.head[verb])] in {"NOUN", "PROPN"}
    if not _marks_of(tree, verb) <= _WHEN:
        return False
    return any(syntax.pos[s] in {"NOUN", "PROPN"} for s in subjects)


def _marks_of(tree: TokenTree, verb: int) -> set[str]:
    """The words that make a clause hang on another: "if", "after"."""
    syntax = tree.syntax
    return {
        syntax.lemma[c].casefold()
        for c in tree.children(verb)
        if c < verb and (syntax.relation[c] == "mark" or syntax.tag[c] == "WRB")
    }


def _set_off(tree: TokenTree, child: int, verb: int) -> bool:
    """Whether what stands before a clause is parted from it by a comma, or joins it."""
    syntax = tree.syntax
    if syntax.relation[child] in _LEFT_OUT_AT_FRONT:
        return True
    if syntax.relation[child] == "mark" or syntax.tag[child] == "WRB":
        return syntax.relation[verb] == "advcl"
    if syntax.relation[child] != "prep" or syntax.lemma[child] == "accord":
        return False
    after = tree.right_edge(child) + 1
    return after < verb and syntax.lemma[after] == ","


def dated_thing(
    report: Report, known: Annotations, mention: DateMention
) -> tuple[Span | None, bool]:
    """The noun phrase that a date is part of: "the 2012 attacks on the harbour".

    The clause around it speaks of another time as a rule ("she was asked about the
    2012 attacks", "ahead of Monday's vote"); of "a Monday tweet" it says more.

    Returns:
        Where it stands, None where the date is no part of one; and whether it is a
        happening: "the 2012 nominee" is somebody, "1950s jazz" a style.
    """
    syntax, span = known.syntax, mention.span
    tree = None if syntax is None else TokenTree.around(syntax, span)
    if syntax is None or tree is None:
        return None, True
    noun = int(syntax.head[tree.date_root])
    relation = syntax.relation[tree.date_root]
    if noun <= tree.date_last or syntax.pos[noun] not in {"NOUN", "PROPN"}:
        return None, True
    before = relation in _BEFORE_A_NOUN and any(map(str.isdigit, report.quote(span)))
    if _DECADE.fullmatch(mention.value) and before:
        return None, False
    before &= _YEAR_OR_MONTH.match(mention.value) is not None
    if not before and relation != "poss":
        return None, True
    inside = tree.phrase(noun)
    whole = Span(int(syntax.start[inside[0]]), int(syntax.end[inside[-1]]))
    if len(inside) > _LONGEST_THING:
        whole = Span(whole.start, int(syntax.end[noun]))
    whole = Span(min(whole.start, span.start), whole.end)
    return whole, syntax.lemma[noun].casefold() not in _WHO
