"""No line, however odd, may keep a pattern busy."""

import itertools

import pytest
from read.hang import no_hang

from synoptic.read.blocks import cut_blocks
from synoptic.read.fields import find_fields

_PARTS = [
    "A/",
    "A b ",
    "9",
    "( ",
    "via ",
    "Ann and ",
    "A-",
    "A. ",
    "— ",
    "PORT, ",
    "AP | ",
]


@pytest.mark.parametrize("part", _PARTS)
def test_repetition_is_read_at_once(part):
    for other, tail in itertools.product(_PARTS, "~."):
        line = ((part + other) * 600)[:1190] + tail
        with no_hang(cpu_seconds=2):
            find_fields(line, cut_blocks(line))
