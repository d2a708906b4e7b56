"""Canonical units: what they measure, and how one is expressed in another."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

# Canonical name: dimension and the expression that pint knows it by.
UNITS: dict[str, tuple[str, str]] = {
    "m": ("length", "meter"),
    "km": ("length", "kilometer"),
    "cm": ("length", "centimeter"),
    "mm": ("length", "millimeter"),
    "μm": ("length", "micrometer"),
    "nm": ("length", "nanometer"),
    "mile": ("length", "mile"),
    "yard": ("length", "yard"),
    "foot": ("length", "foot"),
    "inch": ("length", "inch"),
    "nautical mile": ("length", "nautical_mile"),
    "light-year": ("length", "light_year"),
    "square m": ("area", "meter**2"),
    "square km": ("area", "kilometer**2"),
    "square cm": ("area", "centimeter**2"),
    "square mile": ("area", "mile**2"),
    "square yard": ("area", "yard**2"),
    "square foot": ("area", "foot**2"),
    "square inch": ("area", "inch**2"),
    "acre": ("area", "acre"),
    "hectare": ("area", "hectare"),
    "l": ("volume", "liter"),
    "ml": ("volume", "milliliter"),
    "gallon": ("volume", "gallon"),
    "pint": ("volume", "pint"),
    "barrel": ("volume", "oil_barrel"),
    "cubic m": ("volume", "meter**3"),
    "cubic km": ("volume", "kilometer**3"),
    "cubic foot": ("volume", "foot**3"),
    "cubic yard": ("volume", "yard**3"),
    "cubic inch": ("volume", "inch**3"),
    "kg": ("mass", "kilogram"),
    "g": ("mass", "gram"),
    "mg": ("mass", "milligram"),
    "μg": ("mass", "microgram"),
    "lb": ("mass", "pound"),
    "oz": ("mass", "ounce"),
    "stone": ("mass", "stone"),
    "ton": ("mass", "metric_ton"),
    "kiloton": ("mass", "kilometric_ton"),
    "megaton": ("mass", "megametric_ton"),
    "gigaton": ("mass", "gigametric_ton"),
    "km/h": ("speed", "kilometer/hour"),
    "mph": ("speed", "mile/hour"),
    "m/s": ("speed", "meter/second"),
    "knot": ("speed", "knot"),
    "°C": ("temperature", "degC"),
    "°F": ("temperature", "degF"),
    "K": ("temperature", "kelvin"),
    "W": ("power", "watt"),
    "kW": ("power", "kilowatt"),
    "MW": ("power", "megawatt"),
    "GW": ("power", "gigawatt"),
    "TW": ("power", "terawatt"),
    "hp": ("power", "horsepower"),
    "kWh": ("energy", "kilowatt_hour"),
    "MWh": ("energy", "megawatt_hour"),
    "GWh": ("energy", "gigawatt_hour"),
    "TWh": ("energy", "terawatt_hour"),
    "J": ("energy", "joule"),
    "calorie": ("energy", "kilocalorie"),
    "bit": ("information", "bit"),
    "byte": ("information", "byte"),
    "KB": ("information", "kilobyte"),
    "MB": ("information", "megabyte"),
    "GB": ("information", "gigabyte"),
    "TB": ("information", "terabyte"),
    "Mbps": ("information rate", "megabit/second"),
    "Gbps": ("information rate", "gigabit/second"),
    "Hz": ("frequency", "hertz"),
    "kHz": ("frequency", "kilohertz"),
    "MHz": ("frequency", "megahertz"),
    "GHz": ("frequency", "gigahertz"),
    "V": ("voltage", "volt"),
    "mAh": ("charge", "milliampere_hour"),
    "psi": ("pressure", "psi"),
    "hPa": ("pressure", "hectopascal"),
    "mbar": ("pressure", "millibar"),
    "°": ("angle", "degree"),
    "second": ("time", "second"),
    "minute": ("time", "minute"),
    "hour": ("time", "hour"),
    "day": ("time", "day"),
    "week": ("time", "week"),
    "month": ("time", "month"),
    "year": ("time", "year"),
    "decade": ("time", "decade"),
    "century": ("time", "century"),
    "%": ("share", "percent"),
    "share": ("share", "dimensionless"),
    "percentage point": ("points", "percent"),
    "basis point": ("points", "0.01*percent"),
}


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
    if dimension == "share":
        return value / 100 if unit == "%" else value * 100
    registry = _registry()
    quantity = registry.Quantity(value, registry.Unit(UNITS[unit][1]))
    return Decimal(quantity.to(UNITS[to][1]).magnitude)


@cache
def _registry() -> Any:
    import pint  # noqa: PLC0415 - half a second, and only conversions need it

    return pint.UnitRegistry(non_int_type=Decimal)
