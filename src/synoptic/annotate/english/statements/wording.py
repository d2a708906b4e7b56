"""Statements put together: the clause that says it, when it was said, its demands."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.model import Span, Speaker, Statement, part_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.annotate.english.statements.holders.find import Holders
    from synoptic.annotate.english.tree import Tree
    from synoptic.model import DateMention, Quotation, Report

NOBODY = Speaker(None, None, 0.0, "the report's own words")
_WHEN = re.compile(
    r"\b[Ee]arlier(?: (?:in|on|this|that|the)\b[^,.;”\"]{2,24})?"
    r"|\b[Ll]ater(?: (?:in|on|that)\b[^,.;”\"]{2,24})?|\b[Ii]n the past\b"
    r"|\b(?:[Bb]efore|[Aa]fter) [^,.;”\"]{2,30}? (?:spoke|met|voted|began|ended)\b"
    r"|\b[Ll]ast (?:week|month|year|spring|summer|fall|autumn|winter)\b"
)
_OPENING = re.compile(r"(?:(?:but|and|that) )+", re.IGNORECASE)
_IN_RETURN = re.compile(r"in (?:return|exchange) for\s+", re.IGNORECASE)
_JOINS_ON = re.compile(r"[\s,]+(?:and|or|but)$")
_TO_A_STOP = re.compile(r"\s[^,.;:?!”\"]{1,100}(?=[,.;:?!”\"])")
_STOP = re.compile(r"[.?!]")
_OF_THAT_DAY = re.compile(r".{0,2}['’]s \w")
_MARKS = 2  # a full stop and a closing mark belong to the sentence


class Wording:
    """Puts the statements of one report together.

    `marks` are the spans in quotation marks.
    """

    def __init__(
        self,
        report: Report,
        sentences: Sequence[Span],
        tree: Tree,
        *,
        dates: Sequence[DateMention],
        marks: Sequence[Span],
        holders: Holders,
    ) -> None:
        self._report = report
        self._text = report.text
        self._sentences = sentences
        self._starts = [s.start for s in sentences]
        self._tree = tree
        self._dates = sorted(dates, key=lambda d: d.span)
        self._marks = marks
        self._holders = holders
        self._blocks = [
            (b.start, b.end, b.kind)
            for b in report.blocks
            if b.kind in ("headline", "subheadline", "body", "crosshead")
        ]

    def statement(
        self,
        top: int,
        *,
        holder: Speaker,
        verb: Span,
        thing: Span,
        quotation: Quotation | None = None,
        **parts: object,
    ) -> Statement:
        """A statement with its clause, its time and what is asked in return.

        Args:
            top: The highest verb on the way to the holder.
            holder: Whose it is.
            verb: The words that carry the stance.
            thing: What it is about, as printed.
            quotation: The quotation it stands in.
            parts: Further attributes of the `Statement`.
        """
        span = self._clause(top, verb, thing, holder, quotation)
        if parts.get("voice") == "report":
            span = self.sentence_at(verb.start)
        when, date = self._time(span, thing, quotation)
        statement = Statement(
            id=part_id(self._report.id, verb, thing, holder.span or verb),
            span=span,
            actor=holder,
            verb=verb,
            object=thing,
            speaks_for=self._holders.speaks_for(holder),
            when=when,
            date=date,
            undoing=self._undoing(parts.get("stands_for") or thing),
            block=self._block(span),
            **parts,  # type: ignore[arg-type]
        )
        kept = tuple(
            self._whole(c, span.end) for c in statement.conditions if c.start >= 0
        )
        return replace(statement, conditions=kept, demands=self._demands(kept))

    def _whole(self, condition: Span, end: int) -> Span:
        """A condition with what is joined to it where the parser parts the two.

        "Only if the reefs are spared and" goes on to the next stop.
        """
        words = self._text[condition.start : condition.end]
        joined = _JOINS_ON.search(words)
        if joined is None:
            return condition
        rest = _TO_A_STOP.match(self._text, condition.end, end)
        if rest is not None:
            return Span(condition.start, rest.end())
        return Span(condition.start, condition.start + joined.start())

    def _demands(self, conditions: Sequence[Span]) -> tuple[Span, ...]:
        """What is asked in return, without the words that say so."""
        asked = [_IN_RETURN.match(self._text, c.start, c.end) for c in conditions]
        return tuple(
            Span(found.end(), condition.end)
            for found, condition in zip(asked, conditions, strict=True)
            if found
        )

    def _clause(
        self,
        top: int,
        verb: Span,
        thing: Span,
        holder: Speaker,
        quotation: Quotation | None,
    ) -> Span:
        """From the holder to the end of what is said, inside one sentence."""
        sentence = self.sentence_at(verb.start)
        whole = self._tree.span(self._tree.left[top], self._tree.right[top])
        parts = [whole, verb]
        parts += [p for p in (thing, holder.span) if p and p.within(sentence)]
        if quotation is not None:
            parts += [p for p in quotation.content if p.overlaps(sentence)]
            parts += [quotation.cue] if quotation.cue else []
        start = max(sentence.start, min(p.start for p in parts))
        end = min(sentence.end, max(p.end for p in parts))
        if sentence.end - end <= _MARKS:
            end = sentence.end
        return Span(start, end)

    def _time(
        self, span: Span, thing: Span, quotation: Quotation | None
    ) -> tuple[Span | None, str | None]:
        """The words that say when, outside what was said and what it is about."""
        said = [m for m in self._marks if m.overlaps(span)]
        if quotation is not None and quotation.kind == "indirect":
            said += quotation.content
        sentence = self.sentence_at(span.start)
        date = None
        for mention in self._dates:
            if not mention.span.within(sentence) or mention.type not in (
                "DATE",
                "TIME",
            ):
                continue
            if mention.span.within(thing) or any(mention.span.within(s) for s in said):
                continue
            if (
                mention.earliest is not None
                and mention.latest is not None
                and mention.earliest[:7] == mention.latest[:7]
            ):
                date = mention
                break
        words = _WHEN.search(self._text, sentence.start, sentence.end)
        if words is not None and any(
            Span(*words.span()).within(s) for s in (*said, thing)
        ):
            words = None
        when = Span(*words.span()) if words else (date.span if date else None)
        return when, date.id if date else None

    def _undoing(self, thing: object) -> bool:
        """Whether a phrase names an undoing: "plan to stop the toll", "the ban"."""
        if not isinstance(thing, Span):
            return False
        words, tree = lexicon(), self._tree
        first = bisect_right(tree.start, thing.start - 1)
        for token in range(first, len(tree.start)):
            if tree.start[token] >= thing.end:
                break
            lemma = tree.lemma[token].lower()
            if token == first and tree.pos[token] == "PROPN":
                # "Ending" at the start of a sentence is taken for a name
                base = lemma.removesuffix("ing")
                if lemma != base and {base, f"{base}e"} & words["undo.object"]:
                    return True
            if tree.pos[token] == "VERB" and lemma in words["undo.object"]:
                undone = tree.child(token, "dobj", "xcomp")
            elif tree.pos[token] == "NOUN" and lemma in words["undo.noun"]:
                if not thing.start <= tree.start[tree.head[token]] < thing.end:
                    return True
                undone = tree.child(token, "prep", "compound")
            else:
                continue
            if undone is not None and tree.start[undone] < thing.end:
                return True
        return False

    def _block(self, span: Span) -> str:
        for start, end, kind in self._blocks:
            if start <= span.start < end:
                return kind
        return "body"

    def clipped(self, span: Span, quotation: Quotation) -> Span:
        """A clause inside the words that were said, without "but" and "that"."""
        start, end = span
        for part in quotation.content:
            if part.start <= start < part.end:
                end = min(end, part.end)
        while end > start and self._text[end - 1] in ' ,.;:"”’':
            end -= 1
        lead = _OPENING.match(self._text, start, end)
        return Span(lead.end() if lead else start, end)

    def in_marks(self, offset: int) -> bool:
        """Whether an offset stands in quotation marks."""
        return any(m.start <= offset < m.end for m in self._marks)

    def is_asked(self, token: int) -> bool:
        """Whether a token stands in a question."""
        at = self._tree.start[token]
        stop = _STOP.search(self._text, at, self.sentence_at(at).end)
        return stop is not None and stop.group() == "?"

    def is_date(self, span: Span) -> bool:
        """Whether a phrase is a time expression: "Monday", not "Monday's vote"."""
        return any(
            d.span.start == span.start
            and d.span.within(span)
            and not _OF_THAT_DAY.match(self._text, d.span.end - 2, span.end)
            for d in self._dates
        )

    def sentence_at(self, offset: int) -> Span:
        """The sentence an offset stands in."""
        return self._sentences[max(bisect_right(self._starts, offset) - 1, 0)]
