"""What can be asked to be done about a programme."""

from dataclasses import dataclass

from rongcuo.contracts.commanding import CommandMessage
from rongcuo.contracts.followup.programme.content import ProgrammeContent


@dataclass(frozen=True, kw_only=True)
class OpenProgramme(CommandMessage):
    """Open a programme in the actor's own organ."""

    content: ProgrammeContent
