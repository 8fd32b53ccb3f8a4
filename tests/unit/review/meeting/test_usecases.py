"""Meetings at a desk without database: who is asked, who may, what is answered, what the cases learn."""

from dataclasses import replace

import pytest

from rongcuo.contracts.determination import (
    AdjournMeeting,
    CancelMeeting,
    ItemState,
    MeetingState,
    MinutesConcluded,
    NameChair,
    RecuseMember,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review import RecusalGround
from services.review.domain import Holder
from services.review.usecases import meetings as usecases
from services.review.usecases.attending import occasion_of
from tests.unit.review import desk as desks
from tests.unit.review.desk import FakeDesk
from tests.unit.review.meeting.scene import (
    CALLED_AT,
    FIVE,
    GUEST,
    LATER,
    ONE,
    PEOPLE,
    SUBJECT,
    SUN,
    THREE,
    TWO,
    MadeUpCase,
)
from tests.unit.review.meeting.steps import (
    cast,
    code_of,
    convene,
    convened,
    open_vote,
    reveal,
    sign,
    sit,
    vote,
    write,
)
from tests.unit.review.scene import (
    ELSEWHERE,
    FILER,
    LEAD,
    OPERATOR,
    SUPERVISOR,
    WANG,
    view,
)


@pytest.fixture
def desk(monkeypatch) -> FakeDesk:
    monkeypatch.setitem(desks.SEATS, "MadeUpCase", "determinations")
    opened = FakeDesk(officers=tuple(view(each) for each in PEOPLE), now=CALLED_AT)
    for case in (MadeUpCase(barred={"m4": RecusalGround.RELATIVE}), MadeUpCase("case2", "桥梁抢修")):
        opened.store.put(case)
    return opened


def test_a_meeting_from_the_call_to_the_last_signature(desk: FakeDesk):
    called = convene(desk, case_ids=("case2", "case1"))
    assert (called.number, called.state, called.allowed) == (
        "容会〔2026〕1号", MeetingState.CONVENED, ("call_substitutes", "name_chair", "cancel"))
    assert [(item.case_id, item.item_id) for item in called.items] == [("case2", "id1-1"), ("case1", "id1-2")]
    assert desk.store.determinations.get("case1").heard == (("on", "id1"),)
    assert desk.store.determinations.get("case1").readers == {each.officer_id for each in FIVE}
    opened = sit(desk, "id1")
    assert (opened.present, opened.quorum_wanted) == (5, 4)
    assert opened.items[0].allowed == ("open_vote", "recuse_member")
    vote(desk, "id1", "id1-1", *FIVE, choice="denied")
    done = vote(desk, "id1", "id1-2", SUN, ONE, TWO, THREE)
    assert (done.items[1].result, done.items[1].tally) == ("exempt", {"exempt": 4})
    assert done.allowed == ("recuse_member", "call_roll", "adjourn", "write_minutes")
    assert "桥梁抢修" in done.draft
    written = write(desk, "id1", done.draft)
    assert (written.next_to_sign, written.minutes) == ("m1", done.draft)
    assert written.signers == ("m1", "m2", "m3", "sun")   # m4 is recused from a case of it
    for actor in (ONE, TWO, THREE):
        assert desk.store.determinations.get("case1").heard == (("on", "id1"),)
        sign(desk, actor, "id1")
    assert sign(desk, SUN, "id1").state is MeetingState.SIGNED
    assert isinstance(desk.told[-1], MinutesConcluded)
    assert desk.store.determinations.get("case1").heard[-1] == (
        "id1", "exempt", {}, frozenset({"sun", "m1", "m2", "m3"}))
    assert desk.store.determinations.get("case2").heard[-1] == (
        "id1", "denied", {}, frozenset(each.officer_id for each in FIVE))


def test_who_convenes(desk: FakeDesk):
    for actor, code in ((WANG, "forbidden"), (SUN, "forbidden"), (FILER, "forbidden"),
                        (SUPERVISOR, "forbidden"), (ELSEWHERE, "not_found")):
        assert code_of(lambda actor=actor: convene(desk, actor)) == code
    subject = replace(LEAD, unit=SUBJECT.unit)
    assert code_of(lambda: convene(desk, subject)) == "meeting.recused"
    assert not desk.told


def test_what_a_call_is_refused_for(desk: FakeDesk):
    assert code_of(lambda: convene(desk, case_ids=("case9",))) == "not_found"
    assert code_of(lambda: convene(desk, case_ids=())) == "meeting.agenda_empty"
    assert code_of(lambda: convene(desk, member_ids=("ghost",))) == "meeting.not_a_member"
    assert code_of(lambda: convene(desk, member_ids=("filer", "m1"))) == "meeting.not_a_member"
    assert code_of(lambda: convene(desk, chair_id="wang")) == "meeting.chair_not_a_member"
    twice = ("sun", "m1", "m1", "m2", "m2")
    assert code_of(lambda: convene(desk, member_ids=twice)) == "meeting.too_few_members"
    convened(desk, case_ids=("case1",))
    assert code_of(lambda: convene(desk)) == "determination.not_ready_for_meeting"


def test_nobody_is_asked_in_the_midst_of_a_transaction(desk: FakeDesk, monkeypatch):
    def cut(*_):
        raise CaseError("service_unavailable")

    monkeypatch.setattr(desk, "ask", cut)
    assert code_of(lambda: convene(desk)) == "service_unavailable"
    assert desk.units == 0


def test_meetings_are_numbered_by_organ_and_year(desk: FakeDesk):
    numbers = [convene(desk, case_ids=(case_id,)).number for case_id in ("case1", "case2")]
    assert numbers == ["容会〔2026〕1号", "容会〔2026〕2号"]


@pytest.mark.parametrize("actor", [ELSEWHERE, OPERATOR, FILER, SUBJECT, GUEST])
def test_who_does_not_see_a_meeting_finds_none(desk: FakeDesk, actor):
    meeting_id = convened(desk)
    sit(desk, meeting_id)
    item_id = f"{meeting_id}-1"
    reasoned = {"command_id": "c", "meeting_id": meeting_id, "reason": "理由"}
    acts = (
        lambda: cast(desk, actor, meeting_id, item_id),
        lambda: open_vote(desk, meeting_id, item_id, actor),
        lambda: reveal(desk, meeting_id, item_id, actor),
        lambda: sign(desk, actor, meeting_id),
        lambda: usecases.cancel(desk.sit(actor), CancelMeeting(**reasoned)),
        lambda: usecases.adjourn(desk.sit(actor), AdjournMeeting(**reasoned, until=LATER)),
        lambda: usecases.name_chair(desk.sit(actor), NameChair(**reasoned, chair_id="m1", until=LATER)),
        lambda: usecases.recuse_member(desk.sit(actor), RecuseMember(
            **reasoned, case_id="case1", officer_id="m1", ground=RecusalGround.OTHER)),
    )
    assert {code_of(act) for act in acts} == {"not_found"}


def test_the_organs_people_see_but_take_no_part(desk: FakeDesk):
    meeting_id = convened(desk)
    sit(desk, meeting_id)
    open_vote(desk, meeting_id, f"{meeting_id}-1")
    assert code_of(lambda: cast(desk, WANG, meeting_id, f"{meeting_id}-1")) == "meeting.not_a_member"
    assert code_of(lambda: reveal(desk, meeting_id, f"{meeting_id}-1", LEAD)) == "meeting.not_the_chair"
    assert code_of(lambda: sign(desk, SUPERVISOR, meeting_id)) == "meeting.move_not_allowed"


def test_no_answer_repeats_a_vote_before_the_reveal(desk: FakeDesk):
    meeting_id = convened(desk, case_ids=("case2",))
    sit(desk, meeting_id)
    item_id = f"{meeting_id}-1"
    open_vote(desk, meeting_id, item_id)
    answers = [cast(desk, actor, meeting_id, item_id) for actor in FIVE]
    for place, answer in enumerate(answers, 1):
        item = answer.items[0]
        assert (item.my_choice, item.ballots, item.tally, item.result) == ("", (), {}, "")
        assert len(item.voted) == place
    assert reveal(desk, meeting_id, item_id).items[0].my_choice == "exempt"


def test_a_cancelled_meeting_gives_its_cases_back(desk: FakeDesk):
    meeting_id = convened(desk, case_ids=("case1", "case2"))
    store = desk.store
    meeting = store.meetings.get(meeting_id)
    meeting.drop("case2", occasion_of(desk.sit(SUBJECT), meeting))
    store.put(meeting)
    answer = usecases.cancel(desk.sit(LEAD), CancelMeeting(
        command_id="c", meeting_id=meeting_id, reason="人员出差"))
    assert (answer.state, answer.items[1].state) == (MeetingState.CANCELLED, ItemState.DROPPED)
    assert store.determinations.get("case1").heard == (("on", meeting_id), ("off", meeting_id))
    assert store.determinations.get("case2").heard == (("on", meeting_id),)


def test_a_case_withdrawn_before_the_last_signature_learns_nothing_more(desk: FakeDesk):
    meeting_id = convened(desk, case_ids=("case1", "case2"))
    sit(desk, meeting_id)
    vote(desk, meeting_id, f"{meeting_id}-1", SUN, ONE, TWO, THREE)
    vote(desk, meeting_id, f"{meeting_id}-2", *FIVE)
    write(desk, meeting_id)
    meeting = desk.store.meetings.get(meeting_id)
    meeting.drop("case1", occasion_of(desk.sit(SUBJECT), meeting))
    desk.store.put(meeting)
    for actor in (ONE, TWO, THREE, SUN):
        sign(desk, actor, meeting_id)
    assert desk.store.determinations.get("case1").heard == (("on", meeting_id),)
    assert desk.store.determinations.get("case2").heard[-1][1] == "exempt"


def test_adjourned_and_recused_through_the_desk(desk: FakeDesk):
    meeting_id = convened(desk, case_ids=("case2",))
    sit(desk, meeting_id)
    open_vote(desk, meeting_id, f"{meeting_id}-1")
    cast(desk, ONE, meeting_id, f"{meeting_id}-1")
    recused = usecases.recuse_member(desk.sit(TWO), RecuseMember(
        command_id="c", meeting_id=meeting_id, case_id="case2", officer_id="m2",
        ground=RecusalGround.RELATIVE, reason="亲属"))
    assert (recused.items[0].state, recused.items[0].voted) == (ItemState.WAITING, ())
    assert recused.members[2].recused_from == ("case2",)
    assert desk.store.determinations.get("case2").heard[-1] == (
        "recused", Holder("m2", "m2某"), RecusalGround.RELATIVE, "亲属")
    later = usecases.adjourn(desk.sit(SUN), AdjournMeeting(
        command_id="c", meeting_id=meeting_id, reason="改期", until=LATER))
    assert (later.state, later.meets_at, later.present) == (MeetingState.ADJOURNED, LATER, 0)
    command = NameChair(command_id="c", meeting_id=meeting_id, chair_id="m1", reason="病休", until=LATER)
    assert code_of(lambda: usecases.name_chair(desk.sit(SUN), command)) == "forbidden"
    assert usecases.name_chair(desk.sit(LEAD), command).chair_id == "m1"
