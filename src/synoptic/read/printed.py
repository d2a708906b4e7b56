"""Dates and times as pages print them, to ISO 8601 with no more than is printed."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

_MONTHS = {
    1: "january jan januar janv janvier enero ene gennaio gen janeiro januari tammikuu "
    "januára stycznia ledna января січня",
    2: "february feb februar février févr febrero febbraio fevereiro fev februari "
    "lutego února февраля лютого",
    3: "march mar märz mars marzo março maart marca března марта березня",
    4: "april apr avril avr abril abr aprile kwietnia dubna апреля квітня",
    5: "may mai mayo maggio maio mei maj maja května мая травня",
    6: "june jun juni juin junio giugno junho czerwca června июня червня",
    7: "july jul juli juillet juil julio luglio julho lipca července июля липня",
    8: "august aug août agosto augustus augusti sierpnia srpna августа серпня",
    9: "september sep sept septembre septiembre settembre setembro września září "
    "сентября вересня",
    10: "october oct oktober okt octobre octubre ottobre outubro października října "
    "октября жовтня",
    11: "november nov novembre noviembre novembro listopada listopadu ноября листопада",
    12: "december dec dezember dez décembre déc diciembre dic dicembre dezembro "
    "desember grudnia prosince декабря грудня",
}
_MONTH_OF = {
    word: number for number, words in _MONTHS.items() for word in words.split()
}
_MONTH = r"[^\W\d_]{3,12}"  # looked up afterwards
_ZONES = {
    "z": "+00:00",
    "utc": "+00:00",
    "gmt": "+00:00",
    "est": "-05:00",
    "edt": "-04:00",
    "cdt": "-05:00",
    "mdt": "-06:00",
    "pst": "-08:00",
    "pdt": "-07:00",
    "cet": "+01:00",
    "cest": "+02:00",
}
_TIME = (
    r"(?:\s*(?:[,;|•·–—-]|\bat\b|\bum\b|\bà\b|\ba\s+las\b|\balle\b|T)?\s*"
    r"(?P<hour>[01]?\d|2[0-4])(?:[:.h](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)"
    r"(?:\.\d+)?)?\s*(?P<half>[ap]\.?\s?m\b\.?)?|\s*(?P<half2>[ap]\.?\s?m\b\.?))"
    r"(?:\s*(?:Uhr|hrs?)\b)?"
    r"(?:\s*\(?(?P<zone>[A-Z]{1,4}T\b|UTC\b|GMT\b|CES?T\b|Z\b)\)?"
    r"|\s?(?P<offset>[+-]\d\d:?\d\d))?)?"
)
_TIME_FIRST = (
    r"(?:(?<![\d:])(?P<hour0>[01]?\d|2[0-3]):(?P<minute0>[0-5]\d)"
    r"(?:\s?(?P<half0>[ap]\.?m\b\.?))?(?:\s(?P<zone0>[A-Z]{1,4}T\b|UTC\b|GMT\b))?"
    r"(?:\s+on\b|,|\s[|•–—-])?\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?)?"
)
_DATE = re.compile(
    _TIME_FIRST + r"(?<![\w/])(?:"
    r"(?P<y1>(?:19|20)\d\d)-(?P<m1>0\d|1[0-2])-(?P<d1>[0-2]\d|3[01])"
    rf"|(?P<m2>{_MONTH})\.?\s+(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?\s*,?\s+"
    r"(?P<y2>(?:19|20)\d\d)"
    rf"|(?P<d3>[0-3]?\d)(?:st|nd|rd|th|\.|º)?\s+(?:de\s+)?(?P<m3>{_MONTH})\.?,?\s+"
    r"(?:de\s+)?(?P<y3>(?:19|20)\d\d)"
    r"|(?P<d4>[0-3]?\d)\.(?P<m4>[01]?\d)\.(?P<y4>(?:19|20)\d\d)"
    r"|(?P<a5>[0-3]?\d)/(?P<b5>[0-3]?\d)/(?P<y5>(?:(?:19|20)\d|\d)\d)"
    r")(?![\d/])" + _TIME,
    re.IGNORECASE,
)
_CJK = re.compile(r"(?P<y>(?:19|20)\d\d)年(?P<m>1[0-2]|0?\d)月(?P<d>[0-3]?\d)日")
_ISO = re.compile(
    r"\s*(?P<date>\d{4}(?:-(?:0\d|1[0-2])(?:-(?:[0-2]\d|3[01]))?)?)"
    r"(?:[T ](?P<time>[0-2]\d:[0-5]\d(?::[0-5]\d)?)(?:[.,]\d+)?\s?"
    r"(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?)?\s*"
)


class Printed(NamedTuple):
    """A date as printed: where it stands, and its ISO 8601 prefix."""

    start: int
    end: int
    iso: str


def iso_prefix(stated: str | None) -> str | None:
    """A stated time as an ISO 8601 prefix; None when it cannot be read as one."""
    if stated is None:
        return None
    if match := _ISO.fullmatch(stated):
        day, time, zone = match.group("date", "time", "zone")
        if len(day) == 10 and not _is_day(*map(int, day.split("-"))):
            return None
        return day + (f"T{time}" if time else "") + _offset(zone or "")
    found = find_dates(stated)
    return found[0].iso if found else None


def find_dates(text: str) -> list[Printed]:
    """The full dates printed in a line, in order, with the time beside them.

    A date without a year is none; `3/4/2018` is none, since it has two readings.
    """
    found = [p for m in _DATE.finditer(text) if (p := _printed(m))]
    for match in _CJK.finditer(text):
        year, month, day = map(int, match.group("y", "m", "d"))
        if _is_day(year, month, day):
            iso = f"{year:04}-{month:02}-{day:02}"
            found.append(Printed(match.start(), match.end(), iso))
    return sorted(found)


def _printed(match: re.Match[str]) -> Printed | None:
    day = _day(match)
    if day is None or not _is_day(*day):
        return None
    iso = f"{day[0]:04}-{day[1]:02}-{day[2]:02}"
    return Printed(match.start(), match.end(), iso + _clock(match))


def _day(match: re.Match[str]) -> tuple[int, int, int] | None:
    get = match.groupdict()
    if get["y1"]:
        return int(get["y1"]), int(get["m1"]), int(get["d1"])
    for n in "23":
        if get[f"y{n}"]:
            month = _MONTH_OF.get(get[f"m{n}"].lower(), 0)
            return int(get[f"y{n}"]), month, int(get[f"d{n}"])
    if get["y4"]:
        return int(get["y4"]), int(get["m4"]), int(get["d4"])
    first, second = int(get["a5"]), int(get["b5"])
    year = int(get["y5"]) + (2000 if len(get["y5"]) == 2 else 0)
    if first <= 12 < second or first == second:
        return year, first, second
    if second <= 12 < first:
        return year, second, first
    return None


def _clock(match: re.Match[str]) -> str:
    get = match.groupdict()
    if get["hour"] is None and get["half2"] is None and get["hour0"]:
        get = get | {
            "hour": get["hour0"],
            "minute": get["minute0"],
            "half": get["half0"],
            "zone": get["zone0"],
            "second": None,
        }
    half = (get["half"] or get["half2"] or "").lower()
    if get["hour"] is None or not (get["minute"] or half):
        return ""
    hour, minute = int(get["hour"]), get["minute"] or "00"
    if half:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 23:
        return ""
    clock = f"T{hour:02}:{minute}" + (f":{get['second']}" if get["second"] else "")
    return clock + _offset(get["zone"] or get["offset"] or "")


def _offset(zone: str) -> str:
    if re.fullmatch(r"[+-]\d\d(?::?\d\d)?", zone):
        return f"{zone[:3]}:{zone[3:].lstrip(':') or '00'}"
    return _ZONES.get(zone.lower(), "")


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
