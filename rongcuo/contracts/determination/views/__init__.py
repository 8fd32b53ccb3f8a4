"""What determination answers about cases, meetings and appeals."""

from rongcuo.contracts.determination.views.appeals import *
from rongcuo.contracts.determination.views.cases import *
from rongcuo.contracts.determination.views.clues import *
from rongcuo.contracts.determination.views.meetings import *
from rongcuo.contracts.determination.views.person import *
from rongcuo.contracts.determination.views.rehearsal import *
