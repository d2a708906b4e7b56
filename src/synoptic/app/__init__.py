"""One function for each thing a user asks for; the only place that wires the rooms."""

from synoptic.app.quotes import Quotes, quotes
from synoptic.app.repeat import Rerun
from synoptic.app.results import AnnotatedReports, Comparison
from synoptic.app.verbs import annotate, compare, read, rerun

__all__ = [
    "AnnotatedReports",
    "Comparison",
    "Quotes",
    "Rerun",
    "annotate",
    "compare",
    "quotes",
    "read",
    "rerun",
]
