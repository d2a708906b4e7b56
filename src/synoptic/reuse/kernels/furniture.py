"""Which words are the standing text of an outlet."""

import numpy as np

from synoptic.reuse.compiled import kernel


@kernel
def least_reports(outlet, outlets, least):
    """In how many reports of an outlet its furniture stands, at the least."""
    low, high = 0, len(outlets) // 2
    n = high
    while low < high:
        middle = (low + high) // 2
        if outlets[middle] < outlet:
            low = middle + 1
        else:
            high = middle
    if low < n and outlets[low] == outlet:
        return max(outlets[n + low], least)
    return least


@kernel
def furniture_of(members, docs, about, outlets, least):
    """Which members are furniture: in many texts of an outlet, on days apart.

    Args:
        members: Rows of one print, by report.
        docs, about: Of all rows: the report; outlet, day and sign of its text.
        outlets: As `least_reports` takes them.
        least: Reports, at the least; three fewer where they lie a month apart, since
            a story is over by then.
    """
    n = len(members)
    flags = np.zeros(n, np.int64)
    keys = np.empty(n, np.int64)
    for i in range(n):
        keys[i] = about[members[i]] >> 40
    order = np.argsort(keys, kind="mergesort")
    seen = np.empty(8, np.int64)
    i = 0
    while i < n:
        outlet = keys[order[i]]
        j = i
        n_reports = 0
        first_day, last_day = 0, 0
        seen[:] = 0
        while j < n and keys[order[j]] == outlet:
            here = members[order[j]]
            if j == i or docs[here] != docs[members[order[j - 1]]]:
                n_reports += 1
                day = (about[here] >> 24) & 0xFFFF
                if day:
                    first_day = day if first_day == 0 else min(first_day, day)
                    last_day = max(last_day, day)
                for k in range(8):
                    seen[k] |= 1 << (about[here] >> (3 * k) & 7)
            j += 1
        n_days = last_day - first_day
        months = n_days >= 30
        enough = least_reports(outlet, outlets, least - 3 if months else least)
        if outlet and n_reports >= enough:
            differing = 0
            for k in range(8):
                n_signs = 0
                for bit in range(8):
                    n_signs += seen[k] >> bit & 1
                differing = max(differing, n_signs)
            apart = n_days >= 3 or last_day == 0
            if apart and differing >= (4 if months else 5):
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
