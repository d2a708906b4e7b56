"""Who owns which outlets, whom they buy from, and who speaks what: a table."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from synoptic.errors import UsageError
from synoptic.text.files import toml_of

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Owners:
    """What is known about outlets.

    Attributes:
        owner: Owner by name of outlet, folded.
        buys: Agencies by name of outlet, folded.
        speaks: Language by name of speaker, folded; ISO 639-1.
    """

    owner: Mapping[str, str]
    buys: Mapping[str, frozenset[str]]
    speaks: Mapping[str, str] = field(default_factory=dict)

    def owner_of(self, outlet: str | None) -> str | None:
        """The owner of an outlet; None where the table has none."""
        return self.owner.get(_fold(outlet)) if outlet else None

    def buys_of(self, outlet: str | None) -> frozenset[str]:
        """The agencies that an outlet is known to buy from."""
        return self.buys.get(_fold(outlet), frozenset()) if outlet else frozenset()

    def language_of(self, speaker: str | None) -> str | None:
        """The language a person speaks in public; None where the table has none.

        "Holt" and "Anders Holt" are one person here.
        """
        words = set(_fold(speaker).split()) if speaker else set()
        return next(
            (
                language
                for name, language in self.speaks.items()
                if words and (words <= set(name.split()) or words >= set(name.split()))
            ),
            None,
        )

    def with_one_owner(self, one: str, other: str) -> Owners:
        """The table with two outlets under one owner; the first's name for it wins."""
        name = self.owner_of(one) or self.owner_of(other) or "one owner"
        owned = {_fold(one): name, _fold(other): name}
        return replace(self, owner={**self.owner, **owned})

    def with_buying(self, outlet: str, agency: str) -> Owners:
        """The table with one outlet known to buy from one more agency."""
        known = self.buys_of(outlet) | {agency}
        return replace(self, buys={**self.buys, _fold(outlet): known})


@lru_cache(maxsize=8)
def load_owners(path: str | None = None) -> Owners:
    """The table shipped, with what a user's own file names put in its place.

    Args:
        path: A TOML file with `[[owner]]` (name, outlets), `[[buyer]]` (outlet, buys)
            and `[[speaker]]` (name, language); None: the shipped table alone.

    Raises:
        UsageError: The file cannot be read, or is not in that format.
    """
    source = files("synoptic.text").joinpath("data", "owners.toml")
    owner, buys, speaks = _rows(
        tomllib.loads(source.read_text(encoding="utf-8")), "owners.toml"
    )
    if path is not None:
        own, bought, spoken = _rows(toml_of(path, UsageError), path)
        owner |= own
        buys |= bought
        speaks |= spoken
    return Owners(owner, buys, speaks)


def _rows(
    table: Mapping[str, Any], path: str
) -> tuple[dict[str, str], dict[str, frozenset[str]], dict[str, str]]:
    try:
        owner = {
            _fold(outlet): str(row["name"])
            for row in table.get("owner", ())
            for outlet in row["outlets"]
        }
        buys = {
            _fold(row["outlet"]): frozenset(map(str, row["buys"]))
            for row in table.get("buyer", ())
        }
        speaks = {
            _fold(row["name"]): str(row["language"]) for row in table.get("speaker", ())
        }
    except (KeyError, TypeError, AttributeError) as err:
        raise UsageError(
            f"{path}: each [[owner]] needs name and outlets, each [[buyer]] outlet and "
            f"buys, each [[speaker]] name and language ({err!r})"
        ) from err
    return owner, buys, speaks


def _fold(outlet: str) -> str:
    return " ".join(outlet.casefold().removeprefix("www.").split())
