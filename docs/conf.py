"""How the documentation is built: `make docs`, warnings are errors."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import synoptic

if TYPE_CHECKING:
    from sphinx.application import Sphinx

ROOT = Path(__file__).parents[1]

project = "synoptic"
author = "the synoptic contributors"
project_copyright = "2026, the synoptic contributors"
version = release = synoptic.__version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx.ext.viewcode",
]
exclude_patterns = ["_build", "README.md"]
html_theme = "furo"
html_title = f"synoptic {version}"
html_static_path: list[str] = []

myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3

nitpicky = True
# Names of the standard library, numpy and other people's packages have no page here,
# and nothing is fetched to find one elsewhere. What `synoptic` offers is documented
# there and not in the modules where it happens to be defined.
nitpick_ignore_regex = [
    (r"py:.*", r"(?!synoptic\.).*"),
    (r"py:.*", r"synoptic\.(app|read\.options)\..*"),
]
# Two records are called Comparison: what `synoptic.compare` hands back, and the figures
# or dates set side by side in it. A signature names either without its home.
suppress_warnings = ["ref.python"]

autodoc_default_options = {
    "members": True,
    "member-order": "bysource",
    "show-inheritance": False,
}
autodoc_typehints = "signature"
autodoc_preserve_defaults = True
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True


def _draw_the_tree_of_errors(
    _app: Sphinx, what: str, name: str, _obj: object, _options: object, lines: list[str]
) -> None:
    """The tree at the top of `errors.py` is a drawing, not prose."""
    if (what, name) == ("module", "synoptic.errors"):
        lines[1:] = ["", "::", "", *(f"    {line}" for line in lines[1:])]


def _fill_in_the_measures(_app: Sphinx, name: str, source: list[str]) -> None:
    """The page of measures takes its figures from the files that hold them."""
    if name != "explanation/measures":
        return
    gaps = tomllib.loads((ROOT / "tests/examples/gaps.toml").read_text("utf-8"))["gap"]
    listed = (
        f"They are {len(gaps)} at present." if gaps else "There is none at present."
    )
    runs = [
        _table(path) for path in sorted((ROOT / "benchmarks/results").glob("*.json"))
    ]
    source[0] = source[0].replace("N_GAPS", listed)
    source[0] = source[0].replace(
        "RESULTS", "\n\n".join(runs) or "No run is recorded yet."
    )


def _table(path: Path) -> str:
    """One result file as a table."""
    result = json.loads(path.read_text("utf-8"))
    head = (
        f"### {path.stem}\n\nAt {result['commit']}, on {result['cores']} cores with "
        f"{result['memory_mb']} MB, Python {result['python']}.\n\n"
        "| what | runs | p50, s | p95, s | peak, MB |\n|---|---|---|---|---|\n"
    )
    columns = ("n", "seconds_p50", "seconds_p95", "peak_mb")
    rows = [
        f"| {name} | " + " | ".join(str(run.get(c, "")) for c in columns) + " |"
        for name, run in result["measures"].items()
        if isinstance(run, dict) and "seconds_p50" in run
    ]
    return head + "\n".join(rows)


def setup(app: Sphinx) -> None:
    """Called by Sphinx."""
    app.connect("source-read", _fill_in_the_measures)
    app.connect("autodoc-process-docstring", _draw_the_tree_of_errors)
