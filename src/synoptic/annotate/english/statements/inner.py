"""Speech and thought inside what somebody says: "“They say it works,” Lee said"."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from synoptic.annotate.english.quotations.grammar import cues_by_grammar
from synoptic.annotate.english.statements.judgements.views import find_views
from synoptic.annotate.english.statements.wording import NOBODY
from synoptic.model import Quotation, Span, Speaker, part_id
from synoptic.text.quoted import find_quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from synoptic.annotate.english.quotations.speakers import Speakers
    from synoptic.annotate.english.statements.phrases import Phrases
    from synoptic.annotate.english.tree import Tree

# what is told with these the speaker holds for so himself
_FACTUAL = frozenset(
    "emphasize emphasise stress underline underscore acknowledge confirm reveal note "
    "point recognize recognise admit concede explain conclude remind remember".split()
)
_OWN = frozenset("i we you me us one let".split())
_FIRST_PERSON = re.compile(r"\b(?:i|we|my|our)\b", re.IGNORECASE)
_PAUSE = re.compile(r"[.;?!]")
_MARKS = " \n\"'“”‘’«»"


class _Told(NamedTuple):
    cue: Span
    speaker: Span
    content: tuple[Span, ...]
    sentence: int
    act: str


def inner_quotations(
    tree: Tree,
    phrases: Phrases,
    speakers: Speakers,
    quotations: Sequence[Quotation],
) -> Mapping[str, tuple[Quotation, Quotation]]:
    """What others are said to say or think inside quotation marks.

    Those words are not the speaker's own: "“Farmers say the toll is unfair,” Lee said"
    tells nothing of Lee.

    Returns:
        For every id the inner quotation and the one it stands in.
    """
    direct = [
        (span, q)
        for q in quotations
        if q.kind == "direct" and q.block != "caption"
        for span in q.content
    ]
    found: dict[str, tuple[Quotation, Quotation]] = {}
    for told in (*_said(tree), *_thought(tree, phrases)):
        for span, outer in direct:
            if not (told.cue.within(span) and told.speaker.within(span)):
                continue
            content = tuple(
                Span(max(c.start, span.start), min(c.end, span.end))
                for c in told.content
                if c.overlaps(span)
            )
            if content:
                key = part_id(outer.id, *content, told.cue)
                words = tree.text[slice(*told.speaker)].lower()
                if words in ("he", "she"):
                    # whom the speaker means by it nobody tells
                    speaker = Speaker(told.speaker, None, 0.0, "not resolved")
                else:
                    speaker = speakers.speaker(told.speaker, told.sentence)
                inner = Quotation(key, "indirect", content, told.cue, speaker, told.act)
                found[key] = (inner, outer)
    for stretch, outer in _cited(tree.text, direct):
        key = part_id(outer.id, stretch)
        inner = Quotation(key, "direct", (stretch,), None, NOBODY, "said")
        found[key] = (inner, outer)
    return found


def _cited(
    text: str, direct: Sequence[tuple[Span, Quotation]]
) -> Iterator[tuple[Span, Quotation]]:
    """What a speaker has somebody say in so many words: "you cannot say ‘we pay’".

    Not where he repeats himself, nor a word or two that he only holds at a distance.
    """
    for content, outer in direct:
        first = content.start + (text[content.start] in _MARKS)
        last = content.end - (text[content.end - 1] in _MARKS)
        for nested in find_quoted(text, [Span(first, last)]):
            span = nested.span
            before = _PAUSE.split(text[first : span.start])[-1]
            if (
                nested.closed
                and before.strip(_MARKS)
                and _FIRST_PERSON.search(text, span.start, span.end)
                and not _FIRST_PERSON.search(before)
            ):
                yield span, outer


def _said(tree: Tree) -> Iterator[_Told]:
    for cue in cues_by_grammar(tree, []):
        if cue.speaker is None or not cue.sure or not cue.own:
            continue
        verb = bisect_left(tree.start, cue.span.start)
        own = _is_own(tree.text[slice(*cue.speaker)])
        if cue.kind == "verb" and not own and tree.lemma[verb] not in _FACTUAL:
            yield _Told(cue.span, cue.speaker, cue.content, cue.sentence, cue.act)


def _thought(tree: Tree, phrases: Phrases) -> Iterator[_Told]:
    for view in find_views(tree, phrases):
        holder, clause = view.holder, view.clause
        who = phrases.span(holder)
        said = tree.span(tree.left[clause], tree.right[clause])
        if said.overlaps(who) or _is_own(tree.word(holder)):
            continue
        at = tree.sentence[clause]
        yield _Told(tree.span(holder, holder), who, (said,), at, "said")


def _is_own(words: str) -> bool:
    """Whether the speaker speaks of himself: "I say", "let me say"."""
    return not _OWN.isdisjoint(words.lower().split())
