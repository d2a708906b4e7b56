"""What comes of setting the reports of one story side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from synoptic.model.annotations import Annotations, NameKind
    from synoptic.model.descent import Descent, Origin
    from synoptic.model.omissions import Omission, Wording
    from synoptic.model.positions import Position, Proposal
    from synoptic.model.report import Rejected, Report, Span
    from synoptic.model.utterances import Utterance

LinkKind = Literal["verbatim", "edited", "reworded"]
EditOp = Literal["insert", "delete", "replace", "move"]
EditClass = Literal["style", "wording", "number", "negation", "name"]


@dataclass(frozen=True, slots=True)
class Edit:
    """One word-level difference between two linked passages.

    Attributes:
        op: `insert`: only b has it; `delete`: only a has it; the words say nothing
            about who came first.
        a, b: Spans into the two reports; None where that side has nothing.
        kind: What differs (JSON: `class`).
    """

    op: EditOp
    a: Span | None
    b: Span | None
    kind: EditClass


@dataclass(frozen=True, slots=True)
class Link:
    """Two passages of two reports that say the same, and how their words differ.

    Attributes:
        a, b: Report ids; a comes before b in the order of the collation's reports.
        a_spans, b_spans: In order of start.
        score: Probability, 0.0 to 1.0, that a reader would say so too.
    """

    a: str
    b: str
    a_spans: tuple[Span, ...]
    b_spans: tuple[Span, ...]
    kind: LinkKind
    score: float
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What one report has at a unit."""

    report: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A set of passages with at most one reading a report.

    The spans of all units partition each report's body segments. A unit with one
    reading that stands in no `Partly` is "only here".
    """

    id: str
    readings: tuple[Reading, ...]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Partly:
    """Two sentences that share one point and are not the same statement.

    Attributes:
        shared: The words (or a few of them) that the point rests on, as printed in a.
        kind: What links the two where the rest of a's unit does not take b in: both
            resemble a third passage, and that one not every other; None: one point.
    """

    a: Reading
    b: Reading
    shared: str
    score: float
    kind: LinkKind | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """An address: a span of a report's text."""

    report: str
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """One plain sentence with its evidence.

    Attributes:
        weight: Larger is more consequential; findings come heaviest first.
    """

    id: str
    kind: str
    text: str
    weight: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation or place across the reports of a story."""

    id: str
    name: str
    kind: NameKind
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InputHash:
    """One input of a run."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ModelHash:
    """One model that a run used."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """How a result was made; enough to make it again.

    Attributes:
        options: Every option with the value that was used.
        pipeline: Name of the language pipeline; None: rules only.
        vectors: Name of the sentence vectors; None: not used.
        degraded: What did not run, and why, a sentence each.
    """

    version: str
    options: Mapping[str, object]
    inputs: tuple[InputHash, ...]
    pipeline: str | None
    vectors: str | None
    models: tuple[ModelHash, ...]
    engine: str = "local"
    degraded: tuple[str, ...] = ()


ComparedKind = Literal["figure", "date"]
Verdict = Literal["agree", "conflict", "superseded", "undecided"]


@dataclass(frozen=True, slots=True)
class Compared:
    """One side of a comparison: a figure or a date of a report.

    Attributes:
        id: Of the `Figure` or `DateMention`.
    """

    report: str
    id: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Figures, or dates, that speak of the same thing.

    Two members of one report are a number and its conversion in brackets.

    Attributes:
        members: In the order of the reports.
        verdict: `superseded`: a later report gives a later count; `undecided`: what
            each speaks of is not told well enough.
        reason: Why, in words that a reader can check.
        at_least, at_most: Bounds on the number of written texts behind the members;
            None: not measured.
    """

    kind: ComparedKind
    members: tuple[Compared, ...]
    verdict: Verdict
    reason: str
    at_least: int | None = None
    at_most: int | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened at a stated time, in the words of each report.

    Attributes:
        earliest, latest: First and last day, ISO 8601.
        value: The time in TIMEX3 form, as precise as it was printed.
        members: The clause of each report, in the order of the reports.
        dates: Ids of the date mentions, one for each member.
        year_from: Id of the report that the year was taken from; None: it is stated.
    """

    earliest: str
    latest: str
    value: str
    members: tuple[Evidence, ...]
    dates: tuple[str, ...]
    year_from: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Collation:
    """The result of comparing the reports of one story.

    Attributes:
        findings: Most consequential first.
        reports: By time of publication, those that state none last; ties by id.
        annotations: One for each report, in the same order.
        units: In order of the first reading of the first report that has one.
        partly: In order of (a, b).
        descent: None: not measured.
        origins: One for each unit, in the same order; None: not measured.
        utterances: Those with differing prints first; None: not measured.
        comparisons: Differing ones first; None: not measured.
        timeline: By when it happened; None: not measured.
        omissions: By report, then heaviest first; None: not measured.
        wording: Headlines first, then those with most forms; None: not measured.
        proposals: What the positions are about, most spoken of first; None: not
            measured.
        positions: By proposal and actor, in order of time; None: not measured.
    """

    run: Run
    findings: tuple[Finding, ...]
    reports: tuple[Report, ...]
    annotations: tuple[Annotations, ...]
    units: tuple[Unit, ...]
    partly: tuple[Partly, ...]
    descent: Descent | None = None
    origins: tuple[Origin, ...] | None = None
    utterances: tuple[Utterance, ...] | None = None
    comparisons: tuple[Comparison, ...] | None = None
    timeline: tuple[Happening, ...] | None = None
    omissions: tuple[Omission, ...] | None = None
    wording: tuple[Wording, ...] | None = None
    proposals: tuple[Proposal, ...] | None = None
    positions: tuple[Position, ...] | None = None
    entities: tuple[Entity, ...] = ()
    rejected: tuple[Rejected, ...] = ()

    def report(self, report_id: str) -> Report:
        """The report of that id.

        Raises:
            KeyError: There is none.
        """
        for report in self.reports:
            if report.id == report_id:
                return report
        raise KeyError(report_id)
