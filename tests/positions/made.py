"""Reports written down in a test, with what English makes of them."""

from __future__ import annotations

import hashlib
from pathlib import Path

from synoptic.annotate import annotate_all
from synoptic.model import Annotations, Block, Report

CAST = "Ruth Abernathy is the mayor of Merrow. Tom Castellano is the governor."


def made(
    text: str,
    *,
    headline: str | None = None,
    outlet: str = "Gazette",
    day: str = "2026-03-05",
) -> Report:
    """A report of some paragraphs, parted by blank lines."""
    blocks, whole = [], ""
    for kind, words in ([("headline", headline)] if headline else []) + [
        ("body", p) for p in text.split("\n\n")
    ]:
        whole += "\n\n" if whole else ""
        blocks.append(Block(len(whole), len(whole) + len(words), kind))
        whole += words
    key = hashlib.blake2b(f"{outlet}{whole}".encode(), digest_size=8).hexdigest()
    return Report(
        id=key,
        series=key,
        path=f"{outlet}.txt",
        text=whole,
        blocks=tuple(blocks),
        outlet=outlet,
        headline=headline,
        published_at=day,
        language="en",
        sha256="0" * 64,
    )


def known(*reports: Report) -> tuple[Annotations, ...]:
    return annotate_all(reports).annotations


def told(report: Report, notes: Annotations) -> list[tuple[str, str, str]]:
    """Actor, thing and stance of every statement."""
    found = []
    for s in notes.statements or ():
        actor = s.actor.entity or (report.quote(s.actor.span) if s.actor.span else "")
        thing = report.quote(s.stands_for or s.object)
        found.append((actor, thing, s.stance))
    return found


def cases(name: str) -> list[tuple[str, ...]]:
    """The cases of a file beside the tests: one a line, cells parted by bars."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    return [
        tuple(cell.strip() for cell in line.split("|"))
        for line in text.splitlines()
        if line.strip() and not line.startswith("#")
    ]


def told_of_each(sentences: list[str]) -> list[list[tuple[str, str, str]]]:
    """What is told of each sentence in a report of its own, behind who is who."""
    reports = [
        made(f"{CAST}\n\n{sentence}", outlet=f"Gazette {n}")
        for n, sentence in enumerate(sentences)
    ]
    return [told(r, a) for r, a in zip(reports, known(*reports), strict=True)]
