"""What filing tells the others."""

from dataclasses import dataclass
from datetime import date, datetime

from rongcuo.contracts.events import Event, event
from rongcuo.contracts.fields import moment


@dataclass(frozen=True, kw_only=True)
class AboutFiling(Event):
    """What nearly everything told of a filing says: which it is, where it was filed, and by whom."""

    filing_id: str
    number: str
    organ_id: str
    filer_id: str


@event("filing", "filing_submitted")
class FilingSubmitted(AboutFiling):
    """A matter was filed. `parties` are the ids of officers with a part in it: the filer; none of them may
    review it. `named`: whom the filer names as having one, which the organ has yet to confirm, by id;
    `named_in_words`: by the filer's words alone, which hold for whoever is called so. `digest` is the
    receipt's. Once accepted it covers acts until `valid_until`, or for so many months; older events say
    neither."""

    title: str
    situation: str
    colour: str
    division_code: str
    filer_name: str
    unit: str
    pack_id: str
    digest: str = ""
    parties: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    named_in_words: tuple[str, ...] = ()
    submitted_at: datetime = moment()
    review_due_at: datetime = moment()
    review_due_provisional: bool = False
    valid_until: date | None = None
    validity_months: int = 0


@event("filing", "filing_supplemented")
class FilingSupplemented(Event):
    """The filer answered a request for supplement; `situation` and `colour` are those filed now, `digest`,
    `review_due_at`, `valid_until` and `validity_months` the receipt's."""

    filing_id: str
    title: str
    note: str
    situation: str = ""
    colour: str = ""
    digest: str = ""
    parties: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    named_in_words: tuple[str, ...] = ()
    supplemented_at: datetime = moment()
    review_due_at: datetime | None = moment(default=None)
    review_due_provisional: bool = False
    valid_until: date | None = None
    validity_months: int = 0


@event("filing", "filing_voided")
class FilingVoided(AboutFiling):
    """A determination found what the filing had kept back: it covers no act any more. With `voided`
    false it applies again, as that finding was overturned or revoked."""

    voided: bool
    determination: str
    reason: str = ""
    at: datetime = moment()


@event("filing", "filing_withdrawn")
class FilingWithdrawn(AboutFiling):
    """The filer took the filing back before a decision."""

    reason: str
    withdrawn_at: datetime = moment()


@event("filing", "filing_accepted")
class FilingAccepted(AboutFiling):
    """The filing is in the register (备案库); it holds from `valid_from` to `valid_until`, both included.
    `watched`: the pack's classes for which it is accompanied by checkpoints."""

    register_number: str
    title: str
    situation: str
    division_code: str
    whitelisted: bool
    watched: tuple[str, ...] = ()
    valid_from: date
    valid_until: date
    accepted_at: datetime = moment()


@event("filing", "filing_declined")
class FilingDeclined(AboutFiling):
    """The filing was not accepted, for `reasons` that the filer reads. `objection_until`: the last day on
    which they can object, if they still can. `no_file_class`: the pack's class of what is not to be filed,
    where that is the ground."""

    title: str
    division_code: str
    reasons: str
    objection_until: date | None = None
    no_file_class: str = ""
    declined_at: datetime = moment()


@event("filing", "filing_objected")
class FilingObjected(AboutFiling):
    """The filer objects to the refusal. The review goes on with somebody who had no hand in it."""

    title: str
    grounds: str
    objected_at: datetime = moment()


@event("filing", "filing_objection_decided")
class FilingObjectionDecided(AboutFiling):
    """The objection was looked at. `taken_up`: the filing is under review again, until `review_due_at`;
    otherwise the refusal stands. `reasons` are for the filer."""

    taken_up: bool
    reasons: str
    review_due_at: datetime | None = moment(default=None)
    review_due_provisional: bool = False
    decided_at: datetime = moment()


@event("filing", "filing_whitelisted")
class FilingWhitelisted(AboutFiling):
    """An accepted filing was entered on the whitelist, or, with `listed` false, taken off it."""

    listed: bool
    reason: str
    at: datetime = moment()


@event("filing", "filing_expired")
class FilingExpired(AboutFiling):
    """An accepted filing's validity has run out."""

    valid_until: date


@event("filing", "filing_changed")
class FilingChanged(AboutFiling):
    """变更备案: from `at` on the filing covers what its version of this number says, and no more what it said
    before. Nothing changes backwards: what was done on an earlier day is held against what was filed then.
    The days are those of the new version."""

    change_id: str
    version_of_filing: int
    digest: str
    act_from: date | None = None
    act_until: date | None = None
    valid_until: date
    at: datetime = moment()
