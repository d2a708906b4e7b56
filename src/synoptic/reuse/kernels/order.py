"""Sorting a few things, and many, by their keys."""

import numpy as np

from synoptic.reuse.compiled import kernel


@kernel
def sort_small(members, keys):
    """Members in order of their keys, sorted in place; few of them."""
    for i in range(1, len(members)):
        member, key = members[i], keys[i]
        j = i - 1
        while j >= 0 and keys[j] > key:
            members[j + 1] = members[j]
            keys[j + 1] = keys[j]
            j -= 1
        members[j + 1] = member
        keys[j + 1] = key


@kernel
def ordered(members, keys):
    """Members in order of their keys."""
    if len(members) < 24:
        sort_small(members, keys)
        return members
    return members[np.argsort(keys, kind="mergesort")]
