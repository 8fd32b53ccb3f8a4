"""What a report holds. Of the reporter nothing but a random reference and a pseudonym: the rest is sealed in
the vault."""

from dataclasses import dataclass, field
from datetime import date, datetime

from marshmallow import ValidationError

from rongcuo.contracts.clarify.enums import (
    Channel,
    FeedbackStage,
    Likeness,
    LinkKind,
    Origin,
    Outside,
    PersonLevel,
    ReportDisposal,
    ReporterRequest,
    ReportOutcome,
    ShieldVerdict,
)
from rongcuo.contracts.fields import choices, chosen, identifier, identifiers, line, many, moment, text
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.review.filing_checks import FilingFault


def _somebody(person: "ReportedPerson") -> None:
    if not (person.officer_id or person.name.strip() or person.unit.strip()):
        raise ValidationError({"name": ["must name a person or a unit"]})


@dataclass(frozen=True, kw_only=True)
class ReportedPerson:
    """Whom an allegation is about: an officer here, anybody by name, or, without a name, a unit."""

    officer_id: str = line(64, default="")
    name: str = line(60, default="")
    unit: str = line(200, default="")
    post: str = line(200, default="")
    level: PersonLevel = chosen(default=PersonLevel.UNKNOWN)


@dataclass(frozen=True, kw_only=True)
class Allegation:
    """One problem that is reported (反映的问题). `categories`: codes of the pack, in two levels, such as
    `integrity.gifts`; several may fit."""

    text: str = text(20_000, 1, read_by=Reader.INSIDE)
    person: ReportedPerson = field(metadata={"validate": _somebody})
    categories: tuple[str, ...] = identifiers(20)
    place: str = line(200, default="")
    act_from: date | None = None
    act_until: date | None = None


@dataclass(frozen=True, kw_only=True)
class ReportContent:
    """What is registered. `signed`: under an own name, `reachable`: with a contact; both lie in the vault.
    `given_by`: who forwarded or assigned it."""

    channel: Channel = chosen()
    origin: Origin = chosen(default=Origin.OWN_LEVEL)
    given_by: str = line(200, default="")
    reporter_ref: str = identifier()
    pseudonym: str = line(60, 1)
    signed: bool = False
    reachable: bool = False
    allegations: tuple[Allegation, ...] = many(50)
    received_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class Disposition:
    """One disposal, with the answer to the tolerance question (是否启动容错研判)."""

    disposal: ReportDisposal = chosen()
    tolerance_arises: bool
    reasons: str
    by: str
    by_name: str
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What was found of the allegation with this number, counted from 1."""

    allegation: int
    outcome: ReportOutcome = chosen()
    words: str = text(20_000, 1, read_by=Reader.INSIDE)


@dataclass(frozen=True, kw_only=True)
class ClearingAnswer:
    """To the question whether a name is to be cleared (是否澄清). A no has a `ground` of the pack."""

    clear: bool
    ground: str
    words: str
    by: str
    by_name: str
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class ReportLink:
    """Another report that this one repeats, or has to do with."""

    report_id: str
    number: str
    kind: LinkKind = chosen()


@dataclass(frozen=True, kw_only=True)
class ReporterFeedback:
    """What the reporter was told through the vault. `read_at`: the receipt."""

    stage: FeedbackStage = chosen()
    words: str
    by_name: str
    at: datetime = moment()
    read_at: datetime | None = moment(default=None)


@dataclass(frozen=True, kw_only=True)
class TakenRequest:
    """What the reporter has asked for through the vault. `officer_id`: whose recusal."""

    kind: ReporterRequest = chosen()
    officer_id: str = ""
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class VersionShare:
    """Of a filing that was changed: what was filed on these days of the act, and what speaks against it."""

    number: int
    digest: str
    days_from: date
    days_until: date
    act_from: date | None = None
    act_until: date | None = None
    speaks_against: tuple[Likeness, ...] = choices(Likeness)


@dataclass(frozen=True, kw_only=True)
class ShieldMatch:
    """A filing that was held against an allegation, and what was found of it. `checked_at`: when review had
    checked it, and found these `faults` or none. `digest`: of what was filed when the act began; `shares`: of
    each version that held on its days, where the filing was changed."""

    allegation: int
    filing_id: str
    filing_number: str
    digest: str
    verdict: ShieldVerdict = chosen()
    outside: tuple[Outside, ...] = choices(Outside)
    speaks_for: tuple[Likeness, ...] = choices(Likeness)
    speaks_against: tuple[Likeness, ...] = choices(Likeness)
    reasons: str
    by: str
    by_name: str
    at: datetime = moment()
    submitted_at: datetime = moment()
    checked_at: datetime | None = moment(default=None)
    faults: tuple[FilingFault, ...] = choices(FilingFault)
    shares: tuple[VersionShare, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Retrospective:
    """一案一议: what was learned, once it is over, and the three weak points of 以案促改: 制度建设薄弱点,
    权力运行风险点, 管理监督空白点. `by_name`: who wrote it down."""

    learned: str
    rule_gaps: str = ""
    power_risks: str = ""
    oversight_gaps: str = ""
    by_name: str
    at: datetime = moment()
