"""followup (回访教育): what follows from a mistake. For whom it is about, and for everybody else."""

from rongcuo.contracts.followup.programme.commands import *
from rongcuo.contracts.followup.programme.content import *
from rongcuo.contracts.followup.programme.events import *
from rongcuo.contracts.followup.programme.queries import *
from rongcuo.contracts.followup.programme.views import *
