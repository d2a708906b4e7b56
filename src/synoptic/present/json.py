"""The JSON document `synoptic/1`: the result model itself, written and read back.

The names are those of the records; what differs is listed here. A span is
`[start, end]`, except in the parts of a report, where it is `start` and `end`. A
report stands with its annotations in one object. What was not measured is null.
"""

from __future__ import annotations

import json
import re
import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import Any

import synoptic.model as records
from synoptic.errors import DocumentError
from synoptic.model import (
    Annotations,
    Collation,
    DateMention,
    Edit,
    Figure,
    Name,
    Rejected,
    Report,
    Run,
    Span,
)
from synoptic.text.files import fault_at

SCHEMA = "synoptic/1"

_FLAT = (Name, DateMention, Figure)
"""Parts of a report: their span is written as `start` and `end`."""
_RENAMED: dict[tuple[type, str], str] = {(Edit, "kind"): "class"}
_UNWRITTEN: set[tuple[type, str]] = {(Annotations, "syntax"), (Annotations, "report")}
_SECTIONS = (
    "run",
    "findings",
    "reports",
    "entities",
    "rejected",
    "units",
    "partly",
    "descent",
    "origins",
    "utterances",
    "comparisons",
    "timeline",
    "positions",
    "omissions",
    "wording",
    "proposals",
)
_DIGITS = 6
"""Scores are written to this many digits: the last bits of a sum of floats differ
between processors, and a result must not."""

_NAMES = {**vars(records), "Mapping": Mapping, "Decimal": Decimal}
"""What the annotations of records name, most of it imported for the checker only."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def to_json(collation: Collation) -> str:
    """The whole result as one JSON object, one item of each list a line.

    The same collation gives the same characters.
    """
    document: dict[str, object] = {"schema": SCHEMA}
    for section in _SECTIONS:
        if section == "reports":
            document[section] = _reports(collation.reports, collation.annotations)
        else:
            document[section] = _written(getattr(collation, section, None))
    if all(known.names is None for known in collation.annotations):
        document["entities"] = None
    return dump_document(document)


def reports_to_json(
    run: Run,
    reports: tuple[Report, ...],
    annotations: tuple[Annotations, ...],
    rejected: tuple[Rejected, ...],
) -> str:
    """Annotated reports that were not compared: every other section is null."""
    document: dict[str, object] = {"schema": SCHEMA}
    document |= dict.fromkeys(_SECTIONS)
    document["run"] = _written(run)
    document["reports"] = _reports(reports, annotations)
    document["rejected"] = _written(rejected)
    return dump_document(document)


def sections_to_json(sections: Mapping[str, object]) -> str:
    """A document of other sections than a comparison's: records, lists of them."""
    written = {name: _written(section) for name, section in sections.items()}
    return dump_document({"schema": SCHEMA, **written})


def from_json(text: str) -> Collation:
    """The collation that a document holds; names it does not know are passed over.

    Raises:
        DocumentError: It is no `synoptic/1` document, or holds no comparison.
    """
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as err:
        raise DocumentError(f"this is no JSON document{fault_at(err)}") from err
    schema = document.get("schema") if isinstance(document, dict) else None
    if schema != SCHEMA:
        raise DocumentError(f"schema {SCHEMA!r} is needed, here it is {schema!r}")
    if document.get("units") is None:
        raise DocumentError("these reports were annotated and not compared")
    try:
        document["annotations"] = [
            {**report, "report": report["id"]} for report in document["reports"]
        ]
        return typing.cast("Collation", _read(Collation, document))
    except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError) as err:
        raise DocumentError(
            "the document is damaged: parts of it are missing or of another kind"
        ) from err


def _reports(
    reports: tuple[Report, ...], annotations: tuple[Annotations, ...]
) -> list[object]:
    written: list[object] = []
    for report, known in zip(reports, annotations, strict=True):
        head, parts = _written(report), _written(known)
        blocks = head.pop("blocks")
        text = head.pop("text")
        parts.pop("language")
        written.append({**head, "text": text, "blocks": blocks, **parts})
    return written


@cache
def _fields(kind: type) -> tuple[Field[Any], ...]:
    return fields(kind)


def _written(value: Any) -> Any:
    """Records as JSON values."""
    if value is None or isinstance(value, str | int):
        return value  # the most of a document, and soonest told
    if isinstance(value, Span):
        return [value.start, value.end]
    if is_dataclass(value) and not isinstance(value, type):
        kind = type(value)
        written: dict[str, object] = {}
        for field in _fields(kind):
            if (kind, field.name) in _UNWRITTEN:
                continue
            part = getattr(value, field.name)
            if field.name == "span" and kind in _FLAT:
                written |= {"start": part.start, "end": part.end}
            elif field.name == "sentences" and kind is Annotations:
                written["sentences"] = [{"start": s, "end": e} for s, e in part]
            else:
                written[_RENAMED.get((kind, field.name), field.name)] = _written(part)
        return written
    if isinstance(value, tuple | list):
        return [_written(part) for part in value]
    if isinstance(value, Mapping):
        return {str(key): _written(part) for key, part in value.items()}
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, float):
        return round(value, _DIGITS)
    return value


def _read(kind: Any, value: Any) -> Any:
    """A JSON value as the type a record declares."""
    if value is None or kind in (Any, object, str, int, float, bool, None):
        return value
    if kind is Span:
        return (
            Span(value["start"], value["end"])
            if isinstance(value, dict)
            else (Span(*value))
        )
    if kind is Decimal:
        return Decimal(str(value))
    if is_dataclass(kind):
        return _read_record(kind, value)
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        return _read(next(a for a in args if a is not type(None)), value)
    if origin is tuple and len(args) == 2 and args[1] is Ellipsis:
        return tuple(_read(args[0], part) for part in value)
    if origin is tuple:
        return tuple(_read(a, part) for a, part in zip(args, value, strict=True))
    return value


def _read_record(kind: Any, value: dict[str, Any]) -> Any:
    parts: dict[str, Any] = {}
    for name, declared, required in _declared(kind):
        if name == "span" and kind in _FLAT:
            parts[name] = Span(value["start"], value["end"])
            continue
        key = _RENAMED.get((kind, name), name)
        if key in value and (required or value[key] is not None):
            parts[name] = _read(declared, value[key])
        elif required:
            raise KeyError(key)
    return kind(**parts)


@cache
def _declared(kind: Any) -> tuple[tuple[str, Any, bool], ...]:
    """Name, type and whether it must be there, of each field that is written."""
    hints = typing.get_type_hints(kind, localns=_NAMES)
    return tuple(
        (
            field.name,
            hints[field.name],
            field.default is MISSING and field.default_factory is MISSING,
        )
        for field in fields(kind)
        if (kind, field.name) not in _UNWRITTEN or field.name == "report"
    )


def dump_document(document: dict[str, object]) -> str:
    """One line a section, and inside a list one line an item."""
    lines = []
    for key, value in document.items():
        if isinstance(value, list) and value:
            items = ",\n".join(_line(item) for item in value)
            lines.append(f"{_line(key)}: [\n{items}\n]")
        else:
            lines.append(f"{_line(key)}: {_line(value)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _line(value: object) -> str:
    """Compact JSON; half a surrogate pair, which UTF-8 cannot hold, is escaped."""
    line = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _SURROGATE.sub(lambda m: f"\\u{ord(m[0]):04x}", line)
