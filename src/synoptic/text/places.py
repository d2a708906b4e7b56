"""Countries, what their people are called, their capitals and seats of government."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def places() -> dict[str, str]:
    """Every name of a country, its capital and its seats to the country's name."""
    known: dict[str, str] = {}
    for country, _, capital, seat in _rows():
        for name in (*country, *capital, *seat):
            known.setdefault(name, country[0])
    return known


@cache
def countries() -> dict[str, str]:
    """Every name of a country to the one we use: "U.S." to "United States"."""
    return {name: country[0] for country, *_ in _rows() for name in country}


@cache
def seats() -> frozenset[str]:
    """Names of bodies that speak for a country: the Kremlin, the White House."""
    return frozenset(name for *_, seat in _rows() for name in seat)


@cache
def demonyms() -> dict[str, str]:
    """Demonym ("Russian", "Russians") to the country's name."""
    known: dict[str, str] = {}
    for country, people_of, _, _ in _rows():
        for name in people_of:
            known[name] = country[0]
            if not name.endswith(("s", "h", "ese")):
                known[name + "s"] = country[0]
    return known


@cache
def _rows() -> tuple[tuple[tuple[str, ...], ...], ...]:
    table = files("synoptic.text") / "data" / "places.txt"
    rows = []
    for line in table.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            cells = [
                tuple(n.strip() for n in cell.split(",") if n.strip())
                for cell in line.split("|")
            ]
            rows.append(tuple(cells + [()] * (4 - len(cells))))
    return tuple(rows)
