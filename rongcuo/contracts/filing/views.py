"""What filing answers."""

from dataclasses import dataclass
from datetime import date, datetime

from rongcuo.contracts.fields import chosen, moment
from rongcuo.contracts.filing.change.content import FiledVersion
from rongcuo.contracts.filing.content import FilingContent, FilingState, HistoryEntry
from rongcuo.contracts.ledger import LedgerProof


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """The dated receipt (回执). `digest`: SHA-256 of the canonical content; `review_due_on`: the day by which
    the preliminary review is due, provisional where no calendar is published for that year.

    `proof`: the submission in the ledger; absent in the first moments, also those after a supplement.
    After a supplement `title` and `digest` are of the last one, filed at `supplemented_at` and proved by
    `supplement_proof`; `first_digest` is of what was filed at `submitted_at`, as `proof` has it, and empty
    until there is one. With a proof the due day is the one that was told there; where review moved it since,
    the filing's view says so.

    The cover begins with the acceptance. `valid_until`: the latest day, as the filer named it; where they
    named none, `validity_months` says for how long it will be.
    """

    filing_id: str
    number: str
    title: str
    digest: str
    organ_id: str
    review_due_on: date
    review_due_provisional: bool
    proof: LedgerProof | None = None
    supplement_proof: LedgerProof | None = None
    submitted_at: datetime = moment()
    supplemented_at: datetime | None = moment(default=None)
    first_digest: str = ""
    valid_until: date | None = None
    validity_months: int = 0


@dataclass(frozen=True, kw_only=True)
class FilingLine:
    """A filing in a list. `supplement_due_on`: until when its filer is to answer what was asked for."""

    filing_id: str
    number: str
    title: str
    situation: str
    organ_id: str
    division_code: str
    unit: str
    filer_name: str
    whitelisted: bool
    state: FilingState = chosen()
    voided: bool = False     # as of the filing itself
    void_by: str = ""
    void_because: str = ""
    supplement_due_on: date | None = None
    drafted_at: datetime = moment()
    submitted_at: datetime | None = moment(default=None)


@dataclass(frozen=True, kw_only=True)
class FilingsPage:
    """`next_cursor` is empty on the last page."""

    lines: tuple[FilingLine, ...] = ()
    next_cursor: str = ""


@dataclass(frozen=True, kw_only=True)
class FilingView:
    """A filing, whole. `register_number` comes with acceptance; `reasons` with a refusal, or with a return
    until it is answered; and `objection_until` with a refusal: the last day on which its filer can object,
    once. `watched`: the classes for which it is accompanied by checkpoints; `no_file_class`: that for which
    it was refused. `versions`: what was filed, and when it held; empty until it is accepted."""

    filing_id: str
    number: str
    organ_id: str
    division_code: str
    filer_id: str
    filer_name: str
    unit: str
    content: FilingContent
    pack_id: str
    whitelisted: bool
    state: FilingState = chosen()
    tag: str = ""  # of this very state, for If-Match
    register_number: str = ""
    reasons: str = ""
    digest: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    review_due_on: date | None = None
    review_due_provisional: bool = False
    supplement_due_on: date | None = None
    objection_until: date | None = None
    superseded: tuple[FilingContent, ...] = ()
    history: tuple[HistoryEntry, ...] = ()
    voided: bool = False     # it applies no more
    void_by: str = ""        # by which determination: for those who see it by their post alone
    void_because: str = ""
    beside: tuple[str, ...] = ()    # numbers of others of the matter, filed while one of the two was void
    first_organ_id: str = ""  # with which it was filed; `organ_id` has it now
    watched: tuple[str, ...] = ()
    no_file_class: str = ""
    versions: tuple[FiledVersion, ...] = ()
    oversight_id: str = ""   # of its later life; empty until it is accepted
    allowed: tuple[str, ...] = ()  # the verbs the asking actor may use now
    drafted_at: datetime = moment()
    submitted_at: datetime | None = moment(default=None)
    decided_at: datetime | None = moment(default=None)


@dataclass(frozen=True, kw_only=True)
class FunnelRow:
    """One division's or situation's part of the funnel."""

    key: str
    received: int
    accepted: int
    not_accepted: int
    open: int


@dataclass(frozen=True, kw_only=True)
class Funnel:
    """received = accepted + not_accepted (declined, withdrawn) + open. An expired filing was accepted."""

    received: int
    accepted: int
    not_accepted: int
    open: int
    households: int
    by_division: tuple[FunnelRow, ...] = ()
    by_situation: tuple[FunnelRow, ...] = ()


@dataclass(frozen=True, kw_only=True)
class OpenMatter:
    """An open matter and since when it is in its present state."""

    matter_id: str
    state: str
    since: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class OpenMatters:
    """`next_cursor` is empty at the end."""

    matters: tuple[OpenMatter, ...] = ()
    next_cursor: str = ""
