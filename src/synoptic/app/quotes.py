"""Who said what: the quotations of some reports, each utterance once."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from synoptic.app.verbs import annotate
from synoptic.errors import UsageError
from synoptic.model import Collation, siglum
from synoptic.present.wording import cell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from synoptic.model import (
        Annotations,
        Entity,
        Quotation,
        Rejected,
        Report,
        Run,
        Utterance,
    )

_COLUMNS = (
    "speaker utterance differs report outlet path kind act words speaker_words "
    "confidence start end"
).split()


@dataclass(frozen=True, slots=True, repr=False)
class Quotes:
    """The quotations of some reports.

    Attributes:
        utterances: Those asked for; those whose prints differ first.
    """

    run: Run
    reports: tuple[Report, ...]
    annotations: tuple[Annotations, ...]
    entities: tuple[Entity, ...]
    utterances: tuple[Utterance, ...]
    rejected: tuple[Rejected, ...]

    def prints(self, utterance: Utterance) -> Iterator[tuple[str, Report, Quotation]]:
        """Yield siglum, report and quotation of every print, in order."""
        place = {report.id: n for n, report in enumerate(self.reports)}
        for member in utterance.members:
            number = place[member.report]
            for quotation in self.annotations[number].quotations or ():
                if quotation.id == member.quotation:
                    yield siglum(number), self.reports[number], quotation

    def to_json(self) -> str:
        """A `synoptic/1` document with reports, entities and utterances."""
        from synoptic.present.json import to_json

        whole = Collation(
            run=self.run,
            findings=(),
            reports=self.reports,
            annotations=self.annotations,
            units=(),
            partly=(),
            entities=self.entities,
            utterances=self.utterances,
            rejected=self.rejected,
        )
        document: dict[str, Any] = json.loads(to_json(whole))
        document |= {"findings": None, "units": None, "partly": None}
        return json.dumps(document, ensure_ascii=False, indent=1) + "\n"

    def to_csv(self) -> str:
        """One row a print: who, what, where, and whether its words differ."""
        out = io.StringIO()
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(_COLUMNS)
        for utterance in self.utterances:
            differing = {
                q
                for a in utterance.alterations
                if a.kind != "trimmed"
                for q in (a.a, a.b)
            }
            for letter, report, quotation in self.prints(utterance):
                beside = quotation.speaker.span
                rows.writerow(
                    [
                        cell(utterance.speaker or ""),
                        utterance.id,
                        "yes" if quotation.id in differing else "no",
                        letter,
                        cell(report.outlet or ""),
                        cell(report.path),
                        quotation.kind,
                        quotation.act or "",
                        cell(" ... ".join(report.quote(s) for s in quotation.content)),
                        cell(report.quote(beside) if beside else ""),
                        quotation.speaker.confidence,
                        quotation.content[0].start,
                        quotation.content[-1].end,
                    ]
                )
        return out.getvalue()


def quotes(
    sources: Any,
    *,
    speaker: str | None = None,
    differing: bool = False,
    record: str | None = None,
    **options: Any,
) -> Quotes:
    """Who said what in some reports, taken as one story.

    Args:
        sources: As for `annotate`.
        speaker: Only this speaker's words: a name or a part of one.
        differing: Only utterances whose prints differ in more than where they end.
        record: The path of a transcript; the reports are then held against it.
        options: As for `annotate`.

    Raises:
        UsageError: The record is not among what could be read.
    """
    from synoptic.collate.entities import find_entities, with_entities
    from synoptic.collate.utterances import (
        as_record,
        collate_utterances,
        with_agreement,
    )

    given = [sources] if isinstance(sources, str) else [*sources]
    if record is not None and record not in given:
        given.append(record)
    known = annotate(given, **options)
    notes = list(known.annotations)
    named = [n for n, report in enumerate(known.reports) if report.path == record]
    if record is not None:
        if not named:
            raise UsageError(f"the record {record} could not be read")
        notes[named[0]] = as_record(known.reports[named[0]], notes[named[0]])
    entities = find_entities(known.reports, notes)
    notes = [with_entities(n, entities) for n in notes]
    utterances = collate_utterances(
        known.reports,
        notes,
        entities,
        record=known.reports[named[0]].id if named else None,
    )
    return Quotes(
        run=known.run,
        reports=known.reports,
        annotations=with_agreement(notes, utterances),
        entities=entities.entities,
        utterances=tuple(
            u
            for u in utterances
            if _is_by(u, speaker, entities.entities)
            and (not differing or any(a.kind != "trimmed" for a in u.alterations))
            and not (named and len(u.members) == 1 and u.speaker is None)
        ),
        rejected=known.rejected,
    )


def _is_by(
    utterance: Utterance, speaker: str | None, entities: tuple[Entity, ...]
) -> bool:
    if speaker is None:
        return True
    if utterance.speaker is None:
        return False
    wanted = speaker.casefold()
    called = {utterance.speaker}
    for entity in entities:
        if entity.name == utterance.speaker:
            called |= set(entity.aliases)
    return any(wanted in name.casefold() for name in called)
