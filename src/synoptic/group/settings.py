"""The settings of grouping: each with its unit, its default and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupSettings:
    """What decides which reports are one story.

    Nearness is likeness above the usual, for the density of its surroundings: about
    0.0 for two reports of one day, about 0.5 for two of one event.

    Attributes:
        one_event: Mean nearness from which on two groups are one story.
        beside_medoid: Nearness that each member must have beside its story's medoid.
        follows: Mean nearness from which on a later story takes an earlier one further.
        window_days: Dated reports further apart than this are not one story.
        free_days: Days between two reports that take nothing from the nearness.
        lost_per_doubling: Nearness lost with each doubling of the days beyond those.
    """

    one_event: float = 0.3
    beside_medoid: float = 0.1
    follows: float = 0.15
    window_days: int = 30
    free_days: int = 2
    lost_per_doubling: float = 0.05


DEFAULTS = GroupSettings()
