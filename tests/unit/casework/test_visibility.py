"""What a list shows is what is shown one by one: scopes in SQL against scopes in Python."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, Connection, MetaData, String, Table, create_engine, delete, insert, select

from rongcuo.casework.access import Ownership, Scope, shows
from rongcuo.casework.visibility import at_or_below, shown
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.unit_names import unit_key

CODES = ("", "5", "53", "5301", "530000", "530100", "530127", "530181", "530300", "532800", "532801",
         "530199", "110000", "%", "53____", "5301%")
UNKNOWN = [code for code in CODES if len(code) != 6 or code in ("530199", "110000", "53____")]
ORGANS = ("", "530127", "530181", "530181.gaoxin", "530100")
UNITS = ("", "园林局", " 园林局", "园林_", "别的单位")
OFFICERS = ("", "liu", "wang", "w%")
FIELDS = ("organ_id", "division_code", "filer_id", "unit_key", "unit_organ_id")
KEPT_FROM = "liu"      # of the rows with an even number: as a recusal keeps somebody from a case

table = Table("row", MetaData(), Column("id", String, primary_key=True),
              *(Column(each, String) for each in FIELDS))
COLUMNS = (Ownership(*(table.c[each] for each in FIELDS)), Ownership(*(table.c[each] for each in FIELDS[:2])))

actors = st.builds(
    Actor, officer_id=st.sampled_from(OFFICERS), name=st.just("某"), organ_id=st.sampled_from(ORGANS),
    division_code=st.sampled_from(CODES), unit=st.sampled_from(UNITS),
    unit_names=st.lists(st.sampled_from(UNITS), max_size=2).map(tuple))
rows = st.builds(
    Ownership, st.sampled_from(ORGANS), st.sampled_from(CODES), st.sampled_from(OFFICERS),
    st.sampled_from(UNITS).map(unit_key), st.sampled_from(ORGANS))


@pytest.fixture(scope="module")
def database() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        table.create(connection)
        yield connection
    engine.dispose()


@given(held=st.lists(rows, min_size=1, max_size=8), asking=st.lists(actors, min_size=1, max_size=4),
       scopes=st.sets(st.sampled_from(Scope)))
def test_rows_are_shown_as_each_of_them_is(database: Connection, held: list[Ownership[str]],
                                           asking: list[Actor], scopes: set[Scope]) -> None:
    database.execute(delete(table))
    database.execute(insert(table), [
        {"id": str(n)} | {each: getattr(row, each) for each in FIELDS} for n, row in enumerate(held)])
    bare = [Ownership(row.organ_id, row.division_code) for row in held]
    for actor in asking:
        for columns, of in zip(COLUMNS, (held, bare), strict=True):
            listed = set(database.scalars(select(table.c.id).where(shown(scopes, actor, columns))))
            assert listed == {str(n) for n, row in enumerate(of)
                              if any(shows(scope, actor, row) for scope in scopes)}, actor
            kept = [str(n) for n in range(0, len(of), 2)] if actor.officer_id == KEPT_FROM else []
            left = set(database.scalars(select(table.c.id).where(
                shown(scopes, actor, columns, open_to=table.c.id.not_in(kept)))))
            assert left == {str(n) for n, row in enumerate(of) if any(
                shows(scope, actor, row, open_to=str(n) not in kept) for scope in scopes)}, actor


@pytest.mark.parametrize("code", UNKNOWN)
def test_who_has_no_division_of_ours_sees_nothing_below_it(database: Connection, code: str) -> None:
    actor = Actor("liu", "柳", "530127", code)
    assert not any(shows(Scope.DIVISIONS_BELOW, actor, Ownership("530127", each)) for each in (*CODES, code))
    database.execute(delete(table))
    database.execute(insert(table), [{"id": each, "division_code": each} for each in CODES])
    assert not database.scalars(select(table.c.id).where(at_or_below(table.c.division_code, code))).all()


@pytest.mark.parametrize(("actor", "scope"), [
    (Actor("", "某", "", ""), Scope.OWN_UNIT), (Actor("", "某", "", ""), Scope.ORGAN)])
def test_what_nobody_has_is_not_theirs_who_lack_it_too(actor: Actor, scope: Scope) -> None:
    assert not shows(scope, actor, Ownership("", "", "", "", ""))
    assert not shows(scope, actor, Ownership("", ""))


@pytest.mark.parametrize(("scope", "shown_to_the_recused"), [
    (Scope.OWN_UNIT, True), (Scope.ORGAN, False), (Scope.DIVISIONS_BELOW, False), (Scope.NONE, False)])
def test_a_recusal_leaves_what_they_or_their_unit_filed(scope: Scope, shown_to_the_recused: bool) -> None:
    actor = Actor("liu", "柳", "530127", "530127", "园林局")
    own = Ownership("530127", "530127", "wang", unit_key("园林局"), "530127")
    assert shows(scope, actor, own, open_to=False) is shown_to_the_recused
