from __future__ import annotations

from decimal import Decimal

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.text.units import UNITS, convert, dimension_of

# How pint calls the units whose name it does not know or uses for another thing. Its
# acre is the survey acre and its decade is no time, so those two are not asked.
CALLED = {
    "nautical mile": "nautical_mile",
    "light-year": "light_year",
    "barrel": "oil_barrel",
    "ton": "metric_ton",
    "kiloton": "kilometric_ton",
    "megaton": "megametric_ton",
    "gigaton": "gigametric_ton",
    "km/h": "kilometer/hour",
    "mph": "mile/hour",
    "m/s": "meter/second",
    "°C": "degC",
    "°F": "degF",
    "calorie": "kilocalorie",
    "KB": "kilobyte",
    "MB": "megabyte",
    "GB": "gigabyte",
    "TB": "terabyte",
    "Mbps": "megabit/second",
    "Gbps": "gigabit/second",
    "mbar": "millibar",
    "Kbps": "kilobit/second",
    "Tbps": "terabit/second",
    "PB": "petabyte",
    "MMBtu": "megaBTU",
    "mpg": "mile/gallon",
    "rpm": "revolution/minute",
    "°": "degree",
}
NOT_ASKED = {
    "acre",
    "ppb",
    "decade",
    "century",
    "share",
    "percentage point",
    "basis point",
    "%",
}
PAIRS = [
    (a, b)
    for a in UNITS
    for b in UNITS
    if a != b and not {a, b} & NOT_ASKED and dimension_of(a) == dimension_of(b)
]


@pytest.fixture(scope="module")
def registry() -> pint.UnitRegistry:
    return pint.UnitRegistry(non_int_type=Decimal)


def called(unit: str) -> str:
    for word, power in (("square ", "**2"), ("cubic ", "**3")):
        if unit.startswith(word):
            return unit.removeprefix(word) + power
    return CALLED.get(unit, unit)


def test_conversions_agree_with_pint(registry):
    for unit, to in PAIRS:
        theirs = registry.Quantity(Decimal(7), registry.Unit(called(unit)))
        expected = theirs.to(called(to)).magnitude
        ours = convert(Decimal(7), unit, to)
        assert ours is not None
        assert float(ours) == pytest.approx(float(expected), rel=1e-12), (unit, to)


@pytest.mark.parametrize(
    ("value", "unit", "to", "expected"),
    [
        ("3", "decade", "year", "30"),
        ("1", "century", "decade", "10"),
        ("100", "acre", "hectare", "40.46856422"),
        ("25", "%", "share", "0.25"),
        ("50", "basis point", "percentage point", "0.5"),
        ("-40", "°C", "°F", "-40"),
        ("0", "K", "°C", "-273.15"),
    ],
)
def test_conversions_that_can_be_checked_by_hand(value, unit, to, expected):
    got = convert(Decimal(value), unit, to)
    assert float(got) == pytest.approx(float(expected), rel=1e-9)


@pytest.mark.parametrize(
    ("unit", "to"),
    [("km", "kg"), ("person", "km"), ("km", "person"), ("%", "basis point")],
)
def test_what_does_not_measure_alike_is_not_converted(unit, to):
    assert convert(Decimal(1), unit, to) is None


@given(
    st.decimals(min_value=-(10**6), max_value=10**6, allow_nan=False, places=3),
    st.sampled_from([p for p in PAIRS if dimension_of(p[0]) != "temperature"]),
)
def test_there_and_back_is_where_it_began(value, pair):
    unit, to = pair
    back = convert(convert(value, unit, to), to, unit)
    assert abs(back - value) <= abs(value) * Decimal("1e-24")
