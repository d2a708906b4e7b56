"""How far a shared run of words goes on, with edits in it.

Greedy extension along diagonals (Zhang, Schwartz, Wagner and Miller, 2000): with a
score of 2 for a match and 6 less the words taken for an edit, only the farthest point
on each diagonal is kept for each number of edits, and what falls 30 below the best is
given up. The work grows with the length plus the square of the number of edits.
"""

import numpy as np

from synoptic.reuse.compiled import kernel

MAX_EDITS = 400
EDIT_COST = 6
DROP = 30


@kernel
def extended(codes, a, a_left, b, b_left, step):
    """How far two texts run alike from a place on.

    Args:
        codes: Words of all texts.
        a, b: The first word of each side to look at.
        a_left, b_left: How many words there are in that direction.
        step: 1: onwards; -1: backwards.

    Returns:
        Words taken of a, of b, and how many of them match.
    """
    n = 0
    most = min(a_left, b_left)
    while n < most and codes[a + step * n] == codes[b + step * n]:
        n += 1
    if n == a_left or n == b_left:
        return n, n, n
    size = 2 * min(MAX_EDITS, a_left + b_left) + 3
    middle = size // 2
    far = np.full(size, -1, np.int64)
    same = np.zeros(size, np.int64)
    next_far = np.full(size, -1, np.int64)
    next_same = np.zeros(size, np.int64)
    far[middle], same[middle] = n, n
    best, best_i, best_j, best_same = 2 * n, n, n, n
    low, high = 0, 0
    edits = 0
    while low <= high and edits < middle - 1:
        edits += 1
        for k in range(low - 1, high + 2):
            at = middle + k
            i, m = -1, 0
            if far[at] >= 0:
                i, m = far[at] + 1, same[at]
            if far[at - 1] >= 0 and far[at - 1] + 1 > i:
                i, m = far[at - 1] + 1, same[at - 1]
            if far[at + 1] > i:
                i, m = far[at + 1], same[at + 1]
            j = i - k
            if i < 0 or i > a_left or j < 0 or j > b_left:
                next_far[at] = -1
                continue
            while (
                i < a_left and j < b_left and codes[a + step * i] == codes[b + step * j]
            ):
                i += 1
                j += 1
                m += 1
            score = i + j - EDIT_COST * edits
            if score < best - DROP:
                next_far[at] = -1
                continue
            next_far[at], next_same[at] = i, m
            if score > best:
                best, best_i, best_j, best_same = score, i, j, m
        low -= 1
        high += 1
        while low <= high and next_far[middle + low] < 0:
            low += 1
        while low <= high and next_far[middle + high] < 0:
            high -= 1
        far, next_far = next_far, far
        same, next_same = next_same, same
        if low <= high:  # what the other array held beside the living diagonals is old
            for k in (low - 1, low - 2, high + 1, high + 2):
                if 0 <= middle + k < size:
                    far[middle + k] = -1
    return best_i, best_j, best_same
