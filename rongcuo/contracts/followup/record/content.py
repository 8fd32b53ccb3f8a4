"""What a record speaks of, and how a correction stands."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rongcuo.contracts.fields import chosen, identifier, moment


class FactKind(StrEnum):
    """Of which service's facts something is."""

    FILING = "filing"                  # 报备, with its guidance and outcomes
    DETERMINATION = "determination"    # 容错认定
    PROGRAMME = "programme"            # 回访教育, with its visits


class CorrectionState(StrEnum):
    """How far a request has come."""

    ASKED = "asked"
    ANSWERED = "answered"


@dataclass(frozen=True, kw_only=True)
class FactRef:
    """Which entry of the record is meant."""

    kind: FactKind = chosen()
    matter_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class CorrectionAnswer:
    """How the organ that has the fact answered. `corrected`: it puts the fact right, by the steps of the
    matter itself."""

    corrected: bool
    reason: str
    by_id: str
    by_name: str
    at: datetime = moment()
