"""A result without the words of its reports, and the words put back.

Every string that stands in a report, and every run of three or more of a report's words
inside another string, is replaced by its address: `⟦number:start:end⟧`, the number of
the report in the document and the offsets in its text. What is left are our own words.
With the same texts at hand the document comes back as it was, character by character.
"""

from __future__ import annotations

import hashlib
import json
import re
from functools import partial
from typing import TYPE_CHECKING, Any

from synoptic.errors import DocumentError
from synoptic.present.json import dump_document
from synoptic.text.files import fault_at

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_ADDRESS = re.compile(r"⟦(\d+):(\d+):(\d+)⟧")
_WORD = re.compile(r"\w+")
_RUN_WORDS = 3
_BETWEEN = "\uffff\ufffe"  # stands in no text: the reports' texts lie end to end
_OWN = frozenset(
    """
    schema version id series path outlet url published_at modified_at language sha256
    extractor embargoed_until status kind report unit a b parent child reports children
    units class op act block type value earliest latest anchor verdict extent year_from
    code engine pipeline vectors text_sha256 carried_by stance voice at by undoes
    report_id dimension direction event change
    """.split()
)
"""Names of values that are no words of a report: ids, kinds, times, where from."""


def without_text(document: str) -> str:
    """A `synoptic/1` document without the words of its reports.

    Args:
        document: As `present.json.to_json` writes it.

    Raises:
        DocumentError: It is no such document.
    """
    whole = open_result(document)
    texts = [report["text"] for report in whole["reports"]]
    address = _Addresses(texts)
    for report, text in zip(whole["reports"], texts, strict=True):
        report["text_sha256"] = hashlib.sha256(_bytes(text)).hexdigest()
        report["n_chars"] = len(text)
        report["text"] = ""
        for field in ("headline", "byline"):
            # One that the page states beside the text has no address in it.
            if report.get(field) and report[field] not in text:
                report[field] = None
    return dump_document(_mapped(whole, address.of))


def words_out(document: str, texts: list[str]) -> str:
    """Any other JSON document with the words of these texts as addresses."""
    changed = _mapped(json.loads(document), _Addresses(texts).of)
    return json.dumps(changed, ensure_ascii=False, indent=1) + "\n"


def with_text(document: str, texts: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """The document with the words put back, as far as their texts are at hand.

    Args:
        document: As `without_text` made it.
        texts: By SHA-256 of their UTF-8 bytes, the texts at hand.

    Returns:
        The document, and the ids of the reports whose texts were not at hand.

    Raises:
        DocumentError: It is no such document.
    """
    whole = open_result(document)
    held: dict[int, str] = {}
    missing = []
    for number, report in enumerate(whole["reports"]):
        if "text_sha256" not in report:
            raise DocumentError("this document was not made with --without-text")
        text = texts.get(report["text_sha256"])
        if text is None:
            missing.append(str(report["id"]))
        else:
            held[number] = text
    found = _mapped(whole, partial(_resolved, held))
    for number, report in enumerate(found["reports"]):
        if number in held:
            report["text"] = held[number]
            del report["text_sha256"], report["n_chars"]
    return dump_document(found), tuple(missing)


class _Addresses:
    """Looks words up in the texts of all reports at once."""

    def __init__(self, texts: list[str]) -> None:
        self._joined = _BETWEEN.join(texts)
        self._starts = []
        at = 0
        for text in texts:
            self._starts.append(at)
            at += len(text) + len(_BETWEEN)
        self._runs = {
            run
            for row in (_WORD.findall(text) for text in texts)
            for run in zip(*(row[n:] for n in range(_RUN_WORDS)), strict=False)
        }
        self._known: dict[str, str] = {}

    def of(self, words: str) -> str:
        """The string with every run that stands in a report as an address."""
        if words not in self._known:
            self._known[words] = self._found(words)
        return self._known[words]

    def _found(self, words: str) -> str:
        if not _WORD.search(words):
            return words
        whole = self._joined.find(words)
        if whole >= 0:
            return self._address(whole, len(words))
        tokens = [m.span() for m in _WORD.finditer(words)]
        out, done, at = [], 0, 0
        printed = self._printed(words, tokens)
        while at < len(tokens):
            if not printed[at]:
                at += 1
                continue
            # As far as the marks between the words are the same too.
            start, end = tokens[at]
            place = self._joined.find(words[start:end])
            at += 1
            while at < len(tokens) and printed[at]:
                longer = self._joined.find(words[start : tokens[at][1]])
                if longer < 0:
                    break
                place, end = longer, tokens[at][1]
                at += 1
            out += [words[done:start], self._address(place, end - start)]
            done = end
        return "".join([*out, words[done:]])

    def _printed(self, words: str, tokens: list[tuple[int, int]]) -> list[bool]:
        """For each word, whether it is one of three that a report has in a row."""
        row = [words[start:end] for start, end in tokens]
        printed = [False] * len(row)
        for at in range(len(row) - _RUN_WORDS + 1):
            if tuple(row[at : at + _RUN_WORDS]) in self._runs:
                printed[at : at + _RUN_WORDS] = [True] * _RUN_WORDS
        return printed

    def _address(self, place: int, n_chars: int) -> str:
        number = max(n for n, start in enumerate(self._starts) if start <= place)
        start = place - self._starts[number]
        return f"⟦{number}:{start}:{start + n_chars}⟧"


def _resolved(texts: Mapping[int, str], words: str) -> str:
    def put_back(found: re.Match[str]) -> str:
        number, start, end = (int(part) for part in found.groups())
        return texts[number][start:end] if number in texts else found[0]

    return _ADDRESS.sub(put_back, words)


def _mapped(value: Any, change: Callable[[str], str], name: str = "") -> Any:
    if isinstance(value, str):
        return value if name in _OWN else change(value)
    if isinstance(value, list):
        return [_mapped(part, change, name) for part in value]
    if isinstance(value, dict):
        return {key: _mapped(part, change, key) for key, part in value.items()}
    return value


def open_result(document: str) -> dict[str, Any]:
    """The JSON object of a result, with or without its words.

    Raises:
        DocumentError: It is none.
    """
    try:
        whole = json.loads(document)
    except (ValueError, RecursionError) as err:
        raise DocumentError(f"this is no JSON document{fault_at(err)}") from err
    if not isinstance(whole, dict) or not isinstance(whole.get("reports"), list):
        raise DocumentError("this is no result of `synoptic compare --json`")
    return whole


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
