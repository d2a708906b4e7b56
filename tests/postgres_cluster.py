"""A PostgreSQL of our own for the tests, on a socket in a temporary folder."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

_WAIT_SECONDS = 30


class NoPostgres(Exception):
    """There is none here that could be started; says why."""


@contextmanager
def cluster():
    """Address of a server, `{}` standing for the database's name.

    Raises:
        NoPostgres: It is not installed, or cannot be started.
    """
    bin_dir, user = _programs(), _user()
    home = Path(tempfile.mkdtemp(prefix="synoptic-pg-"))
    if user is not None:
        os.chown(home, user.pw_uid, user.pw_gid)
    who = {"user": user.pw_uid, "group": user.pw_gid} if user else {}
    common = {"cwd": home, "env": {"PATH": os.environ["PATH"], "LC_ALL": "C"}, **who}
    init = ["-D", home / "data", "-U", "synoptic", "-A", "trust", "-E", "UTF8"]
    made = subprocess.run(
        [bin_dir / "initdb", *init, "--locale=C", "--no-sync"],
        capture_output=True,
        check=False,
        text=True,
        **common,
    )
    server = None
    try:
        if made.returncode:
            raise NoPostgres(f"initdb failed: {made.stderr.strip()[-200:]}")
        with (home / "log").open("w") as log:
            quick = ["-c", "listen_addresses=", "-c", "fsync=off"]
            server = subprocess.Popen(
                [bin_dir / "postgres", "-D", home / "data", "-k", home, *quick],
                stdout=subprocess.DEVNULL,
                stderr=log,
                **common,
            )
        _wait(home, bin_dir, server)
        yield f"postgresql+psycopg://synoptic@/{{}}?host={home}"
    finally:
        if server is not None:
            server.send_signal(signal.SIGQUIT)  # at once: nothing of it is kept
            server.wait()
        shutil.rmtree(home, ignore_errors=True)


def _programs() -> Path:
    """The folder of `initdb` and `postgres`; Debian keeps it out of the path."""
    versions = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"),
        key=lambda p: int(p.parts[4]) if p.parts[4].isdigit() else 0,
    )
    found = shutil.which("initdb") or (versions and versions[-1])
    if not found:
        raise NoPostgres("PostgreSQL is not installed (Debian: postgresql)")
    return Path(found).resolve().parent


def _user() -> pwd.struct_passwd | None:
    """Whom to run it as: root may not; anybody else runs it as they are."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres")
    except KeyError as err:
        raise NoPostgres("root may not run it, and there is no user postgres") from err


def _wait(home: Path, bin_dir: Path, server: subprocess.Popen) -> None:
    give_up = time.monotonic() + _WAIT_SECONDS
    while time.monotonic() < give_up:
        if server.poll() is not None:
            break
        ready = subprocess.run(
            [bin_dir / "pg_isready", "-q", "-h", home, "-U", "synoptic"], check=False
        )
        if ready.returncode == 0:
            return
        time.sleep(0.05)
    said = (home / "log").read_text(encoding="utf-8", errors="replace")
    raise NoPostgres(f"it did not start: {said[-200:]}")
