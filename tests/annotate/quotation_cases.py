"""Small reports written for these tests, and how to read their quotations."""

import re

from synoptic.annotate import annotate_all
from synoptic.model import Block, Report


def make_report(text: str, *, name: str = "r", language: str = "en", headline=None):
    """A report with a paragraph a block; the first may be a headline."""
    blocks = []
    for place, m in enumerate(re.finditer(r"[^\n]+", text)):
        kind = "headline" if headline and place == 0 else "body"
        blocks.append(Block(m.start(), m.end(), kind))
    return Report(
        id=name,
        series=name,
        path=f"{name}.txt",
        text=text,
        blocks=tuple(blocks),
        language=language,
    )


def read(text: str, *, fast: bool, **kind):
    """Each quotation as (kind, speaker, words), in order."""
    report = make_report(text, **kind)
    notes = annotate_all([report], fast=fast).annotations[0]
    return [
        (q.kind, q.speaker.entity, " | ".join(report.quote(s) for s in q.content))
        for q in notes.quotations or ()
    ]
