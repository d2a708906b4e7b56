"""Bytes to text: which encoding, and what is no text at all."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from synoptic.errors import NotText
from synoptic.text.language import spelling_fit

_MARKS = (  # UTF-32 before UTF-16: its little-endian mark begins with the other's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY_HEADS = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"PK\x03\x04", "a zip archive"),
    (b"%PDF-", "a PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3\x00", "a database"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
# Western letters and the typographic marks that Windows-1252 puts at 0x80-0x9f.
_WESTERN = re.compile("[‘’“”„–—…•€™‹›«»°·£§©®¡¿ªº\xa0½¼¾´`À-ÖØ-öø-ÿĀ-ſƒȘ-ț„…ˇ˘˝˛˙¨¯¸]")
_LATIN = ("cp1252", "cp1250", "iso8859-2", "cp1254")
_JAPANESE = ("shift_jis", "euc_jp")
_KANA = re.compile("[\u3040-\u30ff]")
_HIGH = re.compile(rb"[\x80-\xff]")
# A bad byte in so many good sequences is damage, not another encoding.
_MAX_BROKEN_SHARE = 0.05
_MAX_CONTROL_SHARE = 0.02
_SAMPLE_BYTES = 1 << 18
_DENSE_HIGH_SHARE = 0.20


class Decoded(NamedTuple):
    """Text, and the name of the encoding it was read in."""

    text: str
    encoding: str


def decode(raw: bytes, *, path: str, declared: str | None = None) -> Decoded:
    """The text of some bytes, a leading byte-order mark removed and nothing else.

    Tried in this order: byte-order mark, UTF-8, UTF-16 without a mark, the declared
    encoding, Windows-1252, what charset-normalizer finds. Bytes that a damaged UTF-8
    text holds beside its good ones become U+FFFD.

    Args:
        raw: The bytes of one input.
        path: Named in errors.
        declared: What a header or a meta element says; used when UTF-8 fails.

    Raises:
        NotText: `empty`, `binary` or `undecodable`.
    """
    if not raw.strip(b"\x00\t\n\r\x0b\x0c "):
        what = "holds no byte" if not raw else "holds only blank space"
        raise NotText(path, f"{what}. Was it saved?", code="empty")
    if kind := _known_kind(raw):
        raise NotText(
            path, f"is {kind}, not text. Give its text instead.", code="binary"
        )
    decoded = _first_that_fits(raw, path, declared)
    if not decoded.text.strip("\x00 \t\n\r\x0b\x0c\ufeff\u200b"):
        raise NotText(path, "holds only blank space. Was it saved?", code="empty")
    _refuse_binary(decoded.text, path)
    return decoded


def binary_kind(head: bytes) -> str | None:
    """What bytes are that are no text, by the first of them; None where they may be."""
    if what := _known_kind(head):
        return what
    wide = head.startswith(tuple(mark for mark, _ in _MARKS)) or _wide_without_mark(
        head
    )
    return None if wide or not _is_binary(head.decode("latin-1")) else "no known form"


def well_formed(text: str) -> str:
    """The text with U+FFFD in place of each lone surrogate; offsets stay."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text


def _first_that_fits(raw: bytes, path: str, declared: str | None) -> Decoded:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            body = raw[len(mark) :]
            return Decoded(body.decode(encoding, errors="replace"), encoding)
    if wide := _wide_without_mark(raw):
        return wide
    if text := _utf8(raw):
        return Decoded(text, "utf-8")
    if declared and (text := _in(raw, declared)):
        return Decoded(text, declared.lower())
    return _eight_bit(raw, path)


def _utf8(raw: bytes) -> str | None:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    text = raw.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    good = sum(1 for c in text[:_SAMPLE_BYTES] if c > "\x7f") - broken
    return text if good > 0 and broken <= _MAX_BROKEN_SHARE * good + 1 else None


def _wide_without_mark(raw: bytes) -> Decoded | None:
    sample = raw[: _SAMPLE_BYTES - _SAMPLE_BYTES % 2]
    sample = sample[: len(sample) - len(sample) % 2]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    few, many = sorted((even, odd))
    if not many or few * 20 > many or many * 20 < len(sample) // 2:
        return None
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    if _in(sample, encoding) is None:
        return None
    text = raw.decode(encoding, errors="replace")
    letters = sum(c.isalpha() or c.isspace() for c in text[:4096])
    if letters * 2 < len(text[:4096]):
        return None
    return Decoded(text, encoding)


def _in(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (LookupError, ValueError):
        return None


def _eight_bit(raw: bytes, path: str) -> Decoded:
    sample = raw[:_SAMPLE_BYTES]
    dense = len(_HIGH.findall(sample)) > _DENSE_HIGH_SHARE * len(sample)
    western = _in(raw, "cp1252")
    if not dense and (best := _best_spelt(raw)):
        return best
    _refuse_binary(sample.decode("latin-1"), path)
    for encoding in _JAPANESE if dense else ():
        text = _in(raw, encoding)
        if text and len(_KANA.findall(text)) * 5 > sum(c > "\x7f" for c in text):
            return Decoded(text, encoding)
    from charset_normalizer import from_bytes  # noqa: PLC0415 (slow to import)

    found = from_bytes(sample).best()
    if found is not None and (text := _in(raw, found.encoding)) is not None:
        return Decoded(text, found.encoding)
    if western is not None:
        return Decoded(western, "cp1252")
    raise NotText(
        path,
        "is in no encoding that could be told. Save it as UTF-8.",
        code="undecodable",
    )


def _best_spelt(raw: bytes) -> Decoded | None:
    """Of the encodings of Latin letters, the one in which the spelling fits best.

    Windows-1252 wins where another is no better.
    """
    best: Decoded | None = None
    best_fit = -1.0
    for encoding in _LATIN:
        text = _in(raw, encoding)
        if text is None or not _is_western(text[:_SAMPLE_BYTES]):
            continue
        fit = spelling_fit(text)
        if fit > best_fit + 0.01:
            best, best_fit = Decoded(text, encoding), fit
    return best


def _is_western(text: str) -> bool:
    high = [c for c in text if c > "\x7f"]
    fit = sum(1 for c in high if _WESTERN.match(c))
    return fit >= 0.9 * len(high)


def _known_kind(raw: bytes) -> str | None:
    return next((what for head, what in _BINARY_HEADS if raw.startswith(head)), None)


def _refuse_binary(text: str, path: str) -> None:
    if _is_binary(text):
        raise NotText(
            path,
            "holds bytes that are no text. Give the text of it instead.",
            code="binary",
        )


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE_BYTES]
    return len(_CONTROL.findall(sample)) > max(1, _MAX_CONTROL_SHARE * len(sample))
