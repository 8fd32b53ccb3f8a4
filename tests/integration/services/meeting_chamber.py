"""A hall with real cases: the way of a case from the call of its meeting to the last signature."""

from rongcuo.chassis.config import Config
from rongcuo.chassis.triggers import Command
from rongcuo.contracts.determination import (
    CallRoll,
    CastVote,
    ConveneMeeting,
    MeetingView,
    NegativeAnswer,
    OpenVote,
    RevealVotes,
    SignMinutes,
    WithdrawDetermination,
    WriteMinutes,
)
from services.determination.domain.determination import Determination
from services.determination.storage import CaseStorage
from services.determination.usecases import determinations
from tests.integration.services.meeting_hall import Hall
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.context import FakeContext
from tests.unit.determination.determination_scene import EVERYBODY, LEAD, MEMBERS, SUBJECT
from tests.unit.determination.meeting.scene import LATER
from tests.unit.review.scene import view

CHAIR = MEMBERS[0]
IDS = tuple(member.officer_id for member in MEMBERS)


class Chamber(Hall):
    """A hall with real cases."""

    def __init__(self, config: Config) -> None:
        super().__init__(config)
        self.known = FakeContext(officers=tuple(view(each) for each in EVERYBODY))

    def case(self, case_id: str = "d1") -> Determination:
        with self.shop.database.reading() as session:
            return CaseStorage(session).determinations.read(case_id)

    def ready(self, *case_ids: str, **answers: NegativeAnswer) -> None:
        """Cases that may come before a meeting."""
        for case_id in case_ids or ("d1",):
            case = scene.before_meeting(**answers)
            case.id = case_id
            self.plant(case)

    def convene(self, *case_ids: str, actor=LEAD, members: tuple[str, ...] = IDS) -> MeetingView:
        self.commands += 1
        return self.carry_out(actor, ConveneMeeting(
            command_id=f"c{self.commands}-{case_ids}", title="联席会议", place="会议室",
            case_ids=case_ids or ("d1",), member_ids=members, chair_id=CHAIR.officer_id, at=LATER))

    def begin(self, *case_ids: str) -> MeetingView:
        meeting_id = self.convene(*case_ids).meeting_id
        return self.do(CHAIR, CallRoll, meeting_id, present_ids=IDS)

    def vote(self, meeting: MeetingView, place: int, *choices: str) -> MeetingView:
        item_id = meeting.items[place].item_id
        self.do(CHAIR, OpenVote, meeting.meeting_id, item_id=item_id)
        for member, choice in zip(MEMBERS, choices * 5, strict=False):
            self.do(member, CastVote, meeting.meeting_id, item_id=item_id, choice=choice, reason="因为")
        return self.do(CHAIR, RevealVotes, meeting.meeting_id, item_id=item_id)

    def write(self, meeting: MeetingView) -> MeetingView:
        draft = self.meeting(CHAIR, meeting.meeting_id).draft
        return self.do(CHAIR, WriteMinutes, meeting.meeting_id, minutes=draft)

    def sign(self, meeting: MeetingView) -> MeetingView:
        meeting, known = self.write(meeting), {member.officer_id: member for member in MEMBERS}
        while meeting.next_to_sign:
            meeting = self.do(known[meeting.next_to_sign], SignMinutes, meeting.meeting_id)
        return meeting

    def tell(self, act, command, actor) -> None:
        self.commands += 1
        name = f"t{self.commands}"
        act(self.shop.context(Command(name, name), actor, ask=self.known.ask), command)

    def withdraw(self, case_id: str = "d1"):
        self.tell(determinations.withdraw, WithdrawDetermination(
            command_id="w", case_id=case_id, reason="不再申请"), SUBJECT)
        return self.case(case_id)
