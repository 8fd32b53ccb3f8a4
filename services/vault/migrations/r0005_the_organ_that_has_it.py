"""The organ above consents to tracing: above the one that has the report, which is on the order. An order of
before is of the organ where the reporter was sealed; where another one has the report by now, it goes on no
further, and is asked for anew."""

from alembic import op
from sqlalchemy import Column, String, column, table

revision, down_revision = "vault_0005", "vault_0004"
ORDER = table("vault_order", column("organ_id", String), column("handled_by", String))


def upgrade() -> None:
    op.add_column("vault_order", Column("handled_by", String(64), nullable=False, server_default=""))
    op.execute(ORDER.update().values(handled_by=ORDER.c.organ_id))
    op.create_index("vault_order_handled", "vault_order", ["handled_by", "asked_at", "id"])
