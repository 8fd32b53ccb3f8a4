"""A joint meeting of 安宁 (530181) on made-up cases: its members, how far it has come, and who acts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from rongcuo.casework.apart import Somebody, known_by
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.determination import APPLIES, APPLIES_NOT, ConveneMeeting, Outcome, Question, Subject
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.review import RecusalGround
from rongcuo.contracts.unit_names import unit_key
from services.determination.domain.meeting import AgendaItem, AgendaQuestion, JointMeeting
from tests.unit.review.scene import DIVISION, EVERYBODY, LEAD, ORGAN, PACK, RULES, ZONE, officer, view

CALLED_AT = datetime(2026, 3, 2, 9, 0, tzinfo=ZONE)
MEETS_AT = datetime(2026, 3, 5, 14, 30, tzinfo=ZONE)
LATER = MEETS_AT + timedelta(days=1)
SUBJECT_UNIT = "安宁高新区管委会"
OUTCOMES = tuple(outcome.value for outcome in Outcome)
SALT = "00ff" * 8


def member(number: int) -> Actor:
    return officer(f"m{number}", Role.MEMBER, unit=f"成员单位{number}")


SUN = officer("sun", Role.MEMBER, unit="安宁市委组织部")   # the chair
ONE, TWO, THREE, FOUR = (member(number) for number in range(1, 5))
FIVE = (SUN, ONE, TWO, THREE, FOUR)
GUEST = officer("guest", Role.MEMBER, unit="安宁市审计局")
SUBJECT = officer("subject", Role.FILER, unit=SUBJECT_UNIT)
PEOPLE = (*EVERYBODY, *FIVE, GUEST, SUBJECT)


@dataclass
class MadeUpCase(Aggregate):
    """What a meeting asks of a case, and tells it. `heard`: everything it was told."""

    id: str = "case1"
    title: str = "园区企业先建后验"
    subject: Subject = field(default_factory=lambda: Subject(
        name="某某", unit=SUBJECT_UNIT, officer_id="subject"))
    disputed: tuple[str, ...] = ()
    barred: Mapping[str, RecusalGround] = field(default_factory=dict)
    recused: frozenset[str] = frozenset()
    keys_apart: frozenset[str] = frozenset()
    organ_id: str = ORGAN
    division_code: str = DIVISION
    pack_id: str = PACK.id
    ready: bool = True
    heard: tuple[object, ...] = ()
    results: tuple[object, ...] = ()
    readers: frozenset[str] = frozenset()

    def questions(self) -> tuple[AgendaQuestion, ...]:
        negative = (AgendaQuestion(Question.NEGATIVE_ITEM, (APPLIES, APPLIES_NOT), item, f"清单项{item}")
                    for item in self.disputed)
        return (*negative, AgendaQuestion(Question.OUTCOME, OUTCOMES))

    def bars(self, somebody: Somebody) -> RecusalGround | None:
        own = unit_key(self.subject.unit) in somebody.units
        kept = RecusalGround.OTHER if not self.keys_apart.isdisjoint(known_by(somebody)) else None
        return RecusalGround.INTEREST if own else self.barred.get(somebody.officer_id, kept)

    def is_apart(self, somebody: Somebody) -> bool:
        return somebody.officer_id in self.recused

    def require_for_meeting(self, occasion: Occasion) -> None:
        assert occasion.pack.id == self.pack_id
        if not self.ready:
            raise CaseError("determination.not_ready_for_meeting")

    def put_on_agenda(self, meeting_id: str, occasion: Occasion, members: frozenset[str]) -> None:
        self.readers = members
        self._hear(("on", meeting_id), occasion)

    def take_off_agenda(self, meeting_id: str, occasion: Occasion) -> None:
        self._hear(("off", meeting_id), occasion)

    def resolve(self, meeting_id: str, outcome: str, negative_results: Mapping[str, bool],
                voters: frozenset[str], occasion: Occasion, _signers: frozenset[str]) -> None:
        self._hear((meeting_id, outcome, dict(negative_results), voters), occasion)

    def heed_result(self, meeting_id: str, found: str, item: str, voters: frozenset[str],
                    occasion: Occasion) -> None:
        assert occasion.pack.id == self.pack_id
        self.results += ((meeting_id, found, item, voters),)

    def recuse_member(self, member: Holder, ground: RecusalGround, reason: str, occasion: Occasion) -> None:
        self._hear(("recused", member, ground, reason), occasion)

    def _hear(self, what: tuple[object, ...], occasion: Occasion) -> None:
        assert occasion.pack.id == self.pack_id
        self.heard, self.ready = (*self.heard, what), what[0] == "off"


def by(actor: Actor, now: datetime = MEETS_AT) -> Occasion:
    return Occasion(actor, now, PACK, RULES.calendar(DIVISION))


def call(*members: Actor, chair: Actor = SUN, **changes) -> ConveneMeeting:
    return ConveneMeeting(**{
        "command_id": "c", "title": "容错认定联席会议", "place": "三楼会议室", "case_ids": ("case1",),
        "member_ids": tuple(each.officer_id for each in members), "chair_id": chair.officer_id,
        "at": MEETS_AT} | changes)


def convened(*cases: MadeUpCase, members: tuple[Actor, ...] = FIVE, chair: Actor = SUN,
             named: str = "mt") -> JointMeeting:
    officers = tuple(view(each) for each in members)
    return JointMeeting.convene(named, "容会〔2026〕1号", call(*members, chair=chair),
                                cases or (MadeUpCase(),), officers, by(LEAD, CALLED_AT))


def in_session(*cases: MadeUpCase, absent: tuple[Actor, ...] = (), **how) -> JointMeeting:
    meeting = convened(*cases, **how)
    away = {each.officer_id for each in absent}
    meeting.call_roll([each for each in meeting.attendance.member_ids if each not in away],
                      by(people(meeting)[meeting.chair_id]))
    return meeting


def voting(*cases: MadeUpCase, **how) -> JointMeeting:
    meeting = in_session(*cases, **how)
    meeting.open_vote(item(meeting).id, by(SUN))
    return meeting


def item(meeting: JointMeeting, place: int = 0) -> AgendaItem:
    return meeting.agenda.items[place]


def people(meeting: JointMeeting) -> dict[str, Actor]:
    return {each.officer_id: officer(each.officer_id, Role.MEMBER, unit=each.unit)
            for each in meeting.attendance.members}


def vote(meeting: JointMeeting, choices: Mapping[Actor, str] | str, place: int = 0) -> None:
    """Everybody entitled votes, and the votes are revealed; open the item where it is not yet."""
    about, known = item(meeting, place), people(meeting)
    presiding = known[meeting.presiding(about.case_id)]
    if meeting.agenda.voting is None:
        meeting.open_vote(about.id, by(presiding))
    for officer_id in meeting.attendance.voters(about.case_id):
        choice = choices if isinstance(choices, str) else choices[known[officer_id]]
        meeting.cast_vote(about.id, choice, f"{officer_id}的理由", SALT, by(known[officer_id]))
    meeting.reveal_votes(about.id, by(presiding))


def with_minutes(*cases: MadeUpCase, choice: str = "exempt", **how) -> JointMeeting:
    meeting = in_session(*cases, **how)
    for place, each in enumerate(meeting.agenda.items):
        if not meeting.agenda.items[place].settled:
            vote(meeting, choice if each.asks_outcome else APPLIES_NOT, place)
    meeting.write_minutes("会议纪要正文", by(SUN))
    return meeting


def signed(*cases: MadeUpCase, **how) -> JointMeeting:
    meeting = with_minutes(*cases, **how)
    known = people(meeting)
    while meeting.next_to_sign:
        meeting.sign_minutes(by(known[meeting.next_to_sign]))
    return meeting


def adjourned(*cases: MadeUpCase) -> JointMeeting:
    meeting = in_session(*cases)
    meeting.adjourn("等待补充材料", LATER, by(SUN))
    return meeting


def cancelled(*cases: MadeUpCase) -> JointMeeting:
    meeting = convened(*cases)
    meeting.cancel("另行召集", by(SUN))
    return meeting


