"""Links to words: found again by their place, by what stands beside them, anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from synoptic.app.corrections import resolve
from synoptic.errors import CorrectionError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from synoptic.app.workspace import Workspace
    from synoptic.model import Report, Span, Target

_LOOKED_AT = 20
_SOUGHT_WORDS = 12


@dataclass(frozen=True, slots=True)
class Found:
    """Where the words of a link stand now."""

    report: Report
    span: Span

    @classmethod
    def in_workspace(cls, workspace: Workspace, target: Target) -> Found | None:
        """In the report that the link names, else in one that has the same words.

        A workspace that was built anew from other files has other ids; the words and
        what stands beside them lead to the report all the same.
        """
        found = find_words(workspace.reports([target.report_id]), target)
        if found is not None or not target.exact:
            return found
        words = " ".join(target.exact.split()[:_SOUGHT_WORDS])
        try:
            hits = workspace.search(
                f'"{words.replace(chr(34), " ")}"', limit=_LOOKED_AT
            )
        except UsageError:
            return None
        near = [r for r in (hit.report for hit in hits.hits) if _fits(r, target)]
        return find_words(near or (hit.report for hit in hits.hits), target)


def find_words(reports: Iterable[Report], target: Target) -> Found | None:
    """The first of these reports that has the words, and where."""
    for report in reports:
        try:
            return Found(report, resolve(report.text, target))
        except CorrectionError:
            continue
    return None


def _fits(report: Report, target: Target) -> bool:
    return target.prefix + target.exact + target.suffix in report.text
