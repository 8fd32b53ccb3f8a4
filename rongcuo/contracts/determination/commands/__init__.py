"""What determination can be asked to do about a case, a joint meeting and an appeal."""

from rongcuo.contracts.determination.commands.appeals import *
from rongcuo.contracts.determination.commands.cases import *
from rongcuo.contracts.determination.commands.decisions import *
from rongcuo.contracts.determination.commands.meetings import *
from rongcuo.contracts.determination.commands.queries import *
from rongcuo.contracts.determination.commands.steps import *
