"""Where the vault keeps reporters, what is sealed of them, orders, and the groups' keys."""

from sqlalchemy.orm import Session

from services.vault.domain import Reporter, UnsealingOrder
from services.vault.storage.group_keys import GroupKeyRows
from services.vault.storage.handed_files import HandedFileRows
from services.vault.storage.orders import OrderRows
from services.vault.storage.reporters import ReporterRows
from services.vault.storage.sealed_parts import SealedPartRows
from services.vault.storage.tables import METADATA


class VaultStorage(ReporterRows, OrderRows, SealedPartRows, HandedFileRows, GroupKeyRows):
    """The repository (ports.Vault) on one session."""

    def __init__(self, session: Session) -> None:
        ReporterRows.__init__(self, session)
        OrderRows.__init__(self, session)
        SealedPartRows.__init__(self, session)
        HandedFileRows.__init__(self, session)
        GroupKeyRows.__init__(self, session)

    def put(self, aggregate: Reporter | UnsealingOrder) -> None:
        if isinstance(aggregate, Reporter):
            self.put_reporter(aggregate)
        else:
            self.put_order(aggregate)


__all__ = ["METADATA", "VaultStorage"]
