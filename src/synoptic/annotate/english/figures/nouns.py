"""What a number counts: the noun after it, in the singular."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from synoptic.annotate.english.figures.lexer import Word, at, hyphen, joined

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLURALS = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "police": "police",
    "troops": "troop",
    "personnel": "personnel",
    "feet": "foot",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "mice": "mouse",
    "cattle": "cattle",
    "aircraft": "aircraft",
    "servicemen": "serviceman",
    "servicewomen": "servicewoman",
    "policemen": "policeman",
    "firemen": "fireman",
    "gunmen": "gunman",
    "fishermen": "fisherman",
    "businessmen": "businessman",
    "congressmen": "congressman",
    "lawmakers": "lawmaker",
    "species": "species",
    "series": "series",
    "homicides": "homicide",
    "countries": "country",
    "fish": "fish",
    "sheep": "sheep",
    "staff": "staff",
    "percent": "%",
    "media": "medium",
    "data": "data",
    "crises": "crisis",
    "dead": "person",
    "injured": "person",
    "wounded": "person",
    "missing": "person",
}
_NOT_PLURAL = frozenset(
    """was is has its as this does says his hers ours yours theirs us plus perhaps
    always besides across towards afterwards yes thus less news politics economics
    physics athletics sports gas bus class glass grass loss mass pass press process
    progress success access address business congress happiness illness witness
    wilderness fitness princess actress boss cross dress express stress unless
    various previous serious religious famous enormous numerous dangerous campus
    virus status bonus census chaos crisis analysis basis texas kansas paris""".split()
)
_STOP = frozenset(
    """a an the and or but nor so yet of in on at by to from with without for as than
    that which who whom whose when where while because if although though since until
    before after during over under between among through into onto upon about against
    per via near off outside inside across along around beyond despite within
    is are was were be been being am has have had do does did will would shall
    should can could may might must not no it he she they we you i them him her us me
    this these those there here his its their our my your said says told according
    also just only still already even more most less last next yesterday today tomorrow
    monday tuesday wednesday thursday friday saturday sunday now then later earlier ago
    including involving concerning regarding such like up down out off away back each
    every some any all both either neither what how why whether left killed injured
    wounded died went came rose fell took gave made got ran won lost voted held found
    saw sent put set""".split()
)
_MODIFIERS = frozenset(
    """other additional more extra different separate new old young former current
    further full straight consecutive such large small major top key main""".split()
)
_BODIES = frozenset("personnel staff crew infantry cavalry artillery cattle".split())
_MAX_WORDS = 6


class Noun(NamedTuple):
    """A counted noun.

    Attributes:
        unit: Head noun in the singular, lower case.
        first, last: Half-open range of word indexes of the whole phrase.
    """

    unit: str
    first: int
    last: int


def noun_at(
    words: list[Word], i: int, tags: Mapping[int, str], *, many: bool
) -> Noun | None:
    """The noun phrase that starts at a word, as far as its counted head.

    Args:
        words: Of the sentence.
        i: The word after the number.
        tags: Penn tags by character offset; empty without a parser.
        many: The number is not one, so that the head is a plural.
    """
    end = _phrase_end(words, i, tags)
    if end == i:
        return None
    if hyphen(words, i - 1) and not is_plural(words[i].low, ""):
        return Noun(singular(words[i].low), i, i + 1)  # "a three-judge panel"
    head = None
    for j in range(i, end):
        low = words[j].low
        if is_plural(low, tags.get(words[j].start, "")):
            head = j
            after = at(words, j + 1)
            if not (after.kind == "w" and j + 1 < end and is_plural(after.low, "")):
                break
    if head is None:
        if many and not tags:
            return None
        nouns = [
            j
            for j in range(i, end)
            if (not tags or tags.get(words[j].start, "NN").startswith("NN"))
            and len(words[j].text) > 1
        ]
        if not nouns:
            return None
        # Without a parser the word after "one" is the safest guess.
        head = nouns[-1] if tags else nouns[0]
        common = [j for j in nouns if tags.get(words[j].start) == "NN"]
        if many and common and words[head].low not in _BODIES:
            head = common[0]  # "a 4 cylinder engine"
    if words[head].low in _MODIFIERS:
        return None
    return Noun(singular(words[head].low), i, head + 1)


def _phrase_end(words: list[Word], i: int, tags: Mapping[int, str]) -> int:
    j = i
    while j < len(words) and j - i < _MAX_WORDS:
        word = words[j]
        if hyphen(words, j) or word.low == "'s":
            j += 1
            continue
        inner = at(words, j + 1)
        if word.kind == "n" and j > i and inner.kind == "w":
            named = words[j - 1].text[:1].isupper() and len(word.text) == 1
            if named or inner.text[:1].isupper():
                j += 1  # "two new 737 Max jets", "500 Model 3 sedans"
                continue
        if word.low == "and" and j > i + 1 and len(words[j - 1].text) == 1:
            if inner.text[:1].isupper():
                j += 1  # "40 Type S and Type T vans"
                continue
            break
        tied = j > i and hyphen(words, j - 1)
        stops = word.low in _STOP and word.low not in _PLURALS and not tied
        if word.kind != "w" or stops:
            break
        named = word.text.isupper() and j > i and words[j - 1].text[:1].isupper()
        if (len(word.low) == 1 and not named) or (
            word.low.endswith("ly") and word.low != "family" and not tied
        ):
            break
        if not tags and j > i and word.low.endswith("ed"):
            break
        tag = tags.get(word.start)
        nominal = not tag or tag[:2] in {"NN", "JJ", "VB", "CD"}
        if not nominal and not tied and word.low not in _PLURALS:
            break
        if tag in {"VBD", "VBZ", "VBP", "VB"} and j > i:
            break
        j += 1
    while j > i and (words[j - 1].kind == "p" or words[j - 1].low == "'s"):
        j -= 1
    return j


def is_plural(low: str, tag: str) -> bool:
    """Whether a word looks like a plural noun."""
    if low in _PLURALS:
        return True
    if tag:
        return tag in {"NNS", "NNPS"}
    return (
        len(low) > 3
        and low.endswith("s")
        and not low.endswith("ss")
        and low not in _NOT_PLURAL
    )


def singular(low: str) -> str:
    """A noun in the singular."""
    if low in _PLURALS:
        return _PLURALS[low]
    if not is_plural(low, ""):
        return low
    if low.endswith("ies") and len(low) > 5:
        return f"{low[:-3]}y"
    if low.endswith(("ches", "shes", "xes", "sses", "zes")):
        return low[:-2]
    return low[:-1]


def of_noun(words: list[Word], i: int, tags: Mapping[int, str]) -> Noun | None:
    """What a share or a vague count is of: "of the voters"."""
    if at(words, i).low != "of":
        return None
    j = i + 1
    while at(words, j).low in {
        "the",
        "all",
        "its",
        "their",
        "his",
        "her",
        "our",
        "those",
    }:
        j += 1
    if at(words, j).kind == "n" or joined(words, j):
        return None
    end = _phrase_end(words, j, tags)
    if end == j:
        return None
    head = end - 1
    for k in range(j, end):
        if is_plural(words[k].low, tags.get(words[k].start, "")):
            head = k
            break
    return Noun(singular(words[head].low), j, head + 1)
