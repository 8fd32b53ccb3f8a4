"""Reports and filings as rows: what a list shows is what is shown one by one, and filings are found by an
index."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, create_engine, func, select
from sqlalchemy.orm import Session

from rongcuo.casework.people import Holder
from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.clarify import (
    Allegation,
    LinkKind,
    NoRemit,
    ReportedPerson,
    ReporterRequest,
    ReportOutcome,
)
from rongcuo.contracts.clarify import ShieldVerdict as Verdict
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review import RecusalGround
from services.clarify.access import reports as access
from services.clarify.domain import Report
from services.clarify.domain.shield import folded
from services.clarify.storage import METADATA, ReportStorage
from services.clarify.storage.filed_matters import AT_ONCE, MOST, NEAREST, SHARING, grams, m, matters
from services.clarify.storage.reports import apart, c, holders, table, visible_to
from tests.unit.clarify import scene
from tests.unit.clarify.scene import LEAD, ROAD, WANG, ZHAO, by, officer, view


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


def kept(store: ReportStorage, report: Report) -> Report:
    store.put(report)
    store.session.flush()
    report.take_events()
    return store.reports.read(report.id)


def whole() -> Report:
    """With something in every field."""
    report = scene.accepted(real=True)
    report.link(scene.elsewhere(), LinkKind.RELATED, by(WANG))
    report.judge_match(1, Verdict.COVERS, (), "同一项目", ROAD, None, by(WANG))
    report.dispose(scene.ReportDisposal.VERIFY, True, "核实", by(LEAD))
    report.form_team((view(WANG), view(ZHAO)), by(LEAD))
    report.find((scene.finding(1, ReportOutcome.NOT_RESOLVED), scene.finding(2, ReportOutcome.MISTAKEN)),
                by(WANG))
    report.answer_clearing(False, "no_harm", "没有扩散", by(LEAD))
    scene.told(report)
    report.take_request(ReporterRequest.RECUSAL, "wang", scene.later(1), by(SYSTEM, scene.later(1)))
    report.recuse(Holder.of(view(ZHAO)), RecusalGround.RELATIVE, "表弟", by(ZHAO))
    report.close(by(LEAD))
    report.retrospect("教训", "薄弱点", "风险点", "空白点", by(LEAD))
    return report


def test_a_report_comes_back_as_it_was_put(store):
    report = whole()
    back = kept(store, report)
    assert {name: value for name, value in vars(back).items() if not name.startswith("_")} == {
        name: value for name, value in vars(report).items() if not name.startswith("_")}


def test_a_report_that_was_refused_or_passed_up_comes_back_too(store):
    refused, gone = scene.assigned(), scene.assigned()
    refused.refuse(NoRemit.LITIGATION, "合同纠纷", by(WANG))
    gone.id = "r8"
    gone.pass_up("市管干部", "r9", by(WANG))
    assert kept(store, refused).refused_for is NoRemit.LITIGATION
    assert (kept(store, gone).passed_to, store.reports.of_reporter("")) == (scene.ABOVE, None)


def test_no_row_of_what_was_passed_up_holds_its_content(store):
    report = scene.assigned()
    kept(store, report)
    report = store.reports.get("r1")
    report.pass_up("市管干部", "r9", by(WANG))
    kept(store, report)
    rows = repr([tuple(row) for each in (table, apart, holders)
                 for row in store.session.execute(select(each))])
    for word in ("柳成林", "liu", "未批先建", "r-7f3a", scene.BUREAU, "举报人甲"):
        assert word not in rows, word


NAMES = ("柳成林", "王安", "赵平")
UNITS = ("", scene.BUREAU, "嵩明县水务局", scene.COMMISSION)
people = st.builds(ReportedPerson, officer_id=st.sampled_from(("", "a", "b")), name=st.sampled_from(NAMES),
                   unit=st.sampled_from(UNITS))
actors = st.builds(
    officer, st.sampled_from(("a", "b", "c")), st.sampled_from(
        (Role.REVIEWER, Role.LEAD, Role.SUPERVISOR, Role.INTAKE)),
    unit=st.sampled_from(UNITS), organ_id=st.sampled_from((scene.ORGAN, scene.ABOVE, "530181", "530000")),
    name=st.sampled_from((*NAMES, "柳 成林")))


@settings(max_examples=60)
@given(about=st.lists(people, min_size=1, max_size=4), asking=st.lists(actors, min_size=1, max_size=4),
       recused=st.sampled_from(("", "a", "c")), opened=st.integers(0, 4))
def test_what_a_list_shows_is_what_is_shown_one_by_one(engine: Engine, about: list[ReportedPerson],
                                                      asking: list[Actor], recused: str, opened: int) -> None:
    reports = [_about(f"p{number}", person, recused, number < opened) for number, person in enumerate(about)]
    with Session(engine) as session:
        store = ReportStorage(session)
        for each in reports:
            store.put(each)
        for actor in asking:
            shown = set(session.scalars(select(c.id).where(visible_to(actor))))
            assert shown == {each.id for each in reports if access.sees(actor, each)}
        session.rollback()


def _about(report_id: str, person: ReportedPerson, recused: str, opened: bool) -> Report:
    content = replace(scene.CONTENT, reporter_ref=report_id, allegations=(
        Allegation(text="某事", person=person),))
    report = Report.register(report_id, report_id, content, scene.ORGAN, scene.DIVISION, by(WANG))
    if opened:
        report.open((), scene.OFFICERS, by(SYSTEM))
    if opened and recused and report.organ_id == scene.ORGAN:
        report.recuse(Holder(recused, "某"), RecusalGround.OTHER, "理由", by(officer(recused, Role.LEAD)))
    return report


def test_who_holds_it_is_found_by_it_and_no_longer_once_it_is_over(store):
    report = scene.assigned()
    kept(store, report)
    assert store.reports.with_officer("wang") == ("r1",)
    report = store.reports.get("r1")
    report.assign(view(ZHAO), by(LEAD))
    kept(store, report)
    assert (store.reports.with_officer("wang"), store.reports.with_officer("zhao")) == ((), ("r1",))


def test_numbers_have_no_gaps_and_each_organ_its_own(store):
    numbers = [store.reports.next_number(organ, 2026) for organ in ("530127", "530127", "530181")]
    assert numbers == [1, 2, 1]


def test_a_filing_is_found_by_its_person_its_unit_and_rare_words_of_its_title(store):
    elsewhere = replace(ROAD, filer_id="x", filer_name="某人", unit="别的单位")
    for number, matter in enumerate((
            replace(elsewhere, filer_id="liu"), replace(elsewhere, filer_name="柳 成林"),
            replace(elsewhere, unit=scene.BUREAU), elsewhere)):
        title = ROAD.title if matter is elsewhere else "无关事项"
        store.filings.keep(replace(matter, filing_id=f"f{number}", title=title))
    store.filings.keep(replace(elsewhere, filing_id="f9", title="农村饮水管网改造"))
    store.filings.keep(replace(elsewhere, filing_id="f8", division_code="530181"))
    found = store.filings.near(scene.DIVISION, scene.UNBUILT)
    assert {each.filing_id for each in found} == {"f0", "f1", "f2", "f3"}


def test_what_was_kept_of_a_filing_is_replaced_whole(store):
    store.filings.keep(ROAD)
    store.filings.keep(replace(ROAD, title="改名", seen=folded("改名"), voided=True))
    assert store.filings.read("f1").voided
    assert store.session.scalar(select(func.count()).select_from(grams)) == 0     # two signs are no gram
    with pytest.raises(CaseError, match="filing_unknown"):
        store.filings.read("f2")


def test_however_many_are_alike_only_so_many_are_looked_at(store):
    for number in range(MOST + NEAREST):
        store.filings.keep(replace(
            ROAD, filing_id=f"m{number}", filer_id="", filer_name="某", unit=f"单位{number}",
            submitted_at=ROAD.submitted_at + timedelta(minutes=number)))
    nobody = replace(scene.UNBUILT, person=ReportedPerson(name="无名"))
    assert len(store.filings.near(scene.DIVISION, nobody)) == NEAREST
    values = {f"gram{number}": "" for number in range(AT_ONCE)} | {
        "gram0": "杨林片", "division_code": scene.DIVISION}
    assert len(store.session.scalars(SHARING, values).all()) == MOST     # not all that have it
    same_unit = [replace(ROAD, filing_id=f"u{number}", title="别的", filer_id="", filer_name="某")
                 for number in range(MOST + 5)]
    for each in same_unit:
        store.filings.keep(each)
    of_unit = replace(scene.UNBUILT, text="无关", place="", person=ReportedPerson(unit=scene.BUREAU))
    assert len(store.filings.near(scene.DIVISION, of_unit)) == MOST


def test_no_way_to_a_filing_looks_through_all_of_them(store):
    """Each is an index, of which a few rows are read."""
    ways = (m.filer_id == "liu", m.filer_key == "柳成林", m.unit_key == "某", m.filing_id.in_(["f1"]))
    asked = [select(matters).where(way).order_by(m.submitted_at.desc()).limit(MOST) for way in ways]
    values = {f"gram{number}": "杨林片" for number in range(AT_ONCE)} | {"division_code": scene.DIVISION}
    for wanted in (*asked, SHARING.params(values)):
        spelt = wanted.compile(store.session.connection(), compile_kwargs={"literal_binds": True})
        found = store.session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {spelt}")
        plan = [row[3] for row in found]
        assert not [step for step in plan if step.startswith("SCAN clarify")], plan
        assert [step for step in plan if step.startswith("SEARCH clarify")], plan
