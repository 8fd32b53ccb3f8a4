"""Entries as rows: each comes back as it was put, a list shows what is shown one by one, and words of two
signs are found along an index, within the rights of whoever looks for them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Engine, MetaData, Table, create_engine, insert, select, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

from rongcuo.casework.apart import name_keys, officer_keys
from rongcuo.casework.people import Holder
from rongcuo.chassis.database.history import history_of
from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import HistoryEntry
from rongcuo.contracts.followup import Coordinate, EntryText
from rongcuo.contracts.followup import EntryState as State
from services.followup.access import casebook as access
from services.followup.domain.casebook import CasebookEntry, CaseFact
from services.followup.storage import METADATA, FollowupStorage
from services.followup.storage import casebook as rows
from services.followup.storage.casebook_content import entry_in
from services.followup.storage.casebook_grams import g, matching, rows_of
from services.followup.storage.casebook_guides import hold
from tests.unit.followup import casebook_scene as cases
from tests.unit.followup.casebook_scene import ENTRIES, KNOWN, QIAN
from tests.unit.followup.scene import CITY, DEPUTY, KIN, LEAD, NOW, WANG, WATCH, WEN, ZHAO, officer

OFFICERS = ("lead", "zhao", "qian", "wang", "wen", "kin", "")
ORGANS = ("532323", "532324", "532300", "530000", "999999", "")


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    opened = create_engine("sqlite://")
    METADATA.create_all(opened)
    yield opened
    opened.dispose()


@pytest.fixture
def store(engine: Engine) -> Iterator[FollowupStorage]:
    with Session(engine) as session:
        yield FollowupStorage(session)
        session.rollback()


def facts(entry: CasebookEntry) -> dict[str, object]:
    return {name: value for name, value in vars(entry).items() if not name.startswith("_")}


@pytest.mark.parametrize("state", State)
def test_an_entry_comes_back_as_it_was_put(store: FollowupStorage, state: State):
    entry = ENTRIES[state]()
    store.put(entry)
    entry.take_events()
    assert facts(store.casebook.read("e1")) == facts(entry)
    store.put(store.casebook.get("e1"))     # nothing of it is kept twice


people = st.builds(
    lambda officer_id, roles, organ_id: Actor(
        officer_id, officer_id, organ_id, organ_id, "某单位", frozenset(roles)),
    st.sampled_from(OFFICERS), st.sets(st.sampled_from(Role), max_size=3), st.sampled_from(ORGANS))


@settings(max_examples=60)
@given(asking=st.lists(people, min_size=1, max_size=8),
       shown=st.lists(st.sampled_from(("530000", "532300", "532323", "532324")), min_size=7, max_size=7),
       apart=st.frozensets(st.sampled_from(OFFICERS[:-1]), max_size=2))
def test_a_list_shows_what_is_shown_one_by_one(engine: Engine, asking: list[Actor], shown: list[str],
                                               apart: frozenset[str]):
    entries = []
    for number, (state, place) in enumerate(zip(State, shown, strict=True)):
        entry = replace(ENTRIES[state](), id=f"e{number}", shown_in=place)
        entry.known = replace(KNOWN, apart=officer_keys(*apart) | name_keys(KIN.name))
        entry.happened = [(entry.version, None)] * entry.version
        entries.append(entry)
    with Session(engine) as session:
        store = FollowupStorage(session)
        for each in entries:
            store.put(each)
        for actor in (*asking, LEAD, DEPUTY, ZHAO, QIAN, WANG, WEN, KIN, CITY, WATCH, SYSTEM):
            for said, told in ((rows.visible_to, access.sees), (rows.seen_inside, access.sees_inside),
                               (rows.read_by, access.reads)):
                found = set(session.scalars(select(rows.c.id).where(said(actor))))
                assert found == {each.id for each in entries if told(actor, each)}, (actor, said)
        session.rollback()


def test_a_draft_is_there_for_those_who_work_on_it_and_the_leads_alone():
    entry = cases.masking()
    for actor, there in ((LEAD, True), (DEPUTY, True), (ZHAO, True), (QIAN, True), (WANG, False),
                         (WEN, False), (CITY, False), (WATCH, False), (SYSTEM, False)):
        assert access.sees(actor, entry) is there, actor
    out = cases.published()
    assert access.reads(WEN, out)
    assert not access.sees_inside(WEN, out)
    out.shown_in = "532300"
    assert access.reads(WEN, out)
    assert not access.reads(officer("far", Role.FILER, organ_id="530100"), out)


def publish(store: FollowupStorage, number: int, facts: str, shown_in: str = "530000") -> None:
    entry = replace(cases.published(), id=f"e{number}", number=f"案例〔2026〕{number}号", shown_in=shown_in,
                    text=EntryText(title=f"第{number}案", gist="要点", facts=facts, meaning="意义"))
    entry.since += timedelta(minutes=number)
    entry.happened = [(entry.version, None)] * entry.version
    store.put(entry)


def found(store: FollowupStorage, search: str, actor: Actor = WATCH) -> list[str]:
    sought = matching(store.session, rows.c.id, search, access.divisions_of(actor))
    wanted = select(rows.c.id).where(hold(actor, NOW.date()), *sought).order_by(g.since.desc())
    return list(store.session.scalars(wanted))


def test_words_of_two_signs_and_more_are_found_the_newest_first(store: FollowupStorage):
    publish(store, 1, "因用地指标限制违规动工")
    publish(store, 2, "林业用地审批滞后")
    publish(store, 3, "数字政务APP上线")
    publish(store, 4, "地用")
    assert found(store, "用地") == ["e2", "e1"]
    assert found(store, "用 地指标".replace(" ", "")) == ["e1"]
    assert found(store, "用地 审批") == ["e2"]
    assert found(store, "用地审批") == ["e2"]
    assert found(store, "用地动工") == []          # each two signs stand there, but not together
    assert found(store, "違規動工") == ["e1"]
    assert found(store, "ａｐｐ") == ["e3"]
    assert found(store, "案例〔2026〕2号") == ["e2"]
    assert found(store, "没有这些字") == []


def test_however_many_words_there_are_each_must_be_there(store: FollowupStorage):
    told = "因用地指标限制班子集体研究后决定先行动工，事后补办手续，损失全部挽回，群众满意，验收合格"
    publish(store, 1, told)
    publish(store, 2, told.replace("满意", "不满"))
    assert found(store, told.replace("，", " ")) == ["e1"]
    assert found(store, told) == ["e1"]
    assert found(store, "用地 " * 20 + "先行 满意 手续 不满") == []


@pytest.mark.parametrize("search", ["用", "用地 的", "a"])
def test_a_single_sign_is_not_looked_for(store: FollowupStorage, search: str):
    with pytest.raises(CaseError, match=r"followup\.search_too_short"):
        found(store, search)


def test_who_may_not_read_it_does_not_find_it_nor_by_what_is_masked(store: FollowupStorage):
    publish(store, 1, "违规动工", "532323")
    assert found(store, "动工", WEN) == ["e1"]
    assert found(store, "动工", WATCH) == []
    store.put(_new(cases.published(), "e5"))
    assert found(store, "抢工期") == ["e5"]
    assert found(store, "温建国") == found(store, "凤屯") == []


def test_what_holds_no_more_is_not_found(store: FollowupStorage):
    publish(store, 1, "违规动工")
    entry = store.casebook.get("e1")
    entry.withdraw("不再有效", cases.by(LEAD))
    store.put(entry)
    assert found(store, "动工") == []


def _new(entry: CasebookEntry, entry_id: str) -> CasebookEntry:
    entry.id = entry_id
    return entry


def test_no_search_walks_over_all_entries(store: FollowupStorage):
    """However many there are: the database begins at a gram, and probes everything else by its key."""
    publish(store, 1, "违规动工")
    sought = matching(store.session, rows.c.id, "违规动工", access.divisions_of(WATCH))
    wanted = select(rows.c.id).where(hold(WATCH, NOW.date()), *sought).order_by(g.since.desc()).limit(30)
    said = str(wanted.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}))
    plan = [row.detail for row in store.session.execute(text(f"EXPLAIN QUERY PLAN {said}"))]
    assert not [line for line in plan if line.startswith("SCAN") or "TEMP B-TREE" in line], plan


def test_people_are_counted_once_and_what_is_unknown_does_not_fit(store: FollowupStorage):
    for number, (person, place, level) in enumerate((
            ("a", "532323", "head"), ("a", "532323", "head"), ("b", "532301", ""), ("c", "530127", "head"))):
        store.casebook.know(CaseFact(source_id=f"d{number}", person_key=person, place=place, month="2026-01",
                                     post_level=level))
    fits = store.casebook.fits
    assert fits({}) == 3
    assert fits({Coordinate.PLACE: "532300"}) == 2
    assert fits({Coordinate.PLACE: "532323"}) == 1
    assert fits({Coordinate.PLACE: "532300", Coordinate.POST_LEVEL: "head"}) == 1
    assert fits({Coordinate.MONTH: "2026-01", Coordinate.UNIT_KIND: "department"}) == 0
    store.casebook.forget_case("d3")
    assert fits({}) == 2


def test_what_was_published_before_is_found_where_it_is_shown():
    """Grams of the revision before, which did not say where an entry is shown."""
    history, opened = history_of(METADATA), create_engine("sqlite://")
    with opened.begin() as connection:
        history.upgrade(connection, ("chassis_0002", "followup_0005"))
        entry = replace(cases.published(), shown_in="532323")
        _, found_by = rows_of(entry)
        connection.execute(insert(rows.table), rows.row_of(entry))
        before = Table(g.gram.table.name, MetaData(), *(
            Column(each.name, each.type) for each in g if each.name != "shown_in"))
        connection.execute(insert(before), [
            {name: value for name, value in row.items() if name != "shown_in"} for row in found_by])
        history.upgrade(connection)
        kept = {row.gram: row for row in connection.execute(select(g.gram.table))}
        assert kept.keys() == {each["gram"] for each in found_by}
        assert {(row.since, row.shown_in) for row in kept.values()} == {(entry.since, "532323")}
    opened.dispose()


def test_whoever_edited_one_before_is_known_since_also_in_the_version_after():
    """Rows of the revision before told it in their history alone."""
    history, opened = history_of(METADATA), create_engine("sqlite://")
    former = replace(cases.superseded(), replaced_by="e2")
    former.history += (HistoryEntry.by(DEPUTY, "write", NOW), HistoryEntry.by(ZHAO, "propose", NOW))
    newer = replace(cases.draft(), id="e2", edition=2, replaces="e1")
    with opened.begin() as connection:
        history.upgrade(connection, ("chassis_0002", "followup_0010"))
        for entry in (newer, former):
            row = rows.row_of(entry)
            del row["content"]["writers"]
            connection.execute(insert(rows.table), row)
        history.upgrade(connection)
        kept = [entry_in(row) for row in connection.execute(select(rows.table)).mappings()]
    assert [each.writers for each in kept] == [frozenset(map(Holder.of, (LEAD, DEPUTY)))] * 2
    opened.dispose()
