"""How often the assistant asks back, which topics it takes for each other, and since when that is counted."""

from datetime import UTC, date, datetime, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

PAIR = ("topic", "other", "step")
COUNTERS = ("uptake", "service", "entries")
NEW = (("service", "clarifications"), ("confusions", "answered"), ("confusions", "confused"))


def upgrade() -> None:
    op.add_column(
        "service",
        sa.Column(
            "clarifications",
            sa.Integer,
            sa.CheckConstraint("clarifications >= 0", name="service_clarifications_not_negative"),
            nullable=False,
            server_default="0",
        ),
    )
    op.create_table(
        "confusions",
        sa.Column("week", sa.Date, primary_key=True),
        *(sa.Column(name, sa.String(64), primary_key=True) for name in PAIR),
        sa.Column("count", sa.Integer, nullable=False, server_default="0"),
        sa.CheckConstraint("count >= 0", name="confusions_not_negative"),
        sqlite_with_rowid=False,
    )
    begun = op.create_table(
        "begun",
        sa.Column("log", sa.String(16), primary_key=True),
        sa.Column("measure", sa.String(64), primary_key=True),
        sa.Column("week", sa.Date, nullable=False),
        sqlite_with_rowid=False,
    )
    if _has_counted():
        week = _next_week()
        op.bulk_insert(begun, [{"log": log, "measure": m, "week": week} for log, m in NEW])


def downgrade() -> None:
    """Figures that were published of it go too: who upgrades again begins anew."""
    published = sa.table("published", sa.column("log"), sa.column("measure"))
    for log, measure in NEW:
        op.execute(
            sa.delete(published).where(published.c.log == log, published.c.measure == measure)
        )
    op.drop_table("begun")
    op.drop_table("confusions")
    op.drop_column("service", "clarifications")


def _has_counted() -> bool:
    tables = (sa.table(name, sa.column("week")) for name in COUNTERS)
    return any(op.get_bind().execute(sa.select(t.c.week).limit(1)).first() for t in tables)


def _next_week() -> date:
    today = datetime.now(UTC).date()
    return today + timedelta(days=7 - today.weekday())
