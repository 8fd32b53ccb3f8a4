"""Who brought a reporter to the vault, for nobody else registers a report of theirs."""

from alembic import op
from sqlalchemy import Column, String

revision = "vault_0002"
down_revision = "vault_0001"


def upgrade() -> None:
    op.add_column("vault_reporter", Column("deposited_by", String(64), nullable=False, server_default=""))
