"""What the service is asked about joint meetings (联席会议)."""

from rongcuo.chassis.service import command, query
from rongcuo.contracts import determination as contract
from rongcuo.contracts import gaps
from rongcuo.contracts.determination import operations
from services.determination.sealing import SealingProvider
from services.determination.service.context import InContext
from services.determination.usecases import ballots, convening
from services.determination.usecases import meetings as usecases
from services.determination.views import meetings as views


class Meetings(InContext):
    """Joint meetings (联席会议)."""

    sealing = SealingProvider()

    @command(operations.CONVENE_MEETING)
    def convene_meeting(self, command: contract.ConveneMeeting) -> contract.MeetingView:
        return usecases.convene(self.context, command)

    @command(operations.RECUSE_MEMBER)
    def recuse_member(self, command: contract.RecuseMember) -> contract.MeetingView:
        return usecases.recuse_member(self.context, command)

    @command(operations.CALL_SUBSTITUTES)
    def call_substitutes(self, command: contract.CallSubstitutes) -> contract.MeetingView:
        return usecases.call_substitutes(self.context, command)

    @command(operations.CALL_ROLL)
    def call_roll(self, command: contract.CallRoll) -> contract.MeetingView:
        return usecases.call_roll(self.context, command)

    @command(operations.OPEN_VOTE)
    def open_vote(self, command: contract.OpenVote) -> contract.MeetingView:
        return usecases.open_vote(self.context, command)

    @command(operations.CAST_VOTE)
    def cast_vote(self, command: contract.CastVote) -> contract.MeetingView:
        return ballots.cast_vote(self.context, command, self.sealing)

    @command(operations.REVEAL_VOTES)
    def reveal_votes(self, command: contract.RevealVotes) -> contract.MeetingView:
        return ballots.reveal_votes(self.context, command, self.sealing)

    @command(operations.ADJOURN_MEETING)
    def adjourn_meeting(self, command: contract.AdjournMeeting) -> contract.MeetingView:
        return usecases.adjourn(self.context, command)

    @command(operations.NAME_CHAIR)
    def name_chair(self, command: contract.NameChair) -> contract.MeetingView:
        return usecases.name_chair(self.context, command)

    @command(operations.CANCEL_MEETING)
    def cancel_meeting(self, command: contract.CancelMeeting) -> contract.MeetingView:
        return usecases.cancel(self.context, command)

    @command(operations.WRITE_MINUTES)
    def write_minutes(self, command: contract.WriteMinutes) -> contract.MeetingView:
        return usecases.write_minutes(self.context, command)

    @command(operations.SIGN_MINUTES)
    def sign_minutes(self, command: contract.SignMinutes) -> contract.MeetingView:
        return usecases.sign_minutes(self.context, command)

    @query(operations.CONVENING)
    def convening(self, query: gaps.ConveningQuery) -> gaps.Convening:
        return convening.convening(self.context, query)

    @query(operations.MEETING)
    def meeting(self, query: contract.MeetingQuery) -> contract.MeetingView:
        return views.meeting(self.context, query, self.sealing)

    @query(operations.BALLOT_RECEIPT)
    def ballot_receipt(self, query: contract.BallotReceiptQuery) -> contract.BallotReceipt:
        return views.receipt(self.context, query, self.sealing)

    @query(operations.MEETINGS)
    def meetings(self, query: contract.MeetingsQuery) -> contract.MeetingsPage:
        return views.page(self.context, query)
