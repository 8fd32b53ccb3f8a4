"""What was typed for the vault alone: the gateway boxes it to the node's key."""

from base64 import b64decode

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.vault import ToNode
from rongcuo.sealing import boxes
from rongcuo.sealing.algorithms import algorithm
from rongcuo.sealing.errors import NotOpened
from services.vault.ports import Strongroom

ABOUT = "typed"     # what such a box is bound to, with the key's id


def typed(boxed: ToNode, room: Strongroom) -> str:
    """The text. Raises `vault.node_key_gone`: whoever sent it asks for the newest key, and boxes it anew."""
    own, about = room.node.key(boxed.key_id), (ABOUT, boxed.key_id)
    try:
        return boxes.take(b64decode(boxed.box), own, about, algorithm(boxed.algorithm)).decode()
    except (NotOpened, ValueError):
        raise CaseError("vault.node_key_gone") from None
