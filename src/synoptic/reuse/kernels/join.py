"""Seeds from fingerprints that several reports have."""

import numpy as np

from synoptic.reuse.compiled import kernel
from synoptic.reuse.kernels.furniture import furniture_of
from synoptic.reuse.kernels.order import ordered


@kernel
def alike_beside(one, two):
    """How many words agree next to two equal runs: before and after."""
    n = 0
    for side in range(2):
        for k in range(3):
            shift = 15 * side + 5 * k
            x = (one >> shift) & 31
            if x == 0 or x != (two >> shift) & 31:
                break
            n += 1
    return n


@kernel
def joined(
    order,
    shift,
    prints,
    docs,
    places,
    beside,
    about,
    outlets,
    more_words,
    few,
    crowd,
    neighbours,
    furniture_reports,
    show_furniture,
):
    """Seeds of all prints that two reports or more have."""
    room = 1024
    out = np.empty((room, 4), np.int32)
    sure = np.empty(room, np.int8)
    n = 0
    total = len(order)
    low = 0
    sorted_to = 0
    while low < total:
        if low == sorted_to:  # the prints that the sort took for equal
            mixed = False
            top = prints[order[low]] >> shift
            sorted_to = low + 1
            while sorted_to < total and prints[order[sorted_to]] >> shift == top:
                if prints[order[sorted_to]] != prints[order[low]]:
                    mixed = True
                sorted_to += 1
            if mixed:
                segment = np.empty(sorted_to - low, np.int64)
                keys = np.empty(sorted_to - low, np.int64)
                for i in range(sorted_to - low):
                    segment[i] = order[low + i]
                    keys[i] = prints[segment[i]]
                segment = ordered(segment, keys)
                for i in range(sorted_to - low):
                    order[low + i] = segment[i]
        high = low + 1
        while high < sorted_to and prints[order[high]] == prints[order[low]]:
            high += 1
        if high - low < 2:
            low = high
            continue
        members = np.empty(high - low, np.int64)
        keys = np.empty(high - low, np.int64)
        for i in range(high - low):
            members[i] = order[low + i]
            keys[i] = (docs[order[low + i]] << 32) | places[order[low + i]]
        low = high
        members = ordered(members, keys)
        # At most four places of a report.
        n_members, n_docs, n_here = 0, 0, 0
        for i in range(len(members)):
            if i == 0 or docs[members[i]] != docs[members[i - 1]]:
                n_docs += 1
                n_here = 0
            n_here += 1
            if n_here <= 4:
                members[n_members] = members[i]
                n_members += 1
        if n_docs < 2:
            continue
        members = members[:n_members]
        regular = members
        if furniture_reports and n_docs >= furniture_reports - 3:
            flags = furniture_of(members, docs, about, outlets, furniture_reports)
            n_regular = 0
            regular = np.empty(n_members, np.int64)
            flagged = np.empty(n_members, np.int64)
            for i in range(n_members):
                if flags[i]:
                    flagged[i - n_regular] = members[i]
                else:
                    regular[n_regular] = members[i]
                    n_regular += 1
            regular = regular[:n_regular]
            flagged = flagged[: n_members - n_regular]
            if n + 2 * len(flagged) > room:
                room = 2 * room + 2 * len(flagged)
                wider = np.empty((room, 4), np.int32)
                wider[:n] = out[:n]
                out = wider
                wide_sure = np.empty(room, np.int8)
                wide_sure[:n] = sure[:n]
                sure = wide_sure
            for i in range(len(flagged)):
                x = flagged[i]
                out[n, 0] = docs[x]
                out[n, 1] = docs[x]
                out[n, 2] = places[x]
                out[n, 3] = places[x]
                sure[n] = 2
                n += 1
                if show_furniture and i:
                    y = flagged[i - 1]
                    if docs[x] != docs[y]:
                        out[n, 0] = docs[y]
                        out[n, 1] = docs[x]
                        out[n, 2] = places[y]
                        out[n, 3] = places[x]
                        sure[n] = 1
                        n += 1
        n_regular = len(regular)
        if n_regular < 2:
            continue
        # Links: all pairs of a few; of more those that agree for longer; of a crowd
        # neighbours among those that agree for longer.
        n_windows = 1
        if n_regular > crowd:
            n_windows = min(more_words, 3) + 1
        for window in range(n_windows):
            near = n_regular
            group = regular
            codes = np.zeros(n_regular, np.int64)
            if n_regular > crowd:
                # `window` words before and the rest after must agree.
                after = (1 << (5 * (min(more_words, 3) - window))) - 1
                before = (1 << (5 * window)) - 1
                group_keys = np.empty(n_regular, np.int64)
                for i in range(n_regular):
                    around = beside[regular[i]]
                    code = ((around >> 15 & before) << 15) | (around & after)
                    group_keys[i] = (code << 16) | (about[regular[i]] >> 24 & 0xFFFF)
                turn = np.argsort(group_keys, kind="mergesort")
                group = np.empty(n_regular, np.int64)
                for i in range(n_regular):
                    group[i] = regular[turn[i]]
                    codes[i] = group_keys[turn[i]] >> 16
            start = 0
            while start < n_regular:
                stop = start + 1
                while stop < n_regular and codes[stop] == codes[start]:
                    stop += 1
                near = stop - start if stop - start <= crowd else neighbours
                for i in range(start, stop):
                    x = group[i]
                    if n + 2 * near + 2 > room:
                        room = 2 * room + 2 * near
                        wider = np.empty((room, 4), np.int32)
                        wider[:n] = out[:n]
                        out = wider
                        wide_sure = np.empty(room, np.int8)
                        wide_sure[:n] = sure[:n]
                        sure = wide_sure
                    far = start if near == neighbours and i > start + near else -1
                    for j in range(i - near if near == neighbours else start, i):
                        if j < start:
                            continue
                        y = group[j]
                        if docs[x] == docs[y]:
                            continue
                        agree = alike_beside(beside[x], beside[y])
                        if n_regular > few:
                            if agree < more_words:
                                continue
                            # The run began earlier, with a seed of its own; some
                            # are kept, since that one may be a crowd's.
                            far_same = beside[x] >> 30 == beside[y] >> 30
                            if n_regular > crowd:
                                far_same = False
                            if far_same and beside[x] >> 30 and prints[x] >> 12 & 15:
                                continue
                        if docs[x] < docs[y]:
                            p, q = x, y
                        else:
                            p, q = y, x
                        out[n, 0] = docs[p]
                        out[n, 1] = docs[q]
                        out[n, 2] = places[p]
                        out[n, 3] = places[q]
                        sure[n] = 1 if agree >= more_words else 0
                        n += 1
                    if far >= 0 and docs[group[far]] != docs[x]:
                        y = group[far]
                        if docs[x] < docs[y]:
                            p, q = x, y
                        else:
                            p, q = y, x
                        out[n, 0] = docs[p]
                        out[n, 1] = docs[q]
                        out[n, 2] = places[p]
                        out[n, 3] = places[q]
                        sure[n] = 1
                        n += 1
                start = stop
    return (
        out[:n, 0].copy(),
        out[:n, 1].copy(),
        out[:n, 2].copy(),
        out[:n, 3].copy(),
        sure[:n].copy(),
    )
