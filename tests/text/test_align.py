"""Word alignment of two short stretches."""

from hypothesis import given
from hypothesis import strategies as st

from synoptic.text.align import align, shared_runs

IDS = st.lists(st.integers(0, 6), max_size=14)


@given(IDS, IDS)
def test_runs_hold_the_same_words_in_rising_order(a: list[int], b: list[int]) -> None:
    runs = shared_runs(a, b)
    assert all(a[x : x + n] == b[y : y + n] for x, y, n in runs)
    assert runs == sorted(runs)
    assert [y for _, y, _ in runs] == sorted(y for _, y, _ in runs)


@given(IDS, IDS)
def test_no_word_is_aligned_twice(a: list[int], b: list[int]) -> None:
    ordered, moved = align(a, b, [9.0] * len(a), min_bits=12.0)
    for side in (0, 1):
        taken = [run[side] + k for run in (*ordered, *moved) for k in range(run[2])]
        assert len(taken) == len(set(taken))


def test_a_moved_run_is_found_after_those_in_order() -> None:
    a, b = [1, 2, 3, 4, 5, 6], [4, 5, 6, 1, 2]
    ordered, moved = align(a, b, [9.0] * 6, min_bits=12.0)
    assert ordered == [(3, 0, 3)]
    assert moved == [(0, 3, 2)]


def test_a_stray_common_word_is_no_evidence() -> None:
    a, b = [1, 2, 3, 4, 9], [1, 5, 6, 7, 9]
    assert align(a, b, [14.0, 9, 9, 9, 4], min_bits=12.0) == ([(0, 0, 1)], [])
