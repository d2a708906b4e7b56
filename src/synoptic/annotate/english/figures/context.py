"""What stands around a figure: what happened, where, up or down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from synoptic.annotate.english.figures.lexer import Word, at

if TYPE_CHECKING:
    from synoptic.annotate.english.figures.quantity import Quantity

# What befell the counted, by any of its words.
EVENTS = {
    word: event
    for event, forms in {
        "killed": "killed kills killing dead died dies dying deaths death fatalities "
        "slain perished toll lives kill",
        "injured": "injured injuring injures injuries wounded wounding hurt casualties "
        "injure wound",
        "missing": "missing unaccounted",
        "arrested": "arrested arrests detained detaining custody charged",
        "displaced": "displaced homeless evacuated evacuations evacuees fled refugees",
        "rescued": "rescued saved freed released",
        "hospitalised": "hospitalized hospitalised hospital hospitals",
        "infected": "infected infections cases tested contracted",
        "hired": "hired hire jobs",
        "fired": "laid fired layoffs cut cuts",
        "voted": "voted vote votes voters",
        "attended": "attended crowd crowds gathered",
        "destroyed": "destroyed razed burned burnt damaged",
        "sold": "sold sales bought",
        "paid": "paid fined fine pay cost costs",
    }.items()
    for word in forms.split()
}
_UP = frozenset(
    """up rose rise rises rising risen gained gain gains jumped jump climbed climb
    surged surge grew grow grown growth increased increase increases increasing
    soared added advanced rallied higher expanded raised""".split()
)
_DOWN = frozenset(
    """down fell fall falls falling fallen dropped drop drops declined decline declines
    slid slide lost lose losing tumbled plunged plunge decreased decrease sank shed
    slipped lower shrank shrunk contracted plummeted cut reduced""".split()
)
_PLACES = frozenset("in at across near inside outside throughout around".split())
_CLAUSE = frozenset({",", ";", ":", "—", "–", "(", ")", "“", "”", '"', "."})
_MAX_SCOPE = 6


class Context(NamedTuple):
    """Ranges of word indexes, half-open; None where nothing is stated."""

    event: str | None
    change: Literal["up", "down"] | None
    scope: tuple[int, int] | None


def context_of(words: list[Word], q: Quantity) -> Context:
    """What the words around a figure say about it."""
    return Context(_event(words, q), _change(words, q), _scope(words, q))


def _event(words: list[Word], q: Quantity) -> str | None:
    for j in range(q.first, q.last):
        if words[j].low in EVENTS:
            return EVENTS[words[j].low]
    if q.kind not in {"count", "money", "share"}:
        return None
    first = q.hedge.first if q.hedge else q.first
    before = after = None
    for step, j in enumerate(range(first - 1, max(-1, first - 6), -1), 1):
        if words[j].low in _CLAUSE or words[j].kind == "n":
            break
        if words[j].low in EVENTS:
            before = (step, EVENTS[words[j].low])
            break
    for step, j in enumerate(range(q.last, min(len(words), q.last + 7)), 1):
        if words[j].low in _CLAUSE or words[j].kind == "n":
            break
        if words[j].low in {"and", "but", "while"} and step > 1:
            break
        if words[j].low in EVENTS:
            after = (step, EVENTS[words[j].low])
            break
    if before and (after is None or before[0] <= after[0]):
        return before[1]
    return after[1] if after else None


def _change(words: list[Word], q: Quantity) -> Literal["up", "down"] | None:
    first = q.hedge.first if q.hedge else q.first
    for j in range(first - 1, max(-1, first - 4), -1):
        low = words[j].low
        if low in {"to", "at", "from", "of", "as"} and not (
            low == "of" and at(words, j - 1).low in _UP | _DOWN
        ):
            return None  # a level, not a change
        if low in _UP:
            return "up"
        if low in _DOWN:
            return "down"
        if words[j].low in _CLAUSE:
            return None
    after = at(words, q.last).low
    if q.kind in {"share", "money", "count", "measure"}:
        if after in {"increase", "rise", "jump", "gain", "surge", "higher"}:
            return "up"
        if after in {"decrease", "drop", "decline", "fall", "lower", "loss"}:
            return "down"
    return None


def _scope(words: list[Word], q: Quantity) -> tuple[int, int] | None:
    """The place or group after the figure: "in Kursk", "of the House"."""
    j = q.noun.last if q.noun and q.noun.last > q.last else q.last
    if at(words, j).low == "(":
        while j < len(words) and words[j].low != ")":
            j += 1
        j += 1
    start = j
    low = at(words, j).low
    if low not in _PLACES and low not in {"of", "among"}:
        return None
    j += 1
    while j < len(words) and j - start < _MAX_SCOPE:
        word = words[j]
        if (word.low in _CLAUSE and word.low != ".") or word.kind == "n":
            break
        if word.low in _SCOPE_STOPS or word.low == ".":
            break
        j += 1
    return (start, j) if j > start + 1 else None


_SCOPE_STOPS = frozenset(
    """and or but who which that was were is are has have had will would to in on at by
    from with after before since during when while as said says according for over
    under into than last next this yesterday today monday tuesday wednesday thursday
    friday saturday sunday""".split()
)
