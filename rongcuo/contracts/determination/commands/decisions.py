"""Deciding, and what follows a decision."""

from dataclasses import dataclass

from rongcuo.contracts.commanding import CaseCommand
from rongcuo.contracts.determination.content import Consent, DecisionTerms
from rongcuo.contracts.determination.enums import Outcome
from rongcuo.contracts.fields import chosen, line, text
from rongcuo.contracts.readers import Reader


@dataclass(frozen=True, kw_only=True)
class MakeDetermination(CaseCommand):
    """The decision that carries out what the signed meeting resolved; `outcome` must be what it resolved."""

    outcome: Outcome = chosen()
    terms: DecisionTerms
    consent: Consent | None = None
    acknowledged: bool = False  # the actor knows what is missing, as the view told


@dataclass(frozen=True, kw_only=True)
class GiveFeedback(CaseCommand):
    """反馈: the decision was told to the subject; `answer` is what they said to it."""

    note: str = text(4_000, 1, read_by=Reader.SUBJECT)
    answer: str = text(4_000, default="")
    acknowledged: bool = False  # the actor knows what is missing, as the view told


@dataclass(frozen=True, kw_only=True)
class FileForRecord(CaseCommand):
    """备案 with the same-level party committee, and the notice to the personnel body."""

    body: str = line(200, 1)
    note: str = text(4_000, default="")
    acknowledged: bool = False  # the actor knows what is missing, as the view told


@dataclass(frozen=True, kw_only=True)
class CorrectDetermination(CaseCommand):
    """更正: a new decision with the same outcome, in no term heavier, which names the old."""

    outcome: Outcome = chosen()
    terms: DecisionTerms
    why: str = text(4_000, 1, read_by=Reader.SUBJECT)
    consent: Consent | None = None


@dataclass(frozen=True, kw_only=True)
class RevokeDetermination(CaseCommand):
    """撤销 a decision, with reasons; the case goes back to verification."""

    reasons: str = text(4_000, 1, read_by=Reader.SUBJECT)
