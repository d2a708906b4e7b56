"""Files of settings and results that a user names: UTF-8 text, JSON, TOML."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from os import PathLike

    from synoptic.errors import SynopticError

    Failing = Callable[[str], SynopticError]

_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a]")
_PLACE = re.compile(r"line \d+,? column \d+")


def utf8_text(path: str | PathLike[str], failing: Failing) -> str:
    """The text of a file, without a byte-order mark.

    Args:
        path: As the user named it.
        failing: The error to raise, from a sentence that names the file.

    Raises:
        SynopticError: As made by `failing`: it cannot be opened, or is not UTF-8.
    """
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError as err:
        raise failing(f"{path}: there is no such file. Is the name right?") from err
    except IsADirectoryError as err:
        raise failing(f"{path}: this is a folder. Name the file in it") from err
    except PermissionError as err:
        raise failing(f"{path}: you may not read it. Ask its owner") from err
    except (OSError, ValueError) as err:
        why = getattr(err, "strerror", None) or "no file can have this name"
        raise failing(f"{path}: cannot be opened ({why})") from err
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as err:
        if _CONTROL.search(data):
            raise failing(f"{path}: this is no text. Is it the right file?") from err
        line = data.count(b"\n", 0, err.start) + 1
        raise failing(
            f"{path}, line {line}: this is not UTF-8 text. Save the file as UTF-8"
        ) from err


def json_of(path: str | PathLike[str], failing: Failing) -> Any:
    """What a JSON file holds.

    Raises:
        SynopticError: As made by `failing`: it cannot be read, or is no JSON.
    """
    text = utf8_text(path, failing)
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as err:
        raise failing(f"{path}: this is no JSON{fault_at(err)}") from err


def toml_of(path: str | PathLike[str], failing: Failing) -> dict[str, Any]:
    """What a TOML file holds.

    Raises:
        SynopticError: As made by `failing`: it cannot be read, or is no TOML.
    """
    text = utf8_text(path, failing)
    try:
        return tomllib.loads(text)
    except ValueError as err:
        raise failing(f"{path}: this is no TOML{fault_at(err)}") from err


def fault_at(err: Exception) -> str:
    """Where a parser stopped, as the end of a sentence; "": it does not say."""
    place = _PLACE.search(str(err))
    return f"; it goes wrong at {place.group().replace(',', '')}" if place else ""
