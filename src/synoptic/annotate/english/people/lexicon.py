"""Word lists about people, read once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

_HERE = "synoptic.annotate.english.people"
Gender = Literal["male", "female"]


@dataclass(frozen=True, slots=True)
class People:
    """Titles, roles and first names, in lower case.

    Attributes:
        gender: What a title, a role or a first name tells of a person's gender.
        adherents: Those of a party, a faith or a descent, in the singular.
        parties: Letter behind a lawmaker's name to who he or she is by it.
        states: Short form of a state to its name.
    """

    titles: frozenset[str]
    roles: frozenset[str]
    leaders: frozenset[str]
    modifiers: frozenset[str]
    gender: dict[str, Gender]
    first_names: frozenset[str]
    adherents: frozenset[str]
    parties: dict[str, str]
    states: dict[str, str]


@cache
def people() -> People:
    """The lists of `people.toml`."""
    raw = tomllib.loads(files(_HERE).joinpath("people.toml").read_text("utf-8"))
    gender: dict[str, Gender] = {}
    names = raw["first_names"]
    for word in names["male"].split():
        gender[word] = "male"
    for word in names["female"].split():
        # a name that both bear tells nothing
        if gender.pop(word, None) is None:
            gender[word] = "female"
    for word in raw["male"].split():
        gender[word] = "male"
    for word in raw["female"].split():
        gender[word] = "female"
    return People(
        titles=frozenset(raw["titles"].split()),
        roles=frozenset(raw["roles"].split()),
        leaders=frozenset(raw["leaders"].split()),
        modifiers=frozenset(raw["modifiers"].split()),
        gender=gender,
        first_names=frozenset((names["male"] + names["female"]).split()),
        adherents=frozenset(raw["adherents"].split()),
        parties=raw["parties"],
        states=raw["states"],
    )
