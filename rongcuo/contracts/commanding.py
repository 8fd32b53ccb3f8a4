"""What commands carry, whatever they ask for."""

from dataclasses import dataclass

from rongcuo.contracts.fields import identifier


@dataclass(frozen=True, kw_only=True)
class CommandMessage:
    """Carried out once for its `command_id`, which the sender makes up and sends again with the same
    command."""

    command_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class CaseCommand(CommandMessage):
    """About one case."""

    case_id: str = identifier()
