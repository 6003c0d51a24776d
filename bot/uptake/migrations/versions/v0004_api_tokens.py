"""Tokens of programs that read published figures: their hashes."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "api_tokens",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("scopes", sa.String(100), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False, unique=True),
        sa.Column("made", sa.Date, nullable=False),
        sa.Column("expires", sa.Date, nullable=False),
        sa.Column("revoked", sa.Date, nullable=True),
    )


def downgrade() -> None:
    op.drop_table("api_tokens")
