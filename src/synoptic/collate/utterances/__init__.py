"""What was said once, brought together from all reports that print it."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from synoptic.collate.utterances.agreement import with_agreement
from synoptic.collate.utterances.alterations import word_alterations
from synoptic.collate.utterances.circumstances import circumstance_alterations
from synoptic.collate.utterances.fragments import match_single_words
from synoptic.collate.utterances.match import match_pieces
from synoptic.collate.utterances.order import order_alterations, sentence_alterations
from synoptic.collate.utterances.pieces import pieces_of
from synoptic.collate.utterances.record import as_record
from synoptic.collate.utterances.translation import may_be_translated
from synoptic.collate.utterances.wording import quotation_findings
from synoptic.model import Alteration, Utterance, UtteranceMember

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from synoptic.collate.entities import Entities
    from synoptic.collate.utterances.match import PiecePair
    from synoptic.collate.utterances.pieces import Piece
    from synoptic.model import Annotations, NameKind, Report

_NEAR_CHARS = 120
_SURE = 0.9

__all__ = ["as_record", "collate_utterances", "quotation_findings", "with_agreement"]


def collate_utterances(
    reports: Sequence[Report],
    annotations: Sequence[Annotations],
    entities: Entities,
    *,
    record: str | None = None,
) -> tuple[Utterance, ...]:
    """Bring together the quotations that print one utterance.

    Two quotations are one where a sentence of each has words in common beyond what
    chance gives and the speakers do not speak against it, or where one quotes a single
    word of the other and both name one person. An utterance printed by one
    report alone is one too. Captions are not compared.

    Args:
        reports: In the order of the collation.
        annotations: One for each report.
        entities: The entities of the story.
        record: Id of the report that is the record of what was said (a transcript,
            with its annotations as `as_record` makes them); None: there is none.

    Returns:
        Those whose prints differ first, gravest first; then in order of the reports.
    """
    kinds: dict[str, NameKind] = {e.name: e.kind for e in entities.entities}

    def speaker(piece: Piece) -> str | None:
        report = reports[piece.report].id
        return entities.name(report, piece.quotation.speaker.entity)

    def person(piece: Piece) -> str | None:
        name = speaker(piece)
        return name if name is not None and kinds.get(name) == "person" else None

    def agree(a: Piece, b: Piece) -> bool | None:
        one, other = speaker(a), speaker(b)
        if one is None or other is None:
            return None
        if one == other:
            return True
        if one.split()[-1] == other.split()[-1]:
            return None  # one last name: one person under two first names, as a rule
        # a person may speak for a body, and a body for a country
        both_persons = kinds.get(one) == "person" and kinds.get(other) == "person"
        return False if both_persons and _beside(a) and _beside(b) else None

    pieces = [
        piece
        for place, (report, notes) in enumerate(zip(reports, annotations, strict=True))
        for piece in pieces_of(place, report, notes, record=report.id == record)
    ]
    pairs = match_pieces(pieces, agree)
    alterations = [
        *_alterations(reports, pairs, pieces, speaker),
        *circumstance_alterations(pairs, reports, annotations),
    ]
    by_quotation: dict[str, list[Alteration]] = defaultdict(list)
    for alteration in alterations:
        by_quotation[alteration.a].append(alteration)
    spoken = {
        (place, q.id): entities.name(reports[place].id, q.speaker.entity)
        for place, notes in enumerate(annotations)
        for q in notes.quotations or ()
        if q.block != "caption"
    }
    translated = cache(lambda name: may_be_translated(name, reports, annotations))
    utterances = []
    for group in _groups(spoken, [*pairs, *match_single_words(pieces, pairs, person)]):
        names = {spoken[member] for member in group} - {None}
        name = names.pop() if len(names) == 1 else None
        members = tuple(UtteranceMember(reports[p].id, i) for p, i in group)
        ids = {i for _, i in group}
        key = "\x1f".join(f"{m.report}\x1f{m.quotation}" for m in members)
        utterances.append(
            Utterance(
                id=hashlib.blake2b(key.encode(), digest_size=8).hexdigest(),
                speaker=name,
                members=members,
                translated=translated(name),
                alterations=tuple(
                    a
                    for i in (m[1] for m in group)
                    for a in by_quotation[i]
                    if a.b in ids
                ),
            )
        )
    return tuple(sorted(utterances, key=_consequence))


def _beside(piece: Piece) -> bool:
    """Whether the speaker is named beside the cue, and the cue stands near.

    Else the speaker is a pronoun's, or is only carried on to here.
    """
    cue = piece.quotation.cue
    if cue is None or piece.quotation.speaker.confidence < _SURE:
        return False
    first, last = piece.words.spans[0].start, piece.words.spans[-1].end
    return max(cue.start - last, first - cue.end) <= _NEAR_CHARS


def _groups(
    spoken: dict[tuple[int, str], str | None], pairs: Sequence[PiecePair]
) -> list[list[tuple[int, str]]]:
    """Quotations that print one utterance, in order of report and place.

    A quotation joins a group whose speaker is its own or unnamed, so that unnamed
    prints never bring two speakers together; the surest pairs join first.
    """
    group_of = {member: [member] for member in spoken}
    for pair in sorted(
        pairs, key=lambda p: (p.same_speaker is not True, -p.shared_bits)
    ):
        one = group_of[pair.a.report, pair.a.quotation.id]
        other = group_of[pair.b.report, pair.b.quotation.id]
        if one is other:
            continue
        names = {spoken[m] for m in (*one, *other)} - {None}
        if pair.same_speaker is True and len(names) > 1:
            continue
        if pair.same_speaker is None and len(names) > 1 and not _bodies(pair):
            continue
        one += other
        for member in other:
            group_of[member] = one
    place = {member: number for number, member in enumerate(spoken)}
    groups = {id(g): g for g in group_of.values()}.values()
    return sorted(
        (sorted(g, key=lambda m: place[m]) for g in groups), key=lambda g: place[g[0]]
    )


def _bodies(pair: PiecePair) -> bool:
    """Whether both speakers are named: a body and one who speaks for it."""
    return None not in (
        pair.a.quotation.speaker.entity,
        pair.b.quotation.speaker.entity,
    )


def _alterations(
    reports: Sequence[Report],
    pairs: Sequence[PiecePair],
    pieces: Sequence[Piece],
    speaker: Callable[[Piece], str | None],
) -> list[Alteration]:
    found: list[Alteration] = []
    by_reports: dict[tuple[int, int], list[PiecePair]] = defaultdict(list)
    of_report: dict[int, list[Piece]] = defaultdict(list)
    for piece in pieces:
        of_report[piece.report].append(piece)
    for pair in pairs:
        by_reports[pair.a.report, pair.b.report].append(pair)
        if not (pair.a.quoted and pair.b.quoted):
            continue
        found += word_alterations(pair, reports)
        if pair.same_speaker is False:
            found.append(
                Alteration(
                    kind="speaker",
                    a=pair.a.quotation.id,
                    b=pair.b.quotation.id,
                    detail=f"{speaker(pair.a)} / {speaker(pair.b)}",
                    a_span=pair.a.quotation.speaker.span,
                    b_span=pair.b.quotation.speaker.span,
                    a_within=pair.a.quotation.content[0],
                    b_within=pair.b.quotation.content[0],
                )
            )
    for (one, other), group in by_reports.items():
        both = [*of_report[one], *of_report[other]]
        found += sentence_alterations(group, both, reports)
        found += order_alterations(group, both, reports)
    return found


def _consequence(utterance: Utterance) -> tuple[int, int]:
    """Gravest first; a trimmed end is the least."""
    grave = sum(a.grave for a in utterance.alterations)
    other = sum(a.kind != "trimmed" for a in utterance.alterations)
    return -grave, -other
