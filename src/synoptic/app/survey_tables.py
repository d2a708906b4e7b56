"""The tables of a survey: by report, outlet, agency and day."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from synoptic.app.survey_story import Measured, Row
    from synoptic.model import Story

NOT_STATED = "(not stated)"


def report_rows(
    measured: Mapping[str, Measured], story_of: Mapping[str, str]
) -> list[Row]:
    """One row a report, in order of id."""
    return [
        {
            "report": name,
            "story": story_of[name],
            "outlet": own.report.outlet,
            "published_at": own.report.published_at,
            "agencies": "; ".join(sorted(own.agencies)) or None,
            **_shares([own]),
        }
        for name, own in sorted(measured.items())
    ]


def outlet_rows(
    measured: Mapping[str, Measured], story_of: Mapping[str, str]
) -> list[Row]:
    """One row an outlet, by its name; reports that state none have one together."""
    return _by(
        "outlet",
        {name: [own.report.outlet or NOT_STATED] for name, own in measured.items()},
        measured,
        story_of,
    )


def agency_rows(
    measured: Mapping[str, Measured], story_of: Mapping[str, str]
) -> list[Row]:
    """One row an agency: the reports that credit it, are its own or have its copy."""
    return _by(
        "agency",
        {name: sorted(own.agencies) for name, own in measured.items()},
        measured,
        story_of,
    )


def day_rows(
    measured: Mapping[str, Measured], story_of: Mapping[str, str]
) -> list[Row]:
    """One row a day of publication, in their order."""
    return _by(
        "day",
        {
            name: [
                own.report.published_at[:10] if own.report.published_at else NOT_STATED
            ]
            for name, own in measured.items()
        },
        measured,
        story_of,
    )


def story_rows(stories: Iterable[Story], measured: Mapping[str, Measured]) -> list[Row]:
    """One row a story, in their order."""
    rows: list[Row] = []
    for story in stories:
        members = [measured[name] for name in story.reports]
        days = sorted(
            own.report.published_at[:10] for own in members if own.report.published_at
        )
        rows.append(
            {
                "story": story.id,
                "title": story.title,
                "keywords": "; ".join(story.keywords),
                "follows": story.follows,
                "reports": len(members),
                "outlets": len({own.report.outlet for own in members}),
                "first_day": days[0] if days else None,
                "last_day": days[-1] if days else None,
                **_shares(members),
            }
        )
    return rows


def _by(
    column: str,
    names: Mapping[str, Sequence[str]],
    measured: Mapping[str, Measured],
    story_of: Mapping[str, str],
) -> list[Row]:
    groups: dict[str, list[str]] = defaultdict(list)
    for report, own in names.items():
        for name in own:
            groups[name].append(report)
    return [
        {
            column: name,
            "reports": len(reports),
            "stories": len({story_of[report] for report in reports}),
            **_shares([measured[report] for report in sorted(reports)]),
        }
        for name, reports in sorted(groups.items())
    ]


def _shares(reports: Sequence[Measured]) -> Row:
    """Of all body words, where they stand; of those in others, the bounds on origins.

    `in_others`, `reworded` and `own` add up to 1; `in_agency` is counted beside them.
    The bounds are means over the words that have both.
    """
    in_others = np.concatenate([own.in_others for own in reports])
    reworded = np.concatenate([own.reworded for own in reports]) & ~in_others
    in_agency = np.concatenate([own.in_agency for own in reports])
    least = np.concatenate([own.at_least for own in reports])
    most = np.concatenate([own.at_most for own in reports])
    n_words = len(in_others)
    bound = ~(np.isnan(least) | np.isnan(most))

    def share(marked: NDArray[np.bool_]) -> float | None:
        return round(float(marked.sum()) / n_words, 4) if n_words else None

    return {
        "words": n_words,
        "in_others": share(in_others),
        "reworded": share(reworded),
        "own": share(~(in_others | reworded)),
        "in_agency": share(in_agency),
        "origins_measured": share(bound),
        "origins_at_least": round(float(least[bound].mean()), 3)
        if bound.any()
        else None,
        "origins_at_most": round(float(most[bound].mean()), 3) if bound.any() else None,
    }
