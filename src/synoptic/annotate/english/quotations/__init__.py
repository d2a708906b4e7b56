"""Quotations: direct, mixed and indirect, with cue and speaker."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from synoptic.annotate.english.people.pronouns import resolve_pronouns
from synoptic.annotate.english.quotations.assemble import Assembly
from synoptic.annotate.english.quotations.captions import read_captions
from synoptic.annotate.english.quotations.labels import cue_behind, cues_by_label
from synoptic.annotate.english.quotations.pattern import cues_by_pattern
from synoptic.annotate.english.quotations.speakers import Speakers
from synoptic.annotate.english.quotations.titles import behind_titles, titles_among
from synoptic.annotate.english.tree import make_tree
from synoptic.model import Quotation, part_id
from synoptic.text.quoted import find_quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from synoptic.annotate.english.people.cast import Cast
    from synoptic.annotate.english.quotations.cue import Cue
    from synoptic.annotate.english.quotations.draft import Draft
    from synoptic.model import BlockKind, QuotationKind, Report, Span, Syntax
    from synoptic.text.quoted import Quoted

_BESIDE = 2  # a space, and a comma or colon before it
_READ: tuple[BlockKind, ...] = ("headline", "subheadline", "body", "crosshead")


def find_quotations(
    report: Report, sentences: Sequence[Span], syntax: Syntax | None, cast: Cast
) -> tuple[Quotation, ...]:
    """The quotations of a report, in order of their first word.

    Those in captions are found by rules and have `block` "caption".

    Args:
        report: The report.
        sentences: Its sentences, in order.
        syntax: Its parse; None: rules find the cues, and fewer of them.
        cast: Who is who in it; the speakers are named by it.
    """
    blocks = [b for b in report.blocks if b.kind in _READ]
    spans = [b.span for b in blocks]
    quoted = list(find_quoted(report.text, spans))
    marks = [q.span for q in quoted]
    leads: Mapping[int, Span] = {}
    if syntax is not None:
        # loaded with a parse only, so that --fast starts fast
        from synoptic.annotate.english.quotations.grammar import (  # noqa: PLC0415
            cues_by_grammar,
            leads_of,
        )

        tree = make_tree(report.text, syntax)
        leads = leads_of(tree, marks)
        cues = cues_by_grammar(tree, marks)
        cues += _missed(cues, cues_by_pattern(report.text, sentences, marks), marks)
    else:
        cues = cues_by_pattern(report.text, sentences, marks)
    kinds = ("person", "organisation", "place")
    known, persons = (
        frozenset(
            report.quote(name).split()[-1].lower()
            for name, member in cast.of_name.items()
            if member.kind in wanted
        )
        for wanted in (kinds, kinds[:1])
    )
    labels = list(cues_by_label(report.text, blocks, sentences, marks, known))
    headlines = [b for b in blocks if b.kind == "headline"]
    behind = (cue_behind(report.text, b, sentences, persons) for b in headlines)
    labels += [cue for cue in behind if cue is not None]
    spoken = [part for label in labels for part in label.content]
    cues = [c for c in cues if not any(c.span.within(part) for part in spoken)]
    cues = sorted([*cues, *labels], key=lambda c: c.span)
    titles = titles_among(report.text, quoted)
    cues = behind_titles(report.text, cues, titles)
    quoted = [q for q in quoted if q not in titles]
    drafts = Assembly(report.text, sentences, quoted, cues, leads).drafts(spans)
    pronouns = resolve_pronouns(report.text, sentences, cast, marks)
    speakers = Speakers(report.text, cast, pronouns)
    found = []
    for draft in drafts:
        teller = draft.cue and draft.cue.speaker
        if teller and any(teller.within(span) for span in draft.spans):
            continue  # nobody stands in the words that he says
        first = draft.spans[0].start
        block = next(b for b in blocks if b.start <= first < b.end)
        one = _quotation(report, draft, quoted, speakers, block.kind)
        if draft.cue or draft.after or one.speaker.entity is not None:
            found.append(one)
    aside = read_captions(report, cast)
    found += [
        _quotation(report, draft, aside.quoted, aside.speakers, "caption")
        for draft in aside.drafts
    ]
    return tuple(sorted(found, key=lambda q: q.content[0].start))


def _missed(
    parsed: Sequence[Cue], ruled: Sequence[Cue], marks: Sequence[Span]
) -> list[Cue]:
    """Cues by rule where the parser, led astray by a quotation, saw none.

    Only those that touch a quotation no cue of the parser's touches.
    """
    free = [m for m in marks if not any(_touch(c.whole, m) for c in parsed)]
    return [
        cue
        for cue in ruled
        if any(_touch(cue.whole, mark) for mark in free)
        and not any(cue.whole.overlaps(other.whole) for other in parsed)
    ]


def _touch(cue: Span, mark: Span) -> bool:
    return 0 <= cue.start - mark.end <= _BESIDE or 0 <= mark.start - cue.end <= _BESIDE


def _quotation(
    report: Report,
    draft: Draft,
    quoted: Sequence[Quoted],
    speakers: Speakers,
    block: BlockKind,
) -> Quotation:
    cue = draft.cue
    spoken = draft.after or draft
    beside = (spoken.cue.speaker if spoken.cue else None) or spoken.lead
    sentence = spoken.cue.sentence if spoken.cue else spoken.sentence
    speaker = speakers.speaker(beside, sentence)
    if cue is None and not draft.after:
        speaker = replace(
            speaker,
            confidence=round(speaker.confidence * 0.8, 2),
            reason="the one the sentence before tells of",
        )
    elif draft.after:
        speaker = replace(
            speaker,
            span=None,
            confidence=round(speaker.confidence * 0.9, 2),
            reason="goes on from the sentence before",
        )
    return Quotation(
        id=part_id(report.id, *draft.spans, *([cue.span] if cue else [])),
        kind=_kind(report.text, draft, quoted),
        content=tuple(draft.spans),
        cue=cue.span if cue else None,
        speaker=speaker,
        act=cue.act if cue else None,
        addressee=cue.addressee if cue else None,
        occasion=cue.occasion if cue else None,
        block=block,
    )


def _kind(text: str, draft: Draft, quoted: Sequence[Quoted]) -> QuotationKind:
    within = [
        q.span
        for q in quoted
        if any(s.start <= q.span.start < s.end for s in draft.spans)
    ]
    if not within:
        cue = draft.cue
        if cue is None or cue.kind != "label" or cue.speaker is None:
            return "indirect"
        label = text[cue.speaker.start : cue.speaker.end]
        return "direct" if label.isupper() else "indirect"  # a transcript's turn
    inside = sum(q.end - q.start for q in within)
    whole = sum(
        sum(not c.isspace() for c in text[s.start : s.end]) for s in draft.spans
    )
    spaces = sum(sum(c.isspace() for c in text[q.start : q.end]) for q in within)
    return "direct" if inside - spaces >= whole - 2 else "mixed"
