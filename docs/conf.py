"""How the documentation is built: `make docs`, warnings are errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import synoptic

if TYPE_CHECKING:
    from sphinx.application import Sphinx

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


def setup(app: Sphinx) -> None:
    """Called by Sphinx."""
    app.connect("autodoc-process-docstring", _draw_the_tree_of_errors)
