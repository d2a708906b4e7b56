"""Who an actor is across the reports of a story."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from synoptic.collate.positions.bearers import Bearers
from synoptic.text.places import countries, places, seats
from synoptic.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from synoptic.collate.entities import Entities
    from synoptic.model import Annotations, Report, Speaker, Statement

_PRONOUNS = frozenset(
    "he she it they we i who whom which that this us them him her you those these one "
    "all both each any none neither".split()
)
_OF_WHOM = re.compile(r"\bof (?:whom|which|them|us)$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


class Actor(NamedTuple):
    """Name, key to join by, and id among the entities of whoever holds a position."""

    name: str
    key: str
    entity: str | None


class Actors:
    """Names the actors of a story."""

    def __init__(
        self,
        reports: Sequence[Report],
        annotations: Sequence[Annotations],
        entities: Entities,
    ) -> None:
        self._entities = entities
        self._bearers = Bearers(reports, annotations, entities)

    def of(self, report: Report, speaker: Speaker) -> Actor | None:
        """Who it is; unnamed ones go by their words. None: nobody who can be told."""
        entities = self._entities
        named = (report.id, speaker.entity or "") in entities.by_name
        if speaker.span is not None and not named:
            bearer = self._bearers.of(report.quote(speaker.span))
            if bearer is not None:
                return Actor(entities.names[bearer], f"entity:{bearer}", bearer)
        if speaker.entity is not None:
            name = entities.name(report.id, speaker.entity) or speaker.entity
            entity = entities.by_name.get((report.id, speaker.entity))
            if _is_capital(name):
                # it speaks for its country, and goes by its own name
                country = places()[name]
                known = next(
                    (i for i, n in entities.names.items() if n == country), None
                )
                return Actor(name, f"entity:{known or country}", known)
            return Actor(name, f"entity:{entity or bare(name)}", entity)
        if speaker.span is None:
            return None
        words = _ARTICLE.sub("", " ".join(report.quote(speaker.span).split()))
        if words.casefold() in _PRONOUNS or _OF_WHOM.search(words):
            return None
        return Actor(words, f"words:{bare(words)}", None)

    def principal(self, report: Report, statement: Statement) -> str | None:
        """Whom the actor of a statement speaks for."""
        name = statement.speaks_for
        return self._entities.name(report.id, name) or name


def names_of(actors: Iterable[Actor]) -> dict[str, str]:
    """What each actor is called in the reports; a country before its capital."""
    printed: dict[str, Counter[str]] = {}
    for one in actors:
        printed.setdefault(one.key, Counter())[one.name] += 1
    return {
        key: min(names, key=lambda n: (_is_capital(n), -names[n], n))
        for key, names in printed.items()
    }


def _is_capital(name: str) -> bool:
    return name in places() and name not in countries() and name not in seats()


def bare(name: str) -> str:
    """A name to be compared: "The Dockers’ Co-operative", without mark and article."""
    return " ".join(tokenize(_ARTICLE.sub("", name)).norm)
