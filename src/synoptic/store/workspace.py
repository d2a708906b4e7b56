"""A workspace: the reports of a desk, their stories, and what people set right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from synoptic.store import backups, desk, events, health, removal, results, schema
from synoptic.store import reports as stored
from synoptic.store import stories as told
from synoptic.store.alike import alike
from synoptic.store.annotated import mark_annotated, not_annotated
from synoptic.store.database import Database
from synoptic.store.placing import put_stories
from synoptic.store.search import search, within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from types import TracebackType

    from synoptic.model import Annotations, Correction, Report
    from synoptic.model.story import Story
    from synoptic.store.kinds import (
        Added,
        Backup,
        Event,
        Hits,
        Removal,
        StoryLine,
        Trouble,
    )


class Workspace:
    """One workspace; threads of a process may share it, processes open their own.

    Reads see a snapshot; writes are made one at a time and wholly or not at all.

    Attributes:
        database: The database underneath.
    """

    def __init__(self, database: Database) -> None:
        self.database = database

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        err: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the connections back."""
        self.database.close()

    @property
    def where(self) -> str:
        """The file or address, without a password."""
        return self.database.where

    def add(
        self, report: Report, raw_sha256: str = "", *, again: bool = False
    ) -> Added:
        """Take a report in, unless it is there already.

        A report is a version of another when the caller gave both one id or one
        series, or when both came from one address (or file) and share text. One of
        the same text as any version is known. It is safe on disk when this returns.

        Args:
            report: As it was read.
            raw_sha256: Of the bytes it was read from; else the report's own.
            again: Take it in even if it was removed before.
        """
        with self.database.writing() as connection:
            return stored.add_report(
                connection, report, raw_sha256=raw_sha256, again=again
            )

    def report(self, name: str) -> Report:
        """The report of that id.

        Raises:
            NotInWorkspace: There is none.
        """
        with self.database.reading() as connection:
            return stored.get_report(connection, name)

    def reports(
        self,
        ids: Iterable[str] | None = None,
        *,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Iterator[Report]:
        """The reports that fit.

        Args:
            ids: These only, in this order; those that are not there are passed over.
            outlet: Words of the outlet's name.
            since: Published on that day, or at that moment, or later.
            until: Published on that day, or at that moment, or earlier.

        Yields:
            By time of publication, those that state none last, ties by id.
        """
        with self.database.reading() as connection:
            if ids is not None:
                yield from stored.get_reports(connection, ids)
                return
            fitting = within(outlet=outlet, since=since, until=until)
            yield from stored.every_report(connection, fitting)

    def alike(
        self,
        report: Report,
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int = 30,
    ) -> tuple[str, ...]:
        """Ids of the reports that share most of a report's rare words, most first.

        Args:
            report: Need not be in the workspace; is not among the answers.
            since: Published on that day or later, or at a time not stated.
            until: Published on that day or earlier, or at a time not stated.
            limit: Most ids.
        """
        with self.database.reading() as connection:
            return alike(connection, report, since=since, until=until, limit=limit)

    def before(self, moment: str | None, *, limit: int) -> tuple[str, ...]:
        """Ids of the last reports published till then, or at a time not stated."""
        with self.database.reading() as connection:
            return stored.before(connection, moment, limit)

    def latest(self, series: Iterable[str] | None = None) -> frozenset[str]:
        """The id of the last version of each of these series; None: of every one."""
        with self.database.reading() as connection:
            return stored.latest(connection, series)

    def n_reports(self) -> int:
        """How many reports there are, every version counted."""
        with self.database.reading() as connection:
            return stored.count(connection)

    def versions(self, series: str) -> tuple[Report, ...]:
        """The states of one report, oldest first.

        Raises:
            NotInWorkspace: There is no such series.
        """
        with self.database.reading() as connection:
            return stored.versions_of(connection, series)

    def remove(self, *names: str, reason: str = "") -> Removal:
        """Remove reports, with every version, so that none of their text is left.

        Kept results that held them go too, and corrections that quote them. Their ids
        and hashes stay, so that a feed does not bring them back.

        Raises:
            NotInWorkspace: One of them is not there; nothing is removed.
        """
        return removal.remove(self.database, names, reason=reason)

    def search(
        self,
        words: str = "",
        *,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
        speaker: str | None = None,
        limit: int = 20,
        offset: int = 0,
    ) -> Hits:
        """The reports that have all these words, newest first.

        Args:
            words: Words, "phrases", beginnings*, and -words to leave out; case and
                accents make no difference.
            outlet: As for `reports`.
            since: As for `reports`.
            until: As for `reports`.
            speaker: Words of the name of somebody who is quoted.
            limit: Most hits to hand back.
            offset: Hits to pass over.

        Raises:
            UsageError: The words only leave out, or a time is none.
        """
        with self.database.reading() as connection:
            return search(
                connection,
                words,
                outlet=outlet,
                since=since,
                until=until,
                speaker=speaker,
                limit=limit,
                offset=offset,
            )

    def stories(
        self,
        *,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> tuple[StoryLine, ...]:
        """The stories with a report that fits, newest first."""
        with self.database.reading() as connection:
            return told.list_stories(
                connection,
                outlet=outlet,
                since=since,
                until=until,
                limit=limit,
                offset=offset,
            )

    def n_stories(self) -> int:
        """How many stories there are."""
        with self.database.reading() as connection:
            return told.count_stories(connection)

    def story(self, name: str) -> Story:
        """The story of that id, or the one it has become part of.

        Raises:
            NotInWorkspace: There is none.
        """
        with self.database.reading() as connection:
            return told.get_story(connection, name)

    def story_of(self, report: str) -> str | None:
        """Id of the story that a report belongs to; None: it belongs to none."""
        with self.database.reading() as connection:
            return told.story_of(connection, report)

    def beside(self, reports: Iterable[str]) -> tuple[str, ...]:
        """Ids of all reports in the stories that hold any of these, by id."""
        with self.database.reading() as connection:
            return told.beside(connection, reports)

    def put_stories(self, stories: Sequence[Story]) -> tuple[str, ...]:
        """Take stories in as the grouping sees them now.

        A story keeps the id of the kept one that it shares most reports with; the id
        of one that went into another leads there. Reports and stories that the
        grouping does not name stay as they are: another process may have placed them.

        Returns:
            The id of each in the workspace, in the order given.
        """
        with self.database.writing() as connection:
            return put_stories(connection, stories)

    def cached(self, key: str) -> bytes | None:
        """The result kept under that key; None: there is none."""
        return self.all_cached([key]).get(key)

    def all_cached(self, keys: Iterable[str]) -> dict[str, bytes]:
        """The results kept under those keys, as far as there are any."""
        with self.database.reading() as connection:
            found = results.find(connection, keys)
            stale = results.stale_uses(connection, found)
        if stale:
            with self.database.writing() as connection:
                results.mark_used(connection, stale)
        return found

    def keep(
        self,
        key: str,
        value: bytes,
        *,
        stage: str = "",
        of: Iterable[str] | None = None,
    ) -> None:
        """Keep a result.

        Args:
            key: What it hangs on; see `result_key`.
            value: The result.
            stage: What made it.
            of: Ids of the reports whose text it may hold; None: not known, so that it
                goes when any report is removed.
        """
        with self.database.writing() as connection:
            results.keep(connection, key, value, stage=stage, of=of)

    def mark_annotated(self, *known: Annotations) -> None:
        """Note whom reports quote, so that a search by speaker finds them."""
        with self.database.writing() as connection:
            for annotations in known:
                mark_annotated(connection, annotations)

    def not_annotated(self, limit: int) -> tuple[str, ...]:
        """Ids of reports that nobody has looked at for speakers, newest first."""
        with self.database.reading() as connection:
            return not_annotated(connection, limit)

    def corrections(self, of: Iterable[str] | None = None) -> tuple[Correction, ...]:
        """The corrections, in the order in which they were made.

        Args:
            of: Only those of these reports; None: all.
        """
        with self.database.reading() as connection:
            return desk.all_corrections(connection, of)

    def correct(self, correction: Correction) -> None:
        """Write a correction down; to take one back, give one that undoes it.

        Raises:
            CorrectionError: Its id is taken, or it undoes what is not there.
        """
        with self.database.writing() as connection:
            desk.add_correction(connection, correction)

    def feeds(self) -> tuple[dict[str, Any], ...]:
        """The state of every feed, by address."""
        with self.database.reading() as connection:
            return desk.all_feeds(connection)

    def put_feed(self, state: Mapping[str, Any]) -> None:
        """Keep the state of a feed: JSON values, `url` among them.

        It must hold nothing of a report's text, which could not be removed from it.
        """
        with self.database.writing() as connection:
            desk.put_feed(connection, state)

    def drop_feed(self, url: str) -> bool:
        """Forget a feed; whether it was there."""
        with self.database.writing() as connection:
            return desk.drop_feed(connection, url)

    def setting(self, name: str) -> str | None:
        """The value of a setting; None: it was never set."""
        with self.database.reading() as connection:
            return desk.setting(connection, name)

    def put_setting(self, name: str, value: str) -> None:
        """Set a setting."""
        with self.database.writing() as connection:
            desk.put_setting(connection, name, value)

    def changes(self, since: int = 0, *, limit: int = 1000) -> tuple[Event, ...]:
        """What changed after the event of that number, in order."""
        with self.database.reading() as connection:
            return events.changes(connection, since, limit)

    def last_change(self) -> int:
        """The number of the last event; 0: there was none."""
        with self.database.reading() as connection:
            return events.last_number(connection)

    def backup(self, path: str | Path) -> Backup:
        """Write all of the workspace to one SQLite file, while others go on writing.

        Raises:
            WorkspaceError: The file is there already, or cannot be written.
        """
        return backups.write_backup(self.database, Path(path), Database)

    def backups(self) -> tuple[Backup, ...]:
        """Every backup that was made, oldest first."""
        with self.database.reading() as connection:
            return backups.listed(connection)

    def doctor(self) -> tuple[Trouble, ...]:
        """Everything that is not as it should be, the grave things first."""
        return health.look_over(self.database)

    def figures(self) -> dict[str, object]:
        """What there is of everything, and the room it takes."""
        return health.figures(self.database)

    def older_than(self, moment: str) -> tuple[str, ...]:
        """Ids of the reports of stories in which every report is older.

        Args:
            moment: ISO 8601 in UTC; a report that states no time goes by when it was
                added.
        """
        with self.database.reading() as connection:
            return told.older_than(connection, moment)

    def oldest(self, share: float) -> tuple[str, ...]:
        """Ids of the reports of the oldest stories that make up a share of all text."""
        with self.database.reading() as connection:
            n_chars = stored.n_chars(connection)
            return told.oldest(connection, round(share * n_chars))

    def trim_results(self, n_bytes: int) -> int:
        """Drop the kept results used longest ago, until the rest fits; how many."""
        with self.database.writing() as connection:
            return results.trim(connection, n_bytes)

    def mend(self) -> bool:
        """Make the index anew, write the file anew and empty its log.

        Returns:
            Whether it was all done: a process that reads all the while keeps the log.
        """
        return removal.wipe(self.database)

    def move_schema(self, revision: str) -> None:
        """Take the schema to another revision; close the workspace after it.

        Raises:
            WorkspaceError: There is no such revision.
        """
        with self.database.writing() as connection:
            schema.move(connection, revision)

    def restore(self, backup: Workspace) -> int:
        """Put a backup in the place of all that is here; what was removed stays so.

        Returns:
            How many reports of the backup were removed again.
        """
        gone = backups.restore(backup.database, self.database)
        if gone:
            removal.remove(self.database, gone, reason="removed since the backup")
        return len(gone)
