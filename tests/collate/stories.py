"""Small reports built by hand for the collate tests."""

from synoptic.annotate import annotate_all
from synoptic.collate import Collated, collate
from synoptic.model import Block, Report


def report(name: str, *paragraphs: str) -> Report:
    """A report whose paragraphs are all body."""
    text = "\n\n".join(paragraphs)
    blocks = []
    at = 0
    for paragraph in paragraphs:
        if paragraph.strip():
            blocks.append(Block(at, at + len(paragraph), "body"))
        at += len(paragraph) + 2
    return Report(
        id=name, series=name, path=name, text=text, blocks=tuple(blocks), language="en"
    )


def collated(*reports: Report) -> Collated:
    """The reports set side by side, by rules alone."""
    return collate(reports, annotate_all(reports, fast=True).annotations)


def said(found: Collated, *reports: Report) -> list[tuple[str, str, str]]:
    """Each link as (kind, words in a, words in b)."""
    by_id = {r.id: r for r in reports}
    return [
        (
            link.kind,
            " / ".join(by_id[link.a].quote(s) for s in link.a_spans),
            " / ".join(by_id[link.b].quote(s) for s in link.b_spans),
        )
        for unit in found.units
        for link in unit.links
    ]
