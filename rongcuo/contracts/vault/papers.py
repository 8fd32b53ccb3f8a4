"""What a reporter gives on paper, scanned by whoever handles the report."""

from dataclasses import dataclass
from datetime import datetime

from rongcuo.contracts.commanding import CommandMessage
from rongcuo.contracts.fields import chosen, identifier, many, moment, sealed
from rongcuo.contracts.filing.content import AttachmentRef, files
from rongcuo.contracts.sealed import MOST_ON_PAPER
from rongcuo.contracts.vault.commands import HandedFile
from rongcuo.contracts.vault.enums import FileKind


@dataclass(frozen=True, kw_only=True)
class TakeInPapers(CommandMessage):
    """收到的纸质材料: scans of what a reporter gave on paper, by whoever handles the report."""

    reporter_ref: str = identifier()
    files: tuple[HandedFile, ...] = sealed(many(MOST_ON_PAPER))


@dataclass(frozen=True, kw_only=True)
class PaperQuery:
    """One of the papers of a reporter, for the platform itself: an inquiry names it."""

    reporter_ref: str = identifier()
    file_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A scan of what a reporter gave on paper, as its copy is: 材料 of this number. `at`: when the vault took
    it in."""

    file_id: str
    number: int
    kind: FileKind = chosen()
    size: int
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class Papers:
    """Those of one reporter, with what the gateway needs to seal more of them; as `WhereToSeal`."""

    reporter_ref: str
    organ_id: str
    known: tuple[str, ...] = ()
    papers: tuple[Paper, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PapersTaken:
    """As the commands of an inquiry name them."""

    attachments: tuple[AttachmentRef, ...] = files(MOST_ON_PAPER)
