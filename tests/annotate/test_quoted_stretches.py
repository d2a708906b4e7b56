"""Quotation marks of every sort, and what is none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synoptic.model import Span
from synoptic.text.quoted import find_quoted


def stretches(text: str) -> list[str]:
    return [
        text[q.span.start : q.span.end] for q in find_quoted(text, [Span(0, len(text))])
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We sail,” she said. “Now.”", ["“We sail,”", "“Now.”"]),
        ('"We sail," she said.', ['"We sail,"']),
        ("„Wir fahren“, sagte sie.", ["„Wir fahren“"]),
        ("« Nous partons », dit-elle.", ["« Nous partons »"]),
        ("''We sail,'' she said.", ["''We sail,''"]),
        ("‘We sail,’ she said.", ["‘We sail,’"]),
        ("'We sail,' she said.", ["'We sail,'"]),
        ("“She said ‘sail’ twice,” he said.", ["“She said ‘sail’ twice,”"]),
        ("The pilots' ships and the boats' crews.", []),
        ("In the ’90s and the ‘80s it sailed.", []),
        ('It is 5\'10" long and "old".', ['"old"']),
        ("“We sail", ["“We sail"]),
    ],
)
def test_stretches_inside_marks_are_found(text, expected):
    assert stretches(text) == expected


def test_stretch_without_its_closing_mark_says_so():
    found = list(find_quoted("“We sail.", [Span(0, 9)]))
    assert [q.closed for q in found] == [False]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["“We sail.", "We row,” she said."], ["“We sail.", "We row,”"]),
        (["“We sail.", "We row.", "We swim.”"], ["“We sail.", "We row.", "We swim.”"]),
        (['She said. "', 'We sail."'], ['We sail."']),
        (['"We sail.', '" They did.'], ['"We sail.']),
        (["“We sail.", "“We row.”"], ["“We sail.", "“We row.”"]),  # opened anew
        (["“We sail.", "The “old” boat."], ["“We sail.", "“old”"]),  # forgotten
    ],
)
def test_what_a_later_block_closes_is_a_stretch_in_each(lines, expected):
    text = "\n".join(lines)
    blocks, at = [], 0
    for line in lines:
        blocks.append(Span(at, at + len(line)))
        at += len(line) + 1
    found = list(find_quoted(text, blocks))
    assert [text[q.span.start : q.span.end] for q in found] == expected


@given(st.text(alphabet="ab .,“”\"'‘’„«»\n1", max_size=60))
def test_stretches_are_in_order_and_do_not_overlap(text):
    spans = [q.span for q in find_quoted(text, [Span(0, len(text))])]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
