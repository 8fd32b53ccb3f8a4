"""The nameko service `county`, and its face on the hub's bus."""

from rongcuo.casework.counting import TELLINGS
from rongcuo.chassis.service import (
    ExecutionProvider,
    LineExecution,
    LineTrouble,
    answers,
    carries_out,
    command,
    every,
    on_event,
    on_events,
    query,
    witnessed,
)
from rongcuo.contracts import clarify, filing
from rongcuo.contracts import county as contract
from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.county import operations
from rongcuo.contracts.events import Event
from rongcuo.contracts.province.line import NodeReport
from services.county import storage, views
from services.county.dependencies import NodeProvider
from services.county.usecases import approvals, counting, exchanging, returns, witnessing

# Of followup each visit counts, so everything is heard, in order; of the others these kinds (ADR 0040).
IN_ORDER = [kind for kind in TELLINGS if kind.source == "followup"]
INQUIRIES = (clarify.FalseAccusationMoved, clarify.FalseAccusationFound, clarify.FalseAccusationEnded)
SELECTED = [kind for kind in TELLINGS if kind.source != "followup"]


class CountyLine:
    """What the hub can ask of the node, and the exchange with it. It runs on the hub's bus, under the name
    `county-<division code>`."""

    context = LineExecution()
    node = NodeProvider()
    trouble = LineTrouble()

    node_figures = answers(operations.NODE_FIGURES, views.node_figures)
    case_summary = answers(operations.CASE_SUMMARY, views.case_summary)

    @query(operations.STATUS)
    def status(self, _query: operations.StatusQuery) -> NodeReport:
        return views.status(self.context, self.node)

    @command(operations.WAKE)
    def wake(self, _command: operations.Wake) -> None:
        with self.context.unit() as unit:     # whose commit wakes the exchange
            unit.commit()

    @every(seconds=5, woken=True)
    def exchange(self) -> None:
        self.trouble.note("exchange", exchanging.exchange(self.context, self.context.afresh, self.node))

    @every(seconds=60)
    def witness(self) -> None:
        self.trouble.note("ledger", witnessing.look(self.context, self.node))


class CountyService:
    """A node's face to its hub: counts what goes up, keeps what came down, and shows what waits (专线)."""

    name = "county"
    context = ExecutionProvider(storage.METADATA, storage.CountyStorage)
    checkpoint = answers(operations.CHECKPOINT, witnessed)
    line = CountyLine
    node = NodeProvider()

    ask_approval = carries_out(operations.ASK_APPROVAL, approvals.ask)
    withdraw_approval = carries_out(operations.WITHDRAW_APPROVAL, approvals.withdraw)
    answer_approval = carries_out(operations.ANSWER_APPROVAL, approvals.answer)
    line_state = answers(operations.LINE_STATE, views.line)
    approvals = answers(operations.APPROVALS, views.approvals_page)
    approval = answers(operations.APPROVAL, views.approval)
    answer = answers(operations.ANSWER, views.answer)
    returns = answers(operations.RETURNS, views.returns_page)
    sheets = answers(operations.SHEETS, views.sheets_page)

    @command(operations.SUBMIT_RETURN)
    def submit_return(self, command: contract.SubmitReturn) -> contract.NodeReturnView:
        return returns.submit(self.context, command, self.node)

    @on_events(SELECTED, selective=True)
    def told(self, event: Event) -> None:
        counting.count(self.context, event)

    @on_events(IN_ORDER)
    def told_in_order(self, event: Event) -> None:
        counting.count(self.context, event)

    @on_events(INQUIRIES, selective=True)
    def inquiry_moved(self, event: CaseMoved) -> None:
        approvals.heed(self.context, event.standing.matter_id, self.node)

    @on_event(contract.ApprovalAnswered, selective=True)
    def unanswered(self, event: contract.ApprovalAnswered) -> None:
        if event.asked_for and event.outcome is contract.ApprovalOutcome.EXPIRED:
            approvals.heed(self.context, event.asked_for, self.node)

    @on_event(filing.OutcomeRecorded, selective=True)
    def outcome_recorded(self, event: filing.OutcomeRecorded) -> None:
        counting.count_outcomes(self.context, event)

    @every(seconds=60)
    def expire(self) -> None:
        approvals.expire(self.context)
