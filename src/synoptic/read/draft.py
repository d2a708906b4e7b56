"""What passes between the steps of reading: raw bytes in, drafts out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Literal, Protocol

from synoptic.model import Rejected

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.errors import InputError, NotText
    from synoptic.model import Block, BlockKind, Skipped
    from synoptic.read.options import ReadOptions

Layout = Literal["page", "article", "markdown", "lines"]


@dataclass(frozen=True, kw_only=True)
class Raw:
    """The unpacked bytes of one source.

    Attributes:
        path: As the user named it, or as found in the folder the user named.
        key: Address or file name: with the bytes it makes the report's id.
        suffix: Lower case with its dot, without `.gz`; "" when there is none.
        media_type: What a server said; None for files.
        charset: What a server said.
        url: The address it was fetched from, after redirects.
        stream: For readers that have `streams`: the bytes as they lie on disk, packed
            or not, from their beginning and seekable; `data` is then empty.
        cut: What is wrong with the source behind `data`, for readers that have
            `in_lines`; None: it is whole.
    """

    path: str
    key: str
    data: bytes
    suffix: str = ""
    media_type: str | None = None
    charset: str | None = None
    url: str | None = None
    stream: BinaryIO | None = None
    cut: NotText | None = None


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A report before its blocks are cut: a text, and what its form states of it.

    Stated fields win over what is found in the text.

    Attributes:
        raw: The bytes the report was made of, when they are not all of `Raw.data`.
        place: What is added to the path of the source, such as `:12`.
        key: Where this report came from, for its id, when that is not the source's
            own key: an address in an archive, a guid.
        layout: `page`: as pasted, with page furniture; `article`: freed of it;
            `markdown`: freed of it, single line feeds are blank space; `lines`: one
            sentence a line, all of it body but plain furniture.
        blocks: Cut by the form itself; None: to be cut from the text.
        hints: For the paragraphs that start at these offsets, the kind that the form
            states.
        marks: Signs of the form inside the text (start, end, kind): blocks of their
            own.
        extractor: Name and version of what took the text out of its form.
        embargoed_until: As stated; what cannot be read as a time holds without end.
    """

    text: str
    raw: bytes | None = None
    place: str = ""
    key: str | None = None
    layout: Layout = "page"
    blocks: tuple[Block, ...] | None = None
    hints: tuple[tuple[int, BlockKind], ...] = ()
    marks: tuple[tuple[int, int, BlockKind], ...] = ()
    id: str | None = None
    series: str | None = None
    outlet: str | None = None
    headline: str | None = None
    byline: str | None = None
    credits: tuple[str, ...] | None = None
    published_at: str | None = None
    modified_at: str | None = None
    language: str | None = None
    url: str | None = None
    extractor: str | None = None
    embargoed_until: str | None = None
    status: str | None = None
    version: str | None = None


class Reader(Protocol):
    """One form of input; what an entry point of `synoptic.readers` names.

    Attributes:
        suffixes: File name endings it reads, lower case, with the dot.
        media_types: Media types it reads.
        holds_many: Whether one input can hold many reports; its size is then not
            limited by `ReadOptions.max_bytes`, but each report's is.

    A reader may also have `streams = True`: it is then handed `Raw.stream` in place of
    `Raw.data`, and an input of any size is read in little memory. With `in_lines =
    True` it gets the sound beginning of damaged gzip data, and says in a reject what
    `Raw.cut` has; an input of any other reader is refused whole, since half a report
    would be shown as lacking the rest.
    """

    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    holds_many: bool

    def recognises(self, head: bytes) -> bool:
        """Whether the first 4,096 bytes can be nothing else."""

    def read(
        self, raw: Raw, options: ReadOptions
    ) -> Iterator[Draft | Rejected | Skipped]:
        """The reports of one source, in order, and what in it is none.

        Raises:
            InputError: Nothing in it can be read.
        """


def as_rejected(err: InputError, path: str) -> Rejected:
    """The record of an input that cannot be used; its reason is a sentence."""
    return Rejected(path, err.code, err.reason[:1].upper() + err.reason[1:])
