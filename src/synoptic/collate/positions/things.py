"""What statements are about, joined across the reports: one proposal for one thing.

Two phrases name one thing when the words that tell most in the shorter stand in the
longer and nothing in their heads speaks against it. Each is held against a proposal's
fullest form (the medoid), never against whatever was joined last, so that no chain of
small steps joins two things. A bare "the bill" goes to the thing last spoken of that
can be called so, in its own report.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from synoptic.model import Evidence, Proposal, part_id
from synoptic.text.rarity import bits
from synoptic.text.stems import stem
from synoptic.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.model import Annotations, Report, Span, Statement, Unit

# words for a thing whatever it is about: alone they name what was named before
_KINDS = (
    "plan proposal deal bill measure resolution law legislation agreement package idea "
    "framework move decision step rule effort version approach act compromise offer "
    "term text scheme project initiative program programme statement announcement "
    "change concept one issue matter support backing push request demand call policy "
    "draft thing document vote accord amendment order ruling option answer response "
    "remark comment"
).split()
_GENERIC = frozenset(stem(form) for word in _KINDS for form in (word, f"{word}s"))
_FAMILIES = (
    "bill measure legislation law act resolution package",
    "deal agreement accord compromise settlement framework pact",
    "plan proposal idea scheme project initiative program programme",
)
_FAMILY = {
    stem(form): number
    for number, words in enumerate(_FAMILIES)
    for word in words.split()
    for form in (word, f"{word}s")
}
_STOP = frozenset(
    "a an the this that these those any such its his her their our my of for to in on "
    "at by with from and or as it he she they which new own similar same current "
    "latest "
    "proposed pending controversial 's is be all some several many more most other "
    "another first last".split()
)
_LEAST_SHARED = 0.6
_COMMON_BITS = 6.0  # words as frequent as "day" tell no two things apart
_LEAST_PREFIX = 4
_LONGEST_NAME = 64
_A_PRINT = 14.0  # so many bits in a name are worth one more print of it
_TOP_BITS = 24.0
_OWNER = re.compile(r"(?:[Tt]he )?([^\W\d_][\w.]*(?: [A-Z][\w.]*){0,3})[’']s?\s")
_LEADING = re.compile(
    r"^(?:the|a|an|any|this|that|these|those|such|his|her|its|their|our|my|all|some|"
    r"several|many|other|another)\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Item:
    """One statement's thing.

    Attributes:
        stems: What the phrase is made of, without articles.
        head: Stem of its head.
        full: Whether it says more than what kind of thing it is, and whose.
        owner: Whose it is said to be, folded; empty: nobody's.
    """

    place: int
    report: str
    statement: Statement
    words: Span
    stems: frozenset[str]
    head: str
    full: bool
    owner: str


@dataclass(slots=True)
class _Group:
    medoid: Item
    items: list[Item] = field(default_factory=list)


def join_things(
    reports: Sequence[Report],
    annotations: Sequence[Annotations],
    units: Sequence[Unit],
) -> dict[str, Proposal]:
    """Statement id to the proposal it is about.

    The result does not depend on the order of the reports.
    """
    items = [
        item
        for place, (report, known) in enumerate(zip(reports, annotations, strict=True))
        for item in _items(place, report, known)
    ]
    groups = _around_medoids([i for i in items if i.full])
    _join_aligned(groups, units)
    _place_bare([i for i in items if not i.full], groups)
    texts = {report.id: report.text for report in reports}
    order = {report.id: place for place, report in enumerate(reports)}
    return _proposals(groups, texts, order)


def _items(place: int, report: Report, known: Annotations) -> list[Item]:
    found = []
    syntax = known.syntax
    for statement in known.statements or ():
        span = statement.stands_for or statement.object
        if span is None:
            continue
        words = tokenize(report.text[span.start : span.end]).norm
        stems = [stem(_bare(w)) for w in words if _bare(w) not in _STOP and _bare(w)]
        if not stems:
            continue
        head = stems[-1]
        if syntax is not None:
            head = _head(report.text, span, known) or head
        told = frozenset(stems)
        whose = _OWNER.match(report.text, span.start, span.end)
        owner = whose.group(1).split()[-1].casefold() if whose else ""
        found.append(
            Item(
                place,
                report.id,
                statement,
                span,
                told,
                head,
                full=not told - {stem(owner), owner} <= _GENERIC,
                owner=owner,
            )
        )
    return found


def _bare(word: str) -> str:
    return word.removesuffix("'s").replace(".", "")


def _head(text: str, span: Span, known: Annotations) -> str | None:
    """Stem of the word of a phrase that the others hang on."""
    syntax = known.syntax
    if syntax is None:
        return None
    starts = syntax.start
    first = int(bisect_left(starts, span.start))
    last = int(bisect_left(starts, span.end))
    for token in range(first, last):
        above = int(syntax.head[token])
        if not first <= above < last or above == token:
            norm = tokenize(_hyphened(text, int(starts[token]), span)).norm
            if norm and _bare(norm[-1]) not in _STOP:
                return stem(_bare(norm[-1]))
    return None


def _hyphened(text: str, start: int, span: Span) -> str:
    """The word at an offset, with what a hyphen joins to it: "cease-fire"."""
    first = start
    while first > span.start and not text[first - 1].isspace():
        first -= 1
    last = start
    while last < span.end and not text[last].isspace():
        last += 1
    return text[first:last]


def _weight(stems: frozenset[str]) -> float:
    """How much a phrase tells, in bits; words for any such thing tell little."""
    return sum(_bits(s) for s in stems)


def _bits(word: str) -> float:
    if word in _GENERIC or word.isdigit():
        return 1.0
    return max(0.5, min(bits(word), 14.0) - _COMMON_BITS)


def _around_medoids(items: Sequence[Item]) -> list[_Group]:
    """Groups, each around the phrase that is most like all the others left.

    Every member is held against that one; the order of the items changes nothing.
    """
    forms: dict[tuple[frozenset[str], str, bool], list[Item]] = {}
    for item in items:
        key = (item.stems, item.head, item.statement.undoing)
        forms.setdefault(key, []).append(item)
    ranked = sorted(forms, key=lambda k: (sorted(k[0]), k[1], k[2]))
    alike = {(a, b): likeness(forms[a][0], forms[b][0]) for a in ranked for b in ranked}
    groups: list[_Group] = []
    while ranked:
        medoid = max(
            ranked,
            key=lambda a: (
                sum(alike[a, b] * len(forms[b]) for b in ranked),
                -len(a[0]),
                sorted(a[0]),
            ),
        )
        joined = [b for b in ranked if b == medoid or alike[medoid, b] >= _LEAST_SHARED]
        members = [item for form in joined for item in forms[form]]
        groups.append(_Group(forms[medoid][0], members))
        ranked = [b for b in ranked if b not in joined]
    return groups


def likeness(a: Item, b: Item) -> float:
    """How far two phrases can name one thing: 0.0 (not) to 1.0.

    The share, in bits, of the poorer phrase that stands in the richer; nothing when
    one is the undoing of what the other is, or the head of neither stands in the other.
    """
    if a.statement.undoing != b.statement.undoing:
        return 0.0
    shared = {s for s in a.stems if _stands_in(s, b.stems)}
    told = shared - _GENERIC
    if not told:
        return 0.0
    heads = (a.head in _GENERIC or _stands_in(a.head, b.stems)) and (
        b.head in _GENERIC or _stands_in(b.head, a.stems)
    )
    if not heads and not (a.head in told or b.head in told):
        return 0.0
    poorer = min(_weight(a.stems - _GENERIC), _weight(b.stems - _GENERIC))
    share = min(1.0, _weight(frozenset(told)) / poorer) if poorer else 0.0
    # a rich phrase of which little is shared is another matter
    richer = max(_weight(a.stems - _GENERIC), _weight(b.stems - _GENERIC))
    if _weight(frozenset(told)) / richer < 0.2:
        return 0.0
    return share if heads else 0.5 * share


def _stands_in(word: str, stems: frozenset[str]) -> bool:
    """Whether a stem, or a compound that begins with it, is among the stems."""
    return word in stems or any(
        min(len(word), len(other)) >= _LEAST_PREFIX
        and word not in _GENERIC
        and other not in _GENERIC
        and (other.startswith(word) or word.startswith(other))
        for other in stems
    )


def _join_aligned(groups: list[_Group], units: Sequence[Unit]) -> None:
    """One thing where the same passage, by the same words, names it in two reports."""
    by_report: dict[str, list[tuple[_Group, Item]]] = {}
    for group in groups:
        for item in group.items:
            by_report.setdefault(item.report, []).append((group, item))
    for unit in units:
        for link in unit.links:
            for group_a, a in by_report.get(link.a, ()):
                if not any(a.statement.verb.within(s) for s in link.a_spans):
                    continue
                for group_b, b in by_report.get(link.b, ()):
                    if group_a is group_b or group_b not in groups:
                        continue
                    if not any(b.statement.verb.within(s) for s in link.b_spans):
                        continue
                    if _said_alike(a, b) or (
                        link.kind != "reworded" and _called_alike(a, b)
                    ):
                        _merge(groups, group_a, group_b, by_report)


def _said_alike(a: Item, b: Item) -> bool:
    """Whether one actor says the same of it in both."""
    names = [i.statement.actor.entity for i in (a, b)]
    if None in names or a.statement.undoing != b.statement.undoing:
        return False
    last = {str(name).split()[-1].casefold() for name in names}
    return len(last) == 1 and a.statement.stance == b.statement.stance


def _called_alike(a: Item, b: Item) -> bool:
    return a.stems == b.stems or (
        a.head == b.head and bool(a.stems & b.stems - _GENERIC)
    )


def _merge(
    groups: list[_Group],
    kept: _Group,
    gone: _Group,
    by_report: dict[str, list[tuple[_Group, Item]]],
) -> None:
    if kept not in groups:
        return
    if len(gone.items) > len(kept.items):
        kept, gone = gone, kept
    kept.items += gone.items
    groups.remove(gone)
    for report, pairs in by_report.items():
        by_report[report] = [(kept if g is gone else g, i) for g, i in pairs]


def _place_bare(items: Sequence[Item], groups: list[_Group]) -> None:
    """Give "the bill" to the thing last spoken of that can be called so."""
    heads = {id(g): {k for i in g.items for k in _kinds(i.head)} for g in groups}
    named: dict[str, list[tuple[int, _Group]]] = {}
    for group in groups:
        for item in group.items:
            named.setdefault(item.report, []).append((item.words.start, group))
    alone: dict[str, _Group] = {}
    for item in sorted(items, key=lambda i: (i.report, i.words)):
        mentions = named.setdefault(item.report, [])
        found = _meant(item, mentions, groups, heads)
        if found is None:
            key = f"{item.owner}\x1f{_kinds(item.head)[-1]}"
            if key not in alone:
                alone[key] = _Group(item)
                groups.append(alone[key])
                heads[id(alone[key])] = {*_kinds(item.head)}
            found = alone[key]
        found.items.append(item)
        mentions.append((item.words.start, found))


def _meant(
    item: Item,
    mentions: Sequence[tuple[int, _Group]],
    groups: Sequence[_Group],
    heads: dict[int, set[str]],
) -> _Group | None:
    """The thing a bare phrase means: the only one called so, or the last named."""
    before = sorted(
        (m for m in mentions if m[0] < item.words.start and _may_own(item, m[1])),
        key=lambda m: -m[0],
    )
    for kind in _kinds(item.head):
        near = [g for _, g in before if kind in heads[id(g)]]
        if near and (len({id(g) for g in near}) == 1 or near[0] is before[0][1]):
            return near[0]
        if near:
            return None
        called = [g for g in groups if kind in heads[id(g)]]
        if len(called) == 1 and _may_own(item, called[0]):
            return called[0]
    return None


def _kinds(head: str) -> tuple[str, ...]:
    """A head, and the family of words that may stand for one another."""
    family = _FAMILY.get(head)
    return (head,) if family is None else (head, f"family {family}")


def _may_own(item: Item, group: _Group) -> bool:
    """Whether "A's plan" can be the thing: not when it is called B's."""
    owned = [i.owner for i in group.items if i.owner]
    owners = set(owned) if 2 * len(owned) > len(group.items) else set()
    return not item.owner or not owners or item.owner in owners


def _proposals(
    groups: Sequence[_Group], texts: dict[str, str], order: dict[str, int]
) -> dict[str, Proposal]:
    found: dict[str, Proposal] = {}
    for group in groups:
        items = sorted(group.items, key=lambda i: (order[i.report], i.words))
        forms = tuple(dict.fromkeys(Evidence(i.report, i.words) for i in items))
        first = min(items, key=lambda i: (i.report, i.words))
        proposal = Proposal(
            id=part_id(first.report, first.words),
            name=_name(items, texts, group.medoid),
            forms=forms,
        )
        for item in items:
            found[item.statement.id] = proposal
    return found


def _name(items: Sequence[Item], texts: dict[str, str], medoid: Item) -> str:
    """The form that tells most among the short ones; a body's before a headline's."""
    called: Counter[str] = Counter()
    worth: dict[str, tuple[bool, float]] = {}
    for item in items:
        words = texts[item.report][item.words.start : item.words.end]
        form = _LEADING.sub("", " ".join(words.split())).strip(" \"“”'‘’,")
        called[form] += 1
        short = len(form) <= _LONGEST_NAME
        body = item.statement.block == "body"
        worth[form] = (
            short and body and medoid.stems - _GENERIC <= item.stems,
            min(_weight(item.stems), _TOP_BITS) / _A_PRINT,
        )
    return max(called, key=lambda f: (worth[f][0], called[f] + worth[f][1], f))
