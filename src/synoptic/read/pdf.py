"""PDF files."""

from __future__ import annotations

import io
import logging
import re
import time
from importlib.metadata import version
from typing import TYPE_CHECKING

from synoptic.errors import MissingExtra, NotText, TooLarge
from synoptic.read.draft import Draft
from synoptic.text.decode import well_formed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.model import Rejected
    from synoptic.read.draft import Raw
    from synoptic.read.options import ReadOptions

# Pages read; a report is shorter, and a crafted file can take a second for each page.
_MAX_PAGES = 200
_MAX_SECONDS = 8.0


class PdfReader:
    """PDF files that hold their text as text."""

    suffixes = (".pdf",)
    media_types = ("application/pdf",)
    holds_many = False

    def recognises(self, head: bytes) -> bool:
        """Whether it opens as a PDF does."""
        return head.startswith(b"%PDF-")

    def read(self, raw: Raw, options: ReadOptions) -> Iterator[Draft | Rejected]:  # noqa: ARG002
        """The one report of a PDF; offsets hold in the text taken out of it.

        Raises:
            MissingExtra: pypdf is not installed.
            NotText: It is damaged, locked, or holds pictures of text only.
            TooLarge: It has too many pages or takes too long.
        """
        try:
            import pypdf  # noqa: PLC0415 (an extra)
        except ImportError as err:
            raise MissingExtra("Reading .pdf", extra="docs-in") from err
        logging.getLogger("pypdf").setLevel(logging.CRITICAL)
        try:
            document = pypdf.PdfReader(io.BytesIO(raw.data))
            locked = document.is_encrypted and not document.decrypt("")
            n_pages = 0 if locked else len(document.pages)
        except Exception as err:
            # pypdf raises whatever a damaged file makes it stumble over.
            raise _damaged(raw.path) from err
        if locked:
            raise NotText(
                raw.path, "is locked with a password. Save it without.", code="locked"
            )
        if n_pages > _MAX_PAGES:
            raise TooLarge(raw.path, f"has {n_pages} pages. Is it one report?")
        text = _text(document, raw.path)
        if not text:
            raise NotText(
                raw.path,
                "holds no text (scanned pages?). Give its text instead.",
                code="no-text",
            )
        yield Draft(text=text, extractor=f"pypdf {version('pypdf')}")


def _text(document: object, path: str) -> str:
    parts: list[str] = []
    deadline = time.monotonic() + _MAX_SECONDS
    for page in document.pages:  # type: ignore[attr-defined]
        try:
            parts.append(page.extract_text())
        except Exception as err:
            raise _damaged(path) from err
        if time.monotonic() > deadline:
            raise TooLarge(path, "takes too long to read. Give its text instead.")
    text = well_formed("\n".join(p.strip("\n") for p in parts if p and p.strip()))
    return re.sub(r"[ \t]+\n", "\n", text.replace("\x00", "\ufffd")).strip()


def _damaged(path: str) -> NotText:
    return NotText(
        path, "is a PDF that cannot be read. Give its text instead.", code="truncated"
    )


reader = PdfReader()
