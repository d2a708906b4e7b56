"""Canonical units: what they measure, and how one is expressed in another.

The factors are those of the International System of Units (BIPM, SI Brochure, 9th
edition) and, for yards and pounds, of the international agreement of 1959. A year is
the Julian one of 365.25 days, a month its twelfth; a gallon, a pint, a barrel of oil
and a horsepower are those of the United States, a ton is the metric one.
"""

from __future__ import annotations

from decimal import Decimal

# Canonical name: dimension, and how many of the dimension's base unit make one.
UNITS: dict[str, tuple[str, Decimal]] = {
    "m": ("length", Decimal(1)),
    "km": ("length", Decimal(1000)),
    "cm": ("length", Decimal("0.01")),
    "mm": ("length", Decimal("0.001")),
    "μm": ("length", Decimal("0.000001")),
    "nm": ("length", Decimal("0.000000001")),
    "mile": ("length", Decimal("1609.344")),
    "yard": ("length", Decimal("0.9144")),
    "foot": ("length", Decimal("0.3048")),
    "inch": ("length", Decimal("0.0254")),
    "nautical mile": ("length", Decimal(1852)),
    "light-year": ("length", Decimal(9460730472580800)),
    "square m": ("area", Decimal(1)),
    "square km": ("area", Decimal(1000000)),
    "square cm": ("area", Decimal("0.0001")),
    "square mile": ("area", Decimal("2589988.110336")),
    "square yard": ("area", Decimal("0.83612736")),
    "square foot": ("area", Decimal("0.09290304")),
    "square inch": ("area", Decimal("0.00064516")),
    "acre": ("area", Decimal("4046.8564224")),
    "hectare": ("area", Decimal(10000)),
    "l": ("volume", Decimal("0.001")),
    "ml": ("volume", Decimal("0.000001")),
    "gallon": ("volume", Decimal("0.003785411784")),
    "pint": ("volume", Decimal("0.000473176473")),
    "cl": ("volume", Decimal("0.00001")),
    "dl": ("volume", Decimal("0.0001")),
    "quart": ("volume", Decimal("0.000946352946")),
    "bushel": ("volume", Decimal("0.03523907016688")),
    "barrel": ("volume", Decimal("0.158987294928")),
    "cubic m": ("volume", Decimal(1)),
    "cubic km": ("volume", Decimal(1000000000)),
    "cubic foot": ("volume", Decimal("0.028316846592")),
    "cubic yard": ("volume", Decimal("0.764554857984")),
    "cubic inch": ("volume", Decimal("0.000016387064")),
    "kg": ("mass", Decimal(1)),
    "g": ("mass", Decimal("0.001")),
    "mg": ("mass", Decimal("0.000001")),
    "μg": ("mass", Decimal("0.000000001")),
    "lb": ("mass", Decimal("0.45359237")),
    "oz": ("mass", Decimal("0.028349523125")),
    "stone": ("mass", Decimal("6.35029318")),
    "ton": ("mass", Decimal(1000)),
    "carat": ("mass", Decimal("0.0002")),
    "kiloton": ("mass", Decimal(1000000)),
    "megaton": ("mass", Decimal(1000000000)),
    "gigaton": ("mass", Decimal(1000000000000)),
    "km/h": ("speed", Decimal(1) / Decimal("3.6")),
    "mph": ("speed", Decimal("0.44704")),
    "m/s": ("speed", Decimal(1)),
    "knot": ("speed", Decimal("1.852") / Decimal("3.6")),
    "°C": ("temperature", Decimal(1)),
    "°F": ("temperature", Decimal(5) / Decimal(9)),
    "K": ("temperature", Decimal(1)),
    "W": ("power", Decimal(1)),
    "kW": ("power", Decimal(1000)),
    "MW": ("power", Decimal(1000000)),
    "GW": ("power", Decimal(1000000000)),
    "TW": ("power", Decimal(1000000000000)),
    "hp": ("power", Decimal("745.69987158227022")),
    "kWh": ("energy", Decimal(3600000)),
    "MWh": ("energy", Decimal(3600000000)),
    "GWh": ("energy", Decimal(3600000000000)),
    "TWh": ("energy", Decimal(3600000000000000)),
    "Wh": ("energy", Decimal(3600)),
    "J": ("energy", Decimal(1)),
    "kJ": ("energy", Decimal(1000)),
    "MJ": ("energy", Decimal(1000000)),
    "calorie": ("energy", Decimal(4184)),
    "kcal": ("energy", Decimal(4184)),
    "BTU": ("energy", Decimal("1055.056")),
    "MMBtu": ("energy", Decimal(1055056000)),
    "bit": ("information", Decimal(1)),
    "byte": ("information", Decimal(8)),
    "KB": ("information", Decimal(8000)),
    "MB": ("information", Decimal(8000000)),
    "GB": ("information", Decimal(8000000000)),
    "TB": ("information", Decimal(8000000000000)),
    "PB": ("information", Decimal(8000000000000000)),
    "Kbps": ("information rate", Decimal(1000)),
    "Tbps": ("information rate", Decimal(1000000000000)),
    "Mbps": ("information rate", Decimal(1000000)),
    "Gbps": ("information rate", Decimal(1000000000)),
    "Hz": ("frequency", Decimal(1)),
    "kHz": ("frequency", Decimal(1000)),
    "MHz": ("frequency", Decimal(1000000)),
    "GHz": ("frequency", Decimal(1000000000)),
    "rpm": ("rotation", Decimal(1)),
    "mpg": ("fuel economy", Decimal(1)),
    "V": ("voltage", Decimal(1)),
    "mV": ("voltage", Decimal("0.001")),
    "kV": ("voltage", Decimal(1000)),
    "A": ("current", Decimal(1)),
    "mA": ("current", Decimal("0.001")),
    "ohm": ("resistance", Decimal(1)),
    "farad": ("capacitance", Decimal(1)),
    "mAh": ("charge", Decimal(1)),
    "N": ("force", Decimal(1)),
    "psi": ("pressure", Decimal("6894.757293168361")),
    "Pa": ("pressure", Decimal(1)),
    "hPa": ("pressure", Decimal(100)),
    "kPa": ("pressure", Decimal(1000)),
    "MPa": ("pressure", Decimal(1000000)),
    "ksi": ("pressure", Decimal("6894757.293168361")),
    "mbar": ("pressure", Decimal(100)),
    "°": ("angle", Decimal(1)),
    "magnitude": ("magnitude", Decimal(1)),
    "dB": ("sound level", Decimal(1)),
    "lumen": ("light", Decimal(1)),
    "nit": ("brightness", Decimal(1)),
    "megapixel": ("resolution", Decimal(1)),
    "bpm": ("beat", Decimal(1)),
    "fps": ("frame rate", Decimal(1)),
    "dpi": ("print density", Decimal(1)),
    "ppm": ("concentration", Decimal(1)),
    "ppb": ("concentration", Decimal("0.001")),
    "Sv": ("radiation dose", Decimal(1)),
    "mSv": ("radiation dose", Decimal("0.001")),
    "Bq": ("radioactivity", Decimal(1)),
    "nanosecond": ("time", Decimal("0.000000001")),
    "millisecond": ("time", Decimal("0.001")),
    "second": ("time", Decimal(1)),
    "minute": ("time", Decimal(60)),
    "hour": ("time", Decimal(3600)),
    "day": ("time", Decimal(86400)),
    "week": ("time", Decimal(604800)),
    "month": ("time", Decimal(2629800)),
    "year": ("time", Decimal(31557600)),
    "decade": ("time", Decimal(315576000)),
    "century": ("time", Decimal(3155760000)),
    "%": ("share", Decimal("0.01")),
    "share": ("share", Decimal(1)),
    "percentage point": ("points", Decimal(1)),
    "basis point": ("points", Decimal("0.01")),
}

# What is added to a temperature before its factor, so that it counts from zero.
_ZEROES = {"°C": Decimal("273.15"), "°F": Decimal("459.67"), "K": Decimal(0)}


def dimension_of(unit: str) -> str | None:
    """What a canonical unit measures; None for counted nouns and money."""
    known = UNITS.get(unit)
    return known[0] if known else None


def convert(value: Decimal, unit: str, to: str) -> Decimal | None:
    """A value of one canonical unit in another; None when they do not measure alike.

    Example:
        >>> round(convert(Decimal(200), "square km", "square mile"))
        77
    """
    if unit == to:
        return value
    dimension = dimension_of(unit)
    if dimension is None or dimension != dimension_of(to):
        return None
    if dimension == "temperature":
        kelvin = (value + _ZEROES[unit]) * UNITS[unit][1]
        return kelvin / UNITS[to][1] - _ZEROES[to]
    return value * UNITS[unit][1] / UNITS[to][1]
