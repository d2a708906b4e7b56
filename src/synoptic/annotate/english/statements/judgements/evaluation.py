"""What a clause tells of a thing, and whose words it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from synoptic.model import Quotation
    from synoptic.model.positions import Lean, Stance


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A clause in somebody's words that tells of a thing.

    Attributes:
        verb: The clause's verb.
        target: Head of the thing.
        worth: The word that tells, or the need.
        quotation: The words it stands in; None: somebody's thought.
        holder: Head of who thinks so, where it is a thought.
        needs: Whether the clause is a need the thing must meet.
        cue: The verb of saying.
        meant: Whether the thing is not there: the target stands where it would be.
    """

    verb: int
    target: int
    stance: Stance
    lean: Lean | None
    worth: int
    quotation: Quotation | None
    holder: int | None = None
    needs: bool = False
    cue: int | None = None
    meant: bool = False


class Said(NamedTuple):
    """Whose words a clause is looked for in."""

    quotation: Quotation | None
    holder: int | None
    cue: int | None


def told(
    clause: tuple[int, int], lean: Lean | None, worth: int, said: Said
) -> Evaluation:
    """What a clause, its verb and its thing, tells of the thing by a word of worth."""
    verb, target = clause
    return Evaluation(
        verb,
        target,
        "unstated",
        lean,
        worth,
        said.quotation,
        said.holder,
        cue=said.cue,
    )
