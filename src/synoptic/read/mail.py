"""Newsletters and other mail (.eml), each one report."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress
from email import policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from synoptic.errors import InputError, NotText
from synoptic.model import Skipped
from synoptic.read.draft import Draft
from synoptic.read.html.pieces import all_pieces, joined
from synoptic.read.wire import language_of
from synoptic.text.decode import decode, well_formed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

    from synoptic.model import BlockKind, Rejected
    from synoptic.read.draft import Raw
    from synoptic.read.options import ReadOptions

_HEAD = re.compile(
    rb"(?:From |(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID|Date|From|"
    rb"Subject|To|X-[\w-]{1,40}|DKIM-Signature|ARC-[\w-]{1,40}):)",
    re.IGNORECASE,
)
_MUST = (
    re.compile(rb"^MIME-Version:", re.IGNORECASE | re.MULTILINE),
    re.compile(rb"^(?:From|Message-ID):", re.IGNORECASE | re.MULTILINE),
)
_ADDRESSED = re.compile(
    r"(?P<name>[^<>@]*)<[^<>]*>|[^\s()<>]+@[^\s()<>]+\s*\((?P<behind>[^()]*)\)"
)
_FROM_OUTLET = re.compile(
    r"(?P<person>[^,|]{3,40}?)\s*(?:,|\||\b(?:from|at|of|von|bei|via)\b)\s*"
    r"(?P<outlet>[^,|]{3,60})$"
)
# A stub such as "open this in a browser" stands in the plain part of many newsletters.
_MIN_PLAIN_SHARE = 0.5
_MAX_HEADER_CHARS = 2_000


class MailReader:
    """Mail as programs save it; the newsletter's text, its links left alone."""

    suffixes = (".eml",)
    media_types = ("message/rfc822",)
    holds_many = False

    def recognises(self, head: bytes) -> bool:
        """Whether it opens with the headers of a mail."""
        top = head.replace(b"\r\n", b"\n").split(b"\n\n", 1)[0]
        return bool(_HEAD.match(top)) and all(must.search(top) for must in _MUST)

    def read(
        self, raw: Raw, options: ReadOptions
    ) -> Iterator[Draft | Rejected | Skipped]:
        """The one report of a mail; attachments are counted and passed over.

        Raises:
            NotText: It has no part that is text.
            InputError: It is no mail.
        """
        del options
        try:
            message = BytesParser(policy=policy.compat32).parsebytes(raw.data)
        except (MessageError, ValueError, LookupError, RecursionError) as err:
            raise InputError(
                raw.path, "is no mail that can be read. Save it again.", code="bad-mail"
            ) from err
        plain, marked_up, others = _parts(message, raw)
        text, hints = _text(plain, marked_up)
        if not text.strip():
            raise NotText(
                raw.path,
                "is mail without a text. Save what it shows as text.",
                code="no-text",
            )
        outlet, person = _sender(_header(message, "From"))
        yield Draft(
            text=text,
            hints=hints,
            key=_header(message, "Message-ID"),
            layout="article" if hints or plain != text else "page",
            headline=_header(message, "Subject"),
            outlet=outlet,
            byline=person,
            published_at=_sent(_header(message, "Date")),
            language=language_of(_header(message, "Content-Language")),
            extractor="synoptic.read.mail 1",
        )
        for what, n in sorted(others.items()):
            yield Skipped(raw.path, n, f"attachments of {what}")


def _parts(message: Message, raw: Raw) -> tuple[str, str, Counter[str]]:
    """The plain text, the HTML, and how many attachments of which kind."""
    plain: list[str] = []
    marked_up: list[str] = []
    others: Counter[str] = Counter()
    for part in _leaves(message):
        kind = part.get_content_type()
        if part.get_content_disposition() == "attachment" or kind not in _TEXTS:
            others[kind] += 1
            continue
        words = _decoded(part, raw)
        if words:
            (marked_up if kind == "text/html" else plain).append(words)
    return "\n\n".join(plain), "\n".join(marked_up), others


_TEXTS = {"text/plain", "text/html"}


def _leaves(message: Message) -> Iterator[Message]:
    """The parts that hold data; those of a mail inside the mail are one attachment."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            waiting.extend(reversed(part.get_payload()))  # type: ignore[arg-type]
        else:
            yield part


def _decoded(part: Message, raw: Raw) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return ""
    charset = part.get_param("charset")
    declared = charset if isinstance(charset, str) else None
    try:
        return well_formed(decode(data, path=raw.path, declared=declared).text)
    except NotText:
        return ""


def _text(plain: str, marked_up: str) -> tuple[str, tuple[tuple[int, BlockKind], ...]]:
    """The plain part where it is the whole newsletter, else what the HTML shows."""
    if not marked_up:
        return plain, ()
    text, hints = joined(all_pieces(marked_up))
    if len(plain.split()) >= _MIN_PLAIN_SHARE * len(text.split()) and plain.strip():
        return plain, ()
    return text, hints


def _header(message: Message, name: str) -> str | None:
    """A header on one line, its encoded words decoded as far as they can be."""
    stated = message.get(name)
    if stated is None:
        return None
    # The registry of header types recurses until a hostile header ends it.
    words = str(stated)[:_MAX_HEADER_CHARS]
    with suppress(MessageError, ValueError, LookupError):
        words = str(make_header(decode_header(words)))
    return " ".join(well_formed(words).replace("\x00", " ").split()) or None


def _sender(stated: str | None) -> tuple[str | None, str | None]:
    """Outlet and person that a sender's name states: `Ann Lee from The Post`."""
    found = _ADDRESSED.match(stated or "")
    name = (found["name"] or found["behind"] or "").strip("\"' ") if found else ""
    if not name:
        return None, None
    if match := _FROM_OUTLET.fullmatch(name):
        return match.group("outlet").strip(), match.group("person").strip()
    return name, None


def _sent(stated: str | None) -> str | None:
    if stated is None:
        return None
    try:
        return parsedate_to_datetime(stated).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return stated


reader = MailReader()
