"""The news agencies of the world, and the forms their names take in credits."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Agency:
    """One news agency.

    Attributes:
        name: Its canonical name, as reports and results carry it.
        aliases: Other names, safe in any case and place ("Associated Press").
        marks: Short forms that mean the agency only where a credit can stand
            ("AP", "dpa"); matched case and all.
        country: ISO 3166-1 alpha-2 of its seat.
    """

    name: str
    aliases: tuple[str, ...]
    marks: tuple[str, ...]
    country: str


@cache
def agencies() -> tuple[Agency, ...]:
    """All agencies known, in the order of the table."""
    source = files("synoptic.text").joinpath("data", "agencies.toml")
    rows = tomllib.loads(source.read_text(encoding="utf-8"))["agency"]
    return tuple(
        Agency(
            row["name"],
            tuple(row.get("aliases", ())),
            tuple(row.get("marks", ())),
            row["country"],
        )
        for row in rows
    )


def find_agencies(credit: str, *, marks: bool = True) -> tuple[str, ...]:
    """The canonical names of the agencies that a credit names, in order, once each.

    Args:
        credit: Words that are known to be a credit, a byline or a dateline.
        marks: Whether short forms such as "AP" count.

    Example:
        >>> find_agencies("Reuters and the AP contributed to this report.")
        ('Reuters', 'AP')
    """
    found: dict[str, None] = {}
    pattern, table = _patterns(marks)
    for match in pattern.finditer(credit):
        found.setdefault(table[_key(match.group())])
    return tuple(found)


def is_agency(name: str) -> bool:
    """Whether the whole of a name is an agency's."""
    bare = re.sub(r"^the\s+", "", name.strip().strip(".,;:()[]"), flags=re.IGNORECASE)
    pattern, _ = _patterns(True)
    return bool(pattern.fullmatch(bare))


def agency_words() -> str:
    """An alternation, for use in other patterns, of all names, aliases and marks."""
    return _patterns(True)[0].pattern


def _key(words: str) -> str:
    return re.sub(r"[\s-]+", " ", words).casefold()


@cache
def _patterns(marks: bool) -> tuple[re.Pattern[str], dict[str, str]]:  # noqa: FBT001
    table: dict[str, str] = {}
    loose: list[str] = []
    exact: list[str] = []
    for agency in agencies():
        for form in (agency.name, *agency.aliases):
            if form not in agency.marks:
                table.setdefault(_key(form), agency.name)
                loose.append(form)
        if marks:
            for form in agency.marks:
                table.setdefault(_key(form), agency.name)
                exact.append(form)

    def alternation(forms: list[str]) -> str:
        ordered = sorted(set(forms), key=lambda f: (-len(f), f))
        return "|".join(re.escape(f).replace(r"\ ", r"[\s-]+") for f in ordered)

    body = rf"(?i:{alternation(loose)})"
    if exact:
        body += f"|{alternation(exact)}"
    return re.compile(rf"(?<![\w@])(?:{body})(?![\w@])"), table
