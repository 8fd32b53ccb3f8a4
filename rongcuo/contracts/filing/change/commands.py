"""What can be asked to be done with a change, and asked for. Each of these answers a ChangeView."""

from dataclasses import dataclass, field

from rongcuo.contracts.commanding import CommandMessage
from rongcuo.contracts.fields import identifier, line, next_page, number, sought, text
from rongcuo.contracts.filing.change.content import ChangeContent
from rongcuo.contracts.filing.commands import FilingCommand
from rongcuo.contracts.readers import Reader


@dataclass(frozen=True, kw_only=True)
class ProposeChange(FilingCommand):
    """变更备案: file in place of what was filed. Until it is approved, what was filed holds."""

    content: ChangeContent = field()


@dataclass(frozen=True, kw_only=True)
class ChangeCommand(CommandMessage):
    """About one change."""

    change_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class TakeChange(ChangeCommand):
    """A reviewer without a part in it takes it upon themselves."""


@dataclass(frozen=True, kw_only=True)
class StepBackFromChange(ChangeCommand):
    """回避: whoever has it steps back for good; another takes it."""

    reason: str = text(2_000, 1, read_by=Reader.ORGAN)


@dataclass(frozen=True, kw_only=True)
class ApproveChange(ChangeCommand):
    """From this moment on the filing covers what the change says."""

    opinion: str = text(20_000, default="")


@dataclass(frozen=True, kw_only=True)
class DeclineChange(ChangeCommand):
    """What was filed stays, for reasons that the filer reads."""

    reasons: str = text(20_000, 1, read_by=Reader.FILER)


@dataclass(frozen=True, kw_only=True)
class WithdrawChange(ChangeCommand):
    """The filer takes it back before it is decided."""

    reason: str = text(2_000, 1, read_by=Reader.REVIEWERS)


@dataclass(frozen=True, kw_only=True)
class ObjectToDeclinedChange(ChangeCommand):
    """异议: say once why it should have been approved. A lead who had no hand in it looks at it."""

    grounds: str = text(20_000, 1, read_by=Reader.REVIEWERS)


@dataclass(frozen=True, kw_only=True)
class AnswerChangeObjection(ChangeCommand):
    """Approved after all, or declined as before, with reasons."""

    approved: bool
    reasons: str = text(20_000, 1, read_by=Reader.FILER)


@dataclass(frozen=True, kw_only=True)
class ChangeQuery:
    """One change; also asks for its receipt."""

    change_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class ChangesQuery:
    """A page of changes. `tab`: mine, organ (to be decided), closed, or own (all that one may see).
    `filing_id`: of one filing."""

    tab: str = line(20, default="organ")
    filing_id: str = line(64, default="")
    search: str = sought()
    cursor: str = next_page()
    limit: int = number(1, 200, default=50)
