"""The nameko service `province`."""

from rongcuo.chassis.service import ExecutionProvider, answers, carries_out, command, every
from rongcuo.contracts.province import Exchanged, Frame, operations
from services.province import storage, views
from services.province.notary import NotaryProvider
from services.province.usecases import answering, publishing, witnessing
from services.province.usecases.exchange import exchange

HOUR = 3_600


class ProvinceService:
    """Where the lines of all nodes end: what they tell counts in one picture, and what the hub has for them
    goes down with its answers."""

    name = "province"
    context = ExecutionProvider(storage.METADATA, storage.ProvinceStorage)
    notary = NotaryProvider()

    figures = answers(operations.FIGURES, views.figures.figures)
    figures_below = answers(operations.FIGURES_BELOW, views.figures.figures_below)
    nodes = answers(operations.NODES, views.nodes.nodes)
    node = answers(operations.NODE, views.nodes.node)
    matter = answers(operations.MATTER, views.matters.matter)
    consistency = answers(operations.CONSISTENCY, views.consistency.consistency)
    outliers = answers(operations.OUTLIERS, views.matters.outliers)
    sheets = answers(operations.SHEETS, views.sheets.sheets)
    prepare_sheet = carries_out(operations.PREPARE_SHEET, publishing.prepare_sheet)
    approve_sheet = carries_out(operations.APPROVE_SHEET, publishing.approve_sheet)
    approvals = answers(operations.APPROVALS, views.approvals.approvals)
    approval = answers(operations.APPROVAL, views.approvals.approval)
    answer_approval = carries_out(operations.ANSWER_APPROVAL, answering.answer_approval)
    returns = answers(operations.RETURNS, views.returns.returns)

    @command(operations.EXCHANGE)
    def exchange(self, frame: Frame) -> Exchanged:
        return exchange(self.context, frame, self.notary)

    @every(seconds=60)
    def expire(self) -> None:
        answering.expire(self.context)

    @every(seconds=HOUR)
    def witness(self) -> None:
        witnessing.tell_own_checkpoint(self.context)
