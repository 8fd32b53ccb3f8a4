"""What is answered of changes."""

from dataclasses import dataclass, field
from datetime import date, datetime

from rongcuo.contracts.fields import chosen, moment
from rongcuo.contracts.filing.change.content import ChangeContent, FiledTerms
from rongcuo.contracts.filing.change.enums import ChangeState
from rongcuo.contracts.filing.content import HistoryEntry
from rongcuo.contracts.ledger import LedgerProof


@dataclass(frozen=True, kw_only=True)
class ChangeView:
    """A change, whole. `before`: what the filing covers until it is approved; `after`: from then on.
    `changed`: which of the terms differ. `reviewer_id` is empty while nobody has taken it. `objection_until`:
    the last day on which the filer can object, once."""

    change_id: str
    tag: str
    number: str
    filing_id: str
    filing_number: str
    title: str
    organ_id: str
    division_code: str
    unit: str
    filer_id: str
    filer_name: str
    proposer_id: str
    proposer_name: str
    pack_id: str
    content: ChangeContent
    before: FiledTerms
    after: FiledTerms
    digest: str
    rests_on: str
    state: ChangeState = chosen()
    changed: tuple[str, ...] = ()
    reviewer_id: str = ""
    reviewer_name: str = ""
    due_on: date | None = None
    due_provisional: bool = False
    decided_by_name: str = ""
    opinion: str = ""
    reasons: str = ""
    objection: str = ""
    objection_until: date | None = None
    history: tuple[HistoryEntry, ...] = ()
    allowed: tuple[str, ...] = ()
    proposed_at: datetime = moment()
    decided_at: datetime | None = moment(default=None)


@dataclass(frozen=True, kw_only=True)
class ChangeLine:
    """A change in a list."""

    change_id: str
    number: str
    filing_id: str
    title: str
    organ_id: str
    division_code: str
    unit: str
    state: ChangeState = chosen()
    reviewer_name: str = ""
    due_on: date | None = None
    late: bool = False
    proposed_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class ChangesPage:
    """`counts`: how many each tab holds, up to 1,000."""

    lines: tuple[ChangeLine, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    next_cursor: str = ""


@dataclass(frozen=True, kw_only=True)
class ChangeReceipt:
    """回执 of a change. `digest`: SHA-256 of its canonical content together with `rests_on`, the digest of
    what it changes. `proof`: of its filing, `decision_proof`: of its approval, each a line of the ledger that
    verifies by itself; absent in the first moments."""

    change_id: str
    number: str
    filing_id: str
    filing_number: str
    title: str
    digest: str
    rests_on: str
    organ_id: str
    due_on: date | None = None
    due_provisional: bool = False
    proposed_at: datetime = moment()
    approved_at: datetime | None = moment(default=None)
    proof: LedgerProof | None = None
    decision_proof: LedgerProof | None = None
