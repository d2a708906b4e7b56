"""synoptic reads every report of a story side by side."""

__version__ = "0.1.0"
