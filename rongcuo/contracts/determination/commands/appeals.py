"""Appeals (申诉、复核)."""

from dataclasses import dataclass
from datetime import date

from rongcuo.contracts.commanding import CaseCommand, CommandMessage
from rongcuo.contracts.determination.content import Consent, DecisionTerms, Overturned
from rongcuo.contracts.determination.enums import Outcome
from rongcuo.contracts.fields import chosen, identifier, identifiers, line, many, text
from rongcuo.contracts.filing.content import AttachmentRef, files
from rongcuo.contracts.readers import Reader


@dataclass(frozen=True, kw_only=True)
class LodgeAppeal(CaseCommand):
    """The subject appeals within the pack's period. For one without an account whoever holds the case, or a
    lead of its organ or of the organ above, enters what they handed in, with the day on which they did
    (`handed_in_on`) and the paper itself, uploaded before (`attachments`; otherwise `appeal.paper_missing`).
    """

    grounds: str = text(20_000, 1, read_by=Reader.PANEL)
    handed_in_on: date | None = None
    attachments: tuple[AttachmentRef, ...] = files(20)


@dataclass(frozen=True, kw_only=True)
class FormAppealPanel(CommandMessage):
    """Name the panel: nobody who had a part in the first decision."""

    appeal_id: str = identifier()
    officer_ids: tuple[str, ...] = identifiers(20)


@dataclass(frozen=True, kw_only=True)
class DecideAppeal(CommandMessage):
    """How a member of the panel would decide: uphold, with the outcome as it is and terms that say the same
    as before or nothing but reasons; or change, in no term to the subject's harm. Said anew it replaces what
    they said before. The appeal is decided once more than half of the panel say the same.

    `overturned`: the items of the negative list that stand against another outcome than denial, each with why
    it does not apply.
    """

    appeal_id: str = identifier()
    outcome: Outcome = chosen()
    terms: DecisionTerms
    consent: Consent | None = None
    overturned: tuple[Overturned, ...] = many(50)


@dataclass(frozen=True, kw_only=True)
class SignAppealOpinion(CommandMessage):
    """会签: a member of the panel says the same as a colleague. `digest`: of the opinion as they read it; the
    colleague may have changed it meanwhile (`appeal.opinion_changed`)."""

    appeal_id: str = identifier()
    officer_id: str = identifier()
    digest: str = line(64, 1)


@dataclass(frozen=True, kw_only=True)
class WithdrawAppeal(CommandMessage):
    """The subject takes the appeal back. Once its panel was named, there is no other against the decision."""

    appeal_id: str = identifier()
    reason: str = text(2_000, default="")
