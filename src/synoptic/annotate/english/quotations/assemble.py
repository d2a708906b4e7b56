"""Quoted stretches and cues put together: which words go with which cue."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import zip_longest
from typing import TYPE_CHECKING

from synoptic.annotate.english.quotations.draft import Draft, n_words
from synoptic.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from synoptic.annotate.english.quotations.cue import Cue
    from synoptic.text.quoted import Quoted

_BUT_THAT = re.compile(
    r"(?:But|And|Also|Or),? (?:also )?(that (?:any|the|an?|he|she|it|they|his|her|its|"
    r"their|there|this|these|those|many|some|no|if|such|all|both|[A-Z][\w.]*)\b)"
)
_MARKS = "\"“”„‘’'`«»″‟ \n\t"
_MAX_HEAD_WORDS = 14
_MAX_TAIL_WORDS = 3
_MAX_LEAD_WORDS = 12
_LEAST_LED_WORDS = 4
_LEAST_FILLING_WORDS = 5
_SAID = re.compile(r"(?:said|says|asked|added|adds|replied|wrote|writes|told|tweeted)")
_ENDS_CUE = re.compile(r"\W*$|,? (?:in|on|at|during|to|after|while|of|as) [^\"“:]*$")


class Assembly:
    """One report's quotations, put together block by block."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Span],
        quoted: Sequence[Quoted],
        cues: Sequence[Cue],
        leads: Mapping[int, Span],
    ) -> None:
        self.text = text
        self.sentences = sentences
        self._starts = [s.start for s in sentences]
        self._quoted = quoted
        self._cues = cues
        self._cued = {cue.sentence for cue in cues}
        self._leads = leads
        self._drafts: dict[int, Draft] = {}
        self._led: list[Draft] = []
        self._open: Draft | None = None
        self._pending: list[Quoted] = []  # opened, and not yet closed
        self._candidate: Draft | None = None  # whose they are if no cue closes them

    def drafts(self, blocks: Sequence[Span]) -> Iterator[Draft]:
        """Yield every quotation of the blocks, in order of its first span."""
        for block, following in zip_longest(blocks, blocks[1:]):
            self._block(block, following)
        for number, cue in enumerate(self._cues):
            if number not in self._drafts and cue.sure and cue.content:
                spans = [s for s in cue.content if n_words(self._at(s)) > 0]
                if spans:
                    self._drafts[number] = Draft(cue, spans)
        found = [d for d in (*self._drafts.values(), *self._led) if d.spans]
        found += self._goes_on(found)
        for draft in found:
            draft.spans = self._joined(draft.spans, draft.cue)
        yield from sorted(found, key=lambda d: (d.spans[0], d.spans[-1]))

    def _goes_on(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Sentences that only go on: "But that any truce would have to last."."""
        more = []
        for number, sentence in enumerate(self.sentences):
            found = _BUT_THAT.match(self.text, sentence.start, sentence.end)
            if found is None or number == 0:
                continue
            before = [
                d
                for d in drafts
                if d.cue is not None and d.cue.sentence == number - 1 and d.cue.root
            ]
            cued = any(c.sentence == number and c.root for c in self._cues)
            if before and not cued:
                span = self._trimmed(Span(found.start(1), sentence.end))
                stop = self.text[span.end - 1] in ".!?"
                span = Span(span.start, span.end - stop)
                more.append(Draft(None, [span], after=before[-1]))
        return more

    def _at(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def _sentence(self, at: int) -> int:
        return max(bisect_right(self._starts, at) - 1, 0)

    def _block(self, block: Span, following: Span | None) -> None:
        inside = [q for q in self._quoted if q.span.within(block)]
        numbers = [n for n, c in enumerate(self._cues) if c.span.within(block)]
        attached: dict[int, int] = {}
        for place, quote in enumerate(inside):
            number = self._tail(quote, inside, place, numbers)
            if number is None:
                number = self._head(quote, inside, place, numbers)
            if number is None and following and place + 1 == len(inside):
                number = self._on_next_line(quote, following)
            if number is not None:
                attached[place] = number
                self._add(number, quote)
        last: Draft | None = None
        last_quote: Quoted | None = None
        for place, quote in enumerate(inside):
            if place in attached:
                draft = self._drafts[attached[place]]
                if quote.carried:
                    self._settle(draft)
                same = last_quote is not None and (
                    self._sentence(last_quote.span.end - 1)
                    == self._sentence(quote.span.start)
                )
                if not (same and last and last.cue and last.cue.root):
                    last = draft
                last_quote = quote
                continue
            if not self._stands_alone(quote):
                continue
            earlier = self._continues(quote, block, last, last_quote, numbers)
            if quote.carried:
                earlier = self._candidate or earlier
            elif earlier is None:
                earlier = self._by_lead(quote)
            self._pending.append(quote)
            if quote.runs_on:
                self._candidate = earlier
                last = last_quote = None
                continue
            self._settle(earlier)
            if earlier is not None:
                last, last_quote = earlier, quote
        ends_block = last_quote is not None and not any(
            c.isalnum() for c in self.text[last_quote.span.end : block.end]
        )
        final = block.start + len(self._at(block).rstrip(_MARKS)) - 1
        closes = last_quote is not None and (
            self._sentence(last_quote.span.end - 1) >= self._sentence(final)
        )
        keep = last is not None and last_quote is not None and (ends_block or closes)
        self._open = last if keep else None

    def _by_lead(self, quote: Quoted) -> Draft | None:
        """A quotation without a cue, of whom the sentence before tells."""
        before = self._sentence(quote.span.start) - 1
        lead = self._leads.get(before)
        if lead is None or n_words(self._at(quote.span)) < _LEAST_LED_WORDS:
            return None
        draft = Draft(None, lead=lead, sentence=before)
        self._led.append(draft)
        return draft

    def _settle(self, draft: Draft | None) -> None:
        """Give what was opened and not yet closed to a quotation, or to none."""
        spans = [quote.span for quote in self._pending]
        if draft is not None:
            draft.spans += spans
            draft.direct += spans
        self._pending = []
        self._candidate = None

    def _tail(
        self,
        quote: Quoted,
        inside: Sequence[Quoted],
        place: int,
        numbers: Sequence[int],
    ) -> int | None:
        """The cue that follows: “...,” she said."""
        sentence = self._sentence(quote.span.end - 1)
        stop = inside[place + 1].span.start if place + 1 < len(inside) else None
        for number in numbers:
            cue = self._cues[number]
            if cue.span.start < quote.span.end or cue.sentence < sentence:
                continue
            if quote.span.overlaps(cue.whole):
                return None  # its speaker stands before or around the quotation
            if cue.sentence > sentence or cue.kind == "according":
                return None
            if stop is not None and cue.span.start >= stop:
                return None
            if cue.whole.start < quote.span.end:
                return None
            lead = self.sentences[self._sentence(quote.span.start)].start
            if (
                n_words(self.text[lead : quote.span.start])
                and cue.content
                and cue.content[0].start > cue.span.end
            ):
                return None  # it reports other words, behind it
            gap = self.text[quote.span.end : cue.whole.start]
            if any(c.start <= quote.span.start < c.end for c in cue.content):
                return number
            inner = self._at(quote.span).rstrip(_MARKS)
            comma = inner[-1:] in ",.?!—–-…" or gap.lstrip(_MARKS)[:1] in (
                ",",
                "—",
                "–",
            )
            if not comma:
                return None
            if n_words(gap) <= _MAX_TAIL_WORDS:
                return number
            if cue.speaker is None and n_words(gap) <= _MAX_LEAD_WORDS:
                return number
            return None
        return None

    def _on_next_line(self, quote: Quoted, following: Span) -> int | None:
        """The cue that a line break parts from its words: “...?” (break) she asked."""
        between = self.text[quote.span.end : following.start]
        if not quote.closed or between.strip() or not self._stands_alone(quote):
            return None
        for number, cue in enumerate(self._cues):
            if cue.whole.start < following.start:
                continue
            if cue.whole.start > following.start + 1 or cue.content:
                return None
            rest = self.text[cue.whole.end : self.sentences[cue.sentence].end]
            alone = _ENDS_CUE.match(rest) and _SAID.fullmatch(self._at(cue.span))
            return number if alone and cue.speaker else None
        return None

    def _head(
        self,
        quote: Quoted,
        inside: Sequence[Quoted],
        place: int,
        numbers: Sequence[int],
    ) -> int | None:
        """The cue that comes before: she said: “..."""
        sentence = self._sentence(quote.span.start)
        before = [
            n
            for n in numbers
            if self._cues[n].sentence == sentence
            and self._cues[n].span.end <= quote.span.start
        ]
        for number in reversed(before):
            cue = self._cues[number]
            if any(
                c.start <= quote.span.start and quote.span.start < c.end + 2
                for c in cue.content
            ):
                return number
        if not before:
            return None
        number = before[-1]
        cue = self._cues[number]
        if cue.content and cue.content[-1].end > cue.span.end:
            # it has its clause; words right behind it belong to it still
            gap = self.text[cue.content[-1].end : quote.span.start]
            return number if n_words(gap) <= 2 and "." not in gap else None
        gap = self.text[max(cue.span.end, cue.whole.end) : quote.span.start]
        previous = inside[place - 1] if place else None
        if previous is not None and previous.span.start >= cue.span.end:
            if number not in self._drafts:
                return None
            gap = self.text[previous.span.end : quote.span.start]
            return number if n_words(gap) <= _MAX_HEAD_WORDS else None
        lead = gap.rstrip()[-1:]
        if n_words(gap) > _MAX_HEAD_WORDS:
            return None
        if lead in (":", ",") or n_words(gap) <= 1 or gap.rstrip().endswith("that"):
            return number
        return number if self._is_clause(quote) else None

    def _is_clause(self, quote: Quoted) -> bool:
        words = self._at(quote.span).strip(_MARKS)
        return n_words(words) > 3 and words[:1].isupper()

    def _stands_alone(self, quote: Quoted) -> bool:
        """Whether the quotation fills its sentences and nothing else is in them."""
        first = self.sentences[self._sentence(quote.span.start)]
        last = self.sentences[self._sentence(quote.span.end - 1)]
        before = self.text[first.start : quote.span.start]
        after = self.text[quote.span.end : last.end]
        if n_words(before) or n_words(after):
            return self._fills(first, last)
        inner = self._at(quote.span).strip(_MARKS)
        return n_words(inner) > 1 and (
            inner[-1:] in ".?!…—–-," or not quote.closed or n_words(inner) > 5
        )

    def _fills(self, first: Span, last: Span) -> bool:
        """Whether a sentence opens with quoted words that are most of it, and no cue.

        Such as "“We will go on with it” and “see it through” to the end."
        """
        if first != last or self._sentence(first.start) in self._cued:
            return False
        inside = [q.span for q in self._quoted if q.span.within(first)]
        opens = inside and not n_words(self.text[first.start : inside[0].start])
        if not opens or n_words(self._at(inside[0])) < _LEAST_FILLING_WORDS:
            return False
        quoted = sum(n_words(self._at(span)) for span in inside)
        return 2 * quoted > n_words(self._at(first))

    def _continues(
        self,
        quote: Quoted,
        block: Span,
        last: Draft | None,
        last_quote: Quoted | None,
        numbers: Sequence[int],
    ) -> Draft | None:
        """The quotation that goes on in this one, which has no cue of its own."""
        sentence = self._sentence(quote.span.start)
        if last is not None and last_quote is not None:
            gap = sentence - self._sentence(last_quote.span.end - 1)
            if gap <= 1:
                return last
        at_start = not any(
            c.isalnum() for c in self.text[block.start : quote.span.start]
        )
        if at_start:
            if self._open is None:
                return None
            return self._open
        near = [n for n in numbers if self._cues[n].sentence == sentence - 1]
        main = [n for n in near if self._cues[n].content or n in self._drafts]
        if main:
            number = main[-1]
            if number not in self._drafts:
                cue = self._cues[number]
                self._drafts[number] = Draft(cue, list(cue.content))
            return self._drafts[number]
        return None

    def _add(self, number: int, quote: Quoted) -> None:
        cue = self._cues[number]
        draft = self._drafts.setdefault(number, Draft(cue))
        draft.direct.append(quote.span)
        before_cue = quote.span.end <= cue.span.start
        side = self._side(cue, quote)
        clause = [c for c in cue.content if c.overlaps(side)]
        residue = Span(side.start, quote.span.start)
        rest = Span(quote.span.end, side.end)
        if n_words(self._at(residue)) + n_words(self._at(rest)) == 0:
            draft.spans.append(quote.span)
        elif before_cue:
            inner = self._at(quote.span).strip(_MARKS)
            cued = any(c.span.within(residue) for c in self._cues)
            joins = inner[:1].islower() and not cued
            whole = self._trimmed(residue, quote.span) if joins else quote.span
            end = max([whole.end, *(c.end for c in clause if c.start < whole.end)])
            draft.spans.append(Span(whole.start, min(end, cue.whole.start)))
            draft.spans += [c for c in clause if c.start >= quote.span.end]
        elif not clause:
            draft.spans.append(quote.span)
        else:
            hull = [
                Span(max(c.start, side.start), min(c.end, side.end)) for c in clause
            ]
            draft.spans += [h for h in hull if h.start < h.end]
            draft.spans.append(quote.span)
        if cue.speaker is None and quote.span.end <= cue.span.start:
            gap = Span(quote.span.end, cue.span.start)
            if n_words(self._at(gap)):
                draft.lead = self._trimmed(gap)

    def _side(self, cue: Cue, quote: Quoted) -> Span:
        """The sentences of the quotation, on its side of the cue."""
        first = self.sentences[self._sentence(quote.span.start)]
        last = self.sentences[self._sentence(quote.span.end - 1)]
        if quote.span.end <= cue.span.start:
            return Span(first.start, max(cue.whole.start, quote.span.end))
        return Span(min(cue.whole.end, quote.span.start), last.end)

    def _trimmed(self, span: Span, tail: Span | None = None) -> Span:
        if tail is not None:
            while span.start < tail.start and not self.text[span.start].isalnum():
                span = Span(span.start + 1, span.end)
            return Span(span.start, tail.end)
        words = self.text[span.start : span.end]
        left = len(words) - len(words.lstrip(_MARKS + ",;:—–-"))
        right = len(words.rstrip(_MARKS + ",;:—–-"))
        return Span(span.start + left, span.start + right)

    def _joined(self, spans: Sequence[Span], cue: Cue | None) -> list[Span]:
        """Spans in order, those that overlap, touch or share a clause made one."""
        joined: list[Span] = []
        for span in sorted(spans):
            if joined and self._one(joined[-1], span, cue):
                joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
            else:
                joined.append(span)
        return joined

    def _one(self, a: Span, b: Span, cue: Cue | None) -> bool:
        """Whether two neighbours are one stretch: not closed and opened again."""
        between = self.text[a.end : b.start]
        if b.start <= a.end:
            return True
        if "\n" in between:
            return False
        if not any(c.isalnum() for c in between):
            return True
        return (
            cue is not None
            and a.start >= cue.span.end
            and self._sentence(a.start) == self._sentence(b.start)
            and n_words(between) <= _MAX_TAIL_WORDS
        )
