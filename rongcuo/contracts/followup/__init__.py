"""followup (回访教育): what follows from a mistake, for whoever made it and for everybody else."""

from rongcuo.contracts.followup.casebook import *
from rongcuo.contracts.followup.problem import *
from rongcuo.contracts.followup.programme.commands import *
from rongcuo.contracts.followup.programme.content import *
from rongcuo.contracts.followup.programme.enums import *
from rongcuo.contracts.followup.programme.events import *
from rongcuo.contracts.followup.programme.growth import *
from rongcuo.contracts.followup.programme.queries import *
from rongcuo.contracts.followup.programme.views import *
from rongcuo.contracts.followup.proposal import *
from rongcuo.contracts.followup.record import *
from rongcuo.contracts.followup.year import *
