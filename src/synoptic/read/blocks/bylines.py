"""Lines that name who wrote."""

from __future__ import annotations

import re

from synoptic.read.blocks.furniture import is_masthead
from synoptic.read.printed import find_dates
from synoptic.text.agencies import is_agency

_PARTICLE = "de|da|di|la|le|van|von|der|den|el|al|bin|ben|du|dos|y|e"
_NAME_WORD = rf"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’.-]*|{_PARTICLE})"
_NAME = (
    r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’.-]*"
    rf"(?:\s+{_NAME_WORD}){{0,3}}\s+[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’.-]*"
)
_AND = r"(?:,|\band\b|\bAND\b|&|\bund\b|\bet\b|\by\b|\be\b)"
_NAMES = rf"{_NAME}(?:\s*{_AND}\s*{_NAME}){{0,5}}"
_BY = re.compile(
    r"(?:(?:written|reported|story|analysis|opinion|commentary|article|post)\s+)?"
    r"(?:by|von|par|por|di|door|av|af)\s*:?\s+(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_ROLE = (
    r"(?:staff|senior|chief|special|political|foreign|national|white house|washington|"
    r"associate|assistant|managing|contributing|opinion|military|security|diplomatic|"
    r"defen[cs]e|business|city|deputy|world|international|global|affairs|and|the|of|"
    r"for|"
    r"correspondent|reporter|editor|writer|contributors?|columnist|journalist|producer|"
    r"analyst|author|staff writer|bureau|news|desk)"
)
_ROLE_LINE = re.compile(
    rf"(?:{_ROLE}|[A-Z][\w.]+)(?:[\s,/-]+(?:{_ROLE}|[A-Z][\w.]+))*", re.IGNORECASE
)
_BARE = re.compile(_NAMES)
_LOWER_WORD = re.compile(r"\b[a-z]{3,}\b")
_NOT_NAME = re.compile(
    r"\b(?:News|Video|Photos?|Read|More|World|Politics|Home|Share|Comments?|Related|"
    r"Updated?|Posted|Published|Trending|Watch|Live|Top|Stories|Story|Sign|Follow|"
    r"Advertisement|Opinion|Business|Sports?|Content|Email|Print|Facebook|Twitter|The|"
    r"Newsletter|Subscribe|Image|Getty|Images|Press|Wires?|Trigger|Watched|Magazine|"
    r"Tweet|Connect|County|City|University|Department|Media|President|Minister)\b",
    re.IGNORECASE,
)


_MAX_BEHIND_DATE = 6  # words: a zone, "Updated", a link to follow the writer
_BEHIND_LAST = re.compile(
    r"(?:\s+(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
    r"|\s+(?:The\s+)?(?:AFP|AP|Contact Reporter|Follow)\b.*|\s*(?:Posted|Published))$"
)
_BEHIND_NAMES = re.compile(
    r"\s+[|•—–]\s*|\s*[|•]\s*|\s+(?:for|of)\s+|\s*\(|\s+@|\s*/\s*"
)
_NO_PERSON = re.compile(
    r"\b(?:CNN|ABC|CBS|NBC|BBC|NPR|USA)\b|[Ee]ditor|[Rr]eporter|[Ww]riter"
)


_AGENCY_GLUED = re.compile(
    r"\s*(?:The )?(?:Associated Press|Reuters|Agence France-Presse|Washington Post|"
    r"New York Times)(?: (?:Staff|News) Writers?)?$"
)


def is_stated_byline(text: str) -> bool:
    """Whether a line says `By NAME`, with at most a role, an outlet or a date after."""
    match = _BY.fullmatch(text.strip())
    if match is None or len(text) > 200:
        return False
    rest = _without_date(match.group("rest"))
    if not rest or is_agency(rest):
        return bool(rest)
    if not (rest[0].isupper() or rest[0] == "@") or rest.rstrip().endswith((".", "!")):
        return rest.rstrip(".").count(" ") < 4 and rest[0].isupper()
    plain = re.sub(
        r"\b(?:and|for|of|the|in|on|at|to|und|et|y|e|de|van|von)\b", " ", rest
    )
    plain = re.sub(rf"\b{_ROLE}\b", " ", plain, flags=re.IGNORECASE)
    lower = len(_LOWER_WORD.findall(plain))
    return lower <= 1 + len(rest.split()) // 8


def _without_date(words: str) -> str:
    """A byline without the date and clock that some pages print behind it."""
    dates = find_dates(words)
    if not dates:
        return words
    if len(words[dates[-1].end :].split()) > _MAX_BEHIND_DATE:
        return words
    lead = words[: dates[0].start]
    return re.sub(
        r"(?:\W|\b(?:published|posted|updated|(?:mon|tues|wednes|thurs|fri|satur|"
        r"sun)day|"
        r"(?:mon|tue|wed|thu|fri|sat|sun)\.?|at|on)\b)*$",
        "",
        lead,
        flags=re.IGNORECASE,
    )


def is_dated_byline(text: str) -> bool:
    """Whether a line gives a name, with an outlet or a role, and a date behind."""
    if len(text) > 160:
        return False
    rest = _without_date(text.strip())
    if rest == text.strip() or not rest:
        return False
    names = re.match(_NAMES, rest)
    return (
        names is not None
        and not rest.startswith("The ")
        and len(rest.split()) <= 12
        and not rest.endswith((".", ":"))
        and not _LOWER_WORD.search(re.sub(r"\b(?:and|for|of|the)\b", "", rest))
    )


def is_name_with_post(text: str) -> bool:
    """Whether a line is a name with a position or an agency glued or barred to it."""
    line = text.strip()
    if len(line) > 90:
        return False
    parts = re.split(r"\s+[|•–—-]\s+", line)
    if len(parts) == 2 and is_bare_name(parts[0]):
        return is_role_line(parts[1]) or is_agency(parts[1])
    cut = _AGENCY_GLUED.sub("", line)
    return cut != line and is_bare_name(cut)


def is_agency_byline(text: str) -> bool:
    """Whether a line is names with their paper ("Ann Lee, The Daily Post")."""
    line = text.strip().rstrip(" •|")
    match = re.fullmatch(rf"(?P<names>{_NAMES})\s*,\s*(?P<owner>[^,]{{2,40}})", line)
    if match is None or len(line) > 120:
        return False
    owner = match.group("owner")
    if re.search(r"Photo|Getty|EPA|File|Pool|Images", line) or is_role_line(owner):
        return False
    return (is_agency(owner) and len(owner) > 4) or bool(
        re.search(r"\b(?:Post|Times|News|Journal|Herald|Tribune|Press|Globe)\b", owner)
    )


def is_bare_name(text: str) -> bool:
    """Whether a line is one to six names of persons and nothing else."""
    line = text.strip().rstrip(",")
    if len(line) > 90 or is_agency(line) or _NOT_NAME.search(line):
        return False
    if is_masthead(line):
        return False
    if is_role_line(line) or re.search(r"[^\W\d_]{3}\.$", line):
        return False
    if not _BARE.fullmatch(line) or sum(c.isalpha() for c in line) < 5:
        return False
    return (
        len(line.split()) <= 4
        or re.search(r",|\b(?:and|AND|und|et)\b|&", line) is not None
    )


def is_role_line(text: str) -> bool:
    """Whether a line gives a writer's position ("National Security Correspondent")."""
    line = text.strip()
    words = line.split()
    return (
        1 < len(words) <= 8
        and _ROLE_LINE.fullmatch(line) is not None
        and re.search(
            r"correspondent|reporter|editor|writer|contributor|columnist|journalist|"
            r"producer|analyst|staff",
            line,
            re.IGNORECASE,
        )
        is not None
    )


def name_of(text: str) -> str:
    """The names that a byline gives, without what stands around them.

    An agency's own byline gives the agency's name.
    """
    line = text.strip().rstrip(",")
    match = _BY.fullmatch(line)
    rest = _without_date(match.group("rest") if match else line)
    if is_agency(rest):
        return rest.strip(" ,;:")
    rest = _BEHIND_NAMES.split(rest, maxsplit=1)[0]
    names = re.match(_NAMES, rest)
    if names is None:
        return rest.strip(" ,;:")
    found = _AGENCY_GLUED.sub("", _BEHIND_LAST.sub("", names.group()))
    parts = [p for p in re.split(r"\s*,\s*", found) if p]
    kept = parts[:1]
    for part in parts[1:]:
        if is_agency(part) or _NOT_NAME.search(part) or _NO_PERSON.search(part):
            break
        kept.append(part)
    return ", ".join(kept)
