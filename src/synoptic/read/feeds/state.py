"""What is remembered of a feed between two questions, and how it fares."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from synoptic.read.feeds.entry import Entry

_MAX_SEEN = 5_000
# A feed that was well this week may have had a bad night, as our own network may.
_LIVING = timedelta(days=7)
_MAX_WAIT_LIVING = timedelta(hours=1)
_MAX_WAIT = timedelta(days=1)
_MAX_RETRY_AFTER = timedelta(days=7)
_MAX_TRIES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """One feed; holds nothing of any report's text.

    Attributes:
        url: As the user named it; its name for good.
        address: Where it is asked now: another one after it has moved for good.
        etag, modified: What the server wants to be reminded of.
        seen: By entry, what the feed printed of it when it was handled. Both hashed.
        tries: By entry, how often its page failed to come; dropped once it came.
        failures: Times in a row that the feed itself could not be read.
        last_try_at, last_success_at, last_error_at, next_try_at: ISO 8601, in UTC.
        last_error: Code of the last error, and why.
        n_entries: In the feed when it was last read.
        n_stored: Reports that came of it in all.
        n_not_read: Entries of which none came, in all.
        last_not_read: Address, code and reason of the last of them.
        gone: The server said that it is gone for good; it is not asked again.
    """

    url: str
    address: str
    title: str | None = None
    etag: str | None = None
    modified: str | None = None
    seen: Mapping[str, str] = field(default_factory=dict)
    tries: Mapping[str, int] = field(default_factory=dict)
    failures: int = 0
    last_try_at: str | None = None
    last_success_at: str | None = None
    last_error_at: str | None = None
    last_error: tuple[str, str] | None = None
    next_try_at: str | None = None
    n_entries: int = 0
    n_stored: int = 0
    n_not_read: int = 0
    last_not_read: tuple[str, str, str] | None = None
    gone: bool = False

    @classmethod
    def new(cls, url: str) -> Self:
        """A feed that was never asked."""
        return cls(url=url, address=url)

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Self:
        """The state of a record; fields that it lacks are as in a new one."""
        known = {f.name for f in fields(cls)}
        given = {name: value for name, value in record.items() if name in known}
        for name in ("last_error", "last_not_read"):
            if isinstance(given.get(name), list):
                given[name] = tuple(given[name])
        return cls(**{"address": given["url"], **given})

    def as_record(self) -> dict[str, Any]:
        """The state as JSON values, `url` among them."""
        return asdict(self)

    def due_at(self) -> datetime:
        """When it is to be asked next; a new one at once."""
        if self.next_try_at is None:
            return datetime.min.replace(tzinfo=UTC)
        return datetime.fromisoformat(self.next_try_at)

    def is_new(self, entry: Entry) -> bool:
        """Whether an entry was not handled yet, or is printed otherwise now."""
        return self.seen.get(_name(entry)) != entry.fingerprint

    def handled(self, entry: Entry, *, stored: bool) -> Self:
        """The state once an entry is done with."""
        name = _name(entry)
        missed = self.last_not_read
        return replace(
            self,
            seen={**self.seen, name: entry.fingerprint},
            last_not_read=None if missed and missed[0] == entry.link else missed,
            tries={n: k for n, k in self.tries.items() if n != name},
            n_stored=self.n_stored + stored,
        )

    def not_read(self, entry: Entry, code: str, reason: str, *, again: bool) -> Self:
        """The state once the page of an entry did not come.

        Args:
            entry: The entry.
            code: Of the reject.
            reason: Of the reject.
            again: Whether another try may fare better. After five it is given up.
        """
        name = _name(entry)
        n_tries = self.tries.get(name, 0) + 1
        missed = (entry.link or "", code, reason)
        if again and n_tries < _MAX_TRIES:
            # The feed must be sent in full next time, so that the entry comes again.
            return replace(
                self,
                tries={**self.tries, name: n_tries},
                last_not_read=missed,
                etag=None,
                modified=None,
            )
        done = self.handled(entry, stored=False)  # not to be asked for again
        return replace(done, n_not_read=self.n_not_read + 1, last_not_read=missed)

    def succeeded(
        self, now: datetime, every: timedelta, entries: Iterable[Entry] | None = None
    ) -> Self:
        """The state after an answer; `entries`: all that it lists, None: unchanged."""
        seen, n_entries = self.seen, self.n_entries
        tries = self.tries
        if entries is not None:
            names = [_name(entry) for entry in entries]
            n_entries = len(names)
            listed = set(names)
            # What has left the feed is remembered for a while: some of it comes back.
            kept = [n for n in seen if n not in listed][-(n_entries + 100) :]
            order = [*kept, *(n for n in names if n in seen)][-_MAX_SEEN:]
            seen = {name: seen[name] for name in order}
            tries = {n: k for n, k in tries.items() if n in listed}
        return replace(
            self,
            seen=seen,
            tries=tries,
            n_entries=n_entries,
            failures=0,
            last_try_at=_stamp(now),
            last_success_at=_stamp(now),
            next_try_at=_stamp(now + _spread(self.url, every)),
        )

    def failed(
        self,
        now: datetime,
        every: timedelta,
        code: str,
        reason: str,
        retry_after: timedelta | None = None,
    ) -> Self:
        """The state after an error: asked again later each time.

        An hour later at the most while it was read within the week, else a day.
        """
        most = _MAX_WAIT
        if self.last_success_at is not None:
            last = datetime.fromisoformat(self.last_success_at)
            most = _MAX_WAIT_LIVING if now - last < _LIVING else _MAX_WAIT
        wait = min(every * 2.0 ** min(self.failures, 20), max(most, every))
        if retry_after is not None:
            wait = max(wait, min(retry_after, _MAX_RETRY_AFTER))
        return replace(
            self,
            failures=self.failures + 1,
            last_try_at=_stamp(now),
            last_error_at=_stamp(now),
            last_error=(code, reason),
            next_try_at=_stamp(now + _spread(self.url, wait)),
        )


def _name(entry: Entry) -> str:
    return hashlib.blake2b(
        entry.key.encode("utf-8", "replace"), digest_size=8
    ).hexdigest()


def _spread(url: str, wait: timedelta) -> timedelta:
    """Up to a tenth longer, always the same for one feed: not all at one moment."""
    share = hashlib.blake2b(url.encode("utf-8", "replace"), digest_size=2).digest()
    return wait * (1 + int.from_bytes(share) / 655_360)


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
