"""What can be asked to be done about a programme."""

from rongcuo.contracts.followup.programme.commands.evaluating import *
from rongcuo.contracts.followup.programme.commands.helping import *
