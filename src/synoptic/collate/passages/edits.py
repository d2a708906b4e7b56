"""Word edits of a link: what stands on one side only, differs or moved."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from synoptic.collate.passages.agreement import edit_class
from synoptic.model import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.collate.passages.body import Body

Pair = tuple[int, int]


def edits_of(
    body_a: Body,
    body_b: Body,
    a: Sequence[int],
    b: Sequence[int],
    pairs: Sequence[Pair],
) -> tuple[Edit, ...]:
    """Return the word edits of a link, by place in a, then in b.

    Args:
        body_a: The one body.
        body_b: The other body.
        a: The link's segments in the one body.
        b: The link's segments in the other.
        pairs: Tokens that match, by a.

    Returns:
        Replacements, insertions and deletions between the words that match in order;
        moves of words that match out of order; and, as `style`, what was folded when
        the words were compared (case, marks, hyphens, spelling).
    """
    if not pairs:
        return ()  # reworded: word by word there is nothing to set side by side
    if body_a.words_of(a) == body_b.words_of(b):
        return ()
    tokens_a = body_a.tokens_of(a)
    tokens_b = body_b.tokens_of(b)
    inside_a, inside_b = set(tokens_a), set(tokens_b)
    kept = [(x, y) for x, y in pairs if x in inside_a and y in inside_b]
    anchors = _in_order(kept)
    in_place = set(anchors)
    moved = [p for p in kept if p not in in_place]
    moved_a = {x for x, _ in moved}
    moved_b = {y for _, y in moved}
    edits: list[Edit] = []
    place_a = {t: k for k, t in enumerate(tokens_a)}
    place_b = {t: k for k, t in enumerate(tokens_b)}
    fences = [(-1, -1), *((place_a[x], place_b[y]) for x, y in anchors)]
    fences.append((len(tokens_a), len(tokens_b)))
    for (left_a, left_b), (right_a, right_b) in pairwise(fences):
        if right_a - left_a == right_b - left_b == 1:
            continue  # nothing between: most of a long passage
        gap_a = [t for t in tokens_a[left_a + 1 : right_a] if t not in moved_a]
        gap_b = [t for t in tokens_b[left_b + 1 : right_b] if t not in moved_b]
        edits += [
            _gap_edit(body_a, body_b, part_a, part_b)
            for part_a, part_b in _by_voice(body_a, body_b, gap_a, gap_b)
        ]
    edits += [_move(body_a, body_b, run) for run in _runs(moved)]
    edits += _styles(body_a, body_b, anchors)
    return tuple(sorted(edits, key=_place))


def _place(edit: Edit) -> tuple[int, int, int, str]:
    a, b = edit.a, edit.b
    return (a.start if a else -1, b.start if b else -1, a.end if a else -1, edit.op)


def _in_order(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest rising chain (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    back: list[int] = []
    for k, (_, y) in enumerate(pairs):
        at = bisect_left(tails, y)
        back.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(y)
            ends.append(k)
        else:
            tails[at], ends[at] = y, k
    chain: list[Pair] = []
    k = ends[-1] if ends else -1
    while k >= 0:
        chain.append(pairs[k])
        k = back[k]
    return chain[::-1]


def _runs(pairs: Sequence[Pair]) -> list[list[Pair]]:
    runs: list[list[Pair]] = []
    for x, y in pairs:
        if runs and runs[-1][-1] == (x - 1, y - 1):
            runs[-1].append((x, y))
        else:
            runs.append([(x, y)])
    return runs


def _span(body: Body, tokens: Sequence[int]) -> Span | None:
    if not tokens:
        return None
    return Span(body.start[tokens[0]], body.end[tokens[-1]])


def _by_voice(
    body_a: Body, body_b: Body, gap_a: Sequence[int], gap_b: Sequence[int]
) -> list[tuple[list[int], list[int]]]:
    """Keep words inside quotation marks apart from the narration beside them."""
    spoken_a = {body_a.quoted[t] for t in gap_a}
    spoken_b = {body_b.quoted[t] for t in gap_b}
    if len(spoken_a | spoken_b) < 2 or not spoken_a & spoken_b:
        return [(list(gap_a), list(gap_b))] if gap_a or gap_b else []
    return [
        (
            [t for t in gap_a if body_a.quoted[t] is spoken],
            [t for t in gap_b if body_b.quoted[t] is spoken],
        )
        for spoken in (True, False)
    ]


def _gap_edit(
    body_a: Body, body_b: Body, gap_a: Sequence[int], gap_b: Sequence[int]
) -> Edit:
    kind = edit_class(_printed(body_a, gap_a), _printed(body_b, gap_b))
    a, b = _span(body_a, gap_a), _span(body_b, gap_b)
    if a is None:
        return Edit("insert", None, b, kind)
    if b is None:
        return Edit("delete", a, None, kind)
    return Edit("replace", a, b, kind)


def _move(body_a: Body, body_b: Body, run: Sequence[Pair]) -> Edit:
    a, b = _span(body_a, [x for x, _ in run]), _span(body_b, [y for _, y in run])
    return Edit("move", a, b, "wording")


def _printed(body: Body, tokens: Sequence[int]) -> list[str]:
    return [body.report.text[body.start[t] : body.end[t]] for t in tokens]


def _styles(body_a: Body, body_b: Body, anchors: Sequence[Pair]) -> list[Edit]:
    """What differs in print between words that match: letters, then marks between."""
    edits: list[Edit] = []
    text_a, text_b = body_a.report.text, body_b.report.text
    for run in _runs(anchors):
        (first_a, first_b), (last_a, last_b) = run[0], run[-1]
        if (
            text_a[body_a.start[first_a] : body_a.end[last_a]]
            == text_b[body_b.start[first_b] : body_b.end[last_b]]
        ):
            continue  # most runs: no word of them need be looked at
        for k, (x, y) in enumerate(run):
            word_a = Span(body_a.start[x], body_a.end[x])
            word_b = Span(body_b.start[y], body_b.end[y])
            if body_a.report.quote(word_a) != body_b.report.quote(word_b):
                edits.append(Edit("replace", word_a, word_b, "style"))
            if k + 1 < len(run):
                gap_a = Span(word_a.end, body_a.start[x + 1])
                gap_b = Span(word_b.end, body_b.start[y + 1])
                marks_a = "".join(body_a.report.quote(gap_a).split())
                marks_b = "".join(body_b.report.quote(gap_b).split())
                if marks_a != marks_b:
                    edits.append(_mark_edit(gap_a, marks_a, gap_b, marks_b))
    return edits


def _mark_edit(gap_a: Span, marks_a: str, gap_b: Span, marks_b: str) -> Edit:
    if not marks_a:
        return Edit("insert", None, gap_b, "style")
    if not marks_b:
        return Edit("delete", gap_a, None, "style")
    return Edit("replace", gap_a, gap_b, "style")
