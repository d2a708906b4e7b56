"""Words of many texts at once; what `text.tokens` says in a pattern."""

import numpy as np

from synoptic.reuse.compiled import kernel

_SEPARATOR, _LETTER, _DIGIT, _MARK = 0, 1, 2, 3  # as in `folding`
_UNSPACED, _APOSTROPHE, _HYPHEN, _SYMBOL = 4, 5, 6, 7


@kernel
def spelled_as(code, spelled, spelled_to):
    """The word that stands for all spellings of a word."""
    mask = len(spelled) - 1
    at = code & mask
    while spelled[at] != -1:
        if spelled[at] == code:
            return spelled_to[at]
        at = (at + 1) & mask
    return code


@kernel
def is_known(code, known):
    """Whether the background table holds a word."""
    mask = len(known) - 1
    at = code & mask
    while known[at] != -1:
        if known[at] == code:
            return True
        at = (at + 1) & mask
    return False


@kernel
def finished(one, two):
    """The code of a word from the two states of its hashes."""
    one ^= one >> 15
    one = (one * 0x2C1B3C6D) & 0xFFFFFFFF
    one ^= one >> 13
    two ^= two >> 14
    two = (two * 0x297A2D39) & 0x7FFFFFFF
    two ^= two >> 12
    return (one << 31) | two


@kernel
def fed(one, two, point, fold, sequences):
    """The two states after one more code point of the text."""
    if point >= 0x20000:
        folded = point
    elif 0xAC00 <= point <= 0xD7A3:  # a syllable is its letters
        syllable = point - 0xAC00
        lead = 0x1100 + syllable // 588
        vowel = 0x1161 + (syllable % 588) // 28
        tail = syllable % 28
        one = ((one ^ lead) * 16777619) & 0xFFFFFFFF
        two = ((two + lead) * 0x5BD1E995) & 0x7FFFFFFF
        one = ((one ^ vowel) * 16777619) & 0xFFFFFFFF
        two = ((two + vowel) * 0x5BD1E995) & 0x7FFFFFFF
        if tail == 0:
            return one, two
        folded = 0x11A7 + tail
    else:
        folded = np.int64(fold[point])
        if folded == 0:
            return one, two
        if folded < 0:
            at = -folded
            for k in range(at + 1, at + 1 + sequences[at]):
                part = np.int64(sequences[k])
                one = ((one ^ part) * 16777619) & 0xFFFFFFFF
                two = ((two + part) * 0x5BD1E995) & 0x7FFFFFFF
            return one, two
    one = ((one ^ folded) * 16777619) & 0xFFFFFFFF
    two = ((two + folded) * 0x5BD1E995) & 0x7FFFFFFF
    return one, two


@kernel
def kind_of(point, kind):
    """What a code point is."""
    if point < 0x20000:
        return np.int64(kind[point])
    if point < 0x40000:
        return 4
    return 0


@kernel
def tokenize(
    data,
    offsets,
    lower,
    kind,
    capital,
    fold,
    sequences,
    spelled,
    spelled_to,
    known,
    special,
):
    """Words of UTF-8 texts: codes, starts, ends, and where each text's words begin."""
    n_texts = len(offsets) - 1
    longest = 0
    for text in range(n_texts):
        longest = max(longest, offsets[text + 1] - offsets[text])
    points = np.empty(longest + 3, np.int64)
    room = offsets[n_texts] - offsets[0] + 1
    codes = np.empty(room, np.int64)
    starts = np.empty(room, np.int32)
    ends = np.empty(room, np.int32)
    named = np.zeros(room, np.uint8)
    first = np.zeros(n_texts + 1, np.int64)
    united, possessive, per, cent = special[0], special[1], special[2], special[3]
    n = 0
    for text in range(n_texts):
        length = 0
        at = offsets[text]
        stop = offsets[text + 1]
        while at < stop:
            byte = np.int64(data[at])
            while byte < 0x80:
                points[length] = byte
                length += 1
                at += 1
                if at == stop:
                    break
                byte = np.int64(data[at])
            if at == stop:
                break
            if byte < 0xE0:
                points[length] = ((byte & 31) << 6) | (np.int64(data[at + 1]) & 63)
                at += 2
            elif byte < 0xF0:
                points[length] = (
                    ((byte & 15) << 12)
                    | ((np.int64(data[at + 1]) & 63) << 6)
                    | (np.int64(data[at + 2]) & 63)
                )
                at += 3
            else:
                points[length] = (
                    ((byte & 7) << 18)
                    | ((np.int64(data[at + 1]) & 63) << 12)
                    | ((np.int64(data[at + 2]) & 63) << 6)
                    | (np.int64(data[at + 3]) & 63)
                )
                at += 4
            length += 1
        points[length] = 32  # so that looking one or two ahead stays inside
        points[length + 1] = 32
        points[length + 2] = 32
        begin = n
        last_one, last_two = 0, 0
        last_is_letters = False
        i = 0
        while i < length:
            point = points[i]
            if point <= 32:
                i += 1
                continue
            here = kind_of(point, kind)
            if here == _SEPARATOR or here == _APOSTROPHE or here == _HYPHEN:
                i += 1
                continue
            one, two = 0x811C9DC5, 0x2545F491
            if here == _SYMBOL or here == _UNSPACED:
                j = i + 1
                one, two = fed(one, two, points[i], fold, sequences)
                while here == _UNSPACED and kind_of(points[j], kind) == _MARK:
                    one, two = fed(one, two, points[j], fold, sequences)
                    j += 1
                codes[n] = spelled_as(finished(one, two), spelled, spelled_to)
                starts[n] = i
                ends[n] = j
                n += 1
                last_is_letters = False
                i = j
                continue
            if here == _DIGIT:
                j = i
                cut = -1
                cut_one, cut_two = one, two
                while True:
                    if kind_of(points[j], kind) == _DIGIT:
                        one, two = fed(one, two, points[j], fold, sequences)
                        j += 1
                    elif (points[j] == 46 or points[j] == 44) and kind_of(
                        points[j + 1], kind
                    ) == _DIGIT:
                        cut, cut_one, cut_two = j, one, two
                        if points[j] == 46:
                            one, two = fed(one, two, points[j], fold, sequences)
                        j += 1
                    else:
                        break
                after = kind_of(points[j], kind)
                glued = after == _LETTER or after == _MARK
                if glued and cut >= 0:  # of "1,300km" the number is the 1
                    one, two, j = cut_one, cut_two, cut
                if not glued or cut >= 0:
                    codes[n] = finished(one, two)
                    starts[n] = i
                    ends[n] = j
                    n += 1
                    last_is_letters = False
                    i = j
                    continue
                one, two = 0x811C9DC5, 0x2545F491
            elif here == _LETTER and (
                points[i + 1] == 46
                or (points[i + 1] > 127 and kind_of(points[i + 1], kind) == _MARK)
            ):
                j = i
                n_letters = 0
                while kind_of(points[j], kind) == _LETTER:
                    k = j + 1
                    while kind_of(points[k], kind) == _MARK:
                        k += 1
                    if points[k] != 46:
                        break
                    for m in range(j, k):
                        one, two = fed(one, two, points[m], fold, sequences)
                    n_letters += 1
                    j = k + 1
                if n_letters > 1:
                    code = spelled_as(finished(one, two), spelled, spelled_to)
                    if points[i] == 85 and points[i + 2] == 83:
                        if (n_letters == 2 and j == i + 4) or (
                            n_letters == 3 and j == i + 6 and points[i + 4] == 65
                        ):
                            code = united
                    codes[n] = code
                    starts[n] = i
                    ends[n] = j
                    n += 1
                    last_is_letters = False
                    i = j
                    continue
                one, two = 0x811C9DC5, 0x2545F491
            j = i
            mark = -1
            mark_one, mark_two = one, two
            letters = True
            empty = True
            while True:
                point = points[j]
                if point < 128 and lower[point]:
                    one = ((one ^ lower[point]) * 16777619) & 0xFFFFFFFF
                    two = ((two + lower[point]) * 0x5BD1E995) & 0x7FFFFFFF
                    empty = False
                    j += 1
                    continue
                if point == 32:
                    break
                now = kind_of(point, kind)
                if now == _LETTER or now == _DIGIT or now == _MARK:
                    if now == _DIGIT:
                        letters = False
                    if now != _MARK:
                        empty = False
                    one, two = fed(one, two, points[j], fold, sequences)
                    j += 1
                elif now == _APOSTROPHE:
                    after = kind_of(points[j + 1], kind)
                    if after != _LETTER and after != _DIGIT and after != _MARK:
                        break
                    mark, mark_one, mark_two = j, one, two
                    letters = False
                    one, two = fed(one, two, 39, fold, sequences)
                    j += 1
                else:
                    break
            if empty:
                i = j
                continue
            if (
                mark >= 0
                and j == mark + 2
                and j - i > 2
                and (points[j - 1] == 115 or points[j - 1] == 83)
            ):
                codes[n] = spelled_as(finished(mark_one, mark_two), spelled, spelled_to)
                if mark - i == 2 and points[i] == 85 and points[i + 1] == 83:
                    codes[n] = united
                starts[n] = i
                ends[n] = mark
                codes[n + 1] = possessive
                starts[n + 1] = mark
                ends[n + 1] = j
                n += 2
                last_is_letters = False
                i = j
                continue
            code = spelled_as(finished(one, two), spelled, spelled_to)
            if points[i] == 85 and points[i + 1] == 83:
                if j - i == 2 or (j - i == 3 and points[i + 2] == 65):
                    code = united
            if n > begin and ends[n - 1] == i - 1:
                if (
                    last_is_letters
                    and letters
                    and kind_of(points[i - 1], kind) == _HYPHEN
                ):
                    for m in range(i, j):
                        last_one, last_two = fed(
                            last_one, last_two, points[m], fold, sequences
                        )
                    whole = finished(last_one, last_two)
                    if is_known(whole, known):
                        codes[n - 1] = whole
                        ends[n - 1] = j
                        i = j
                        continue
                elif code == cent and codes[n - 1] == per and points[i - 1] == 32:
                    codes[n - 1] = special[4]
                    ends[n - 1] = j
                    last_is_letters = False
                    i = j
                    continue
            codes[n] = code
            starts[n] = i
            ends[n] = j
            n += 1
            last_is_letters = letters
            last_one, last_two = one, two
            i = j
        for k in range(begin, n):
            point = points[starts[k]]
            if point < 0x20000:
                named[k] = capital[point]
        first[text + 1] = n
    return (
        codes[:n].copy(),
        starts[:n].copy(),
        ends[:n].copy(),
        named[:n].copy(),
        first,
    )
