"""What determination tells of its cases, meetings and appeals.

The subject of an event is the case, the meeting or the appeal. No event tells how somebody voted before the
votes are revealed, nor what an assessment says.
"""

from rongcuo.contracts.case_moved import *
from rongcuo.contracts.determination.events.appeals import *
from rongcuo.contracts.determination.events.cases import *
from rongcuo.contracts.determination.events.former_names import *
from rongcuo.contracts.determination.events.meetings import *
