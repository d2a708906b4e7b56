"""The colours of the page: readable, and told apart by colour-blind readers too."""

from __future__ import annotations

import itertools
import math
import re
from importlib.resources import files

import pytest

KINDS = ("same", "edited", "reworded", "partly")
# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB
SIGHT = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def palettes():
    css = files("synoptic.present.html").joinpath("page.css").read_text("utf-8")
    blocks = re.findall(r":root[^{]*\{([^}]*--paper[^}]*)\}", css)
    return [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in blocks]


LIGHT, DARK_BY_SYSTEM, DARK_BY_CHOICE = palettes()[:3]
BOTH = pytest.mark.parametrize(
    "palette", [LIGHT, DARK_BY_CHOICE], ids=["light", "dark"]
)


def linear(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    ]


def luminance(colour):
    return sum(
        w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True)
    )


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lab(rgb):
    r, g, b = (min(1, max(0, c)) for c in rgb)
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883,
    )
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen(colour, sight):
    rgb = linear(colour)
    return lab(
        [sum(m * c for m, c in zip(row, rgb, strict=True)) for row in SIGHT[sight]]
    )


def test_dark_is_the_same_by_system_and_by_choice():
    assert DARK_BY_SYSTEM == DARK_BY_CHOICE


@BOTH
def test_text_has_the_contrast_of_wcag_aa(palette):
    for ground in ("paper", "card"):
        for ink in ("ink", "soft"):
            assert contrast(palette[ink], palette[ground]) >= 4.5, (ink, ground)
    assert contrast(palette["dim"], palette["paper"]) >= 4.5
    for kind in (*KINDS, "own"):
        assert contrast(palette[kind], palette["paper"]) >= 4.5, kind
        assert contrast(palette[kind], palette[f"{kind}-t"]) >= 4.5, kind
        assert contrast(palette["ink"], palette[f"{kind}-t"]) >= 7, kind
        assert contrast(palette["soft"], palette[f"{kind}-t"]) >= 4.5, kind
    assert contrast(palette["focus"], palette["paper"]) >= 3


@BOTH
@pytest.mark.parametrize("sight", SIGHT)
def test_kinds_are_told_apart(palette, sight):
    for one, other in itertools.combinations(KINDS, 2):
        apart = math.dist(seen(palette[one], sight), seen(palette[other], sight))
        assert apart >= 20, (one, other, round(apart, 1))
