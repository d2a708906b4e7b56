"""Which words are the standing text of an outlet."""

import numpy as np

from synoptic.reuse.compiled import kernel


@kernel
def least_texts(outlet, outlets, furniture_texts):
    """In how many texts of an outlet its furniture stands, at the least."""
    low, high = 0, len(outlets) // 2
    n = high
    while low < high:
        middle = (low + high) // 2
        if outlets[middle] < outlet:
            low = middle + 1
        else:
            high = middle
    if low < n and outlets[low] == outlet:
        return max(outlets[n + low], furniture_texts)
    return furniture_texts


@kernel
def furniture_of(members, about, outlets, furniture_texts):
    """Which members are furniture: in many texts of an outlet, on days apart."""
    n = len(members)
    flags = np.zeros(n, np.int64)
    keys = np.empty(n, np.int64)
    for i in range(n):
        keys[i] = (about[members[i]] >> 40 << 24) | (about[members[i]] & 0xFFFFFF)
    order = np.argsort(keys, kind="mergesort")
    i = 0
    while i < n:
        outlet = keys[order[i]] >> 24
        j = i
        n_texts, n_days = 0, 0
        first_day, last_day = 0, 0
        while j < n and keys[order[j]] >> 24 == outlet:
            if j == i or keys[order[j]] != keys[order[j - 1]]:
                n_texts += 1
            day = (about[members[order[j]]] >> 24) & 0xFFFF
            if day:
                first_day = day if first_day == 0 else min(first_day, day)
                last_day = max(last_day, day)
                n_days = max(n_days, 1)
            j += 1
        if outlet and n_texts >= least_texts(outlet, outlets, furniture_texts):
            if n_days == 0 or last_day - first_day >= 3:
                for k in range(i, j):
                    flags[order[k]] = 1
        i = j
    return flags


@kernel
def flagged(first, mark_first, marks, run_words, reach):
    """A flag for each word: inside a marked run, or between two that are close."""
    flags = np.zeros(first[len(first) - 1], np.uint8)
    for text in range(len(first) - 1):
        last = -1
        for m in range(mark_first[text], mark_first[text + 1]):
            at = first[text] + marks[m]
            begin = last if last >= 0 and at - last <= reach else at
            last = at + run_words
            flags[begin:last] = 1
    return flags
