"""On rows it is as in dictionaries; and a list shows what is shown one by one."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from rongcuo.contracts import vault as contract
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.custody import Group
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.sealed import Part
from rongcuo.contracts.vault import OrderState, ReporterStatus
from rongcuo.policy.calendar import midnight
from rongcuo.sealing.algorithms import GM
from services.vault import access, views
from services.vault.domain import Named
from services.vault.storage import METADATA, VaultStorage
from services.vault.storage.orders import order_of, visible_to
from services.vault.storage.tables import orders
from services.vault.usecases import by_code, custody, dialogues, retention
from tests.unit.vault.house import (
    A1,
    B1,
    LEAD_ABOVE,
    NAME,
    NOBODY,
    NOW,
    ORGAN,
    PHONE,
    READER,
    House,
    officer,
    refusal,
)


@pytest.fixture
def session() -> Iterator[Session]:
    engine = create_engine("sqlite://")
    METADATA.create_all(engine)
    with Session(engine) as opened:
        yield opened
    engine.dispose()


@pytest.fixture
def rows(tmp_path: Path, session: Session) -> House:
    return House(tmp_path, GM, VaultStorage(session))


def listed(house: House, actor: Actor) -> list[str]:
    return [line.order_id for line in views.unsealings(house.as_(actor), contract.OrdersQuery()).lines]


def test_an_identity_is_opened_and_ends(rows: House) -> None:
    reporter_ref, code = rows.deposit(real_name=False)
    order_id = rows.ask(reporter_ref, Part.CONTACT)
    rows.consent(order_id)
    assert rows.approve(order_id, A1).state is OrderState.ONCE_APPROVED
    assert rows.store.read_order(order_id).passed
    assert rows.approve(order_id, B1).state is OrderState.OPEN
    assert rows.read(order_id) == {"contact": {"phone": PHONE}}
    rows.wait(timedelta(minutes=10))
    rows.tick()
    ended = rows.store.read_order(order_id)
    assert (ended.state, ended.passed) == (OrderState.ENDED, {})
    assert [each.by for each in ended.approvals] == ["a1", "b1"]
    assert rows.store.unfinished_orders() == ()
    assert rows.look(code).status is ReporterStatus.RECEIVED


def test_a_talk_is_kept_as_it_was(rows: House) -> None:
    reporter_ref, code = rows.deposit()
    by_code.write(rows.as_(NOBODY), contract.WriteByCode(
        command_id="w", code=rows.to_node(code), text="补充：附件\n两份"), rows.room)
    dialogues.write(rows.as_(READER), contract.WriteToReporter(
        command_id="a", reporter_ref=reporter_ref, text="收到"))
    rows.tell(reporter_ref, ReporterStatus.CLOSED, "已反馈")
    side = rows.look(code)
    assert [each.text for each in side.messages] == ["补充：附件\n两份", "收到"]
    assert [each.words for each in side.told] == ["", "已反馈"]
    shown = views.dialogue(rows.as_(READER), contract.DialogueQuery(reporter_ref=reporter_ref))
    assert shown.parts == (Part.IDENTITY, Part.CONTACT)
    assert [each.text for each in shown.messages] == [each.text for each in side.messages]
    assert [each.at for each in shown.messages] == [midnight(NOW), NOW], "the reporter's by the day"
    assert rows.context.lines[-1][:2] == ("dialogue_read", reporter_ref)


def test_nobody_overwrites_what_somebody_else_has_changed(rows: House) -> None:
    reporter_ref, _ = rows.deposit()
    another = VaultStorage(rows.store.session)
    one, two = rows.store.reporter(reporter_ref), another.reporter(reporter_ref)
    one.answer("一", NOW)
    two.answer("二", NOW)
    rows.store.put(one)
    with pytest.raises(CaseError, match="changed_meanwhile"):
        another.put(two)


def test_a_rotation_and_the_end_of_retention(rows: House) -> None:
    references = [rows.deposit()[0] for _ in range(3)]
    card = rows.rotate(Group.A, "a1", ("a1", "a2"))
    while custody.rebox_some(rows.unit(), ORGAN, Group.A, "a1", card, NOW, most=4):
        pass
    assert [key.key_id for key in rows.store.group_keys(ORGAN, Group.A)] == [rows.made[Group.A].key.key_id]
    for reporter_ref in references:
        order_id = rows.ask(reporter_ref)
        rows.approve(order_id, A1)
        rows.approve(order_id, B1)
        assert rows.read(order_id) == {"identity": {"name": NAME}}
        rows.tell(reporter_ref, ReporterStatus.CLOSED)
    rows.wait(timedelta(days=31))
    retention.end_retention(rows.context, rows.room)
    assert [dict(rows.store.parts_of(reporter_ref)) for reporter_ref in references] == [{}, {}, {}]
    assert refusal(lambda: rows.room.keys.get(references[0], Part.IDENTITY)) == "vault.key_missing"
    retention.end_retention(rows.context, rows.room)


def test_an_end_is_given_to_whoever_has_neither_a_report_nor_an_end(rows: House) -> None:
    has_end, has_report, has_neither = (rows.deposit()[0] for _ in range(3))
    rows.tell(has_report, ReporterStatus.RECEIVED, said=contract.Saying.OPENED)
    old = rows.store.reporter(has_neither)
    old.retained_until = None
    rows.store.put(old)
    assert rows.store.without_end(9) == (has_neither,)
    retention.give_ends(rows.as_(NOBODY))
    assert rows.store.without_end(9) == ()
    kept = rows.store.read_reporter
    assert kept(has_neither).retained_until == kept(has_end).retained_until
    assert kept(has_report).retained_until is None


ACTORS = [
    READER, A1, B1, LEAD_ABOVE, officer("li", Role.LEAD), officer("x", Role.LEAD),
    officer("x", Role.LEAD, organ_id="530000"), officer("x", Role.LEAD, organ_id="530181"),
    officer("x", Role.LEAD, organ_id="530300"), officer("x", Role.AUDITOR, organ_id="530100"),
    officer("x", Role.AUDITOR, organ_id="530000"), officer("x", Role.AUDITOR, organ_id="530127"),
    officer("x", Role.CUSTODIAN_A, organ_id="530181"), officer("x", Role.SUPERVISOR, organ_id="530000"),
    officer("x", Role.OPERATOR), officer("named", Role.CUSTODIAN_A),
    officer("named", Role.AUDITOR, organ_id="530000"), officer("y", Role.CUSTODIAN_A, name="名 某"),
    officer("y", Role.CUSTODIAN_A, unit="水务局"),
]


@pytest.mark.parametrize("actor", ACTORS, ids=lambda actor: f"{actor.officer_id} {actor.organ_id}")
def test_a_list_shows_what_is_shown_one_by_one(rows: House, actor: Actor) -> None:
    for real_name in (True, False):
        reporter_ref, _ = rows.deposit(real_name=real_name)
        for organ_id in ("530127", "530181", "530181.gaoxin", "530100", "530000"):
            order = rows.store.read_order(rows.ask(reporter_ref, Part.CONTACT))
            order.organ_id, order.division_code = organ_id, organ_id[:6]
            order.named = Named.of(("named",), ("水务局",), ("名某",))
            rows.store.put(order)
    every = [order_of(row) for row in rows.store.session.execute(select(orders)).mappings()]
    seen = {order.id for order in every if access.sees(actor, order)}
    assert {*listed(rows, actor)} == seen
    assert set(rows.store.session.scalars(select(orders.c.id).where(visible_to(actor)))) == seen


def test_neither_a_cursor_nor_a_number_tells_of_an_order_that_is_kept_from_somebody(rows: House) -> None:
    numbers = set()
    for _ in range(2):
        order = rows.store.read_order(rows.ask(rows.deposit()[0], Part.CONTACT))
        order.named = Named.of((), (), (A1.name,))
        rows.store.put(order)
        numbers.add(order.number)
    hidden = views.unsealings(rows.as_(A1), contract.OrdersQuery(limit=1))
    assert (hidden.lines, hidden.next_cursor) == ((), "")
    [line] = views.unsealings(rows.as_(B1), contract.OrdersQuery(limit=1)).lines
    assert line.number in numbers
    assert not {"0001", "0002"} & {each.rpartition("-")[2] for each in numbers}
