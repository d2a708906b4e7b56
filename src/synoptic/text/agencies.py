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
    table = _table()
    found: dict[str, None] = {}
    for form, name in table.unspaced.items():
        if form in credit:
            found[name] = None
    words = [_bare(word) for word in _WORD.findall(credit)]
    at = 0
    while at < len(words):
        for n_words in range(min(table.longest, len(words) - at), 0, -1):
            agency = table.look_up(" ".join(words[at : at + n_words]), marks=marks)
            if agency is not None:
                found.setdefault(agency)
                at += n_words
                break
        else:
            at += 1
    return tuple(found)


def is_agency(name: str) -> bool:
    """Whether the whole of a name is an agency's, "the" before it or not."""
    words = [_bare(word) for word in _WORD.findall(name)]
    if words and words[0].casefold() == "the" and len(words) > 1:
        words = words[1:]
    table = _table()
    if not 1 <= len(words) <= table.longest or not _PLAIN.fullmatch(name):
        return False
    return table.look_up(" ".join(words), marks=True) is not None


_WORD = re.compile(r"[^\s/,;:()\[\]|&+–—•·\"“”-]+")
_PLAIN = re.compile(r"[\s.,;:()\[\]]*[\w.’' -]+[\s.,;:()\[\]]*")


def _bare(word: str) -> str:
    return re.sub(r"['’]s$", "", word.rstrip("."))


@dataclass(frozen=True, slots=True)
class _Table:
    names: dict[str, str]  # folded forms that are safe in any case
    marks: dict[str, str]  # short forms, as written
    unspaced: dict[str, str]  # forms of scripts that put no space between words
    longest: int  # words

    def look_up(self, words: str, *, marks: bool) -> str | None:
        name = self.names.get(words.casefold())
        return self.marks.get(words) if name is None and marks else name


@cache
def _table() -> _Table:
    names: dict[str, str] = {}
    short: dict[str, str] = {}
    unspaced: dict[str, str] = {}
    for agency in agencies():
        for form in agency.marks:
            short.setdefault(_spaced(form), agency.name)
        for form in (agency.name, *agency.aliases):
            if any("\u3000" <= c <= "\u9fff" for c in form):
                unspaced.setdefault(form, agency.name)
            elif form not in agency.marks:
                names.setdefault(_spaced(form).casefold(), agency.name)
    longest = max(len(form.split()) for form in (*names, *short))
    return _Table(names, short, unspaced, longest)


def _spaced(form: str) -> str:
    return " ".join(_bare(word) for word in _WORD.findall(form))
