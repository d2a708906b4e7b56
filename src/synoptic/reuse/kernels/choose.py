"""Which pairs of reports are worth aligning."""

import numpy as np

from synoptic.reuse.compiled import kernel
from synoptic.reuse.kernels.order import ordered


@kernel
def kept(order, a, b, a_at, b_at, sure):
    """Places of the seeds to keep."""
    total = len(order)
    out = np.empty(total, np.int64)
    n = 0
    low = 0
    while low < total:
        one = a[order[low]]
        two = b[order[low]]
        high = low + 1
        while high < total and a[order[high]] == one and b[order[high]] == two:
            high += 1
        size = high - low
        if one == two:
            low = high
            continue
        if size == 1:
            if sure[order[low]] == 1:
                out[n] = order[low]
                n += 1
            low = high
            continue
        members = np.empty(size, np.int64)
        keys = np.empty(size, np.int64)
        wanted = False
        for i in range(size):
            x = order[low + i]
            members[i] = x
            keys[i] = (a_at[x] << 32) | b_at[x]
            wanted |= sure[x] == 1
        members = ordered(members, keys)
        for i in range(1, size):
            if wanted:
                break
            x = members[i]
            for j in range(max(0, i - 8), i):
                y = members[j]
                along = a_at[x] - a_at[y]
                aside = along - (b_at[x] - b_at[y])
                if 0 < along <= 60 and -12 <= aside <= 12 and b_at[x] > b_at[y]:
                    wanted = True
                    break
        if wanted:
            for i in range(size):
                x = members[i]
                if i:
                    y = members[i - 1]
                    if a_at[x] == a_at[y] and b_at[x] == b_at[y]:
                        continue
                out[n] = x
                n += 1
        low = high
    return out[:n].copy()
