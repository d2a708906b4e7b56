"""Fingerprints of runs of words, thinned by windows."""

import numpy as np

from synoptic.reuse.compiled import kernel

ONE, TWO = 0x2C9277B5, 0x4C957F2D  # the bases of two rolling hashes, modulo 2 ** 31


@kernel
def winnowed(codes, first, run_words, window):
    """The kept fingerprints: hash, text, place, what stands beside; sign of a text.

    What stands beside is five bits of each of three words after the run, of three
    before it, and 16 bits of as many before it as the window is wide; 0: there are
    not so many.

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
    beside = np.empty(room, np.int64)
    signs = np.zeros(n_texts, np.int64)
    least = np.empty(8, np.int64)
    of_least = np.empty(8, np.int64)
    one_out, two_out = 1, 1
    for _ in range(run_words):
        one_out = (one_out * ONE) & 0x7FFFFFFF
        two_out = (two_out * TWO) & 0x7FFFFFFF
    n = 0
    for text in range(n_texts):
        one, two = 0, 0
        base = first[text]
        length = first[text + 1] - base
        n_runs = length - run_words + 1
        if n_runs < 1:
            continue
        for run in range(n_runs):
            if run == 0:
                one, two = 0, 0
                for k in range(base, base + run_words):
                    one = (one * ONE + (codes[k] >> 31)) & 0x7FFFFFFF
                    two = (two * TWO + (codes[k] & 0x7FFFFFFF)) & 0x7FFFFFFF
            else:
                new, old = codes[base + run + run_words - 1], codes[base + run - 1]
                gone = ((old >> 31) & 0x7FFFFFFF) * one_out
                one = (one * ONE + (new >> 31) - gone) & 0x7FFFFFFF
                gone = (old & 0x7FFFFFFF) * two_out
                two = (two * TWO + (new & 0x7FFFFFFF) - gone) & 0x7FFFFFFF
            mixed = ((one ^ (one >> 15)) * 0x2C1B3C6D) & 0x7FFFFFFF
            more = ((two ^ (two >> 14)) * 0x297A2D39) & 0x7FFFFFFF
            hashes[run] = ((mixed ^ (mixed >> 13)) << 31) | (more ^ (more >> 12))
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
            for k in range(8):  # the print that is next to a place of its own
                turned = (hashes[kept] >> 8 & 0xFFFFFF) ^ (k * 0x249249)
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
            if kept >= window:
                far = 7
                for k in range(base + kept - window, base + kept):
                    far = (far * ONE + (codes[k] >> 31)) & 0x7FFFFFFF
                around |= ((far ^ far >> 15) & 0xFFFF | 1) << 30
            prints[n] = hashes[kept]
            texts[n] = text
            places[n] = kept
            beside[n] = around
            n += 1
        for k in range(8):
            signs[text] |= (of_least[k] >> 50 & 7) << (3 * k)
    return (
        prints[:n].copy(),
        texts[:n].copy(),
        places[:n].copy(),
        beside[:n].copy(),
        signs,
    )
