"""From seeds to passages: extend, join, look again more loosely, accept."""

import numpy as np

from synoptic.reuse.compiled import kernel
from synoptic.reuse.kernels.extend import extended


@kernel
def grown(codes, a_low, a_high, b_low, b_high, a, b, n):
    """The passage around `n` equal words at `a` and `b`: starts, ends, matches."""
    left_a, left_b, left = extended(codes, a - 1, a - a_low, b - 1, b - b_low, -1)
    right_a, right_b, right = extended(
        codes, a + n, a_high - a - n, b + n, b_high - b - n, 1
    )
    return a - left_a, a + n + right_a, b - left_b, b + n + right_b, left + n + right


@kernel
def bits_of(codes, shapes, low, high, known, tenths, free):
    """What words carry, in tenths of a bit; those that may be names, less.

    The first tenths `free` of names carry nothing.
    """
    mask = len(known) - 1
    total = 0
    names = -free
    for k in range(low, high):
        code = codes[k]
        at = code & mask
        here = 40 if shapes[k] & 1 else 160
        while known[at] != -1:
            if known[at] == code:
                here = tenths[at]
                break
            at = (at + 1) & mask
        if shapes[k] & 2:
            names += here * 4 // 10
        else:
            total += here
    return total + max(names, 0)


@kernel
def covers(found, n, a, b):
    """Whether a passage holds both places."""
    for k in range(n):
        if found[k, 0] <= a < found[k, 1] and found[k, 2] <= b < found[k, 3]:
            return True
    return False


@kernel
def joined_in_line(found, n, gap):
    """Passages with those in line and close made one; how many are left."""
    changed = True
    while changed:
        changed = False
        order = np.argsort(found[:n, 0] * 4294967296 + found[:n, 2], kind="mergesort")
        rows = found[:n].copy()
        for k in range(n):
            found[k] = rows[order[k]]
        m = 0
        for k in range(n):
            done = False
            for p in range(m - 1, max(-1, m - 9), -1):
                if found[k, 1] <= found[p, 1] and (
                    found[p, 2] <= found[k, 2] and found[k, 3] <= found[p, 3]
                ):
                    done = True  # inside
                    break
                apart_a = found[k, 0] - found[p, 1]
                apart_b = found[k, 2] - found[p, 3]
                # moved passages end off the line on which the next one begins
                aside = apart_a - apart_b
                twice = max(0, -min(apart_a, apart_b))
                same = found[p, 4] + max(0, found[k, 4] - twice)
                longer = max(found[k, 1] - found[p, 0], found[k, 3] - found[p, 2])
                if (
                    apart_a <= gap
                    and 0 <= found[k, 2] - found[p, 2]
                    and apart_b <= gap
                    and -gap <= aside <= gap
                    and 2 * same >= longer  # else both would be lost
                    and found[k, 1] >= found[p, 1]
                    and found[k, 3] >= found[p, 3]
                ):
                    found[p, 1] = found[k, 1]
                    found[p, 3] = found[k, 3]
                    found[p, 4] = same
                    done = True
                    changed = True
                    break
            if not done:
                found[m] = found[k]
                m += 1
        n = m
    return n


@kernel
def accepted(
    row, codes, shapes, known, tenths, free, least_words, least_bits, least_identity
):
    """What the words in common carry, in tenths of a bit; -1: too little."""
    longer = max(row[1] - row[0], row[3] - row[2])
    if row[4] < least_words or row[4] < least_identity * longer:
        return -1
    total = bits_of(codes, shapes, row[0], row[1], known, tenths, free)
    total = total * row[4] // max(row[1] - row[0], 1)
    if total < least_bits:
        return -1
    return min(total, 2**31 - 1)


@kernel
def loose_seeds(codes, found, n, a_low, a_high, b_low, b_high, run):
    """Runs of `run` words that the rest of two texts shares, by place."""
    free_a = np.ones(a_high - a_low, np.uint8)
    free_b = np.ones(b_high - b_low, np.uint8)
    for k in range(n):
        free_a[found[k, 0] - a_low : found[k, 1] - a_low] = 0
        free_b[found[k, 2] - b_low : found[k, 3] - b_low] = 0
    keys = np.empty(a_high - a_low, np.int64)
    places = np.empty(a_high - a_low, np.int64)
    m = 0
    for i in range(a_low, a_high - run + 1):
        key = 0
        free = 1
        for k in range(run):
            free &= free_a[i - a_low + k]
            key = (key * 31 + (codes[i + k] & 0xFFFFFFFFFFF)) & 0xFFFFFFFFFFFFF
        if free:
            keys[m], places[m] = key, i
            m += 1
    order = np.argsort(keys[:m], kind="mergesort")
    keys = keys[:m][order]
    places = places[:m][order]
    room = 64
    out = np.empty((room, 2), np.int64)
    size = 0
    if m == 0:
        return out[:0]
    for j in range(b_low, b_high - run + 1):
        key = 0
        free = 1
        for k in range(run):
            free &= free_b[j - b_low + k]
            key = (key * 31 + (codes[j + k] & 0xFFFFFFFFFFF)) & 0xFFFFFFFFFFFFF
        if not free:
            continue
        at = np.searchsorted(keys, key)
        tries = 0
        while at < m and keys[at] == key and tries < 4:
            if size == room:
                room *= 2
                wider = np.empty((room, 2), np.int64)
                wider[:size] = out[:size]
                out = wider
            out[size, 0] = places[at]
            out[size, 1] = j
            size += 1
            at += 1
            tries += 1
    return out[:size]


@kernel
def aligned(
    a_doc,
    b_doc,
    a_at,
    b_at,
    codes,
    shapes,
    first,
    furniture,
    known,
    tenths,
    free,
    run_words,
    gap,
    strict,
    loose_run,
    loose,
    least_identity,
):
    """The passages of all pairs: pair, four places, matches, tenths of a bit, kind.

    Args:
        a_doc, b_doc, a_at, b_at: Seeds in order of pair and place; places in text.
        shapes: For each word 1: one character; 2: it begins as names do; 3: both.
        furniture: For each word whether it is furniture of its outlet.
        free: Tenths of a bit that the names of a passage carry for nothing.
        strict, loose: Least words, least tenths of a bit.
    """
    room = 1024
    out = np.empty((room, 8), np.int64)
    n_out = 0
    total = len(a_doc)
    found = np.empty((256, 5), np.int64)
    low = 0
    while low < total:
        one, two = a_doc[low], b_doc[low]
        high = low + 1
        while high < total and a_doc[high] == one and b_doc[high] == two:
            high += 1
        a_low, a_high = first[one], first[one + 1]
        b_low, b_high = first[two], first[two + 1]
        n = 0
        for s in range(low, high):
            a, b = a_low + a_at[s], b_low + b_at[s]
            if covers(found, n, a, b) or n >= 250:
                continue
            k = 0
            while k < run_words and codes[a + k] == codes[b + k]:
                k += 1
            if k < run_words:
                continue
            a0, a1, b0, b1, same = grown(
                codes, a_low, a_high, b_low, b_high, a, b, run_words
            )
            found[n, 0], found[n, 1], found[n, 2], found[n, 3] = a0, a1, b0, b1
            found[n, 4] = same
            n += 1
        low = high
        n = joined_in_line(found, n, gap)
        m = 0
        for k in range(n):
            if (
                accepted(
                    found[k],
                    codes,
                    shapes,
                    known,
                    tenths,
                    free,
                    strict[0],
                    strict[1],
                    least_identity,
                )
                >= 0
            ):
                found[m] = found[k]
                m += 1
        n = m
        if n == 0:
            continue
        seeds = loose_seeds(codes, found, n, a_low, a_high, b_low, b_high, loose_run)
        for s in range(len(seeds)):
            a, b = seeds[s, 0], seeds[s, 1]
            if n >= 250 or covers(found, n, a, b):
                continue
            k = 0
            while k < loose_run and codes[a + k] == codes[b + k]:
                k += 1
            if k < loose_run:
                continue
            a0, a1, b0, b1, same = grown(
                codes, a_low, a_high, b_low, b_high, a, b, loose_run
            )
            found[n, 0], found[n, 1], found[n, 2], found[n, 3] = a0, a1, b0, b1
            found[n, 4] = same
            if (
                accepted(
                    found[n],
                    codes,
                    shapes,
                    known,
                    tenths,
                    free,
                    loose[0],
                    loose[1],
                    0.6,
                )
                >= 0
            ):
                n += 1
        n = joined_in_line(found, n, gap)
        for k in range(n):
            weight = accepted(
                found[k],
                codes,
                shapes,
                known,
                tenths,
                free,
                loose[0],
                loose[1],
                least_identity,
            )
            if weight < 0:
                continue
            plain_a, plain_b = 0, 0
            for w in range(found[k, 0], found[k, 1]):
                plain_a += 1 - furniture[w]
            for w in range(found[k, 2], found[k, 3]):
                plain_b += 1 - furniture[w]
            if n_out == room:
                room *= 2
                wider = np.empty((room, 8), np.int64)
                wider[:n_out] = out[:n_out]
                out = wider
            out[n_out, 0] = high - 1
            out[n_out, 1:6] = found[k]
            out[n_out, 6] = weight
            out[n_out, 7] = 1 if min(plain_a, plain_b) < loose[0] else 0
            n_out += 1
    return out[:n_out].copy()
