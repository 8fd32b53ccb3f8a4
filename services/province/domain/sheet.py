"""A sheet of rules: one prepares it, another approves it, then it goes to all nodes."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Final

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.province import SheetPublished, SheetState
from rongcuo.policy.sheet_names import is_named
from rongcuo.policy.yaml_reader import parse_yaml
from rongcuo.policy.years import read_year

UNFIT: Final = "province.sheet_unfit"


@dataclass(kw_only=True)
class Sheet:
    """One edition of a file. A pack's is never published anew under its name; a calendar's may be, for a year
    can be corrected."""

    name: str
    digest: str
    calendar: bool
    body: str
    prepared_by: str
    prepared_by_name: str
    prepared_at: datetime
    approved_by: str = ""
    approved_by_name: str = ""
    published_at: datetime | None = None

    @classmethod
    def prepare(cls, name: str, calendar: bool, body: str, actor: Actor, now: datetime) -> "Sheet":
        """Raises `province.sheet_unfit` for a name that says no place and day, or what is no such file."""
        if not is_named(name, calendar=calendar):
            raise CaseError(UNFIT, details={"name": name})
        entry = parse_yaml(body, name, UNFIT)
        if calendar:
            _read_year(body, name)
        else:
            entry.mapping()
        return cls(name=name, digest=sha256(body.encode()).hexdigest(), calendar=calendar, body=body,
                   prepared_by=actor.officer_id, prepared_by_name=actor.name, prepared_at=now)

    @property
    def state(self) -> SheetState:
        return SheetState.PUBLISHED if self.published_at else SheetState.PREPARED

    def approve(self, actor: Actor, now: datetime) -> None:
        """By somebody else than who prepared it. Raises `province.same_person`,
        `province.published_before`."""
        if self.published_at:
            raise CaseError("province.published_before")
        if actor.officer_id == self.prepared_by:
            raise CaseError("province.same_person")
        self.approved_by, self.approved_by_name, self.published_at = actor.officer_id, actor.name, now

    def as_published(self) -> SheetPublished:
        """For all nodes."""
        return SheetPublished(name=self.name, calendar=self.calendar, digest=self.digest, body=self.body,
                              published_at=self.published_at or self.prepared_at)


def _read_year(body: str, name: str) -> None:
    try:
        read_year(parse_yaml(body, name, UNFIT))
    except CaseError as wrong:
        raise CaseError(UNFIT, str(wrong), wrong.details) from None
