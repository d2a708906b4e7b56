"""A connection that ends at its deadline, however slowly the other side talks."""

from __future__ import annotations

import http.client
import io
import socket
import ssl
import time
from functools import cache
from typing import TYPE_CHECKING, Any

from synoptic.errors import NotReadable
from synoptic.read.addresses import look_up

if TYPE_CHECKING:
    from urllib.parse import SplitResult

_HEADER_BYTES = 1 << 16


class Deadline:
    """A moment after which nothing is waited for."""

    def __init__(self, seconds: float, named: str) -> None:
        self._at = time.monotonic() + seconds
        self._named = named

    def left(self) -> float:
        """Seconds left.

        Raises:
            NotReadable: `fetch-failed`: none are.
        """
        left = self._at - time.monotonic()
        if left <= 0:
            raise NotReadable(
                self._named,
                "took too long. Try again, or save the page.",
                code="fetch-failed",
            )
        return left


def connect(
    parts: SplitResult, *, named: str, allow_private: bool, deadline: Deadline
) -> http.client.HTTPConnection:
    """A connection to a host that was looked up once and checked.

    The name is not looked up again after the check, so that it cannot turn into
    another address in between. Each read waits only for what is left until the
    deadline: a server that sends a byte now and then does not hold it up.

    Raises:
        NotReadable: `private-address` or `fetch-failed`.
    """
    host = str(parts.hostname)
    secure = parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    numbers = look_up(host, port, named=named, allow_private=allow_private)
    try:
        sock = socket.create_connection((numbers[0], port), timeout=deadline.left())
    except OSError as err:
        raise NotReadable(
            named, f"{host} did not answer: {err}.", code="fetch-failed"
        ) from err
    if secure:
        try:
            sock = _tls().wrap_socket(sock, server_hostname=host)
        except OSError as err:
            sock.close()
            raise NotReadable(
                named, f"{host} has no safe connection: {err}.", code="fetch-failed"
            ) from err
    kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
    connection = kind(host, port, timeout=deadline.left())
    connection.sock = _Timed(sock, deadline)
    return connection


@cache
def _tls() -> ssl.SSLContext:
    return ssl.create_default_context()


class _Timed:
    """A socket as `http.client` uses one, each of its reads under the deadline."""

    def __init__(self, sock: socket.socket, deadline: Deadline) -> None:
        self._sock = sock
        self._deadline = deadline
        self._is_read = False

    def makefile(self, _mode: str) -> io.BufferedReader:
        self._is_read = True
        return io.BufferedReader(_Bytes(self._sock, self._deadline), _HEADER_BYTES)

    def sendall(self, data: Any) -> None:
        self._sock.settimeout(self._deadline.left())
        self._sock.sendall(data)

    def close(self) -> None:
        # http.client lets go of the socket once it has a reader: that one closes it.
        if not self._is_read:
            self._sock.close()


class _Bytes(io.RawIOBase):
    def __init__(self, sock: socket.socket, deadline: Deadline) -> None:
        super().__init__()
        self._sock = sock
        self._deadline = deadline

    def close(self) -> None:
        self._sock.close()
        super().close()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._sock.settimeout(self._deadline.left())
        return self._sock.recv_into(buffer)
