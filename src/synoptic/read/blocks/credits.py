"""Lines that credit an agency or a colleague for the text."""

from __future__ import annotations

import re

from synoptic.text.agencies import find_agencies, is_agency

_CONTRIBUTED = re.compile(
    r"\bcontributed\b.{0,60}\b(?:to|for)\s+(?:this|the)\s+(?:report|article|story|analysis|"
    r"piece|post|coverage|review|dispatch|column)\b(?:\s+from\s+[A-Z].{0,60})?\W*$"
    r"|\bcontribut(?:ed|ing)\s+(?:reporting|research|to\s+reporting)\b"
    r"|\breported\s+from\b.{0,80}\bcontributed\b"
    r"|\b(?:used|includes?d?|contains?)\b.{0,40}\b(?:material|information|reporting|"
    r"reports?)\b.{0,20}\bfrom\b.{0,80}\b(?:report|story|article|agenc)",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"(?:\W{0,2})(?:with\s+(?:reporting|files|reports?|additional\s+reporting|"
    r"information|material)\s+(?:by|from)|"
    r"(?:additional\s+)?(?:reporting|writing|editing|report|text|compiled|translated|"
    r"written)\s+by|mit\s+material\s+von|avec|quelle|source|via|fuente|fonte|agenzia|"
    r"bron|källa|kilde|lähde|źródło)\s*:?\s+\S.*",
    re.IGNORECASE | re.DOTALL,
)
_REPORTING = re.compile(
    r"[(\[]?\s*(?:additional\s+)?(?:reporting|writing|editing|compiled|translated|"
    r"graphic|production)\s+by\s+[^.]{3,}.*[)\].]?",
    re.IGNORECASE | re.DOTALL,
)
_DISTRIBUTED = re.compile(
    r"(?:this|the)\s+(?:article|story|report|piece|text)\s+(?:was|is|has been|first|"
    r"originally)\b.{0,60}\b(?:published|appeared|provided|distributed|produced|"
    r"written|"
    r"syndicated|supplied|adapted|taken|translated|based)\b.{0,160}",
    re.IGNORECASE | re.DOTALL,
)
_FROM = re.compile(
    r"(?!(?:He|She|They|It|We|I|The|This)\b)[A-Z][\w.’'-]*"
    r"(?:\s+(?:and|[A-Z][\w.’'-]*),?){0,8}\s+(?:reported|wrote|reports)"
    r"(?:\s+this\s+story)?\s+from\s+[A-Z][\w.’'-]*(?:,?\s+(?:and|in|[A-Z][\w.’'-]*)){0,6}\.?"
    r"|From\s+(?:[A-Z]{2,5}|[A-Z]\w+)[’']s\s+[A-Z][\w’'-]*\s+[A-Z][\w ,’'-]{1,80}"
)
_MADE = re.compile(
    r"\b(?:produced|edited|adapted)\b.{0,40}\b(?:this|the|"
    r"it)\b.{0,30}\bfor\s+(?:broadcast|"
    r"the\s+[Ww]eb|radio|digital)\b",
    re.DOTALL,
)


_LABEL = re.compile(
    r"[\[(—–-]*\s*(?:source|quelle|via|credit|agency|agentur|fuente|fonte|from|"
    r"courtesy(?:\s+of)?|copyright)\b\s*:?\s*",
    re.IGNORECASE,
)
_SERVICE = re.compile(
    r"\s+(?:reports?|contributed|staff|wire(?:\s+(?:services?|reports?))?|"
    r"news(?:\s+(?:service|agency))?)$"
)
_BETWEEN = re.compile(r"\s*(?:[/,;|&+]|\s-\s|\b(?:and|und|et|y)\b)\s*")


_SOURCE = re.compile(
    r"[\[(]\s*(?:source|quelle|fuente|fonte)\s*:\s*(?:the\s+)?(?-i:[A-Z])[\w.’'-]*"
    r"(?:\s+[\w.’'-]+){0,4}\s*[\])]",
    re.IGNORECASE,
)


def _is_agency_line(line: str) -> bool:
    """Whether a line is agencies' names, a label before or brackets around them."""
    if len(line) > 120 or line.endswith(":"):
        return False
    bare = _LABEL.sub("", line, count=1).strip("[]()—–- \t.,")
    bare = _SERVICE.sub("", bare)
    return bool(bare) and all(is_agency(part) for part in _BETWEEN.split(bare))


def is_credit(text: str) -> bool:
    """Whether a line credits an agency, an outlet or colleagues for the text.

    A photo credit is none: ask `captions.is_photo_credit` first.
    """
    line = text.strip()
    if len(line) > 600:
        return False
    bare = line.strip("[]()_* \t")
    if is_agency(bare) or _is_agency_line(line):
        return True
    if _SOURCE.fullmatch(line):
        return True
    n_words = len(bare.split())
    if _CONTRIBUTED.search(bare) and n_words <= 60:
        return True
    if _REPORTING.fullmatch(bare) and n_words <= 70:
        return True
    if n_words <= 45 and (_FROM.fullmatch(bare) or _MADE.search(bare)):
        return True
    if _DISTRIBUTED.fullmatch(bare) and n_words <= 45:
        return True
    return (
        n_words <= 14
        and _WITH.fullmatch(bare) is not None
        and bool(
            find_agencies(bare)
            or re.match(r"\W*with\b|\W*reporting", bare, re.IGNORECASE)
        )
    )
