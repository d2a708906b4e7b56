"""A report while it is being grown: paragraphs of pieces, each with its origin."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import count


@dataclass(frozen=True)
class Piece:
    """A sentence or so.

    Attributes:
        origin: Name of the act of writing that the words go back to.
        via: Reports it passed through, first writer first.
        number: Tells the act of writing it from all others; edited, it keeps it.
    """

    text: str
    origin: str
    via: tuple[str, ...] = ()
    number: int = field(default_factory=count().__next__, compare=False)


@dataclass
class Draft:
    """One node of the tree, given or hidden."""

    id: str
    paragraphs: list[list[Piece]]
    outlet: str | None = None
    series: str | None = None
    agency: str | None = None  # set when the node is an agency's own file
    headline: str | None = None
    byline: str | None = None
    place: str = ""
    dateline_agency: str | None = None
    credits: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    top_notes: list[str] = field(default_factory=list)
    published_at: str | None = None
    written_hour: float = 0.0
    parents: tuple[str, ...] = ()
    operations: list[str] = field(default_factory=list)
    hidden: bool = False
    head_in_text: bool = False

    def words(self) -> int:
        return sum(len(p.text.split()) for para in self.paragraphs for p in para)


def child_of(parent: Draft, node_id: str) -> Draft:
    """A copy of a draft's body, for a new report to work on."""
    paragraphs = [
        [replace(p, via=(*p.via, parent.id)) for p in para]
        for para in parent.paragraphs
    ]
    return Draft(
        id=node_id, paragraphs=paragraphs, parents=(parent.id,), place=parent.place
    )


def render(draft: Draft) -> tuple[dict[str, object], list[tuple[int, int, Piece]]]:
    """The report as a JSONL row, and where each piece stands in its text."""
    parts: list[str] = []
    passages: list[tuple[int, int, Piece]] = []
    length = 0

    def add(text: str) -> None:
        nonlocal length
        parts.append(text)
        length += len(text)

    if draft.head_in_text:
        for line in (draft.headline, draft.byline):
            if line:
                add(line + "\n\n")
    for note in draft.top_notes:
        add(note + "\n\n")
    for number, para in enumerate(draft.paragraphs):
        if number:
            add("\n\n")
        elif draft.place:
            mark = f" ({draft.dateline_agency})" if draft.dateline_agency else ""
            add(f"{draft.place}{mark} — ")
        for k, piece in enumerate(para):
            if k:
                add(" ")
            start = length
            add(piece.text)
            passages.append((start, length, piece))
    for note in draft.notes:
        add("\n\n" + note)
    row: dict[str, object] = {"id": draft.id, "text": "".join(parts)}
    for name in ("outlet", "series", "published_at"):
        if getattr(draft, name):
            row[name] = getattr(draft, name)
    if not draft.head_in_text:
        for name in ("headline", "byline"):
            if getattr(draft, name):
                row[name] = getattr(draft, name)
    return row, passages


def sentences_of(text: str) -> list[str]:
    """Cut a paragraph after sentences; a quotation and its cue stay together."""
    parts = re.split(r"(?<=[.!?])\s+(?=[A-Z0-9])|(?<=[.!?]\")\s+(?=[A-Z])", text)
    out: list[str] = []
    for part in parts:
        if out and out[-1].count('"') % 2:
            out[-1] += " " + part
        else:
            out.append(part)
    return out
