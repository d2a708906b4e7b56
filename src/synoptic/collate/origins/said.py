"""Who the readings of a unit say has said it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from synoptic.model import Evidence, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from synoptic.model import Annotations, Reading, Report

_PRONOUNS = frozenset(
    "he she they it him her them who his their its i we you this that".split()
)
_CLAUSE = re.compile(r", (?:who|which|whose|where)\b| \(")
_BEFORE_CHARS = 400
_ACCORDING = re.compile(
    r"\baccording to ((?:[^\W_]|[ '’-]){3,80}?)(?=[,.;:\n”\"]|\s(?:who|which|that)\b|$)"
)


def said_by(
    report: Report, known: Annotations, reading: Reading
) -> tuple[tuple[str, ...], tuple[Evidence, ...]]:
    """Return the speakers that a reading names, and where it names them.

    A named speaker stands by name; an unnamed one as described.
    """
    names: dict[str, None] = {}
    places: list[Evidence] = []
    for name, span in _speakers(report, known, reading.spans):
        names.setdefault(name)
        places.append(Evidence(report.id, span))
    return tuple(names), tuple(places)


def names_nearby(report: Report, reading: Reading, speakers: Sequence[str]) -> bool:
    """Whether a reading, or the lines before it, name one of the speakers.

    A sentence may leave its source to the one before it.
    """
    for span in reading.spans:
        before = report.text[max(0, span.start - _BEFORE_CHARS) : span.end].casefold()
        if any(name.casefold().split()[-1] in before for name in speakers):
            return True
    return False


def _speakers(
    report: Report, known: Annotations, spans: Sequence[Span]
) -> Iterator[tuple[str, Span]]:
    found: set[str] = set()
    for quotation in known.quotations or ():
        inside = any(c.overlaps(s) for c in quotation.content for s in spans)
        speaker = quotation.speaker
        if not inside or speaker.span is None:
            continue
        words = _plain(report.quote(speaker.span))
        name = speaker.entity or (None if words.lower() in _PRONOUNS else words)
        if name and name.casefold() not in found:
            found.add(name.casefold())
            yield name, speaker.span
    for span in spans:
        for match in _ACCORDING.finditer(report.text, span.start, span.end):
            name = _plain(match[1])
            if not any(name.casefold() in f or f in name.casefold() for f in found):
                found.add(name.casefold())
                yield name, Span(*match.span(1))


def _plain(words: str) -> str:
    """A speaker as printed, without the clause that says more about them."""
    return _CLAUSE.split(" ".join(words.split()), maxsplit=1)[0].strip(" ,.;:")
