"""What the measured meetings hold: fifteen members, one case, all votes cast and none revealed."""

from dataclasses import dataclass, field
from datetime import datetime
from secrets import token_hex

from bench import matter
from rongcuo.casework.apart import Somebody
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.determination import ConveneMeeting, Outcome, Question, Subject
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.review import RecusalGround
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.rules import Rules
from services.determination.domain.meeting import AgendaQuestion, JointMeeting

MEMBERS = 15
REASON = "事前集体研究并已报备，动机为公，未谋私利；程序虽有瑕疵，事后已补正，损失也已挽回，应当容错。"
RULES = Rules(None)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The case before the meeting."""

    id: str = "bench-case"
    title: str = "农村公路先行施工"
    subject: Subject = field(default_factory=lambda: Subject(name="某某", unit="交通运输局"))
    recused: frozenset[str] = frozenset()
    keys_apart: frozenset[str] = frozenset()

    def questions(self) -> tuple[AgendaQuestion, ...]:
        return (AgendaQuestion(Question.OUTCOME, tuple(outcome.value for outcome in Outcome)),)

    def bars(self, _: Somebody) -> RecusalGround | None:
        return None


def member(number: int) -> Actor:
    """Of a unit of their own. The first chairs."""
    roles = frozenset({Role.LEAD if number == 0 else Role.MEMBER})
    return Actor(f"bench.m{number}", f"成员{number}", matter.ORGAN, matter.ORGAN, f"单位{number}", roles)


def voted(meeting_id: str) -> JointMeeting:
    """A meeting that only waits for the reveal."""
    people, now = [member(number) for number in range(MEMBERS)], datetime.now(ZONE)
    pack, calendar = RULES.pack(matter.ORGAN, on=now.date()), RULES.calendar(matter.ORGAN)
    by = {actor.officer_id: Occasion(actor, now, pack, calendar) for actor in people}
    chair, ids = people[0].officer_id, tuple(by)
    call = ConveneMeeting(command_id=meeting_id, title="联席会议", place="三楼会议室",
                          case_ids=("bench-case",), member_ids=ids, chair_id=chair, at=now)
    meeting = JointMeeting.convene(meeting_id, "容会〔2026〕1号", call, (Asked(),),
                                   tuple(_seen(actor) for actor in people), by[chair])
    meeting.call_roll(ids, by[chair])
    meeting.open_vote(f"{meeting_id}-1", by[chair])
    for place, officer_id in enumerate(ids):
        choice = Outcome.EXEMPT if place % 5 else Outcome.LIGHTEN
        meeting.cast_vote(f"{meeting_id}-1", choice.value, REASON, token_hex(16), by[officer_id])
    return meeting


def _seen(actor: Actor) -> OfficerView:
    return OfficerView(
        officer_id=actor.officer_id, username=actor.officer_id, name=actor.name, organ_id=actor.organ_id,
        organ_name="", division_code=actor.division_code, unit=actor.unit, roles=tuple(actor.roles))
