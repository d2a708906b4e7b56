"""XML as a tree: no entities, nothing from outside, no depth or size without end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from synoptic.errors import InputError
from synoptic.text.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAX_DEPTH = 200
_MAX_ELEMENTS = 500_000
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,300}\?>")
_DECLARED = re.compile(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.-]{1,40})")


class _Refused(Exception):
    """The parse is broken off; carries why."""

    def __init__(self, code: str, why: str) -> None:
        super().__init__(why)
        self.code = code


def parse_xml(data: bytes, *, path: str, charset: str | None = None) -> Element:
    """The root of a document; names of elements carry no namespace.

    Entities of its own, a document type with declarations inside, more than 200
    levels and more than 500,000 elements are refused: news needs none of them, and
    each is a way to make a small file large.

    Args:
        data: The document.
        path: Named in errors.
        charset: What a server said of it.

    Raises:
        InputError: `bad-xml`, or `too-large`.
        NotText: It holds no text.
    """
    declared = _DECLARED.match(data)
    name = charset or (declared.group(1).decode("ascii") if declared else None)
    text = decode(data, path=path, declared=name).text
    text = _DECLARATION.sub("", text.replace("\x00", "\ufffd"), count=1)
    builder = _Builder()
    parser = expat.ParserCreate("utf-8", namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.words
    parser.EntityDeclHandler = _refuse_entity
    parser.ExternalEntityRefHandler = _refuse_external
    try:
        parser.Parse(text.encode(errors="replace"), True)
        return builder.close()
    except expat.ExpatError as err:
        raise InputError(
            path,
            f"is not well-formed XML: {expat.errors.messages[err.code]} in line "
            f"{err.lineno}. Export or download it again.",
            code="bad-xml",
        ) from err
    except _Refused as err:
        raise InputError(
            path, f"{err}. Nothing of it was read.", code=err.code
        ) from err


class _Builder:
    def __init__(self) -> None:
        self._tree = TreeBuilder()
        self._depth = self._n_elements = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._n_elements += 1
        if self._depth > _MAX_DEPTH or self._n_elements > _MAX_ELEMENTS:
            raise _Refused(
                "too-large",
                f"is XML of over {_MAX_DEPTH} levels or {_MAX_ELEMENTS:,} elements",
            )
        plain = {_local(key): value for key, value in attributes.items()}
        self._tree.start(_local(name), plain)

    def end(self, name: str) -> None:
        self._depth -= 1
        self._tree.end(_local(name))

    def words(self, data: str) -> None:
        self._tree.data(data)

    def close(self) -> Element:
        return self._tree.close()


def _local(name: str) -> str:
    return name.rsplit("}", 1)[-1]


def _refuse_entity(*_: object) -> None:
    raise _Refused("bad-xml", "declares entities of its own, which are not expanded")


def _refuse_external(*_: object) -> int:
    raise _Refused("bad-xml", "points to a file outside itself, which is not opened")


def words_of(element: Element | None) -> str | None:
    """All text inside an element on one line; None when there is none."""
    if element is None:
        return None
    return " ".join("".join(element.itertext()).split()) or None


def first(element: Element, *names: str) -> Element | None:
    """The first descendant of any of these names, by order of the names."""
    for name in names:
        found = next(element.iter(name), None)
        if found is not None:
            return found
    return None


def child(element: Element | None, path: str) -> Element | None:
    """The first element at a path of child names (`contentMeta/headline`)."""
    return None if element is None else element.find(path)


def children(element: Element | None, path: str) -> Iterator[Element]:
    """All elements at a path of child names, in order."""
    if element is not None:
        yield from element.iterfind(path)
