"""Pages from the network: only addresses that the user named."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
import zlib
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from synoptic.errors import NotReadable, NotText, TooLarge

if TYPE_CHECKING:
    from synoptic.read.options import ReadOptions

_MAX_REDIRECTS = 8
_REDIRECTS = {301, 302, 303, 307, 308}
_CHUNK_BYTES = 1 << 16
_HEADERS = {
    "User-Agent": "synoptic",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip",
}


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
        NotText: Its compressed body is damaged.
    """
    if options.offline:
        raise NotReadable(
            url,
            "is on the network and --offline was given. Save the page and name "
            "the file.",
            code="offline",
        )
    deadline = time.monotonic() + options.timeout_seconds
    address = url
    for _ in range(_MAX_REDIRECTS + 1):
        response = _ask(address, url, options, deadline)
        if isinstance(response, Page):
            return response
        address = urljoin(address, response)
    raise NotReadable(
        url, f"leads through more than {_MAX_REDIRECTS} redirects.", code="fetch-failed"
    )


def _ask(address: str, named: str, options: ReadOptions, deadline: float) -> Page | str:
    """The page at an address, or where it redirects to."""
    parts = _checked(address, named)
    host, port = str(parts.hostname), parts.port or _default_port(parts)
    connection = _connect(
        parts.scheme, host, port, named=named, options=options, deadline=deadline
    )
    target = quote(
        urlunsplit(("", "", parts.path or "/", parts.query, "")),
        safe="/%?&=+,;:@!$'()*~#[]",
    )
    try:
        connection.request("GET", target, headers=_HEADERS)
        answer = connection.getresponse()
        if answer.status in _REDIRECTS and (to := answer.getheader("Location")):
            return to
        if answer.status != http.client.OK:
            raise NotReadable(
                named,
                f"the server answered {answer.status} {answer.reason}. "
                "Open it in a browser and save the page.",
                code="fetch-failed",
            )
        body = _body(answer, named, options, deadline)
        if answer.getheader("Content-Encoding", "").lower() in {"gzip", "x-gzip"}:
            body = _unzipped(body, named, options.max_bytes)
        kind = answer.headers.get_content_type() if answer.headers else None
        stated = answer.getheader("Content-Type")
        return Page(
            address,
            body,
            kind if stated else None,
            answer.headers.get_content_charset(),
        )
    except (OSError, http.client.HTTPException, ValueError) as err:
        raise NotReadable(
            named,
            f"could not be fetched: {err or type(err).__name__}.",
            code="fetch-failed",
        ) from err
    finally:
        connection.close()


def _checked(address: str, named: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as err:
        raise NotReadable(named, f"is no address: {err}.", code="bad-address") from err
    if parts.scheme not in {"http", "https"} or not parts.hostname or port == 0:
        raise NotReadable(
            named,
            "is not an http or https address. Only those are fetched.",
            code="bad-address",
        )
    return parts


def _default_port(parts: SplitResult) -> int:
    return 443 if parts.scheme == "https" else 80


def _connect(
    scheme: str,
    host: str,
    port: int,
    *,
    named: str,
    options: ReadOptions,
    deadline: float,
) -> http.client.HTTPConnection:
    """A connection to an address that was looked up once and checked.

    The name is not looked up again after the check, so that it cannot turn into
    another address in between.
    """
    left = _left(deadline, named)
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as err:
        raise NotReadable(
            named, f"{host} could not be found: {err}.", code="fetch-failed"
        ) from err
    addresses = [str(info[4][0]) for info in found]
    if not options.allow_private:
        for ip in addresses:
            if not ipaddress.ip_address(ip.split("%")[0]).is_global:
                raise NotReadable(
                    named,
                    f"{host} is an address of a private network ({ip}). "
                    "Save the page and name the file.",
                    code="private-address",
                )
    try:
        sock = socket.create_connection((addresses[0], port), timeout=left)
    except OSError as err:
        raise NotReadable(
            named, f"{host} did not answer: {err}.", code="fetch-failed"
        ) from err
    if scheme == "http":
        connection = http.client.HTTPConnection(host, port, timeout=left)
    else:
        try:
            sock = ssl.create_default_context().wrap_socket(sock, server_hostname=host)
        except OSError as err:
            sock.close()
            raise NotReadable(
                named, f"{host} has no safe connection: {err}.", code="fetch-failed"
            ) from err
        connection = http.client.HTTPSConnection(host, port, timeout=left)
    connection.sock = sock
    return connection


def _body(
    answer: http.client.HTTPResponse, named: str, options: ReadOptions, deadline: float
) -> bytes:
    parts, n_bytes = [], 0
    while part := answer.read1(_CHUNK_BYTES):
        _left(deadline, named)
        parts.append(part)
        n_bytes += len(part)
        if n_bytes > options.max_bytes:
            raise TooLarge(
                named,
                f"is larger than {options.max_bytes:,} bytes. The limit can be raised.",
            )
    return b"".join(parts)


def _unzipped(body: bytes, named: str, limit: int) -> bytes:
    unpack = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        data = unpack.decompress(body, limit + 1)
    except zlib.error as err:
        raise NotText(
            named, "holds damaged gzip data. Try again.", code="truncated"
        ) from err
    if len(data) > limit:
        raise TooLarge(
            named, f"is larger than {limit:,} bytes. The limit can be raised."
        )
    if not unpack.eof:
        raise NotText(named, "came only in part. Try again.", code="truncated")
    return data


def _left(deadline: float, named: str) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise NotReadable(
            named, "took too long. Try again, or save the page.", code="fetch-failed"
        )
    return left
