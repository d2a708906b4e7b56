"""What readers set right in a workspace: written down, applied, taken back."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from synoptic.app.corrections import OF_QUOTATIONS, OF_STORIES, OF_TIES
from synoptic.app.corrections import correct as set_right
from synoptic.app.quoted import correct_quotations
from synoptic.app.ties import correct_ties
from synoptic.app.workspace_show import annotate_reports
from synoptic.app.workspace_stories import place_reports
from synoptic.errors import CorrectionError, NotInWorkspace
from synoptic.model import Correction
from synoptic.text.owners import load_owners

if TYPE_CHECKING:
    from collections.abc import Iterable

    from synoptic.model import Target
    from synoptic.store import Workspace


def correct(
    workspace: Workspace,
    kind: str,
    target: Target,
    value: str | None,
    *,
    by: str = "",
    undoes: str | None = None,
) -> Correction:
    """Write down what a reader sets right; it is applied wherever the report is shown.

    Args:
        workspace: Where it is kept.
        kind: As in a file of corrections; `same-story` and `other-story` too.
        target: What it is about.
        value: The right value.
        by: Who says so.
        undoes: Id of an earlier correction that this one takes back.

    Raises:
        NotInWorkspace: There is no such report.
        CorrectionError: It cannot be applied.
    """
    correction = Correction(
        id=uuid.uuid4().hex,
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        by=by,
        kind=kind,
        target=target,
        value=value,
        undoes=undoes,
    )
    if undoes is None:
        _check(workspace, correction)
    workspace.correct(correction)
    _carry_on(workspace, correction)
    return correction


def undo(workspace: Workspace, name: str, *, by: str = "") -> Correction:
    """Take a correction back; taking back can be taken back too.

    Raises:
        CorrectionError: There is no such correction.
    """
    for earlier in workspace.corrections():
        if earlier.id == name:
            return correct(
                workspace, earlier.kind, earlier.target, None, by=by, undoes=name
            )
    raise CorrectionError(f"there is no correction {name}")


def take_corrections(
    workspace: Workspace, corrections: Iterable[Correction]
) -> tuple[int, tuple[str, ...]]:
    """Keep corrections that were made elsewhere, such as those of a file.

    Returns:
        How many were not there before; a sentence for each that could not be kept.
    """
    known = {correction.id for correction in workspace.corrections()}
    n_taken, missed = 0, []
    for correction in corrections:
        try:
            if correction.undoes is None:
                _check(workspace, correction)
            workspace.correct(correction)
            if correction.id not in known:
                n_taken += 1
                _carry_on(workspace, correction)
        except (CorrectionError, NotInWorkspace) as err:
            missed.append(f"correction {correction.id} was not kept: {err}")
    return n_taken, tuple(missed)


def _check(workspace: Workspace, correction: Correction) -> None:
    """Refuse a correction that would have no effect, before it is written down."""
    report = workspace.report(correction.target.report_id)
    _, missed = set_right([report], [correction])
    if correction.kind in OF_QUOTATIONS:
        known = annotate_reports(workspace, [report])
        _, missed = correct_quotations([report], known.annotations, [correction])
    elif correction.kind == "buys":
        now, _ = set_right([report], workspace.corrections(of=[report.id]))
        *_, missed = correct_ties(now, load_owners(), [correction])
    elif correction.kind in (*OF_TIES, *OF_STORIES):
        workspace.report(correction.value or "")
        if correction.value == report.id:
            raise CorrectionError(f"{correction.kind} takes two reports")
    if missed:
        raise CorrectionError(missed[0])


def _carry_on(workspace: Workspace, correction: Correction) -> None:
    """Let stories and the search follow a correction."""
    report = workspace.report(correction.target.report_id)
    records = workspace.corrections(of=[report.id])
    right, _ = set_right([report], records)
    if correction.kind in OF_QUOTATIONS:
        known = annotate_reports(workspace, right)
        annotations, _ = correct_quotations(right, known.annotations, records)
        workspace.mark_annotated(annotations[0])
    elif correction.kind not in OF_TIES:
        other = [correction.value] if correction.kind in OF_STORIES else []
        place_reports(workspace, [report.id, *(name for name in other if name)])
