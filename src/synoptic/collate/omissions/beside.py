"""What stands beside shared words in one report and not in the other.

Two reports have a passage in the same or edited words. Whatever one of them has in the
same sentence, with no counterpart in the other, is looked at: who says so, what hedges
it, a denial, a condition, a number, words inside quotation marks.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from synoptic.collate.omissions.figures import bare_figures, figures_without
from synoptic.collate.omissions.marks import (
    ANY_CONDITION,
    ANY_HEDGE,
    DENIAL,
    HEDGE,
    kind_of,
)
from synoptic.collate.omissions.sources import (
    is_bare,
    is_quoted,
    names_outlet,
    source_of,
)
from synoptic.model import Span
from synoptic.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from synoptic.collate.omissions.texts import Texts, Told
    from synoptic.model import Link, OmissionKind, Unit

_MIN_WORDS = 2
_MOST_REPLACED = 4
_MIN_CLAUSE_WORDS = 5
_MIN_CLAUSE_BITS = 30.0
_FENCES = frozenset(("", *",;:.!?—–-()"))
_MARKS_OF_SPEECH = ' “”"\n'
_HEARD_NEAR = 0.4
_HEARD_ANYWHERE = 0.6
_LIKE = 0.6


@dataclass(frozen=True, slots=True)
class Thing:
    """Something of one report that another lacks beside words that both have.

    Attributes:
        span: Where the carrier has it.
        beside: Where the target has the shared words.
        around: How many reports have the shared words.
        bits: How much it tells.
    """

    kind: OmissionKind
    unit: str
    carrier: str
    span: Span
    target: str
    beside: tuple[Span, ...]
    around: tuple[str, ...]
    bits: float


def things_beside(texts: Texts, units: Sequence[Unit]) -> Iterator[Thing]:
    """Yield what stands beside shared words on one side only, link by link."""
    home: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for unit in units:
        for reading in unit.readings:
            home[reading.report] += [(span, unit.id) for span in reading.spans]
    taken = _taken(units)
    for unit in units:
        around = tuple(reading.report for reading in unit.readings)
        for link in unit.links:
            if link.kind == "reworded":
                continue
            for here, there, own, other in (
                (link.a, link.b, link.a_spans, link.b_spans),
                (link.b, link.a, link.b_spans, link.a_spans),
            ):
                side = _Side(texts, link, here, there, own, other, taken)
                if not side.has_more():
                    continue
                for kind, span, bits in side.things():
                    yield Thing(
                        kind=kind,
                        unit=_home(home[here], span) or unit.id,
                        carrier=here,
                        span=span,
                        target=there,
                        beside=other,
                        around=around,
                        bits=bits,
                    )


def _taken(units: Sequence[Unit]) -> dict[tuple[str, str], list[Span]]:
    """By pair (here, there): what of here has a counterpart there."""
    found: dict[tuple[str, str], list[Span]] = {}
    for unit in units:
        for link in unit.links:
            found.setdefault((link.a, link.b), []).extend(link.a_spans)
            found.setdefault((link.b, link.a), []).extend(link.b_spans)
    return found


def _home(home: Sequence[tuple[Span, str]], span: Span) -> str | None:
    """The unit that a span stands in."""
    return next((unit for where, unit in home if span.within(where)), None)


class _Side:
    """One link as the report that has more sees it."""

    def __init__(  # noqa: PLR0917 (one call, above)
        self,
        texts: Texts,
        link: Link,
        here: str,
        there: str,
        own: tuple[Span, ...],
        other: tuple[Span, ...],
        taken: dict[tuple[str, str], list[Span]],
    ) -> None:
        self.texts, self.link = texts, link
        self.here, self.there = texts.of(here), texts.of(there)
        self.own, self.other = own, other
        self.taken = taken.get((here, there), [])
        self.first = link.a == here

    def has_more(self) -> bool:
        """Whether this side has any word beside those of both."""
        return any(
            edit.kind != "style" and (edit.a if self.first else edit.b) is not None
            for edit in self.link.edits
        ) or any(
            not any(sentence.within(span) for span in self.own)
            for sentence in self._sentences()
        )

    def things(self) -> Iterator[tuple[OmissionKind, Span, float]]:
        """Kind, span and weight of each thing that only this side has."""
        source = source_of(self.here, self.own)
        if source is not None and is_bare(self.there, self.other, self._who(source)):
            yield "attribution", source, self._bits(source)
        yield from self._hedges()
        for span in bare_figures(self.here, self.own, self.there, self.other):
            yield "hedge", span, self._bits(span)
        yield from self._clauses()
        for span in figures_without(
            self.here, self._sentences(), self.there, self.other
        ):
            yield "figure", span, self._bits(span)

    def _who(self, source: Span) -> str:
        return self.here.report.quote(source)

    def _hedges(self) -> Iterator[tuple[OmissionKind, Span, float]]:
        if names_outlet(self.here, self.there):
            return  # "reportedly", of what the other one reported
        for edit in self.link.edits:
            mine, theirs = (edit.a, edit.b) if self.first else (edit.b, edit.a)
            if mine is None or edit.op == "move" or edit.kind == "style":
                continue
            words = self.here.report.quote(mine)
            match = HEDGE.search(words)
            if match is None:
                continue
            place = Span(mine.start + match.start(), mine.start + match.end())
            if len(words.split()) > _MOST_REPLACED and theirs is not None:
                continue  # other words altogether
            if is_quoted(self.here, [place]) or is_quoted(self.there, self.other):
                continue  # words inside quotation marks are set beside each other
            if not self._hedged_there():
                yield "hedge", place, 20.0

    def _hedged_there(self) -> bool:
        nearby = self.there.around(self.other[0], before=0, after=0)
        return bool(ANY_HEDGE.search(self.there.report.quote(nearby)))

    def _sentences(self) -> list[Span]:
        found = dict.fromkeys(self.here.sentence_at(s.start) for s in self.own)
        return [s for s in found if s is not None]

    def _clauses(self) -> Iterator[tuple[OmissionKind, Span, float]]:
        """Stretches of the sentence that have no counterpart, and what they are."""
        for sentence in self._sentences():
            for span in self._rest(sentence):
                words = self.here.report.quote(span)
                n_words = len(tokenize(words).norm)
                if n_words < _MIN_WORDS:
                    continue
                kind = kind_of(words)
                if kind != "attribution" and is_quoted(self.there, self.other):
                    continue  # how much of a speech each prints is told elsewhere
                if self._stands_there(kind, span, sentence, n_words):
                    continue
                if kind == "unit" and _is_direct(self.here, span):
                    kind = "quotation"
                yield kind, span, self._bits(span)

    def _stands_there(
        self, kind: OmissionKind, span: Span, sentence: Span, n_words: int
    ) -> bool:
        """Whether the other report has something of the kind, or says the thing."""
        if kind == "attribution":
            return not is_bare(self.there, self.other, self._who(span))
        text = self.there.report.text
        if kind == "denial" and DENIAL.search(text):
            return True
        nearby = self.there.around(self.other[0])
        if kind == "condition" and ANY_CONDITION.search(text, *nearby):
            return True
        if kind == "unit" and (
            n_words < _MIN_CLAUSE_WORDS or not self._is_clause(span, sentence)
        ):
            return True
        words = self.here.words([span])
        if sum(words.values()) < (_MIN_CLAUSE_BITS if kind == "unit" else 12.0):
            return True
        heard = self.texts.heard(self.there, words, self.here.report.quote(span))
        return (
            heard.near >= _HEARD_NEAR
            or heard.anywhere >= _HEARD_ANYWHERE
            or (heard.meaning is not None and heard.meaning >= _LIKE)
        )

    def _is_clause(self, span: Span, sentence: Span) -> bool:
        """Whether marks or the sentence's ends fence it on both sides."""
        text = self.here.report.text
        before = text[sentence.start : span.start].rstrip(_MARKS_OF_SPEECH)
        after = text[span.end : sentence.end].lstrip(_MARKS_OF_SPEECH)
        return before[-1:] in _FENCES and after[:1] in _FENCES

    def _rest(self, sentence: Span) -> list[Span]:
        """The sentence without what has a counterpart; gaps inside links too."""
        free = [sentence]
        for span in self.taken:
            free = [part for one in free for part in _without(one, span)]
        for edit in self.link.edits:
            mine = edit.a if self.first else edit.b
            other = edit.b if self.first else edit.a
            if mine is not None and other is None and mine.within(sentence):
                free.append(mine)
        trimmed = (_trimmed(self.here.report.text, span) for span in free)
        return [span for span in trimmed if span is not None]

    def _bits(self, span: Span) -> float:
        return sum(self.here.words([span]).values())


def _without(one: Span, taken: Span) -> list[Span]:
    if not one.overlaps(taken):
        return [one]
    parts = [Span(one.start, taken.start), Span(taken.end, one.end)]
    return [part for part in parts if part.start < part.end]


def _trimmed(text: str, span: Span) -> Span | None:
    """The span from its first to its last letter, digit or quotation mark."""
    start, end = span
    while start < end and not (text[start].isalnum() or text[start] in '“"‘$€£'):
        start += 1
    while start < end and not (text[end - 1].isalnum() or text[end - 1] in '”"’%'):
        end -= 1
    return Span(start, end) if start < end else None


def _is_direct(told: Told, span: Span) -> bool:
    return any(
        q.kind != "indirect" and any(span.within(c) for c in q.content)
        for q in told.known.quotations or ()
    )
