"""问题清单: what a mistake shows to be missing, and what becomes of it."""

from rongcuo.contracts.followup.problem.commands import *
from rongcuo.contracts.followup.problem.content import *
from rongcuo.contracts.followup.problem.enums import *
from rongcuo.contracts.followup.problem.events import *
from rongcuo.contracts.followup.problem.queries import *
from rongcuo.contracts.followup.problem.views import *
