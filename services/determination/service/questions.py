"""What the service is asked, and changes nothing."""

from rongcuo.chassis.service import answers, confirms, query
from rongcuo.contracts import determination as contract
from rongcuo.contracts.determination import operations
from services.determination.service.context import InContext
from services.determination.usecases import determinations as cases
from services.determination.usecases import meetings as convened
from services.determination.views import appeals as appeal_views
from services.determination.views import clues as clue_views
from services.determination.views import determinations as case_views
from services.determination.views import meetings as meeting_views
from services.determination.views import of_person, open_cases, similar


class Questions(InContext):
    """Lists, single cases, and what is missing before one begins."""

    opening = answers(operations.OPENING, cases.opening)
    determination = answers(operations.DETERMINATION, case_views.determination)
    determinations = answers(operations.DETERMINATIONS, case_views.page)
    decided_about = answers(operations.DECIDED_ABOUT, of_person.decided_about)
    workload = answers(operations.WORKLOAD, case_views.workload)
    similar_cases = answers(operations.SIMILAR_CASES, similar.similar_cases)
    convening = answers(operations.CONVENING, convened.convening)
    meetings = answers(operations.MEETINGS, meeting_views.page)
    appeal = answers(operations.APPEAL, appeal_views.appeal)
    appeals = answers(operations.APPEALS, appeal_views.page)
    of_report = answers(operations.OF_REPORT, clue_views.of_report)
    clue_disposals = answers(operations.CLUE_DISPOSALS, clue_views.clue_disposals)
    open_matters = answers(operations.OPEN_MATTERS, open_cases.open_matters)
    confirm_event = answers(operations.CONFIRM_EVENT, confirms)

    @query(operations.MEETING)
    def meeting(self, query: contract.MeetingQuery) -> contract.MeetingView:
        return meeting_views.meeting(self.context, query, self.sealing)

    @query(operations.BALLOT_RECEIPT)
    def ballot_receipt(self, query: contract.BallotReceiptQuery) -> contract.BallotReceipt:
        return meeting_views.receipt(self.context, query, self.sealing)
