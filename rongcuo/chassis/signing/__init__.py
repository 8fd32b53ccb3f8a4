"""Who sent a message: each service signs what it sends, and believes nothing that its sender did not sign.

What a message says of itself counts for nothing before its signature is checked; its position on the bus for
nothing at all.
"""

from rongcuo.chassis.signing.keys import KeyFolder, key_folder
from rongcuo.chassis.signing.seals import NOT_AUTHENTIC, Seals
from rongcuo.contracts.operation import GATEWAY

__all__ = ["GATEWAY", "NOT_AUTHENTIC", "KeyFolder", "Seals", "key_folder"]
