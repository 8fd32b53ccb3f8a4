"""What the two procedures hold."""

from dataclasses import dataclass, field
from datetime import date, datetime

from rongcuo.contracts.clarify_procedures.enums import (
    Answer,
    Bearing,
    ClarificationMode,
    ConcernedKind,
    Element,
    Factor,
    Gate,
    HandlingKind,
    ManagedBy,
    ReportOutcome,
    Unheard,
    UnitAnswer,
)
from rongcuo.contracts.fields import (
    choices,
    chosen,
    identifier,
    identifiers,
    line,
    lines,
    many,
    moment,
    number,
    text,
)
from rongcuo.contracts.filing.content import AttachmentRef, files
from rongcuo.contracts.readers import Reader


@dataclass(frozen=True, kw_only=True)
class Concerned:
    """Whom an allegation is about: a person in a post, or an organisation. `officer_id` is empty for whoever
    has no account here; for an organisation it is who answers for it."""

    name: str = line(120, 1)
    unit: str = line(120, 1)
    post: str = line(120, default="")
    officer_id: str = line(64, default="")
    kind: ConcernedKind = chosen(default=ConcernedKind.PERSON)
    managed_by: ManagedBy = chosen(default=ManagedBy.COUNTY)


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """One item of evidence in a false accusation's inquiry. `about`: without anything by which somebody could
    tell who reported."""

    evidence_id: str = identifier()
    title: str = line(200, 1)
    about: str = text(4_000, default="")
    attachments: tuple[AttachmentRef, ...] = files(20)
    added_by: str = ""
    added_at: datetime | None = moment(default=None)


@dataclass(frozen=True, kw_only=True)
class Weighing:
    """What one of the five factors says of an element: reasons always, evidence by its ids."""

    element: Element = chosen()
    factor: Factor = chosen()
    bearing: Bearing = chosen()
    reasons: str = text(4_000, 1, read_by=Reader.INSIDE)
    evidence: tuple[str, ...] = identifiers(50)


@dataclass(frozen=True, kw_only=True)
class Hearing:
    """听取举报人说明: asked for source and basis, and what came of it, in the handler's words. `unheard`: why
    nothing did, with `account` of what was tried."""

    question: str
    source: str = ""
    basis: str = ""
    unheard: Unheard | None = field(default=None, metadata={"by_value": True})
    account: str = ""
    asked_at: datetime = moment()
    heard_at: datetime | None = moment(default=None)


@dataclass(frozen=True, kw_only=True)
class Circumstance:
    """A heavier or lighter circumstance of the pack's lists, and what it rests on."""

    code: str = identifier()
    reasons: str = text(2_000, 1, read_by=Reader.INSIDE)


@dataclass(frozen=True, kw_only=True)
class Gain:
    """What somebody got by a false accusation, which is to be undone (检举控告规则 art. 43). `undone_on` is
    missing until it was."""

    gain_id: str = identifier()
    what: str = text(2_000, 1, read_by=Reader.INSIDE)
    how: str = text(2_000, default="")
    undone_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class DraftFinding:
    """拟认定意见, as the reporter reads it. `fabrication` and `intent`: why each is found; `handling`: what
    is to be done; `mistake_excluded`: why it is no mistaken report."""

    facts: str = text(20_000, 1, read_by=Reader.ADDRESSEE)
    fabrication: str = text(20_000, 1, read_by=Reader.ADDRESSEE)
    intent: str = text(20_000, 1, read_by=Reader.ADDRESSEE)
    mistake_excluded: str = text(20_000, 1, read_by=Reader.ADDRESSEE)
    handling: str = text(20_000, 1, read_by=Reader.ADDRESSEE)


@dataclass(frozen=True, kw_only=True)
class FindingFile:
    """What goes up beside the draft: 审理意见, and the committee's meeting (常委会纪要) of that day."""

    review_opinion: str = text(20_000, 1, read_by=Reader.ORGAN_ABOVE)
    committee_on: date = field()
    attachments: tuple[AttachmentRef, ...] = files(20)


@dataclass(frozen=True, kw_only=True)
class Approval:
    """An answer of the prefecture, or of the province, at one of the two gates."""

    organ_id: str
    by: str
    by_name: str
    reasons: str
    gate: Gate = chosen()
    answer: Answer = chosen()
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class Handling:
    """What was done about somebody who had accused falsely."""

    kind: HandlingKind = chosen()
    what: str = text(4_000, 1, read_by=Reader.INSIDE)
    on: date = field()


@dataclass(frozen=True, kw_only=True)
class ClearedAllegation:
    """An allegation as it may be spoken of: in neutral words, without a trace of who made it, and what was
    found."""

    allegation_id: str = identifier()
    words: str = text(2_000, 1, read_by=Reader.SUBJECT)
    conclusion: str = text(4_000, 1, read_by=Reader.SUBJECT)
    outcome: ReportOutcome = chosen()


@dataclass(frozen=True, kw_only=True)
class Audience:
    """Before whom somebody is cleared in one mode: who is asked to come or to read it, and where."""

    mode: ClarificationMode = chosen()
    who: str = line(400, 1)
    place: str = line(200, default="")


@dataclass(frozen=True, kw_only=True)
class Plan:
    """一澄清一方案: of which allegations, in which modes, before whom. Written is always among the modes.

    `head`: to whose party organisation the letter goes; `despite`: why it goes further than the person
    wishes.
    """

    allegations: tuple[str, ...] = identifiers(50)
    audiences: tuple[Audience, ...] = many(4)
    head: str = line(120, 1)
    despite: str = text(2_000, default="")


@dataclass(frozen=True, kw_only=True)
class Opinion:
    """本人意见 on mode and audience. `modes`: those that they agree to beside the written one; `entered_by`:
    an officer's id, empty where they wrote it themselves."""

    agrees: bool
    modes: tuple[ClarificationMode, ...] = choices(ClarificationMode)
    words: str = text(4_000, default="")
    given_on: date = field()
    entered_by: str = ""
    attachments: tuple[AttachmentRef, ...] = files(5)


@dataclass(frozen=True, kw_only=True)
class Act:
    """实施记录: one mode, carried out. `reach`: how many were there, or read it; `digest`: SHA-256 of the
    words that were previewed for it, line by line."""

    mode: ClarificationMode = chosen()
    host: str = line(120, 1)
    place: str = line(200, 1)
    audience: str = line(400, 1)
    reach: int = number(0, 10_000_000)
    persons_words: str = text(4_000, default="")
    digest: str = line(64, default="")
    recorded_by: str = line(64, default="")
    attachments: tuple[AttachmentRef, ...] = files(20)
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class UnitAsk:
    """What a unit was asked to do for the clearing, by when, and what became of it."""

    ask_id: str
    unit: str
    what: str
    reason: str = ""
    until: date = field()
    answer: UnitAnswer = chosen(default=UnitAnswer.OPEN)
    asked_at: datetime = moment()
    answered_at: datetime | None = moment(default=None)


@dataclass(frozen=True, kw_only=True)
class Visit:
    """澄清回访, 30 to 90 days after. `troubled`: it still has effects, and `measures` says what is done."""

    on: date = field()
    how: str = line(200, 1)
    words: str = text(4_000, 1, read_by=Reader.INSIDE)
    troubled: bool = False
    measures: str = text(4_000, default="")


@dataclass(frozen=True, kw_only=True)
class Said:
    """What will be said in one mode, to whom: the preview, of which the letter and the record are made."""

    to: str
    lines: tuple[str, ...] = lines(60, 8_000)
    mode: ClarificationMode = chosen()
