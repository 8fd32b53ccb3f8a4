"""Deciding, and what follows a decision."""

from dataclasses import dataclass

from rongcuo.contracts.determination.content import Consent, DecisionTerms
from rongcuo.contracts.determination.enums import Outcome
from rongcuo.contracts.message import chosen, identifier, line, text
from rongcuo.contracts.readers import Reader


@dataclass(frozen=True, kw_only=True)
class MakeDetermination:
    """The decision that carries out what the signed meeting resolved; `outcome` must be what it resolved."""

    command_id: str = identifier()
    case_id: str = identifier()
    outcome: Outcome = chosen()
    terms: DecisionTerms
    consent: Consent | None = None
    acknowledged: bool = False  # the actor knows what is missing, as the view told


@dataclass(frozen=True, kw_only=True)
class GiveFeedback:
    """反馈: the decision was told to the subject; `answer` is what they said to it."""

    command_id: str = identifier()
    case_id: str = identifier()
    note: str = text(4_000, 1, read_by=Reader.SUBJECT)
    answer: str = text(4_000, default="")
    acknowledged: bool = False  # the actor knows what is missing, as the view told


@dataclass(frozen=True, kw_only=True)
class FileForRecord:
    """备案 with the same-level party committee, and the notice to the personnel body."""

    command_id: str = identifier()
    case_id: str = identifier()
    body: str = line(200, 1)
    note: str = text(4_000, default="")
    acknowledged: bool = False  # the actor knows what is missing, as the view told


@dataclass(frozen=True, kw_only=True)
class CorrectDetermination:
    """更正: a new decision with the same outcome, in no term heavier, which names the old."""

    command_id: str = identifier()
    case_id: str = identifier()
    outcome: Outcome = chosen()
    terms: DecisionTerms
    why: str = text(4_000, 1, read_by=Reader.SUBJECT)
    consent: Consent | None = None


@dataclass(frozen=True, kw_only=True)
class RevokeDetermination:
    """撤销 a decision, with reasons; the case goes back to verification."""

    command_id: str = identifier()
    case_id: str = identifier()
    reasons: str = text(4_000, 1, read_by=Reader.SUBJECT)
