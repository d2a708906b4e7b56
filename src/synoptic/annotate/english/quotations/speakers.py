"""Who speaks: the name behind the words beside a cue, or nobody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from synoptic.annotate.english.people.cast import marks_among, roles_among
from synoptic.annotate.english.people.lexicon import people
from synoptic.model import Span, Speaker
from synoptic.text.places import countries

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from synoptic.annotate.english.people.cast import Cast, Member
    from synoptic.annotate.english.people.pronouns import Reference

_GOVERNOR = re.compile(
    r"\b(?:for|of|to|with|by|from|in|at|on|near|about|under|including|against)\s+"
    r"(?:the\s+)?(?:(?:former|then|late|ex|outgoing|acting|current)\s+)?"
    r"(?:[A-Z][\w.’'-]*\s+){0,3}$"
)
# between a person and "who": an age, a party, where somebody is from
_DESCRIBED = re.compile(
    r"[\s,\xa0–—]*(?:\(?[A-Z]-?[\w.]*\)?)?[\s,]*(?:\d{1,3})?[\s,]*"
    r"(?:(?:of|from|in|at|with)\s+(?:the\s+)?)?[\s,.)–—]*"
)
_HEAD_AFTER = re.compile(
    r"\s*(?:[,(;:–—]|(?:of|who|at|in|on|from|with|during|earlier|later)\b|$)"
)
_OWNED = re.compile(r"[’']s?(?!\w)")
_WORD = re.compile(r"[^\W_][\w’'.-]*")
_INDEFINITE = re.compile(
    r"(?:an?|one|two|three|four|five|six|several|some|many|most|few|other|another|"
    r"both|all|critics|officials|people|sources|experts|analysts|residents)\b",
    re.IGNORECASE,
)
_THE_BODY = 2  # words of "the department"
_LEADERS_ALIKE = frozenset({"leader"})


class Speakers:
    """Names the speakers of one report."""

    def __init__(
        self, text: str, cast: Cast, pronouns: Mapping[int, Reference]
    ) -> None:
        self._text = text
        self._cast = cast
        self._pronouns = pronouns
        self._named = sorted(cast.of_name.items(), key=lambda n: n[0])

    def speaker(self, span: Span | None, sentence: int) -> Speaker:
        """The speaker of a quotation, from the words beside its cue.

        Args:
            span: Those words; None: none are there.
            sentence: The sentence they stand in.
        """
        if span is None:
            return Speaker(None, None, 0.0, "no speaker is written")
        words = self._text[span.start : span.end]
        low = words.lower()
        if low in ("he", "she", "his", "her", "him"):
            reference = self._pronouns.get(span.start)
            if reference is None or reference.member is None:
                reason = reference.reason if reference else "not resolved"
                return Speaker(span, None, 0.0, reason)
            name = reference.member.name
            return Speaker(span, name, reference.confidence, reference.reason)
        if low in ("who", "which", "that"):
            return self._relative(span)
        if low in ("i", "we", "they", "it", "you", "one"):
            return Speaker(span, None, 0.0, "a pronoun that may be anybody")
        if words.isupper() and len(words) > 3:
            return self._label(span, words)
        return self._phrase(span, sentence)

    def other(self, span: Span, names: Container[str]) -> Speaker | None:
        """Whom a pronoun stands for where it is none of these."""
        reference = self._pronouns.get(span.start)
        found = None if reference is None else reference.without(names)
        if found is None or found.member is None:
            return None
        return Speaker(span, found.member.name, found.confidence, found.reason)

    def _label(self, span: Span, words: str) -> Speaker:
        """A transcript's label in capitals."""
        bearing = [
            m
            for m in self._cast.people()
            if m.name.upper() == words or m.name.upper().split()[-1] == words
        ]
        if len(bearing) == 1:
            return Speaker(span, bearing[0].name, 0.95, "named by a label")
        if " " in words and not bearing:
            return Speaker(span, words.title(), 0.8, "named by a label")
        return Speaker(span, None, 0.0, "a label that is no known name")

    def _relative(self, span: Span) -> Speaker:
        """The name before "who"; a place is where somebody is from."""
        gap, end = "", span.start
        who = self._text[span.start : span.end].lower() == "who"
        for mention, member in reversed(self._named):
            if mention.end > span.start:
                continue
            gap = self._text[mention.end : end] + gap
            if not (_DESCRIBED.fullmatch(gap) if who else not gap.strip(" ,\xa0–—")):
                break
            if not who or member.kind == "person":
                return Speaker(span, member.name, 0.9, "the name just before")
            end = mention.start
        return Speaker(span, None, 0.0, "not named")

    def _phrase(self, span: Span, sentence: int) -> Speaker:
        text = self._text
        inside = [(s, m) for s, m in self._named if s.within(span)]
        heads = [
            (s, m)
            for s, m in inside
            if not _OWNED.match(text, s.end, span.end)
            and not _is_governed(text[span.start : s.start])
            and _HEAD_AFTER.match(text[s.end : span.end])
        ]
        persons = [(s, m) for s, m in heads if m.kind == "person"]
        if persons:
            first = persons[0]
            if any(
                re.fullmatch(r"[\s\w.,]*\band\b[\s\w.]*", text[first[0].end : s.start])
                for s, _ in persons[1:]
            ):
                return Speaker(span, None, 0.0, "more than one person")
            return Speaker(span, first[1].name, 0.97, "named beside the cue")
        if " and " in text[span.start : span.end] and len(inside) > 1:
            return Speaker(span, None, 0.0, "more than one speaker")
        for where, member in heads:
            lead = text[span.start : where.start].lower().strip()
            if lead in ("", "the", "even", "in") and member.kind in (
                "organisation",
                "place",
            ):
                return Speaker(span, member.name, 0.9, "named beside the cue")
        return self._role(span, sentence)

    def _role(self, span: Span, sentence: int) -> Speaker:
        """The one person who was given the role: "the Russian president"."""
        # "the mayor, a supporter of Lee": the mayor
        comma = self._text.find(",", *span)
        end = comma if comma > 0 else span.end
        words = [w.group() for w in _WORD.finditer(self._text, span.start, end)]
        lows = [w.lower().rstrip(".") for w in words]
        if not lows or _INDEFINITE.match(self._text, span.start):
            return Speaker(span, None, 0.0, "not named")
        lexicon = people()
        if lows[0] != "the" or lows[-1] not in lexicon.roles:
            return self._body(span, words)
        role = roles_among(lows)[-1]
        marks = marks_among(words[1:-1])
        fitting = [m for m in self._cast.people() if self._has(m, role, marks)]
        if len(fitting) > 1:
            near = [
                m for m in fitting if any(0 <= sentence - s <= 2 for s, _ in m.mentions)
            ]
            fitting = near if len(near) == 1 else fitting
        if len(fitting) != 1:
            reason = "nobody here has that role" if not fitting else "several have it"
            return Speaker(span, None, 0.0, reason)
        sure = 0.9 if marks else 0.75
        return Speaker(span, fitting[0].name, sure, "the one who has that role")

    def _body(self, span: Span, words: Sequence[str]) -> Speaker:
        """The one body whose name ends like the phrase: "the department"."""
        if len(words) != _THE_BODY or words[0].lower() != "the":
            return Speaker(span, None, 0.0, "not named")
        kind = words[1].lower()
        called = [
            (where, member)
            for where, member in self._named
            if member.kind == "organisation"
            and where.start < span.start
            and _kind_of(member.name) == kind
        ]
        if not called or len({m.name for _, m in called}) > 1:
            return Speaker(span, None, 0.0, "not named")
        between = self._text[called[-1][0].end : span.start]
        if re.search(rf"\b(?:an?|another|one) (?:[\w’'-]+ ){{0,3}}{kind}\b", between):
            return Speaker(span, None, 0.0, "another one is spoken of")
        return Speaker(span, called[0][1].name, 0.75, "the one of that kind")

    def _has(self, member: Member, role: str, marks: set[str]) -> bool:
        lexicon = people()
        roles = lexicon.leaders - _LEADERS_ALIKE if role in _LEADERS_ALIKE else {role}
        given = [m for r, m in member.roles.items() if r in roles | {role}]
        if not marks and role in lexicon.leaders:
            # "the president" alone is a country's, not a company's
            states = set(countries().values())
            return any(g - lexicon.modifiers <= states for g in given)
        return any(marks <= g for g in given)


def _kind_of(name: str) -> str:
    """What kind of body a name says it is: "department" of "Department of Harbours"."""
    words = re.split(r" (?:of|for|on) ", name)[0].split()
    return words[-1].lower() if len(name.split()) > 1 else ""


def _is_governed(before: str) -> bool:
    """Whether a name hangs on what stands before: "an aide to President Lee".

    In "the supervisor of elections Ann Lee" it does not: that is her office.
    """
    found = _GOVERNOR.search(before)
    if found is None:
        return False
    words = found.group().split()
    last = words[-1].lower().rstrip(".")
    lexicon = people()
    titled = lexicon.roles | lexicon.titles | lexicon.modifiers
    office = words[0] == "of" and len(words) > 1 and words[-1][0].isupper()
    return not office or last in titled
