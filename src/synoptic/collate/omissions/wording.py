"""What the reports call the same person, group, act, place or thing.

Two sources: noun phrases that stand for one another in the same place of an edited
passage, and what each report says of a person or body when it names it. Needs the
parse; without one only headlines are set side by side.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from synoptic.collate.omissions.phrases import Phrases
from synoptic.model import Evidence, Span, Wording
from synoptic.text.headlines import WIRE_MARK
from synoptic.text.rarity import bits
from synoptic.text.stems import nation_of, stem
from synoptic.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from synoptic.model import (
        Annotations,
        Edit,
        Entity,
        Link,
        Report,
        Unit,
        WordingKind,
    )

_MIN_SCORE = 0.5
_MOST_FORMS = 3  # of one report
_TELLING_BITS = 7.5
_LEAST_LETTERS = 4
_ADDRESS = frozenset("mr mrs ms miss dr sir madam".split())
_PARTIES = frozenset(
    map(stem, "democrat democratic republican independent labour conservative".split())
)
"""A party by itself says nothing of who somebody is."""
_SHORT = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "gen": "general",
    "lt": "lieutenant",
    "rev": "reverend",
    "atty": "attorney",
}
_KINDS: dict[str, WordingKind] = {
    "person": "person",
    "organisation": "group",
    "group": "group",
    "place": "place",
}


_QUOTATION = re.compile('[“”"„«»]')
_NAMES_A_THING = re.compile(
    r"(?!(?:he|she|it|they|we|you|i|this|that|there|with|after|as|in|on|at|for|from|why|"
    r"how|what|when|where|who|https?)\b)",
    re.IGNORECASE,
)
"""A headline opens with a thing or somebody; "It", "After" and "Why" are neither."""
_BEFORE_THE_REST = re.compile(r"\s[-–—]+\s+|\)\s*[-–—]*\s*")
_NO_DESCRIPTION = re.compile(
    r"^(?:his|her|its|their|our|my|your)\b|^\(|[\d@%]|^[A-Z]-|^[A-Z][a-z]{1,5}\.$|,$"
    r"|^(?:part of|whose|that|which|who)\b|^(?-i:[A-Z]\w* and [A-Z])"
    r"|\b(?:as|and|or|of|the|with|vice|co)$"
    r"|^(?:state |former |acting )?(?:senior|junior|chief|deputy|former|late|acting)$",
    re.IGNORECASE,
)


def find_wording(
    reports: Sequence[Report],
    annotations: Sequence[Annotations],
    units: Sequence[Unit],
    entities: Sequence[Entity] = (),
) -> tuple[Wording, ...]:
    """Return what is called by different words, headlines first, then by forms.

    Args:
        reports: In the order of the collation.
        annotations: One for each report, with the entities of the story.
        units: The units of the story.
        entities: Of the story; without them nobody's descriptions are compared.
    """
    story = _Story(reports, annotations)
    named = {entity.id: entity.name for entity in entities}
    slots = sorted(
        _in_slots(story, units), key=lambda w: (-len(w.forms), story.place(w))
    )
    called = sorted(_descriptions(story, named), key=lambda w: (-len(w.forms), w.thing))
    return (*_headlines(story), *slots, *called)


class _Story:
    """The reports with their parses and the names in them."""

    def __init__(
        self, reports: Sequence[Report], annotations: Sequence[Annotations]
    ) -> None:
        self.reports = {report.id: report for report in reports}
        self.known = {known.report: known for known in annotations}
        self.order = {report.id: k for k, report in enumerate(reports)}
        self.phrases = {
            known.report: Phrases(known.syntax)
            for known in annotations
            if known.syntax is not None
        }

    def words(self, report: str, span: Span) -> str:
        """The words at a span, on one line."""
        return " ".join(self.reports[report].quote(span).split())

    def place(self, wording: Wording) -> tuple[int, Span]:
        """Where its first form stands."""
        return self.order[wording.forms[0].report], wording.forms[0].span

    def entity(self, report: str, span: Span) -> str | None:
        """What a phrase names, where a name of it is known."""
        for name in self.known[report].names or ():
            if name.span.overlaps(span) and name.entity is not None:
                return name.entity
        return None

    def names_another(self, report: str, span: Span) -> bool:
        """Whether a description names somebody else, or is the name of a place.

        "Mayor Holm and Secretary" is no title of whoever is named next; in "Holm's pick
        for envoy" a name is owned, and says whose pick.
        """
        said = self.words(report, span)
        owned = "’s" in said or "'s" in said
        return any(
            name.span.overlaps(span)
            and (
                (name.kind == "person" and not owned)
                or (name.kind == "place" and span.within(name.span))
            )
            for name in self.known[report].names or ()
        )

    def cleared(self, report: str, span: Span) -> Span:
        """A description without what belongs to words before it.

        A dateline ends in a dash or bracket; the land of a town, "Elsby, Norway Mayor
        Ada Holm", stands behind a comma.
        """
        text = self.reports[report].text
        for mark in _BEFORE_THE_REST.finditer(text, *span):
            span = Span(mark.end(), span.end)
        if not text[: span.start].rstrip(" ").endswith(","):
            return span
        for name in self.known[report].names or ():
            if name.kind == "place" and name.span.start <= span.start < name.span.end:
                start = min(name.span.end, span.end)
                start += len(text[start : span.end]) - len(
                    text[start : span.end].lstrip()
                )
                return Span(start, span.end)
        return span

    def is_dated(self, report: str, span: Span) -> bool:
        """Whether a date or a number stands in a phrase."""
        known = self.known[report]
        return any(d.span.overlaps(span) for d in known.dates or ()) or any(
            f.span.overlaps(span) for f in known.figures or ()
        )


def _headlines(story: _Story) -> Iterator[Wording]:
    spans = [
        Evidence(report.id, span)
        for report in story.reports.values()
        for span in report.spans_of("headline")[:1]
    ]
    if len({e.report for e in spans}) < 2:
        return
    yield Wording("Headlines", tuple(spans), "headline")
    firsts = [
        Evidence(e.report, first)
        for e in spans
        if e.report in story.phrases and (first := _first(story, e)) is not None
    ]
    if len(firsts) > 1:
        yield Wording("What each headline puts first", tuple(firsts), "first")


def _first(story: _Story, headline: Evidence) -> Span | None:
    """What stands before the first verb, without a wire's mark; no half quotation."""
    words = story.reports[headline.report].quote(headline.span)
    if not _NAMES_A_THING.match(words):
        return None
    mark = WIRE_MARK.match(words)
    start = headline.span.start + (mark.end() if mark else 0)
    span = Span(start, headline.span.end)
    first = story.phrases[headline.report].before_the_verb(span)
    if first is None or _QUOTATION.search(story.words(headline.report, first)):
        return None
    return Span(max(first.start, start), first.end)


def _in_slots(story: _Story, units: Iterable[Unit]) -> Iterator[Wording]:
    """Noun phrases that stand for one another in edited passages, unit by unit."""
    seen: set[frozenset[frozenset[str]]] = set()
    for unit in units:
        groups: list[dict[Evidence, str]] = []
        for link in unit.links:
            if link.kind != "edited" or link.score < _MIN_SCORE:
                continue
            for edit in link.edits:
                pair = _slot(story, link, edit)
                if pair is None:
                    continue
                home = next((g for g in groups if pair.keys() & g.keys()), None)
                if home is None:
                    groups.append(pair)
                else:
                    home |= pair
        for group in groups:
            told = frozenset(_telling(words) for words in group.values())
            if told in seen:
                continue  # the same words as in a passage before
            seen.add(told)
            forms = sorted(group, key=lambda e: (story.order[e.report], e.span))
            yield Wording(group[forms[0]], tuple(forms), _kind(story, forms))


def _slot(story: _Story, link: Link, edit: Edit) -> dict[Evidence, str] | None:
    """Two noun phrases in one place that can call one thing by two names."""
    if edit.op != "replace" or edit.kind not in {"wording", "name"}:
        return None
    if edit.a is None or edit.b is None:
        return None
    sides = []
    for report, span in ((link.a, edit.a), (link.b, edit.b)):
        if report not in story.phrases or story.is_dated(report, span):
            return None
        phrase = story.phrases[report].noun_phrase(span)
        if phrase is None or _in_marks(story.reports[report], phrase):
            return None
        sides.append((report, phrase))
    (a, one), (b, other) = sides
    words_a, words_b = story.words(a, one), story.words(b, other)
    if not _differ(words_a, words_b):
        return None
    entity_a, entity_b = story.entity(a, one), story.entity(b, other)
    if edit.kind == "name" and (entity_a is None or entity_a != entity_b):
        return None  # another name in one place is another one, as a rule
    return {Evidence(a, one): words_a, Evidence(b, other): words_b}


def _in_marks(report: Report, span: Span) -> bool:
    """Whether a phrase stands inside quotation marks: those are compared elsewhere."""
    line = report.text.rfind("\n", 0, span.start) + 1
    before = report.text[line : span.start]
    opened = sum(before.count(m) for m in "“„«") - sum(before.count(m) for m in "”»")
    return opened > 0 or before.count('"') % 2 == 1


def _differ(a: str, b: str) -> bool:
    """Whether two phrases differ in a telling word, and not only in number or form."""
    left, right = _telling(a), _telling(b)
    return bool(left - right) and bool(right - left)


def _telling(words: str) -> frozenset[str]:
    norms = (_SHORT.get(norm, norm) for norm in tokenize(words).norm)
    return frozenset(
        nation_of(norm) or stem(norm)
        for norm in norms
        if bits(norm) >= _TELLING_BITS and norm not in _ADDRESS
    )


def _kind(story: _Story, forms: Sequence[Evidence]) -> WordingKind:
    for form in forms:
        for name in story.known[form.report].names or ():
            if name.span.overlaps(form.span) and name.kind in _KINDS:
                return _KINDS[name.kind]
    return "thing"


def _descriptions(story: _Story, named: Mapping[str, str]) -> Iterator[Wording]:
    """What each report says of a person beside the name."""
    found: dict[str, dict[str, dict[str, Span]]] = defaultdict(dict)
    for report, phrases in story.phrases.items():
        for name in story.known[report].names or ():
            entity = name.entity
            if entity is None or entity not in named or name.kind != "person":
                continue
            for span in phrases.descriptions(name.span):
                span = story.cleared(report, span)  # noqa: PLW2901
                words = story.words(report, span)
                if _describes(words) and not story.names_another(report, span):
                    forms = found[entity].setdefault(report, {})
                    forms.setdefault(words.casefold(), span)
    for entity, by_report in found.items():
        kept = {r: _distinct(forms) for r, forms in by_report.items()}
        if len(kept) < 2 or not _several(kept.values()):
            continue
        chosen = [
            Evidence(report, span)
            for report in sorted(kept, key=story.order.__getitem__)
            for span in sorted(kept[report].values())
        ]
        yield Wording(named[entity], tuple(chosen), "person")


def _describes(words: str) -> bool:
    """Whether words say who somebody is: no bare address, place or party mark."""
    letters = sum(map(str.isalpha, words))
    return (
        letters >= _LEAST_LETTERS
        and bool(_telling(words) - _PARTIES)
        and not _NO_DESCRIPTION.search(words)
    )


def _distinct(forms: dict[str, Span]) -> dict[str, Span]:
    """A few forms, the fullest of those that say the same."""
    chosen: dict[str, Span] = {}
    for words in sorted(forms, key=lambda w: (-len(w), w)):
        if not any(_telling(words) <= _telling(other) for other in chosen):
            chosen[words] = forms[words]
    return dict(list(chosen.items())[:_MOST_FORMS])


def _several(forms: Iterable[dict[str, Span]]) -> bool:
    """Whether two reports describe it so that each has a telling word of its own."""
    told = [frozenset().union(*map(_telling, each)) for each in forms]
    return any(a - b and b - a for k, a in enumerate(told) for b in told[:k])
