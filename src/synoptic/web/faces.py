"""What a story looks like: drawn once beside the server, kept, and handed out as it is.

A face has four parts: `page` (the HTML of the collation), `sum` (what lists say of the
story), `proposals` (what can be set right about them) and `json` (the whole result).
"""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections import Counter
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from synoptic import __version__
from synoptic.model import siglum
from synoptic.present.html import drawings_of, environment, page_context
from synoptic.present.names import name_of
from synoptic.present.view import view
from synoptic.present.wording import clipped, counted, one_line, quoted, sigla_listed

if TYPE_CHECKING:
    from jinja2 import Environment

    from synoptic.api.reading import Task
    from synoptic.model import Collation, Evidence, Finding, Report
    from synoptic.present.shown import QuoteView

CONTEXT_CHARS = 32
_MOST_FINDINGS = 3
_FIRST = ("quotation-", "utterance", "figures-", "dates-", "differing-", "source-")
_LAST = ("origins", "to-read", "only-here")
_HOOKED = {"quotation-": "different-words", "figures-": "different-figures"}
_QUOTED = re.compile("([“‘][^”’]*[”’])")
# "A" is an article too, where no list and no verb of ours goes on behind it
_SIGLUM = re.compile(
    r"\b(?:[B-Z]|[A-Z]{2}|A(?=$| $|[,.:;)]| \(| (?:and|or|but|are|draws?|ha[sv]e?|is"
    r"|likely|more|only|prints?|says?|very|with|without|stands?)\b))\b"
)
_SIGLA = re.compile(rf"{_SIGLUM.pattern}(?:(?:, | and ){_SIGLUM.pattern})*")
_A_FEW = 3


@dataclass(frozen=True, slots=True)
class Summary:
    """What lists say of a story that was read.

    Attributes:
        groups: How many reports hang together in each group of those that draw on one
            another, or on a common text; largest first.
        origins: The bounds in words; empty: not measured.
        findings: The first few, with the outlets' names in place of the sigla.
        told: Id, event and sentence of each finding that hooks are told of.
    """

    groups: tuple[int, ...]
    at_most: int | None
    origins: str
    findings: tuple[str, ...]
    told: tuple[tuple[str, str, str], ...]

    @classmethod
    def from_json(cls, data: bytes) -> Summary:
        """The summary that was kept."""
        held = json.loads(data)
        return cls(
            groups=tuple(held["groups"]),
            at_most=held["at_most"],
            origins=held["origins"],
            findings=tuple(held["findings"]),
            told=tuple((a, b, c) for a, b, c in held["told"]),
        )


@dataclass(frozen=True, slots=True)
class ProposalFace:
    """A proposal as forms offer it.

    Attributes:
        forms: Place (`report:start-end`) and words of each way in which it is printed.
    """

    id: str
    name: str
    forms: tuple[tuple[str, str], ...]

    @property
    def place(self) -> str:
        """Words that name it, for a correction."""
        return self.forms[0][0]


def make(task: Task) -> dict[str, bytes]:
    """Read a story, draw it, and keep all parts in its workspace."""
    from synoptic.app.workspace import show_story  # noqa: PLC0415 (only the worker)
    from synoptic.store import open_workspace  # noqa: PLC0415

    with open_workspace(task.where, create=False) as workspace:
        collation = show_story(workspace, task.story, fast=task.fast).collation
        parts = {
            "page": draw(collation, task.base or None).encode(),
            "sum": json.dumps(asdict(summary(collation)), ensure_ascii=False).encode(),
            "proposals": json.dumps(
                [asdict(each) for each in proposal_faces(collation)], ensure_ascii=False
            ).encode(),
        }
        if not task.base:
            from synoptic.present.json import to_json  # noqa: PLC0415

            parts["json"] = to_json(collation).encode()
        names = [report.id for report in collation.reports]
        for part, data in parts.items():
            workspace.keep(
                task.key(part), zlib.compress(data, 6), stage="web", of=names
            )
    return parts


def draw(collation: Collation, base: str | None) -> str:
    """The HTML of a collation, to stand inside a page."""
    shown = view(collation, base=base)
    _drawn.set({report.id: report for report in collation.reports})
    template = _environment().get_template("desk/collation.html.j2")
    return template.render(**page_context(shown, drawings_of(collation, whole=True)))


def summary(collation: Collation) -> Summary:
    """What lists say of a story."""
    groups = groups_of(collation)
    n_reports = len(collation.reports)
    origins = collation.origins or ()
    most = [o.at_most for o in origins if o.at_most is not None]
    least = [o.at_least for o in origins if o.at_least is not None]
    at_most = max([len(groups), *most]) if groups else None
    at_least = max([1, *least]) if groups else None
    return Summary(
        groups=groups,
        at_most=at_most,
        origins=_bounds(at_least, at_most) if n_reports > 1 else "",
        findings=tuple(_named(f.text, collation) for f in _telling(collation)),
        told=tuple(
            (finding.id, event, _named(finding.text, collation))
            for finding in collation.findings
            for begin, event in _HOOKED.items()
            if finding.kind.startswith(begin)
        ),
    )


def proposal_faces(collation: Collation) -> list[ProposalFace]:
    """Each proposal of a story with the words that name it."""
    sigla = {report.id: siglum(k) for k, report in enumerate(collation.reports)}
    return [
        ProposalFace(
            proposal.id,
            one_line(proposal.name),
            tuple(
                (
                    f"{form.report}:{form.span.start}-{form.span.end}",
                    f"{sigla[form.report]}: {_words(collation, form)}",
                )
                for form in proposal.forms
            ),
        )
        for proposal in collation.proposals or ()
        if proposal.forms
    ]


def _words(collation: Collation, form: Evidence) -> str:
    return quoted(clipped(collation.report(form.report).quote(form.span), 80))


def groups_of(collation: Collation) -> tuple[int, ...]:
    """How many reports hang together in each group, largest first; empty: not measured.

    Reports hang together that are versions of one, that draw on one another, or that
    draw on one text which is not among them.
    """
    descent = collation.descent
    if descent is None:
        return ()
    head = {report.id: report.id for report in collation.reports}

    def top(name: str) -> str:
        while head[name] != name:
            name = head[name]
        return name

    ties = [(edge.parent, edge.child) for edge in descent.edges]
    ties += [
        (lost.children[0], child)
        for lost in descent.lost_parents
        for child in lost.children[1:]
    ]
    first: dict[str, str] = {}
    for report in collation.reports:
        ties.append((first.setdefault(report.series, report.id), report.id))
    for one, other in ties:
        head[top(one)] = top(other)
    return tuple(sorted(Counter(map(top, head)).values(), reverse=True))


def evidence_query(report: Report, start: int, end: int) -> str:
    """The part of an address that leads to words of a report, wherever they stand."""
    text = report.text
    return urlencode(
        {
            "report": report.id,
            "start": start,
            "end": end,
            "exact": text[start:end],
            "prefix": text[max(0, start - CONTEXT_CHARS) : start],
            "suffix": text[end : end + CONTEXT_CHARS],
        }
    )


@cache
def drawing() -> str:
    """Changes with whatever faces are drawn by."""
    whole = hashlib.blake2b(__version__.encode(), digest_size=8)
    for folder in ("present", "web"):
        for path in sorted(_files_of(folder)):
            whole.update(path.read_bytes())
    return whole.hexdigest()


_drawn: ContextVar[Mapping[str, Report]] = ContextVar("reports of the story drawn")


def _permalink(words: QuoteView) -> str:
    report = _drawn.get()[words.report]
    return f"../evidence?{evidence_query(report, words.start, words.end)}"


@cache
def _environment() -> Environment:
    own = environment().overlay()
    own.globals = {
        **own.globals,
        "permalink": _permalink,
        "can_fix": True,
        "report_link": lambda name: f"../reports/{quote(name)}",
    }
    return own


def _files_of(folder: str) -> list[Path]:
    root = Path(str(files("synoptic") / folder))
    return [p for p in root.rglob("*") if p.is_file() and "__pycache__" not in p.parts]


def _telling(collation: Collation) -> list[Finding]:
    """The findings a reader of a list should know: what differs comes first."""

    def place(finding: Finding) -> int:
        return 0 if finding.kind.startswith(_FIRST) else 1

    fit = [f for f in collation.findings if f.kind not in _LAST]
    return sorted(fit, key=place)[:_MOST_FINDINGS]


def _bounds(at_least: int | None, at_most: int | None) -> str:
    if at_most is None:
        return ""
    if at_least is None or at_least >= at_most:
        return f"at most {counted(at_most, 'origin')}"
    return f"at least {at_least}, at most {counted(at_most, 'origin')}"


def _named(text: str, collation: Collation) -> str:
    """A finding with names in place of sigla, which say nothing outside its story."""
    names = _names(collation.reports)
    parts = _QUOTED.split(text)

    def named(some: re.Match[str]) -> str:
        sigla = _SIGLUM.findall(some[0])
        if len(sigla) > _A_FEW:
            return sigla_listed([names.get(each, each) for each in sigla])
        return _SIGLUM.sub(lambda m: names.get(m[0], m[0]), some[0])

    return "".join(
        part if place % 2 else _SIGLA.sub(named, part)
        for place, part in enumerate(parts)
    )


def _names(reports: tuple[Report, ...]) -> dict[str, str]:
    """By siglum the outlet; with its time where it has several of the reports."""
    outlets = [name_of(report) for report in reports]
    counts = Counter(outlets)
    names = {}
    for place, (report, outlet) in enumerate(zip(reports, outlets, strict=True)):
        stated = report.published_at or ""
        when = stated[11:16] or stated[:10]
        apart = f"{outlet} ({when})" if counts[outlet] > 1 and when else outlet
        names[siglum(place)] = apart
    return names
