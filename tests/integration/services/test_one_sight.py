"""What a list shows is what can be read one by one: SQL and Python say the same of whoever asks."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from rongcuo.casework.apart import officer_keys, unit_names_keys
from rongcuo.casework.recusal import Recusal
from rongcuo.chassis.config import Config
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.determination import Initiation
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.review import RecusalGround
from services.determination.access import determinations as access
from services.determination.access import meetings as meeting_access
from services.determination.storage import METADATA, CaseStorage, appeals, determinations, meetings
from services.review import access as review_access
from services.review import storage as reviews
from tests.integration.services import review_office
from tests.integration.services.meeting_hall import Hall
from tests.unit.determination import determination_scene
from tests.unit.determination.meeting import scene
from tests.unit.determination.meeting.scene import FIVE, MEETS_AT, SUBJECT_UNIT
from tests.unit.review import scene as filing_scene

IDS = ("wang", "lead", "m1", "m2", "sun", "subject", "panel1", "")
UNITS = ("", "别的单位", SUBJECT_UNIT, f" {SUBJECT_UNIT} ")
NAMES = ((), ("园林局",), ("园林局", f"{SUBJECT_UNIT}　"))
PLACES = (("530181", "530181"), ("532801", "532801"), ("530100", "530100"), ("530000", "530000"))
ids = st.sampled_from(IDS[:-1])


@st.composite
def actors(draw) -> Actor:
    organ_id, division_code = draw(st.sampled_from(PLACES))
    roles = draw(st.sets(st.sampled_from(Role), max_size=2))
    return Actor(draw(st.sampled_from(IDS)), "某", organ_id, division_code, draw(st.sampled_from(UNITS)),
                 frozenset(roles), draw(st.sampled_from(NAMES)))


@pytest.fixture
def hall(config: Config) -> Iterator[Hall]:
    opened = Hall(config)
    yield opened
    opened.shop.stop()


def recusal(officer_id: str) -> Recusal:
    return Recusal(officer_id, "某", RecusalGround.OTHER, "回避", MEETS_AT)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_lists_and_single_reads_agree(hall: Hall, data: st.DataObject):
    """Cases and meetings about them, with anybody recused from anything, and kept from the report behind."""
    place = data.draw(st.sampled_from(PLACES))
    case = data.draw(st.sampled_from((determination_scene.before_meeting, determination_scene.decided)))()
    case.id, (case.organ_id, case.division_code) = "case1", place
    case.initiation = data.draw(st.sampled_from(Initiation))
    case.history = case.history if data.draw(st.booleans()) else ()    # told of it, or not
    case.decisions = case.decisions if data.draw(st.booleans()) else ()
    case.subject = replace(case.subject, officer_id=data.draw(st.sampled_from(IDS)), unit=SUBJECT_UNIT)
    case.readers = frozenset(data.draw(st.sets(ids)))
    case.recusals = tuple(map(recusal, sorted(data.draw(st.sets(ids)))))
    case.keys_apart = (officer_keys(*data.draw(st.sets(ids, max_size=2)))
                       | unit_names_keys(*data.draw(st.sets(st.sampled_from(UNITS), max_size=1))))
    called_anew = replace(FIVE[4], unit_names=data.draw(st.sampled_from(NAMES)))
    meeting = scene.convened(members=(*FIVE[:4], called_anew))
    meeting.organ_id, meeting.division_code = place
    there = data.draw(st.sets(st.sampled_from([each.officer_id for each in FIVE])))
    for officer_id in sorted(there - meeting.attendance.recused_from("case1")):
        meeting.recuse_member("case1", officer_id, RecusalGround.OTHER, "回避",
                              scene.by(scene.people(meeting)[officer_id]))
    with hall.shop.database.writing() as session, session.begin():
        for table in reversed(METADATA.sorted_tables):
            session.execute(delete(table))
        store = CaseStorage(session)
        for each in (case, meeting):
            store.put(each)
    with hall.shop.database.reading() as session:
        store = CaseStorage(session)
        kept, called = store.determinations.read(case.id), store.meetings.read(meeting.id)
        whose = kept.subject.officer_id
        assert store.determinations.about(whose) == ((case.id,) if whose else ())
        for actor in data.draw(st.lists(actors(), min_size=12, max_size=12)):
            listed = {
                "determination": session.scalars(select(determinations.c.id).where(
                    determinations.visible_to(actor))).all(),
                "meeting": session.scalars(select(meetings.m.id).where(meetings.visible_to(actor))).all()}
            assert bool(session.scalar(select(determinations.c.id).where(
                determinations.entered_from_above_by(actor)))) is access.enters_from_above(actor, kept), actor
            recused = store.determinations.closed_to(actor, called.agenda.case_ids)
            assert listed == {
                "determination": [case.id] if access.sees(actor, kept) else [],
                "meeting": [meeting.id] if meeting_access.sees(
                    actor, called, meeting_access.scopes(actor), recused) else []}, actor


@pytest.fixture
def office(config: Config) -> Iterator[review_office.Office]:
    opened = review_office.Office(config)
    yield opened
    opened.shop.stop()


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(barred=st.sets(ids), asking=st.lists(actors(), min_size=12, max_size=12))
def test_reviews_are_listed_as_they_are_read(office: review_office.Office, barred: set[str],
                                             asking: list[Actor]) -> None:
    """Whoever is recused."""
    case = filing_scene.opened()
    case.recusals = tuple(map(recusal, sorted(barred)))
    with office.shop.database.writing() as session, session.begin():
        for table in reversed(reviews.METADATA.sorted_tables):
            session.execute(delete(table))
        reviews.CaseStorage(session).put(case)
    with office.shop.database.reading() as session:
        kept = reviews.CaseStorage(session).read(case.id)
        for actor in asking:
            listed = session.scalars(select(reviews.c.id).where(reviews.visible_to(actor))).all()
            seen = review_access.sees(actor, kept, review_access.scopes(actor))
            assert listed == ([case.id] if seen else []), actor


def test_an_appeal_is_listed_with_its_case(hall: Hall):
    appeal, case = determination_scene.heard()
    appeal.attachments = (
        AttachmentRef(name="申诉书.pdf", sha256="ab" * 32, size=1, media_type="application/pdf"),)
    hall.plant(case)
    hall.plant(appeal)
    panel = next(iter(appeal.team)).officer_id
    lead = determination_scene.LEAD

    def seen(actor: Actor) -> list[str]:
        with hall.shop.database.reading() as session:
            where = (determinations.c.id == appeals.c.case_id) & determinations.visible_to(actor)
            return list(session.scalars(select(appeals.c.id).where(where)))

    on_panel = replace(lead, officer_id=panel, organ_id="x", division_code="", roles=frozenset({Role.MEMBER}))
    assert seen(lead) == seen(on_panel) == [appeal.id]
    with hall.shop.database.reading() as session:
        assert CaseStorage(session).appeals.read(appeal.id).attachments == appeal.attachments
    case.recuse(filing_scene.holder(on_panel), RecusalGround.RELATIVE, "亲属",
                determination_scene.by(determination_scene.DEPUTY))
    hall.plant(case)
    assert (seen(lead), seen(on_panel)) == ([appeal.id], [])
