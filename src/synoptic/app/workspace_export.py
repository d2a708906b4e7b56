"""Stories taken out of a workspace, whole, in the forms that others read."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal, get_args

from synoptic.app.corrections import as_record
from synoptic.app.verbs import read
from synoptic.app.workspace_show import compare_reports
from synoptic.errors import NotForPublication, UsageError
from synoptic.present.held import is_held

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from synoptic.app.results import Comparison
    from synoptic.app.verbs import Sources
    from synoptic.model import Rejected, Report
    from synoptic.store import Workspace

ExportForm = Literal[
    "json", "csv", "parquet", "html", "tei", "web-annotation", "prov", "corrections"
]
FORMS: tuple[str, ...] = get_args(ExportForm)
_WITH_WORDS = ("html",)
"""Forms that are nothing without the words."""


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
        form: One of `FORMS`.
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
    if form not in FORMS:
        raise UsageError(f"there is no form {form!r}; there are {', '.join(FORMS)}")
    if not text and form in _WITH_WORDS:
        raise UsageError(
            f"{form} is made of the words. Export json without them, and join it "
            "with local copies"
        )
    reports = [*workspace.reports(workspace.story(story).reports)]
    if not include_held:
        refuse_held(reports)
    if form == "corrections":
        records = workspace.corrections(of=[report.id for report in reports])
        lines = (json.dumps(as_record(r), ensure_ascii=False) for r in records)
        return "".join(f"{line}\n" for line in lines).encode()
    result = compare_reports(workspace, reports, fast=fast, progress=progress)
    return as_form(result, form, text=text)


def as_form(result: Comparison, form: str, *, text: bool = True) -> bytes:
    """A comparison in one of the forms."""
    collation = result.collation
    if form == "json":
        from synoptic.present.addresses import without_text

        document = result.to_json()
        return (document if text else without_text(document)).encode()
    if form == "html":
        return result.to_html().encode()
    if form == "tei":
        from synoptic.present.tei import to_tei

        return to_tei(collation, text=text).encode()
    if form == "web-annotation":
        from synoptic.present.web_annotation import to_web_annotation

        return to_web_annotation(collation, text=text).encode()
    if form == "prov":
        from synoptic.present.addresses import words_out
        from synoptic.present.prov import to_prov

        document = to_prov(collation)
        if not text:
            document = words_out(document, [r.text for r in collation.reports])
        return document.encode()
    from synoptic.present.figure_table import as_csv
    from synoptic.present.passage_table import as_parquet, passage_rows

    rows = passage_rows(collation, text=text)
    return as_parquet(rows) if form == "parquet" else as_csv(rows).encode()


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
    from synoptic.present.addresses import with_text

    intake = read(sources)
    texts = {_sha256(report): report.text for report in intake.reports}
    if workspace is not None:
        named = [str(r["id"]) for r in json.loads(document).get("reports", ())]
        for report in workspace.reports(named):
            texts[_sha256(report)] = report.text
    whole, missing = with_text(document, texts)
    return whole, missing, intake.rejected


def _sha256(report: Report) -> str:
    return hashlib.sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest()
