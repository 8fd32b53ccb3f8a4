"""What a clarification holds."""

from dataclasses import dataclass, field
from datetime import date, datetime

from rongcuo.contracts.clarify.clarification.enums import ClarificationMode, ClearingNotice, UnitAnswer
from rongcuo.contracts.clarify.enums import ReportOutcome
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
class AllegationWords:
    """An allegation as it may be spoken of: in neutral words, without a trace of who made it, and what was
    found. `allegation_id`: its number in the report."""

    allegation_id: str = identifier()
    words: str = text(2_000, 1, read_by=Reader.SUBJECT)
    conclusion: str = text(4_000, 1, read_by=Reader.SUBJECT)


@dataclass(frozen=True, kw_only=True)
class ClearedAllegation(AllegationWords):
    """One that was found untrue."""

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

    `head`: to whose party organisation the letter goes; `personnel_body`: which is told of it; `units`: which
    are asked to do their part; `despite`: why it goes further than the person wishes.
    """

    allegations: tuple[str, ...] = identifiers(50)
    audiences: tuple[Audience, ...] = many(4)
    head: str = line(120, 1)
    personnel_body: str = line(120, default="")
    units: tuple[str, ...] = lines(20, 120)
    despite: str = text(2_000, default="")


@dataclass(frozen=True, kw_only=True)
class ClearingOpinion:
    """本人意见 on mode and audience. `modes`: those that they agree to beside the written one; `entered_by`:
    an officer's id, empty where they wrote it themselves. `plan`: of which plan it is, by the view's
    `plan_digest`; `declines`: they do not want to be cleared at all; `of_whom`: whose paper it is and how
    that is known, where several are called so."""

    agrees: bool
    modes: tuple[ClarificationMode, ...] = choices(ClarificationMode)
    words: str = text(4_000, default="")
    given_on: date = field()
    entered_by: str = line(64, default="")
    plan: str = line(64, default="")
    declines: bool = False
    of_whom: str = text(400, default="")
    attachments: tuple[AttachmentRef, ...] = files(5)


@dataclass(frozen=True, kw_only=True)
class ClearingAct:
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
    """澄清回访, 30 to 90 days after. `troubled`: it still has effects, and `measures` says what is done. It
    is read back to the person, who may put it right."""

    on: date = field()
    how: str = line(200, 1)
    words: str = text(4_000, 1, read_by=Reader.SUBJECT)
    troubled: bool = False
    measures: str = text(4_000, default="")


@dataclass(frozen=True, kw_only=True)
class VisitAnswer:
    """What the person says to what was written down of a visit. `troubled`: it still has effects, whatever
    was written; `entered_by` and `of_whom`: as of an opinion."""

    troubled: bool
    words: str = text(4_000, default="")
    entered_by: str = line(64, default="")
    of_whom: str = text(400, default="")
    attachments: tuple[AttachmentRef, ...] = files(5)


@dataclass(frozen=True, kw_only=True)
class ClearingReceipt:
    """送达: that something has reached the person. `entered_by` and `how`: who served it on paper, and which
    way, which counts once somebody else (`confirmed_by`) says so too; empty where they read it here."""

    notice: ClearingNotice = chosen()
    entered_by: str = line(64, default="")
    how: str = line(200, default="")
    attachments: tuple[AttachmentRef, ...] = files(5)
    at: datetime = moment()
    confirmed_by: str = line(64, default="")


@dataclass(frozen=True, kw_only=True)
class Said:
    """What will be said in one mode, to whom: the preview, of which the letter and the record are made."""

    to: str
    lines: tuple[str, ...] = lines(60, 8_000)
    mode: ClarificationMode = chosen()
