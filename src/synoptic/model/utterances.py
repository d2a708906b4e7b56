"""What was said once and printed by several reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from synoptic.model.report import Span

AlterationKind = Literal[
    "trimmed",
    "added",
    "changed",
    "spliced",
    "reordered",
    "speaker",
    "occasion",
    "addressee",
]


@dataclass(frozen=True, slots=True)
class UtteranceMember:
    """One print of an utterance: a quotation of a report, by its id."""

    report: str
    quotation: str


@dataclass(frozen=True, slots=True)
class Alteration:
    """How the words of two prints of one utterance differ; it says nothing of why.

    Attributes:
        kind: `trimmed`: one print begins later or ends sooner; `added`: a word stands
            inside the marks of one only; `changed`: other words; `spliced`: one runs
            together what the other prints apart; `reordered`: the sentences come in
            another order; `speaker`: another speaker; `occasion`: another day;
            `addressee`: said to others.
        a, b: Quotation ids, in the order of the reports.
        detail: The words in which they differ, as printed.
        grave: Whether a negation or a number differs.
        a_span, b_span: Where the difference stands; None where that print has nothing,
            and for `spliced` in the print that has the words apart.
        a_within, b_within: The words that are compared, a sentence as a rule.
    """

    kind: AlterationKind
    a: str
    b: str
    detail: str
    grave: bool = False
    a_span: Span | None = None
    b_span: Span | None = None
    a_within: Span | None = None
    b_within: Span | None = None


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words spoken once, as the reports print them.

    Attributes:
        speaker: Name of the speaker; None: no report names one, or they disagree.
        members: In order of report and place.
        translated: Whether the speaker's language may be another than the reports',
            so that differing words may be two translations.
        alterations: In order of (a, b) and place.
        at_least, at_most: Bounds on the number of written texts behind the members:
            prints of one text are one witness. None: not measured.
    """

    id: str
    speaker: str | None
    members: tuple[UtteranceMember, ...]
    translated: bool = False
    alterations: tuple[Alteration, ...] = ()
    at_least: int | None = None
    at_most: int | None = None
