from __future__ import annotations

import shutil

import pytest
from fastapi.testclient import TestClient
from web_desk import PAPER, WIRE, wait_for

from synoptic.web import ServerSettings, create_app


def serve(where, **settings):
    app = create_app(
        str(where), ServerSettings(fast=True, workers="thread", **settings)
    )
    return TestClient(app, base_url="http://localhost")


@pytest.fixture(scope="session")
def api_made(tmp_path_factory):
    where = tmp_path_factory.mktemp("api") / "desk.db"
    with serve(where) as client:
        for text in (WIRE, PAPER):
            client.post("/api/v1/reports", json={"text": text})
        (story,) = client.get("/api/v1/stories").json()["stories"]
        wait_for(
            lambda: (
                client.get(f"/api/v1/stories/{story['id']}/collation").status_code
                == 200
            )
        )
    return where


@pytest.fixture
def described_api(api_made, tmp_path):
    where = shutil.copy(api_made, tmp_path / "desk.db")
    many = {"adds_per_minute": 1_000_000, "fetches_per_minute": 1_000_000}
    with serve(where, hosts=("localhost", "testserver"), **many) as client:
        yield client.app


@pytest.fixture
def api(api_made, tmp_path):
    with serve(shutil.copy(api_made, tmp_path / "desk.db")) as client:
        client.story = client.get("/api/v1/stories").json()["stories"][0]["id"]
        client.reports = client.get(f"/api/v1/stories/{client.story}").json()["reports"]
        yield client
