"""Markdown files: the text stays as it is written, its marks stand apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from synoptic.read.draft import Draft
from synoptic.text.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from synoptic.model import BlockKind, Rejected
    from synoptic.read.draft import Raw
    from synoptic.read.options import ReadOptions

_FRONT = re.compile(
    r"---[ \t]*\r?\n(.*?\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL
)
_FIELD = re.compile(r"^([A-Za-z_]+)[ \t]*:[ \t]*(.+?)[ \t]*\r?$", re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(\S.*?)[ \t]*#*[ \t]*\r?$", re.MULTILINE)
_UNDERLINED = re.compile(
    r"^ {0,3}(\S.*?)[ \t]*\r?\n {0,3}(=+|-{3,})[ \t]*\r?$", re.MULTILINE
)
_PICTURE = re.compile(r"^ {0,3}!\[[^\]\n]*\]\([^)\n]*\)[ \t]*\r?$", re.MULTILINE)
_QUOTED = re.compile(r"^ {0,3}(>[ \t]?)+", re.MULTILINE)
_RULE = re.compile(
    r"^ {0,3}(?:\*[ \t]*){3,}\r?$|^ {0,3}(?:_[ \t]*){3,}\r?$", re.MULTILINE
)


class MarkdownReader:
    """Markdown files."""

    suffixes = (".md", ".markdown")
    media_types = ("text/markdown", "text/x-markdown")
    holds_many = False

    def recognises(self, head: bytes) -> bool:  # noqa: ARG002
        """Never: nothing tells Markdown from plain text for certain."""
        return False

    def read(self, raw: Raw, options: ReadOptions) -> Iterator[Draft | Rejected]:  # noqa: ARG002
        """The one report of a file: its decoded text, unchanged.

        Heading marks, underlines, pictures and front matter are blocks of their own;
        the fields of the front matter are taken.
        """
        text = decode(raw.data, path=raw.path, declared=raw.charset).text
        fields: dict[str, str] = {}
        marks: list[tuple[int, int, BlockKind]] = []
        if front := _FRONT.match(text):
            fields = {
                m.group(1).casefold(): m.group(2).strip("\"' ")
                for m in _FIELD.finditer(front.group(1))
            }
            marks.append((front.start(), front.end(), "boilerplate"))
        hints: list[tuple[int, BlockKind]] = []
        for match in _HEADING.finditer(text, marks[0][1] if marks else 0):
            level = len(match.group(1))
            marks.append((*match.span(1), "boilerplate"))
            if match.end(2) < len(match.group().rstrip()) + match.start():
                marks.append(
                    (
                        match.end(2),
                        match.start() + len(match.group().rstrip()),
                        "boilerplate",
                    )
                )
            hints.append((match.start(2), "headline" if level == 1 else "crosshead"))
        for match in _UNDERLINED.finditer(text, marks[0][1] if front else 0):
            marks.append((*match.span(2), "boilerplate"))
            hints.append(
                (
                    match.start(1),
                    "headline" if match.group(2)[0] == "=" else "crosshead",
                )
            )
        for pattern in (_PICTURE, _RULE):
            marks.extend((*m.span(), "boilerplate") for m in pattern.finditer(text))
        marks.extend((*m.span(), "boilerplate") for m in _QUOTED.finditer(text))
        yield Draft(
            text=text,
            marks=tuple(marks),
            layout="markdown",
            hints=tuple(hints),
            url=raw.url or fields.get("url"),
            headline=fields.get("title"),
            byline=fields.get("author"),
            outlet=fields.get("outlet"),
            published_at=fields.get("date"),
        )


reader = MarkdownReader()
