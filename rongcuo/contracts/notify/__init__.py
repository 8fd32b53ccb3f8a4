"""notify (通知): tasks with owner and deadline, inbox, deliveries with receipts, watchdog."""

from rongcuo.contracts.notify.commands import *
from rongcuo.contracts.notify.enums import *
from rongcuo.contracts.notify.views import *
