"""The passages as a critical apparatus in TEI P5.

Parallel segmentation (TEI Guidelines, 12.2.3): what the readings have in common stands
once, and each place where they differ is an `app` with its readings. A report is a
witness in the sense of textual criticism only. Every reading of a passage points into
the report's text by characters (RFC 5147), so that it can be found again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from rapidfuzz.distance import Levenshtein

from synoptic.model import siglum

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.model import Collation, Reading, Report, Unit

_TOKEN = re.compile(r"\w+|[^\w\s]|\s+")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader>
<fileDesc>
<titleStmt><title>{title}</title></titleStmt>
<publicationStmt><p>{rights}</p></publicationStmt>
<sourceDesc>
<listWit>
{witnesses}
</listWit>
</sourceDesc>
</fileDesc>
<encodingDesc>
<variantEncoding method="parallel-segmentation" location="internal"/>
<appInfo><application ident="synoptic" version="{version}"><label>synoptic</label></application></appInfo>
</encodingDesc>
</teiHeader>
<text>
<body>
"""  # noqa: E501
_FOOT = "</body>\n</text>\n</TEI>\n"
_RIGHTS = "Made from news reports; their texts belong to those who published them."


def to_tei(collation: Collation, *, text: bool = True) -> str:
    """The units of a collation as one TEI document, in their order.

    Args:
        collation: What is written.
        text: Print the words; else each reading has its place and no words.
    """
    names = {report.id: siglum(n) for n, report in enumerate(collation.reports)}
    head = _HEAD.format(
        title=_escaped(_title(collation)) if text else "A story",
        rights=_RIGHTS,
        witnesses="\n".join(
            _witness(names[report.id], report, text=text)
            for report in collation.reports
        ),
        version=_escaped(collation.run.version),
    )
    units = [_unit(unit, collation, names, text=text) for unit in collation.units]
    return head + "".join(units) + _FOOT


def _title(collation: Collation) -> str:
    return next((r.headline for r in collation.reports if r.headline), "A story")


def _witness(name: str, report: Report, *, text: bool) -> str:
    bibl = []
    if report.outlet:
        bibl.append(f"<publisher>{_escaped(report.outlet)}</publisher>")
    if report.headline and text:
        bibl.append(f"<title>{_escaped(report.headline)}</title>")
    if report.published_at:
        when = _attribute(report.published_at)
        bibl.append(f"<date when-iso={when}>{_escaped(report.published_at)}</date>")
    if report.url:
        bibl.append(f"<ptr target={_attribute(report.url)}/>")
    bibl.append(f'<idno type="synoptic">{_escaped(report.id)}</idno>')
    bibl.append(f'<idno type="sha256">{_escaped(report.sha256)}</idno>')
    inside = "".join(bibl)
    return f'<witness xml:id="{name}"><bibl>{inside}</bibl></witness>'


def _unit(
    unit: Unit, collation: Collation, names: dict[str, str], *, text: bool
) -> str:
    """One unit: its places, then the words with an `app` wherever they differ."""
    places = "".join(
        f'<ptr type="reading" n="{names[reading.report]}" '
        f'target="urn:synoptic:{_uri(reading.report)}#char={span.start},{span.end}"/>'
        for reading in unit.readings
        for span in reading.spans
    )
    if not text:
        return f'<ab xml:id="u{unit.id}">{places}</ab>\n'
    words = {
        reading.report: _words(reading, collation.report(reading.report))
        for reading in unit.readings
    }
    aligned, apart = _aligned(unit)
    inner = _segmented(aligned, words, names)
    if apart:
        readings = [_rdg(names, aligned, inner)]
        readings += [_rdg(names, [r], _escaped(words[r]), kind=k) for r, k in apart]
        inner = f"<app>{''.join(readings)}</app>"
    elif len(unit.readings) == 1:
        inner = f"<app>{_rdg(names, aligned, inner)}</app>"
    return f'<ab xml:id="u{unit.id}">{places}{inner}</ab>\n'


def _aligned(unit: Unit) -> tuple[list[str], list[tuple[str, str]]]:
    """The reports whose words run along the first one's, and the others with why."""
    first = unit.readings[0].report
    kinds = {first: "verbatim"}
    for link in unit.links:
        if first in (link.a, link.b):
            kinds[link.b if link.a == first else link.a] = link.kind
    aligned, apart = [], []
    for reading in unit.readings:
        kind = kinds.get(reading.report, "reworded")
        if kind == "reworded":
            apart.append((reading.report, kind))
        else:
            aligned.append(reading.report)
    return aligned, apart


def _segmented(
    reports: Sequence[str], words: dict[str, str], names: dict[str, str]
) -> str:
    """The words of the reports as one line that parts wherever they differ."""
    base = _TOKEN.findall(words[reports[0]])
    lines = [_slots(base, _TOKEN.findall(words[report])) for report in reports]
    columns = list(zip(*lines, strict=True))
    out: list[str] = []
    for same, first, last in _runs(columns):
        if same:
            out.append(_escaped("".join(lines[0][first:last])))
            continue
        said: dict[str, list[str]] = {}
        for report, line in zip(reports, lines, strict=True):
            said.setdefault("".join(line[first:last]), []).append(report)
        readings = (_rdg(names, who, _escaped(text)) for text, who in said.items())
        out.append(f"<app>{''.join(readings)}</app>")
    return "".join(out)


def _slots(base: list[str], tokens: list[str]) -> list[str]:
    """The tokens laid into the base: before, at and after each of its tokens."""
    slots = [""] * (2 * len(base) + 1)
    for op in Levenshtein.opcodes(base, tokens):
        new = tokens[op.dest_start : op.dest_end]
        if op.tag == "insert":
            slots[2 * op.src_start] += "".join(new)
        elif op.tag != "delete":  # equal, or as many tokens in the place of others
            for at, token in zip(range(op.src_start, op.src_end), new, strict=True):
                slots[2 * at + 1] = token
    return slots


def _runs(columns: list[tuple[str, ...]]) -> list[tuple[bool, int, int]]:
    """Runs of columns in which all agree, or not; blank space parts no difference."""
    runs: list[tuple[bool, int, int]] = []
    for at, column in enumerate(columns):
        same = len(set(column)) == 1
        if runs and runs[-1][0] == same:
            runs[-1] = (same, runs[-1][1], at + 1)
        else:
            runs.append((same, at, at + 1))
    joined: list[tuple[bool, int, int]] = []
    for place, (same, first, last) in enumerate(runs):
        blank = same and not "".join(c[0] for c in columns[first:last]).strip()
        after = joined and not joined[-1][0]
        if after and (not same or (blank and place + 1 < len(runs))):
            joined[-1] = (False, joined[-1][1], last)
            continue
        joined.append((same, first, last))
    return joined


def _words(reading: Reading, report: Report) -> str:
    return " ".join(report.quote(span) for span in reading.spans)


def _rdg(
    names: dict[str, str], reports: Sequence[str], inner: str, *, kind: str = ""
) -> str:
    witnesses = " ".join(f"#{names[report]}" for report in reports)
    said = f' type="{kind}"' if kind else ""
    return f'<rdg wit="{witnesses}"{said}>{inner}</rdg>'


def _escaped(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text))


def _attribute(text: str) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", text))


def _uri(name: str) -> str:
    return _escaped(quote(name, safe=""))
