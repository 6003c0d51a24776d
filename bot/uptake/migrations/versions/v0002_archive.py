"""The published figures of periods that are over, which periods these are, and marks of the database."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEYS = {"period": 16, "log": 16, "measure": 64, "breakdown": 128, "place": 320}


def upgrade() -> None:
    op.create_table(
        "marks", sa.Column("name", sa.String(16), primary_key=True), sqlite_with_rowid=False
    )
    op.create_table(
        "publications",
        sa.Column("period", sa.String(16), primary_key=True),
        sa.Column("week", sa.Date, nullable=False),
        sa.Column("withheld", sa.Boolean, nullable=False),
        sa.Column("listed", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "published",
        *(sa.Column(name, sa.String(length), primary_key=True) for name, length in KEYS.items()),
        sa.Column("count", sa.Integer, nullable=True),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("published")
    op.drop_table("publications")
    op.drop_table("marks")
