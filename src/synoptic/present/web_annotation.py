"""What was found, as W3C Web Annotations (Recommendation of 23 February 2017).

Each finding, each passage that several reports print, and each quotation, figure and
date is an annotation on the reports themselves. A place is given twice, by its offsets
and by its words with those around them, so that it is found again in another copy.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.model import Annotations, Collation, Report, Span

_AROUND_CHARS = 32
_URN = "urn:synoptic:"

_Json = dict[str, object]


def to_web_annotation(collation: Collation, *, text: bool = True) -> str:
    """The annotations as one collection of one page; nothing is left out.

    Args:
        collation: What is written.
        text: Give words beside offsets; else offsets only.
    """
    items = [*_items(collation, text=text)]
    collection = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"{_URN}collection",
        "type": "AnnotationCollection",
        "generator": {
            "type": "Software",
            "name": "synoptic",
            "schema:softwareVersion": collation.run.version,
        },
        "total": len(items),
        "first": {
            "id": f"{_URN}page:1",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def _items(collation: Collation, *, text: bool) -> Iterator[_Json]:
    by_id = {report.id: report for report in collation.reports}
    for finding in collation.findings:
        yield _annotation(
            f"finding:{finding.id}",
            "describing",
            _said(finding.text if text else finding.kind),
            [_target(by_id[e.report], e.span, text=text) for e in finding.evidence],
        )
    for unit in collation.units:
        if len(unit.readings) > 1:
            yield _annotation(
                f"unit:{unit.id}",
                "linking",
                [_tag("the same passage")],
                [
                    _target(by_id[reading.report], span, text=text)
                    for reading in unit.readings
                    for span in reading.spans
                ],
            )
    for known in collation.annotations:
        yield from _of_report(by_id[known.report], known, text=text)


def _of_report(report: Report, known: Annotations, *, text: bool) -> Iterator[_Json]:
    for quotation in known.quotations or ():
        body = [_tag(f"{quotation.kind} quotation")]
        if quotation.speaker.entity and text:
            body += _said(quotation.speaker.entity)
        places = [_target(report, span, text=text) for span in quotation.content]
        yield _annotation(f"quotation:{quotation.id}", "classifying", body, places)
    for figure in known.figures or ():
        bounds = f"{figure.low} to {figure.high} {figure.unit}".strip()
        yield _annotation(
            f"figure:{figure.id}",
            "classifying",
            [_tag("figure"), *(_said(bounds) if text else ())],
            [_target(report, figure.span, text=text)],
        )
    for date in known.dates or ():
        yield _annotation(
            f"date:{date.id}",
            "classifying",
            [_tag("date"), *_said(date.value)],
            [_target(report, date.span, text=text)],
        )


def _annotation(
    name: str, motivation: str, body: list[_Json], target: list[_Json]
) -> _Json:
    return {
        "id": _URN + name,
        "type": "Annotation",
        "motivation": motivation,
        "body": body,
        "target": target,
    }


def _said(words: str) -> list[_Json]:
    return [{"type": "TextualBody", "value": words, "format": "text/plain"}]


def _tag(words: str) -> _Json:
    return {"type": "TextualBody", "value": words, "purpose": "tagging"}


def _target(report: Report, span: Span, *, text: bool) -> _Json:
    selectors: list[_Json] = [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    ]
    if text:
        before = report.text[max(0, span.start - _AROUND_CHARS) : span.start]
        after = report.text[span.end : span.end + _AROUND_CHARS]
        selectors.append(
            {
                "type": "TextQuoteSelector",
                "exact": report.quote(span),
                "prefix": before,
                "suffix": after,
            }
        )
    return {
        "type": "SpecificResource",
        # Offsets hold in the text as it was read, which an address may no longer give.
        "source": f"{_URN}report:{quote(report.id, safe='')}",
        "selector": selectors,
    }
