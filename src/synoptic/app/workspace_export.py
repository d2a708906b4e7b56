"""Stories taken out of a workspace, whole, in the forms that others read."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from synoptic.app.corrections import as_record
from synoptic.app.verbs import read
from synoptic.app.workspace_show import compare_reports
from synoptic.errors import NotForPublication, UsageError
from synoptic.present.held import is_held
from synoptic.present.writers import write_as, writer_names

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from synoptic.app.verbs import Sources
    from synoptic.model import Rejected, Report
    from synoptic.store import Workspace

_CORRECTIONS = "corrections"


def export_forms() -> tuple[str, ...]:
    """What `export` writes: every installed writer's form, and corrections."""
    return (*writer_names(), _CORRECTIONS)


def export(
    workspace: Workspace,
    story: str,
    form: str,
    *,
    text: bool = True,
    include_held: bool = False,
    fast: bool = False,
    progress: Callable[[str], None] | None = None,
) -> bytes:
    """A story in one of the forms, every part of it.

    Args:
        workspace: Where it is.
        story: Id of the story.
        form: One of `export_forms()`.
        text: With the words of the reports; else their places and hashes only, to be
            joined with local copies by `join`.
        include_held: Also where reports are embargoed, withheld or withdrawn.
        fast: As for `compare`.
        progress: As for `compare`.

    Raises:
        UsageError: There is no such form, or it cannot be without words.
        NotForPublication: Reports are held back, and `include_held` is not given.
        NotInWorkspace: There is no such story.
    """
    if form not in export_forms():
        raise UsageError(
            f"there is no form {form!r}; there are {', '.join(export_forms())}"
        )
    reports = [*workspace.reports(workspace.story(story).reports)]
    if not include_held:
        refuse_held(reports)
    if form == _CORRECTIONS:
        records = workspace.corrections(of=[report.id for report in reports])
        lines = (json.dumps(as_record(r), ensure_ascii=False) for r in records)
        return "".join(f"{line}\n" for line in lines).encode()
    result = compare_reports(workspace, reports, fast=fast, progress=progress)
    return write_as(form, result.collation, text=text)


def refuse_held(reports: Sequence[Report]) -> None:
    """Refuse reports that are not for publication now.

    Raises:
        NotForPublication: There are some.
    """
    now = datetime.now(UTC)
    held = [report for report in reports if is_held(report, now)]
    if held:
        names = ", ".join(sorted(r.outlet or r.path for r in held))
        raise NotForPublication(
            f"{len(held)} of {len(reports)} reports are embargoed, withheld or "
            f"withdrawn ({names}). --include-held exports them all the same"
        )


def join(
    document: str, sources: Sources, *, workspace: Workspace | None = None
) -> tuple[str, tuple[str, ...], tuple[Rejected, ...]]:
    """A result exported without its words, with the words of local copies put back.

    Args:
        document: As `export` gave it.
        sources: Local copies, as for `read`; a copy is known by its text alone.
        workspace: Its reports serve as local copies too.

    Returns:
        The document; ids of the reports of which no copy was found; what could not
        be read.

    Raises:
        DocumentError: It is no such document.
    """
    from synoptic.present.addresses import open_result, with_text

    intake = read(sources)
    texts = {_sha256(report): report.text for report in intake.reports}
    if workspace is not None:
        named = [str(r["id"]) for r in open_result(document)["reports"]]
        for report in workspace.reports(named):
            texts[_sha256(report)] = report.text
    whole, missing = with_text(document, texts)
    return whole, missing, intake.rejected


def _sha256(report: Report) -> str:
    return hashlib.sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest()
