"""Times of day: "8:39 a.m.", "1400 GMT", "noon", "9:10 p.m. EDT"."""

from __future__ import annotations

from synoptic.annotate.english.dates.expression import Expression
from synoptic.annotate.english.dates.tables import LOOSE_ZONES, ZONES
from synoptic.annotate.english.dates.weekdays import with_part
from synoptic.annotate.english.figures.lexer import Word, at, joined

_HALVES = {"a.m.": 0, "am": 0, "p.m.": 12, "pm": 12}
_BEFORE_BARE = frozenset(
    "at by until till from around about before after since between and ( ,".split()
)
_HOURS = {
    word: n
    for n, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), 1
    )
}


def clock(words: list[Word], i: int) -> Expression | None:
    """Read a time of day, with its zone where one is printed."""
    low = words[i].low
    if low in {"noon", "midnight", "midday"}:
        if at(words, i - 1).low not in {"at", "by", "until", "before", "after", "from"}:
            return None
        return Expression(
            first=i,
            last=i + 1,
            shape="clock",
            clock="00:00" if low == "midnight" else "12:00",
        )
    found = _hour(words, i)
    if found is None:
        return None
    hour, minute, end, sure = found
    whole_day = (
        words[i].text[0] == "0" or words[i].text == f"{hour:02d}{minute or 0:02d}"
    )
    open_hour = 1 <= hour <= 12 and not whole_day
    half = at(words, end).low
    if half in {"a", "p"} and at(words, end + 1).low == "m" and hour <= 12:
        half, end = f"{half}m", end + 1
    if half in _HALVES and 1 <= hour <= 12:
        hour, end, sure = hour % 12 + _HALVES[half], end + 1, True
        open_hour = False
        if half in {"am", "pm"} and at(words, end).low == "." and joined(words, end):
            end += at(words, end + 1).kind == "w"
    elif half == "o'clock":
        end, sure = end + 1, True
    elif half in {"noon", "midnight"}:
        hour, end, sure, open_hour = 12 * (half == "noon"), end + 1, True, False
    zone, end = zone_at(words, end)
    if not sure and not zone:
        return None
    if not zone and minute is None and not sure:
        return None
    if hour > 23:
        return None
    printed = f"{hour:02d}:{minute or 0:02d}"
    read = Expression(
        first=i,
        last=end,
        shape="clock",
        clock=printed,
        zone=zone,
        open_hour=open_hour and not zone,
    )
    told = at(words, end).low in {"in", "at"}  # "in the afternoon", "at night"
    return with_part(words, read) if read.open_hour and told else read


def time_of_day(e: Expression) -> str:
    """The hour and minute; "XX" for an hour that may be of either half of the day."""
    if not e.clock or not e.open_hour:
        return e.clock
    hour, minute = int(e.clock[:2]) % 12, e.clock[2:]
    if e.part_of_day == "MO":
        return f"{hour:02d}{minute}"
    if e.part_of_day in {"AF", "EV"}:
        return f"{hour + 12:02d}{minute}"
    if e.part_of_day == "NI":
        return f"{hour + 12 * (hour > 5):02d}{minute}"
    return f"XX{minute}"


def _hour(words: list[Word], i: int) -> tuple[int, int | None, int, bool] | None:
    """Hour, minute, index after them, and whether the form alone is a time."""
    word = words[i]
    if word.low in _HOURS:
        after = at(words, i + 1).low
        if after in {"a.m.", "p.m.", "am", "pm", "o'clock"}:
            return _HOURS[word.low], None, i + 1, False
        return None
    if word.kind != "n":
        return None
    colon = at(words, i + 1)
    minutes = at(words, i + 2)
    cut = at(words, i + 3).low in _HALVES  # "8 : 52 PM", where words are cut
    if colon.low == ":" and (cut or (joined(words, i + 1) and joined(words, i + 2))):
        if len(minutes.text) != 2 or not minutes.text.isdecimal():
            return None
        if not word.text.isdecimal() or int(word.text) > 23 or int(minutes.text) > 59:
            return None
        end = i + 3
        if at(words, end).low == ":" and at(words, end + 1).kind == "n":
            end += 2
        sure = at(words, i - 1).low in _BEFORE_BARE and len(word.text) <= 2
        return int(word.text), int(minutes.text), end, sure
    if "." in word.text and at(words, i + 1).low in _HALVES:
        hour, _, minute = word.text.partition(".")
        printed = hour.isdecimal() and len(minute) == 2 and minute.isdecimal()
        if printed and int(hour) <= 12 and int(minute) < 60:
            return int(hour), int(minute), i + 1, False
        return None
    if not word.text.isdecimal():
        return None
    if len(word.text) == 4:
        hours, minutes_past = divmod(int(word.text), 100)
        zoned = zone_at(words, i + 1)[0] or at(words, i + 1).low in {"hours", "hrs"}
        if not zoned or minutes_past > 59:
            return None
        return hours, minutes_past, i + 1, False
    if len(word.text) <= 2 and int(word.text) <= 12:
        return int(word.text), None, i + 1, False
    return None


def zone_at(words: list[Word], i: int) -> tuple[str, int]:
    """A zone at a word as an ISO offset, and the index after it."""
    word = at(words, i)
    step = i + 1 if word.low == "(" else i
    name = at(words, step)
    if name.text.isupper() and name.low in ZONES:
        minutes = ZONES[name.low]
        sign = "-" if minutes < 0 else "+"
        hours, rest = divmod(abs(minutes), 60)
        closes = step > i and at(words, step + 1).low == ")"
        return f"{sign}{hours:02d}:{rest:02d}", step + 2 if closes else step + 1
    if name.low in LOOSE_ZONES and (name.text.isupper() or name.text.istitle()):
        end = step + 1
        while at(words, end).low in {"time", "standard", "daylight"}:
            end += 1
        if name.text.isupper() or end > step + 1:
            return "", end
    if word.low == "local" and at(words, i + 1).low == "time":
        return "", i + 2
    return "", i
