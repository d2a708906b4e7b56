"""What desks do to a whole report: each operation changes a draft in place."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from copytrees.draft import Piece, sentences_of

if TYPE_CHECKING:
    from copytrees.draft import Draft
    from copytrees.rules import Context
    from copytrees.stories import Story

_LOCAL = Path(__file__).with_name("local.txt").read_text(encoding="utf-8").splitlines()
_TOWNS = (
    "Maple Ridge,Gorham,Weston Falls,Castleby,Dunmore,Ashfield,Bellport,Harrow".split(
        ","
    )
)
_NAMES = (
    "Carol Whitfield,Paul Ortega,Denise Marsh,Ken Yamada,Ruth Abbott,Sam Delaney,"
    "Olga Fenn,Peter Lundy,Grace Holloway,Omar Haddad"
).split(",")
_MONTHS = "January,February,March,April,June,September,October".split(",")


def cut_end(draft: Draft, keep: float) -> None:
    """Keep the first paragraphs."""
    n = max(2, round(len(draft.paragraphs) * keep))
    if n < len(draft.paragraphs):
        del draft.paragraphs[n:]
        draft.operations.append("cut-end")


def cut_middle(draft: Draft, rng: random.Random, share: float) -> None:
    """Take out single paragraphs behind the lead."""
    n = min(round(len(draft.paragraphs) * share), len(draft.paragraphs) - 3)
    for _ in range(n):
        del draft.paragraphs[rng.randrange(1, len(draft.paragraphs))]
    if n > 0:
        draft.operations.append("cut-middle")


def cut_sentences(draft: Draft, rng: random.Random, share: float) -> None:
    """Take out single sentences of longer paragraphs."""
    for para in draft.paragraphs:
        if len(para) > 1 and rng.random() < share:
            del para[rng.randrange(len(para))]
            draft.operations.append("cut-sentence")


def new_headline(draft: Draft, story: Story, rng: random.Random) -> None:
    draft.headline = rng.choice(story.headlines)


def new_lead(draft: Draft, rng: random.Random, leads: list[str]) -> None:
    """Put a paragraph of the desk's own before the first one, or in its place."""
    if not leads:
        return
    lead = [Piece(leads.pop(), draft.id)]
    if rng.random() < 0.5:
        draft.paragraphs[0] = lead
    else:
        draft.paragraphs.insert(0, lead)
    draft.operations.append("new-lead")


def add_local(draft: Draft, rng: random.Random, n: int, used: set[int]) -> None:
    """Paragraphs of the desk's own: at the end, or spread over the body."""
    spread = rng.random() < 0.4
    town, paper = (
        rng.choice(_TOWNS),
        f"{rng.choice(_TOWNS)} {rng.choice(('Sentinel', 'Courier'))}",
    )
    for _ in range(n):
        free = [i for i in range(len(_LOCAL)) if i not in used]
        if not free:
            return
        index = rng.choice(free)
        used.add(index)
        text = _LOCAL[index].format(
            town=town,
            name=rng.choice(_NAMES),
            county=f"{town} County",
            paper=paper,
            month=rng.choice(_MONTHS),
            n=rng.randrange(40, 900),
        )
        at = (
            rng.randrange(1, len(draft.paragraphs) + 1)
            if spread
            else len(draft.paragraphs)
        )
        draft.paragraphs.insert(at, [Piece(text, draft.id)])
        draft.operations.append("local")


def edit_sentences(
    draft: Draft, rng: random.Random, share: float, rules: tuple, context: Context
) -> None:
    """Change a share of the sentences by one to three rules each."""
    for para in draft.paragraphs:
        for i, piece in enumerate(para):
            if piece.origin == draft.id or rng.random() >= share:
                continue
            text = piece.text
            for rule in rng.sample(rules, k=min(len(rules), rng.randrange(1, 4))):
                text = rule(text, rng, context)
            if text != piece.text:
                para[i] = replace(piece, text=text)
                draft.operations.append("edit")


def reorder(draft: Draft, rng: random.Random) -> None:
    """Move one or two paragraphs elsewhere."""
    for _ in range(rng.randrange(1, 3)):
        if len(draft.paragraphs) > 4:
            para = draft.paragraphs.pop(rng.randrange(1, len(draft.paragraphs)))
            draft.paragraphs.insert(rng.randrange(1, len(draft.paragraphs)), para)
            draft.operations.append("reorder")


def regroup(draft: Draft, rng: random.Random) -> None:
    """Cut paragraphs into sentences, or join short ones."""
    if rng.random() < 0.5:
        cut: list[list[Piece]] = []
        for para in draft.paragraphs:
            for piece in para:
                cut += [[replace(piece, text=s)] for s in sentences_of(piece.text)]
        draft.paragraphs = cut
    else:
        joined: list[list[Piece]] = []
        for k, para in enumerate(draft.paragraphs):
            if k > 1 and k % 2:
                joined[-1] = joined[-1] + para
            else:
                joined.append(para)
        draft.paragraphs = joined
    draft.operations.append("regroup")


def merge(draft: Draft, other: Draft, rng: random.Random, share: float) -> None:
    """Take paragraphs over from a second parent."""
    n = max(2, round(len(other.paragraphs) * share))
    start = rng.randrange(0, max(1, len(other.paragraphs) - n))
    taken = [
        [replace(p, via=(*p.via, other.id)) for p in para]
        for para in other.paragraphs[start : start + n]
    ]
    at = rng.randrange(1, len(draft.paragraphs) + 1)
    draft.paragraphs[at:at] = taken
    draft.parents = (*draft.parents, other.id)
    draft.operations.append("merge")
