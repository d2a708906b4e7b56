from __future__ import annotations

import shutil

import pytest
from fastapi.testclient import TestClient
from web_desk import OTHER, PAGES, PAPER, WIRE, add, read_story, story_ids, wait_for

from synoptic.web import ServerSettings, create_app


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """Two workspaces, made once: an empty one, and one whose stories are compared."""
    folder = tmp_path_factory.mktemp("desks")
    settings = ServerSettings(fast=True, workers="thread")
    with TestClient(
        create_app(str(folder / "empty.db"), settings), base_url="http://localhost"
    ):
        pass
    shutil.copy(folder / "empty.db", folder / "full.db")
    app = create_app(str(folder / "full.db"), settings)
    with TestClient(app, base_url="http://localhost", headers=PAGES) as client:
        for text in (WIRE, PAPER, OTHER):
            add(client, text=text)
        for story in story_ids(client):
            wait_for(lambda s=story: client.app.state.desk.room.n_waiting == 0 and s)
            client.get(f"/stories/{story}")
        wait_for(lambda: client.app.state.desk.room.n_waiting == 0)
    return folder


@pytest.fixture
def where(tmp_path, made):
    return shutil.copy(made / "empty.db", tmp_path / "desk.db")


@pytest.fixture
def open_desk(where):
    """Serve a workspace inside the test; `open_desk(reports, **settings)`."""
    opened = []

    def serve(*texts, **settings):
        made = ServerSettings(
            fast=True, workers="thread", poll_seconds=0.05, **settings
        )
        client = TestClient(
            create_app(where, made), base_url="http://localhost", headers=PAGES
        )
        client.__enter__()
        opened.append(client)
        for text in texts:
            add(client, text=text)
        return client

    yield serve
    for client in opened:
        client.__exit__(None, None, None)


@pytest.fixture
def desk(open_desk, where, made):
    """Two reports of one event and one of another, compared."""
    shutil.copy(made / "full.db", where)
    client = open_desk()
    stories = client.get("/api/v1/stories").json()["stories"]
    client.story = next(s["id"] for s in stories if "Osk" in s["title"])
    client.page = read_story(client, client.story)
    return client
