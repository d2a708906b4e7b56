"""Which addresses may be asked: only those of the open network."""

from __future__ import annotations

import ipaddress
import socket
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from synoptic.errors import NotReadable

if TYPE_CHECKING:
    from ipaddress import IPv4Address, IPv6Address

_PRIVATE_NAMES = frozenset({"localhost", "metadata", "instance-data"})
_PRIVATE_ENDINGS = (
    ".localhost", ".local", ".internal", ".intranet", ".lan", ".home.arpa",
)  # fmt: skip
# Public by number, and yet the door to a cloud machine's own data and keys.
_METADATA = frozenset({ipaddress.ip_address("168.63.129.16")})
_CARRIES_V4 = ipaddress.ip_network("64:ff9b::/96")


def checked(address: str, named: str) -> SplitResult:
    """The parts of an address that can be fetched.

    Raises:
        NotReadable: `bad-address`: it is no http or https address.
    """
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


def look_up(host: str, port: int, *, named: str, allow_private: bool) -> list[str]:
    """The numbers of a host, each of them checked; the first is to be connected to.

    Args:
        host: A name or a number.
        port: Of the connection to come.
        named: What the user named, for errors.
        allow_private: Pass over the check.

    Raises:
        NotReadable: `private-address`, or `fetch-failed` when there is no such host.
    """
    if not allow_private and _is_private_name(host):
        raise _private(named, host, "by its name")
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as err:
        raise NotReadable(
            named, f"{host} could not be found: {err}.", code="fetch-failed"
        ) from err
    numbers = [str(info[4][0]) for info in found]
    for number in numbers:
        if not allow_private and not _is_open(ipaddress.ip_address(number)):
            raise _private(named, host, number)
    return numbers


def _is_private_name(host: str) -> bool:
    name = host.rstrip(".").lower()
    return name in _PRIVATE_NAMES or name.endswith(_PRIVATE_ENDINGS)


def _is_open(number: IPv4Address | IPv6Address) -> bool:
    """Whether a number is of the open network; one inside another counts as itself."""
    if isinstance(number, ipaddress.IPv6Address):
        inside = number.ipv4_mapped or number.sixtofour
        if number in _CARRIES_V4:
            inside = ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)
        if number.teredo:
            inside = number.teredo[1]
        if inside is not None:
            return _is_open(inside)
    return (
        number.is_global
        and not number.is_multicast
        and not number.is_reserved
        and number not in _METADATA
    )


def _private(named: str, host: str, why: str) -> NotReadable:
    return NotReadable(
        named,
        f"{host} is an address of a private network ({why}). "
        "Save the page and name the file.",
        code="private-address",
    )
