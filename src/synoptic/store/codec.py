"""Records as bytes and back, exactly: every field, every bit of every float.

`present.json` writes for others: it rounds and leaves out what they do not need. What
is kept here goes back into the work, where a result from what was kept must be the
result from scratch.
"""

from __future__ import annotations

import base64
import json
import types
import typing
import zlib
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

import numpy as np

import synoptic.model as records
from synoptic.model import Span

T = TypeVar("T")

_NAMES = {**vars(records), "Mapping": Mapping, "Decimal": Decimal, "np": np}
"""What the annotations of records name, most of it imported for the checker only."""
_LEVEL = 6


def pack(value: object) -> bytes:
    """A record, or a tuple of them, as compressed JSON."""
    return zlib.compress(dumps(value).encode("utf-8", "surrogatepass"), _LEVEL)


def unpack(kind: type[T], data: bytes) -> T:
    """What `pack` made of a record of that kind.

    Raises:
        ValueError: These bytes are not such a record.
    """
    try:
        return loads(kind, zlib.decompress(data).decode("utf-8", "surrogatepass"))
    except zlib.error as err:
        raise ValueError("the kept result is damaged") from err


def dumps(value: object) -> str:
    """A record as a line of JSON; fields at their defaults are left out."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def loads(kind: type[T], line: str) -> T:
    """What `dumps` made of a record of that kind; unknown fields are passed over.

    Raises:
        ValueError: The line is not such a record.
    """
    try:
        return typing.cast("T", _record(kind, json.loads(line)))
    except (KeyError, TypeError, AttributeError, ArithmeticError) as err:
        raise ValueError(f"this is no {kind.__name__} ({err})") from err


def _plain(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        return [value.dtype.str, base64.b85encode(value.tobytes()).decode()]
    if isinstance(value, Span):
        return [value.start, value.end]
    if is_dataclass(value) and not isinstance(value, type):
        kept = {}
        for field in fields(value):
            part = getattr(value, field.name)
            if field.default is MISSING or part != field.default:
                kept[field.name] = _plain(part)
        return kept
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    return value


def _record(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    if kind is Span:
        return Span(*value)
    if kind is Decimal:
        return Decimal(value)
    if isinstance(kind, type) and is_dataclass(kind):
        known = _declared(kind)
        return kind(
            **{
                name: _record(known[name], v)
                for name, v in value.items()
                if name in known
            }
        )
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin is np.ndarray:
        dtype, data = value
        return np.frombuffer(base64.b85decode(data), dtype=dtype).copy()
    if origin in (types.UnionType, typing.Union):
        return _record(next(a for a in args if a is not types.NoneType), value)
    if origin is tuple and args[-1] is Ellipsis:
        return tuple(_record(args[0], part) for part in value)
    if origin is tuple:
        return tuple(_record(a, part) for a, part in zip(args, value, strict=True))
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        return {key: _record(args[1], part) for key, part in value.items()}
    return value


@cache
def _declared(kind: type) -> dict[str, Any]:
    from numpy.typing import NDArray  # noqa: PLC0415

    return typing.get_type_hints(kind, localns={**_NAMES, "NDArray": NDArray})
