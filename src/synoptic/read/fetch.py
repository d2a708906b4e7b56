"""Pages from the network: only addresses that the user named, or a named feed lists."""

from __future__ import annotations

import http.client
import zlib
from email.message import Message
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, urldefrag, urljoin, urlunsplit

from synoptic.errors import NotReadable, NotText, TooLarge
from synoptic.read.addresses import checked
from synoptic.read.connection import Deadline, connect

if TYPE_CHECKING:
    from collections.abc import Mapping

    from synoptic.read.options import ReadOptions

_MAX_REDIRECTS = 8
_REDIRECTS = {301, 302, 303, 307, 308}
_FOR_GOOD = {301, 308}
_CHUNK_BYTES = 1 << 16
_ACCEPT = "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5"


class Page(NamedTuple):
    """What a server sent.

    Attributes:
        url: Where it came from in the end, redirects followed.
        media_type, charset: From its header; None when it does not say.
    """

    url: str
    body: bytes
    media_type: str | None
    charset: str | None


class Answer(NamedTuple):
    """What a server answered, whatever its status.

    Attributes:
        url: Where it came from in the end, redirects followed.
        moved_to: The address to ask from now on, when the server said that the named
            one has moved for good; None: the named one.
        body: Empty unless the status is 200.
    """

    url: str
    moved_to: str | None
    status: int
    reason: str
    headers: Message
    body: bytes

    @property
    def page(self) -> Page:
        """The answer as a page."""
        stated = self.headers.get("Content-Type")
        kind = self.headers.get_content_type() if stated else None
        return Page(self.url, self.body, kind, self.headers.get_content_charset())


def fetch(url: str, options: ReadOptions) -> Page:
    """Get one page; every address on the way is checked before it is asked.

    Args:
        url: The address that the user named.
        options: `offline`, `timeout_seconds`, `max_bytes` and `allow_private` hold.

    Returns:
        The page, its transfer encoding undone.

    Raises:
        NotReadable: `offline`, `bad-address`, `private-address` or `fetch-failed`.
        TooLarge: The page is longer than `options.max_bytes`.
        NotText: Its body is cut off or damaged.
    """
    answer = ask(url, options)
    if answer.status != http.client.OK:
        raise NotReadable(
            url,
            f"the server answered {answer.status} {answer.reason}. "
            "Open it in a browser and save the page.",
            code="fetch-failed",
        )
    return answer.page


def ask(
    url: str, options: ReadOptions, *, headers: Mapping[str, str] | None = None
) -> Answer:
    """What a server answers to one question, redirects followed.

    Args:
        url: The address to ask.
        options: As for `fetch`.
        headers: Added to ours, or in place of them.

    Raises:
        NotReadable, TooLarge, NotText: As for `fetch`, but for the status.
    """
    if options.offline:
        raise NotReadable(
            url,
            "is on the network and --offline was given. Save the page and name "
            "the file.",
            code="offline",
        )
    deadline = Deadline(options.timeout_seconds, url)
    address, moved_to, for_good = urldefrag(url).url, None, True
    been = {address}
    for _ in range(_MAX_REDIRECTS + 1):
        answer = _ask_one(address, url, options, deadline, headers or {})
        to = answer.headers.get("Location")
        if answer.status not in _REDIRECTS or not to:
            return answer._replace(moved_to=moved_to)
        address = _joined(address, to, url)
        for_good = for_good and answer.status in _FOR_GOOD
        moved_to = address if for_good else moved_to
        if address in been:
            raise NotReadable(
                url, "leads in a circle of redirects.", code="fetch-failed"
            )
        been.add(address)
    raise NotReadable(
        url, f"leads through more than {_MAX_REDIRECTS} redirects.", code="fetch-failed"
    )


def _ask_one(
    address: str,
    named: str,
    options: ReadOptions,
    deadline: Deadline,
    headers: Mapping[str, str],
) -> Answer:
    parts = checked(address, named)
    connection = connect(
        parts, named=named, allow_private=options.allow_private, deadline=deadline
    )
    target = quote(
        urlunsplit(("", "", parts.path or "/", parts.query, "")),
        safe="/%?&=+,;:@!$'()*~#[]",
    )
    own = {"User-Agent": _name(), "Accept": _ACCEPT, "Accept-Encoding": "gzip"}
    answer = None
    try:
        connection.request("GET", target, headers={**own, **headers})
        answer = connection.getresponse()
        body = b""
        if answer.status == http.client.OK:
            body = _body(answer, named, options)
            if answer.getheader("Content-Encoding", "").lower() in {"gzip", "x-gzip"}:
                body = unzipped(body, named, options.max_bytes)
        return Answer(
            address, None, answer.status, answer.reason or "", answer.headers, body
        )
    except (OSError, http.client.HTTPException, ValueError) as err:
        raise NotReadable(
            named,
            f"could not be fetched: {err or type(err).__name__}.",
            code="fetch-failed",
        ) from err
    finally:
        connection.close()
        if answer is not None:
            answer.close()


@cache
def _name() -> str:
    """What we call ourselves to servers."""
    try:
        return f"synoptic/{version('synoptic')}"
    except PackageNotFoundError:
        return "synoptic"


def _joined(address: str, to: str, named: str) -> str:
    try:
        return urldefrag(urljoin(address, to.strip())).url
    except ValueError as err:
        raise NotReadable(
            named, f"leads to what is no address: {err}.", code="bad-address"
        ) from err


def _body(answer: http.client.HTTPResponse, named: str, options: ReadOptions) -> bytes:
    parts, n_bytes = [], 0
    stated = answer.length
    while part := answer.read1(_CHUNK_BYTES):
        parts.append(part)
        n_bytes += len(part)
        if n_bytes > options.max_bytes:
            raise TooLarge(
                named,
                f"is larger than {options.max_bytes:,} bytes. --max-size raises it.",
            )
    if stated is not None and n_bytes < stated:
        raise _in_part(named)
    return b"".join(parts)


def unzipped(body: bytes, named: str, limit: int) -> bytes:
    """The data of a gzip body, of several members too.

    Raises:
        TooLarge: It unpacks to more than the limit.
        NotText: It is damaged or cut off.
    """
    data = b""
    while body:
        unpack = zlib.decompressobj(16 + zlib.MAX_WBITS)
        try:
            data += unpack.decompress(body, limit + 1 - len(data))
        except zlib.error as err:
            raise NotText(
                named, "holds damaged gzip data. Try again.", code="truncated"
            ) from err
        if len(data) > limit:
            raise TooLarge(
                named,
                f"is larger than {limit:,} bytes. --max-size raises it.",
            )
        if not unpack.eof:
            raise _in_part(named)
        body = unpack.unused_data.lstrip(b"\x00")
    return data


def _in_part(named: str) -> NotText:
    return NotText(named, "came only in part. Try again.", code="truncated")
