"""Times as a workspace sorts them: one form, in UTC."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from synoptic.errors import UsageError

_FORM = "%Y-%m-%dT%H:%M:%SZ"
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_MINUTE = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}")


def now() -> str:
    """The present moment, to the millisecond."""
    moment = datetime.now(UTC).isoformat(timespec="milliseconds")
    return moment.replace("+00:00", "Z")


def moment_of(stated: str | None) -> str | None:
    """The first moment that a stated time can mean; a zone not stated is UTC.

    None where none is stated, or what is stated is no ISO 8601 time.
    """
    try:
        moment = datetime.fromisoformat(stated or "")
    except ValueError:
        return None
    return _in_utc(moment).strftime(_FORM)


def since(stated: str) -> str:
    """The bound, inclusive, of "since" a day or moment.

    Raises:
        UsageError: It is no day and no moment.
    """
    moment = moment_of(stated)
    if moment is None:
        raise UsageError(f"{stated!r} is no time; write it like 2025-03-14")
    return moment


def until(stated: str) -> str:
    """The bound, exclusive, of "until" a day or moment: the whole of it belongs to it.

    Raises:
        UsageError: It is no day and no moment.
    """
    start = datetime.strptime(since(stated), _FORM).replace(tzinfo=UTC)
    if _DATE.fullmatch(stated):
        length = timedelta(days=1)
    elif _MINUTE.fullmatch(stated):
        length = timedelta(minutes=1)
    else:
        length = timedelta(seconds=1)
    return (start + length).strftime(_FORM)


def _in_utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        return moment.replace(tzinfo=UTC)
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return moment.replace(tzinfo=UTC)
