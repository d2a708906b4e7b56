"""One entity for a person, body or place across the reports of a story."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from synoptic.collate.entities.spelling import fold_name, same_first_name
from synoptic.model import Entity
from synoptic.text.places import countries
from synoptic.text.tokens import normal_form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.model import Annotations, NameKind, Report

__all__ = ["Entities", "find_entities", "with_entities"]

_MAIN = 8
_WHOLE_NAME = 3
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})


@dataclass(frozen=True, slots=True)
class Entities:
    """The entities of a story and the names that stand for them.

    Attributes:
        entities: Most mentioned first; ties by name.
        by_name: (report id, a name as the report's annotations give it) to entity id.
        names: Entity id to the story's name.
    """

    entities: tuple[Entity, ...]
    by_name: dict[tuple[str, str], str]
    names: dict[str, str]

    def name(self, report: str, name: str | None) -> str | None:
        """The story's name for what one report's annotations call by a name."""
        key = self.by_name.get((report, name)) if name is not None else None
        return name if key is None else self.names[key]


@dataclass(slots=True)
class _Group:
    kind: NameKind
    names: Counter[str] = field(default_factory=Counter)
    aliases: Counter[str] = field(default_factory=Counter)
    keys: set[tuple[str, str]] = field(default_factory=set)


def find_entities(
    reports: Sequence[Report], annotations: Sequence[Annotations]
) -> Entities:
    """Bring together what the reports' annotations call by different names.

    Full names of persons are one when their last names are spellings of one name and
    their first names can be: Bill and Hillary Clinton stay two. A last name alone
    goes to the one person of the story who bears it; where two do, to the one who is
    named many times as often, else to nobody. "Hanna V. Orrel Jr.", with the initial
    of a formal style, is the Hanna Orrel of other reports unless one names both. A
    last name that one report's annotations take for a body's is the person's, unless a
    report that names the person has such a body, too. The result does not depend on
    the order of the reports.
    """
    called: dict[tuple[str, NameKind], list[tuple[str, int, Counter[str]]]] = {}
    for report, notes in zip(reports, annotations, strict=True):
        seen: dict[tuple[str, NameKind], Counter[str]] = {}
        for name in notes.names or ():
            if name.entity is not None and name.kind != "other":
                form = " ".join(report.quote(name.span).split())
                seen.setdefault((name.entity, name.kind), Counter())[form] += 1
        for key, forms in seen.items():
            called.setdefault(key, []).append((report.id, sum(forms.values()), forms))
    groups: list[_Group] = []
    namesakes = _namesakes(annotations)
    whole = sorted(k for k in called if k[1] == "person" and " " in k[0])
    rest = sorted(k for k in called if k not in set(whole))
    for called_so, kind in [*whole, *rest]:
        group = _group_for(called_so, kind, groups, namesakes)
        if group is None and kind == "organisation" and " " not in called_so:
            reports_so = {report for report, *_ in called[called_so, kind]}
            group = _bearer(called_so, reports_so, groups)
        if group is None:
            group = _Group(kind)
            groups.append(group)
        for report_id, count, forms in called[called_so, kind]:
            group.names[called_so] += count
            group.aliases.update(forms)
            group.keys.add((report_id, called_so))
    return _numbered(groups)


def _namesakes(annotations: Sequence[Annotations]) -> frozenset[str]:
    """The last names that a report gives to one person with "Jr." and one without."""
    found = set()
    for notes in annotations:
        endings: dict[str, set[str]] = {}
        for name in {n.entity for n in notes.names or () if n.kind == "person"}:
            words = _words(name or "")
            if len(words) > 1:
                endings.setdefault(fold_name(words[-1]), set()).add(_ending(name or ""))
        found |= {last for last, told in endings.items() if len(told) > 1}
    return frozenset(found)


def _group_for(
    name: str, kind: NameKind, groups: Sequence[_Group], namesakes: frozenset[str]
) -> _Group | None:
    fitting = [
        g
        for g in groups
        if g.kind == kind
        and any(
            _same(name, n, kind) and not _told_apart(name, n, namesakes)
            for n in g.names
        )
    ]
    if len(fitting) > 1:
        # a story's main figure goes by the last name, others who bear it do not
        ranked = sorted(fitting, key=lambda g: -sum(g.names.values()))
        first, second = (sum(g.names.values()) for g in ranked[:2])
        return ranked[0] if first >= _MAIN * second else None
    return fitting[0] if fitting else None


def _bearer(name: str, reports: set[str], groups: Sequence[_Group]) -> _Group | None:
    """The person whose last name a single word is, named by no report that has it."""
    fitting = [
        g
        for g in groups
        if g.kind == "person"
        and any(" " in n and _same(name, n, "person") for n in g.names)
    ]
    known = {report for g in fitting for report, _ in g.keys}
    return fitting[0] if len(fitting) == 1 and not known & reports else None


def _same(a: str, b: str, kind: NameKind) -> bool:
    if kind != "person":
        a, b = (_undotted(name.removeprefix("The ")) for name in (a, b))
        return normal_form(countries().get(a, a)) == normal_form(countries().get(b, b))
    words_a, words_b = _words(a), _words(b)
    if not words_a or not words_b or fold_name(words_a[-1]) != fold_name(words_b[-1]):
        return False
    if len(words_a) == 1 or len(words_b) == 1:
        return True
    middle_a, middle_b = _middle(words_a), _middle(words_b)
    if middle_a and middle_b and middle_a != middle_b:
        return False  # George W. and George H. W.
    given_a, given_b = words_a[:-1], words_b[:-1]
    # "Mark Felt" is "W. Mark Felt", "comedian" before a name is no first name
    beside = set(map(fold_name, given_a)) & set(map(fold_name, given_b))
    return same_first_name(words_a[0], words_b[0]) or any(
        len(name) >= _WHOLE_NAME for name in beside
    )


def _undotted(name: str) -> str:
    """A name with its initials closed up: the F.B.I. is the FBI."""
    return _INITIALS.sub(lambda found: found.group().replace(".", ""), name)


def _told_apart(a: str, b: str, namesakes: frozenset[str]) -> bool:
    """Whether "Jr." makes two persons of two full names."""
    words_a, words_b = _words(a), _words(b)
    endings = _ending(a), _ending(b)
    if endings[0] == endings[1] or len(words_a) == 1 or len(words_b) == 1:
        return False
    formal = _middle(words_a if endings[0] else words_b)
    return all(endings) or not formal or fold_name(words_a[-1]) in namesakes


def _middle(words: Sequence[str]) -> str:
    """The initials between first and last name, in capitals."""
    between = "".join(words[1:-1])
    return "".join(c for c in between if c.isalpha()) if between.isupper() else ""


def _words(name: str) -> list[str]:
    return [w for w in name.split() if w.rstrip(".").casefold() not in _SUFFIXES]


def _ending(name: str) -> str:
    last = name.rsplit(maxsplit=1)[-1].rstrip(".").casefold()
    return last if last in _SUFFIXES else ""


def _numbered(groups: Sequence[_Group]) -> Entities:
    entities: list[tuple[int, Entity]] = []
    by_name: dict[tuple[str, str], str] = {}
    for group in groups:
        # the fullest name; of those the most printed
        name = min(
            group.names, key=lambda n: (" " not in n, -group.names[n], len(n), n)
        )
        key = hashlib.blake2b(f"{group.kind}\x1f{name}".encode(), digest_size=8)
        aliases = sorted(a for a in {*group.aliases, *group.names} if a != name)
        entity = Entity(key.hexdigest(), name, group.kind, tuple(aliases))
        entities.append((sum(group.names.values()), entity))
        for place in group.keys:
            by_name[place] = entity.id
    entities.sort(key=lambda e: (-e[0], e[1].name, e[1].kind))
    kept = tuple(e for _, e in entities)
    return Entities(kept, by_name, {e.id: e.name for e in kept})


def with_entities(annotations: Annotations, entities: Entities) -> Annotations:
    """The annotations with entity ids at names and the story's names at speakers."""
    report = annotations.report
    names = annotations.names
    if names is not None:
        names = tuple(
            replace(n, entity=entities.by_name.get((report, n.entity or "")))
            for n in names
        )
    quotations = annotations.quotations
    if quotations is not None:
        quotations = tuple(
            replace(
                q,
                speaker=replace(
                    q.speaker, entity=entities.name(report, q.speaker.entity)
                ),
            )
            for q in quotations
        )
    return replace(annotations, names=names, quotations=quotations)
