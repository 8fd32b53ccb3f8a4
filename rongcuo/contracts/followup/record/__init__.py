"""The record of somebody's own doings (动态画像)."""

from rongcuo.contracts.followup.record.commands import *
from rongcuo.contracts.followup.record.content import *
from rongcuo.contracts.followup.record.events import *
from rongcuo.contracts.followup.record.queries import *
from rongcuo.contracts.followup.record.views import *
