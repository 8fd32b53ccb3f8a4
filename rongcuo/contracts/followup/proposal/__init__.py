"""Proposals to a unit (纪律检查建议, 监察建议, 纪检监察建议)."""

from rongcuo.contracts.followup.proposal.commands import *
from rongcuo.contracts.followup.proposal.content import *
from rongcuo.contracts.followup.proposal.enums import *
from rongcuo.contracts.followup.proposal.events import *
from rongcuo.contracts.followup.proposal.queries import *
from rongcuo.contracts.followup.proposal.views import *
