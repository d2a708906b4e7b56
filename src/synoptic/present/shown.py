"""The records of the one view object; the page and the terminal are drawings of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from synoptic.model import BlockKind, EditClass, EditOp, QuotationKind
    from synoptic.present.shown_omissions import LackingView
    from synoptic.present.shown_positions import StandingView
    from synoptic.present.wording import Kind

PieceMark = Literal["only", "differs", "gap", "moved", "spelling", "style"]


def helped(text: str) -> dict[str, str]:
    """What a field holds, where tools and readers find it."""
    return {"help": text}


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """Exact words of one report, with their address."""

    siglum: str = field(metadata=helped("Label of the report"))
    report: str = field(metadata=helped("Id of the report"))
    text: str = field(metadata=helped("The words as printed"))
    start: int = field(
        metadata=helped("Where they start in the report's text, in code points")
    )
    end: int = field(metadata=helped("Where they end, exclusive"))
    anchor: str = field(
        metadata=helped("Id of the passage or block they stand in, to jump to")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """One plain sentence and the words it rests on."""

    id: str = field(metadata=helped("Stable id of the finding"))
    kind: str = field(metadata=helped("What sort of finding it is"))
    text: str = field(metadata=helped("The finding, one plain sentence"))
    quotes: tuple[QuoteView, ...] = field(
        metadata=helped("Its evidence, in the finding's order")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidView:
    """A stretch of words that a report prints as somebody's own."""

    start: int = field(
        metadata=helped("Where it starts in the report's text, in code points")
    )
    end: int = field(metadata=helped("Where it ends, exclusive"))
    who: str = field(
        metadata=helped("The speaker by name, else as described, else not known")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceView:
    """A run of a passage's words that is marked in one way."""

    text: str = field(
        metadata=helped("The words here; empty where only the other report has some")
    )
    mark: PieceMark | None = field(
        metadata=helped(
            "None: in both; only: not in the other report; differs: the other has "
            "other words; gap: the other has more words here; moved: stands elsewhere "
            "in the other; spelling: the same word spelt otherwise; style: case or "
            "marks differ"
        )
    )
    other: str = field(metadata=helped("The other report's words, where they differ"))
    cls: EditClass | None = field(
        metadata=helped("What differs: wording, number, name, negation")
    )
    said: SaidView | None = field(
        default=None,
        metadata=helped("The direct words that it is part of; None: narration"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterpartView:
    """Another report that has a passage too."""

    siglum: str = field(metadata=helped("Label of the other report"))
    report: str = field(metadata=helped("Id of the other report"))
    kind: Kind = field(metadata=helped("How the two passages compare"))
    passages: tuple[str, ...] = field(
        metadata=helped("Ids of the passages there, in reading order")
    )
    in_unit: bool = field(metadata=helped("Whether it stands in the same unit"))
    shared: str = field(metadata=helped("For one shared point: the words it rests on"))


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageView:
    """One segment of a body, with what the other reports have in its place."""

    id: str = field(metadata=helped("Siglum and place in the report: A12"))
    start: int = field(
        metadata=helped("Where it starts in the report's text, in code points")
    )
    end: int = field(metadata=helped("Where it ends, exclusive"))
    text: str = field(metadata=helped("The words as printed"))
    n_words: int = field(metadata=helped("Its length in words"))
    kind: Kind | None = field(
        metadata=helped(
            "How it compares with the base, else with the closest report; "
            "None: it was not compared"
        )
    )
    unit: str | None = field(metadata=helped("Id of its unit"))
    number: int | None = field(
        metadata=helped("Number of its unit, when several reports have it")
    )
    counterparts: tuple[CounterpartView, ...] = field(
        metadata=helped(
            "Every report that has it too, closest kind first, then in order of reports"
        )
    )
    compared_with: str | None = field(
        metadata=helped("Siglum of the report the pieces compare with")
    )
    differences: tuple[str, ...] = field(
        metadata=helped("Each word difference to that report, a sentence each")
    )
    pieces: tuple[PieceView, ...] = field(
        metadata=helped("Its words cut where they differ")
    )
    spoken: str = field(metadata=helped("What a screen reader says before its words"))


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockView:
    """A paragraph of the body, or one of the things around it."""

    id: str = field(metadata=helped("Id to jump to"))
    kind: BlockKind = field(metadata=helped("body, or which furniture it is"))
    text: str = field(
        metadata=helped("The words as printed; empty for body blocks cut to excerpts")
    )
    passages: tuple[PassageView, ...] = field(
        metadata=helped("Of body blocks, in reading order")
    )
    cut_before: bool = field(
        metadata=helped("Words were left out before it (excerpts only)")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareView:
    """How much of a report's body is of one kind."""

    kind: Kind = field(metadata=helped("The kind"))
    n_words: int = field(metadata=helped("Words of that kind"))
    percent: int = field(
        metadata=helped("Share of the body; the shares of a report add up to 100")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """One report: its head and its text in reading order."""

    id: str = field(metadata=helped("Id of the report"))
    siglum: str = field(metadata=helped("Short label: A, B, C ..."))
    name: str = field(
        metadata=helped("The outlet, or the file's name where no outlet is stated")
    )
    outlet_stated: bool = field(
        metadata=helped("Whether the name is an outlet the report states")
    )
    path: str = field(metadata=helped("Where it was read from"))
    headline: str | None = field(metadata=helped("As printed"))
    byline: str | None = field(metadata=helped("As printed"))
    published: str = field(metadata=helped("When, as far as stated"))
    published_at: str | None = field(metadata=helped("The same as ISO 8601"))
    credits: tuple[str, ...] = field(metadata=helped("Agencies credited for the text"))
    language: str = field(metadata=helped("ISO 639-1 code; und: could not be told"))
    n_words: int = field(metadata=helped("Length of the body in words"))
    shares: tuple[ShareView, ...] = field(
        metadata=helped("One for each kind, zeros included")
    )
    blocks: tuple[BlockView, ...] = field(metadata=helped("Its text in reading order"))

    @property
    def passages(self) -> tuple[PassageView, ...]:
        """All passages of the body, in reading order."""
        return tuple(p for block in self.blocks for p in block.passages)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditView:
    """One word difference between two reports."""

    op: EditOp = field(
        metadata=helped("insert: only b has it; delete: only a; replace; move")
    )
    cls: EditClass = field(metadata=helped("What differs"))
    a: str = field(metadata=helped("Words in a; empty when it has none"))
    b: str = field(metadata=helped("Words in b; empty when it has none"))
    sentence: str = field(metadata=helped("The difference in neutral words"))


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """How two reports compare at one unit."""

    a: str = field(metadata=helped("Siglum"))
    b: str = field(metadata=helped("Siglum"))
    kind: Kind = field(metadata=helped("same, edited or reworded"))
    edits: tuple[EditView, ...] = field(metadata=helped("Word differences in order"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingView:
    """What one report has at a unit."""

    siglum: str = field(metadata=helped("Label of the report"))
    report: str = field(metadata=helped("Id of the report"))
    text: str = field(metadata=helped("Its words"))
    passages: tuple[str, ...] = field(metadata=helped("Ids of its passages"))


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitView:
    """One row of the table: what each report has of one passage."""

    id: str = field(metadata=helped("Stable id of the unit"))
    number: int | None = field(
        metadata=helped("Counted along the base; None: one report has it")
    )
    kinds: tuple[Kind, ...] = field(
        metadata=helped("The kinds of its passages, closest first")
    )
    readings: tuple[ReadingView, ...] = field(
        metadata=helped("In order of reports, the base first")
    )
    differences: tuple[str, ...] = field(
        metadata=helped("Word differences to the first reading, a sentence each")
    )
    links: tuple[LinkView, ...] = field(
        metadata=helped("Every compared pair, in order of reports")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """One line of a part: a sentence and the words that it rests on."""

    text: str = field(metadata=helped("The line, one plain sentence"))
    reasons: tuple[str, ...] = field(
        metadata=helped("What it rests on beside words, weightiest first")
    )
    quotes: tuple[QuoteView, ...] = field(metadata=helped("Its evidence"))
    plain: bool = field(metadata=helped("Whether the reports agree in it"))
    id: str = field(
        default="", metadata=helped("Its anchor in the page; empty: it has none")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PartView:
    """A part of the story beside its passages; only parts that were measured."""

    id: str = field(metadata=helped("quotations, omissions, wording, descent ..."))
    title: str = field(metadata=helped("Its heading"))
    rows: tuple[RowView, ...] = field(metadata=helped("Its lines; empty: none found"))
    alike: int = field(
        metadata=helped("Lines not shown, in which all print the same words")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintView:
    """One report's print of an utterance."""

    siglum: str = field(metadata=helped("Label of the report"))
    kind: QuotationKind = field(metadata=helped("direct, indirect or mixed"))
    anchor: str = field(metadata=helped("Id of the passage it stands in, to jump to"))
    pieces: tuple[PieceView, ...] = field(
        metadata=helped("Its words, cut where prints differ inside quotation marks")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class UtteranceView:
    """What was said once, in every print of it."""

    id: str = field(metadata=helped("Stable id of the utterance"))
    prints: tuple[PrintView, ...] = field(metadata=helped("In order of reports"))
    notes: tuple[str, ...] = field(
        metadata=helped("How its prints differ, a sentence each")
    )
    differs: bool = field(
        metadata=helped("Whether they differ in more than where they end")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerView:
    """A person or body, and what the reports say they said."""

    name: str = field(metadata=helped("The name, or that it is not known"))
    known: bool = field(metadata=helped("Whether a speaker is known"))
    summary: str = field(metadata=helped("How many utterances, and how they compare"))
    utterances: tuple[UtteranceView, ...] = field(
        metadata=helped("Those whose prints differ first")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CollationView:
    """Everything that the page and the terminal show."""

    title: str = field(
        metadata=helped("A headline of the story, or that no report has one")
    )
    base: str = field(metadata=helped("Siglum of the report that is read along"))
    findings: tuple[FindingView, ...] = field(
        metadata=helped("Most consequential first")
    )
    reports: tuple[ReportView, ...] = field(
        metadata=helped("In the order of their sigla")
    )
    units: tuple[UnitView, ...] = field(
        metadata=helped("Along the base, then by the other reports")
    )
    parts: tuple[PartView, ...] = field(
        metadata=helped("Quotations, figures and dates, descent, origins")
    )
    speakers: tuple[SpeakerView, ...] | None = field(
        metadata=helped("Who said what; None: quotations were not matched")
    )
    standing: StandingView | None = field(
        metadata=helped("Who stands where; None: not looked at, or excerpts only")
    )
    lacking: LackingView | None = field(
        metadata=helped("What is not in the reports; None: as for `standing`")
    )
    held: tuple[str, ...] = field(
        metadata=helped("Reports that are not for publication, a sentence each")
    )
    not_checked: tuple[str, ...] = field(
        metadata=helped("What was not looked at, a sentence each")
    )
    rejected: tuple[tuple[str, str], ...] = field(
        metadata=helped("Inputs not read: path and reason")
    )
    excerpts: int | None = field(
        metadata=helped("Words kept around evidence; None: full texts")
    )
    version: str = field(metadata=helped("Version of synoptic that made the result"))

    def report(self, siglum: str) -> ReportView:
        """The report of that siglum.

        Raises:
            KeyError: There is none.
        """
        for report in self.reports:
            if report.siglum == siglum:
                return report
        raise KeyError(siglum)
