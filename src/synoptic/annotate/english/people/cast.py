"""The cast of a report: its people, what each is called, and their roles."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from synoptic.annotate.english.people.lexicon import Gender, people
from synoptic.text.places import countries, demonyms, places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.annotate.english.people.names import Named
    from synoptic.model import NameKind, Report, Span

_WORD = re.compile(r"[^\W_][\w’'.-]*")
_POSSESSIVE = re.compile(r"[’']s?$")
_AFTER = re.compile(
    r",? (?:who is |who was |was |is |as )?(?:(?:the|a|an|his|her|its|their) )?"
    r"((?:[^\s,.;:“”\"]+ ){0,7}[^\s,.;:“”\"]+)(?=[\s,.;:“”\"])"
)
_OF = re.compile(r" (?:of|for|to|at) (?:the )?((?:[A-Z][\w.’'-]* ?){1,3})")
_PARTY = re.compile(r"(?: \(|, )([A-Z])-((?:[A-Z][\w.]*(?: (?=[A-Z]))?){1,3})")
_FROM = re.compile(r" of ((?:[A-Z][a-z]+ ?){1,2})")
_HYPHEN = re.compile(r"\b(ex|vice|then|former|deputy)-", re.IGNORECASE)
_HALF_BEFORE = re.compile(
    r"\b(vice|deputy|former|ex|then)\b (?:[\w.-]+ ){0,3}$", re.IGNORECASE
)
_HALF = ("vice", "deputy", "former", "ex", "then", "assistant", "acting")
_IN_FULL = {"sen": "senator", "rep": "representative", "gov": "governor"}
_LAWMAKERS = frozenset("senator representative congressman congresswoman".split())
_OFFICES = frozenset(
    "governor mayor senator president minister chancellor premier secretary ambassador "
    "judge king queen".split()
)
_NO_APPOSITION = frozenset(
    "who whom whose which that when where while after before because if but said says "
    "told has had is was were are will would could".split()
)
_ENDINGS = frozenset({"jr", "sr"})
# "his uncle, Tarvo Reed": what he is stands before the comma
_KIN = re.compile(r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he|[\w]+[’']s) (?:\w+ )?(\w+), $")
_TITLED = re.compile(r"(Mr|Mrs|Ms|Miss|Sir|Dame|Lady|Lord)\.?[ \xa0]$")


@dataclass(slots=True)
class Member:
    """One person, body or place of a report.

    Attributes:
        name: The fullest form of the name.
        roles: Role noun to the countries and capitalised words it came with; one that
            is not held, or not in full, has its word before it ("vice-president").
        mentions: Where it is named, with the sentence, in order.
    """

    name: str
    kind: NameKind
    gender: Gender | None = None
    forms: set[str] = field(default_factory=set)
    roles: dict[str, set[str]] = field(default_factory=dict)
    mentions: list[tuple[int, Span]] = field(default_factory=list)


@dataclass(slots=True)
class Cast:
    """All members of a report, and who each name stands for."""

    members: list[Member]
    of_name: dict[Span, Member]

    def people(self) -> list[Member]:
        """The persons among the members."""
        return [m for m in self.members if m.kind == "person"]


def make_cast(
    report: Report, sentences: Sequence[Span], names: Sequence[Named]
) -> Cast:
    """Say who each name of a report stands for."""
    text = report.text
    starts = [s.start for s in sentences]
    whole: dict[str, Member] = {}
    forms = [(span, text[span.start : span.end], kind) for span, kind in names]
    for _, form, kind in forms:
        name = " ".join(form.split())
        if kind == "person" and len(name.split()) == 1:
            continue
        key = name if kind != "person" else _short(name)
        if kind == "person" and name.isupper():
            name = name.title()  # a label, or a headline in capitals
        called = countries().get(name, name) if kind == "place" else name
        whole.setdefault(key, Member(called, kind))
        if kind != "person":
            continue
        if len(name) > len(whole[key].name):
            whole[key].name = name
    by_last: dict[str, list[Member]] = {}
    for member in whole.values():
        if member.kind == "person":
            by_last.setdefault(_last_name(member.name), []).append(member)
            by_first = by_last.setdefault(member.name.split()[0].lower(), [])
            if member not in by_first:
                by_first.append(member)
    of_name: dict[Span, Member] = {}
    latest: dict[str, Member] = {}
    for span, form, kind in forms:
        found = (
            whole[" ".join(form.split())]
            if kind != "person"
            else _person(text, span, whole, by_last, latest)
        )
        if found is None:
            continue
        member = found
        of_name[span] = member
        latest[_last_name(member.name)] = member
        member.forms.add(" ".join(form.split()))
        sentence = max(bisect_right(starts, span.start) - 1, 0)
        member.mentions.append((sentence, span))
        if member.kind == "person":
            _learn(text, span, member)
    members = list({id(m): m for m in of_name.values()}.values())
    return Cast(members, of_name)


def may_bear(cast: Cast, name: str, role: str) -> bool:
    """Whether somebody may bear a role: a governor is no senator."""
    return all(
        role in member.roles or _OFFICES.isdisjoint(member.roles)
        for member in cast.members
        if member.name == name
    )


def _short(name: str) -> str:
    """First and last word: middle names and initials come and go, "Jr." does not."""
    words = name.lower().replace(".", "").split()
    ending = words.pop() if words[-1] in _ENDINGS and len(words) > 1 else ""
    return f"{words[0]} {words[-1]} {ending}".strip()


def _last_name(name: str) -> str:
    words = [w for w in name.split() if w.rstrip(".").lower() not in _ENDINGS]
    return (words or name.split())[-1].lower()


def _person(
    text: str,
    span: Span,
    whole: dict[str, Member],
    by_last: dict[str, list[Member]],
    latest: dict[str, Member],
) -> Member | None:
    """The person of a name; None: two bear it and nothing tells which is meant."""
    name = " ".join(text[span.start : span.end].split())
    if len(name.split()) > 1:
        return whole[_short(name)]
    namesakes = by_last.get(name.lower(), [])
    titled = _TITLED.search(text[max(0, span.start - 6) : span.start])
    if titled:
        gender = people().gender.get(titled.group(1).lower())
        alike = [m for m in namesakes if (m.gender or _first(m)) in (gender, None)]
        namesakes = alike or namesakes
    if len(namesakes) > 1:
        recent = latest.get(name.lower())
        return recent if recent in namesakes else None
    if namesakes:
        return namesakes[0]
    return whole.setdefault(name.lower(), Member(name, "person"))


def _first(member: Member) -> Gender | None:
    return people().gender.get(member.name.split()[0].lower())


def _learn(text: str, span: Span, member: Member) -> None:
    """Take role and gender from the words around a mention."""
    lexicon = people()
    member.gender = member.gender or (_first(member) if " " in member.name else None)
    before = _HYPHEN.sub(r"\1 ", text[max(0, span.start - 90) : span.start])
    words: list[str] = []
    end = len(before)
    for match in reversed(list(_WORD.finditer(before))):
        between = before[match.end() : end]
        if between.strip(" \xa0") or len(words) > 6:
            break
        word = _POSSESSIVE.sub("", match.group())
        low = word.lower().rstrip(".")
        counts = low in lexicon.roles | lexicon.modifiers | lexicon.titles
        if not (counts or word[0].isupper()):
            break
        words.insert(0, word)
        end = match.start()
    half = _HALF_BEFORE.search(before, 0, end) if words else None
    if half:
        words.insert(0, half.group(1))
    _give(member, [*words, *_home(text, span, words, member)])
    kin = _KIN.search(before) if not words else None
    if kin:
        member.gender = member.gender or lexicon.gender.get(kin.group(1).lower())
    after = _AFTER.match(text, span.end, min(len(text), span.end + 120))
    if after and text[span.end] == ",":
        found = [_POSSESSIVE.sub("", w) for w in after.group(1).split()]
        for place, word in enumerate(found):
            if word.lower() in _NO_APPOSITION:
                break  # "Lee, who said that the president"
            if word.lower() in lexicon.roles:
                of = _OF.match(text, after.start(1) + _offset(after.group(1), place))
                _give(
                    member, [*found[: place + 1], *(of.group(1).split() if of else [])]
                )
                break


def _home(text: str, span: Span, words: Sequence[str], member: Member) -> list[str]:
    """The state of a lawmaker: "Sen. Ada Collis (R-Fla.)", "of Florida"."""
    lexicon = people()
    party = _PARTY.match(text, span.end)
    letter = party.group(1) if party else ""
    if party and letter in lexicon.parties:
        short = party.group(2).strip()
        home = (lexicon.states.get(short) or short.rstrip(".")).split()
        for role in (lexicon.parties[letter], "lawmaker"):
            _give(member, [role, *home])
        return home
    lows = {_IN_FULL.get(w.lower().rstrip("."), w.lower()) for w in words}
    place = _FROM.match(text, span.end) if lows & (_LAWMAKERS | {"governor"}) else None
    home = place.group(1).split() if place else []
    for role in lows & (lexicon.adherents & lexicon.roles):
        _give(member, [role, *home])
    return home


def _offset(words: str, place: int) -> int:
    ends = [m.end() for m in re.finditer(r"\S+", words)]
    return ends[place]


def _give(member: Member, words: Sequence[str]) -> None:
    lexicon = people()
    lows = [w.lower().rstrip(".") for w in words]
    lows = [_IN_FULL.get(low, low) for low in lows]
    for low in lows:
        told = lexicon.gender.get(low)
        if told and low not in lexicon.first_names:
            member.gender = member.gender or told
    roles = roles_among(lows)
    if not roles:
        return
    marks = marks_among(words)
    marks -= {r for r in lexicon.roles | lexicon.titles if r in marks}
    marks |= {low for low in lows if low in lexicon.modifiers}
    for role in roles:
        member.roles.setdefault(role, set()).update(marks)


def roles_among(lows: Sequence[str]) -> list[str]:
    """The roles in a run of words, one that is held in part under its own name.

    Example:
        >>> roles_among(["vice", "president"])
        ['vice-president']
    """
    half = next((low for low in lows if low in _HALF), None)
    found = []
    for low in lows:
        if low in people().roles:
            role = "prime-minister" if low == "minister" and "prime" in lows else low
            found.append(f"{half}-{role}" if half else role)
    return found


def marks_among(words: Sequence[str]) -> set[str]:
    """The countries and capitalised words that tell a role from others."""
    return {
        demonyms().get(w) or places().get(w) or w.lower()
        for w in words
        if w[:1].isupper()
    }
