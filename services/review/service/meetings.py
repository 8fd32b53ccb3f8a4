"""What review is asked about joint meetings (联席会议)."""

from rongcuo.chassis.service import command, query
from rongcuo.contracts import determination as contract
from rongcuo.contracts import gaps
from services.review.sealing import SealingProvider
from services.review.service.context import InContext
from services.review.usecases import ballots, convening
from services.review.usecases import meetings as usecases
from services.review.views import meetings as views


class Meetings(InContext):
    """Joint meetings (联席会议)."""

    sealing = SealingProvider()

    @command(contract.ConveneMeeting)
    def convene_meeting(self, command: contract.ConveneMeeting) -> contract.MeetingView:
        return usecases.convene(self.context, command)

    @command(contract.RecuseMember)
    def recuse_member(self, command: contract.RecuseMember) -> contract.MeetingView:
        return usecases.recuse_member(self.context, command)

    @command(contract.CallSubstitutes)
    def call_substitutes(self, command: contract.CallSubstitutes) -> contract.MeetingView:
        return usecases.call_substitutes(self.context, command)

    @command(contract.CallRoll)
    def call_roll(self, command: contract.CallRoll) -> contract.MeetingView:
        return usecases.call_roll(self.context, command)

    @command(contract.OpenVote)
    def open_vote(self, command: contract.OpenVote) -> contract.MeetingView:
        return usecases.open_vote(self.context, command)

    @command(contract.CastVote)
    def cast_vote(self, command: contract.CastVote) -> contract.MeetingView:
        return ballots.cast_vote(self.context, command, self.sealing)

    @command(contract.RevealVotes)
    def reveal_votes(self, command: contract.RevealVotes) -> contract.MeetingView:
        return ballots.reveal_votes(self.context, command, self.sealing)

    @command(contract.AdjournMeeting)
    def adjourn_meeting(self, command: contract.AdjournMeeting) -> contract.MeetingView:
        return usecases.adjourn(self.context, command)

    @command(contract.NameChair)
    def name_chair(self, command: contract.NameChair) -> contract.MeetingView:
        return usecases.name_chair(self.context, command)

    @command(contract.CancelMeeting)
    def cancel_meeting(self, command: contract.CancelMeeting) -> contract.MeetingView:
        return usecases.cancel(self.context, command)

    @command(contract.WriteMinutes)
    def write_minutes(self, command: contract.WriteMinutes) -> contract.MeetingView:
        return usecases.write_minutes(self.context, command)

    @command(contract.SignMinutes)
    def sign_minutes(self, command: contract.SignMinutes) -> contract.MeetingView:
        return usecases.sign_minutes(self.context, command)

    @query(gaps.ConveningQuery)
    def convening(self, query: gaps.ConveningQuery) -> gaps.Convening:
        return convening.convening(self.context, query)

    @query(contract.MeetingQuery)
    def meeting(self, query: contract.MeetingQuery) -> contract.MeetingView:
        return views.meeting(self.context, query, self.sealing)

    @query(contract.BallotReceiptQuery)
    def ballot_receipt(self, query: contract.BallotReceiptQuery) -> contract.BallotReceipt:
        return views.receipt(self.context, query, self.sealing)

    @query(contract.MeetingsQuery)
    def meetings(self, query: contract.MeetingsQuery) -> contract.MeetingsPage:
        return views.page(self.context, query)
