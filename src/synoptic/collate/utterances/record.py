"""A report that is the record of what was said: a transcript."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from synoptic.model import Quotation, Span, Speaker, part_id

if TYPE_CHECKING:
    from synoptic.model import Annotations, Report

_LABEL = re.compile(r"\s*(?:[A-Z][\w.’'-]*[ \xa0]?){1,5}:\s+")


def as_record(report: Report, annotations: Annotations) -> Annotations:
    """Annotations in which every sentence of a transcript is a quotation.

    Who speaks is left open, so that the words alone decide what they are compared
    with; a label before them ("THE PRESIDENT:") is not part of the words.
    """
    body = report.spans_of("body")
    quotations = []
    for sentence in annotations.sentences:
        if not any(sentence.within(block) for block in body):
            continue
        label = _LABEL.match(report.text, sentence.start, sentence.end)
        words = Span(label.end() if label else sentence.start, sentence.end)
        if words.start < words.end:
            quotations.append(
                Quotation(
                    id=part_id(report.id, words),
                    kind="direct",
                    content=(words,),
                    cue=None,
                    speaker=Speaker(None, None, 0.0, "the record"),
                )
            )
    return replace(annotations, quotations=tuple(quotations))
