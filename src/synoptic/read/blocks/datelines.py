"""Date lines of pages, and the place and date that open an agency's text."""

from __future__ import annotations

import re

from synoptic.read.printed import find_dates
from synoptic.text.agencies import is_agency

# What stands around the dates of a date line and says nothing else.
_FILLER = re.compile(
    r"(?:first\s+|last\s+|originally\s+)?(?:published|posted|updated?|modified|"
    r"created|filed|edited|"
    r"corrected|aired|released|issued|date|time|on|at|the|and|from|of|to|"
    r"mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|"
    r"sat(?:urday)?|sun(?:day)?|"
    r"[ap]\.?m\.?|noon|midnight|ET|E[SD]T|C[SD]T|M[SD]T|P[SD]T|GMT|UTC|BST|CES?T|IST|"
    r"AE[SD]T|local|time|uhr|stand|aktualisiert|veröffentlicht|publié|mis|à|jour|le|"
    r"actualizado|publicado|aggiornato|pubblicato|il|el|en|"
    r"montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|"
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"lunes|martes|miércoles|jueves|viernes|sábado|domingo|"
    r"\d{1,2}[:.h]\d\d|\d{1,2}|ago|minutes?|mins?|hours?|hrs?|days?|"
    r"min(?:ute)?\s+read|words?|comments?)\b\.?",
    re.IGNORECASE,
)
_LABEL_ONLY = re.compile(
    r"(?:(?:first\s+|last\s+)?(?:published|posted|updated|modified|update)(?:\s+on|"
    r"\s+at)?"
    r"|publié(?:\s+le)?|mis à jour(?:\s+le)?|aktualisiert|veröffentlicht(?:\s+am)?|"
    r"stand"
    r"|actualizado|publicado|aggiornato|pubblicato)\s*:?",
    re.IGNORECASE,
)
_CLOCK_LINE = re.compile(
    r"(?:at\s+)?(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?\s*"
    r"(?:[ap]\.?m\.?(?:\s*(?:ET|[ECMP][SD]T|GMT|UTC|BST|CES?T))?"
    r"|ET|[ECMP][SD]T|GMT|UTC|BST|CES?T|Uhr)",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"(?:(?:published|posted|updated|vor|il y a|hace):?\s+)?(?:(?:about|less than)\s+)?"
    r"(?:\d{1,2}\s+(?:hrs?|hours?)\s+)?(?:an?|one|two|three|\d{1,2})\s+"
    r"(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year|stunde|heure|hora)[sn]?"
    r"(?:\s+ago)?",
    re.IGNORECASE,
)
_DAY_ONLY = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\s+[0-3]?\d"
    r"|[0-3]?\d\s+(?:january|february|march|april|may|june|july|august|september|"
    r"october|november|december)",
    re.IGNORECASE,
)
_MONTH_DAY = (
    r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|"
    r"Dec)[a-zäûé]*\.?\s+[0-3]?\d"
    r"|[0-3]?\d\.?\s+(?:[Jj]an|[Ff]eb|[Ff]ev|[Ff]év|[Mm]ar|[Mm]är|[Aa]pr|[Aa]vr|"
    r"[Mm]a[iy]|"
    r"[Jj]u[nilí]|[Aa]ug|[Aa]oû|[Aa]go|[Ss]ep|[Oo]k?c?t|[Nn]ov|[Dd]e[zc]|[Dd]éc)"
    r"[a-zäûé]*\.?)(?:,?\s+(?:19|20)\d\d)?"
)
_PLACE = (
    r"(?:[A-ZÀ-ÖØ-ÞŁŚŻĆČŠŽ][\w'’.-]*)"
    r"(?:[ /][\w'’.À-ɏ-]+){0,4}?"
)
_NO_PLACE = (
    "FILE|FILE PHOTO|PHOTO|EXCLUSIVE|BREAKING|UPDATED?|WATCH|VIDEO|ANALYSIS|OPINION|"
    "REVIEW|EDITORIAL|CORRECTION|"
    "NOTE|POLL|LIVE|ALERT|FACT CHECK|READ|MORE|PHOTOS?|LETTERS?|WARNING|SPOILER|RELATED"
)
_PLACE_LINE = re.compile(
    r"(?:\|\s*)?(?=.*\b[A-ZÀ-Þ]{4,}\b)(?!.*(?:\.\w{2}|\.$))[A-ZÀ-Þ][\w.'’-]*"
    r"(?:\s[A-ZÀ-Þ][\w.'’-]*){0,3}(?:,\s[A-ZÀ-Þ][\w.'’ -]*)?|\([A-Z]{2,6}\)"
)
# Washington CNN —    Kyiv, Ukraine (CNN) —    CNN —    each alone in its line
_NAME = r"[A-ZÀ-Þ][\w.'’-]*(?:\s[A-ZÀ-Þ][\w.'’-]*){0,2}"
_SIGNED_LINE = re.compile(rf"(?:{_NAME}(?:,\s{_NAME})?\s+)?\(?[A-Z]{{2,6}}\)?\s*[–—]")
_DASH = r"\s*(?:--+|[-–—―])\s*"


_MANY_PLACES = rf"{_PLACE}(?:,\s*{_PLACE}){{0,2}}?"  # lazily: the day is no place
# KYIV, March 14 (Reuters) -    LONDON (AP) --    London (AFP) –    (CNN) —
_SIGNED = re.compile(
    rf"\s*(?:(?P<place>{_MANY_PLACES}),?\s*)?(?:,?\s*(?P<day>{_MONTH_DAY}),?\s*)?"
    rf"\((?P<mark>[^()\n]{{2,60}})\)(?:{_DASH}|\s*:\s*|\s+(?=[A-Z]))"
)
_UPPER = r"[A-ZÀ-ÖØ-ÞŁŚŻĆČŠŽ][A-ZÀ-ÖØ-ÞŁŚŻĆČŠŽ'’.-]+"
_REGION = r"[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*)?"
# HELSINKI, July 15 -    HELSINKI -    WASHINGTON, D.C. —    Paris, 15 juillet -
_UNSIGNED = re.compile(
    rf"\s*(?:(?!(?:{_NO_PLACE})\b){_UPPER}(?:[ /]{_UPPER}){{0,3}}"
    rf"(?:[/ ](?:[A-Z]\.?){{2,3}})?(?:,\s*{_REGION}){{0,2}}(?:,?\s*{_MONTH_DAY})?"
    r"(?:\s?--+|\s?[–—]|\s-)\s*"
    rf"|(?!The\b|A\b|In\b|On\b){_PLACE},\s+(?:le\s+)?{_MONTH_DAY}"
    r"\s?(?:--|[–—]|\s-)\s*)"
)
_NETWORK = re.compile(r"[A-Z]{2,6}")
_PAPER = re.compile(r"[A-Z][\w.’'&/ -]{1,40}")


def opening_dateline(text: str, *, first: bool = True) -> int:
    """How many characters at the start of a paragraph are its dateline; 0: none.

    Args:
        text: The paragraph.
        first: Whether it can be the first of the body: only there does a place without
            an agency behind it count.

    Example:
        >>> opening_dateline("KYIV, March 14 (Reuters) - The bridge was closed.")
        27
    """
    head = text[:160]
    match = _SIGNED.match(head)
    if match is None or not _is_signed(match):
        match = _UNSIGNED.match(head) if first else None
    if match is None:
        return 0
    rest = text[match.end() :]
    if not rest[:1].strip() or len(rest.split(None, 4)) < 4:
        return 0
    return match.end()


def _is_signed(match: re.Match[str]) -> bool:
    """Whether the brackets of a dateline hold agencies, or beside a day any paper."""
    mark = match.group("mark").strip()
    parts = re.split(r"\s*[/|,;]\s*", mark)
    if all(is_agency(part) or _NETWORK.fullmatch(part) for part in parts):
        return True
    stated = match.group("place") and match.group("day")
    return bool(stated) and _PAPER.fullmatch(mark) is not None


def is_place_line(text: str) -> bool:
    """Whether a line is a place in capitals ("HELSINKI", "GLASGOW, Scotland") alone."""
    line = text.strip()
    return len(line.split()) <= 5 and _PLACE_LINE.fullmatch(line) is not None


def is_signed_line(text: str) -> bool:
    """Whether a line is a place and who reports from it alone: "Glasgow (AFP) —"."""
    line = text.strip()
    return len(line.split()) <= 6 and _SIGNED_LINE.fullmatch(line) is not None


def is_clock_line(text: str) -> bool:
    """Whether a line is a time of day: in live coverage it opens an entry."""
    return _CLOCK_LINE.fullmatch(text.strip()) is not None


def is_date_line(text: str) -> bool:
    """Whether a line says when something was printed, and nothing else."""
    line = text.strip().strip("|•·-–—;,:() \t")
    if not line or len(line) > 160:
        return False
    if _CLOCK_LINE.fullmatch(line) or _LABEL_ONLY.fullmatch(line):
        return True
    if _AGE.fullmatch(line) or _DAY_ONLY.fullmatch(line):
        return True
    dates = find_dates(line)
    if not dates:
        return False
    rest, before = "", 0
    for printed in dates:
        rest += line[before : printed.start] + " "
        before = printed.end
    rest += line[before:]
    rest = _FILLER.sub(" ", rest)
    return not re.search(r"\w", rest)
