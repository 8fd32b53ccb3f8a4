"""Backups of a node: its databases as they were at one moment, its files, and what its ledgers had signed.

    back_up(config, {"filing": METADATA, …}, folder, tell)
    restored = restore(config, {"filing": METADATA, …}, folder, tell)

A folder is a backup from the moment its manifest is there. No private key is ever in it: not the vault's, and
not those with which the node signs and seals (docs/adr/0047).
"""

from rongcuo.chassis.backup.making import back_up
from rongcuo.chassis.backup.manifest import Manifest
from rongcuo.chassis.backup.progress import Tell
from rongcuo.chassis.backup.restoring import Restored, restore

__all__ = ["Manifest", "Restored", "Tell", "back_up", "restore"]
