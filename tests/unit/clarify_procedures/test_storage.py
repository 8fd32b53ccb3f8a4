"""Both procedures as rows: each comes back as it was put, and a list shows what is shown one by one."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, create_engine, select
from sqlalchemy.orm import Session

from rongcuo.casework.case import Case
from rongcuo.casework.people import Holder
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.clarify import ClarificationState, Concerned, FalseAccusationState
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review import RecusalGround
from services.clarify.access import clarifications as clearing_access
from services.clarify.access import false_accusations as accusing_access
from services.clarify.storage import METADATA, ReportStorage
from services.clarify.storage import clarifications as clearing_rows
from services.clarify.storage import false_accusations as accusing_rows
from tests.unit.clarify_procedures import accusation_scene as accused
from tests.unit.clarify_procedures import clarification_scene as cleared
from tests.unit.review.scene import officer


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    opened = create_engine("sqlite://")
    METADATA.create_all(opened)
    yield opened
    opened.dispose()


@pytest.fixture
def store(engine: Engine) -> Iterator[ReportStorage]:
    with Session(engine) as session:
        yield ReportStorage(session)
        session.rollback()


def facts(case: Case) -> dict[str, object]:
    return {name: value for name, value in vars(case).items() if not name.startswith("_")}


@pytest.mark.parametrize("state", FalseAccusationState)
def test_an_inquiry_comes_back_as_it_was_put(store: ReportStorage, state: FalseAccusationState):
    case = accused.CASES[state]()
    if not case.ended:
        case.recuse(Holder("zhao", "赵某"), RecusalGround.RELATIVE, "表弟", accused.by(accused.ZHAO))
    store.put(case)
    case.take_events()
    assert facts(store.false_accusations.read(case.id)) == facts(case)


@pytest.mark.parametrize("state", ClarificationState)
def test_a_clearing_comes_back_as_it_was_put(store: ReportStorage, state: ClarificationState):
    case = cleared.CASES[state]()
    if state is ClarificationState.CARRYING_OUT:
        case.ask_unit("u1", cleared.UNIT, "宣读", cleared.NOW.date(), cleared.by(cleared.WANG))
        case.drop_mode(cleared.MEETING.mode, "本人改变意见", cleared.by(cleared.LEAD))
    store.put(case)
    case.take_events()
    assert facts(store.clarifications.read(case.id)) == facts(case)


def test_nobody_overwrites_what_somebody_else_has_changed(store: ReportStorage):
    case = cleared.assessing()
    store.put(case)
    case.take_events()
    one, other = store.clarifications.read("k1"), store.clarifications.read("k1")
    one.make_plan(cleared.PLAN, cleared.by(cleared.WANG))
    store.put(one)
    other.make_plan(cleared.PLAN, cleared.by(cleared.WANG))
    with pytest.raises(CaseError, match="changed_meanwhile"):
        store.put(other)


def test_numbers_have_no_gaps_and_each_kind_its_own(store: ReportStorage):
    numbers = [kind.next_number("530181", 2026) for kind in (
        store.clarifications, store.clarifications, store.reports)]
    assert numbers == [1, 2, 1]


def test_who_holds_it_and_what_a_report_led_to_is_found(store: ReportStorage):
    for number, case in enumerate((accused.inquiring(), accused.concluded())):
        store.put(replace(case, id=f"x{number}", happened=list(case.happened)))
    assert store.false_accusations.with_officer("wang") == ("x0",)
    assert {each.id for each in store.false_accusations.of_report("r1")} == {"x0", "x1"}


UNITS = ("", accused.UNIT, "安宁市水务局", "安宁市纪委监委")
actors = st.builds(
    officer, st.sampled_from(("named", "subject", "zhao", "somebody")),
    st.sampled_from((Role.REVIEWER, Role.LEAD, Role.SUPERVISOR, Role.FILER)), unit=st.sampled_from(UNITS),
    organ_id=st.sampled_from(("530181", "530100", "530000", "530127")))
recused = st.sampled_from(("", "zhao", "somebody"))


@settings(max_examples=60)
@given(states=st.lists(st.sampled_from(FalseAccusationState), min_size=1, max_size=4), out=recused,
       unit=st.sampled_from(UNITS[1:]), asking=st.lists(actors, min_size=1, max_size=4))
def test_a_list_of_inquiries_shows_what_is_shown_one_by_one(engine: Engine, states, out: str, unit: str,
                                                          asking: list[Actor]):
    cases = []
    for number, state in enumerate(states):
        case = accused.CASES[state]()
        case.id = f"p{number}"
        case.apart = replace(case.apart, units=frozenset({unit}))
        _recuse(case, out, accused.by)
        cases.append(case)
    _compare(engine, cases, asking, accusing_rows, accusing_access)


@settings(max_examples=60)
@given(states=st.lists(st.sampled_from(ClarificationState), min_size=1, max_size=4), out=recused,
       person=st.sampled_from((
           cleared.PERSON, cleared.NO_ACCOUNT, cleared.ORGANISATION, Concerned(name="某"))),
       asking=st.lists(actors, min_size=1, max_size=4))
def test_a_list_of_clearings_shows_what_is_shown_one_by_one(engine: Engine, states, out: str,
                                                          person: Concerned, asking: list[Actor]):
    cases = []
    for number, state in enumerate(states):
        case = cleared.CASES[state]()
        case.id, case.concerned = f"q{number}", person
        _recuse(case, out, cleared.by)
        cases.append(case)
    _compare(engine, cases, asking, clearing_rows, clearing_access)


def _recuse(case: Case, out: str, by) -> None:
    if out and not case.ended:
        case.recuse(Holder(out, "某"), RecusalGround.OTHER, "理由", by(officer(out, Role.LEAD)))


def _compare(engine: Engine, cases, asking, rows, access) -> None:
    with Session(engine) as session:
        store = ReportStorage(session)
        for each in cases:
            store.put(each)
        for actor in asking:
            shown = set(session.scalars(select(rows.c.id).where(rows.visible_to(actor))))
            assert shown == {each.id for each in cases if access.sees(actor, each)}
        session.rollback()
