"""Meetings in a context without database: who is asked, who may, what is answered, what the cases learn."""

from dataclasses import replace

import pytest

from rongcuo.casework.people import Holder
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
from services.determination.usecases import meetings as usecases
from services.determination.usecases.dossier import occasion_of
from tests.unit.determination import context as contexts
from tests.unit.determination.context import FakeContext
from tests.unit.determination.meeting.scene import (
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
from tests.unit.determination.meeting.steps import (
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
from tests.unit.review.scene import ELSEWHERE, FILER, LEAD, OPERATOR, SUPERVISOR, WANG, view


@pytest.fixture
def context(monkeypatch) -> FakeContext:
    monkeypatch.setitem(contexts.KINDS, "MadeUpCase", "determinations")
    opened = FakeContext(officers=tuple(view(each) for each in PEOPLE), now=CALLED_AT)
    for case in (MadeUpCase(barred={"m4": RecusalGround.RELATIVE}), MadeUpCase("case2", "桥梁抢修")):
        opened.store.put(case)
    return opened


def test_a_meeting_from_the_call_to_the_last_signature(context: FakeContext):
    called = convene(context, case_ids=("case2", "case1"))
    assert (called.number, called.state, called.allowed) == (
        "容会〔2026〕1号", MeetingState.CONVENED, ("call_substitutes", "name_chair", "cancel"))
    assert [(item.case_id, item.item_id) for item in called.items] == [("case2", "id1-1"), ("case1", "id1-2")]
    assert context.store.determinations.get("case1").heard == (("on", "id1"),)
    assert context.store.determinations.get("case1").readers == {each.officer_id for each in FIVE}
    opened = sit(context, "id1")
    assert (opened.present, opened.quorum_wanted) == (5, 4)
    assert opened.items[0].allowed == ("open_vote", "recuse_member")
    vote(context, "id1", "id1-1", *FIVE, choice="denied")
    done = vote(context, "id1", "id1-2", SUN, ONE, TWO, THREE)
    assert (done.items[1].result, done.items[1].tally) == ("exempt", {"exempt": 4})
    assert done.allowed == ("recuse_member", "call_roll", "adjourn", "write_minutes")
    assert "桥梁抢修" in done.draft
    written = write(context, "id1", done.draft)
    assert (written.next_to_sign, written.minutes) == ("m1", done.draft)
    assert written.signers == ("m1", "m2", "m3", "sun")   # m4 is recused from a case of it
    for actor in (ONE, TWO, THREE):
        assert context.store.determinations.get("case1").heard == (("on", "id1"),)
        sign(context, actor, "id1")
    assert sign(context, SUN, "id1").state is MeetingState.SIGNED
    assert isinstance(context.told[-1], MinutesConcluded)
    assert context.store.determinations.get("case1").heard[-1] == (
        "id1", "exempt", {}, frozenset({"sun", "m1", "m2", "m3"}))
    assert context.store.determinations.get("case2").heard[-1] == (
        "id1", "denied", {}, frozenset(each.officer_id for each in FIVE))


def test_who_convenes(context: FakeContext):
    for actor, code in ((WANG, "forbidden"), (SUN, "forbidden"), (FILER, "forbidden"),
                        (SUPERVISOR, "forbidden"), (ELSEWHERE, "not_found")):
        assert code_of(lambda actor=actor: convene(context, actor)) == code
    subject = replace(LEAD, unit=SUBJECT.unit)
    assert code_of(lambda: convene(context, subject)) == "meeting.recused"
    assert not context.told


def test_what_a_call_is_refused_for(context: FakeContext):
    assert code_of(lambda: convene(context, case_ids=("case9",))) == "not_found"
    assert code_of(lambda: convene(context, case_ids=())) == "meeting.agenda_empty"
    assert code_of(lambda: convene(context, member_ids=("ghost",))) == "meeting.not_a_member"
    assert code_of(lambda: convene(context, member_ids=("filer", "m1"))) == "meeting.not_a_member"
    assert code_of(lambda: convene(context, chair_id="wang")) == "meeting.chair_not_a_member"
    twice = ("sun", "m1", "m1", "m2", "m2")
    assert code_of(lambda: convene(context, member_ids=twice)) == "meeting.too_few_members"
    convened(context, case_ids=("case1",))
    assert code_of(lambda: convene(context)) == "determination.not_ready_for_meeting"


def test_nobody_is_asked_in_the_midst_of_a_transaction(context: FakeContext, monkeypatch):
    def cut(*_):
        raise CaseError("service_unavailable")

    monkeypatch.setattr(context, "ask", cut)
    assert code_of(lambda: convene(context)) == "service_unavailable"
    assert context.units == 0


def test_meetings_are_numbered_by_organ_and_year(context: FakeContext):
    numbers = [convene(context, case_ids=(case_id,)).number for case_id in ("case1", "case2")]
    assert numbers == ["容会〔2026〕1号", "容会〔2026〕2号"]


@pytest.mark.parametrize("actor", [ELSEWHERE, OPERATOR, FILER, SUBJECT, GUEST])
def test_who_does_not_see_a_meeting_finds_none(context: FakeContext, actor):
    meeting_id = convened(context)
    sit(context, meeting_id)
    item_id = f"{meeting_id}-1"
    reasoned = {"command_id": "c", "meeting_id": meeting_id, "reason": "理由"}
    acts = (
        lambda: cast(context, actor, meeting_id, item_id),
        lambda: open_vote(context, meeting_id, item_id, actor),
        lambda: reveal(context, meeting_id, item_id, actor),
        lambda: sign(context, actor, meeting_id),
        lambda: usecases.cancel(context.sit(actor), CancelMeeting(**reasoned)),
        lambda: usecases.adjourn(context.sit(actor), AdjournMeeting(**reasoned, until=LATER)),
        lambda: usecases.name_chair(context.sit(actor), NameChair(**reasoned, chair_id="m1", until=LATER)),
        lambda: usecases.recuse_member(context.sit(actor), RecuseMember(
            **reasoned, case_id="case1", officer_id="m1", ground=RecusalGround.OTHER)),
    )
    assert {code_of(act) for act in acts} == {"not_found"}


def test_the_organs_people_see_but_take_no_part(context: FakeContext):
    meeting_id = convened(context)
    sit(context, meeting_id)
    open_vote(context, meeting_id, f"{meeting_id}-1")
    assert code_of(lambda: cast(context, WANG, meeting_id, f"{meeting_id}-1")) == "meeting.not_a_member"
    assert code_of(lambda: reveal(context, meeting_id, f"{meeting_id}-1", LEAD)) == "meeting.not_the_chair"
    assert code_of(lambda: sign(context, SUPERVISOR, meeting_id)) == "meeting.move_not_allowed"


def test_no_answer_repeats_a_vote_before_the_reveal(context: FakeContext):
    meeting_id = convened(context, case_ids=("case2",))
    sit(context, meeting_id)
    item_id = f"{meeting_id}-1"
    open_vote(context, meeting_id, item_id)
    answers = [cast(context, actor, meeting_id, item_id) for actor in FIVE]
    for place, answer in enumerate(answers, 1):
        item = answer.items[0]
        assert (item.my_choice, item.ballots, item.tally, item.result) == ("", (), {}, "")
        assert len(item.voted) == place
    assert reveal(context, meeting_id, item_id).items[0].my_choice == "exempt"


def test_ballots_sealed_before_determination_was_split_off_review_count_with_those_sealed_after(
        context: FakeContext):
    meeting_id = convened(context, case_ids=("case2",))
    sit(context, meeting_id)
    item_id = f"{meeting_id}-1"
    open_vote(context, meeting_id, item_id)
    for actor in FIVE[:3]:
        cast(context, actor, meeting_id, item_id)
    former = [line for line in context.written if line["what"] == "determination.ballot_sealed.v1"]
    assert len(former) == 3
    for line in former:
        line["what"] = "review.ballot_sealed.v1"
    for actor in FIVE[3:]:
        cast(context, actor, meeting_id, item_id, "denied")
    assert reveal(context, meeting_id, item_id).items[0].tally == {"exempt": 3, "denied": 2}


def test_a_cancelled_meeting_gives_its_cases_back(context: FakeContext):
    meeting_id = convened(context, case_ids=("case1", "case2"))
    store = context.store
    meeting = store.meetings.get(meeting_id)
    meeting.drop("case2", occasion_of(context.sit(SUBJECT), meeting))
    store.put(meeting)
    answer = usecases.cancel(context.sit(LEAD), CancelMeeting(
        command_id="c", meeting_id=meeting_id, reason="人员出差"))
    assert (answer.state, answer.items[1].state) == (MeetingState.CANCELLED, ItemState.DROPPED)
    assert store.determinations.get("case1").heard == (("on", meeting_id), ("off", meeting_id))
    assert store.determinations.get("case2").heard == (("on", meeting_id),)


def test_a_case_withdrawn_before_the_last_signature_learns_nothing_more(context: FakeContext):
    meeting_id = convened(context, case_ids=("case1", "case2"))
    sit(context, meeting_id)
    vote(context, meeting_id, f"{meeting_id}-1", SUN, ONE, TWO, THREE)
    vote(context, meeting_id, f"{meeting_id}-2", *FIVE)
    write(context, meeting_id)
    meeting = context.store.meetings.get(meeting_id)
    meeting.drop("case1", occasion_of(context.sit(SUBJECT), meeting))
    context.store.put(meeting)
    for actor in (ONE, TWO, THREE, SUN):
        sign(context, actor, meeting_id)
    assert context.store.determinations.get("case1").heard == (("on", meeting_id),)
    assert context.store.determinations.get("case2").heard[-1][1] == "exempt"


def test_adjourned_and_recused_through_the_use_cases(context: FakeContext):
    meeting_id = convened(context, case_ids=("case2",))
    sit(context, meeting_id)
    open_vote(context, meeting_id, f"{meeting_id}-1")
    cast(context, ONE, meeting_id, f"{meeting_id}-1")
    recused = usecases.recuse_member(context.sit(TWO), RecuseMember(
        command_id="c", meeting_id=meeting_id, case_id="case2", officer_id="m2",
        ground=RecusalGround.RELATIVE, reason="亲属"))
    assert (recused.items[0].state, recused.items[0].voted) == (ItemState.WAITING, ())
    assert recused.members[2].recused_from == ("case2",)
    assert context.store.determinations.get("case2").heard[-1] == (
        "recused", Holder("m2", "m2某"), RecusalGround.RELATIVE, "亲属")
    later = usecases.adjourn(context.sit(SUN), AdjournMeeting(
        command_id="c", meeting_id=meeting_id, reason="改期", until=LATER))
    assert (later.state, later.meets_at, later.present) == (MeetingState.ADJOURNED, LATER, 0)
    command = NameChair(command_id="c", meeting_id=meeting_id, chair_id="m1", reason="病休", until=LATER)
    assert code_of(lambda: usecases.name_chair(context.sit(SUN), command)) == "forbidden"
    assert usecases.name_chair(context.sit(LEAD), command).chair_id == "m1"
