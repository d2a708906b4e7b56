"""The words of a passage as the agreement checks read them, and the names in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from synoptic.text.rarity import known
from synoptic.text.stems import nation_of, stem
from synoptic.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

_LIGHT = frozenset(
    "be am is are was were been being have has had having do does did will would can "
    "could may might shall should must to the a an of in on at by for with from and or "
    "but that this it its his her their our my your he she they we you i him them us "
    "me who whom whose which what when where as than then so also just simply only "
    "still again now already soon later even very more most such there here about "
    "after before if while because into over under up down out off own both either "
    "all any some each other get got keep seek want try become not never no nor "
    "neither without cannot none nothing nobody nowhere hardly barely longer".split()
)
_TITLES = frozenset(
    "mr mrs ms dr sir president prime minister premier chancellor king queen prince "
    "princess pope bishop archbishop senator sen rep representative congressman "
    "congresswoman governor gov mayor councillor judge justice general gen colonel col "
    "captain capt sergeant sgt secretary chief director chairman chairwoman chair "
    "speaker leader minister ambassador spokesman spokeswoman professor prof "
    "foreign defense state vice deputy attorney lieutenant lt admiral commander "
    "first lady house senate".split()
)
_DATES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june july august september october november december jan feb aug sept "
    "oct nov dec mon tue tues wed thu thur thurs fri sat sun".split()
)
_OPENERS = frozenset(
    "police government parliament council congress nobody nothing everyone everybody "
    "someone somebody one neither none no yes last next today yesterday tomorrow "
    "earlier asked speaking according despite during however meanwhile although though "
    "since until under another many several few thousands hundreds dozens never "
    "without".split()
)
_SAID = frozenset(
    "say tell add warn announc beat accus agre deni reject refus claim fear want ask "
    "call vow urg insist demand blam attack win los defeat".split()
)
_WHOLES = {
    ("united", "states"): "u.s.",
    ("united", "kingdom"): "uk",
    ("great", "britain"): "uk",
    ("united", "nations"): "u.n.",
    ("european", "union"): "eu",
    ("white", "house"): "whitehouse",
    ("saudi", "arabia"): "saudi",
    ("no", "one"): "nobody",
}
_MIN_ALIKE, _ALIKE = 5, 80  # letters, per cent: Muqtada and Moqtada
_SCALED = re.compile(r"\d+(?:k|m|mn|bn|tn)$")


@dataclass(frozen=True, slots=True)
class Word:
    """One word.

    Attributes:
        start, end: Offsets into the passage.
        capital: Printed with a capital.
        opens: It comes first in a sentence or quotation, where capitals tell little.
        heavy: It tells something: no article, auxiliary, preposition, pronoun.
        fence: A mark of punctuation stands before it.
        hyphen: A hyphen joins it to the word before.
    """

    norm: str
    stem: str
    start: int
    end: int
    capital: bool
    opens: bool
    heavy: bool
    fence: bool
    hyphen: bool


_DETERMINERS = frozenset("the its his her their our this that these those".split())
_ACTORS = frozenset(
    "administration agency alliance army association authorities authority bank board "
    "cabinet chairman club coalition commission committee company companies consortium "
    "cooperative council court crew defence defense farmers federation firm fishers "
    "governor government guerrillas hospital insurers judge lawmakers manager mayor "
    "mediator military militia minister ministry miners navy opposition owner owners "
    "panel parliament parties party police port president prosecution prosecutor "
    "prosecutors protesters rebels regulator regulators residents retailer senate "
    "senator shareholders strikers suspect team teachers tenants tribunal union unions "
    "university victim witness workers".split()
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name: words `first` to `last`, both included.

    Attributes:
        keys: What tells whom or what it names: a country, else the stems of its words
            without titles.
        nation: Whether it names a country, its people or its seat of government.
    """

    first: int
    last: int
    keys: frozenset[str]
    nation: bool

    def same(self, other: Named) -> bool:
        """Whether the two can name the same thing, in another spelling too."""
        if self.keys & other.keys:
            return True
        if self.nation or other.nation:
            return False  # Austria is not Australia
        return any(
            min(len(x), len(y)) >= _MIN_ALIKE and fuzz.ratio(x, y) >= _ALIKE
            for x in self.keys
            for y in other.keys
        )


@lru_cache(maxsize=8192)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a passage, in order."""
    tokens = tokenize(text)
    starts, ends = tokens.start.tolist(), tokens.end.tolist()
    out: list[Word] = []
    last = 0
    for norm, start, end in zip(tokens.norm, starts, ends, strict=True):
        between = text[last:start]
        whole = _whole(out[-1].norm, between, norm) if out else None
        if whole:
            out[-1] = replace(out[-1], norm=whole, stem=stem(whole), end=end)
            last = end
            continue
        out.append(
            Word(
                norm=norm,
                stem=stem(norm),
                start=start,
                end=end,
                capital=text[start].isupper(),
                opens=not out or any(mark in between for mark in '.!?“"'),
                heavy=norm not in _LIGHT and not norm.endswith(("n't", "'s")),
                fence=any(mark in between for mark in ',;:.!?—–()“”"'),
                hyphen=between == "-",
            )
        )
        last = end
    return tuple(out)


def _whole(left: str, between: str, right: str) -> str | None:
    """The word that two tokens make together: a name, or a number with its scale."""
    if between == " ":
        return _WHOLES.get((left, right))
    if between == "." and left.isdigit() and _SCALED.match(right):
        return f"{left}.{right}"  # 3.6bn
    return None


def capitals_inside(*passages: Sequence[Word]) -> frozenset[str]:
    """Words printed with a capital where no sentence begins: names, as a rule."""
    return frozenset(
        w.norm for words in passages for w in words if w.capital and not w.opens
    )


def names_of(words: Sequence[Word], seen: frozenset[str]) -> tuple[Named, ...]:
    """The names of a passage, in order.

    Args:
        words: From `words_of`.
        seen: Words known as names from elsewhere, from `capitals_inside`.
    """
    if sum(w.capital for w in words) > 0.6 * max(len(words), 4):
        return ()  # a line of capitals tells nothing about names
    found: list[Named] = []
    run: list[int] = []
    for k, word in enumerate(words):
        joins = bool(run) and not word.fence and run[-1] == k - 1
        if _is_name(words, k, seen):
            if not joins:
                found += _named(words, run)
                run = []
            run.append(k)
        else:
            found += _named(words, run)
            run = []
    return (*found, *_named(words, run))


def actors_of(words: Sequence[Word]) -> tuple[Named, ...]:
    """The groups and offices of a passage that act without a name: "the union"."""
    return tuple(
        Named(k, k, frozenset([words[k].stem]), nation=False)
        for k in range(1, len(words))
        if words[k].norm in _ACTORS
        and not words[k].capital
        and words[k - 1].norm in _DETERMINERS
    )


def _is_name(words: Sequence[Word], k: int, seen: frozenset[str]) -> bool:
    word = words[k]
    if not word.capital or word.norm in _DATES or word.norm in _LIGHT:
        return False
    if not word.opens or word.norm in seen or nation_of(word.norm):
        return True
    if word.norm in _OPENERS:
        return False
    after = words[k + 1] if k + 1 < len(words) else None
    if after is None or after.fence:
        return not known(word.norm)
    if after.capital and after.norm not in _DATES:
        return True
    plural = word.norm.endswith("s") and known(word.norm)
    return not plural and (
        after.norm == "'s" or after.stem in _SAID or not known(word.norm)
    )


def _named(words: Sequence[Word], run: Sequence[int]) -> list[Named]:
    """A run of capitals as names: `U.S. President Ann Lee` is Lee, not the country."""
    if not run:
        return []
    titles = [k for k in run if words[k].norm in _TITLES]
    body = [k for k in run if k > titles[-1]] if titles else list(run)
    if not body:  # a title by itself, perhaps with its country: "the Russian President"
        body = [k for k in run if words[k].norm not in _TITLES]
    if not body:
        return []
    nations = [nation_of(words[k].norm) for k in body]
    if nations[0] and len(body) > 1 and not all(nations):
        body, nations = body[1:], nations[1:]
    country = next((n for n in nations if n), None)
    if country is not None and all(nations):
        keys = frozenset([country])
    else:
        keys = frozenset(words[k].stem for k in body if len(words[k].norm) > 1)
        initials = "".join(words[k].norm[0] for k in run)
        if len(initials) > 2:
            keys |= {initials}  # the Harbour Safety Board is the HSB
    keys = keys or frozenset(words[k].norm for k in body)
    return [Named(run[0], run[-1], keys, country is not None and all(nations))]
