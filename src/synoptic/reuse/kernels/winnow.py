"""Fingerprints of runs of words, thinned by windows."""

import numpy as np

from synoptic.reuse.compiled import kernel


@kernel
def winnowed(codes, first, run_words, window):
    """The kept fingerprints: hash, text, place, what stands beside; sign of a text.

    The sign is eight times three bits, each of the print that comes first in an order
    of its own: as a rule the same for texts that are nearly the same, and another for
    texts that share a paragraph.
    """
    n_texts = len(first) - 1
    longest = 0
    for text in range(n_texts):
        longest = max(longest, first[text + 1] - first[text])
    hashes = np.empty(longest + 1, np.int64)
    room = first[n_texts] - first[0] + 1
    prints = np.empty(room, np.int64)
    texts = np.empty(room, np.int32)
    places = np.empty(room, np.int32)
    beside = np.empty(room, np.int32)
    signs = np.zeros(n_texts, np.int64)
    least = np.empty(8, np.int64)
    of_least = np.empty(8, np.int64)
    n = 0
    for text in range(n_texts):
        base = first[text]
        length = first[text + 1] - base
        n_runs = length - run_words + 1
        if n_runs < 1:
            continue
        for run in range(n_runs):
            one, two = 0x3C6EF372, 0x1B873593
            for k in range(base + run, base + run + run_words):
                code = codes[k]
                one = (one * 0x2C9277B5 + (code >> 31)) & 0xFFFFFFFF
                two = (two * 0x4C957F2D + (code & 0x7FFFFFFF)) & 0x7FFFFFFF
            one ^= one >> 16
            one = (one * 0x45D9F3B) & 0xFFFFFFFF
            one ^= one >> 15
            two ^= two >> 15
            two = (two * 0x2545F4B) & 0x7FFFFFFF
            hashes[run] = (one << 31) | two
        for k in range(8):
            least[k] = 0x7FFFFFFF
            of_least[k] = 0
        last = -1
        kept = -1
        span = min(window, n_runs)
        for end in range(span - 1, n_runs):
            begin = end - span + 1
            if last < begin:
                last = begin
                for k in range(begin + 1, end + 1):
                    if hashes[k] <= hashes[last]:
                        last = k
            elif hashes[end] <= hashes[last]:
                last = end
            if last == kept:
                continue
            kept = last
            turned = hashes[kept] & 0x7FFFFFFF
            for k in range(8):
                turned = (turned * 0x5851F42D + 0x14057B7E) & 0x7FFFFFFF
                if turned < least[k]:
                    least[k] = turned
                    of_least[k] = hashes[kept]
            around = 0
            for k in range(3):
                after = kept + run_words + k
                if after < length:
                    around |= ((codes[base + after] >> 9) % 31 + 1) << (5 * k)
                before = kept - 1 - k
                if before >= 0:
                    around |= ((codes[base + before] >> 9) % 31 + 1) << (15 + 5 * k)
            prints[n] = hashes[kept]
            texts[n] = text
            places[n] = kept
            beside[n] = around
            n += 1
        for k in range(8):
            signs[text] |= (of_least[k] >> 40 & 7) << (3 * k)
    return (
        prints[:n].copy(),
        texts[:n].copy(),
        places[:n].copy(),
        beside[:n].copy(),
        signs,
    )
