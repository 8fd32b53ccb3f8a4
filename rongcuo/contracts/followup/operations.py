"""What followup is asked for whatever it keeps."""

from rongcuo.contracts.confirmation import confirm_event
from rongcuo.contracts.ledger import checkpoint
from rongcuo.contracts.watching import open_matters

SERVICE = "followup"

OPEN_MATTERS = open_matters(SERVICE)
CONFIRM_EVENT = confirm_event(SERVICE)
CHECKPOINT = checkpoint(SERVICE)
