"""The door for writers: a result in the forms that others read.

A writer is a function over the whole result, named by an entry point of the group
`synoptic.writers`; ours come in by it too.
"""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Protocol

from synoptic.errors import UsageError

if TYPE_CHECKING:
    from synoptic.model import Collation

GROUP = "synoptic.writers"


class Writer(Protocol):
    """What an entry point gives."""

    def __call__(self, collation: Collation, *, text: bool) -> bytes:
        """The whole result in one form.

        Args:
            collation: Everything that is known; nothing is looked up elsewhere.
            text: With the words of the reports; else their places and hashes only.

        Raises:
            UsageError: The form cannot be without words.
        """
        ...


def writer_names() -> tuple[str, ...]:
    """The forms that are installed, ours and others', in order of name."""
    return tuple(sorted({entry.name for entry in entry_points(group=GROUP)}))


def write_as(form: str, collation: Collation, *, text: bool = True) -> bytes:
    """A result in one of the forms; only its writer is imported.

    Raises:
        UsageError: There is no such form, or it cannot be without words.
    """
    doors = sorted(entry_points(group=GROUP, name=form), key=lambda d: d.value)
    if not doors:
        raise UsageError(
            f"there is no form {form!r}; there are {', '.join(writer_names())}"
        )
    writer: Writer = doors[0].load()
    return writer(collation, text=text)


def as_csv(collation: Collation, *, text: bool) -> bytes:
    """A row for each passage of each report."""
    from synoptic.present.figure_table import as_csv as table
    from synoptic.present.passage_table import passage_rows

    return table(passage_rows(collation, text=text)).encode()


def as_html(collation: Collation, *, text: bool) -> bytes:
    """The self-contained page, along the base that the run names.

    Raises:
        UsageError: `text` is False: a page is made of the words.
    """
    from synoptic.present.html import to_html

    if not text:
        raise UsageError(
            "html is made of the words. Export json without them, and join it with "
            "local copies"
        )
    base = collation.run.options.get("base")
    return to_html(collation, base=None if base is None else str(base)).encode()


def as_json(collation: Collation, *, text: bool) -> bytes:
    """The document of schema `synoptic/1`."""
    from synoptic.present.addresses import without_text
    from synoptic.present.json import to_json

    document = to_json(collation)
    return (document if text else without_text(document)).encode()


def as_parquet(collation: Collation, *, text: bool) -> bytes:
    """A row for each passage of each report."""
    from synoptic.present.passage_table import as_parquet as table
    from synoptic.present.passage_table import passage_rows

    return table(passage_rows(collation, text=text))


def as_prov(collation: Collation, *, text: bool) -> bytes:
    """The copy tree as PROV-JSON."""
    from synoptic.present.addresses import words_out
    from synoptic.present.prov import to_prov

    document = to_prov(collation)
    if not text:
        document = words_out(document, [r.text for r in collation.reports])
    return document.encode()


def as_tei(collation: Collation, *, text: bool) -> bytes:
    """A TEI critical apparatus."""
    from synoptic.present.tei import to_tei

    return to_tei(collation, text=text).encode()


def as_web_annotation(collation: Collation, *, text: bool) -> bytes:
    """W3C Web Annotations."""
    from synoptic.present.web_annotation import to_web_annotation

    return to_web_annotation(collation, text=text).encode()
