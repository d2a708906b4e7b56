"""Cues by rule, without a parse: for --fast, and where no pipeline is installed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from synoptic.annotate.english.people.lexicon import people
from synoptic.annotate.english.quotations.cue import Cue
from synoptic.annotate.english.quotations.inflect import forms
from synoptic.annotate.english.quotations.verbs import cue_verbs
from synoptic.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD = re.compile(r"(?:[A-Z]\.)+|[^\W_](?:[\w’'-]*\w)?")
_PRONOUNS = frozenset("he she they it we i you who which".split())
_BETWEEN = frozenset(
    "also later then has have had recently once again earlier already repeatedly "
    "often previously simply only first not just still even now today yesterday "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
_DETERMINERS = frozenset(
    "the a an his her its their our my this that these those some several many most "
    "one two three other another both".split()
)
_LINKS = frozenset("of for at in with to and from on by de van von".split())
_STOPS = frozenset(
    "but when while after before as because although though if so yet where during "
    "since until that whether said says".split()
)
_THAT = re.compile(r"\s*(?:[^.;:“”\"]{0,60}?\s)??that\s")
_CLAUSE = re.compile(
    r"\s+(?=(?:the|a|an|he|she|it|they|we|there|his|her|its|their|this|these|those|"
    r"any|no|some|many|most|[A-Z])\b)"
)
_ACCORDING = re.compile(r"\b[Aa]ccording to\s+")
_PHRASE_END = re.compile(
    r"\s*(?:[,.;:“”\"()]|$)|\s(?:who|which|that|and|but|as|in an?)\s"
)
_RELATIVES = frozenset({"who", "which", "that"})
_OWNERS = frozenset({"'s", "’s", "s'", "s’"})
_MAX_WORDS = 9


def cues_by_pattern(
    text: str, sentences: Sequence[Span], quoted: Sequence[Span]
) -> list[Cue]:
    """The cues of a report that stand outside quotation marks, in order."""
    return list(_cues(text, sentences, quoted))


def _cues(
    text: str, sentences: Sequence[Span], quoted: Sequence[Span]
) -> Iterator[Cue]:
    at = 0
    for number, sentence in enumerate(sentences):
        while at < len(quoted) and quoted[at].end <= sentence.start:
            at += 1
        inside = []
        for mark in quoted[at:]:
            if mark.start >= sentence.end:
                break
            inside.append(mark)
        for stretch in _outside(sentence, inside):
            yield from _in_stretch(text, number, sentence, stretch, inside)


def _outside(sentence: Span, quoted: Sequence[Span]) -> Iterator[Span]:
    start = sentence.start
    for mark in quoted:
        if mark.start > start:
            yield Span(start, mark.start)
        start = max(start, mark.end)
    if start < sentence.end:
        yield Span(start, sentence.end)


def _in_stretch(
    text: str, number: int, sentence: Span, stretch: Span, quoted: Sequence[Span]
) -> Iterator[Cue]:
    for found in _ACCORDING.finditer(text, *stretch):
        if cue := _according(text, number, sentence, stretch, found):
            yield cue
    words = list(_WORD.finditer(text, *stretch))
    known = forms()
    first = True
    for place, word in enumerate(words):
        entry = known.get(word.group())
        if entry is None or (place and words[place - 1].group()[-2:] in _OWNERS):
            continue
        lemma, form = entry
        frames = cue_verbs()[lemma]
        act = frames.get("clause") or frames.get("marked")
        if act is None:
            continue
        after_quote = any(
            q.end <= word.start() and q.end == stretch.start for q in quoted
        )
        speaker = _before(text, stretch, words, place)
        if speaker is None and after_quote and form != "ing":
            speaker = _after(text, stretch, word.end())
        if speaker is None and form != "ing":
            continue
        if form == "ing" and text[: word.start()].rstrip()[-1:] not in (",", "”", '"'):
            continue
        content: tuple[Span, ...] = ()
        if "clause" in frames and not after_quote and form != "ing":
            relative = speaker is not None and text[slice(*speaker)] in _RELATIVES
            content = _said(text, word.end(), sentence, relative=relative)
        ends = [word.end(), *([speaker.end] if speaker else [])]
        starts = [word.start(), *([speaker.start] if speaker else [])]
        yield Cue(
            span=Span(*word.span()),
            act=act,
            speaker=speaker,
            content=content,
            sure=bool(content),
            whole=Span(min(starts), max(ends)),
            sentence=number,
            trailing=form == "ing",
            root=first,
        )
        first = False


def _before(
    text: str, stretch: Span, words: Sequence[re.Match[str]], place: int
) -> Span | None:
    """The noun phrase that ends right before the verb."""
    at = place - 1
    while at >= 0 and words[at].group().lower() in _BETWEEN:
        at -= 1
    if at < 0:
        return None
    last = words[at]
    gap = text[last.end() : words[at + 1].start()]
    if last.group().lower() in _PRONOUNS and not gap.strip():
        return Span(*last.span())
    if "," in gap:
        return _apposed(text, stretch, last.end())
    if gap.strip():
        return None
    return _phrase(text, words, at)


def _phrase(text: str, words: Sequence[re.Match[str]], last: int) -> Span | None:
    """Words backwards from the last one, as far as they name or describe somebody."""
    lexicon = people()
    first = last
    for at in range(last, max(-1, last - _MAX_WORDS), -1):
        word = words[at].group()
        low = word.lower().rstrip(".")
        if at < last and text[words[at].end() : words[at + 1].start()].strip(" .\xa0"):
            break
        if low in _STOPS or low in _PRONOUNS:
            break
        described = low in lexicon.roles | lexicon.modifiers | lexicon.titles
        plural = at == last and (low.endswith("s") or described)
        if word[0].isupper() or described or plural or word[0].isdigit():
            first = at
        elif low in _DETERMINERS:
            first = at
            break
        elif low in _LINKS or at == last:
            if at == last and low in _LINKS:
                return None
        else:
            # a common noun counts behind a determiner only
            more = [w.group().lower() for w in words[max(0, at - 4) : at]]
            if not _DETERMINERS.intersection(more):
                break
    while first < last and words[first].group().lower() in _LINKS:
        first += 1
    span = Span(words[first].start(), words[last].end())
    head = text[span.start : span.end]
    low = head.lower()
    if low in _STOPS or low in _LINKS or (head.islower() and " " not in head):
        return None
    return span


def _apposed(text: str, stretch: Span, end: int) -> Span | None:
    """The name before an apposition: "Ann Lee, a spokeswoman for Acme, said"."""
    found = re.search(
        r"((?:[A-Z][\w’'.-]*[ \xa0]){0,5}[A-Z][\w’'-]*), [^,.;:“”\"]{2,90}$",
        text[stretch.start : end],
    )
    return Span(stretch.start + found.start(1), end) if found else None


def _after(text: str, stretch: Span, start: int) -> Span | None:
    """The noun phrase behind the verb: “...,” said the minister."""
    end = _PHRASE_END.search(text, start, stretch.end)
    stop = end.start() if end else stretch.end
    while start < stop and text[start].isspace():
        start += 1
    if start >= stop:
        return None
    words = text[start:stop].split()
    if len(words) > _MAX_WORDS:
        return None
    first = words[0]
    # "said harbour master Ann Lee": the name may stand last
    named = (
        first[0].isupper() or words[-1][0].isupper() or first.lower() in _DETERMINERS
    )
    role = first.lower() in people().roles | people().modifiers
    return Span(start, stop) if named or role else None


def _said(text: str, start: int, sentence: Span, *, relative: bool) -> tuple[Span, ...]:
    """The clause behind the verb, to the end of the sentence.

    Behind "who said" it ends at the comma that ends the relative clause.
    """
    begin = None
    if that := _THAT.match(text, start, sentence.end):
        begin = that.end() - len("that ")
    elif clause := _CLAUSE.match(text, start, sentence.end):
        begin = clause.end()
    if begin is None or sentence.end - begin < 8:
        return ()
    comma = text.find(",", begin, sentence.end) if relative else -1
    end = comma if comma > 0 else sentence.end
    while end > begin and text[end - 1] in ".;:, \n":
        end -= 1
    return (Span(begin, end),)


def _according(
    text: str, number: int, sentence: Span, stretch: Span, found: re.Match[str]
) -> Cue | None:
    end = _PHRASE_END.search(text, found.end(), stretch.end)
    stop = end.start() if end else stretch.end
    speaker = Span(found.end(), stop)
    if speaker.start >= speaker.end:
        return None
    before = Span(sentence.start, found.start())
    behind = Span(stop, sentence.end)
    content = tuple(
        Span(s, e)
        for s, e in (_stripped(text, before), _stripped(text, behind))
        if e - s > 8
    )
    return Cue(
        span=Span(found.start(), found.start() + len("according to")),
        act="said",
        speaker=speaker,
        content=content,
        sure=bool(content),
        whole=Span(found.start(), stop),
        sentence=number,
        kind="according",
    )


def _stripped(text: str, span: Span) -> tuple[int, int]:
    start, end = span
    while start < end and not (text[start].isalnum() or text[start] in "\"“‘'([$€£"):
        start += 1
    while end > start and text[end - 1] in " ,.;:\n–—-":
        end -= 1
    return start, end
