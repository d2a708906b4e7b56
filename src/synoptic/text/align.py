"""Word alignment of two short stretches: shared runs in order, then moved ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

if TYPE_CHECKING:
    from collections.abc import Sequence

Run = tuple[int, int, int]
"""`(a, b, length)`: tokens `a .. a+length` equal tokens `b .. b+length`."""

_MIN_MOVED_TOKENS = 2


def shared_runs(a: Sequence[int], b: Sequence[int]) -> list[Run]:
    """Return the runs of a longest common subsequence, in order.

    Args:
        a: Token ids; a negative id matches nothing.
        b: Token ids; negative ids of the two sides must differ.
    """
    return [
        (op.src_start, op.dest_start, op.src_end - op.src_start)
        for op in LCSseq.opcodes(a, b)
        if op.tag == "equal"
    ]


def align(
    a: Sequence[int], b: Sequence[int], weight: Sequence[float], *, min_bits: float
) -> tuple[list[Run], list[Run]]:
    """Return the runs that two stretches share in order, and those that moved.

    A run counts when its tokens carry `min_bits` or when it stands within two tokens
    of one that does on both sides, so that a stray "of the" is no evidence. What is
    left over is searched again for runs of two tokens or more: they moved.

    Args:
        a: Token ids of the one side; negative ids match nothing.
        b: Token ids of the other side.
        weight: Bits of each token of `a`.
        min_bits: What a run must carry to stand by itself.

    Returns:
        Runs in order, by `a`; moved runs, heaviest first.
    """
    ordered = _supported(shared_runs(a, b), weight, min_bits)
    rest_a, rest_b = list(a), list(b)
    _blank(rest_a, rest_b, ordered)
    moved: list[Run] = []
    while len(moved) < _MAX_MOVES:
        best = max(
            shared_runs(rest_a, rest_b),
            key=lambda run: (_bits(run, weight), -run[0]),
            default=None,
        )
        if (
            best is None
            or best[2] < _MIN_MOVED_TOKENS
            or _bits(best, weight) < min_bits
        ):
            break
        moved.append(best)
        _blank(rest_a, rest_b, [best])
    return ordered, moved


_MAX_MOVES = 4


def _bits(run: Run, weight: Sequence[float]) -> float:
    return sum(weight[run[0] : run[0] + run[2]])


def _blank(a: list[int], b: list[int], runs: list[Run]) -> None:
    for i, j, n in runs:
        a[i : i + n] = [-1] * n
        b[j : j + n] = [-2] * n


def _supported(runs: list[Run], weight: Sequence[float], min_bits: float) -> list[Run]:
    keep = [_bits(run, weight) >= min_bits for run in runs]
    changed = True
    while changed:
        changed = False
        for k in range(len(runs)):
            if keep[k]:
                continue
            for other in (k - 1, k + 1):
                if (
                    0 <= other < len(runs)
                    and keep[other]
                    and _near(runs[min(k, other)], runs[max(k, other)])
                ):
                    keep[k] = changed = True
    return [run for run, kept in zip(runs, keep, strict=True) if kept]


def _near(left: Run, right: Run) -> bool:
    gap_a = right[0] - left[0] - left[2]
    gap_b = right[1] - left[1] - left[2]
    return max(gap_a, gap_b) <= 2
