"""Who lets somebody be traced is above the organ that has the report, wherever the reporter was sealed; and
whoever it is kept from is barred by whichever key they are known."""

from pathlib import Path

import pytest
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from rongcuo.casework.apart import name_keys, officer_keys, unit_names_keys
from rongcuo.contracts.actor import Role
from rongcuo.contracts.clarify import Handling
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.sealed import Part
from services.vault import access
from services.vault.domain import Named
from services.vault.storage import METADATA, VaultStorage
from services.vault.storage.orders import order_of, visible_to
from services.vault.storage.tables import orders
from tests.unit.vault.house import A1, ABOVE, LEAD_ABOVE, ORGAN, House, officer

KUN = officer("kun", Role.REVIEWER, organ_id=ABOVE)
PROVINCE = officer("prov", Role.LEAD, organ_id="530000")
HERE = officer("auditor", Role.AUDITOR)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def went_up(house: House) -> tuple[str, str]:
    """Sealed in the county, with the city by now, whose reviewer asks: the reference, and the order's id."""
    reporter_ref, _ = house.deposit(real_name=False, handlers=("kun",))
    has_it(house, reporter_ref, ABOVE)
    return reporter_ref, house.ask(reporter_ref, Part.CONTACT, actor=KUN)


def has_it(house: House, reporter_ref: str, organ_id: str, **more: tuple[str, ...]) -> None:
    assert house.context.matters is not None
    told = Handling(known=True, organ_id=organ_id, **more)
    house.context.matters[reporter_ref] = frozenset({"kun", "li"}), told


def refused(act) -> str:
    with pytest.raises(CaseError) as refusal:
        act()
    return refusal.value.code


def test_once_it_went_up_the_organ_above_that_one_consents_and_no_colleague(house: House) -> None:
    _, order_id = went_up(house)
    assert refused(lambda: house.consent(order_id, LEAD_ABOVE)) == "not_found"
    assert house.consent(order_id, PROVINCE).state == "consented"
    assert house.approve(order_id, A1).state == "once_approved", "of the house where it was sealed"


def test_where_another_organ_has_it_since_the_order_goes_on_no_further(house: House) -> None:
    reporter_ref, _ = house.deposit(real_name=False)
    order_id = house.ask(reporter_ref, Part.CONTACT)
    has_it(house, reporter_ref, ABOVE)
    assert refused(lambda: house.consent(order_id, LEAD_ABOVE)) == "not_found"


def test_who_hears_and_who_sees_follows(house: House) -> None:
    _, order_id = went_up(house)
    order = house.store.read_order(order_id)
    assert [order.is_for(each) for each in (PROVINCE, LEAD_ABOVE)] == [True, False]
    seen = [access.sees(each, order) for each in (PROVINCE, LEAD_ABOVE, A1, HERE)]
    assert seen == [True, False, True, False]


def test_lists_say_the_same(house: House) -> None:
    _, order_id = went_up(house)
    order = house.store.read_order(order_id)
    engine = create_engine("sqlite://")
    METADATA.create_all(engine)
    with Session(engine) as session:
        VaultStorage(session).put(order)
        for actor in (PROVINCE, LEAD_ABOVE, A1, HERE, KUN):
            rows = session.execute(select(orders).where(visible_to(actor))).all()
            assert bool(rows) is access.sees(actor, order), actor.officer_id
        kept = order_of(session.execute(select(orders)).one()._mapping)
    assert (kept.handled_by, kept.organ_id, kept.named) == (ABOVE, ORGAN, order.named)
    engine.dispose()


@pytest.mark.parametrize("keys", [
    name_keys("某 甲"), unit_names_keys("县财政局"), officer_keys("a1")])
def test_whoever_is_known_by_one_of_the_keys_never_learns_of_it(house: House, keys: frozenset[str]) -> None:
    custodian = officer("a1", Role.CUSTODIAN_A, name="某甲", unit="县财政局")
    reporter_ref, _ = house.deposit()
    has_it(house, reporter_ref, ORGAN, keys=tuple(keys))
    order_id = house.ask(reporter_ref)
    assert refused(lambda: house.approve(order_id, custodian)) == "not_found"
    assert not access.sees(custodian, house.store.read_order(order_id))


def test_orders_of_before_keep_whom_they_named() -> None:
    named = Named.folded(["a1"], ["县财政局"], ["某甲"])
    for custodian in (officer("a1", Role.CUSTODIAN_A), officer("x", Role.CUSTODIAN_A, name="某 甲"),
                      officer("y", Role.CUSTODIAN_A, unit="县财政局")):
        assert named.bars(custodian)
    assert not named.bars(officer("z", Role.CUSTODIAN_A))
