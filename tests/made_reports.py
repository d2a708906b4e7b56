"""Reports of any number, invented word by word."""

from __future__ import annotations

import random

from synoptic.model import Block, Report, report_id

SYLLABLES = "ba ke lo mi nu ra sto ven ta gri pel os un dar fi".split()


def words(n: int, seed: object) -> list[str]:
    """Invented words, the same for the same seed."""
    dice = random.Random(str(seed))
    return ["".join(dice.choices(SYLLABLES, k=dice.randint(2, 4))) for _ in range(n)]


def made_report(number: int, *, n_words: int = 60, text: str | None = None) -> Report:
    """The report of that number, the same each time."""
    if text is None:
        said = words(n_words, number)
        text = f"Notice {number} from {said[0]}\n\n{' '.join(said)}."
    head = text.split("\n")[0]
    blocks = (Block(0, len(head), "headline"),)
    if len(text) > len(head) + 2:
        blocks += (Block(len(head) + 2, len(text), "body"),)
    name = report_id(f"notice-{number}", text.encode())
    return Report(
        id=name,
        series=name,
        path=f"notice-{number}.txt",
        text=text,
        blocks=blocks,
        outlet=f"Outlet {number % 7}",
        headline=head,
        published_at=f"2026-03-{1 + number % 28:02}",
        language="en",
        sha256=f"{number:064x}",
    )
