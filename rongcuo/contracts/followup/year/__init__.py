"""A year of return visits (年度计划, 年度报告) of an organ."""

from rongcuo.contracts.followup.year.commands import *
from rongcuo.contracts.followup.year.content import *
from rongcuo.contracts.followup.year.events import *
from rongcuo.contracts.followup.year.queries import *
from rongcuo.contracts.followup.year.views import *
