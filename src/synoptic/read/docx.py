"""Word files (.docx)."""

from __future__ import annotations

import io
import zipfile
from importlib.metadata import version
from typing import TYPE_CHECKING, ClassVar

from synoptic.errors import MissingExtra, NotText, TooLarge
from synoptic.read.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from synoptic.model import BlockKind, Rejected
    from synoptic.read.draft import Raw
    from synoptic.read.options import ReadOptions

_PART = "word/document.xml"


class DocxReader:
    """Word files; the styles of their paragraphs say what is a heading."""

    suffixes = (".docx",)
    media_types = (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    )
    holds_many = False
    _styles: ClassVar[Mapping[str, BlockKind]] = {
        "title": "headline",
        "subtitle": "subheadline",
        "caption": "caption",
    }

    def recognises(self, head: bytes) -> bool:
        """Whether it is a zip archive that opens as Word files do."""
        return head.startswith(b"PK\x03\x04") and (
            b"word/" in head or b"[Content_Types].xml" in head[:64]
        )

    def read(self, raw: Raw, options: ReadOptions) -> Iterator[Draft | Rejected]:
        """The one report of a Word file; offsets hold in the text taken out of it.

        Raises:
            MissingExtra: python-docx is not installed.
            NotText: It is no Word file, or damaged, or has no text.
            TooLarge: It unpacks to more than the limit.
        """
        try:
            import docx  # noqa: PLC0415 (an extra)
        except ImportError as err:
            raise MissingExtra("Reading .docx", extra="docs-in") from err
        _check(raw, options)
        try:
            document = docx.Document(io.BytesIO(raw.data))
            found = [
                (p.text.strip(), str(p.style.name if p.style else ""))
                for p in document.paragraphs
            ]
        except Exception as err:
            # python-docx raises whatever its zip and XML layers happen to raise.
            raise _damaged(raw.path) from err
        text, hints = "", []
        for words, style in found:
            if not words:
                continue
            if text:
                text += "\n\n"
            if kind := self._kind(style):
                hints.append((len(text), kind))
            text += words
        if not text:
            raise NotText(raw.path, "holds no paragraph of text.", code="no-text")
        yield Draft(
            text=text,
            layout="article",
            hints=tuple(hints),
            extractor=f"python-docx {version('python-docx')}",
        )

    def _kind(self, style: str) -> BlockKind | None:
        name = style.casefold()
        if name.startswith("heading"):
            return "headline" if name.endswith(" 1") else "crosshead"
        return self._styles.get(name)


def _check(raw: Raw, options: ReadOptions) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(raw.data)) as archive:
            names = set(archive.namelist())
            size = sum(info.file_size for info in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as err:
        raise _damaged(raw.path) from err
    if _PART not in names:
        raise NotText(
            raw.path,
            "is a zip archive and no Word file. Unpack it first.",
            code="binary",
        )
    if size > 4 * options.max_bytes:
        raise TooLarge(raw.path, f"unpacks to {size:,} bytes. The limit can be raised.")


def _damaged(path: str) -> NotText:
    return NotText(
        path,
        "is no Word file that can be read, or damaged. Save it again as .docx.",
        code="truncated",
    )


reader = DocxReader()
