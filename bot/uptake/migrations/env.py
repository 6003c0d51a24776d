"""Runs migrations on the connection that bot.uptake.database hands over, in its transaction."""

from alembic import context

from bot.uptake.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
)
context.run_migrations()
