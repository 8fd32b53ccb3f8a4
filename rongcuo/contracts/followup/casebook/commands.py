"""What can be asked to be done about the casebook."""

from dataclasses import dataclass, field
from datetime import date

from rongcuo.contracts.commanding import CaseCommand, CommandMessage
from rongcuo.contracts.fields import chosen, identifier, identifiers, line, lines, many, text
from rongcuo.contracts.followup.casebook.content import (
    MOST_MASKS,
    Combination,
    EntryText,
    MaskDecision,
)
from rongcuo.contracts.followup.casebook.enums import EntrySourceKind
from rongcuo.contracts.readers import Reader


@dataclass(frozen=True, kw_only=True)
class BeginEntry(CommandMessage):
    """A case worth telling. `source_id`: of the concluded matter, which the actor must see; of one told by
    hand it is empty, and `names` are the people, units and numbers that may not stand in it. `replaces`: the
    published entry of which this is a new version."""

    kind: EntrySourceKind = chosen()
    source_id: str = line(64, default="")
    names: tuple[str, ...] = lines(40, 200)
    area: str = identifier()
    text: EntryText
    replaces: str = line(64, default="")


@dataclass(frozen=True, kw_only=True)
class WriteEntry(CaseCommand):
    """Its words anew: masks are proposed anew, and both checks begin again."""

    text: EntryText


@dataclass(frozen=True, kw_only=True)
class DescribeEntry(CaseCommand):
    """On which shelf it stands, what is said of it beside its words, and for which division it is shown."""

    area: str = identifier()
    combination: Combination
    shown_in: str = line(6, default="")


@dataclass(frozen=True, kw_only=True)
class ProposeMasks(CaseCommand):
    """The platform proposes what to mask; what was decided of the same words before is kept."""


@dataclass(frozen=True, kw_only=True)
class DecideMasks(CaseCommand):
    """People decide each of them."""

    decisions: tuple[MaskDecision, ...] = many(MOST_MASKS)


@dataclass(frozen=True, kw_only=True)
class AddMask(CaseCommand):
    """Words that the platform has not found."""

    words: str = line(200, 1)
    replacement: str = line(40, 1)


@dataclass(frozen=True, kw_only=True)
class NameCheckers(CaseCommand):
    """Who checks it: two different people."""

    officer_ids: tuple[str, ...] = identifiers(2)


@dataclass(frozen=True, kw_only=True)
class ConfirmMasks(CaseCommand):
    """The first or the second check: nobody can be told from it."""


@dataclass(frozen=True, kw_only=True)
class SendEntryBack(CaseCommand):
    """A checker is not content."""

    reason: str = text(2_000, 1, read_by=Reader.CASEWORKERS)


@dataclass(frozen=True, kw_only=True)
class PublishEntry(CaseCommand):
    """From that day on everybody may refer to it. `valid_until`: left out, the pack says how long."""

    valid_until: date | None = field(default=None)


@dataclass(frozen=True, kw_only=True)
class WithdrawEntry(CaseCommand):
    """It is given up, or holds no more."""

    reason: str = text(2_000, 1, read_by=Reader.ORGAN)


@dataclass(frozen=True, kw_only=True)
class AssignReading(CommandMessage):
    """People of the organ are asked to read the guide of an area as it stands now."""

    area: str = identifier()
    officer_ids: tuple[str, ...] = identifiers(200)
    read_by: date = field()


@dataclass(frozen=True, kw_only=True)
class ReadGuide(CommandMessage):
    """已读: this edition, by the actor."""

    area: str = identifier()
    edition: str = line(64, 1)
