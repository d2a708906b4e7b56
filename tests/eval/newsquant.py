"""Read NewsQuant, and say whether a figure of ours is the one it marks."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from typing import NamedTuple

_VALUE = re.compile(r"(-?[\d.]+(?:E[+-]?\d+)?)(?:-(-?[\d.]+))?")
# Its names for units, and ours; counted nouns compare by their last word.
_UNITS = {
    "percentage": "%",
    "dollar": "dollar",
    "people": "person",
    "kilometre per hour": "km/h",
    "mile per hour": "mph",
    "kilometre": "km",
    "metre": "m",
    "millimetre": "mm",
    "micrometre": "μm",
    "litre": "l",
    "millilitre": "ml",
    "celsius": "°C",
    "fahrenheit": "°F",
    "degree": "°",
    "year of age": "year",
    "count": "times",
    "pound sterling": "GBP",
    "euro": "EUR",
    "japanese yen": "JPY",
    "chinese yuan": "CNY",
    "indian rupee": "INR",
    "shekel": "ILS",
    "hong kong dollar": "HKD",
    "canadian dollar": "CAD",
    "kilogram": "kg",
    "gram": "g",
    "pound-mass": "lb",
    "square metre": "square m",
    "square mile": "square mile",
    "percentage point": "percentage point",
    "basis point": "basis point",
    "watt": "W",
    "megawatt": "MW",
    "gigawatt hour": "GWh",
    "gigabyte": "GB",
    "megabit per second": "Mbps",
    "kilohertz": "kHz",
    "hertz": "Hz",
    "brake horsepower": "hp",
    "horsepower": "hp",
    "volt": "V",
    "kilovolt": "kV",
    "centimetre": "cm",
    "milligram": "mg",
    "gigahertz": "GHz",
    "megahertz": "MHz",
    "megabyte": "MB",
    "terabyte": "TB",
    "kilobyte": "KB",
    "kilowatt": "kW",
    "gigawatt": "GW",
    "joule": "J",
    "decibel": "dB",
    "megapascal": "MPa",
    "kilopound per square inch": "ksi",
    "pound-force per square inch": "psi",
    "mega british thermal unit": "MMBtu",
    "mile per gallon": "mpg",
    "revolutions per minute": "rpm",
    "point per game": "ppg",
    "rebound per game": "rpg",
    "assist per game": "apg",
    "month of age": "month",
    "malaysian ringgit": "MYR",
    "singaporean dollar": "SGD",
    "australian dollar": "AUD",
    "swiss franc": "CHF",
    "russian ruble": "RUB",
    "south korean won": "KRW",
    "croatian kuna": "HRK",
    "milliampere-hour": "mAh",
}


class Marked(NamedTuple):
    """A quantity of the gold."""

    low: float
    high: float
    unit: str


def read_newsquant(path):
    """Yield (text, split, quantities); the split is by a hash of the text."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            marked = []
            for quantity in record["quantities"]:
                value = _VALUE.match(quantity["value"])
                if value is None:
                    continue
                ends = float(value[1]), float(value[2] or value[1])
                marked.append(Marked(min(ends), max(ends), quantity["normalized_unit"]))
            digest = hashlib.blake2b(record["text"].encode(), digest_size=8).hexdigest()
            yield record["text"], ("held", "dev")[int(digest, 16) % 2 == 0], marked


def match(marked, figures):
    """How many of the gold are found by value, and how many by value and unit."""
    free, values, units = list(figures), 0, 0
    for gold in sorted(marked, key=lambda m: -len(m.unit)):
        alike = [f for f in free if _same_value(gold, f)]
        if not alike:
            continue
        best = max(alike, key=lambda f: same_unit(gold.unit, f.unit))
        free.remove(best)
        values += 1
        units += same_unit(gold.unit, best.unit)
    return values, units


def _same_value(gold, figure):
    ends = [float(v) for v in (figure.low, figure.high) if v is not None]
    return all(
        abs(a - b) <= 1e-3 * abs(b)
        for a, b in ((ends[0], gold.low), (ends[-1], gold.high))
    )


def same_unit(gold, ours):
    """Whether a unit of the gold is ours, by name or by the counted noun."""
    gold = gold.strip()
    share = gold.startswith("%")
    wanted = _plain(gold.lstrip("% "))
    ours = {"USD": "dollar"}.get(ours, ours).replace("USD/", "dollar/")
    if share:
        return ours in {"share", "%", wanted}
    return ours == wanted or (len(wanted) > 3 and ours.startswith(wanted))


def _plain(gold):
    if gold in {"-", ""}:
        return ""
    if gold in _UNITS:
        return _UNITS[gold]
    above, per, below = gold.partition(" per ")
    if per:
        return f"{_plain(above)}/{_plain(below)}"
    return gold.split()[-1].lower()
