"""A workspace on each database, empty at the start of every test."""

from __future__ import annotations

from itertools import count

import pytest
from postgres_cluster import NoPostgres, cluster
from sqlalchemy import NullPool, create_engine, text

from synoptic.store import open_workspace
from synoptic.store.tables import metadata

_numbers = count(1)


@pytest.fixture(scope="session")
def postgres():
    """Gives the address of a new database at each call."""
    try:
        with cluster() as address:
            admin = create_engine(address.format("postgres"), poolclass=NullPool)

            def new() -> str:
                name = f"desk{next(_numbers)}"
                with admin.connect() as connection:
                    alone = connection.execution_options(isolation_level="AUTOCOMMIT")
                    alone.execute(text(f"CREATE DATABASE {name}"))
                return address.format(name)

            yield new
    except NoPostgres as why:
        pytest.skip(str(why))


@pytest.fixture(scope="session")
def desk_on_postgres(postgres):
    """The address of one database that is emptied for each test."""
    return postgres()


def _emptied(address: str) -> str:
    with open_workspace(address) as old, old.database.writing() as connection:
        names = ", ".join(t.name for t in metadata.sorted_tables)
        connection.execute(text(f"TRUNCATE {names} RESTART IDENTITY CASCADE"))
    return address


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def place(request, tmp_path):
    """Where an empty workspace can be opened."""
    if request.param == "sqlite":
        return str(tmp_path / "desk.db")
    return _emptied(request.getfixturevalue("desk_on_postgres"))


@pytest.fixture
def workspace(place):
    with open_workspace(place) as opened:
        yield opened
