"""Who owns which outlets and which agencies they buy from: a table."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from synoptic.errors import NotReadable, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Owners:
    """What is known about outlets.

    Attributes:
        owner: Owner by name of outlet, folded.
        buys: Agencies by name of outlet, folded.
    """

    owner: Mapping[str, str]
    buys: Mapping[str, frozenset[str]]

    def owner_of(self, outlet: str | None) -> str | None:
        """The owner of an outlet; None where the table has none."""
        return self.owner.get(_fold(outlet)) if outlet else None

    def buys_of(self, outlet: str | None) -> frozenset[str]:
        """The agencies that an outlet is known to buy from."""
        return self.buys.get(_fold(outlet), frozenset()) if outlet else frozenset()

    def with_one_owner(self, one: str, other: str) -> Owners:
        """The table with two outlets under one owner; the first's name for it wins."""
        name = self.owner_of(one) or self.owner_of(other) or "one owner"
        return Owners({**self.owner, _fold(one): name, _fold(other): name}, self.buys)

    def with_buying(self, outlet: str, agency: str) -> Owners:
        """The table with one outlet known to buy from one more agency."""
        known = self.buys_of(outlet) | {agency}
        return Owners(self.owner, {**self.buys, _fold(outlet): known})


@lru_cache(maxsize=8)
def load_owners(path: str | None = None) -> Owners:
    """The table shipped, with what a user's own file names put in its place.

    Args:
        path: A TOML file with `[[owner]]` (name, outlets) and `[[buyer]]` (outlet,
            buys); None: the shipped table alone.

    Raises:
        NotReadable: The file cannot be opened.
        UsageError: It is not in that format.
    """
    source = files("synoptic.text").joinpath("data", "owners.toml")
    owner, buys = _rows(
        tomllib.loads(source.read_text(encoding="utf-8")), "owners.toml"
    )
    if path is not None:
        try:
            text = Path(path).read_text(encoding="utf-8")
        except OSError as err:
            raise NotReadable(path, "cannot be opened. Is the name right?") from err
        try:
            table = tomllib.loads(text)
        except ValueError as err:
            raise UsageError(f"{path} is no TOML table of owners ({err})") from err
        own, bought = _rows(table, path)
        owner |= own
        buys |= bought
    return Owners(owner, buys)


def _rows(
    table: Mapping[str, Any], path: str
) -> tuple[dict[str, str], dict[str, frozenset[str]]]:
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
    except (KeyError, TypeError, AttributeError) as err:
        raise UsageError(
            f"{path}: each [[owner]] needs name and outlets, each [[buyer]] outlet and "
            f"buys ({err!r})"
        ) from err
    return owner, buys


def _fold(outlet: str) -> str:
    return " ".join(outlet.casefold().removeprefix("www.").split())
