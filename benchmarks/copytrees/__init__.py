"""Stories of news reports with a known copy tree, grown from seeds."""

from copytrees.grow import SETTINGS, Grown, Setting, grow
from copytrees.stories import Story, load_stories, stories_from_jsonl

__all__ = [
    "SETTINGS",
    "Grown",
    "Setting",
    "Story",
    "grow",
    "load_stories",
    "stories_from_jsonl",
]
