"""The programme of a person (回访教育)."""

from rongcuo.contracts.followup.programme.commands import *
from rongcuo.contracts.followup.programme.content import *
from rongcuo.contracts.followup.programme.enums import *
from rongcuo.contracts.followup.programme.events import *
from rongcuo.contracts.followup.programme.growth import *
from rongcuo.contracts.followup.programme.queries import *
from rongcuo.contracts.followup.programme.views import *
