"""county: a node's face to the hub, and what its own officers see of the line."""

from rongcuo.contracts.county.approvals import *
from rongcuo.contracts.county.commands import *
from rongcuo.contracts.county.events import *
from rongcuo.contracts.county.views import *
