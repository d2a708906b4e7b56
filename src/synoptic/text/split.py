"""Sentences: where they begin and end inside one block of text.

A quotation that ends in "?" or "!" and its cue are one sentence (`organised?" she
said.`): every splitter tried gets that one wrong.
"""

from __future__ import annotations

import re

from synoptic.model import Span

_CLOSERS = "\"'”’»›“‘)\\]}」』"
_OPENERS = "\"'“‘„‚«‹»(\\[{「『¿¡—–-"
_END = re.compile(
    rf"(?:[.!?…]+|[。！？]+)[{_CLOSERS}]*(?=\s|$)|[。！？]+[」』”’）]*|[.!?][”\"](?=[“\"A-Z])"
)
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof rev hon st sr jr gen lt col maj capt cmdr adm sgt cpl gov sen "
    "rep reps sens amb sec pres vs v etc inc ltd co corp bros no nos vol fig art "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs "
    "fri sat sun e.g i.e a.k.a approx dept est ft mt ave blvd rd messrs mme mlle "
    "pvt supt det insp ph.d al cf ca".split()
)
# abbreviations that end a sentence as readily as they stand inside one
_EITHER = frozenset("a.m p.m u.s u.k u.n e.u d.c inc ltd co corp jr sr etc".split())
_STARTERS = frozenset(
    "the a an in on at but and he she it they we i you this that these those there "
    "his her its their our my when while if after before as for from with by both "
    "however meanwhile although though since until last earlier later under some "
    "many most several one two another no not what who how why where yet so then "
    "now also according despite during between among asked speaking".split()
)
_WORD = re.compile(r"[^\W_][\w.’'-]*")
_CUE = re.compile(
    r"\s*(?:[^\s.!?]+\s+){0,4}?(?:said|says|asked|asks|added|adds|told|tells|wrote|"
    r"writes|tweeted|replied|continued|demanded|shouted|declared|wondered|posted)\b"
)


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the sentences of `text[start:end]`, without the space around them.

    The stretch is one block: a single line feed inside it is a blank (hard-wrapped
    text). Sentences come in order and cover everything but white space.

    Example:
        >>> text = 'He left. "Why so?" she said.'
        >>> [text[s.start:s.end] for s in split_sentences(text)]
        ['He left.', '"Why so?" she said.']
    """
    stop = len(text) if end is None else end
    sentences: list[Span] = []
    begin = start
    for match in _END.finditer(text, start, stop):
        cut = match.end()
        if cut > begin and _is_boundary(text, begin, match.start(), cut, stop):
            _append(sentences, text, begin, cut)
            begin = cut
    _append(sentences, text, begin, stop)
    return sentences


def _append(sentences: list[Span], text: str, begin: int, cut: int) -> None:
    while begin < cut and text[begin].isspace():
        begin += 1
    while cut > begin and text[cut - 1].isspace():
        cut -= 1
    if begin < cut:
        sentences.append(Span(begin, cut))


def _is_boundary(text: str, begin: int, mark: int, cut: int, stop: int) -> bool:
    """Whether the end mark at `mark`, closed at `cut`, ends a sentence."""
    following = text[cut : min(stop, cut + 80)]
    rest = following.lstrip()
    if not rest:
        return True
    if text[mark] in "。！？":
        return True
    bare = rest.lstrip(_OPENERS.replace("\\", ""))
    first = bare[:1]
    if first.islower():
        return False
    closed = text[mark:cut].rstrip("\"'”’»") != text[mark:cut]
    opens = rest[:1] in "\"'“‘„«"
    if closed and not opens and text[mark] in "!?" and _CUE.match(following):
        return False
    if text[mark] == "." and not closed and text[mark : mark + 2] != "..":
        return not _is_abbreviation(text, begin, mark, bare)
    return True


def _is_abbreviation(text: str, begin: int, mark: int, following: str) -> bool:
    """Whether the full stop at `mark` belongs to the word before it."""
    left = mark
    floor = max(begin, mark - 20)
    while left > floor and (text[left - 1].isalnum() or text[left - 1] == "."):
        left -= 1
    word = text[left:mark].casefold()
    if not word:
        return False
    next_word = (found.group() if (found := _WORD.match(following)) else "").casefold()
    if word in _EITHER or (len(word) > 2 and word[1::2].strip(".") == ""):
        # U.S. President is one sentence, "in the U.S. The ..." is two
        return next_word.rstrip(".") not in _STARTERS
    if len(word) == 1 and word.isalpha() and text[left].isupper():
        return word != "i" and next_word not in _STARTERS  # J. K. Rowling
    if word in ("no", "nos", "art", "fig", "vol", "mar", "may", "sun", "sat", "mon"):
        return next_word[:1].isdigit()
    return word in {"e.g", "i.e", "vs"} or (
        word in _ABBREVIATIONS and text[left].isupper()
    )
