"""What a determination is about, and what is gathered in it."""

from dataclasses import dataclass, field
from datetime import date, datetime

from rongcuo.contracts.determination.enums import EvidenceKind, Leaning, NegativeAnswer, Outcome
from rongcuo.contracts.fields import chosen, identifier, identifiers, line, lines, many, moment, number, text
from rongcuo.contracts.filing.content import AttachmentRef, files
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.review.enums import RecusalGround


@dataclass(frozen=True, kw_only=True)
class Subject:
    """当事人: whose act it is. `officer_id` is empty for a person without an account here."""

    name: str = line(60, 1)
    unit: str = line(120, 1)
    officer_id: str = line(64, default="")


@dataclass(frozen=True, kw_only=True)
class Act:
    """The act in question with its local dates, both included."""

    what: str = text(2_000, 1, read_by=Reader.CASEWORKERS)
    since: date = field()
    until: date = field()


@dataclass(frozen=True, kw_only=True)
class Criterion:
    """One answer of an assessment: reasons always, evidence by its ids within the case."""

    criterion: str = identifier()
    leaning: Leaning = chosen()
    reason: str = text(4_000, 1, read_by=Reader.INSIDE)
    evidence: tuple[str, ...] = identifiers(50)


@dataclass(frozen=True, kw_only=True)
class Rectification:
    """限期整改: what has to be put right, and by which day."""

    what: str = text(2_000, 1, read_by=Reader.SUBJECT)
    due_on: date = field()


@dataclass(frozen=True, kw_only=True)
class LinkedVersion:
    """What of a filing that was changed held on days of the act."""

    number: int
    digest: str
    since: date
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class LinkedFiling:
    """A filing made before the act, found to cover it. `filed_at` is what its receipt proves. `void_by`: the
    determination by which it applies no more; empty while it does. `versions`: what was filed on the days of
    the act, where it was changed; `changed_at`: when it was last changed after it was linked, which reaches
    no earlier day."""

    filing_id: str
    number: str
    title: str
    register_number: str
    linked_by: str
    filed_at: datetime = moment()
    void_by: str = ""
    versions: tuple[LinkedVersion, ...] = ()
    changed_at: datetime | None = moment(default=None)


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """One item of evidence. `finding` is what the team found from it, empty until then."""

    evidence_id: str
    title: str
    about: str
    added_by: str
    finding: str = ""
    kind: EvidenceKind = chosen()
    obtained_on: date | None = None
    attachments: tuple[AttachmentRef, ...] = many(20)
    added_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class Statement:
    """What the subject says to it, in their own words; `taken_by` is empty where they wrote it themselves."""

    words: str
    taken_by: str = ""
    attachments: tuple[AttachmentRef, ...] = many(20)
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class RecusalApplication:
    """申请回避 of the subject: of whom (`name`, as they call them, or by `officer_id`), why, and what was
    answered. `granted` is missing while nobody has, and for good where the subject took it back
    (`withdrawn_at`); `about`: who it was found to be; `entered_by`: an officer's id, empty where
    they wrote it themselves."""

    request_id: str
    name: str
    ground: RecusalGround = chosen()
    reason: str
    officer_id: str = ""
    about: str = ""
    granted: bool | None = None
    answer: str = ""
    answered_by: str = ""
    entered_by: str = ""
    entered_by_name: str = ""
    attachments: tuple[AttachmentRef, ...] = many(20)
    asked_at: datetime = moment()
    withdrawn_at: datetime | None = moment(default=None)
    answered_at: datetime | None = moment(default=None)


@dataclass(frozen=True, kw_only=True)
class FactsMaterial:
    """违纪违法事实见面材料 with the tolerance opinion (容错处理意见) that the team puts into it."""

    facts: str
    tolerance_opinion: str
    written_by: str
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class NegativeFinding:
    """The answer to one item of the negative list."""

    item: str
    answered_by: str
    answer: NegativeAnswer = chosen()
    reason: str = ""
    evidence: tuple[str, ...] = identifiers(50)
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """One assessor's answers to one set of criteria. Whoever assesses again replaces their own answers, as
    long as nobody else has answered the set."""

    criteria_set: str
    assessor_id: str
    assessor_name: str
    answers: tuple[Criterion, ...] = ()
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class Disagreement:
    """A criterion that assessors answered differently: shown, never averaged."""

    criteria_set: str
    criterion: str
    answers: dict[str, str] = field(default_factory=dict)  # assessor's name -> leaning


@dataclass(frozen=True, kw_only=True)
class Consent:
    """The person concerned agreed in writing to terms of which nobody can say whether they are heavier: what
    they signed, uploaded before (without it `determination.consent_needs_paper`), and the day. `words`: what
    they agree to, for whoever can't open the file."""

    words: str = text(2_000, default="")
    given_on: date = field()
    attachments: tuple[AttachmentRef, ...] = files(5)


@dataclass(frozen=True, kw_only=True)
class Overturned:
    """An item of the negative list of which a panel finds that it does not apply after all, and why."""

    item: str = identifier()
    reason: str = text(4_000, 1, read_by=Reader.SUBJECT)


@dataclass(frozen=True, kw_only=True)
class DecisionTerms:
    """What a decision says beside its outcome.

    `discipline_form`: 1–4 (四种形态), 0 for none; `measure`: a code of the pack's measures; `effects`: on
    appraisal and promotion; `cited`: the assessments it rests on, as set codes.
    """

    reasons: str = text(20_000, 1, read_by=Reader.SUBJECT)
    cited: tuple[str, ...] = identifiers(20)
    discipline_form: int = number(0, 4, default=0)
    measure: str = line(64, default="")
    conditions: tuple[str, ...] = lines(20, 2_000)
    effects: str = text(2_000, default="")
    rectification: Rectification | None = None


@dataclass(frozen=True, kw_only=True)
class Opinion:
    """复核意见: how a member of an appeal's panel would decide it, and who has put it in these words."""

    terms: DecisionTerms
    outcome: Outcome = chosen()
    consent: Consent | None = None
    overturned: tuple[Overturned, ...] = many(50)
    stated_by: str = identifier()
    stated_at: datetime = moment()
