"""Speakers of whom another report's print of the same words makes us surer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.model import Annotations, Quotation, Utterance

_BESIDE = 0.9
_MOST = 0.97
# two reports may share a source: an agreeing one counts as half a witness
_WITNESS = 0.5


def with_agreement(
    annotations: Sequence[Annotations], utterances: Sequence[Utterance]
) -> tuple[Annotations, ...]:
    """The annotations, with what other reports say of a speaker in the confidence.

    A speaker known through a pronoun or a role is surer when another report prints
    the same words and names the same one beside the cue. A print of the same text has
    the pronoun too, so copies add nothing.

    Args:
        annotations: With the story's names at their speakers.
        utterances: Of these annotations.
    """
    known: dict[tuple[str, str], Quotation] = {
        (notes.report, q.id): q for notes in annotations for q in notes.quotations or ()
    }
    surer: dict[tuple[str, str], Quotation] = {}
    for utterance in utterances:
        prints = [(m.report, m.quotation) for m in utterance.members]
        alike = {p: known[p] for p in prints if known[p].speaker.entity is not None}
        if len({q.speaker.entity for q in alike.values()}) != 1:
            continue
        for place, quotation in alike.items():
            sure = quotation.speaker.confidence
            naming = {
                p[0]
                for p, other in alike.items()
                if p[0] != place[0] and other.speaker.confidence >= _BESIDE > sure
            }
            if naming:
                raised = 1 - (1 - sure) * _WITNESS ** len(naming)
                reason = (
                    f"{quotation.speaker.reason}; named beside the same words in "
                    f"{'another report' if len(naming) == 1 else 'other reports'}"
                )
                speaker = replace(
                    quotation.speaker,
                    confidence=round(max(sure, min(raised, _MOST)), 2),
                    reason=reason,
                )
                surer[place] = replace(quotation, speaker=speaker)
    return tuple(
        notes
        if notes.quotations is None
        else replace(
            notes,
            quotations=tuple(
                surer.get((notes.report, q.id), q) for q in notes.quotations
            ),
        )
        for notes in annotations
    )
