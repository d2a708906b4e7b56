"""Shared passages among any number of reports.

Fingerprints of all reports are joined, the pairs that this brings together are
aligned, and each passage comes out with its place in both texts. The steps are pure
functions of Arrow tables on the two verbs of `synoptic.engine`.
"""

from synoptic.reuse.corpus import Corpus, numbered, passages_of
from synoptic.reuse.passages import ROWS
from synoptic.reuse.prints import REPORTS
from synoptic.reuse.settings import Settings, settings_for
from synoptic.reuse.steps import find_reuse

__all__ = [
    "REPORTS",
    "ROWS",
    "Corpus",
    "Settings",
    "find_reuse",
    "numbered",
    "passages_of",
    "settings_for",
]
