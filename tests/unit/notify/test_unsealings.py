"""Of an order to unseal those are told whom the vault names, and nothing but that there is one."""

from dataclasses import replace

import pytest

from rongcuo.casework.apart import name_keys
from rongcuo.contracts.notify import MatterKind
from rongcuo.contracts.vault import OrderHearers, OrderState, UnsealingMoved
from rongcuo.contracts.vault.operations import ORDER_HEARERS
from services.notify.usecases import hearing
from tests.unit.notify import scene
from tests.unit.notify.context import FakeContext

MOVED = UnsealingMoved(order_id="o1", number="530127-2026-7C1D04E9", organ_id=scene.ORGAN,
                       state=OrderState.ASKED, at=scene.FILED_AT)


def hear(context: FakeContext, monkeypatch: pytest.MonkeyPatch, state: OrderState, *officers: str,
         stands: OrderState | None = None, keys_apart: tuple[str, ...] = ()) -> None:
    def ask(operation, question):
        assert (operation, question.order_id) == (ORDER_HEARERS, "o1")
        return OrderHearers(state=stands or state, officers=officers, keys_apart=keys_apart)
    monkeypatch.setattr(context, "ask", ask)
    hearing.tell_of_order(context, replace(MOVED, state=state), "mail")


@pytest.mark.parametrize(("state", "subject"), [
    (OrderState.ASKED, "启封申请待您办理"), (OrderState.CONSENTED, "启封申请待您办理"),
    (OrderState.ONCE_APPROVED, "启封申请待您办理"), (OrderState.OPEN, "启封申请已批准"),
    (OrderState.ENDED, "启封申请已办结"), (OrderState.REFUSED, "启封申请已办结"),
    (OrderState.LAPSED, "启封申请已办结")])
def test_whom_the_vault_names_hears_and_nobody_else(context: FakeContext, monkeypatch, state, subject):
    hear(context, monkeypatch, state, "a1", "b1")
    told = {each.recipient_id: each for each in context.store.messages.values()}
    assert set(told) == {"a1", "b1"}
    assert (told["a1"].matter_id, told["a1"].matter_kind) == ("o1", MatterKind.UNSEALING)
    assert subject in told["a1"].subject
    assert MOVED.number in told["a1"].body
    assert context.store.open_tasks() == 0


def test_each_step_is_told_and_one_that_is_over_by_now_is_not(context: FakeContext, monkeypatch):
    hear(context, monkeypatch, OrderState.ASKED, "a1")
    hear(context, monkeypatch, OrderState.ONCE_APPROVED, "a1", stands=OrderState.OPEN)
    hear(context, monkeypatch, OrderState.OPEN, "a1")
    assert len(context.store.messages) == 2


def test_whoever_is_named_by_now_is_kept_from_it_here_too_and_nobody_sees_who_was_told(context, monkeypatch):
    hear(context, monkeypatch, OrderState.ASKED, "a1")
    hear(context, monkeypatch, OrderState.ONCE_APPROVED, "a1", "wang", keys_apart=tuple(name_keys("wang某")))
    order = context.store.matters["o1"]
    assert order.concerns(scene.WANG)
    assert [order.inside_for(each) for each in (scene.WANG, scene.LEAD, scene.SUPERVISOR)] == [False] * 3
    assert context.told("wang") == []
