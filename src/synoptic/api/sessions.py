"""Sessions in signed cookies, and the tokens that forms carry against forgery."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from itsdangerous import BadSignature, URLSafeTimedSerializer

if TYPE_CHECKING:
    from starlette.responses import Response

    from synoptic.api.settings import ServerSettings

COOKIE = "synoptic-session"
_AGE_SECONDS = 14 * 24 * 3600  # a fortnight of not signing in again


@dataclass(frozen=True, slots=True)
class Session:
    """What a browser's cookie says.

    Attributes:
        form_key: What every form of this session carries.
        name, stamp: Who signed in, and with what; empty: nobody.
    """

    form_key: str
    name: str = ""
    stamp: str = ""


class Sessions:
    """Reads and writes the cookie; nothing is kept here."""

    def __init__(self, settings: ServerSettings) -> None:
        secret = settings.secret or secrets.token_hex(32)
        self._signer = URLSafeTimedSerializer(secret, salt=COOKIE)
        self._path = settings.base_path or "/"
        self._https = settings.https

    def read(self, cookie: str | None) -> Session | None:
        """The session of a cookie; None: there is none, or it is not of our making."""
        if not cookie:
            return None
        try:
            held: Any = self._signer.loads(cookie, max_age=_AGE_SECONDS)
            return Session(str(held["k"]), str(held["n"]), str(held["s"]))
        except (BadSignature, KeyError, TypeError):
            return None

    def write(self, response: Response, session: Session) -> None:
        """Put the session into an answer."""
        held = {"k": session.form_key, "n": session.name, "s": session.stamp}
        response.set_cookie(
            COOKIE,
            self._signer.dumps(held),
            max_age=_AGE_SECONDS,
            path=self._path,
            secure=self._https,
            httponly=True,
            samesite="lax",
        )

    def end(self, response: Response) -> None:
        """Take the session away."""
        response.delete_cookie(COOKIE, path=self._path)


def fresh_session(name: str = "", stamp: str = "") -> Session:
    """A session with a form key of its own."""
    return Session(secrets.token_urlsafe(24), name, stamp)


def is_of_session(session: Session | None, form_key: object) -> bool:
    """Whether a form was drawn for this session."""
    return (
        session is not None
        and isinstance(form_key, str)
        and hmac.compare_digest(session.form_key.encode(), form_key.encode())
    )
