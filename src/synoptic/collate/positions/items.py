"""What statements are about, as words to be compared: one item for one statement."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from synoptic.model import Span
from synoptic.text.stems import stem
from synoptic.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.model import Annotations, Report, Statement, Syntax

# words for a thing whatever it is about: alone they name what was named before
_KINDS = (
    "plan proposal deal bill measure resolution law legislation agreement package idea "
    "framework move decision step rule effort version approach act compromise offer "
    "term text scheme project initiative program programme statement announcement "
    "change concept one issue matter support backing push request demand call policy "
    "draft thing document vote accord amendment order ruling option answer response "
    "remark comment"
).split()


# deeds that are one deed by another word
_SAME = {
    form: words[0]
    for words in (
        ("raise", "raising", "increase", "increasing", "hike", "double", "doubling"),
        ("cut", "cutting", "reduce", "reducing", "reduction", "slash", "lower"),
        # and no rule or state, which have the same stems
        ("ruling", "rulings"),
        ("statement", "statements"),
    )
    for form in words
}


def stem_of(word: str) -> str:
    """The stem of a word; one and the same for the names of one deed."""
    known = _SAME.get(word) or _SAME.get(word.removesuffix("s"))
    return known or stem(word)


GENERIC = frozenset(stem_of(form) for word in _KINDS for form in (word, f"{word}s"))
"""Stems of words that any proposal can be called by."""

STOP = frozenset(
    "a an the this that these those any such its his her their our my your of for to "
    "in on at by with from and or as it he she they him them us me you i who whom what "
    "which new own same current latest proposed pending controversial 's is be all "
    "some several many more most first last".split()
)
"""Words that tell nothing of what a thing is."""
_KNOWN = frozenset(
    "the this that these those such both his her its their our my your".split()
)
_NOTHING = (["how", "long"], ["how", "much"], ["how", "many"], ["and", "others"])
ANOTHER = frozenset("similar other another different".split())
"""Words that tell a thing from one named before."""
_NOBODY = frozenset(
    stem_of(word)
    for word in (
        "president governor mayor senator minister government administration party"
    ).split()
)
_OWNER = re.compile(r"(?:[Tt]he )?([^\W\d_][\w.]*(?: [A-Z][\w.]*){0,3})[’']s?\s")
_LOOSE_END = re.compile(
    r"(?:[\s,–—-]+(?:of|for|to|in|on|at|by|with|from|as|than|and|or|any|the|an?|that|"
    r"which|whether|during|after|before|late|early))+[\s,]*$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s+(?:that|of|to|behind)\b")
_AMID = re.compile(r"\s(?:(?:during|amid|despite|until)\s|as [\w-]+ as\s)")


@dataclass(frozen=True, slots=True)
class Item:
    """One statement's thing.

    Attributes:
        words: Where it is named, without the day and loose words behind it.
        stems: What the phrase is made of, without articles.
        core: The same without whose it is.
        head: Stem of its head.
        owner: Stems of the name of whose it is said to be; empty: nobody's by name.
        full: Whether it says more than what kind of thing it is, and whose.
        deed: Whether it is something to do ("raise the toll").
        wished: Where the verb stands that a wish leaves bare ("that the toll end").
        many: Whether its head is a plural.
        known: Whether the words take it for known: "the bill", "his plan", a name; not
            "the idea that ...". Headlines do without the article.
        another: Whether they tell it from one named before: "a similar bill".
        undoing: Whether it undoes what its words name.
        pointing: Whether it points at what was told before: "this halt".
        person: Whether it is somebody, not what is somebody's or about him.
    """

    report: str
    statement: Statement
    words: Span
    stems: frozenset[str]
    core: frozenset[str]
    head: str
    owner: frozenset[str]
    full: bool
    deed: bool
    wished: int | None
    many: bool
    known: bool
    another: bool
    undoing: bool
    pointing: bool
    person: bool


def items_of(report: Report, known: Annotations) -> Iterator[Item]:
    """The things of one report's statements; what is only a pronoun is none."""
    names = {name.span.start for name in known.names or ()}
    openings = {sentence.start for sentence in known.sentences} - names
    people = [name.span for name in known.names or () if name.kind == "person"]
    for statement in known.statements or ():
        named = statement.stands_for or statement.object
        if named is None:
            continue
        if statement.stands_for is not None and statement.block == "headline":
            continue  # what "it" is in a headline stands in the body
        span = _without_day(report.text, named, known)
        norms = tokenize(report.quote(span)).norm
        printed = [_bare(word) for word in norms]
        stems = [stem_of(word) for word in printed if word and word not in STOP]
        if not stems:
            continue
        head = _head(report.text, span, known)
        deed = head is not None and head.deed
        told = frozenset(stems)
        whose = "" if deed else _owner(report.quote(span))
        owner = frozenset(stem_of(_bare(word)) for word in tokenize(whose).norm)
        core = told - owner or told
        if (deed and len(core) == 1) or printed in _NOTHING:
            continue  # "keep it", "how long"
        pointing = printed[0] in ("this", "these") and len(core) == 1
        cut_short = _GOES_ON.match(report.text, span.end) is not None
        by_name = not whose.rpartition(" ")[2].islower()
        yield Item(
            report=report.id,
            statement=statement,
            words=span,
            stems=told,
            core=core,
            head=head.stem if head is not None else stems[-1],
            owner=owner if by_name and not owner & _NOBODY else frozenset(),
            full=not pointing
            and (deed or not core <= GENERIC | {stem_of(w) for w in ANOTHER}),
            pointing=pointing,
            person=head is not None and any(s.start <= head.at < s.end for s in people),
            deed=deed,
            wished=head.wished if head is not None else None,
            many=head is not None and head.many,
            known=(
                bool(whose)
                or (printed[0] in _KNOWN and not cut_short)
                or (statement.block == "headline" and printed[0] not in ("a", "an"))
                or (report.text[span.start].isupper() and span.start not in openings)
            ),
            another=not ANOTHER.isdisjoint(printed),
            undoing=statement.undoing or "anti" in printed,
        )


def _owner(words: str) -> str:
    """Whose the words say that a thing is: "Mara Oduya"; empty: they do not say."""
    whose = _OWNER.match(words)
    return whose.group(1) if whose else ""


def _without_day(text: str, span: Span, known: Annotations) -> Span:
    """A phrase without the day behind it: no part of what a thing is called."""
    end = span.end
    for mention in known.dates or ():
        day = mention.type in ("DATE", "TIME") and mention.span.end == end
        if day and mention.span.start > span.start:
            end = mention.span.start
    return closed(text, Span(span.start, end))


def closed(text: str, span: Span) -> Span:
    """A phrase without what hangs loose behind it: "efforts with any"."""
    end = span.end
    for pattern in (_AMID, _LOOSE_END):
        cut = pattern.search(text, span.start, end)
        if cut is not None and cut.start() > span.start:
            end = cut.start()
    kept = text[span.start : end].rstrip()
    return Span(span.start, span.start + len(kept)) if kept else span


def _bare(word: str) -> str:
    return word.removesuffix("'s").replace(".", "")


@dataclass(frozen=True, slots=True)
class _Head:
    at: int
    stem: str
    deed: bool
    many: bool
    wished: int | None


def _wished(syntax: Syntax, first: int, verb: int) -> int | None:
    """Where the verb begins that no helper stands before: "the toll be ended"."""
    below = [c for c in range(first, verb) if int(syntax.head[c]) == verb]
    if any(syntax.relation[c] == "aux" for c in below):
        return None
    helper = next((c for c in below if syntax.relation[c] == "auxpass"), verb)
    if syntax.tag[helper] != "VB" or helper == first:
        return None
    return int(syntax.start[helper])


def _head(text: str, span: Span, known: Annotations) -> _Head | None:
    """The word of a phrase that the others hang on."""
    syntax = known.syntax
    if syntax is None:
        return None
    starts = syntax.start
    first = int(bisect_left(starts, span.start))
    last = int(bisect_left(starts, span.end))
    for token in range(first, last):
        above = int(syntax.head[token])
        if not first <= above < last or above == token:
            norm = tokenize(_hyphened(text, int(starts[token]), span)).norm
            if norm and _bare(norm[-1]) not in STOP:
                return _Head(
                    int(starts[token]),
                    stem_of(_bare(norm[-1])),
                    deed=syntax.pos[token] == "VERB",
                    wished=_wished(syntax, first, token),
                    many=syntax.tag[token] in ("NNS", "NNPS"),
                )
    return None


def _hyphened(text: str, start: int, span: Span) -> str:
    """The word at an offset, with what a hyphen joins to it: "cease-fire"."""
    first = start
    while first > span.start and not text[first - 1].isspace():
        first -= 1
    last = start
    while last < span.end and not text[last].isspace():
        last += 1
    return text[first:last]
