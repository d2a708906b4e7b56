"""What the options about inputs mean: what is stated, how much is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from synoptic.errors import UsageError

if TYPE_CHECKING:
    from synoptic.read import ReadOptions

_SIZES = {"": 1, "k": 1000, "m": 1000**2, "g": 1000**3}


class HowRead(TypedDict):
    """How the inputs of a command are read; goes to every verb as it is."""

    options: ReadOptions
    stated: dict[str, dict[str, str]]


def how_read(
    paths: list[str],
    *,
    max_size: str | None,
    offline: bool,
    **values: list[str] | None,
) -> HowRead:
    """How the inputs are read.

    Args:
        paths: The inputs as named.
        max_size: As typed.
        offline: Whether nothing is fetched.
        values: By field, what is stated of all inputs or as `PATH=VALUE` of one.

    Raises:
        UsageError: A value cannot be used, or names no input.
    """
    common, stated = _statements(paths, values)
    options = _read_options(common, max_size, offline=offline)
    return HowRead(options=options, stated=stated)


def _statements(
    paths: list[str], values: dict[str, list[str] | None]
) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """What is stated of all inputs, by field, and of single ones, by input and field.

    Raises:
        UsageError: `PATH=VALUE` names no input, or a field is stated of all twice.
    """
    common: dict[str, str] = {}
    single: dict[str, dict[str, str]] = {}
    for field, given in values.items():
        for value in given or ():
            named = [path for path in paths if value.startswith(f"{path}=")]
            if named:
                path = max(named, key=len)
                single.setdefault(path, {})[field] = value[len(path) + 1 :]
            elif "=" in value:
                path = value.split("=", 1)[0]
                raise UsageError(f"{path!r} (in {value!r}) is not among the inputs")
            elif field in common:
                raise UsageError(
                    f"{value!r} and {common[field]!r} are both stated of all inputs. "
                    f"Write PATH={value} for one of them"
                )
            else:
                common[field] = value
    return common, single


def _read_options(
    common: dict[str, str], max_size: str | None, *, offline: bool
) -> ReadOptions:
    """How inputs are read, with what is stated of all of them.

    Raises:
        UsageError: A value cannot be used.
    """
    from synoptic.app.stated import with_fields
    from synoptic.read import ReadOptions

    options = ReadOptions(offline=offline)
    if max_size is not None:
        size = n_bytes(max_size)
        # No text has more characters than bytes, so that one limit is enough here.
        options = ReadOptions(offline=offline, max_bytes=size, max_chars=size)
    return with_fields(options, common)


def n_bytes(size: str, option: str = "--max-size") -> int:
    """Bytes in a size such as `800`, `50MB` or `1.5g`.

    Raises:
        UsageError: It is none.
    """
    number = size.strip().lower().removesuffix("b")
    unit = number[-1:] if number[-1:].isalpha() else ""
    try:
        size_bytes = int(float(number.removesuffix(unit)) * _SIZES[unit])
    except (ValueError, KeyError, OverflowError):
        size_bytes = 0
    if size_bytes < 1:
        raise UsageError(f"{option} {size!r} is no size; write it like 800kB or 50MB")
    return size_bytes
