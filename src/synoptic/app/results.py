"""What the functions of `synoptic` hand back: records, with a way to print them."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from synoptic.model import (
        Annotations,
        Collation,
        Finding,
        Partly,
        Rejected,
        Report,
        Run,
        Unit,
    )


@dataclass(frozen=True, slots=True, repr=False)
class Comparison:
    """The reports of one story, set side by side.

    Attributes:
        collation: The whole result as records.
    """

    collation: Collation

    @classmethod
    def from_json(cls, text: str) -> Comparison:
        """The comparison that a document holds, to be looked at or drawn again.

        Raises:
            DocumentError: It is no `synoptic/1` document, or holds no comparison.
        """
        from synoptic.present.json import from_json

        return cls(from_json(text))

    def __repr__(self) -> str:
        """One line: the whole result may be megabytes long."""
        return (
            f"<Comparison of {len(self.reports)} reports: {len(self.findings)} "
            f"findings, {len(self.units)} units>"
        )

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What a reader should know first, most consequential first."""
        return self.collation.findings

    @property
    def units(self) -> tuple[Unit, ...]:
        """The passages, each with its reading in every report that has one."""
        return self.collation.units

    @property
    def partly(self) -> tuple[Partly, ...]:
        """Pairs of sentences that share one point only."""
        return self.collation.partly

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports by time of publication; those that state none last."""
        return self.collation.reports

    @property
    def annotations(self) -> tuple[Annotations, ...]:
        """What is known about each report, in the order of `reports`."""
        return self.collation.annotations

    @property
    def rejected(self) -> tuple[Rejected, ...]:
        """The inputs that could not be read, with the reasons."""
        return self.collation.rejected

    @property
    def run(self) -> Run:
        """How this was made."""
        return self.collation.run

    def to_json(self) -> str:
        """The result as the JSON document of schema `synoptic/1`."""
        from synoptic.present.json import to_json

        return to_json(self.collation)

    def to_html(self, *, base: str | None = None, excerpts: int | None = None) -> str:
        """One self-contained page.

        Args:
            base: The report to read along: its id, siglum, path, file name or
                outlet. None: the one named in the call, else the first.
            excerpts: Print only this many words around each passage that is shown
                as evidence; None: the full text of every report.

        Raises:
            UsageError: No report, or more than one, goes by the name in `base`.
        """
        from synoptic.present.html import to_html

        named = base if base is not None else self.run.options.get("base")
        along = None if named is None else str(named)
        return to_html(self.collation, base=along, excerpts=excerpts)

    def write(self, form: str, *, text: bool = True) -> bytes:
        """The result in one of the forms that are installed, such as `tei` or `csv`.

        Args:
            form: Name of a writer.
            text: With the words of the reports; else their places and hashes only.

        Raises:
            UsageError: There is no such form, or it cannot be without words.
        """
        from synoptic.present.writers import write_as

        return write_as(form, self.collation, text=text)

    def _repr_html_(self) -> str:
        """The page in a frame of its own, for notebooks."""
        page = escape(self.to_html(), quote=True)
        return (
            f'<iframe srcdoc="{page}" sandbox="allow-scripts" title="Comparison of '
            f'{len(self.reports)} reports" style="width:100%;height:80vh;border:0">'
            "</iframe>"
        )


@dataclass(frozen=True, slots=True, repr=False)
class AnnotatedReports:
    """Reports with what is known about each.

    Attributes:
        annotations: One for each report, in the same order.
    """

    run: Run
    reports: tuple[Report, ...]
    annotations: tuple[Annotations, ...]
    rejected: tuple[Rejected, ...]

    def __repr__(self) -> str:
        """One line: the whole result may be megabytes long."""
        return (
            f"<AnnotatedReports: {len(self.reports)} reports, "
            f"{len(self.rejected)} inputs not read>"
        )

    def to_json(self) -> str:
        """The reports as the JSON document of schema `synoptic/1`."""
        from synoptic.present.json import reports_to_json

        return reports_to_json(self.run, self.reports, self.annotations, self.rejected)
