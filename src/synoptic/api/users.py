"""The list of users: a TOML file with a role and the scrypt hash of each password.

[users.ada]
role = "editor"
password = "scrypt$32768$8$1$SALT$HASH"
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import re
import secrets
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from synoptic.api.access import ROLES, Role, token_digest
from synoptic.errors import UsageError
from synoptic.text.files import toml_of, utf8_text

# 32 MB and a tenth of a second for each try (RFC 7914 gives the function)
_COST, _BLOCK, _PARALLEL = 2**15, 8, 1
_MEMORY_BYTES = 64 * 1024 * 1024
_SHORTEST_TOKEN = 24
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]{0,63}")


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who may sign in."""

    name: str
    role: Role
    password: str

    @property
    def stamp(self) -> str:
        """Changes with the password, so that old sessions end then."""
        return token_digest(f"{self.name}:{self.password}")[:16]


def hashed(password: str) -> str:
    """A password as it stands in the file."""
    salt = secrets.token_bytes(16)
    key = _scrypt(password, salt, _COST, _BLOCK, _PARALLEL)
    return f"scrypt${_COST}${_BLOCK}${_PARALLEL}${_text(salt)}${_text(key)}"


def is_right(password: str, kept: str) -> bool:
    """Whether a password is the one of a hash."""
    try:
        kind, cost, block, parallel, salt, key = kept.split("$")
        found = _scrypt(
            password, base64.b64decode(salt), int(cost), int(block), int(parallel)
        )
        return kind == "scrypt" and hmac.compare_digest(found, base64.b64decode(key))
    except ValueError:
        return False


@cache
def nobody() -> User:
    """Checked where no such user is there, so that both answers take as long."""
    return User("", "reader", hashed(secrets.token_hex(16)))


def load_users(path: str | Path) -> dict[str, User]:
    """The users of a file.

    Raises:
        UsageError: It cannot be read, or a user in it has no role or no hash.
    """
    found = {}
    for name, row in _table(Path(path)).items():
        role, password = row.get("role"), row.get("password")
        if role not in ROLES or not str(password).startswith("scrypt$"):
            raise UsageError(
                f"{path}: user {name} needs a role ({' or '.join(ROLES)}) and a "
                f"password; `synoptic users {path} {name}` writes both"
            )
        found[name] = User(name, role, str(password))
    return found


def put_user(path: str | Path, name: str, role: Role, password: str) -> None:
    """Write a user into a file that only its owner can read, made where there is none.

    Raises:
        UsageError: The name cannot be used, or the file cannot be read or written.
    """
    if not _NAME.fullmatch(name):
        raise UsageError(f"{name!r} is no name; letters, digits and . _ @ - make one")
    where = Path(path)
    rows = _table(where) if where.exists() else {}
    rows[name] = {"role": role, "password": hashed(password)}
    text = "".join(
        f"[users.{json.dumps(each)}]\n"
        + "".join(f"{key} = {json.dumps(str(value))}\n" for key, value in row.items())
        + "\n"
        for each, row in sorted(rows.items())
    )
    fresh = where.with_name(f".{where.name}.new")
    try:
        with os.fdopen(
            os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w"
        ) as file:
            file.write(text)
        fresh.replace(where)
    except OSError as err:
        raise UsageError(f"{path}: cannot be written ({err.strerror})") from err


def load_tokens(path: str | Path) -> dict[str, Role]:
    """SHA-256 of the tokens in a file, with their roles; a line is `ROLE TOKEN`.

    Raises:
        UsageError: It cannot be read, or a line is not of that form.
    """
    found: dict[str, Role] = {}
    for number, line in enumerate(utf8_text(path, UsageError).splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        role, _, token = line.strip().partition(" ")
        if role not in ROLES or len(token.strip()) < _SHORTEST_TOKEN:
            raise UsageError(
                f"{path}, line {number}: write `reader TOKEN` or `editor TOKEN`; a "
                f"token has {_SHORTEST_TOKEN} characters or more. "
                "`openssl rand -hex 24` makes one"
            )
        found[token_digest(token.strip())] = role
    if not found:
        raise UsageError(f"{path} holds no token")
    return found


def _table(path: Path) -> dict[str, dict[str, Any]]:
    users = toml_of(path, UsageError).get("users", {})
    if not isinstance(users, dict) or not all(
        isinstance(row, dict) for row in users.values()
    ):
        raise UsageError(f"{path}: a user is a table [users.NAME]")
    return users


def _scrypt(password: str, salt: bytes, cost: int, block: int, parallel: int) -> bytes:
    return hashlib.scrypt(
        password.encode(),
        salt=salt,
        n=cost,
        r=block,
        p=parallel,
        maxmem=_MEMORY_BYTES,
        dklen=32,
    )


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
