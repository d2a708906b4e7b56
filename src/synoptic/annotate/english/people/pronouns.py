"""Whom "he", "him", "his", "she" and "her" stand for, read from top to foot."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from synoptic.annotate.english.people.lexicon import Gender, people

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from synoptic.annotate.english.people.cast import Cast, Member
    from synoptic.model import Span

_PRONOUN = re.compile(r"(?<![\w’'-])(?:he|she|his|her|him|He|She|His|Her)(?![\w-])")
_MALE = frozenset("he him his".split())
_POSSESSED = re.compile(r"[’']s?\b|[’'](?=\s)")
_GOVERNED = re.compile(
    r"\b(?:of|for|to|with|by|from|in|at|on|about|against|between|than|like|under|over|"
    r"after|before|and|via)\s+(?:(?:[\w.’'-]+)\s+){0,2}$"
)
# how strongly a name so many sentences back is still in mind
_FADING = (1.0, 0.75, 0.5, 0.35)
_ASIDE = 0.55
_LATER = 0.8
_SPEAKING = 1.3
_LEAST_MARGIN = 0.2
_SAYS = (
    "said|says|told|tells|added|adds|wrote|writes|asked|asks|replied|tweeted|argued|"
    "argues|insisted|insists|warned|warns|noted|notes|continued|explained|explains|"
    "announced|acknowledged|claimed|claims|declared|accused|called|criticized|"
    "criticised|denounced|praised|urged|defended|described|recalled|stated|testified|"
    "vowed|promised|suggested|complained|conceded|admitted|responded|reacted"
)
# straight behind the name, or behind what tells who it is
_SAYS_AFTER = re.compile(
    rf"(?:, [^“”\"\n;:.]{{2,160}},| \([^()]{{1,30}}\))?"
    rf"\s(?:also |later |has |had |then |further )*(?:{_SAYS})\b"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """Whom a pronoun stands for, and how sure that is.

    Attributes:
        ranked: All who fit, the likeliest first, each with how likely.
    """

    member: Member | None
    confidence: float
    reason: str
    ranked: tuple[tuple[float, Member], ...] = ()

    def without(self, names: Container[str]) -> Reference:
        """Whom it stands for where it is none of these: "Lee blamed him"."""
        return _likeliest([r for r in self.ranked if r[1].name not in names])


def resolve_pronouns(
    text: str,
    sentences: Sequence[Span],
    cast: Cast,
    quoted: Sequence[Span],
) -> dict[int, Reference]:
    """Offset of each "he", "him", "his", "she", "her" outside marks to its person.

    A person who is the subject of the sentence before, or of this one, is preferred;
    where two fit nearly as well the pronoun stays open.
    """
    starts = [s.start for s in sentences]
    marks = [q.start for q in quoted]

    def inside(at: int) -> bool:
        place = bisect_right(marks, at) - 1
        return place >= 0 and quoted[place].start <= at < quoted[place].end

    named: dict[int, list[tuple[int, Member, float]]] = {}
    for member in cast.people():
        for sentence, span in member.mentions:
            if not inside(span.start):
                weight = _weight(text, sentences[sentence], span)
                named.setdefault(sentence, []).append((span.start, member, weight))
    found: dict[int, Reference] = {}
    for sentence, where in enumerate(sentences):
        for match in _PRONOUN.finditer(text, where.start, where.end):
            if inside(match.start()):
                continue
            pronoun = match.group().lower()
            gender: Gender = "male" if pronoun in _MALE else "female"
            says = bool(
                _SAYS_AFTER.match(text, match.end())
                or _said_before(text, match.start())
            )
            reference = _refer(named, sentence, match.start(), gender, says=says)
            found[match.start()] = reference
            if reference.member is not None and pronoun in ("he", "she"):
                entry = (match.start(), reference.member, reference.confidence)
                named.setdefault(bisect_right(starts, match.start()) - 1, []).append(
                    entry
                )
    return found


def _weight(text: str, sentence: Span, mention: Span) -> float:
    """How much a name is spoken of: most as one who says, least where governed."""
    if _POSSESSED.match(text, mention.end):
        return _ASIDE
    before = text[max(sentence.start, mention.start - 40) : mention.start]
    if _SAYS_AFTER.match(text, mention.end):
        return _SPEAKING
    if _said_before(text, mention.start):
        return _SPEAKING
    return _ASIDE if _GOVERNED.search(before) else 1.0


def _said_before(text: str, at: int) -> bool:
    """Whether a verb of saying stands straight before."""
    before = text[max(0, at - 12) : at].rstrip()
    return before.endswith((" said", " says", " added", " asked"))


def _refer(
    named: dict[int, list[tuple[int, Member, float]]],
    sentence: int,
    at: int,
    gender: Gender,
    *,
    says: bool,
) -> Reference:
    """Whom a pronoun stands for: one who spoke before where it speaks again."""
    scores: dict[int, tuple[float, Member]] = {}
    for back, fading in enumerate(_FADING):
        mentions = [m for m in named.get(sentence - back, ()) if m[0] < at]
        seen = 0
        for _, member, given in sorted(mentions, key=lambda m: m[0]):
            if not _fits(member, gender):
                continue
            weight = given if says else min(given, 1.0)
            first = seen == 0 or weight >= _SPEAKING
            score = fading * weight * (1.0 if first else _LATER)
            score *= 1.0 if _known(member) == gender else 0.85
            seen += weight >= 1.0
            if score > scores.get(id(member), (0.0, member))[0]:
                scores[id(member)] = (score, member)
    return _likeliest(sorted(scores.values(), key=lambda s: (-s[0], s[1].name)))


def _likeliest(ranked: Sequence[tuple[float, Member]]) -> Reference:
    """The first of several, unless the next is nearly as likely."""
    every = tuple(ranked)
    if not ranked:
        return Reference(None, 0.0, "no person who fits is named nearby")
    best = ranked[0][0]
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    if best - second < _LEAST_MARGIN * best and second:
        return Reference(None, 0.0, "two people who fit are named nearby", every)
    sure = max(0.55, min(0.88, 0.55 + 0.4 * (best - second)))
    return Reference(ranked[0][1], round(sure, 2), "the person last spoken of", every)


def _known(member: Member) -> Gender | None:
    return member.gender or people().gender.get(member.name.split()[0].lower())


def _fits(member: Member, gender: Gender) -> bool:
    return _known(member) in (None, gender)
