"""Pairs of small reports made from real quotations, with a known difference or none.

The quotations are read at run time; everything is chosen by a hash of the words, so
that a run can be repeated.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from synoptic.model import Block, Report

OTHER_SPEAKERS = ("Martha Ellingworth", "Oswald Penhaligon", "Greta Lindqvist")
_NEGATION = re.compile(r"\b(?:not|never|no)\b|n[’']t\b")
_NUMBER = re.compile(r"\b\d[\d,]*\b")
_SENTENCE = re.compile(r"(?<=[a-z]{4}[.?!])\s+(?=[A-Z])")
_SWAPS = {
    "good": "great",
    "bad": "poor",
    "think": "believe",
    "going": "trying",
    "want": "need",
    "people": "voters",
    "country": "nation",
    "very": "really",
    "big": "large",
    "important": "serious",
    "campaign": "race",
    "president": "leader",
    "right": "correct",
    "time": "moment",
    "years": "months",
    "world": "planet",
}
_CONTRACTIONS = (
    (re.compile(r"\bdo not\b"), "don’t"),
    (re.compile(r"\bdon[’']t\b"), "do not"),
    (re.compile(r"\bI am\b"), "I’m"),
    (re.compile(r"\bI[’']m\b"), "I am"),
    (re.compile(r"\bit is\b"), "it’s"),
    (re.compile(r"\b([Ii])t[’']s\b"), r"\1t is"),
    (re.compile(r"\b([Ww])e[’']re\b"), r"\1e are"),
    (re.compile(r"\b([Ww])e are\b"), r"\1e’re"),
    (re.compile(r"\b([Tt])hey[’']re\b"), r"\1hey are"),
    (re.compile(r"\bcannot\b"), "can’t"),
    (re.compile(r"\bcan[’']t\b"), "cannot"),
    (re.compile(r"\bwon[’']t\b"), "will not"),
    (re.compile(r"\bdidn[’']t\b"), "did not"),
    (re.compile(r"\bI[’']ve\b"), "I have"),
    (re.compile(r"\bI have\b"), "I’ve"),
)
_SPELLINGS = (
    ("color", "colour"),
    ("favor", "favour"),
    ("labor", "labour"),
    ("honor", "honour"),
    ("defense", "defence"),
    ("organize", "organise"),
    ("realize", "realise"),
    ("recognize", "recognise"),
    ("center", "centre"),
    ("percent", "per cent"),
    ("U.S.", "US"),
    ("United States'", "United States’"),
    ("health care", "health-care"),
)


@dataclass(frozen=True)
class Case:
    """Two reports, what was done to the second, and whether that is a difference."""

    name: str
    differs: bool
    kinds: frozenset[str]
    grave: bool
    a: Report
    b: Report


def _pick(words: str, n: int) -> int:
    return int.from_bytes(hashlib.blake2b(words.encode(), digest_size=4).digest()) % n


def _report(name: str, speaker: str, paragraphs: list[str]) -> Report:
    text = "\n\n".join([f"{speaker} spoke at a meeting.", *paragraphs])
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(at, at + len(paragraph), "body"))
        at += len(paragraph) + 2
    return Report(
        id=name, series=name, path=name, text=text, blocks=tuple(blocks), language="en"
    )


def _printed(quote: str, speaker: str) -> str:
    last = quote[-1]
    inner = quote[:-1] + "," if last == "." else quote
    return f"“{inner}” {speaker} said."


def _negation(q: str) -> str | None:
    found = _NEGATION.search(q)
    if found is None:
        return None
    if found.group().startswith("n"):
        cut = q[: found.start()] + q[found.end() :]
        return re.sub(r"  +", " ", cut) if found.group() in ("not", "no") else cut
    return re.sub(r"  +", " ", q[: found.start()] + q[found.end() :])


def _number(q: str) -> str | None:
    found = _NUMBER.search(q)
    if found is None:
        return None
    value = int(found.group().replace(",", "")) + 3
    return q[: found.start()] + str(value) + q[found.end() :]


def _cut(q: str) -> str | None:
    words = q.split()
    if len(words) < 12:
        return None
    return " ".join(words[: -(3 + _pick(q, 4))]).rstrip(",;:.-—–") + "."


def _word(q: str) -> str | None:
    for word in re.findall(r"[a-z]+", q):
        if word in _SWAPS:
            return re.sub(rf"\b{word}\b", _SWAPS[word], q, count=1)
    return None


DIFFERENCES: dict[str, tuple[Callable[[str], str | None], set[str], bool]] = {
    "dropped negation": (_negation, {"added", "changed"}, True),
    "swapped number": (_number, {"changed"}, True),
    "cut": (_cut, {"trimmed"}, False),
    "changed word": (_word, {"changed"}, False),
}


def differing(quote: str, speaker: str, tag: str) -> Iterator[Case]:
    """Yield the differing pairs that a quotation allows."""
    plain = _report(f"{tag}a", speaker, [_printed(quote, speaker)])
    for name, (change, kinds, grave) in DIFFERENCES.items():
        other = change(quote)
        if other and other != quote:
            b = _report(f"{tag}b", speaker, [_printed(other, speaker)])
            yield Case(name, True, frozenset(kinds), grave, plain, b)
    sentences = _SENTENCE.split(quote)
    if len(sentences) >= 3 and all(len(s.split()) >= 4 for s in sentences[:3]):
        joined = f"{sentences[0]} {sentences[2]}"
        a = _report(f"{tag}a", speaker, [_printed(" ".join(sentences[:3]), speaker)])
        b = _report(f"{tag}b", speaker, [_printed(joined, speaker)])
        yield Case("run together", True, frozenset({"spliced"}), False, a, b)
    if len(quote.split()) >= 12:
        other = OTHER_SPEAKERS[_pick(quote, len(OTHER_SPEAKERS))]
        b = _report(f"{tag}b", other, [_printed(quote, other)])
        yield Case("changed speaker", True, frozenset({"speaker"}), False, plain, b)


def harmless(quote: str, speaker: str, tag: str) -> Iterator[Case]:
    """Yield pairs that print a quotation alike but for house style."""
    plain = _report(f"{tag}a", speaker, [_printed(quote, speaker)])

    def case(name: str, paragraphs: list[str]) -> Case:
        b = _report(f"{tag}b", speaker, paragraphs)
        return Case(name, False, frozenset(), False, plain, b)

    straight = quote.translate(str.maketrans({"’": "'", "‘": "'", "—": "-", "–": "-"}))
    yield case(
        "straight marks",
        [_printed(straight, speaker).translate(str.maketrans({"“": '"', "”": '"'}))],
    )
    sentences = _SENTENCE.split(quote)
    if len(sentences) >= 2:
        rest = " ".join(sentences[1:])
        yield case("cue in the middle", [f"{_printed(sentences[0], speaker)} “{rest}”"])
        yield case(
            "over two paragraphs",
            [f"{speaker} said: “{sentences[0]}", f"“{rest}”"],
        )
    comma = re.search(r"(?<=[a-z]{3}), (?=[a-z])", quote)
    if comma and quote[: comma.start()].count(" ") > 2:
        head, tail = quote[: comma.start()], quote[comma.end() :]
        yield case("cue inside the sentence", [f"“{head},” {speaker} said, “{tail}”"])
    short = quote
    for pattern, other in _CONTRACTIONS:
        short = pattern.sub(other, short, count=1)
        if short != quote:
            yield case("contraction", [_printed(short, speaker)])
            break
    spelled = quote
    for one, other in _SPELLINGS:
        spelled = re.sub(rf"(?<!\w){re.escape(one)}", other, spelled)
    if spelled != quote:
        yield case("spelling", [_printed(spelled, speaker)])
    yield case("cue first", [f"{speaker} told reporters: “{quote}”"])
