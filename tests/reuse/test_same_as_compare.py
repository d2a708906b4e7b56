"""`compare` and `reuse` hold the same passages, and reuse those of an exact search.

The same means: a run of words that both bodies have in one order, as long as reuse
guarantees to see and telling enough to be given, lies in a passage of both. Reuse goes
on through edits and looks at whole texts, headlines too, so that its passages may be
longer; `compare` keeps each word to one match.
"""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from reuse_corpora import sentence

from synoptic.annotate import annotate_all
from synoptic.collate import collate
from synoptic.model import Block, Report
from synoptic.reuse import passages_of, settings_for
from synoptic.reuse.kernels.extend import extended
from synoptic.text.rarity import bits
from synoptic.text.tokens import tokenize

SMALL = settings_for(2)
PLAIN = (
    "the ferry left harbour before storm reached coast officers said passengers were "
    "moved into school while crews repaired damaged engine mayor thanked volunteers "
    "who carried blankets across flooded bridge during long night residents waited"
).split()


def report(name, lines):
    body = "\n\n".join(lines)
    return Report(
        id=name,
        series=name,
        path=name,
        text=body,
        blocks=tuple(_blocks(lines)),
        language="en",
    )


def _blocks(lines):
    at = 0
    for line in lines:
        yield Block(at, at + len(line), "body")
        at += len(line) + 2


def pair_of(seed):
    """Two reports that share whole, edited and moved sentences and have their own."""
    chance = random.Random(seed)

    def fresh():
        words = [chance.choice(PLAIN) for _ in range(chance.randint(9, 22))]
        return " ".join([words[0].capitalize(), *words[1:]]) + "."

    common = [fresh() for _ in range(5)]
    edited = []
    for line in common:
        words = line.split()
        if chance.random() < 0.4:
            words[chance.randrange(1, len(words) - 1)] = "pineapple"
        edited.append(" ".join(words))
    chance.shuffle(edited)
    one = [fresh(), *common, fresh()]
    two = [fresh(), *edited[: chance.randint(2, 5)], fresh()]
    return report("a", one), report("b", two)


def words_at(text, spans):
    out = []
    for start, end in spans:
        tokens = tokenize(text, start, end)
        out += list(zip(tokens.start.tolist(), tokens.norm, strict=True))
    return out


@given(st.integers(0, 10**6))
def test_what_compare_calls_verbatim_lies_in_passages_of_reuse(seed):
    a, b = pair_of(seed)
    known = annotate_all((a, b), fast=True)
    found = collate((a, b), known.annotations, vectors=None)
    rows = passages_of([a, b]).to_pylist()
    for unit in found.units:
        for link in unit.links:
            words = words_at(a.text, link.a_spans)
            enough = sum(bits(norm) for _, norm in words[1:]) >= SMALL.least_bits
            if link.kind != "verbatim" or len(words) < SMALL.guarantee or not enough:
                continue
            assert any(
                row["a_start"] <= link.a_spans[0].start
                and link.a_spans[-1].end <= row["a_end"] + 1
                and row["b_start"] <= link.b_spans[0].start
                and link.b_spans[-1].end <= row["b_end"] + 1
                for row in rows
            ), (link, rows)


@given(st.integers(0, 10**6))
def test_passages_of_reuse_lie_in_links_of_compare(seed):
    a, b = pair_of(seed)
    known = annotate_all((a, b), fast=True)
    found = collate((a, b), known.annotations, vectors=None)
    linked = {
        (side, start)
        for unit in found.units
        for link in unit.links
        for side, one, spans in (("a", a, link.a_spans), ("b", b, link.b_spans))
        for start, _ in words_at(one.text, spans)
    }
    for row in passages_of([a, b]).to_pylist():
        for side, one in (("a", a), ("b", b)):
            span = (row[f"{side}_start"], row[f"{side}_end"])
            starts = [start for start, _ in words_at(one.text, [span])]
            held = sum((side, start) in linked for start in starts)
            assert held >= 0.5 * len(starts), (side, one.text[span[0] : span[1]])


def runs_in_common(a, b, least):
    """Every longest run of words in common of at least so many, by brute force."""
    for i in range(len(a)):
        for j in range(len(b)):
            if i and j and a[i - 1] == b[j - 1]:
                continue
            n = 0
            while i + n < len(a) and j + n < len(b) and a[i + n] == b[j + n]:
                n += 1
            if n >= least:
                yield i, j, n


@example(252)  # five passages in another order
@given(st.integers(0, 10**6))
def test_no_run_of_the_guaranteed_length_is_missed(seed):
    a, b = pair_of(seed)
    rows = passages_of([a, b]).to_pylist()
    one, two = tokenize(a.text), tokenize(b.text)
    for i, j, n in runs_in_common(one.norm, two.norm, SMALL.guarantee):
        if sum(bits(norm) for norm in one.norm[i + 1 : i + n]) < SMALL.least_bits:
            continue
        assert any(
            row["a_start"] <= one.start[i] and one.end[i + n - 1] <= row["a_end"]
            for row in rows
        )
        assert any(
            row["b_start"] <= two.start[j] and two.end[j + n - 1] <= row["b_end"]
            for row in rows
        )


def best_extension(a, b, *, drop=10**6, band=40):
    """The best score of two texts aligned from their beginnings, in a band.

    No way goes on that has fallen by more than `drop` below the best before it.
    """
    worst = -(10**9)
    score = np.full((len(a) + 1, len(b) + 1), worst)
    score[0, 0] = best = 0
    for along in range(1, len(a) + len(b) + 1):
        first, last = max(0, along - len(b)), min(len(a), along)
        cells = [(i, along - i) for i in range(first, last + 1)]
        cells = [(i, j) for i, j in cells if abs(i - j) <= band]
        for i, j in cells:
            if i and j:
                step = 2 if a[i - 1] == b[j - 1] else -4
                score[i, j] = max(score[i, j], score[i - 1, j - 1] + step)
            if i:
                score[i, j] = max(score[i, j], score[i - 1, j] - 5)
            if j:
                score[i, j] = max(score[i, j], score[i, j - 1] - 5)
        best = max([best, *(score[cell] for cell in cells)])
        for cell in cells:
            if score[cell] < best - drop:
                score[cell] = worst
    return int(best)


@given(st.integers(0, 10**6), st.sampled_from([0.0, 0.05, 0.1, 0.2]))
@example(8205, 0.2)
def test_extension_is_as_good_as_an_exact_one(seed, share):
    """Smith and Waterman's, banded; both may give up what falls by 30."""
    chance = random.Random(seed)
    a = [chance.randrange(10**6) for _ in range(120)]
    b = []
    for code in a:
        kind = chance.random()
        if kind >= share:
            b.append(code)
        elif kind < share / 2:
            b.append(chance.randrange(10**6))
        elif kind < share * 0.75:
            b += [chance.randrange(10**6), code]
    codes = np.array([*a, *b])
    n_a, n_b, same = extended.run(codes, 0, 120, 120, len(b), 1, compiled=False)
    assert n_a <= 120
    assert same <= min(n_a, n_b)
    got = best_extension(a[:n_a], b[:n_b])
    assert best_extension(a, b, drop=30) <= got <= best_extension(a, b)


def test_long_texts_give_the_same_compiled():
    chance = random.Random(4)
    lines = [sentence(chance) for _ in range(700)]
    one, two = report("a", lines[:450]), report("b", lines[300:])
    (row,) = passages_of([one, two]).to_pylist()
    assert len(one.text) > 50_000
    assert row["a_end"] == len(one.text) - 1
    assert one.text[row["a_start"] : row["a_end"]] == "\n\n".join(lines[300:450])[:-1]


@pytest.mark.parametrize("order", [("a", "b"), ("b", "a")])
def test_the_order_of_reports_changes_nothing(order):
    reports = dict(zip("ab", pair_of(5), strict=True))
    assert passages_of([reports[n] for n in order]).equals(
        passages_of(list(reports.values()))
    )
