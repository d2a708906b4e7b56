"""Direct quotations of German reports: by marks and by a list of verbs."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from synoptic.model import Quotation, Span, Speaker, part_id
from synoptic.text.quoted import find_quoted
from synoptic.text.split import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from synoptic.model import Block, Report
    from synoptic.text.quoted import Quoted

_WORD = re.compile(r"[^\W_][\w-]*")
_LEAST_WORDS = 2
_MAX_SPEAKER_WORDS = 8
_BETWEEN_CUE_AND_MARK = 8


@dataclass(frozen=True, slots=True)
class _Words:
    cues: dict[str, str]
    stops: frozenset[str]
    articles: frozenset[str]
    pronouns: frozenset[str]
    roles: frozenset[str]


@cache
def _words() -> _Words:
    table = files("synoptic.annotate.german") / "cues.toml"
    raw = tomllib.loads(table.read_text(encoding="utf-8"))
    cues = {verb: act for act, verbs in raw["cues"].items() for verb in verbs.split()}
    lists = {name: frozenset(words.split()) for name, words in raw["words"].items()}
    return _Words(cues, **lists)


def find_quotations(report: Report, sentences: Sequence[Span]) -> tuple[Quotation, ...]:
    """Direct quotations with cue and speaker, block by block, captions too.

    A stretch inside marks is one where a verb of the list stands before or behind it
    in its sentence, or where it fills the sentence behind such a one.
    """
    found: list[Quotation] = []
    for block in report.blocks:
        if block.kind in ("headline", "subheadline", "body", "crosshead"):
            found += _in_block(report, block, sentences)
        elif block.kind == "caption":
            own = split_sentences(report.text, block.start, block.end)
            found += _in_block(report, block, own)
    return tuple(found)


def _in_block(
    report: Report, block: Block, sentences: Sequence[Span]
) -> Iterator[Quotation]:
    text = report.text
    last: tuple[list[Span], Span, str, Speaker, int] | None = None
    done: list[tuple[list[Span], Span, str, Speaker, int]] = []
    for quote in find_quoted(text, [block.span]):
        numbers = [n for n, s in enumerate(sentences) if s.overlaps(quote.span)]
        if not numbers:
            continue
        cue = _cue(text, quote, sentences[numbers[0]], sentences[numbers[-1]])
        if cue is not None:
            span, act, beside = cue
            if last is not None and last[1] == span:
                last[0].append(quote.span)
                continue
            last = ([quote.span], span, act, _speaker(text, beside), numbers[-1])
            done.append(last)
        elif (
            last is not None
            and numbers[0] - last[4] <= 1
            and (
                _alone(text, quote, sentences[numbers[0]])
                or _goes_on(text, quote, sentences[numbers[0]], last[1])
            )
        ):
            last[0].append(quote.span)
            last = (*last[:4], numbers[-1])
    for content, span, act, who, _ in done:
        yield Quotation(
            id=part_id(report.id, *content, span),
            kind="direct",
            content=tuple(content),
            cue=span,
            speaker=who,
            act=act,
            block=block.kind,
        )


def _alone(text: str, quote: Quoted, sentence: Span) -> bool:
    inner = _WORD.findall(text[quote.span.start : quote.span.end])
    lead = text[sentence.start : quote.span.start]
    return not _WORD.search(lead) and len(inner) >= _LEAST_WORDS


def _goes_on(text: str, quote: Quoted, sentence: Span, cue: Span) -> bool:
    """Whether the cue is let in before it: „Die Fähre“, sagte sie, „fährt“."""
    gap = text[cue.end : quote.span.start].rstrip()
    return cue.within(sentence) and cue.end <= quote.span.start and gap[-1:] == ","


def _cue(
    text: str, quote: Quoted, first: Span, last: Span
) -> tuple[Span, str, Span | None] | None:
    behind = list(_WORD.finditer(text, quote.span.end, max(last.end, quote.span.end)))
    if behind and behind[0].group() == "so":
        speaker = _behind(text, behind[1:])
        comma = "," in text[quote.span.end : behind[0].start()]
        named = speaker is not None and not text[speaker.start : speaker.end].islower()
        return (Span(*behind[0].span()), "said", speaker) if comma and named else None
    if behind and behind[0].group() in _words().cues:
        act = _words().cues[behind[0].group()]
        return Span(*behind[0].span()), act, _behind(text, behind[1:])
    colon = text[first.start : quote.span.start].rstrip().endswith(":")
    before = list(_WORD.finditer(text, first.start, quote.span.start))
    for back, word in enumerate(reversed(before)):
        if back > _BETWEEN_CUE_AND_MARK or not colon:
            break
        if word.group() in _words().cues:
            place = len(before) - 1 - back
            speaker = _before(text, before[:place]) or _behind(
                text, before[place + 1 :]
            )
            return Span(*word.span()), _words().cues[word.group()], speaker
    return None


def _behind(text: str, words: Sequence[re.Match[str]]) -> Span | None:
    """The noun phrase behind the verb."""
    taken: list[re.Match[str]] = []
    for word in words[:_MAX_SPEAKER_WORDS]:
        if taken and text[taken[-1].end() : word.start()].strip(" ."):
            break
        if word.group().lower() in _words().stops:
            break
        taken.append(word)
        if word.group() in _words().pronouns:
            break
    return Span(taken[0].start(), taken[-1].end()) if taken else None


def _before(text: str, words: Sequence[re.Match[str]]) -> Span | None:
    """The noun phrase before the verb, back to a stop or a comma."""
    taken: list[re.Match[str]] = []
    for word in reversed(words[-_MAX_SPEAKER_WORDS:]):
        if taken and text[word.end() : taken[0].start()].strip(" ."):
            break
        if word.group().lower() in _words().stops:
            break
        taken.insert(0, word)
    return Span(taken[0].start(), taken[-1].end()) if taken else None


def _speaker(text: str, span: Span | None) -> Speaker:
    if span is None:
        return Speaker(None, None, 0.0, "no speaker is written")
    known = _words()
    words = [w.group() for w in _WORD.finditer(text, span.start, span.end)]
    if words[0] in known.pronouns:
        return Speaker(span, None, 0.0, "a pronoun")
    named = [
        w
        for w in words
        if w[0].isupper() and w not in known.roles and w not in known.articles
    ]
    if len(named) > 1:
        name = " ".join(named[-2:])
        return Speaker(span, name, 0.9, "named beside the cue")
    if named and words[0].lower() not in known.articles:
        whole = re.search(rf"\b([A-ZÄÖÜ][\w-]+ {re.escape(named[0])})\b", text)
        first = whole.group(1).split()[0] if whole else ""
        if whole and first not in known.roles and first.lower() not in known.articles:
            return Speaker(span, whole.group(1), 0.85, "named in full elsewhere")
        return Speaker(span, named[0], 0.7, "named beside the cue")
    return Speaker(span, None, 0.0, "not named")
