"""Runs the migrations inside the transaction that `schema.move` has opened."""

from alembic import context

from synoptic.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
)
context.run_migrations()
