"""Whether two cases, or a case and what is to become one, are about the same act of the same person."""

from typing import Protocol

from rongcuo.contracts.determination import Act, Subject
from rongcuo.texts.folding import seen_as


class About(Protocol):
    """Whose act it is, and which: of a case, or of what is to become one."""

    @property
    def subject(self) -> Subject: ...

    @property
    def act(self) -> Act: ...

    @property
    def clue_number(self) -> str: ...


def is_about(one: About, other: About) -> bool:
    """The days overlap, and the words (whatever stands between them) or the clue are the same. Of two
    accounts that are called alike, each is somebody else."""
    same = _bare(one.act.what) == _bare(other.act.what) or (
        bool(one.clue_number) and one.clue_number == other.clue_number)
    return same and is_near(one, other)


def is_near(one: About, other: About) -> bool:
    """Of the same person, on days that overlap."""
    accounts = {one.subject.officer_id, other.subject.officer_id} - {""}
    overlap = one.act.since <= other.act.until and other.act.since <= one.act.until
    return len(accounts) < 2 and overlap


def _bare(words: str) -> str:
    """Folded, without punctuation."""
    return "".join(filter(str.isalnum, seen_as(words)))
