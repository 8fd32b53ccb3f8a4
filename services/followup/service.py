"""The nameko service `followup`."""

from rongcuo.chassis.service import ExecutionProvider, command, on_event, query
from rongcuo.contracts import followup as contract
from services.followup import storage, usecases, views


class FollowupService:
    """Say in one sentence what it is there for."""

    name = "followup"
    context = ExecutionProvider(storage.METADATA, storage.ProgrammeStorage)

    @command(contract.OPEN_PROGRAMME)
    def open_programme(self, command: contract.OpenProgramme) -> contract.ProgrammeView:
        return usecases.open_programme(self.context, command)

    @on_event(contract.ProgrammeOpened)
    def programme_opened(self, event: contract.ProgrammeOpened) -> None:
        usecases.take_note(self.context, event)

    @query(contract.PROGRAMMES)
    def programmes(self, query: contract.ProgrammesQuery) -> contract.ProgrammesPage:
        return views.page(self.context, query)
