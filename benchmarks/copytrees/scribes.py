"""A third process: a text copied by hand, exemplar by exemplar, as manuscripts were.

Nothing is fitted on it. Every copy has nearly the whole text; scribes exchange words,
spell in their own way, turn neighbouring words round, write a word twice, skip a line,
and let the eye jump from a word to the same word further on, so that what stands
between is lost. Some copies change exemplar half-way (contamination). No times, no
credits, no quotation marks; the archetype and some of the copies are lost.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from copytrees.draft import Draft, Piece, child_of, sentences_of
from copytrees.grow import Grown, hand_in

if TYPE_CHECKING:
    from copytrees.stories import Story

_EXCHANGED = """
a=one the=this this=that that=which which=that who=that on=upon in=within to=unto
of=from and=also but=yet for=because with=by by=through at=in from=out-of is=was
was=is are=were were=are has=had had=has will=shall would=should said=spoke
said=declared people=folk two=twain three=four four=five all=each each=every
other=another after=since before=ere over=above under=beneath near=by large=great
small=little first=former last=latter long=great more=most most=more not=never
""".split()
_WORDS = {
    key: [w.split("=")[1] for w in _EXCHANGED if w.split("=")[0] == key]
    for key in {pair.split("=")[0] for pair in _EXCHANGED}
}
_SPELLINGS = (("ie", "y"), ("ea", "ee"), ("ll", "l"), ("ck", "k"), ("ou", "ow"))
_SKIP_WORDS = (3, 25)
"""The eye jumps so far, from a word to the same word."""


@dataclass(frozen=True)
class _Habit:
    """Shares of words that one scribe changes in each way; skips a thousand words."""

    exchange: float
    spell: float
    turn: float
    skips: float


def copy_by_hand(story: Story, *, seed: int = 0, copies: int = 10) -> Grown:
    """Grow one tradition out of a story's first telling."""
    rng = random.Random(f"scribes/{story.name}/{seed}")
    archetype = Draft(id="o0", paragraphs=[], hidden=rng.random() < 0.7)
    for told in story.tellings[0]:
        bare = re.sub(r'["“”]', "", told)
        archetype.paragraphs.append([Piece(s, "o0") for s in sentences_of(bare)])
    nodes = [archetype]
    for number in range(copies):
        exemplar = rng.choice(nodes[-6:])
        node = child_of(exemplar, f"c{number}")
        others = [n for n in nodes if n is not exemplar]
        if others and rng.random() < 0.1:
            _change_exemplar(node, rng.choice(others), rng)
        _write(node, rng)
        nodes.append(node)
    for node in nodes[1:]:
        used = sum(node.id in n.parents for n in nodes)
        node.hidden = used > 0 and rng.random() < 0.25
    return hand_in(f"{story.name}-scribes-{seed}", nodes, rng)


def _change_exemplar(node: Draft, other: Draft, rng: random.Random) -> None:
    n = min(len(node.paragraphs), len(other.paragraphs))
    at = rng.randrange(n // 4, max(n // 4 + 1, 3 * n // 4))
    node.paragraphs[at:] = [
        [replace(p, via=(*p.via, other.id)) for p in para]
        for para in other.paragraphs[at:]
    ]
    node.parents = (*node.parents, other.id)


def _write(node: Draft, rng: random.Random) -> None:
    habit = _Habit(
        rng.uniform(0.005, 0.05),
        rng.uniform(0.0, 0.03),
        rng.uniform(0.0, 0.01),
        rng.uniform(0.0, 8.0),
    )
    node.paragraphs = [
        written for para in node.paragraphs if (written := _paragraph(para, habit, rng))
    ]


def _paragraph(para: list[Piece], habit: _Habit, rng: random.Random) -> list[Piece]:
    words = [(w, k) for k, piece in enumerate(para) for w in piece.text.split()]
    if rng.random() < habit.skips * len(words) / 1000:
        words = _skipped(words, rng)
    out: list[tuple[str, int]] = []
    for word, k in words:
        written = word
        if rng.random() < habit.exchange * 3:
            written = rng.choice(_WORDS.get(word.lower(), [word]))
        if rng.random() < habit.spell:
            for old, new in rng.sample(_SPELLINGS, len(_SPELLINGS)):
                if old in written:
                    written = written.replace(old, new, 1)
                    break
        if out and out[-1][1] == k and rng.random() < habit.turn:
            out.insert(-1, (written, k))
        else:
            out.append((written, k))
        if rng.random() < habit.turn / 4:
            out.append((written, k))
    texts = [" ".join(w for w, k in out if k == n) for n in range(len(para))]
    return [
        replace(piece, text=text)
        for piece, text in zip(para, texts, strict=True)
        if text
    ]


def _skipped(words: list[tuple[str, int]], rng: random.Random) -> list[tuple[str, int]]:
    """Leave out what stands between two places of one word; else a line."""
    low, high = _SKIP_WORDS
    jumps = [
        (i, j)
        for i in range(len(words))
        for j in range(i + low, min(i + high, len(words)))
        if words[i][0].lower() == words[j][0].lower()
    ]
    if jumps:
        i, j = rng.choice(jumps)
    else:
        i = rng.randrange(len(words))
        j = min(len(words), i + rng.randint(6, 12))
    return words[:i] + words[j:]
