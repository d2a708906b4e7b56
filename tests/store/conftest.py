"""A workspace on each database, empty at the start of every test."""

from __future__ import annotations

from itertools import count

import pytest
from postgres_cluster import NoPostgres, cluster
from sqlalchemy import create_engine, text

from synoptic.store import open_workspace

_numbers = count(1)


@pytest.fixture(scope="session")
def postgres():
    """Gives the address of an empty database at each call."""
    try:
        with cluster() as address:
            with open_workspace(address.format("postgres")) as first:
                assert first.n_reports() == 0
            admin = create_engine(
                address.format("template1"), isolation_level="AUTOCOMMIT"
            )

            def empty() -> str:
                name = f"desk{next(_numbers)}"
                with admin.connect() as connection:
                    connection.execute(
                        text(f"CREATE DATABASE {name} TEMPLATE postgres")
                    )
                return address.format(name)

            yield empty
            admin.dispose()
    except NoPostgres as why:
        pytest.skip(str(why))


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def place(request, tmp_path):
    """Where an empty workspace can be opened."""
    if request.param == "sqlite":
        return str(tmp_path / "desk.db")
    return request.getfixturevalue("postgres")()


@pytest.fixture
def workspace(place):
    with open_workspace(place) as opened:
        yield opened
