"""Captions and photo credits: words about a picture that the text came without."""

from __future__ import annotations

import re

from synoptic.read.printed import find_dates
from synoptic.text.agencies import is_agency

_POOLS = (
    "Getty Images|Getty|Shutterstock|Pool|Sputnik|SPUTNIK|Zuma|ZUMA|EPA|Anadolu|"
    "NurPhoto|"
    "SOPA Images|Corbis|Alamy|iStock|Unsplash|Pixabay|Wikimedia(?: Commons)?|Rex|REX|"
    "Kremlin|White House|TASS|Imago|imago|picture alliance|Picture Alliance|Bloomberg|"
    "LightRocket|Redux|Magnum|Sipa(?: USA)?|SIPA|Abaca|Ukrinform|Handout|File"
)
_LEAD_COLON = re.compile(
    r"(?:credit|media|photos?|photographs?|photographer|pictures?|images?|"
    r"illustration|foto|fotos|bild|"
    r"crédits?(?:\s+photo)?|(?:photo|image|picture)\s*(?:credit|source)|pic|caption|"
    r"image caption|photo caption|bildquelle)s?\s*[:©]",
    re.IGNORECASE,
)
_FILE = re.compile(
    r"(?:FILE(?:\s+PHOTO)?|File(?:\s+photo)?|ARCHIVE?\s+PHOTO|HANDOUT)\s*"
    r"(?:[-–—:]|\s-\s|In this\b|\()|In this\b.{3,60}\b(?:file |archive )?(?:photo|"
    r"image|"
    r"picture|photograph|frame grab|video grab|handout|screenshot|still)\b",
    re.DOTALL,
)
_PARENTHESIS = re.compile(
    r"[(\[](?:(?:AP|AFP|Reuters|REUTERS|EPA)\s+Photo\b|(?:file\s+)?photo(?:s|graph)?\b|"
    r"image\b|picture\b|video\b|source:|credit:)[^)\]]{0,120}[)\]]\s*$",
    re.IGNORECASE,
)
# "... in the square. (Ann Lee / The Post)": a name, a bar and an owner.
_OWNER = re.compile(
    r"[.!?…”\"\w]\s*[(](?:[A-Z][\w.’'-]*\s+){0,3}[\w.’'-]+\s?(?:/|\||"
    r",\s(?=[A-Z]{2}))\s?"
    r"[A-Z][\w.’' |/&-]{1,50}[)]$"
)
_SET_OFF = re.compile(r"\s{3,}[(\[][A-Z][\w./’' -]{1,50}[)\]]$")
_NETWORK_END = re.compile(
    r"[.!?”\")]\s*(?:\((?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|[A-Z]{2,6})\)\s*(?:AP|AFP|CNN|"
    r"BBC)?"
    r"|(?:[A-Z][\w.’'-]*\s+){2,3}(?:AP|AFP|EPA|Reuters|REUTERS)(?:\s+[Pp]hoto)?)$"
)
_IN_PICTURE = re.compile(
    r"\b(?:pictured|poses?|shakes? hands|shaking hands|looks? on|gestures?|waves?|"
    r"walks?|stands?|sits?|attends?|speaks? (?:during|at|to)|speaking (?:during|at|to)|"
    r"arrives?|arriving|meets?|meeting|chairs?|seen|shown|answers?|talks?|holds?|"
    r"delivers?|"
    r"greets?|board(?:s|ing)?|disembarks?|listens?|smiles?|\([lrc]\)|\((?:left|right|"
    r"center|centre)\)|,? (?:left|right|center|centre|second from|foreground|"
    r"background),)",
    re.IGNORECASE,
)
# What galleries leave behind a caption.
_TAIL = re.compile(
    r"\s*(?:\.\.\.|…)?\s*(?:\bless|\bmore|\bhide caption|\btoggle caption|"
    r"\bORG\s+(?:XMIT|FILE\s+ID):\s*\w+|\bORIG\s+FILE\s+ID:\s*\w+)$"
)
_YEAR_OR_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)?\s*(?:19|20)\d\d\b|.*\brights reserved", re.IGNORECASE
)
_MAKER_BEHIND = re.compile(
    r"[.!?…”\"]\s+(?:[A-Z][\w.’'-]*\s+){1,3}?[A-Z][\w.’'-]*\s?/\s?"
    r"[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,2}\.?$"
)
_SOURCE_LINE = re.compile(r"[\[(]\s*(?:source|quelle|via)\s*:", re.IGNORECASE)
_WRITER = re.compile(r"(?:—|-|\|)\s+By\s+[A-Z]")
_MAX_CAPTION_CHARS = 1_200
_POSE = re.compile(
    r"\b(?:poses?|shakes? hands|looks? on|gestures?|waves|walks|stands|sits|arrives|"
    r"attends|"
    r"smiles|listens|speaks (?:at|during|to)|holds up|delivers (?:remarks|a speech)|"
    r"(?:is|are) (?:seen|pictured|shown))\b|,? (?:left|right|center|centre|second from "
    r"(?:left|right)),|\((?:left|right|[lrc])\)",
    re.IGNORECASE,
)


_MAKER_FIRST = re.compile(
    # REUTERS/Some Name/File Photo    AP Photo/Some Name
    r"(?:\s|^|[.(—–|])(?:REUTERS|AP|AFP|EPA|Reuters|TASS|SPUTNIK|Sputnik)"
    r"(?:\s+Photo)?\s*/\s*"
    r"[A-Z][\w.’'-]*(?:\s+[\w.’'-]+){0,3}(?:\s*/\s*[A-Z][\w.’' -]*){0,3}"
    r"\s*[)\]]?\.?\s*$"
)
_VIA = re.compile(
    rf"(?:\s|^|[.(—–|])[^.!?]{{0,60}}\bvia\s+(?:{_POOLS}|AP|AFP|REUTERS|Reuters)"
    r"\s*[)\]]?\.?\s*$"
    r"|\|\s*(?:AP|AFP|EPA|Reuters|REUTERS)(?:\s+Photo)?\s*[)\]]?\.?\s*$"
)
_BARRED = re.compile(r"\s*(?:/|\||,|—|\s-)\s*")
_MAKER = re.compile(r"(?:^|[\s.(—–|])[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3}$")
_HOLDER = re.compile(_POOLS)
# twitter/@harbour_office via Tidewater: who owns what was set into the page
_ACCOUNT = re.compile(
    r"(?:twitter|facebook|instagram|youtube|tiktok|telegram)\s*[/:]\s*@\w+"
    r"(?:\s+via\s+[\w .]{2,30})?",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|Copyright)\s*(?P<holder>[^©]{2,40})$")


def _credit_start(line: str) -> int | None:
    """Where the credit that ends a line begins; None: it ends with none."""
    for pattern in (_MAKER_FIRST, _VIA):
        if match := pattern.search(line):
            return match.start()
    bare = line.rstrip(" )].")
    if (match := _COPYRIGHT.search(bare)) and _is_holder(match.group("holder")):
        return match.start()
    bars = list(_BARRED.finditer(bare))[-5:]
    # Sergei Ilyin/SPUTNIK/AFP via Getty Images: a name, bars, and an owner at the end
    # or before it.
    for index in range(len(bars) - 1, max(len(bars) - 4, -1), -1):
        bar = bars[index]
        end = bars[index + 1].start() if index + 1 < len(bars) else len(bare)
        owner = re.sub(r"\s+via\s+[\w/ ]{2,30}$", "", bare[bar.end() : end])
        if not _is_holder(owner) or (bar.group().strip() == "," and line[-1] == "."):
            continue
        if maker := _MAKER.search(bare, max(0, bar.start() - 80), bar.start()):
            return maker.start()
    return None


def _is_holder(words: str) -> bool:
    return is_agency(words) or _HOLDER.fullmatch(words.strip()) is not None


def is_photo_credit(text: str) -> bool:
    """Whether a line only names who made or owns a picture."""
    line = text.strip()
    n_words = len(line.split())
    if n_words > 16 or not line:
        return False
    if _YEAR_OR_RIGHTS.match(line):
        return False
    if _LEAD_COLON.match(line):
        return n_words <= 12
    if line[0] == "(" and line[-1] == ")" and _LEAD_COLON.match(line[1:]):
        return n_words <= 14
    if line.startswith("©") or re.match(
        r"photo(?:graph)?(?:s)? (?:by|via|from|courtesy)\b", line, re.IGNORECASE
    ):
        return n_words <= 12
    if _ACCOUNT.fullmatch(line):
        return True
    if n_words == 1 and re.fullmatch(_POOLS, line):
        return True
    if re.fullmatch(rf"[\w.,’' /|-]*?(?:[/|]|\bvia)\s*(?:{_POOLS})", line):
        return True
    start = _credit_start(line)
    return start is not None and start <= 2


def is_own_line_credit(text: str) -> bool:
    """Whether a photo credit stands in brackets on its own: its caption is above it."""
    line = text.strip()
    return line[:1] == "(" and line[-1:] == ")" and is_photo_credit(line)


def is_caption(text: str) -> bool:
    """Whether a paragraph is a caption by itself, wherever it stands."""
    line = _TAIL.sub("", text.strip())
    n_words = len(line.split())
    if n_words > 130 or _WRITER.search(line) or _SOURCE_LINE.match(line):
        return False
    if n_words <= 60 and _MAKER_BEHIND.search(line):
        return True
    if is_photo_credit(line):
        return True
    if _PARENTHESIS.search(line) or _FILE.match(line):
        return True
    if n_words <= 60 and re.match(
        r"(?:image|media|photo|video)\s+(?:caption|copyright)\b", line, re.IGNORECASE
    ):
        return True
    if n_words <= 70 and (_OWNER.search(line) or _SET_OFF.search(line)):
        return True
    if n_words <= 100 and re.search(
        r"[.!?)”\"]\s*(?:[A-Z][\w.’'-]*\s+){2,3}(?:AP|AFP|EPA|REUTERS)(?:\s+Photo)?$",
        line,
    ):
        return True
    if n_words <= 8 and re.fullmatch(
        r"(?:[A-Z][\w.’'-]*\s+){1,6}\((?:AP|AFP|Reuters|REUTERS|EPA|Getty)\)", line
    ):
        return True
    if n_words <= 40 and _NETWORK_END.search(line) and may_be_caption(line):
        return True
    if n_words > 110:
        return False
    return _credit_start(line[-160:]) is not None


def is_scene(text: str) -> bool:
    """Whether a line without a full stop shows a scene, as a bare caption does."""
    first = text.split(":", 1)[0]
    if ":" in text and first.isupper() and 1 <= len(first.split()) <= 8:
        return True
    return _IN_PICTURE.search(text) is not None


def may_be_caption(text: str) -> bool:
    """Whether a paragraph beside a photo credit reads as its caption.

    It shows a scene: a pose with a full date, or a pose of the kind that only captions
    tell in the present tense.
    """
    n_words = len(text.split()) if len(text) <= _MAX_CAPTION_CHARS else 0
    if not 0 < n_words <= 45:
        return False
    if _IN_PICTURE.search(text) and any(len(p.iso) >= 10 for p in find_dates(text)):
        return True
    opening = " ".join(text.split()[:14])
    return n_words <= 30 and _POSE.search(opening) is not None
