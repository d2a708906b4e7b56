"""Who says where they stand on what, in one report."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from synoptic.annotate.english.people.pronouns import resolve_pronouns
from synoptic.annotate.english.quotations.speakers import Speakers
from synoptic.annotate.english.quotations.tree import make_tree
from synoptic.annotate.english.statements.climb import Climber
from synoptic.annotate.english.statements.evaluations import find_evaluations
from synoptic.annotate.english.statements.holders import Holders
from synoptic.annotate.english.statements.lexicon import lexicon
from synoptic.annotate.english.statements.phrases import phrases_of
from synoptic.annotate.english.statements.readings import find_readings
from synoptic.annotate.english.statements.seeds import find_seeds
from synoptic.annotate.english.statements.silences import find_silences
from synoptic.annotate.english.statements.things import Things
from synoptic.model import Span, Speaker, Statement, part_id
from synoptic.text.quoted import find_quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from synoptic.annotate.english.people.cast import Cast
    from synoptic.annotate.english.quotations.tree import Tree
    from synoptic.annotate.english.statements.climb import Climb
    from synoptic.annotate.english.statements.seed import Seed
    from synoptic.model import DateMention, Quotation, Report, Syntax

__all__ = ["find_statements"]

_WHEN = re.compile(
    r"\b[Ee]arlier(?: (?:in|on|this|that|the)\b[^,.;”\"]{2,24})?"
    r"|\b[Ll]ater(?: (?:in|on|that)\b[^,.;”\"]{2,24})?|\b[Ii]n the past\b"
    r"|\b(?:[Bb]efore|[Aa]fter) [^,.;”\"]{2,30}? (?:spoke|met|voted|began|ended)\b"
    r"|\b[Ll]ast (?:week|month|year|spring|summer|fall|autumn|winter)\b"
)
_OPENING = re.compile(r"(?:(?:but|and|that) )+", re.IGNORECASE)
_IN_RETURN = re.compile(r"in (?:return|exchange) for\s+", re.IGNORECASE)
_MARKS = 2  # a full stop and a closing mark belong to the sentence
_NOBODY = Speaker(None, None, 0.0, "the report's own words")


def find_statements(
    report: Report,
    sentences: Sequence[Span],
    syntax: Syntax,
    *,
    quotations: Sequence[Quotation],
    dates: Sequence[DateMention],
    cast: Cast,
) -> tuple[Statement, ...]:
    """Statements of a report in order of their verb.

    A word that carries a stance is followed up the parse to whose it is; what stands
    on the way (negation, refusal, "could", "if") is taken in. Where that cannot be
    told there is no statement.

    Args:
        report: The report.
        sentences: Its sentences, in order.
        syntax: Its parse.
        quotations: Its quotations, with their speakers.
        dates: Its time expressions.
        cast: Who is who in it.
    """
    reader = _Reader(
        report, sentences, syntax, quotations=quotations, dates=dates, cast=cast
    )
    found: dict[tuple[object, ...], Statement] = {}
    for statement in reader.statements():
        key = (
            statement.actor.entity or statement.actor.span,
            statement.stands_for or statement.object,
            statement.stance,
            statement.voice,
        )
        known = found.get(key)
        if known is None or len(statement.conditions) > len(known.conditions):
            found[key] = statement
    kept = [s for s in found.values() if not _in_a_condition(s, found.values())]
    return tuple(sorted(kept, key=lambda s: (s.verb, s.id)))


def _in_a_condition(statement: Statement, all_found: Iterable[Statement]) -> bool:
    """Whether it is part of what another statement makes a condition.

    "A truce must ensure that they do not use it" says nothing of where they stand. Of
    two that each stand in the other's condition the wider condition holds both.
    """
    for other in all_found:
        for condition in other.conditions:
            if other is statement or not statement.verb.within(condition):
                continue
            back = [c for c in statement.conditions if other.verb.within(c)]
            if all(c.end - c.start < condition.end - condition.start for c in back):
                return True
    return False


class _Reader:
    """The parts of one report, looked up while statements are put together."""

    def __init__(
        self,
        report: Report,
        sentences: Sequence[Span],
        syntax: Syntax,
        *,
        quotations: Sequence[Quotation],
        dates: Sequence[DateMention],
        cast: Cast,
    ) -> None:
        self.report = report
        self.text = report.text
        self.sentences = sentences
        self.starts = [s.start for s in sentences]
        self.tree: Tree = _with_lemmas(make_tree(report.text, syntax))
        self.phrases = phrases_of(self.tree, cast)
        self.quotations = quotations
        self.dates = sorted(dates, key=lambda d: d.span)
        self.marks = [
            q.span
            for q in find_quoted(report.text, report.spans_of("body", "subheadline"))
        ]
        pronouns = resolve_pronouns(report.text, sentences, cast, self.marks)
        speakers = Speakers(report.text, cast, pronouns)
        self.holders = Holders(self.phrases, cast, speakers, quotations)
        self.seeds = list(find_seeds(self.tree, self.phrases))
        known = {s.target for s in self.seeds if s.firm and s.form == "phrase"}
        self.things = Things(self.phrases, frozenset(t for t in known if t))
        self.blocks = [
            (b.start, b.end, b.kind)
            for b in report.blocks
            if b.kind in ("headline", "subheadline", "body", "crosshead")
        ]

    def statements(self) -> Iterator[Statement]:
        """Yield every statement once for each way it was found."""
        climber = Climber(self.tree, self.phrases)
        for seed in self.seeds:
            climb = None if self._asked(seed.token) else climber.climb(seed)
            if climb is not None:
                yield from self._of_seed(seed, climb)
        yield from self._silences()
        yield from self._evaluations()
        yield from self._readings()

    # parts ---------------------------------------------------------------------

    def _of_seed(self, seed: Seed, climb: Climb) -> Iterator[Statement]:
        if seed.target is None:
            thing = self.things.before(seed.token)
        else:
            thing = self.things.find(seed.target, deed=seed.form == "deed")
        if thing is None or self._is_date(thing.span):
            return
        words = self.tree.span(min(climb.verbs), max(climb.verbs))
        verb = words if words.end - words.start < 60 else self._word(seed.token)
        conditions = [*climb.conditions]
        if seed.condition is not None:
            conditions.append(self.phrases.span(seed.condition))
        conditions = [c for c in conditions if not c.within(thing.span)]
        holders = self._holders(climb)
        at = self.tree.start[climb.at]
        own = self.holders.quotation_at(at)
        for holder, voice in holders:
            speaker = own.speaker if own is not None else None
            told = speaker is not None and not _same(speaker, holder)
            teller = speaker if told else None
            if climb.teller is not None and teller is None:
                others = self.holders.holders(climb.teller)
                teller = others[0] if others and not _same(others[0], holder) else None
            yield self._statement(
                climb.top,
                holder=holder,
                verb=verb,
                thing=thing.span,
                stands_for=thing.stands_for,
                stance=climb.stance,
                lean=climb.lean if climb.stance == "unstated" else None,
                firm=(
                    seed.firm
                    or thing.decided
                    or (seed.kind == "undo" and climb.committed and self._bans(seed))
                ),
                negation=climb.negation,
                modality=self._quote(climb.modality),
                conditions=tuple(sorted(set(conditions))),
                voice=voice,
                teller=teller,
                source=_source(own) if own is not None and told else None,
                quotation=own,
            )

    def _bans(self, seed: Seed) -> bool:
        """Whether the verb is one of law: "banning" makes a proposal of anything."""
        return self.tree.lemma[seed.token].lower() in lexicon()["deed.against"]

    def _is_date(self, span: Span) -> bool:
        return any(
            d.span.start == span.start and d.span.within(span) for d in self.dates
        )

    def _holders(self, climb: Climb) -> list[tuple[Speaker, str]]:
        if climb.by_speaker:
            speaker = self.holders.spoken_by(self.tree.start[climb.at])
            if speaker is not None:
                return [(speaker, "actor")]
            quoted = self.holders.quotation_at(self.tree.start[climb.at])
            if climb.advice and quoted is None:
                return [(_NOBODY, "report")]
            return []
        if climb.actor is None:
            return []
        found = self.holders.holders(climb.actor)
        if not found and climb.same is not None:
            low = self.tree.word(climb.actor).lower()
            found = [
                h
                for h in self.holders.holders(climb.same)
                if self.holders.agrees(h, low)
            ]
        return [(h, "actor") for h in found]

    def _asked(self, token: int) -> bool:
        """Whether it stands in a question."""
        at = self.tree.start[token]
        sentence = self.sentences[max(bisect_right(self.starts, at) - 1, 0)]
        stop = re.search(r"[.?!]", self.text[at : sentence.end])
        return stop is not None and stop.group() == "?"

    def _silences(self) -> Iterator[Statement]:
        for silence in find_silences(self.tree, self.phrases):
            thing = (
                self.things.before(silence.verb)
                if silence.target is None
                else self.things.find(silence.target)
            )
            if thing is None or self._is_date(thing.span):
                continue
            for holder in self.holders.holders(silence.subject):
                yield self._statement(
                    silence.verb,
                    holder=holder,
                    verb=self.tree.span(
                        min(silence.verb, silence.inner),
                        max(silence.verb, silence.inner),
                    ),
                    thing=thing.span,
                    stands_for=thing.stands_for,
                    stance=silence.stance,
                    firm=True,
                    negation=True,
                )

    def _evaluations(self) -> Iterator[Statement]:
        for one in find_evaluations(self.tree, self.phrases, self.quotations):
            holder = self.holders.spoken_by(self.tree.start[one.verb])
            own = self.holders.quotation_at(self.tree.start[one.verb])
            if holder is None or own is None or own.id != one.quotation.id:
                continue
            thing = self.things.find(
                one.target, deed=self.tree.pos[one.target] == "VERB"
            )
            if thing is None:
                continue
            clause = self.tree.span(self.tree.left[one.verb], self.tree.right[one.verb])
            yield self._statement(
                one.verb,
                holder=holder,
                verb=self._word(one.worth),
                thing=thing.span,
                stands_for=thing.stands_for,
                stance=one.stance,
                lean=one.lean,
                firm=thing.decided,
                conditions=(self._clipped(clause, own),) if one.needs else (),
                quotation=own,
            )

    def _readings(self) -> Iterator[Statement]:
        """What the report itself takes somebody's words or deeds for."""
        for reading in find_readings(self.tree):
            if self.holders.quotation_at(self.tree.start[reading.verb]) is not None:
                continue
            thing = self.things.find(reading.target)
            if thing is not None:
                yield self._statement(
                    reading.verb,
                    holder=_NOBODY,
                    verb=self._word(reading.verb),
                    thing=thing.span,
                    stance="unstated",
                    firm=True,
                    voice="report",
                )

    def _clipped(self, span: Span, quotation: Quotation) -> Span:
        """A clause inside the words that were said, without "but" and "that"."""
        start, end = span
        for part in quotation.content:
            if part.start <= start < part.end:
                end = min(end, part.end)
        while end > start and self.text[end - 1] in ' ,.;:"”’':
            end -= 1
        lead = _OPENING.match(self.text, start, end)
        return Span(lead.end() if lead else start, end)

    # putting together ----------------------------------------------------------

    def _statement(
        self,
        top: int,
        *,
        holder: Speaker,
        verb: Span,
        thing: Span,
        quotation: Quotation | None = None,
        **parts: object,
    ) -> Statement:
        span = self._clause(top, verb, thing, holder, quotation)
        if parts.get("voice") == "report":
            span = self.sentences[max(bisect_right(self.starts, verb.start) - 1, 0)]
        when, date = self._time(span, thing, quotation)
        statement = Statement(
            id=part_id(self.report.id, verb, thing, holder.span or verb),
            span=span,
            actor=holder,
            verb=verb,
            object=thing,
            speaks_for=self.holders.speaks_for(holder),
            when=when,
            date=date,
            undoing=self._undoing(parts.get("stands_for") or thing),
            block=self._block(span),
            **parts,  # type: ignore[arg-type]
        )
        kept = tuple(c for c in statement.conditions if c.start >= 0)
        return replace(statement, conditions=kept, demands=self._demands(kept))

    def _demands(self, conditions: Sequence[Span]) -> tuple[Span, ...]:
        """What is asked in return, without the words that say so."""
        asked = [_IN_RETURN.match(self.text, c.start, c.end) for c in conditions]
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
        sentence = self.sentences[max(bisect_right(self.starts, verb.start) - 1, 0)]
        whole = self.tree.span(self.tree.left[top], self.tree.right[top])
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
        said = [m for m in self.marks if m.overlaps(span)]
        if quotation is not None and quotation.kind == "indirect":
            said += quotation.content
        sentence = self.sentences[max(bisect_right(self.starts, span.start) - 1, 0)]
        date = None
        for mention in self.dates:
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
        words = _WHEN.search(self.text, sentence.start, sentence.end)
        if words is not None and any(
            Span(*words.span()).within(s) for s in (*said, thing)
        ):
            words = None
        when = Span(*words.span()) if words else (date.span if date else None)
        return when, date.id if date else None

    def _undoing(self, thing: object) -> bool:
        """Whether a phrase names an undoing together with what is undone."""
        if not isinstance(thing, Span):
            return False
        words, tree = lexicon(), self.tree
        first = bisect_right(tree.start, thing.start - 1)
        for token in range(first, len(tree.start)):
            if tree.start[token] >= thing.end:
                break
            lemma = tree.lemma[token].lower()
            if tree.pos[token] == "VERB" and lemma in words["undo.object"]:
                undone = tree.child(token, "dobj")
            elif tree.pos[token] == "NOUN" and lemma in words["undo.noun"]:
                undone = tree.child(token, "prep")
            else:
                continue
            if undone is not None and tree.start[undone] < thing.end:
                return True
        return False

    def _block(self, span: Span) -> str:
        for start, end, kind in self.blocks:
            if start <= span.start < end:
                return kind
        return "body"

    def _word(self, token: int) -> Span:
        return self.tree.span(token, token)

    def _quote(self, span: Span | None) -> str | None:
        return self.text[span.start : span.end] if span else None


def _with_lemmas(tree: Tree) -> Tree:
    """The tree with lemmas set right, those of "Senators" and "Democrats" too."""
    wrong = lexicon().lemmas
    lemmas = [
        one.removesuffix("s") if tag == "NNPS" else wrong.get(one, one)
        for one, tag in zip(tree.lemma, tree.tag, strict=True)
    ]
    return replace(tree, lemma=tuple(lemmas))


def _same(a: Speaker, b: Speaker) -> bool:
    if a.entity is not None and b.entity is not None:
        return a.entity == b.entity
    return a.span is not None and a.span == b.span


def _source(quotation: Quotation) -> Span | None:
    """The words that say where the report has it from."""
    parts = [p for p in (quotation.cue, quotation.speaker.span) if p is not None]
    if not parts or quotation.cue is None:
        return None
    return Span(min(p.start for p in parts), max(p.end for p in parts))
