"""`serve`, `demo` and `users`: the workspace in the browser."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from synoptic.cli.options import Fast, Open, WorkspaceAt
from synoptic.cli.output import errors_told, progress, tell
from synoptic.errors import SynopticError, UsageError

if TYPE_CHECKING:
    from fastapi import FastAPI

    from synoptic.api.access import Access
    from synoptic.api.settings import Hook, ServerSettings

_SECRET_VARIABLE = "SYNOPTIC_SECRET"  # noqa: S105 (a name, not the secret)
_GRACE_SECONDS = 3

Host = Annotated[
    str,
    typer.Option(
        "--host",
        metavar="ADDRESS",
        help="Where to listen. Anything but this machine needs a way to sign in.",
    ),
]
Port = Annotated[
    int, typer.Option("--port", metavar="N", min=0, max=65535, help="0: any free one.")
]


def serve(
    *,
    workspace: WorkspaceAt = None,
    host: Host = "127.0.0.1",
    port: Port = 8765,
    open_: Open = False,
    token_file: Annotated[
        Path | None,
        typer.Option(
            "--token-file",
            metavar="FILE",
            help="Tokens that let in, a line each: `reader TOKEN` or `editor TOKEN`.",
        ),
    ] = None,
    users: Annotated[
        Path | None,
        typer.Option(
            "--users", metavar="FILE", help="Who may sign in; see `synoptic users`."
        ),
    ] = None,
    proxy_header: Annotated[
        str | None,
        typer.Option(
            "--proxy-header",
            metavar="NAME",
            help="The header in which a proxy names who signed in with it.",
        ),
    ] = None,
    proxy_address: Annotated[
        list[str] | None,
        typer.Option(
            "--proxy-address",
            metavar="ADDRESS",
            help="Where that proxy is; this machine by default.",
        ),
    ] = None,
    proxy_role: Annotated[
        str,
        typer.Option(
            "--proxy-role",
            metavar="ROLE",
            help="What its people may do: reader or editor.",
        ),
    ] = "reader",
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="HOST", help="A name it may be asked for by."),
    ] = None,
    base_path: Annotated[
        str,
        typer.Option("--base-path", metavar="PATH", help="Under a proxy: /synoptic."),
    ] = "",
    public_url: Annotated[
        str,
        typer.Option("--public-url", metavar="URL", help="How others reach it."),
    ] = "",
    https: Annotated[
        bool, typer.Option("--https", help="Readers come by https, through a proxy.")
    ] = False,
    hook: Annotated[
        list[str] | None,
        typer.Option(
            "--hook",
            metavar="URL",
            help="Tell this address of new stories and of what differs in them.",
        ),
    ] = None,
    hook_secret_file: Annotated[
        Path | None,
        typer.Option(
            "--hook-secret-file",
            metavar="FILE",
            help="What the messages to hooks are signed with.",
        ),
    ] = None,
    allow_private: Annotated[
        bool,
        typer.Option(
            "--allow-private", help="Hooks and pages of private networks are allowed."
        ),
    ] = False,
    fast: Fast = False,
    log_json: Annotated[
        bool, typer.Option("--log-json", help="Log to standard error as JSON lines.")
    ] = False,
) -> None:
    """Show a workspace in the browser, with an HTTP API beside it.

    For this machine only, unless --host is given; then somebody must sign in.
    Stop it with Ctrl-C. Cookies are signed with SYNOPTIC_SECRET, or else with a
    secret that ends with the server.

    \b
    Examples:
      synoptic serve --open
      synoptic serve --workspace desk.db --port 8000
      synoptic serve --host 0.0.0.0 --name desk.example.org --users users.toml
      synoptic serve --host 0.0.0.0 --token-file tokens --log-json
      synoptic serve --proxy-header X-Forwarded-User --base-path /synoptic

    \b
    Exit codes: 0 stopped, 1 failed, 2 wrong usage.
    """  # noqa: D301
    with errors_told():
        from synoptic.app.workspace import workspace_place
        from synoptic.web import ServerSettings

        settings = ServerSettings(
            host=host,
            port=port,
            base_path=base_path,
            public_url=public_url.rstrip("/"),
            hosts=("localhost", *(name or ())),
            access=_access(token_file, users, proxy_header, proxy_address, proxy_role),
            secret=os.environ.get(_SECRET_VARIABLE, ""),
            https=https,
            fast=fast,
            allow_private=allow_private,
            hooks=_hooks(hook, hook_secret_file),
        )
        run_server(
            workspace_place(workspace), settings, open_page=open_, log_json=log_json
        )


def demo(
    *,
    workspace: Annotated[
        str,
        typer.Option(
            "--workspace",
            metavar="PATH|URL",
            help="A file, or postgresql+psycopg://...",
        ),
    ] = "synoptic-demo.db",
    serve_: Annotated[
        bool, typer.Option("--serve", help="Serve the workspace, and open it.")
    ] = False,
    port: Port = 8765,
    no_open: Annotated[
        bool, typer.Option("--no-open", help="With --serve: open no browser.")
    ] = False,
    fast: Fast = False,
) -> None:
    """Fill a workspace with three invented stories to look at.

    Without --workspace the file is made in the current folder; remove it to begin
    anew.

    \b
    Examples:
      synoptic demo --serve
      synoptic demo --workspace try.db && synoptic list --workspace try.db
    """  # noqa: D301
    with errors_told():
        from synoptic.app.demo import fill
        from synoptic.web import ServerSettings

        with progress() as told:
            n_reports, n_stories = fill(workspace, fast=fast, progress=told)
        tell(f"{workspace} holds {n_reports} invented reports of {n_stories} stories")
        if serve_:
            settings = ServerSettings(port=port, fast=fast)
            run_server(workspace, settings, open_page=not no_open, log_json=False)


def users(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The list of users.")],
    name: Annotated[str, typer.Argument(metavar="NAME", help="Who.")],
    role: Annotated[
        str, typer.Option("--role", metavar="ROLE", help="reader or editor.")
    ] = "reader",
) -> None:
    """Write a user into the list that `synoptic serve --users` takes.

    The password is asked for (or read from standard input) and kept as a scrypt
    hash. A user that is there gets the new role and password; sessions with the old
    one end.

    \b
    Example:
      synoptic users users.toml ada --role editor
    """  # noqa: D301
    with errors_told():
        from synoptic.api.users import put_user

        password = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
        put_user(file, name, _role(role), password)
        tell(f"{name} may sign in as {role}, by {file}")


def run_server(
    where: str, settings: ServerSettings, *, open_page: bool, log_json: bool
) -> None:
    """Serve until somebody stops it."""
    import socket

    import uvicorn

    from synoptic.web import create_app

    app: FastAPI = create_app(where, settings)
    if log_json:
        from synoptic.api.observed import log_as_json

        log_as_json()
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host.strip("[]"), settings.port))
    except OSError as err:
        raise SynopticError(
            f"{settings.host} port {settings.port} cannot be listened on "
            f"({err.strerror}). --port 0 takes any free one"
        ) from err
    port = listening.getsockname()[1]
    shown = f"[{settings.host}]" if ":" in settings.host else settings.host
    address = f"http://{shown}:{port}{settings.base_path}/"
    tell(f"{where} is at {address} (Ctrl-C stops)")
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )
    if open_page:
        typer.launch(address)
    uvicorn.Server(config).run(sockets=[listening])


def _access(
    token_file: Path | None,
    users_file: Path | None,
    proxy_header: str | None,
    proxy_address: list[str] | None,
    proxy_role: str,
) -> Access:
    from synoptic.api.access import Access
    from synoptic.api.users import load_tokens, load_users

    more: dict[str, Any] = {}
    if proxy_address:
        more["proxies"] = tuple(proxy_address)
    return Access(
        tokens=load_tokens(token_file) if token_file else {},
        users=load_users(users_file) if users_file else {},
        proxy_header=proxy_header,
        proxy_role=_role(proxy_role),
        **more,
    )


def _hooks(urls: list[str] | None, secret_file: Path | None) -> tuple[Hook, ...]:
    from synoptic.api.settings import Hook
    from synoptic.text.files import utf8_text

    secret = ""
    if secret_file is not None:
        secret = utf8_text(secret_file, UsageError).strip()
    return tuple(Hook(url, secret) for url in urls or ())


def _role(named: str) -> Literal["reader", "editor"]:
    if named == "reader":
        return "reader"
    if named == "editor":
        return "editor"
    raise UsageError(f"{named!r} is no role; there are reader and editor")
