"""The three tables of counters."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

DIMENSIONS = {
    "uptake": ("offer", "step", "channel", "organisation", "staff_group"),
    "service": ("channel", "time_band"),
    "entries": ("source",),
}
COUNTERS = {
    "uptake": ("count",),
    "service": ("conversations", "fallbacks", "safety_cards"),
    "entries": ("count",),
}


def upgrade() -> None:
    for table, dimensions in DIMENSIONS.items():
        condition = " AND ".join(f"{counter} >= 0" for counter in COUNTERS[table])
        op.create_table(
            table,
            sa.Column("week", sa.Date, primary_key=True),
            *(sa.Column(name, sa.String(64), primary_key=True) for name in dimensions),
            *(_counter(name) for name in COUNTERS[table]),
            sa.CheckConstraint(condition, name=f"{table}_not_negative"),
            sqlite_with_rowid=False,
        )


def downgrade() -> None:
    for table in reversed(DIMENSIONS):
        op.drop_table(table)


def _counter(name: str) -> "sa.Column[int]":
    return sa.Column(name, sa.Integer, nullable=False, server_default="0")
