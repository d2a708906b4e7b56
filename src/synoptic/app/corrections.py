"""What readers set right, applied to the reports before anything is drawn from them."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import datetime
from typing import TYPE_CHECKING, cast, get_args

from synoptic.errors import CorrectionError
from synoptic.model import Block, BlockKind, Correction, Report, Span, Target
from synoptic.text.files import utf8_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from os import PathLike

_FIELDS = ("outlet", "published_at", "byline", "language")
OF_QUOTATIONS = ("speaker", "not-quotation")
"""Kinds that are about what was found in a report: see `app.quoted`."""
OF_TIES = ("not-drawn-from", "same-owner", "buys")
"""Kinds that are about what reports have in common: see `app.ties`."""
OF_STORIES = ("same-story", "other-story")
"""Kinds that say which reports belong together: see `app.workspace_stories`."""
OF_PROPOSALS = ("proposal-name", "same-proposal", "new-proposal")
"""Kinds that are about what positions are on: see `app.positions`."""
_ELSEWHERE = (*OF_QUOTATIONS, *OF_TIES, *OF_STORIES, *OF_PROPOSALS)
KINDS = (*_FIELDS, "block", *_ELSEWHERE)


def load_corrections(path: str | PathLike[str]) -> tuple[Correction, ...]:
    """The records of a JSONL file, in its order; blank lines are passed over.

    Raises:
        CorrectionError: The file cannot be opened, or a line is no correction.
    """
    found = []
    for number, line in enumerate(utf8_text(path, CorrectionError).split("\n"), 1):
        if not line.strip():
            continue
        try:
            found.append(read_correction(json.loads(line)))
        except (ValueError, RecursionError) as err:
            raise CorrectionError(
                f"{path}, line {number}: this is no JSON; each line is one record"
            ) from err
        except CorrectionError as err:
            raise CorrectionError(f"{path}, line {number}: {err}") from err
    return tuple(found)


def read_correction(record: object) -> Correction:
    """A correction from its JSON object.

    Raises:
        CorrectionError: A part is missing or of the wrong type.
    """
    if not isinstance(record, dict):
        raise CorrectionError("a correction is a JSON object")
    target = record.get("target")
    if not isinstance(target, dict):
        raise CorrectionError("`target` must be an object with a `report_id`")
    return Correction(
        id=_text(record, "id"),
        at=_text(record, "at", ""),
        by=_text(record, "by", ""),
        kind=_text(record, "kind"),
        target=Target(
            report_id=_text(target, "report_id"),
            start=_offset(target, "start"),
            end=_offset(target, "end"),
            exact=_text(target, "exact", ""),
            prefix=_text(target, "prefix", ""),
            suffix=_text(target, "suffix", ""),
        ),
        value=_text_or_none(record, "value"),
        undoes=_text_or_none(record, "undoes"),
    )


def as_record(correction: Correction) -> dict[str, object]:
    """The JSON object of a correction; what `read_correction` reads."""
    return asdict(correction)


def correct(
    reports: Sequence[Report], corrections: Iterable[Correction]
) -> tuple[tuple[Report, ...], tuple[str, ...]]:
    """The reports set right, and a sentence for each correction that had no effect.

    Later records win over earlier ones. A record with `undoes` takes back that earlier
    record and does nothing else; it can be taken back in its turn.

    Args:
        reports: Their order is kept.
        corrections: In the order in which they were made.
    """
    standing, missed = not_undone(tuple(corrections))
    by_id = {report.id: report for report in reports}
    for correction in standing:
        if correction.kind in _ELSEWHERE:
            continue
        report = by_id.get(correction.target.report_id)
        if report is None:
            missed.append(miss(correction, "its report is not among these"))
            continue
        try:
            by_id[report.id] = _corrected(report, correction)
        except CorrectionError as err:
            missed.append(miss(correction, str(err)))
    return tuple(by_id[report.id] for report in reports), tuple(missed)


def not_undone(
    given: tuple[Correction, ...],
) -> tuple[list[Correction], list[str]]:
    """The records that hold, and a sentence for each that takes back nothing."""
    undone: set[str] = set()
    missed: list[str] = []
    for place in reversed(range(len(given))):
        correction = given[place]
        if correction.undoes is None or correction.id in undone:
            continue
        if correction.undoes in {earlier.id for earlier in given[:place]}:
            undone.add(correction.undoes)
        else:
            why = f"there is no earlier correction {correction.undoes}"
            missed.append(miss(correction, why))
    standing = [c for c in given if c.undoes is None and c.id not in undone]
    return standing, missed[::-1]


def _corrected(report: Report, correction: Correction) -> Report:
    kind, value = correction.kind, correction.value
    if kind == "block":
        block_kind = _block_kind(value)
        span = resolve(report.text, correction.target)
        return replace(report, blocks=_recut(report, span, block_kind))
    if kind not in _FIELDS:
        raise CorrectionError(f"kind {kind!r} is not known to this version")
    if kind == "published_at" and value is not None:
        _check_time(value)
    if kind == "language":
        value = value or "und"
    return replace(report, **{kind: value})  # type: ignore[arg-type]


def _block_kind(value: str | None) -> BlockKind:
    for kind in get_args(BlockKind):
        if kind == value:
            return cast("BlockKind", kind)
    raise CorrectionError(f"{value!r} is no kind of block")


def _check_time(value: str) -> None:
    try:
        datetime.fromisoformat(value)
    except ValueError as err:
        raise CorrectionError(f"{value!r} is no ISO 8601 date or time") from err


def resolve(text: str, target: Target) -> Span:
    """Where the target's words stand: at its offsets, else where they can be found."""
    start, end, exact = target.start, target.end, target.exact
    if (
        start is not None
        and end is not None
        and 0 <= start < end <= len(text)
        and (not exact or text[start:end] == exact)
    ):
        return Span(start, end)
    if not exact:
        raise CorrectionError("its offsets pass the end of the text")
    for before, after in ((target.prefix, target.suffix), ("", "")):
        sought = before + exact + after
        if text.count(sought) == 1:
            at = text.index(sought) + len(before)
            return Span(at, at + len(exact))
    raise CorrectionError("its words are no longer found at one place in the text")


def _recut(report: Report, span: Span, kind: BlockKind) -> tuple[Block, ...]:
    """The blocks with `span` as a block of its own, cut out of those it touches."""
    parts = [(span.start, span.end, kind)]
    for block in report.blocks:
        if block.span.overlaps(span):
            parts.append((block.start, span.start, block.kind))
            parts.append((span.end, block.end, block.kind))
        else:
            parts.append((block.start, block.end, block.kind))
    cut = []
    for start, end, part_kind in sorted(parts):
        words = report.text[start:end]
        if words.strip():
            lead = len(words) - len(words.lstrip())
            cut.append(Block(start + lead, start + len(words.rstrip()), part_kind))
    return tuple(cut)


def miss(correction: Correction, why: str) -> str:
    """The sentence that says a correction had no effect."""
    return f"correction {correction.id} ({correction.kind}) was not applied: {why}"


def _text(record: dict[str, object], key: str, default: str | None = None) -> str:
    value = record.get(key, default)
    if not isinstance(value, str):
        raise CorrectionError(f"`{key}` must be a string")
    return value


def _text_or_none(record: dict[str, object], key: str) -> str | None:
    return None if record.get(key) is None else _text(record, key)


def _offset(record: dict[str, object], key: str) -> int | None:
    value = record.get(key)
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise CorrectionError(f"`{key}` must be a whole number")
