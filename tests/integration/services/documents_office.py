"""The documents service in the real execution context, without its bus."""

from itertools import count
from pathlib import Path
from typing import Any

from rongcuo.chassis.blobs import FilesystemBlobs
from rongcuo.chassis.config import Config
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.triggers import Command, Query, ReceivedEvent, Tick
from rongcuo.chassis.unit_of_work.execution import SqlExecutionContext
from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.confirmation import ConfirmEvent, EventConfirmed
from rongcuo.contracts.documents import (
    CorrectLetter,
    DraftedLetter,
    DraftQuery,
    LettersQuery,
    LetterView,
    TakeAttachment,
)
from rongcuo.contracts.events import Event
from rongcuo.contracts.identity.operations import ORGANS
from rongcuo.contracts.operation import Operation
from rongcuo.contracts.serialisation import dump
from services.documents import usecases, views
from services.documents.dependencies import Dependencies, dependencies_of
from services.documents.storage import METADATA, PaperStorage
from tests.integration.services.filing_office import StoppedTime
from tests.unit.documents import scene

OfficeContext = SqlExecutionContext[PaperStorage]


class Office:
    """Use cases and views, each in a context of its own occasion."""

    def __init__(self, config: Config) -> None:
        self.time = StoppedTime(scene.NOW)
        self.runtime = ServiceRuntime("documents", METADATA, PaperStorage, config, time=self.time,
                                 rules=scene.RULES)
        self.runtime.start()
        self.dependencies: Dependencies = dependencies_of(config)
        self._versions: dict[tuple[str, str], int] = {}
        self._count = count(1)

    @property
    def files(self) -> FilesystemBlobs:
        assert isinstance(self.dependencies.files, FilesystemBlobs)
        return self.dependencies.files

    def heard(self, source: str, subject: str, event_id: str = "") -> OfficeContext:
        version = self._versions[source, subject] = self._versions.get((source, subject), 0) + 1
        occasion = ReceivedEvent(f"documents.{source}", event_id or f"{source}-{subject}-{version}",
                                 subject, version)
        return self.runtime.context(occasion, ask=identity)

    def hear(self, *events: Event) -> None:
        for event in events:
            told: Any = event
            if event.source == "filing" or event.type_name().startswith("review.supplement_requested"):
                matter_id = getattr(told, "filing_id", "") or told.case_id
                usecases.hear_filing(self.heard(event.source, matter_id), matter_id, event)
            else:
                usecases.hear_case(self.heard(event.source, told.standing.matter_id), told)

    def make(self) -> int:
        return usecases.make_letters(self.tick(), lambda: self.dependencies.renderer, self.dependencies.files)

    def tick(self) -> OfficeContext:
        return self.runtime.context(Tick())

    def asked(self, by: Actor) -> OfficeContext:
        return self.runtime.context(Query(), by)

    def commanded(self, by: Actor, command_id: str = "") -> OfficeContext:
        return self.runtime.context(Command(command_id or f"c{next(self._count)}", "digest"), by)

    def letters(self, matter_id: str = "f1", by: Actor = SYSTEM) -> list[LetterView]:
        return list(views.letters(self.asked(by), LettersQuery(matter_id=matter_id)).letters)

    def draft(self, event: Event, by: Actor = scene.LEAD) -> DraftedLetter:
        query = DraftQuery(type_name=event.type_name(), data=dump(event))
        return usecases.draft(self.runtime.context(Query(), by, ask=identity), query)

    def correct(self, letter_id: str, by: Actor = scene.LEAD, body: str = "另行通知如下。") -> LetterView:
        command = CorrectLetter(command_id="c", letter_id=letter_id, body=body, reason="文字有误。")
        return usecases.correct_letter(self.commanded(by), command)

    def upload(self, content: bytes, name: str, media_type: str = "application/octet-stream",
               by: Actor = scene.FILER, blob: str = "") -> Any:
        key = blob or f"file-{next(self._count)}"
        self.dependencies.files.write(key, [content])
        command = TakeAttachment(command_id="c", blob=key, name=name, media_type=media_type)
        return usecases.take_attachment(self.commanded(by), command, self.dependencies.files,
                                        self.dependencies.inspector, self.dependencies.limit)

    def kept(self) -> set[str]:
        folder: Path = self.dependencies.config.blob_folder
        return {file.name for file in folder.rglob("*") if file.is_file()}

    def told(self) -> list[str]:
        return [letter.type_name.split(".")[1] for letter in self.runtime.outbox.take_batch()]


def identity(operation: Operation[Any, Any], question: Any) -> Any:
    if isinstance(question, ConfirmEvent):
        return EventConfirmed(confirmed=True)
    assert operation is ORGANS
    return scene.organs(question.division_code)


__all__ = ["Office", "OfficeContext", "identity"]
