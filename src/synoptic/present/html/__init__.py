"""The page: one self-contained HTML file that makes no request and trusts no text."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from synoptic.present.descent_svg import DESCENT_CSS, descent_svg
from synoptic.present.excerpts import excerpted
from synoptic.present.html.filters import FILTERS
from synoptic.present.html.rows import rows
from synoptic.present.timeline_svg import TIMELINE_CSS, timeline_fragment
from synoptic.present.view import view
from synoptic.present.wording import (
    BLOCK_LABELS,
    KIND_HELP,
    KIND_LABELS,
    KIND_LETTERS,
    KINDS,
    clipped,
    counted,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from synoptic.model import Collation
    from synoptic.present.shown import CollationView


def to_html(
    collation: Collation, *, base: str | None = None, excerpts: int | None = None
) -> str:
    """The collation as one HTML page.

    Everything is inlined and nothing is fetched; a content security policy with the
    hashes of our own style and script lets nothing else run. The page is readable
    without script.

    Args:
        collation: What is shown.
        base: The report to read along (id, siglum, path, file name or outlet).
        excerpts: Hold only the evidence of the findings with that many words on
            either side, in place of the full texts.

    Raises:
        UsageError: `base` names none of the reports, or more than one.
    """
    shown = view(collation, base=base)
    if excerpts is not None:
        shown = excerpted(collation, shown, excerpts)
    return draw(shown, drawings_of(collation, whole=excerpts is None))


def drawings_of(collation: Collation, *, whole: bool) -> dict[str, Markup]:
    """What is drawn beside the parts, by the part's id; both escape their text."""
    drawn = {}
    descent = collation.descent
    if descent is not None and (descent.edges or descent.lost_parents):
        drawn["descent"] = Markup(descent_svg(collation, linked=True))  # noqa: S704
    if whole and collation.timeline is not None:
        happened = timeline_fragment(collation.reports, collation.timeline)
        drawn["timeline"] = Markup(happened)  # noqa: S704
    return drawn


def draw(shown: CollationView, drawings: Mapping[str, Markup]) -> str:
    """The page of a view, with the drawings that there are for its parts."""
    columns = columns_css(shown) + sheet_rule(shown.title)
    style, script = page_css(), page_js()
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src '{digest(script)}'",
            f"style-src '{digest(style)}' '{digest(columns)}'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )
    return (
        environment()
        .get_template("page.html.j2")
        .render(
            **page_context(shown, drawings),
            policy=policy,
            style=Markup(style),  # noqa: S704 -- our own file
            columns=Markup(columns),  # noqa: S704 -- made of sigla, numbers and escapes
            script=Markup(script),  # noqa: S704 -- our own file
        )
    )


def page_context(
    shown: CollationView, drawings: Mapping[str, Markup]
) -> dict[str, object]:
    """What the templates of a collation need; live pages include the same ones."""
    return {
        "view": shown,
        "rows": rows(shown),
        "drawings": drawings,
        "base": shown.report(shown.base),
        "kinds": KINDS,
        "labels": KIND_LABELS,
        "letters": KIND_LETTERS,
        "kind_help": KIND_HELP,
        "block_labels": BLOCK_LABELS,
        "passage_of": {p.id: p for report in shown.reports for p in report.passages},
        "counts": {
            kind: sum(p.kind == kind for r in shown.reports for p in r.passages)
            for kind in KINDS
        },
        "counted": counted,
    }


def page_css() -> str:
    """The style of a collation with its drawings."""
    drawn = TIMELINE_CSS + DESCENT_CSS
    return asset("page.css") + asset("standing.css") + drawn + asset("print.css")


def page_js() -> str:
    """The script of a collation: one ES module."""
    return asset("theme.js") + asset("page.js") + asset("sift.js")


def columns_css(shown: CollationView) -> str:
    """The column of each report, the base first."""
    others = [r.siglum for r in shown.reports if r.siglum != shown.base]
    return columns_rule([shown.base, *others])


def columns_rule(sigla: Sequence[str]) -> str:
    """The columns of reports in this order."""
    places = "".join(f".r-{s}{{--at:{i}}}" for i, s in enumerate(sigla, 1))
    return f":root{{--cols:{len(sigla)}}}{places}"


def sheet_rule(title: str) -> str:
    """The foot of each sheet of paper: a loose one says which story it is of."""
    words = "".join(f"\\{ord(character):x} " for character in clipped(title, 90))
    font = "font:8pt system-ui,sans-serif;color:#333"
    return f'@page{{@bottom-left{{content:"{words}";{font}}}}}'


def digest(text: str) -> str:
    """The hash by which a content security policy lets a text run."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


@cache
def asset(name: str) -> str:
    """A style or script of ours."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


@cache
def environment() -> Environment:
    """Where the templates are; every text is escaped."""
    environment = Environment(
        loader=PackageLoader("synoptic.present.html", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(FILTERS)
    # Pages of a workspace have addresses for evidence and reports; a file has none.
    environment.globals |= {"permalink": None, "report_link": None, "can_fix": False}
    return environment
