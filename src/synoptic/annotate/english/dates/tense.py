"""Whether the words around a time expression speak of the past or of what comes."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from synoptic.annotate.english.dates.tables import PARTS_OF_DAY
from synoptic.annotate.english.figures.lexer import Word, at, hyphen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from synoptic.annotate.english.dates.expression import Expression

_WILL = frozenset(
    "will 'll shall would won't wouldn't i'll he'll she'll they'll we'll it'll "
    "you'll can could may might must should cannot can't".split()
)
_TO_COME = frozenset(
    "scheduled expected set due slated planned poised likely supposed forecast "
    "projected bound upcoming plans plan planning wants hopes intends intend vowed "
    "promised agreed about ready going preparing prepares promises aims expects "
    "expect tentatively hopes hoping plan gearing".split()
)
_TO_COME_WITH_TO = frozenset("set agreed planned promised vowed about ready".split())
_LONG = frozenset({"month", "season", "quarter", "half"})
_LIMITS = frozenset({"for", "until", "till", "by", "before"})
_PLAIN_PAST = frozenset(
    "was were had did waited stayed lasted remained ran continued since".split()
)
# What is planned is told in the present: "the talks resume on Monday".
_PLANNED = frozenset(
    """meets opens begins starts resumes comes holds visits returns votes travels flies
    faces hosts convenes launches sees arrives ends closes expires meet resume begin
    start open""".split()
)
# After these "to" or "for" tells what comes: "voted to close the school in June".
_DECIDED = frozenset(
    """voted decided ordered pledged urged asked invited threatened hoped wanted offered
    vowed promised agreed committed resolved chose proposed advised""".split()
)
_INTENTS = frozenset(
    "plan plans proposal bid deal decision promise order offer call calls bill".split()
)
_COMMANDS = frozenset(
    "ask wait watch see call check join look expect try meet let return remember come "
    "visit vote".split()
)
_QUOTES = frozenset({"“", '"', "‘", "'"})
_AM = frozenset("is are am be 're 's i'm he's she's they're we're it's".split())
_PAST = frozenset(
    """was were had did said told made went took came saw got gave found thought met
    left held brought began kept stood set sent spoke ran won lost led wrote rose fell
    grew struck hit sat spent built broke drove flew knew threw fought sought taught
    bought caught felt heard put cut shot shut paid became blew chose drew ate fed
    forgave forgot froze hid laid lent lit meant read rode rang sang sank sold shook
    slept slid stole stuck swore swept swam swung tore understood woke wore wound
    withdrew been has have 've wasn't weren't hadn't didn't haven't hasn't died says
    tells reports notes adds writes warns argues claims""".split()
)
_NOT_PAST = frozenset(
    """need feed speed indeed hundred red bed seed breed exceed proceed succeed bleed
    greed creed shed sacred naked wicked embed united unprecedented speed-ed med fed
    ted fred alfred mohamed ahmed muhammed hamed jared""".split()
)
_STOPS = frozenset({";", ":", "“", "”", '"'})
# The verb of what these open stands behind them: "towns where this weekend's fires".
_OPENERS = frozenset("where who whose which when while because although".split())
_TELLING = frozenset(
    "announcing saying telling adding arguing writing reporting warning".split()
)
_TOLD_IN = frozenset(
    "address briefing broadcast conference email interview interviews letter memo "
    "message note post release speech statement tweet video".split()
)
_REPORTS = frozenset(
    "said says say believes believe thinks think argued argues warned told".split()
)
_VOTES = frozenset(
    "election elections midterm midterms vote votes referendum primary ballot "
    "primaries polls contest race".split()
)
_DONE = frozenset("won lost ran voted elected defeated beat held after".split())
_READY = frozenset(
    "brace braces bracing braced prepare prepares preparing prepared ready".split()
)
_DETERMINERS = frozenset("a an his her its their our my".split())
_FRONTING = frozenset({"in", "on", ""})
_NO_NOUN = _AM | _PAST | frozenset("and or to in at of for by with as but if".split())
_PERFECT = frozenset("have has 've".split())
_REACH = 14


def leaning(
    words: list[Word], expression: Expression, tags: Mapping[int, str]
) -> tuple[int, int]:
    """The tense for an expression, the preposition before it considered.

    "for Saturday" and "until Sunday" name what comes unless plain past stands near;
    "before the summer" does not lie back because a verb does.

    Returns:
        As `tense_at`.
    """
    settled = _by_opening(words, expression, tags)
    if settled is None:
        settled = _by_noun(words, expression, tags)
    if settled is not None:
        return settled
    first, last = expression.first, expression.last
    before = at(words, first - 1).low
    tense, distance = tense_at(words, first, last, tags)
    if expression.shape == "weekday" and tense < 0 and before == "on":
        tense *= not _perfect(words, first - distance)
    if expression.shape in _LONG and tense < 0:
        verb = first - distance
        if _meant(words, verb, first):
            return 1, distance
        if before == "in" and verb >= 0 and _verb(words, verb, tags) < 0:
            return tense, 1  # "to sell the mill in June", however far the verb
    if tense < 0 and before in _LIMITS and _is_limit(words, expression):
        if expression.shape == "weekday":
            return 1, distance
        return (tense if before == "for" else 0), distance
    return tense, distance


def _by_opening(
    words: list[Word], expression: Expression, tags: Mapping[int, str]
) -> tuple[int, int] | None:
    """The tense that what stands right before an expression tells; None: nothing."""
    first, last = expression.first, expression.last
    before, earlier = at(words, first - 1).low, at(words, first - 2).low
    if _told_then(words, first - 1 - (before == "on")):
        return -1, 1  # "is closing the port, announcing Saturday that boats may leave"
    if _since(words, first, tags):
        return -1, 1
    fronting = before in _FRONTING and at(words, last).low == ","
    if fronting and before and earlier == "that":
        return _forward(words, last + 1, tags)  # "said that on May 6, boats could sail"
    if expression.possessed and (
        (before == "of" and earlier == "ahead")
        or (before == "for" and earlier in _READY)
    ):
        return 1, 1  # "ahead of Tuesday's vote"
    day_of = expression.shape == "day" and before in _DETERMINERS
    if day_of and _names(words, last):
        return 0, 1  # "cites a July 10 meeting": the nearest one
    if fronting and first <= 1:
        tense, distance = _forward(words, last + 1, tags)
        return tense, min(distance, 1)  # "In December, the judge sided": however far
    return None


def _by_noun(
    words: list[Word], expression: Expression, tags: Mapping[int, str]
) -> tuple[int, int] | None:
    """The tense for a month or day before what it dates; None: nothing tells."""
    first, last = expression.first, expression.last
    if expression.shape == "month" and at(words, last).low in {"'s", "'"}:
        behind = {at(words, last + n).low for n in (1, 2)}
        near = {w.low for w in itertools.takewhile(_no_stop, words[first - 1 :: -1])}
        if behind & _VOTES and not near & _DONE:
            return 0, 1  # they "fought over November's election": the nearest one
    if at(words, first - 1).low == "the" and expression.shape in {"day", "month"}:
        told = at(words, first - 2).low
        if told in {"if", "unless"}:
            return 1, 1  # "if the November vote goes wrong"
        named = at(words, last).kind == "w" and at(words, last).low not in _AM | _PAST
        if named and _tells(told):
            return _forward(words, last, tags)  # "said the June vote has to be fair"
    return None


def _meant(words: list[Word], verb: int, first: int) -> bool:
    """Whether an expression says when what was decided or planned is to be."""
    after = [w.low for w in words[max(0, verb + 1) : first]]
    if {a for a, b in itertools.pairwise(after) if b == "to"} & _INTENTS:
        return True
    decided = verb >= 0 and words[verb].low in _DECIDED
    return decided and ("to" in after or at(words, first - 1).low == "for")


def _is_limit(words: list[Word], expression: Expression) -> bool:
    """Whether "until Sunday" may lie ahead though a verb lies back."""
    first = expression.first
    if at(words, expression.last).low in {"'s", "'"}:
        return False
    if words[first].low in PARTS_OF_DAY or expression.clock:
        return False  # "before dawn on Tuesday" was that Tuesday
    return not {w.low for w in words[max(0, first - 7) : first]} & _PLAIN_PAST


def _names(words: list[Word], i: int) -> bool:
    """Whether a word goes on as the noun that a date stands before."""
    word = at(words, i)
    return word.kind == "w" and word.low.isalpha() and word.low not in _NO_NOUN


def _told_then(words: list[Word], last: int) -> bool:
    """Whether telling, or where it was told, ends here: "saying in an interview"."""
    if at(words, last).low in _TELLING:
        return True
    if at(words, last).low not in _TOLD_IN:
        return False
    before = words[max(0, last - 4) : last]
    return any(
        one.low in _TELLING and two.low in {"at", "during", "in"}
        for one, two in itertools.pairwise(before)
    )


def _no_stop(word: Word) -> bool:
    return word.low not in _STOPS | {".", "?", "!"}


def _since(words: list[Word], first: int, tags: Mapping[int, str]) -> bool:
    """Whether "since" opens what an expression stands in: "since the vote in June"."""
    for i in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if words[i].low == "since":
            return True
        if words[i].kind != "w" or _verb(words, i, tags):
            return False
    return False


def _perfect(words: list[Word], verb: int) -> bool:
    """Whether a verb is of the perfect, which no day of the past can go with.

    In "has issued a notice of limits on Monday" the day belongs to the limits.
    """
    return verb >= 0 and (
        words[verb].low in _PERFECT
        or any(at(words, verb - n).low in _PERFECT for n in (1, 2))
    )


def tense_at(
    words: list[Word], first: int, last: int, tags: Mapping[int, str]
) -> tuple[int, int]:
    """The tense that governs an expression, and how far away its verb stands.

    Args:
        words: Of the sentence.
        first: First word of the expression.
        last: Index after it.
        tags: Part-of-speech tag (Penn) by character offset; empty without a parser.

    Returns:
        -1 past, 1 to come, 0 not told; and the distance in words.
    """
    for step, i in enumerate(range(first - 1, max(-1, first - 1 - _REACH), -1), 1):
        if words[i].low in _STOPS or words[i].low in _OPENERS:
            break
        if verdict := _verb(words, i, tags):
            return verdict, step
    return _forward(words, last, tags)


def _forward(words: list[Word], last: int, tags: Mapping[int, str]) -> tuple[int, int]:
    """The tense of the next verb, and how far away it stands."""
    for step, i in enumerate(range(last, min(len(words), last + _REACH)), 1):
        if words[i].low in _STOPS:
            break
        if verdict := _verb(words, i, tags):
            return verdict, step
    return 0, 0


def _tells(low: str) -> bool:
    """Whether a word opens what somebody says: "said", "believes", "that"."""
    return low == "that" or low in _REPORTS


def _verb(words: list[Word], i: int, tags: Mapping[int, str]) -> int:
    """The tense that a word tells, as `tense_at` gives it; 0 for most words."""
    low = words[i].low
    if words[i].kind != "w" or (hyphen(words, i - 1) and low.endswith("ed")):
        return 0  # "a state-approved card" tells no tense
    tag = tags.get(words[i].start, "")
    if low in _WILL:
        return _will(words, i)
    if low in _TO_COME:
        return _to_come(words, i, tag)
    if _is_command(words, i, tag):
        return 1
    if tag and not low.endswith("ings"):  # "slayings" is tagged a verb at times
        return _tagged(words, i, tags)
    return _untagged(words, i)


def _will(words: list[Word], i: int) -> int:
    low = words[i].low
    month = low in {"may", "might"} and words[i].text[0].isupper() and i
    if month or hyphen(words, i + 1):  # "must-have"
        return 0
    ahead = {at(words, i + n).low for n in (1, 2, 3)}
    return -1 if "have" in ahead and low not in {"will", "'ll"} else 1


def _to_come(words: list[Word], i: int, tag: str) -> int:
    low, after = words[i].low, at(words, i + 1).low
    before = {at(words, i - n).low for n in (1, 2, 3)}
    if low in _TO_COME_WITH_TO:
        to = after in {"to", "for"} or at(words, i + 2).low == "to"
        if low == "about":
            return int(to and bool(before & _AM))
        return 1 if to else -1
    if low in {"going", "bound"} and after != "to":
        return 0
    if low == "likely":
        return 1  # "were likely to be told on Monday" tells what was to come
    if low == "forecast" and tag.startswith("NN"):
        return 0
    if low == "plan" and not before & {"they", "we", "i", "to"}:
        return 0
    return -1 if before & {"was", "were", "had"} else 1


def _tagged(words: list[Word], i: int, tags: Mapping[int, str]) -> int:
    low, tag = words[i].low, tags[words[i].start]
    if tag == "VBD":
        return -1
    if tag == "VBN":
        auxiliaries = {at(words, i - n).low for n in (1, 2, 3)}
        return 0 if auxiliaries & {"to", "will", "would"} or _is_so(words, i) else -1
    if tag not in {"VBZ", "VBP"}:
        return 0
    if low in {"says", "tells", "reports", "writes", "notes", "adds"}:
        return -1
    if low in {"have", "'ve", "has"}:
        ahead = {tags.get(at(words, i + n).start, "") for n in (1, 2, 3)}
        return -1 if ahead & {"VBN", "VBD"} else 0
    if low in {"'s", "does", "do"}:
        return 0
    return _to_be_held(words, i) if low in _AM else 1


def _untagged(words: list[Word], i: int) -> int:
    low, before = words[i].low, at(words, i - 1).low
    if low in _AM:
        return _to_be_held(words, i)
    if low in _PLANNED and before not in {"to", "the", "a", "an"}:
        return 1
    if low in _PAST:
        must = low in _PERFECT and at(words, i + 1).low == "to"
        return 0 if must else -1
    if len(low) > 3 and low.endswith("ed") and low not in _NOT_PAST:
        return 0 if before in {"be", "get"} or _is_so(words, i) else -1
    return 0


def _is_so(words: list[Word], i: int) -> bool:
    """Whether a participle tells how things are: "the offices are closed Tuesday"."""
    return at(words, i - 1).low in {"is", "are"}


def _is_command(words: list[Word], i: int, tag: str) -> bool:
    """Whether a sentence or a quotation begins with a verb: "Ask me in June"."""
    if i and words[i - 1].low not in _QUOTES:
        return False
    return tag == "VB" or (not tag and words[i].low in _COMMANDS)


def _to_be_held(words: list[Word], i: int) -> int:
    """What comes, when "is to appear" or "are expected" follows."""
    after = at(words, i + 1).low
    if after == "to" or after in _TO_COME:
        return 1
    return 0
