"""The desk's code, which answers as before until the day is over on which its reporter replaced it: by it
nobody finds when they came; and which files came on paper."""

from alembic import op
from sqlalchemy import Boolean, Column, String, false

from rongcuo.chassis.database.types import Moment

revision, down_revision = "vault_0006", "vault_0005"


def upgrade() -> None:
    op.add_column("vault_reporter", Column("desk_code_hash", String(64)))
    op.add_column("vault_reporter", Column("renewed_at", Moment))
    op.add_column("vault_file", Column("on_paper", Boolean, nullable=False, server_default=false()))
    op.create_index("vault_reporter_desk_code", "vault_reporter", ["desk_code_hash"])
