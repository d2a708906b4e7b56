"""Repeating a run from its own document, and saying whether it came out the same."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from synoptic.errors import DocumentError
from synoptic.text.files import utf8_text

if TYPE_CHECKING:
    from os import PathLike

    from synoptic.model import Report

_MADE_BY = ("version", "options", "inputs")
"""Parts of `run` that say how the result was asked for, not what came of it."""


@dataclass(frozen=True, slots=True)
class Rerun:
    """Whether a run came out the same.

    Attributes:
        differences: What came out otherwise, a sentence each; empty: all the same.
        notes: What a reader should know of how it was repeated.
    """

    differences: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether every part of the document came out the same."""
        return not self.differences


_NO_RESULT = "this is no result of `synoptic compare --json`. Is the name right?"


def open_document(path: str | PathLike[str]) -> tuple[str, dict[str, Any]]:
    """The text of a saved result, and its JSON object.

    Raises:
        DocumentError: It cannot be opened or is no JSON object with a `run`.
    """
    text = utf8_text(path, DocumentError)
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as err:
        raise DocumentError(f"{path}: {_NO_RESULT}") from err
    if not isinstance(document, dict) or not isinstance(document.get("run"), dict):
        raise DocumentError(f"{path}: {_NO_RESULT}")
    return text, document


def readable_again(sources: list[str]) -> list[str]:
    """The sources that can be read a second time.

    Standard input is gone, and a web page is not fetched unless the user names it.
    """
    return [s for s in sources if s != "-" and "://" not in s and _is_there(s)]


def stand_ins(stored: tuple[Report, ...], fresh: tuple[Report, ...]) -> list[Report]:
    """The stored reports whose source is gone, so that their stored text must do."""
    found = {report.id for report in fresh}
    return [r for r in stored if r.id not in found and not _is_there(r.path)]


def differences(then: dict[str, Any], now: dict[str, Any]) -> tuple[str, ...]:
    """What differs between two documents, a sentence a section.

    Args:
        then: The saved one. What it does not have, an older version did not write;
            it is passed over.
        now: The one just made.
    """
    found = []
    for name, stated in then["run"].items():
        if name not in _MADE_BY and stated != now["run"].get(name):
            found.append(
                f"run.{name}: {_brief(stated)} then, {_brief(now['run'].get(name))} now"
            )
    found += _inputs(then, now)
    for section, stated in then.items():
        if section == "run" or stated == now.get(section):
            continue
        fresh = now.get(section)
        if isinstance(stated, list) and isinstance(fresh, list):
            n_differ = sum(item not in fresh for item in stated)
            n_new = sum(item not in stated for item in fresh)
            found.append(
                f"{section}: {n_differ} of {len(stated)} came out otherwise, "
                f"{n_new} of {len(fresh)} now were not there then"
            )
        else:
            found.append(f"{section}: not the same")
    return tuple(found)


def _inputs(then: dict[str, Any], now: dict[str, Any]) -> list[str]:
    before = {(i["path"], i["sha256"]) for i in then["run"].get("inputs", ())}
    after = {(i["path"], i["sha256"]) for i in now["run"]["inputs"]}
    paths_before = {path for path, _ in before}
    found = []
    for path, _ in sorted(after - before):
        was = "has changed since" if path in paths_before else "was not read then"
        found.append(f"input {path} {was}")
    for path, _ in sorted(before - after):
        if path not in {p for p, _ in after}:
            found.append(f"input {path} was not found now")
    return found


def _is_there(source: str) -> bool:
    return Path(source).exists() or any(mark in source for mark in "*?[")


def _brief(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else text[:57] + "..."
