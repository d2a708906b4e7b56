"""Page furniture: words of the page and its outlet, not of the report."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

_STRIP = " \t|•·»›«‹>-–—_*#:;,.…\u00a0▶►▼▲+"
_SIGN_LINE = re.compile(r"(?:\W|_)+")
# Words of offers to the reader; in a report they come with somebody who says them.
_OFFER = re.compile(
    r"\b(?:subscri(?:be|ption|ber)s?|newsletters?|in-?box|digital access|"
    r"(?:push|desktop|email|browser) notifications?|(?:news|email) alerts?|free trial|"
    r"letter to the editor|letters@|breaking news (?:alerts?|emails?)|"
    r"top stories delivered|delivered (?:every|each|daily|weekday|to your))\b",
    re.IGNORECASE,
)
_TO_READER = re.compile(
    r"\b(?:you|your|you.ll|our|us)\b|^(?:get|subscribe|submit|sign up)\b"
    r"|\bdelivered (?:every|each|daily|weekday)\b",
    re.IGNORECASE,
)
_SAID = re.compile(r"[\"“”]|\b(?:said|says|told|according)\b")
_RELATED_HEAD = re.compile(
    r"(?:related|recommended|trending|most (?:popular|read|viewed)|read (?:more|"
    r"next)|more "
    r"(?:from|on|stories|news|coverage|like this)|you (?:may|might) (?:also )?like|"
    r"also "
    r"(?:read|on|see)|see also|top stories|latest (?:news|stories)|popular|don.t miss|"
    r"editors?.? picks?|up next|what to read next|from around the web|in other news|"
    r"sponsored (?:stories|links)|other stories)\b.{0,60}",
    re.IGNORECASE,
)
_TITLE_WORD = (
    "Times|Post|Globe|Herald|Tribune|Journal|Gazette|News|Chronicle|Guardian|Telegraph|"
    "Observer|Star|Sun|Mail|Independent|Courier|Examiner|Register|Dispatch|Sentinel|"
    "Inquirer|Record|Standard|Mercury|Echo|Argus|Bulletin|Review|Advertiser|Enquirer|"
    "Press|Monitor|Republic|Economist|Atlantic|New Yorker|Ledger|Daily|Weekly|Radio|"
    "Broadcasting|Letter|Reporter|Voice|Provincial|Citizen|Messenger"
)
_MASTHEAD = re.compile(
    rf"(?:The|THE) (?:[A-Z][\w'’-]+ ){{0,3}}(?:{_TITLE_WORD}|{_TITLE_WORD.upper()})"
    r"|(?!(?:World|Top|Breaking|Local|Latest|More|US|Business|Sports?|National|Regional|"
    r"Video|Live|Morning|Evening|Nightly|Your|Our|Press|News|In|By)\b)"
    r"[A-Z][\w'’-]+ (?:[A-Z][\w'’-]+ )?(?:Daily|Weekly|Gazette|Herald|Tribune|Courier|"
    r"Ledger|Chronicle|Times|Radio(?: [A-Z]\w+)?)"
)
# A clip's title with its length behind it; a sentence would end with a full stop.
_DURATION = re.compile(r".{3,140}[^\W\d_]['’\")]?\s\d{1,2}:\d\d")
_MAX_LABEL_CHARS = 80
_MAX_LINK_CHARS = 400
_LINK_TAIL = re.compile(r"\s(?:»|›|→|>>?)$")
_URL_LINE = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)\S+", re.IGNORECASE)


@cache
def _table() -> tuple[frozenset[str], re.Pattern[str]]:
    source = files("synoptic.read.blocks").joinpath("data", "furniture.toml")
    table = tomllib.loads(source.read_text(encoding="utf-8"))
    lines = "|".join(f"(?:{line})" for line in table["lines"])
    return frozenset(table["words"]), re.compile(lines, re.IGNORECASE | re.DOTALL)


def is_boilerplate(text: str) -> bool:
    """Whether a paragraph is page furniture by its words alone, wherever it stands."""
    line = " ".join(text.split())
    if len(line) > 600:
        return False
    if _SIGN_LINE.fullmatch(line):
        return True
    bare = line.strip(_STRIP).casefold().replace("’", "'")
    words, lines = _table()
    if bare in words:
        return True
    if _URL_LINE.fullmatch(line):
        return True
    whole = line.strip("[]*_ ")
    if lines.fullmatch(whole) or _DURATION.fullmatch(whole):
        return True
    if len(whole) <= _MAX_LABEL_CHARS and lines.fullmatch(whole.rstrip(".!: ")):
        return True
    return (
        len(line) < 320
        and _OFFER.search(line) is not None
        and _TO_READER.search(line) is not None
        and _SAID.search(line) is None
    )


def is_masthead(text: str) -> bool:
    """Whether a line is a newspaper's title ("The Ellery Post")."""
    return _MASTHEAD.fullmatch(text.strip()) is not None


def opens_links(text: str) -> bool:
    """Whether a short line announces links to other texts ("Related stories")."""
    line = text.strip().rstrip(":")
    return (
        len(line) <= _MAX_LINK_CHARS
        and len(line.split()) <= 8
        and _RELATED_HEAD.fullmatch(line) is not None
    )


def is_link_line(text: str) -> bool:
    """Whether a line ends as a link to another text does ("... impasse »")."""
    if len(text) > _MAX_LINK_CHARS:
        return False
    return len(text.split()) <= 25 and _LINK_TAIL.search(text) is not None
