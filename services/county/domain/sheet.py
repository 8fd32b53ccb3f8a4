"""A sheet of rules that the hub has published, and whether this node runs under it."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.province.line import SheetPublished, SheetTaken
from rongcuo.policy.sheet_names import is_named


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """`code`: of the catalogue, why it is not run under; `problem`: where and what, for the hub's people."""

    name: str
    calendar: bool
    digest: str
    body: str
    published_at: datetime
    taken_at: datetime
    code: str = ""
    problem: str = ""

    @property
    def entry(self) -> SheetTaken:
        """What the hub is told."""
        return SheetTaken(name=self.name, digest=self.digest, code=self.code, at=self.taken_at)


def require_whole(published: SheetPublished) -> None:
    """Raises `county.sheet_altered` where it is not what was published, `county.sheet_name` where it can't be
    told by its name what it is: the name becomes that of a file."""
    if sha256(published.body.encode()).hexdigest() != published.digest:
        raise CaseError("county.sheet_altered", published.name)
    if not is_named(published.name, calendar=published.calendar):
        raise CaseError("county.sheet_name", published.name)
