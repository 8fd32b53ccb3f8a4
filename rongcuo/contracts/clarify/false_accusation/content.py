"""What the finding of a false accusation holds."""

from dataclasses import dataclass, field
from datetime import date, datetime

from rongcuo.contracts.clarify.false_accusation.enums import (
    Address,
    Answer,
    Bearing,
    Element,
    Entered,
    Factor,
    Gate,
    HandlingKind,
    Unheard,
)
from rongcuo.contracts.fields import chosen, identifier, identifiers, line, moment, text
from rongcuo.contracts.filing.content import AttachmentRef, files
from rongcuo.contracts.readers import Reader


@dataclass(frozen=True, kw_only=True)
class AccusationEvidence:
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
    read_at: datetime | None = moment(default=None)
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
    is to be done, and `handling_kind` of which kind, which nothing done later is heavier than;
    `mistake_excluded`: why it is no mistaken report."""

    facts: str = text(20_000, 1, read_by=Reader.ADDRESSEE)
    fabrication: str = text(20_000, 1, read_by=Reader.ADDRESSEE)
    intent: str = text(20_000, 1, read_by=Reader.ADDRESSEE)
    mistake_excluded: str = text(20_000, 1, read_by=Reader.ADDRESSEE)
    handling: str = text(20_000, 1, read_by=Reader.ADDRESSEE)
    handling_kind: HandlingKind | None = field(default=None, metadata={"by_value": True})


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
class Addressed:
    """What was put to the reporter, through the vault. `answer_until`: the last local day on which they can
    answer it, or complain, counted from when it was put; empty where nothing more can be said. `read_at`: the
    receipt, from which the time is counted anew."""

    words: str
    about: Address = chosen()
    answer_until: date | None = None
    at: datetime = moment()
    read_at: datetime | None = moment(default=None)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What an officer has entered for the reporter, from a paper or the dialogue. `place`: where it is
    read back to them, or the last that was served; `digest`: SHA-256 of the words in question, of what was
    served or read back; `unsigned`: they would not sign for it. It holds once they have read it, or somebody
    else has confirmed it."""

    number: int
    what: Entered = chosen()
    place: int
    digest: str
    on: date | None = None
    unsigned: bool = False
    entered_by: str
    entered_by_name: str
    at: datetime = moment()
    confirmed_by: str = ""
    confirmed_by_name: str = ""
    confirmed_at: datetime | None = moment(default=None)


@dataclass(frozen=True, kw_only=True)
class AccusationHandling:
    """What was done about somebody who had accused falsely."""

    kind: HandlingKind = chosen()
    what: str = text(4_000, 1, read_by=Reader.INSIDE)
    on: date = field()
