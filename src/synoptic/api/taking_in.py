"""Taking reports in that came over the network: pasted, uploaded, or named."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from synoptic.app.stated import with_fields
from synoptic.app.verbs import read
from synoptic.app.workspace import add_reports
from synoptic.errors import UsageError
from synoptic.model import Rejected, report_id
from synoptic.read import ReadOptions

if TYPE_CHECKING:
    from synoptic.api.desk import Desk
    from synoptic.app.workspace import Added
    from synoptic.model import Report

PASTED = "pasted text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What somebody hands in.

    Attributes:
        text: One report, as pasted.
        address: Of a page; naming it is the permission to fetch it.
        files: Uploads under their own names, each in a folder of its own.
        outlet, published_at, url: Stated of all of it; they win over what is read.
    """

    text: str = ""
    address: str = ""
    files: tuple[Path, ...] = ()
    outlet: str | None = None
    published_at: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of it.

    Attributes:
        added: Where each report was read from, and what came of it.
        names: By id, the outlet and headline of the reports that were read.
        stories: Ids of the stories that took in a new report.
    """

    added: tuple[tuple[str, Added], ...]
    rejected: tuple[Rejected, ...]
    names: dict[str, str]
    stories: tuple[str, ...]


def take_in(desk: Desk, given: Given) -> Taken:
    """Read what was handed in, keep it, and put it into stories.

    Annotating is left to the process that reads the stories.

    Raises:
        UsageError: The stated time is none.
    """
    options = replace(
        with_fields(ReadOptions(), _stated(given)),
        max_bytes=desk.settings.max_body_bytes,
        allow_private=desk.settings.allow_private,
    )
    reports, rejected = _read(given, options)
    if given.url is not None:
        reports = [replace(report, url=given.url) for report in reports]
    added, stories = add_reports(desk.workspace, reports, annotate=False)
    return Taken(
        tuple((report.path, one) for report, one in zip(reports, added, strict=True)),
        tuple(rejected),
        {one.id: _name(report) for report, one in zip(reports, added, strict=True)},
        stories,
    )


def _stated(given: Given) -> dict[str, str]:
    if given.published_at is not None:
        try:
            datetime.fromisoformat(given.published_at)
        except ValueError as err:
            raise UsageError(
                f"{given.published_at!r} is no time; write it like 2025-03-14 or "
                "2025-03-14T08:39"
            ) from err
    stated = {"outlet": given.outlet, "published_at": given.published_at}
    return {name: value for name, value in stated.items() if value}


def _read(given: Given, options: ReadOptions) -> tuple[list[Report], list[Rejected]]:
    reports: list[Report] = []
    rejected: list[Rejected] = []
    if given.text.strip():
        with tempfile.TemporaryDirectory(prefix="synoptic-") as folder:
            path = Path(folder) / "pasted.txt"
            path.write_bytes(given.text.encode("utf-8", "replace"))
            _take(str(path), PASTED, options, reports, rejected)
    for path in given.files:
        _take(str(path), path.name, options, reports, rejected)
    if given.address:
        if given.address.startswith(("http://", "https://")):
            _take(given.address, given.address, options, reports, rejected)
        else:
            reason = "Is not an http or https address. Only those are fetched."
            rejected.append(Rejected(given.address, "bad-address", reason))
    return reports, rejected


def _take(
    source: str,
    name: str,
    options: ReadOptions,
    reports: list[Report],
    rejected: list[Rejected],
) -> None:
    """Read one source; what is kept of its place is the name it was handed in by.

    The id hangs on that name and the text, so that the same paste twice is known.
    """
    intake = read([source], options=options)
    if source == name:
        reports += intake.reports
    else:
        for place, report in enumerate(intake.reports):
            key = f"{name}\x1f{place}" if place else name
            own = report_id(key, report.text.encode("utf-8", "replace"))
            reports.append(replace(report, id=own, series=own, path=name))
    rejected += [replace(r, path=r.path.replace(source, name)) for r in intake.rejected]


def _name(report: Report) -> str:
    parts = [report.outlet, report.headline]
    return ": ".join(part for part in parts if part) or report.path
